"""What stands behind one mark: its quotes, its disagreements, two of its sources side by side, and why others are missing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import orjson
import pandas as pd

from helpers.chronology.intervals import read_iso
from helpers.explore.corpus import Corpus
from helpers.explore.model_concordance import fold
from helpers.figures.style import clean_text
from helpers.figures.titles import say_date
from helpers.foundation.dates import DateInterval
from helpers.foundation.errors import InputError
from helpers.report.content import Quote, make_quote, say_published, source_of

Row = Mapping[str, Any]
# What two sources of one milestone are compared on.
COMPARED = ("status", "polarity", "date", "place", "instrument", "documents", "defence", "actors", "says so")


@dataclass(frozen=True, slots=True)
class Evidence:
    """Everything behind one event.

    Attributes:
        event: its row.
        date: in words.
        narrowed_by: how the date was narrowed, a sentence a step.
        sides: the contradictions, one row a side.
        quotes: its claims as a reader checks them.
    """

    event: Row
    date: str
    narrowed_by: tuple[str, ...]
    sides: tuple[Row, ...]
    quotes: tuple[Quote, ...]


def find_event(corpus: Corpus, name: str) -> Row:
    """The event of a milestone (mls-), event (evt-) or claim (clm-) id.

    Raises:
        InputError: there is none.
    """
    for event in corpus.events:
        if name in (event["milestone_id"], event["event_id"]) or name in event["claim_ids"]:
            return event
    raise InputError(f"{name!r}: no milestone, event or claim of an event has that id; the tables list them")


def gather_evidence(corpus: Corpus, event: Row) -> Evidence:
    """Gather what stands behind an event; reads the rows of its own claims only."""
    steps = []
    for step in orjson.loads(event["date_steps"]):
        claim = corpus.claims.get(step["claim_id"] or "")
        who = source_of(corpus.articles[claim["article_id"]]) if claim else step["by"]
        steps.append(clean_text(f"{step['edtf'] or 'not known'}: {step['basis']} ({who})"))
    quotes = [make_quote(c, corpus.articles[c["article_id"]]) for c in corpus.claims_of(event)]
    return Evidence(
        event=event,
        date=say_date(event["earliest"], event["latest"], event["weekday"]),
        narrowed_by=tuple(steps),
        sides=corpus.contradictions.get(event["event_id"], ()),
        quotes=tuple(quotes),
    )


def evidence_table(evidence: Evidence) -> pd.DataFrame:
    """The quotes of one event as a plain table."""
    rows = [
        (clean_text(q.source), q.published, q.says, clean_text(q.text), q.event_date, q.origin, q.where)
        for q in evidence.quotes
    ]
    return pd.DataFrame(
        rows, columns=["source", "published", "says", "quote", "date by it", "origin", "where"]
    )


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two sources of one event: what each says, field by field.

    Attributes:
        left, right: their article rows.
        rows: (field, left, right, differ); a field neither states is left out.
        quotes: the quotes of each side.
    """

    left: Row
    right: Row
    rows: tuple[tuple[str, str, str, bool], ...]
    quotes: tuple[tuple[Quote, ...], tuple[Quote, ...]]


def choose_sources(corpus: Corpus, event: Row) -> list[Row]:
    """Sources of an event, those that disagree most with the others first, then by file."""
    articles = corpus.articles_of(event)
    said = {a["article_id"]: _said(corpus, event, a) for a in articles}

    def odds(article: Row) -> int:
        own = said[article["article_id"]]
        return sum(differ(own[f], other[f]) for other in said.values() for f in COMPARED)

    return sorted(articles, key=lambda a: (-odds(a), a["source_path"], a["article_id"]))


def compare_sources(corpus: Corpus, event: Row, left: str, right: str) -> Comparison:
    """Set two articles of one event side by side.

    Raises:
        InputError: an article has no claim of the event.
    """
    known = {a["article_id"]: a for a in corpus.articles_of(event)}
    for name in (left, right):
        if name not in known:
            raise InputError(
                f"{name!r} says nothing of {event['event_id']}; allowed: {', '.join(sorted(known))}"
            )
    a, b = known[left], known[right]
    said_a, said_b = _said(corpus, event, a), _said(corpus, event, b)
    rows = [
        ("published", say_published(a), say_published(b), False),
        ("origin", _origin(a), _origin(b), False),
    ]
    for name in COMPARED:
        if said_a[name] or said_b[name]:
            rows.append(
                (name, _words(said_a[name]), _words(said_b[name]), differ(said_a[name], said_b[name]))
            )
    return Comparison(a, b, tuple(rows), (_quotes(corpus, event, a), _quotes(corpus, event, b)))


