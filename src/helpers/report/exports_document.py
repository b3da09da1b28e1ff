"""The report as an editable document (DOCX), by pandoc from the same blocks as the PDF."""

from __future__ import annotations

import datetime as dt
import io
import json
import os
import subprocess
import tempfile
from pathlib import Path

from helpers.foundation.errors import RunError
from helpers.foundation.storage import write_bytes
from helpers.report.exports import QUOTE_LIMIT, Dossier, Format

LIMITS = (
    "the interactive figures: figures are pictures with their words as alternative text",
    "folding: evidence stands open",
)


def write_docx(dossier: Dossier, out: Path) -> list[Path]:
    """report.docx: text as text whatever a page says, pictures with alternative text, the same bytes for the same run.

    Raises:
        RunError: pandoc could not write it; the message is pandoc's own.
    """
    import pypandoc

    from helpers.report.content import content_of
    from helpers.report.document import PrintedFigure, write_document
    from helpers.report.docx_style import make_reference
    from helpers.report.pandoc import para, text
    from helpers.report.pictures import prepare_pictures

    content = content_of(dossier.tables, dossier.run)
    with tempfile.TemporaryDirectory(prefix="dossier-docx-") as name:
        folder = Path(name)
        figures = {}
        for shown in prepare_pictures(content, reports=dossier.processed.parent).values():
            buffer = io.BytesIO()
            shown.module.plot_print(shown.prepared, framed=False).savefig(
                buffer, format="png", dpi=150, metadata={"Software": None}
            )
            (folder / f"{shown.name}.png").write_bytes(buffer.getvalue())
            figures[shown.name] = PrintedFigure(
                f"{shown.name}.png", shown.title, shown.subtitle, shown.source, shown.alt
            )
        document = json.loads(write_document(content, figures))
        note = f"Run {dossier.run_id}, as of {dossier.run['as_of']}; profile {dossier.profile}."
        if dossier.profile == "public":
            note += f" Quotes are cut to {QUOTE_LIMIT} characters."
        document["blocks"].insert(0, para(text(note)))
        (folder / "reference.docx").write_bytes(make_reference())
        target = folder / "report.docx"
        stamp = int(dt.datetime.fromisoformat(str(dossier.run["started"])).timestamp())
        done = subprocess.run(
            [pypandoc.get_pandoc_path(), "--from=json", "--to=docx", "--sandbox=false", "--reference-doc=reference.docx", f"--output={target}"],
            input=json.dumps(document).encode(), capture_output=True, check=False, cwd=folder,
            env={**os.environ, "SOURCE_DATE_EPOCH": str(stamp)},
        )  # fmt: skip
        if done.returncode:
            raise RunError(f"the DOCX could not be written: {done.stderr.decode('utf-8', 'replace').strip()}")
        path = out / "report.docx"
        write_bytes(path, target.read_bytes())
    return [path]


def write_briefing_files(dossier: Dossier, out: Path) -> list[Path]:
    """briefing.html and briefing.pdf: one page with what matters most."""
    from helpers.report.briefing import make_briefing, write_briefing
    from helpers.report.content import content_of

    return write_briefing(
        make_briefing(content_of(dossier.tables, dossier.run), reports=dossier.processed.parent), out
    )


BRIEFING_LIMITS = ("more than three findings, all evidence and all disagreements: they are in the report",)
FORMATS = (
    Format("docx", "report.docx: the report as an editable document", LIMITS, write_docx),
    Format(
        "briefing",
        "briefing.html and briefing.pdf: one page with what matters most",
        BRIEFING_LIMITS,
        write_briefing_files,
    ),
)
