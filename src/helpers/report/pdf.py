"""report.pdf: the document through pandoc and typst, from wheels alone, archivable, accessible and reproducible."""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from helpers.figures.style import clean_text, font_folder, printable
from helpers.figures.titles import say_date
from helpers.foundation.errors import RunError
from helpers.foundation.storage import write_bytes
from helpers.report import prose
from helpers.report.content import Content, load_content
from helpers.report.document import Figures, PrintedFigure, typst_string, write_document
from helpers.report.exports_tables import safe_cell
from helpers.report.pictures import Picture, prepare_pictures

# A standard makes typst refuse a glyph that no font has, instead of drawing a box in silence.
STANDARDS = ["ua-1", "a-3a"]
MOST_HEIGHT = 1.28  # of its width, so that a figure with its words fits on a page
TEMPLATE = Path(__file__).with_name("templates") / "report.typ"


def render_pdf(processed: Path, run: Mapping[str, Any], out: Path, *, reference: object = None) -> Path:
    """Write the report as PDF/UA-1 and PDF/A-3a with the milestone table attached as CSV.

    Args:
        processed: folder of the tables.
        run: content of run.json.
        out: the file to write.
        reference: entries of the reference layer to draw, None for none.

    Returns:
        `out`. The same tables and run give the same bytes.

    Raises:
        RunError: the document could not be typeset; the message is typst's own.
    """
    content = load_content(processed, run)
    with tempfile.TemporaryDirectory(prefix="dossier-pdf-") as name:
        folder = Path(name)
        figures = write_figures(prepare_pictures(content, reference=reference, reports=out.parent), folder)
        (folder / "milestones.csv").write_bytes(milestones_csv(content))
        source = printable(_values(content) + TEMPLATE.read_text(encoding="utf-8") + _body(content, figures))
        (folder / "report.typ").write_text(source, encoding="utf-8")
        write_bytes(out, compile_typst(folder / "report.typ", started=str(run["started"])))
    return out


def write_figures(pictures: Mapping[str, Picture], folder: Path) -> dict[str, PrintedFigure]:
    """Write each figure as SVG into `folder`; a figure that would be higher than a page is marked tall."""
    written = {}
    for name, picture in pictures.items():
        svg = picture.svg()
        width, height = (float(v) for v in re.findall(r'(?:width|height)="([0-9.]+)pt"', svg[:600])[:2])
        (folder / f"{name}.svg").write_text(svg, encoding="utf-8")
        written[name] = PrintedFigure(
            f"{name}.svg",
            picture.title,
            picture.subtitle,
            picture.source,
            picture.alt,
            tall=height / width > MOST_HEIGHT,
        )
    return written


def compile_typst(source: Path, *, started: str) -> bytes:
    """Typeset one file with the fonts that came with matplotlib and no others.

    Raises:
        RunError: typst's message.
    """
    import typst

    fonts = source.parent / "fonts"
    fonts.mkdir()
    for font in sorted(font_folder().glob("DejaVuSans*.ttf")):
        if "Display" not in font.name:
            shutil.copyfile(font, fonts / font.name)
    stamp = int(dt.datetime.fromisoformat(started).timestamp())
    try:
        pdf = typst.compile(  # type: ignore[call-overload]
            str(source), root=str(source.parent), font_paths=[str(fonts)], ignore_system_fonts=True, format="pdf",
            pdf_standards=STANDARDS, timestamp=stamp,
        )  # fmt: skip
    except typst.TypstError as err:
        raise RunError(f"the PDF could not be typeset: {err}") from err
    return bytes(pdf)


def milestones_csv(content: Content) -> bytes:
    """The milestone table as CSV that no spreadsheet takes for formulas."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    names = (
        "milestone_id",
        "title",
        "status",
        "date_edtf",
        "weekday",
        "place",
        "n_documents",
        "defence",
        "grade",
        "n_articles",
        "n_origins",
        "contradictions",
    )
    writer.writerow(names)
    for m in content.milestones:
        values = [", ".join(m[n]) if isinstance(m[n], list) else m[n] for n in names]
        writer.writerow([safe_cell(v) for v in values])
    return out.getvalue().encode("utf-8")


def _values(content: Content) -> str:
    run = content.run
    label = "; ".join(prose.describe_labels(content))
    about = f"{prose.describe_freshness(run)} {prose.describe_corpus(content)}"
    values = {
        "run-title": run["title"],
        "run-asof": f"as of {say_date(run['as_of'], run['as_of'])}",
        "run-id": f"run {run['run_id']}",
        "run-about": about,
        "run-label": f"Label of this corpus: {label}" if label else "",
    }
    lines = [f"#let {name} = {typst_string(clean_text(value))}\n" for name, value in values.items()]
    attach = '#pdf.attach("milestones.csv", relationship: "data", mime-type: "text/csv", description: "The milestone table of this report")\n'
    return "".join(lines) + attach


def _body(content: Content, figures: Figures) -> str:
    import pypandoc

    source = write_document(content, figures, cover=True)
    body: str = pypandoc.convert_text(source, "typst", format="json", extra_args=["--wrap=none"])
    return "\n" + _HELPERS + body


# What pandoc's typst writer calls and its own template would define.
_HELPERS = "#let horizontalrule = line(length: 100%)\n"
