"""The briefing: one page with the three strongest findings, the newest change and the weightiest disagreement."""

from __future__ import annotations

import base64
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from helpers.figures.style import clean_text, dark_svg, printable
from helpers.figures.titles import join_words, say_count, say_date, sentence_case, shorten
from helpers.foundation.storage import write_bytes, write_text
from helpers.report import prose
from helpers.report.content import Content, Quote, Row, load_content
from helpers.report.document import typst_string
from helpers.report.pdf import compile_typst
from helpers.report.pictures import Picture, prepare_pictures

TEMPLATES = Path(__file__).with_name("templates")
MOST_FINDINGS = 3
QUOTE = 220  # characters of the quote under a finding, so that the page stays one
TITLE = 110


@dataclass(frozen=True, slots=True)
class Finding:
    """A finding with the sentence that shows it best.

    Attributes:
        text: what is said, every number from the tables.
        quote: the claim that carries it, None when there is none.
        excerpt: that quote, cut to fit.
    """

    text: str
    quote: Quote | None
    excerpt: str


@dataclass(frozen=True, slots=True)
class Briefing:
    """What the briefing says."""

    content: Content
    findings: tuple[Finding, ...]
    change: str
    disagreement: str
    picture: Picture


def make_briefing(content: Content, *, reference: Any = None, reports: Path | None = None) -> Briefing:
    """Choose what the briefing says: findings by grade, origins and topic; the widest disagreement; the newest change."""
    pictures = prepare_pictures(content, reference=reference, reports=reports)
    return Briefing(
        content,
        tuple(_describe(m, content) for m in rank_milestones(content)[:MOST_FINDINGS]),
        describe_change(pictures["changes"]),
        describe_disagreement(content),
        pictures["timeline"],
    )


def rank_milestones(content: Content) -> list[Row]:
    """Milestones, the strongest first: grade, then origins, then those of the topic, then the newest."""
    by_date = sorted(content.milestones, key=lambda m: (m["latest"] or "", m["milestone_id"]), reverse=True)
    topic = content.run["profile"]["topic"]
    return sorted(by_date, key=lambda m: (m["grade"], -m["n_origins"], not prose.is_on_topic(m, topic)))


def _describe(m: Row, content: Content) -> Finding:
    text = f"{shorten(clean_text(m['title']), TITLE)}, {say_date(m['earliest'], m['latest'], m['weekday'])}: "
    text += f"{m['status']}, grade {m['grade']}, {say_count(m['n_origins'], 'independent origin')}"
    text += f", disputed on {_fields(m)}." if m["contradictions"] else "."
    quotes = [q for q in content.quotes(m) if q.role != "title"] or content.quotes(m)
    best = min(quotes, key=lambda q: (len(q.text) > QUOTE, q.where), default=None)
    return Finding(text, best, shorten(clean_text(best.text), QUOTE) if best else "")


def _fields(m: Row) -> str:
    return join_words(
        f.replace("n_documents", "number of documents").replace("_", " ") for f in m["contradictions"]
    )


def describe_disagreement(content: Content) -> str:
    """The milestone on which accounts differ most, with both sides; a sentence when they differ on none."""
    contested = [m for m in content.milestones if m["contradictions"]]
    if not contested:
        return "On no milestone do the accounts exclude each other."
    worst = max(
        contested,
        key=lambda m: (
            m["defence"] == "contested",
            "status" in m["contradictions"],
            len(m["contradictions"]),
            m["n_origins"],
        ),
    )
    said = []
    for field, sides in content.sides(worst).items():
        values = join_words(
            f"“{shorten(clean_text(s['value']), 40)}” ({', '.join(s['origins'][:3]) or 'unknown origin'})"
            for s in sides
        )
        said.append(f"{field.replace('n_documents', 'number of documents')}: {values}")
    return f"{shorten(clean_text(worst['title']), TITLE)}, {say_date(worst['earliest'], worst['latest'], worst['weekday'])}. {sentence_case('; '.join(said))}."


def describe_change(picture: Picture) -> str:
    """The newest change since the run before, additions first, with its cause."""
    if picture.prepared.empty:
        return f"{picture.title}."
    first = picture.prepared.iloc[0]
    how = f" ({'; '.join(first['said'])})" if first["said"] else ""
    cause = f", because: {', '.join(first['causes'])}" if first["causes"] else ""
    return f"{picture.title}. {sentence_case(str(first['what']))}: {shorten(first['title'], TITLE)}{shorten(how, 160)}{cause}."


def render_briefing(
    processed: Path, run: Mapping[str, Any], out: Path, *, reference: Any = None, reports: Path | None = None
) -> list[Path]:
    """Write briefing.html and briefing.pdf into `out`; the same tables and run give the same bytes.

    Raises:
        InputError, DossierError: a table is missing or damaged.
        RunError: the PDF could not be typeset.
    """
    return write_briefing(
        make_briefing(load_content(processed, run), reference=reference, reports=reports), out
    )


def write_briefing(briefing: Briefing, out: Path) -> list[Path]:
    """Write a briefing as a page and as a PDF of one page."""
    svg = briefing.picture.svg()
    page, pdf = out / "briefing.html", out / "briefing.pdf"
    write_text(page, _page(briefing, svg))
    write_bytes(pdf, _pdf(briefing, svg))
    return [page, pdf]


def _lines(briefing: Briefing) -> dict[str, str]:
    content = briefing.content
    run = content.run
    return {
        "title": clean_text(run["title"]),
        "freshness": prose.describe_freshness(run),
        "corpus": prose.describe_corpus(content),
        "label": "; ".join(prose.describe_labels(content)),
        "run": f"Run {run['run_id']}, code {run['code_version']}",
        "change": briefing.change,
        "disagreement": briefing.disagreement,
        "care": " ".join(prose.NOT_TO_CONCLUDE[:2]),
        "figure": briefing.picture.title,
        "alt": briefing.picture.alt,
        "source": briefing.picture.source,
    }


def _page(briefing: Briefing, svg: str) -> str:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True
    )
    pictures = [
        "data:image/svg+xml;base64," + base64.b64encode(s.encode("utf-8")).decode("ascii")
        for s in (svg, dark_svg(svg))
    ]
    css = (TEMPLATES / "page.css").read_text(encoding="utf-8")
    return environment.get_template("briefing.html.j2").render(
        lines=_lines(briefing), findings=briefing.findings, pictures=pictures, css=css
    )


def _pdf(briefing: Briefing, svg: str) -> bytes:
    values = _lines(briefing)
    source = "".join(f"#let b-{name} = {typst_string(value)}\n" for name, value in values.items())
    rows = []
    for finding in briefing.findings:
        quote = finding.quote
        parts = {
            "text": finding.text, "excerpt": finding.excerpt, "lang": quote.language if quote else "en",
            "from": f"{quote.source}, published {quote.published}" if quote else "",
        }  # fmt: skip
        direction = "rtl" if quote and quote.rtl else "ltr"
        rows.append(
            "(" + ", ".join(f"{k}: {typst_string(v)}" for k, v in parts.items()) + f", dir: {direction})"
        )
    source += f"#let b-findings = ({', '.join(rows)}{',' if rows else ''})\n"
    source += (TEMPLATES / "briefing.typ").read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory(prefix="dossier-briefing-") as name:
        folder = Path(name)
        (folder / "timeline.svg").write_text(svg, encoding="utf-8")
        (folder / "briefing.typ").write_text(printable(source), encoding="utf-8")
        return compile_typst(folder / "briefing.typ", started=str(briefing.content.run["started"]))
