"""The cited articles as references: CSL-JSON, BibTeX (by pandoc) and RIS (by rispy)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from helpers.figures.style import clean_text
from helpers.figures.titles import to_day
from helpers.foundation.dates import month_end
from helpers.foundation.storage import write_text
from helpers.report.exports import Dossier, Format, Row, write_json

CSL_LIMITS = (
    "publication dates with one open end: `issued` is given literally",
    "bylines as structured names: they are literal",
)
BIB_LIMITS = (
    "the day of publication: only month and year",
    "publication dates that are no day, month, year or closed range: left out, the note gives them in EDTF",
    *CSL_LIMITS[1:],
)
RIS_LIMITS = (
    "publication dates that are no day, month or year: left out, the note gives them in EDTF",
    *CSL_LIMITS[1:],
)
_NO_MARKUP = {ord("<"): "‹", ord(">"): "›"}


def csl_item(article: Row, run_id: str) -> dict[str, Any]:
    """One article as a CSL-JSON item; nothing is invented for what the page does not say."""
    item: dict[str, Any] = {
        "id": article["article_id"], "type": "article-newspaper", "language": article["language"],
        "title": clean_text(article["title"]) if article["title"] else "[no title on the page]",
        "note": f"run {run_id}; {article['source_sha256']}; publication date: {article['published_edtf'] or 'unknown'} ({article['published_evidence']})",
    }  # fmt: skip
    if article["outlet"]:
        item["container-title"] = clean_text(article["outlet"])
    if article["byline"]:
        item["author"] = [{"literal": clean_text(article["byline"])}]
    if article["url"]:
        item["URL"] = article["url"]
    if article["published_edtf"]:
        item["issued"] = issued(article)
    return item


def issued(article: Row) -> dict[str, Any]:
    """A publication date as CSL writes it: a day, a month, a year, a closed range; else the EDTF string itself."""
    low, high = to_day(article["published_earliest"]), to_day(article["published_latest"])
    if low is None or high is None:
        return {"literal": article["published_edtf"]}
    if low == high:
        return {"date-parts": [[low.year, low.month, low.day]]}
    if low.day == 1 and high == month_end(high.year, high.month):
        if (low.year, low.month) == (high.year, high.month):
            return {"date-parts": [[low.year, low.month]]}
        if (low.year, low.month, high.month) == (high.year, 1, 12):
            return {"date-parts": [[low.year]]}
    return {"date-parts": [[low.year, low.month, low.day], [high.year, high.month, high.day]]}


def write_csl(dossier: Dossier, out: Path) -> list[Path]:
    """references.csl.json; the run id stands in each item's note, for CSL-JSON is a bare list."""
    return [write_json(out / "references.csl.json", [csl_item(a, dossier.run_id) for a in dossier.cited])]


def write_bibtex(dossier: Dossier, out: Path) -> list[Path]:
    """references.bib, converted from CSL-JSON by pandoc, which knows how to escape."""
    import pypandoc

    items = [csl_item(a, dossier.run_id) for a in dossier.cited]
    for item in items:
        if "literal" in item.get("issued", {}):
            del item["issued"]
    text = pypandoc.convert_text(_as_text(items), "bibtex", format="csljson") if items else ""
    path = out / "references.bib"
    write_text(
        path,
        f"% Run {dossier.run_id}, as of {dossier.run['as_of']}. Cannot express: {'; '.join(BIB_LIMITS)}.\n\n{text}",
    )
    return [path]


def _as_text(items: list[dict[str, Any]]) -> str:
    """CSL-JSON for pandoc, which reads a little markup in titles: what a page says is shown, not obeyed."""
    shown: list[dict[str, Any]] = []
    for item in items:
        texts: dict[str, Any] = {
            k: str(item[k]).translate(_NO_MARKUP) for k in ("title", "container-title", "note") if k in item
        }
        # without this pandoc writes English titles with capitals that the page does not have
        shown.append({**item, **texts, "title": f'<span class="nocase">{texts["title"]}</span>'})
    return json.dumps(shown, ensure_ascii=False)


def write_ris(dossier: Dossier, out: Path) -> list[Path]:
    """references.ris, written by rispy."""
    import rispy

    entries = []
    for a in dossier.cited:
        item = csl_item(a, dossier.run_id)
        parts = item.get("issued", {}).get("date-parts", [])
        entry: dict[str, Any] = {
            "type_of_reference": "NEWS",
            "id": a["article_id"],
            "title": item["title"],
            "language": a["language"],
            "notes": [clean_text(item["note"])],
        }
        if len(parts) == 1:
            numbers = [*map(str, parts[0])]
            entry["year"] = numbers[0]
            entry["date"] = "/".join([numbers[0], *(n.zfill(2) for n in numbers[1:])]) + "/" * (
                3 - len(numbers)
            )
        for name, key in (("secondary_title", "container-title"), ("urls", "URL")):
            if key in item:
                entry[name] = [clean_text(item[key])] if name == "urls" else item[key]
        if "author" in item:
            entry["authors"] = [item["author"][0]["literal"]]
        entries.append(entry)
    path = out / "references.ris"
    write_text(path, rispy.dumps(entries, implementation=_plain_writer()))
    return [path]


def _plain_writer() -> Any:
    """rispy's writer without the running numbers it puts before each entry: RIS begins with TY."""
    import rispy

    class PlainWriter(rispy.RisWriter):  # type: ignore[misc,unused-ignore]
        """RIS entries, nothing between them."""

        def set_header(self, count: int) -> str:
            """No number before an entry."""
            return ""

    return PlainWriter


FORMATS = (
    Format(
        "csl", "references.csl.json: the cited articles as CSL-JSON (Zotero, pandoc)", CSL_LIMITS, write_csl
    ),
    Format("bibtex", "references.bib: the cited articles as BibTeX", BIB_LIMITS, write_bibtex),
    Format("ris", "references.ris: the cited articles as RIS (EndNote, Mendeley)", RIS_LIMITS, write_ris),
)