def comparison_table(comparison: Comparison) -> pd.DataFrame:
    """The comparison as a plain table; ≠ marks fields on which both speak and differ."""
    rows = [
        (name + (" ≠" if differ else ""), a or "not stated", b or "not stated")
        for name, a, b, differ in comparison.rows
    ]
    return pd.DataFrame(rows, columns=["field", _headed(comparison.left), _headed(comparison.right)])


def _headed(article: Row) -> str:
    return clean_text(f"{source_of(article)} · {article['source_path']} {article['source_part']}")


def _origin(article: Row) -> str:
    return clean_text(f"{article['origin'] or 'not known'} ({article['origin_reason']})")


def _quotes(corpus: Corpus, event: Row, article: Row) -> tuple[Quote, ...]:
    own = [c for c in corpus.claims_of(event) if c["article_id"] == article["article_id"]]
    return tuple(make_quote(c, article) for c in own)


Said = Sequence[str] | Sequence[DateInterval]


def differ(one: Said, other: Said) -> bool:
    """True when two sources both speak and exclude each other: saying more, or less exactly, is no disagreement."""
    if not one or not other:
        return False
    if isinstance(one[0], DateInterval):
        return all(isinstance(b, DateInterval) and a.intersect(b) is None for a in one for b in other)  # type: ignore[union-attr]
    return not (set(one) <= set(other) or set(other) <= set(one))


def _words(said: Said) -> str:
    return "; ".join(
        say_date(v.earliest, v.latest, v.weekday) if isinstance(v, DateInterval) else clean_text(v)
        for v in said
    )


def _said(corpus: Corpus, event: Row, article: Row) -> dict[str, Said]:
    own = [c for c in corpus.claims_of(event) if c["article_id"] == article["article_id"]]

    def each(name: str) -> list[str]:
        return list(dict.fromkeys(str(c[name]) for c in own if c[name] is not None))

    dates = [DateInterval(read_iso(c["earliest"]), read_iso(c["latest"]), c["weekday"]) for c in own]
    return {
        "status": each("status"),
        "polarity": each("polarity"),
        "date": list(dict.fromkeys(d for d in dates if not d.is_unknown)),
        "place": each("place"),
        "instrument": each("instrument"),
        "documents": each("n_documents"),
        "defence": each("defence"),
        "actors": sorted({name for c in own for name in c["actors"]}),
        "says so": list(dict.fromkeys(" ← ".join(c["attribution"]) for c in own if c["attribution"])),
    }


def list_absences(corpus: Corpus, about: str = "") -> pd.DataFrame:
    """Why something is not on the chart: events left out, articles without an event, files in quarantine.

    Args:
        about: words that all must occur in the row (title, file, reason, quote, id); '' lists everything.

    Returns:
        one row a thing: what it is, its name, its wording, the rule and why.
    """
    rows: list[tuple[str, str, str, str, str]] = []
    used: set[str] = set()
    for event in corpus.events:
        used |= {corpus.claims[c]["article_id"] for c in event["claim_ids"]}
        if event["milestone_id"] is None:
            rows.append(
                (
                    "event left out", event["event_id"], clean_text(event["title"]), event["left_out_by"] or "",
                    clean_text(event["left_out_reason"] or ""),
                )
            )  # fmt: skip
    claimed: dict[str, int] = {}
    for claim in corpus.claims.values():
        claimed[claim["article_id"]] = claimed.get(claim["article_id"], 0) + 1
    for article in sorted(corpus.articles.values(), key=lambda a: (a["source_path"], a["source_part"])):
        if article["article_id"] in used:
            continue
        if article["status"] != "ok":
            rule, why = "quarantined", article["reason"] or "no reason given"
        elif article["article_id"] in claimed:
            rule, why = "claims rejected", "a reviewer rejected every claim in it"
        else:
            rule, why = "no claim", "no statement about a paper, meeting or joint act was found in it"
        name = f"{article['source_path']} {article['source_part']}".strip()
        rows.append(
            (
                "article without an event",
                clean_text(name),
                clean_text(article["title"] or ""),
                rule,
                clean_text(why),
            )
        )
    for entry in corpus.quarantine:
        name = f"{entry['source_path']} {entry['source_part']}".strip()
        rows.append(
            ("file in quarantine", clean_text(name), "", entry["reason"], clean_text(entry["detail"]))
        )
    words = fold(about).split()
    kept = [r for r in rows if all(any(w in fold(cell) for cell in r) for w in words)]
    return pd.DataFrame(kept, columns=["what", "name", "wording", "rule", "why"])
