"""The report as an editable document (DOCX), by pandoc from the same blocks as the PDF."""

from __future__ import annotations

import datetime as dt
import io
import json
import os
import subprocess
import tempfile
from pathlib import Path
from typing import Any

from helpers.foundation.errors import RunError
from helpers.foundation.storage import write_bytes
from helpers.report.exports import QUOTE_LIMIT, Dossier, Format

LIMITS = (
    "the interactive figures: the timeline is a picture with its words as alternative text",
    "folding: evidence stands open",
)


def write_docx(dossier: Dossier, out: Path) -> list[Path]:
    """report.docx: text as text whatever a page says, pictures with alternative text, the same bytes for the same run.

    Raises:
        RunError: pandoc could not write it; the message is pandoc's own.
    """
    import pypandoc

    from helpers.figures import timeline
    from helpers.report.content import content_of
    from helpers.report.document import write_document

    content = content_of(dossier.tables, dossier.run)
    prepared = timeline.prepare(
        list(content.milestones), list(content.events), profile=dossier.run["profile"]
    )
    with tempfile.TemporaryDirectory(prefix="dossier-docx-") as name:
        folder = Path(name)
        picture = folder / "timeline.png"
        buffer = io.BytesIO()
        timeline.plot_print(prepared, framed=False).savefig(
            buffer, format="png", dpi=160, metadata={"Software": None}
        )
        picture.write_bytes(buffer.getvalue())
        document = json.loads(write_document(content, []))
        note = f"Run {dossier.run_id}, as of {dossier.run['as_of']}; profile {dossier.profile}."
        if dossier.profile == "public":
            note += f" Quotes are cut to {QUOTE_LIMIT} characters."
        blocks: list[dict[str, Any]] = [_para(note)]
        for block in document["blocks"]:
            blocks.append(block)
            if block["t"] == "Header" and block["c"][1][0] == "timeline":
                blocks += [
                    _para(timeline.title(prepared)),
                    _image(picture, timeline.alt_text(prepared)),
                    _para(timeline.source_line(prepared)),
                ]
        document["blocks"] = blocks
        target = folder / "report.docx"
        stamp = int(dt.datetime.fromisoformat(str(dossier.run["started"])).timestamp())
        done = subprocess.run(
            [pypandoc.get_pandoc_path(), "--from=json", "--to=docx", "--sandbox=false", f"--output={target}"],
            input=json.dumps(document).encode(), capture_output=True, check=False, cwd=folder,
            env={**os.environ, "SOURCE_DATE_EPOCH": str(stamp)},
        )  # fmt: skip
        if done.returncode:
            raise RunError(f"the DOCX could not be written: {done.stderr.decode('utf-8', 'replace').strip()}")
        path = out / "report.docx"
        write_bytes(path, target.read_bytes())
    return [path]


def _para(text: str) -> dict[str, Any]:
    from helpers.report.pandoc import para
    from helpers.report.pandoc import text as inlines

    return para(inlines(text))


def _image(path: Path, alt: str) -> dict[str, Any]:
    """A picture whose alternative text is its description, in a paragraph of its own."""
    from helpers.report.pandoc import para
    from helpers.report.pandoc import text as inlines

    return para([{"t": "Image", "c": [["", [], [["width", "100%"]]], inlines(alt), [path.name, ""]]}])


FORMATS = (Format("docx", "report.docx: the report as an editable document", LIMITS, write_docx),)
