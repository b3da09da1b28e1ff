"""The report as a document for print: the same content as the page, as pandoc blocks that PDF and DOCX are made from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from helpers.figures.style import clean_text
from helpers.figures.titles import say_count, say_date, say_parties
from helpers.report import pandoc as p
from helpers.report import prose
from helpers.report.content import Content, Quote, Row, say_published, source_of


@dataclass(frozen=True, slots=True)
class PrintedFigure:
    """A figure as a file beside the document (.svg for typst, .png for others), and the words that go with it."""

    file: str
    title: str
    subtitle: str
    source: str
    alt: str
    tall: bool = False


Figures = Mapping[str, PrintedFigure]
MOST_SOURCES = 1000  # cited articles, events left out and files in quarantine listed
MOST_MILESTONES = 200  # rows and evidence chapters printed
MOST_EVIDENCE = (
    300  # quotes printed; beyond that the page and the tables hold the rest, and the document says so
)


def write_document(content: Content, figures: Figures, *, cover: bool = False) -> str:
    """The whole document as pandoc JSON.

    Args:
        content: what the report shows.
        figures: printed figures by name; a chapter whose figure is not there is left out.
        cover: a cover of the template says what the corpus is and what its label says, so the document need not.
    """
    blocks: list[p.Node] = []
    blocks += _front(content, cover=cover)
    blocks += _chapter(figures, "timeline", "Timeline")
    blocks += _milestones(content)
    blocks += _chapter(figures, "corroboration", "Who says what")
    blocks += _disagreements(content)
    blocks += _chapter(figures, "ladder", "How far each paper got")
    blocks += _chapter(figures, "actors", "Who appears with whom")
    blocks += _evidence(content)
    blocks += _sources(content)
    blocks += _chapter(figures, "changes", "What changed since the run before")
    blocks += _chapter(figures, "coverage", "What the corpus covers")
    blocks += _left_out(content)
    blocks += _chapter(figures, "removed", "What cleaning removed")
    blocks += _method(content)
    return p.document(blocks, title=content.run["title"])


def _front(content: Content, *, cover: bool) -> list[p.Node]:
    labels = [] if cover else prose.describe_labels(content)
    blocks = [p.header(1, "Findings", "findings")]
    blocks += (
        [p.para([*p.strong("Label of this corpus:"), {"t": "Space"}, *p.text("; ".join(labels))])]
        if labels
        else []
    )
    blocks += [p.bullets(p.text(s) for s in prose.list_findings(content))]
    blocks += [p.header(2, "What not to conclude"), p.bullets(p.text(s) for s in prose.NOT_TO_CONCLUDE)]
    if not cover:
        blocks += [p.header(2, "The corpus"), p.para(p.text(prose.describe_corpus(content)))]
    return blocks


def _figure(figures: Figures, name: str) -> list[p.Node]:
    """A figure with its finding above and its source below, for whichever writer can show it."""
    printed = figures.get(name)
    if printed is None:
        return []
    if printed.file.endswith(".svg"):
        values = ("title", "subtitle", "source", "alt")
        arguments = ", ".join(f"{v}: {typst_string(getattr(printed, v))}" for v in values)
        return [
            p.raw(
                f"#report-figure({typst_string(printed.file)}, tall: {'true' if printed.tall else 'false'}, {arguments})"
            )
        ]
    image = {"t": "Image", "c": [["", [], [["width", "100%"]]], p.text(printed.alt), [printed.file, ""]]}
    return [
        p.para(p.strong(printed.title)),
        p.para(p.small(printed.subtitle)),
        p.para([image]),
        p.para(p.small(printed.source)),
    ]


def _chapter(figures: Figures, name: str, title: str) -> list[p.Node]:
    blocks = _figure(figures, name)
    return [p.header(1, title, name), *blocks] if blocks else []


def _milestones(content: Content) -> list[p.Node]:
    blocks = [p.header(1, "Milestones", "milestones")]
    if not content.milestones:
        return [
            *blocks,
            p.para(
                p.text(
                    "No event in these pages passes the inclusion rule; the events that were left out are listed below, each with its reason."
                )
            ),
        ]
    rows = [
        [
            say_date(m["earliest"], m["latest"], m["weekday"]), p.link(m["title"], f"#{m['milestone_id']}"), m["status"], m["grade"],
            [*p.text(f"{prose.name_sources(m['origins'])} "), *p.small(f"in {say_count(m['n_articles'], 'article')}")], ", ".join(m["contradictions"]).replace("n_documents", "documents") or "–",
        ]
        for m in content.milestones[:MOST_MILESTONES]
    ]  # fmt: skip
    more = len(content.milestones) - len(rows)
    if more > 0:
        blocks.append(
            p.para(
                p.text(
                    f"The first {len(rows)} of {len(content.milestones):,}; all are in the attached table and in the page."
                )
            )
        )
    return [
        *blocks,
        p.table(
            ["Date", "Milestone", "Status", "Grade", "Who says so", "Disputed"],
            rows,
            [0.18, 0.28, 0.12, 0.08, 0.2, 0.14],
        ),
    ]


def _disagreements(content: Content) -> list[p.Node]:
    contested = [m for m in content.milestones if content.sides(m)]
    blocks = [p.header(1, "Where the sources disagree", "disagreements")]
    if not contested:
        return [*blocks, p.para(p.text("No milestone is contradicted within these pages."))]
    rows: list[list[object]] = []
    for m in contested[:MOST_MILESTONES]:
        when = say_date(m["earliest"], m["latest"], m["weekday"])
        for i, (field, sides) in enumerate(content.sides(m).items()):
            what = (
                [*p.link(m["title"], f"#{m['milestone_id']}"), *p.text(f", {when}")] if i == 0 else p.text("")
            )
            said = [
                p.strong(prose.say_side(s["value"], field))
                + p.text(f" – {', '.join(s['origins']) or 'unknown origin'}")
                for s in sides
            ]
            others: list[p.Node] = []
            for j, inlines in enumerate(said[1:]):
                others += [*([{"t": "LineBreak"}] if j else []), *inlines]
            rows.append([what, field.replace("n_documents", "number of documents"), said[0], others])
    if len(contested) > MOST_MILESTONES:
        blocks.append(
            p.para(
                p.text(
                    f"The first {MOST_MILESTONES} of {len(contested):,}; all are in the contradictions table."
                )
            )
        )
    return [
        *blocks,
        p.table(["Milestone", "Disputed", "One side says", "Another says"], rows, [0.34, 0.16, 0.25, 0.25]),
    ]


def _evidence(content: Content) -> list[p.Node]:
    blocks = [p.header(1, "Evidence", "evidence")]
    printed = 0
    for m in content.milestones[:MOST_MILESTONES]:
        blocks.append(p.header(2, m["title"], m["milestone_id"]))
        facts = [
            say_date(m["earliest"], m["latest"], m["weekday"]),
            m["status"],
            f"grade {m['grade']}",
            m["place"] or "place not stated",
            f"defence: {m['defence']}",
        ]
        if m["reference_date"]:
            facts.append(
                f"reference chronology, from outside the corpus: {prose.say_reference(m['reference_date'])}"
            )
        blocks.append(p.sticky([p.para(p.text(" · ".join(facts)))]))
        quotes = content.quotes(m)
        for quote in quotes[: max(0, MOST_EVIDENCE - printed)]:
            blocks += _quote(quote)
        if printed + len(quotes) > MOST_EVIDENCE:
            left = len(quotes) - max(0, MOST_EVIDENCE - printed)
            blocks.append(
                p.para(p.small(f"{say_count(left, 'more quote')} in the page and in the claims table."))
            )
        printed += len(quotes)
        against = content.opposing(m) if printed < MOST_EVIDENCE else []
        if against:
            blocks.append(p.sticky([p.para(p.strong("Against it"))]))
        for quote in against:
            blocks += _quote(quote)
        printed += len(against)
    return blocks


def _quote(quote: Quote) -> list[p.Node]:
    inlines = [*p.text(quote.before), *p.strong(quote.text), *p.text(quote.after)]
    note = f"{quote.source}, “{clean_text(quote.title)}”, published {quote.published}; says: {quote.says}; event date by this page alone: {quote.event_date}; "
    note += f"by: {quote.chain}; origin: {quote.origin}; {quote.where}"
    return [
        p.sticky([p.foreign(inlines, language=quote.language, rtl=quote.rtl)]),
        p.para(p.small(note) + ([{"t": "Space"}, *p.link("address", quote.url)] if quote.url else [])),
    ]


def _sources(content: Content) -> list[p.Node]:
    blocks = [p.header(1, "Cited articles", "sources")]
    cited = content.cited
    items = []
    for a in cited[:MOST_SOURCES]:
        line = p.text(
            f"{source_of(a)}: “{clean_text(a['title'] or 'no title')}”, published {say_published(a)}, origin {a['origin'] or 'unknown'}. "
        )
        url = a["url"] or ""
        items.append(
            line
            + p.small(f"{a['source_path']}, {a['source_sha256'][:23]}…")
            + ([{"t": "Space"}, *p.link(url, url)] if url else [])
        )
    if len(cited) > len(items):
        said = f"The first {len(items)} of {len(cited):,} by name; all are in the articles table and in the exported references."
        blocks.append(p.para(p.text(said)))
    return [*blocks, p.bullets(items)] if items else [*blocks, p.para(p.text("No article is cited."))]


def _left_out(content: Content) -> list[p.Node]:
    blocks = [p.header(1, "Left out, and why", "left-out")]
    rows = [
        [e["title"], say_parties(e["parties"]) or "–", e["left_out_by"], e["left_out_reason"]]
        for e in content.left_out[:MOST_SOURCES]
    ]
    if len(content.left_out) > len(rows):
        said = f"The first {len(rows)} of {len(content.left_out):,}; all are in the events table."
        blocks.append(p.para(p.text(said)))
    if rows:
        blocks.append(p.table(["Event", "Parties", "Rule", "Why"], rows, [0.28, 0.16, 0.16, 0.4]))
    else:
        blocks.append(p.para(p.text("No event was left out.")))
    if content.quarantine:
        blocks += [
            p.header(2, "Quarantine"),
            p.table(
                ["File", "Reason", "Seen"],
                [_quarantined(q) for q in content.quarantine[:MOST_SOURCES]],
                [0.35, 0.2, 0.45],
            ),
        ]
    return blocks


def _quarantined(row: Row) -> list[object]:
    return [f"{row['source_path']} {row['source_part']}".strip(), row["reason"], row["detail"]]


def _method(content: Content) -> list[p.Node]:
    run = content.run
    blocks = [p.header(1, "Method", "method"), p.bullets(p.text(s) for s in prose.describe_method(content))]
    blocks.append(p.para(p.small(f"Run {run['run_id']}; code {run['code_version']}; as of {run['as_of']}.")))
    return blocks


def typst_string(value: object) -> str:
    """A typst string literal: nothing in it can end it or start code."""
    escaped = clean_text(value).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
