"""Executed notebooks as self-contained pages: nbconvert with a template of ours, no request ever leaves the page."""

from __future__ import annotations

import base64
import hashlib
import html
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from nbconvert.exporters.html import HTMLExporter
from nbconvert.filters.markdown_mistune import markdown2html_mistune

from helpers.figures.style import DARK
from helpers.foundation.storage import write_text
from helpers.report.islands import QUOTE_FIELDS, SOURCE_FIELDS, pack_text

TEMPLATES = Path(__file__).with_name("templates")
PLOTLY = "application/vnd.plotly.v1+json"
_SCRIPT = re.compile(r"<script>(.*?)</script>", re.S)
_MARKUP = re.compile(r"<[^>]+>")
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


class ReportExporter(HTMLExporter):
    """Renders an executed notebook with our template: plotly from its mimetype, everything inline, scripts by hash.

    Stock templates load scripts from elsewhere and drop plotly's mimetype in silence; this one does neither.

    Attributes:
        with_code: show code cells, folded; a report shows none.
    """

    export_from_notebook = "Dossier page"
    with_code = True

    def __init__(self, *, with_code: bool = True, **options: Any):
        super().__init__(**options)  # type: ignore[no-untyped-call]
        self.with_code = with_code

    def from_notebook_node(  # type: ignore[override]
        self, nb: Any, resources: Any = None, **options: Any
    ) -> tuple[str, Any]:
        """The page as text, and nbconvert's resources."""
        resources = self._init_resources(resources or {})  # type: ignore[no-untyped-call]
        page = render_notebook(nb, with_code=self.with_code)
        return page, resources


def export_report(notebook: Path, out: Path) -> Path:
    """Write the executed report notebook as report.html: headings and outputs, no code.

    Raises:
        RunError: never for content; nbformat's errors for a file that is no notebook.
    """
    return _export(notebook, out, with_code=False)


def export_notebook(notebook: Path, out: Path) -> Path:
    """Write any executed notebook as a page, its code folded."""
    return _export(notebook, out, with_code=True)


def _export(notebook: Path, out: Path, *, with_code: bool) -> Path:
    page, _ = ReportExporter(with_code=with_code).from_filename(str(notebook))
    write_text(out, page)
    return out


def render_notebook(nb: Any, *, with_code: bool) -> str:
    """An executed notebook as one page."""
    parts = [_without_unseen(p) for p in _parts(nb, with_code=with_code)]
    banner = next((p for p in parts if 'class="banner"' in p.get("html", "")), None)
    if banner is not None:
        parts.remove(banner)
    headings = [p for p in parts if p["kind"] == "heading"]
    titles = [p["text"] for p in parts if p["kind"] == "title"] + re.findall(
        r"<h1[^>]*>(.*?)</h1>",
        "".join(p.get("html", "") for p in [*parts, *([banner] if banner else [])]),
        re.S,
    )
    with_figures = any(p["kind"] == "plotly" for p in parts)
    values = {
        "title": _MARKUP.sub("", titles[0]).strip() if titles else "Notebook",
        "css": _read("page.css"),
        "script": f"const DARK = {json.dumps(DARK)};\n"
        + _read("page.js")
        .replace("%%SOURCE%%", json.dumps(SOURCE_FIELDS))
        .replace("%%QUOTE%%", json.dumps(QUOTE_FIELDS)),
        "plotly": pack_text(plotly_script()) if with_figures else "",
        "headings": headings,
        "banner": banner["html"] if banner else "",
        "parts": parts,
    }
    page = str(_template().render(resources={"dossier": values}))
    packed = (plotly_script(),) if with_figures else ()
    return page.replace("%%CSP%%", content_security_policy(page, packed), 1)


