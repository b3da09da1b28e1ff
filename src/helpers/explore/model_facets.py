"""Facets with live counts over the events of a run: every value is a set of bits, every count an intersection."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from helpers.explore.corpus import Corpus
from helpers.foundation.errors import InputError

Row = Mapping[str, Any]
Selection = Mapping[str, Sequence[str]]

# In the order they are shown. What an event has several of (languages, outlets ...) counts under each.
FACETS = (
    "language", "outlet", "country", "origin", "status", "area", "period", "grade", "contested", "charted",
)  # fmt: skip
UNKNOWN = "not known"
CENTURY_SPAN = 30  # years; a longer span is counted as open instead of under each year


@dataclass(frozen=True, slots=True)
class Count:
    """One value of a facet: how many events it would show with the other facets as they are."""

    value: str
    events: int
    chosen: bool


@dataclass(frozen=True, slots=True)
class FacetIndex:
    """Which events have which value: `bits[facet][value]` holds one bit an event, in the order of `events`."""

    events: tuple[Row, ...]
    bits: Mapping[str, Mapping[str, int]]

    @property
    def all_bits(self) -> int:
        """Every event."""
        return (1 << len(self.events)) - 1

    def check(self, selection: Selection) -> None:
        """Check a selection.

        Raises:
            InputError: an unknown facet, or a value no event has.
        """
        for facet, values in selection.items():
            if facet not in self.bits:
                raise InputError(f"facet {facet!r} is not known; allowed: {', '.join(FACETS)}")
            for value in values:
                if value not in self.bits[facet]:
                    some = ", ".join(list(self.bits[facet])[:12])
                    raise InputError(f"{facet}={value!r}: no event of these tables has it; there are: {some}")

    def select_bits(self, selection: Selection, *, without: str = "") -> int:
        """Events that pass: any value within a facet, every facet together.

        Args:
            selection: facet -> chosen values; none chosen means all pass.
            without: a facet to leave out, for the counts beside its own values.
        """
        found = self.all_bits
        for facet, values in selection.items():
            if values and facet != without:
                union = 0
                for value in values:
                    union |= self.bits[facet].get(value, 0)
                found &= union
        return found

    def select(self, selection: Selection) -> list[Row]:
        """The events that pass, by date."""
        return [self.events[i] for i in positions(self.select_bits(selection))]

    def count(self, selection: Selection) -> dict[str, list[Count]]:
        """Counts for each facet, the chosen values and those with events; most frequent first, periods and grades in order."""
        out: dict[str, list[Count]] = {}
        for facet, values in self.bits.items():
            others = self.select_bits(selection, without=facet)
            chosen = set(selection.get(facet, ()))
            counts = [Count(v, (bits & others).bit_count(), v in chosen) for v, bits in values.items()]
            if facet in ("period", "grade"):
                counts.sort(key=lambda c: (c.value == UNKNOWN, c.value))
            else:
                counts.sort(key=lambda c: (-c.events, c.value == UNKNOWN, c.value))
            out[facet] = [c for c in counts if c.events or c.chosen]
        return out


def positions(bits: int) -> Iterable[int]:
    """The places of the bits that are set, ascending; linear in the number of bytes."""
    for at, byte in enumerate(bits.to_bytes((bits.bit_length() + 7) // 8, "little")):
        for i in range(8):
            if byte >> i & 1:
                yield at * 8 + i


def index_facets(corpus: Corpus) -> FacetIndex:
    """Index the events of a corpus."""
    marks: dict[str, dict[str, bytearray]] = {name: {} for name in FACETS}
    size = (len(corpus.events) + 7) // 8
    for i, event in enumerate(corpus.events):
        for facet, values in describe_event(corpus, event).items():
            for value in values:
                row = marks[facet].setdefault(value, bytearray(size))
                row[i // 8] |= 1 << i % 8
    bits = {f: {v: int.from_bytes(b, "little") for v, b in values.items()} for f, values in marks.items()}
    return FacetIndex(corpus.events, bits)


def describe_event(corpus: Corpus, event: Row) -> dict[str, set[str]]:
    """The values of an event for each facet."""
    claims = [corpus.claims[c] for c in event["claim_ids"]]
    articles = [corpus.articles[c["article_id"]] for c in claims]
    return {
        "language": {c["language"] for c in claims} or {UNKNOWN},
        "outlet": {a["outlet"] or UNKNOWN for a in articles} or {UNKNOWN},
        "country": {c["country"] for c in claims if c["country"]} or {UNKNOWN},
        "origin": set(event["origins"]) or {UNKNOWN},
        "status": {event["status"]},
        "area": set(event["areas"]) or {UNKNOWN},
        "period": set(years_of(event)),
        "grade": {event["grade"]},
        "contested": set(event["contradictions"]) or {"no"},
        "charted": {"yes" if event["milestone_id"] else f"no: {event['left_out_by'] or UNKNOWN}"},
    }


def years_of(event: Row) -> list[str]:
    """Years the date of an event may fall in; a bound alone, or a very wide span, is 'open'."""
    low, high = event["earliest"], event["latest"]
    if low is None and high is None:
        return [UNKNOWN]
    if low is None or high is None or int(high[:4]) - int(low[:4]) > CENTURY_SPAN:
        return ["open"]
    return [str(year) for year in range(int(low[:4]), int(high[:4]) + 1)]


def counts_table(counts: Mapping[str, Sequence[Count]]) -> pd.DataFrame:
    """The counts as a table: one row a facet and value."""
    rows = [
        (facet, ("✓ " if c.chosen else "") + c.value, c.events)
        for facet, listed in counts.items()
        for c in listed
    ]
    return pd.DataFrame(rows, columns=["facet", "value", "events"])


def events_table(events: Sequence[Row]) -> pd.DataFrame:
    """Events as people read them: one row an event."""
    from helpers.figures.style import clean_text
    from helpers.figures.titles import say_date

    rows = [
        (
            say_date(e["earliest"], e["latest"], e["weekday"]), clean_text(e["title"]), e["status"], e["grade"], e["n_origins"],
            e["n_articles"], ", ".join(e["contradictions"]), e["milestone_id"] or f"not charted: {e['left_out_by']}",
            e["event_id"],
        )
        for e in events
    ]  # fmt: skip
    columns = ["date", "what", "status", "grade", "origins", "articles", "contested", "milestone", "event"]
    return pd.DataFrame(rows, columns=columns)
