"""Any executed notebook as PDF: its words, tables and pictures through pandoc and typst, from wheels alone."""

from __future__ import annotations

import base64
import json
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from helpers.figures.style import clean_text
from helpers.foundation.storage import write_bytes
from helpers.report import pandoc as p
from helpers.report.document import typst_string
from helpers.report.pdf import compile_typst

PLOTLY = "application/vnd.plotly.v1+json"
# Markup of a page is text: pandoc is not to read raw HTML or code for a writer out of it.
MARKDOWN = (
    "markdown-raw_html-raw_attribute-raw_tex-native_divs-native_spans-yaml_metadata_block-tex_math_dollars"
)
MOST_TEXT = 20_000  # characters of one printed output

_PAGE = """#set document(title: run-title, date: auto)
#set page(paper: "a4", margin: (x: 20mm, y: 22mm), footer: context align(right, text(size: 8pt, fill: luma(89), counter(page).display())))
#set text(font: "DejaVu Sans", size: 9pt, lang: "en", fallback: true)
#set table(stroke: (x, y) => (bottom: 0.4pt + luma(200)), inset: (x: 3pt, y: 3pt))
#show table: set text(size: 6.5pt)
#show figure: set block(breakable: true)
#let horizontalrule = line(length: 100%)
"""


def write_notebook_pdf(notebook: Path, out: Path, *, started: str) -> Path:
    """Typeset an executed notebook: headings, text, outputs; code is left out, interactive figures are named.

    Args:
        notebook: the executed notebook.
        out: the file to write.
        started: ISO time that the PDF carries.

    Raises:
        RunError: it could not be typeset; the message is typst's own.
    """
    import nbformat
    import pypandoc

    nb = nbformat.read(str(notebook), as_version=4)  # type: ignore[no-untyped-call]
    with tempfile.TemporaryDirectory(prefix="dossier-pdf-") as name:
        folder = Path(name)
        blocks = list(_blocks(nb, folder))
        heads = list(_headings(blocks))
        title = next((_plain(b["c"][2]) for b in heads if b["c"][0] == 1), notebook.stem)
        _level(heads)
        body = pypandoc.convert_text(p.document(blocks), "typst", format="json", extra_args=["--wrap=none"])
        source = f"#let run-title = {typst_string(clean_text(title))}\n{_PAGE}{body}"
        (folder / "notebook.typ").write_text(source, encoding="utf-8")
        write_bytes(out, compile_typst(folder / "notebook.typ", started=started))
    return out


def _blocks(nb: Any, folder: Path) -> Iterator[dict[str, Any]]:
    for i, cell in enumerate(nb.cells):
        if cell.cell_type == "markdown":
            yield from _read(cell.source, MARKDOWN)
        elif cell.cell_type == "code":
            for j, output in enumerate(cell.get("outputs", [])):
                yield from _output(output, folder, f"picture-{i}-{j}")


def _output(output: Any, folder: Path, name: str) -> Iterator[dict[str, Any]]:
    if output["output_type"] == "stream":
        yield _verbatim(output["text"])
        return
    if output["output_type"] == "error":
        yield _verbatim(f"{output['ename']}: {output['evalue']}")
        return
    data, alt = output["data"], str(output.get("metadata", {}).get("alt", "")) or "figure of the notebook"
    if "image/svg+xml" in data or "image/png" in data:
        form = "svg" if "image/svg+xml" in data else "png"
        picture = folder / f"{name}.{form}"
        content = data.get("image/svg+xml") or data["image/png"]
        picture.write_bytes(content.encode() if form == "svg" else base64.b64decode(content))
        yield p.raw(f"#figure(image({typst_string(picture.name)}, width: 100%, alt: {typst_string(alt)}))")
    elif "text/html" in data:
        yield from _read(str(data["text/html"]), "html-raw_html")
    elif PLOTLY in data:
        yield p.para(p.small("[An interactive figure stands here; it is in the HTML page.]"))
    elif "text/plain" in data:
        yield _verbatim(str(data["text/plain"]))


def _verbatim(text: str) -> dict[str, Any]:
    lines = [clean_text(line) for line in text[:MOST_TEXT].splitlines()]
    return {"t": "CodeBlock", "c": [p.NO_ATTR, "\n".join(lines)]}


def _read(source: str, form: str) -> list[dict[str, Any]]:
    import pypandoc

    found: list[dict[str, Any]] = json.loads(pypandoc.convert_text(source, "json", format=form))["blocks"]
    return [_tame(b) for b in found]


def _tame(node: Any) -> Any:
    """A pandoc tree without pictures from elsewhere, code for a writer, and classes that a writer may follow."""
    if isinstance(node, dict):
        kind = node.get("t")
        if kind in ("RawBlock", "RawInline", "Image"):
            words = _plain(node["c"][1]) if kind == "Image" else str(node["c"][1])
            text = p.text(words)
            return {"t": "Para", "c": text} if kind == "RawBlock" else {"t": "Span", "c": [p.NO_ATTR, text]}
        if kind == "Link":
            return {"t": "Span", "c": [p.NO_ATTR, _tame(node["c"][1])]}
        if kind in ("Div", "Span"):
            return {"t": kind, "c": [p.NO_ATTR, _tame(node["c"][1])]}
        if kind == "Str":
            return {"t": "Str", "c": clean_text(node["c"]) or "\u00a0"}
        return {k: _tame(v) for k, v in node.items()}
    if isinstance(node, list):
        return [_tame(n) for n in node]
    return node


def _headings(node: Any) -> Iterator[dict[str, Any]]:
    """Every heading of a pandoc tree, in reading order."""
    if isinstance(node, dict):
        if node.get("t") == "Header":
            yield node
        else:
            yield from _headings(node.get("c"))
    elif isinstance(node, list):
        for child in node:
            yield from _headings(child)


def _plain(inlines: Any) -> str:
    return " ".join(str(n["c"]) for n in inlines if n.get("t") == "Str")


def _level(heads: list[dict[str, Any]]) -> None:
    """Let no heading skip a level, as readers of tagged PDF need it."""
    last = 0
    for head in heads:
        head["c"][0] = last = min(head["c"][0], last + 1)
        head["c"][1] = ["", [], []]