def content_security_policy(page: str, packed: Sequence[str] = ()) -> str:
    """The policy of a page: nothing from elsewhere, and of scripts only those that we put in, by their hash.

    Args:
        page: the whole page.
        packed: scripts that the page holds packed and runs once it has unpacked them.
    """
    digests = [
        base64.b64encode(hashlib.sha256(s.encode("utf-8")).digest()).decode("ascii")
        for s in (*_SCRIPT.findall(page), *packed)
    ]
    scripts = " ".join(f"'sha256-{d}'" for d in digests) or "'none'"
    return (
        f"default-src 'none'; script-src {scripts}; style-src 'unsafe-inline'; img-src data: blob:; font-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _parts(nb: Any, *, with_code: bool) -> Iterator[dict[str, Any]]:
    n_figures = 0
    for cell in nb.cells:
        tags = cell.metadata.get("tags", [])
        if "no-report" in tags and not with_code:
            continue
        if cell.cell_type == "markdown":
            yield from _markdown(cell.source)
            continue
        if cell.cell_type != "code":
            continue
        if with_code and cell.source.strip():
            yield {"kind": "code", "text": cell.source}
        for output in cell.get("outputs", []):
            for part in _output(output, with_code=with_code):
                if part["kind"] == "plotly":
                    n_figures += 1
                    part["id"] = f"figure-{n_figures}"
                yield part


def _without_unseen(part: dict[str, Any]) -> dict[str, Any]:
    """A part without control characters and without signs that turn the direction of what stands around them."""
    return {k: _UNSEEN.sub("\ufffd", v) if k in ("html", "text") else v for k, v in part.items()}


def _markdown(source: str) -> Iterator[dict[str, Any]]:
    """Headings become parts of their own; the rest is rendered by nbconvert's markdown, with its raw HTML escaped."""
    for block in re.split(r"(?m)^(#{1,2} .*)$", source):
        if m := re.fullmatch(r"(#{1,2}) (.*)", block):
            kind = "title" if len(m[1]) == 1 else "heading"
            text = html.escape(m[2].strip())
            yield {"kind": kind, "text": text, "id": re.sub(r"[^\w]+", "-", m[2].strip().lower()).strip("-")}
        elif block.strip():
            yield {"kind": "html", "html": markdown2html_mistune(block)}


def _output(output: Any, *, with_code: bool) -> Iterator[dict[str, Any]]:
    kind = output["output_type"]
    if kind == "stream":
        if with_code:
            yield {"kind": "text", "text": output["text"]}
        return
    if kind == "error":
        yield {
            "kind": "error",
            "text": "\n".join(re.sub(r"\x1b\[[0-9;]*m", "", line) for line in output["traceback"]),
        }
        return
    data = output["data"]
    if PLOTLY in data:
        figure = data[PLOTLY]
        text = json.dumps(
            {"data": figure["data"], "layout": figure["layout"]}, ensure_ascii=False, separators=(",", ":")
        )
        yield {
            "kind": "plotly",
            "packed": pack_text(text),
            "alt": _alt(output) or "interactive figure; its data are in the table below",
        }
    elif "text/html" in data:
        yield {"kind": "html", "html": _wrapped(str(data["text/html"]))}
    elif "image/svg+xml" in data:
        encoded = base64.b64encode(str(data["image/svg+xml"]).encode("utf-8")).decode("ascii")
        yield {"kind": "image", "address": f"data:image/svg+xml;base64,{encoded}", "alt": _alt(output)}
    elif "image/png" in data:
        yield {
            "kind": "image",
            "address": f"data:image/png;base64,{data['image/png']}".replace("\n", ""),
            "alt": _alt(output),
        }
    elif "text/plain" in data and with_code:
        yield {"kind": "text", "text": data["text/plain"]}


def _wrapped(fragment: str) -> str:
    """Data frames get a region that scrolls by itself and can be reached by keyboard."""
    if "<table" in fragment and "dataframe" in fragment and 'class="wrap"' not in fragment:
        return f'<div class="wrap" tabindex="0" role="region" aria-label="Table">{fragment}</div>'
    return fragment


def _alt(output: Mapping[str, Any]) -> str:
    return str(output.get("metadata", {}).get("alt", ""))


@lru_cache(maxsize=1)
def plotly_script() -> str:
    """plotly.js as its wheel ships it."""
    from plotly.offline import get_plotlyjs

    return str(get_plotlyjs()).replace("</script", "<\\/script")


@lru_cache(maxsize=8)
def _read(name: str) -> str:
    return (TEMPLATES / name).read_text(encoding="utf-8")


@lru_cache(maxsize=1)
def _template() -> Any:
    from jinja2 import Environment, FileSystemLoader

    # parts are HTML already, or escaped by name in the template
    return Environment(loader=FileSystemLoader(TEMPLATES), autoescape=False, trim_blocks=True).get_template(
        "page.html.j2"
    )
