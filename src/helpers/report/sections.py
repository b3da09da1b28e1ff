"""The sections of the report as HTML: what notebook 40 shows and the page is made of."""

from __future__ import annotations

import base64
import json
from dataclasses import fields
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from helpers.figures.style import clean_text
from helpers.figures.titles import say_count, say_date, say_parties, shorten
from helpers.foundation.schemas import TABLES
from helpers.report import islands, prose
from helpers.report.content import Content, Quote, Row, make_quote
from helpers.report.prose import say_edtf

if TYPE_CHECKING:
    from jinja2 import Environment

# quotes; beyond that they are kept packed inside the page and shown when a milestone is opened
MOST_INLINE = 600
MOST_TWIN = (
    60_000  # characters of a picture that comes in a second form for dark pages; a larger one is inverted
)
MOST_ROWS, FIRST_ROWS = 300, 100  # a longer table shows its first rows and keeps the others packed
QUOTE = 160  # characters of the statement that an event left out is shown with


class Section:
    """A fragment of HTML that notebooks and the exporter show as it is; everything in it was escaped when it was made."""

    def __init__(self, html: str):
        self.html = html

    def _repr_html_(self) -> str:
        return self.html


def banner(content: Content) -> Section:
    """Title, run, freshness, label of the corpus and what it is."""
    return _render(
        "banner",
        content,
        freshness=prose.describe_freshness(content.run),
        labels=prose.describe_labels(content),
        corpus=prose.describe_corpus(content),
    )


def findings(content: Content) -> Section:
    """The findings, and what a reader must not conclude."""
    return _render("findings", content, sentences=prose.list_findings(content), care=prose.NOT_TO_CONCLUDE)


def picture(figure: Any, alt: str) -> Section:
    """A print figure as pictures for light and dark pages, shown where the interactive one cannot be."""
    from helpers.figures.style import dark_svg, to_svg

    svg = to_svg(figure)
    macro = _environment().get_template("sections.html.j2").module.picture  # type: ignore[attr-defined]
    twin = _data_address(dark_svg(svg)) if len(svg) < MOST_TWIN else ""
    return Section(str(macro(_data_address(svg), twin, alt)))


def heading(title: str, subtitle: str) -> Section:
    """A figure's finding and measure, above it."""
    macro = _environment().get_template("sections.html.j2").module.heading  # type: ignore[attr-defined]
    return Section(str(macro(title, subtitle)))


def show(module: Any, prepared: Any) -> None:
    """Show one figure in a notebook: finding, interactive form, static twin, and its data as a table."""
    from IPython import display as ipython

    display: Any = ipython.display
    alt = module.alt_text(prepared)
    display(heading(module.title(prepared), module.subtitle(prepared)))
    if prepared.empty:  # the title says it; an empty picture would say no more
        return
    figure = json.loads(module.plot_screen(prepared).to_json())
    display({"application/vnd.plotly.v1+json": figure, "text/plain": alt}, metadata={"alt": alt}, raw=True)
    display(picture(module.plot_print(prepared, framed=False), alt))
    display(
        data_table(
            f"The data of this figure: {module.title(prepared)}",
            module.data_table(prepared),
            note=module.source_line(prepared),
        )
    )


def disagreements(content: Content) -> Section:
    """Every field on which accounts of one milestone exclude each other, the sides beside each other."""
    if not any(content.sides(m) for m in content.milestones):
        return Section("<p>On no milestone do the accounts exclude each other.</p>")
    return _render("disagreements", content)


def data_table(caption: str, frame: Any, *, note: str = "", open_: bool = False) -> Section:
    """The data behind a figure, as a table under it, with its sources; of a long one the first rows, the others packed."""
    macro = _environment().get_template("sections.html.j2").module.datatable  # type: ignore[attr-defined]
    rows = frame.astype(object).where(frame.notna(), "–").to_numpy().tolist()
    first = rows if len(rows) <= MOST_ROWS else rows[:FIRST_ROWS]
    more = [[str(v) for v in row] for row in rows[len(first) :]]
    return Section(
        str(macro(caption, list(frame.columns), first, open_, note, more, islands.make_key(caption, more)))
    )


def milestones(content: Content) -> Section:
    """The milestone table."""
    return _render("milestones", content, reference=bool(content.run.get("reference")))


def evidence(content: Content) -> Section:
    """Each milestone with its quotes in the original, what stands against it, and both sides of what is disputed."""
    reference = bool(content.run.get("reference"))
    n = sum(len(m["claim_ids"]) for m in content.milestones)
    if n <= MOST_INLINE:
        return _render("evidence", content, reference)
    head = _environment().get_template("sections.html.j2").module.evidence_head  # type: ignore[attr-defined]
    heads = [str(head(content, m, reference)) for m in content.milestones]
    sources, parts, context = islands.pack_evidence(content, heads)
    return _render("packed_evidence", content, sources, parts, context, _MOULD, islands.CHUNK)


# A quote without words: the page's script fills copies of it.
_MOULD = Quote(**{field.name: "" for field in fields(Quote)})  # type: ignore[arg-type]


def left_out(content: Content) -> Section:
    """Events that are not charted, with the rule that left each out."""
    import pandas as pd

    rows = [
        (
            e["title"],
            say_parties(e["parties"]) or "–",
            say_date(e["earliest"], e["latest"], e["weekday"]),
            e["left_out_by"],
            e["left_out_reason"],
            _say_evidence(content, e),
        )
        for e in content.left_out
    ]
    if not rows:
        return Section("<p>No event was left out.</p>")
    frame = pd.DataFrame(rows, columns=["Event", "Parties", "Date", "Rule", "Why", "Who says so, and where"])
    return data_table(
        f"{say_count(len(rows), 'event').capitalize()} left out, each with the rule",
        frame,
        open_=len(rows) <= 40,
    )


def _say_evidence(content: Content, event: Row) -> str:
    """The first statement of an event, cut, with its page and place, and how many more there are."""
    claims = sorted(
        (content.claims[c] for c in event["claim_ids"] if c in content.claims),
        key=lambda c: (c["role"] == "title", c["article_id"], c["start"]),
    )
    if not claims:
        return "–"
    first = make_quote(claims[0], content.articles[claims[0]["article_id"]], context=0)
    more = f"; and {say_count(len(claims) - 1, 'more claim')}" if len(claims) > 1 else ""
    return f"{first.source}: “{shorten(clean_text(first.text), QUOTE)}” ({first.where}){more}"


def quarantine(content: Content) -> Section:
    """Files, or parts of files, that became no article."""
    import pandas as pd

    rows = [(q["source_path"], q["source_part"] or "–", q["reason"], q["detail"]) for q in content.quarantine]
    if not rows:
        return Section("<p>Every file became an article: nothing is in quarantine.</p>")
    return data_table(
        f"{say_count(len(rows), 'entry', 'entries').capitalize()} in quarantine",
        pd.DataFrame(rows, columns=["File", "Part", "Reason", "Seen"]),
    )


def method(content: Content) -> Section:
    """The method in the order of the work, with the number that each step leaves."""
    macro = _environment().get_template("sections.html.j2").module.bullets  # type: ignore[attr-defined]
    return Section(str(macro(prose.describe_method(content))))


def data_dictionary() -> Section:
    """Every column of every table."""
    import pandas as pd

    parts = []
    for table in TABLES.values():
        frame = pd.DataFrame(table.data_dictionary())
        parts.append(data_table(f"Table {table.name}: {table.grain}", frame).html)
    return Section("".join(parts))


def _render(name: str, content: Content, *arguments: Any, **values: Any) -> Section:
    template = _environment().get_template("sections.html.j2")
    module = template.make_module(values)
    return Section(str(getattr(module, name)(content, *arguments)))


def _data_address(svg: str) -> str:
    return "data:image/svg+xml;base64," + base64.b64encode(svg.encode("utf-8")).decode("ascii")


@lru_cache(maxsize=1)
def _environment() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(Path(__file__).with_name("templates")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
    )
    environment.filters["date"] = say_date
    environment.filters["count"] = say_count
    environment.filters["steps"] = _say_steps
    environment.filters["packed"] = islands.pack
    environment.filters["sources"] = prose.name_sources
    environment.filters["reference_date"] = prose.say_reference
    environment.filters["said"] = prose.say_side
    return environment


def _say_steps(steps: str) -> list[str]:
    return [
        f"{s.get('by', '')}: {s.get('basis', '')} → {say_edtf(s.get('edtf') or 'open')}"
        for s in json.loads(steps)
    ]
