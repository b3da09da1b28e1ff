"""The claims of articles as the chronology reads them: from their rows, or as an earlier run read them, block by block."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field, fields
from typing import Any

from helpers.chronology.evidence import (
    Evidence,
    EvidenceReader,
    Months,
    Place,
    Spans,
    is_span_of_days,
    open_month,
)
from helpers.chronology.kept_values import KeptBlocks, Values, tell_value
from helpers.chronology.rules import Rules
from helpers.foundation.cache import Cache

Row = Mapping[str, Any]
Pairs = Iterable[tuple[Row, Sequence[Row]]]
_FIELDS = tuple(f.name for f in fields(Evidence))


@dataclass(frozen=True, slots=True)
class Block:
    """Articles that are kept together.

    Attributes:
        key: hash of everything that reading and grouping their claims depends on.
        articles: their names.
        load: gives their rows with those of their claims, and the timexes that date these; asked only where nothing is kept.
    """

    key: str
    articles: Sequence[str]
    load: Callable[[], tuple[Pairs, Iterable[Row]]]


@dataclass(slots=True)
class Reading:
    """The claims of articles.

    Attributes:
        reader: reads a claim that a reviewer corrected.
        claims: as the chronology compares them.
        relative: place of each expression that was resolved against the publication date -> its wording.
        rows: claim_id -> rows of the claim and its article, of claims that a reviewer decided on.
        silent: article_id -> why it makes no claim.
    """

    reader: EvidenceReader
    claims: list[Evidence] = field(default_factory=list)
    relative: dict[Place, str] = field(default_factory=dict)
    rows: dict[str, tuple[Row, Row]] = field(default_factory=dict)
    silent: dict[str, str] = field(default_factory=dict)


def read_claims(told: Pairs, timexes: Iterable[Row], rules: Rules, *, decided: Set[str] = frozenset()) -> Reading:  # fmt: skip
    """Read the claims of articles from their rows.

    Args:
        told: every article's row with the rows of its claims, in any order, each article once.
        timexes: rows of the timexes table, at least those with an open month, from one time to another or resolved
            against the publication date.
        rules: the codebook.
        decided: keys of the claims that a reviewer decided on.

    Raises:
        SchemaError: a claim_id stands twice.
    """
    relative, months, spans = _read_timexes(timexes)
    reader = EvidenceReader(rules, months, spans)
    out = Reading(reader, relative=relative)
    for article, claims in told:
        read = reader.read_article(article, claims)
        out.claims += read
        if article["status"] != "ok":
            out.silent[article["article_id"]] = f"quarantined: {article['reason'] or 'no reason given'}"
        elif not read:
            out.silent[article["article_id"]] = (
                "no statement about a paper, meeting or joint act was found in it"
            )
        if decided:
            by_id = {c["claim_id"]: c for c in claims}
            out.rows |= {e.claim_id: (by_id[e.claim_id], article) for e in read if e.key in decided}
    return out


@dataclass(slots=True)
class ReadBefore:
    """The claims of blocks of articles, as they were read by an earlier run or are now.

    Kept is a table of each block's different values and, for each claim, the numbers of its own: most claims share nearly all.

    Attributes:
        cache: where they are kept.
        blocks: every article that makes claims is in one of them.
    """

    cache: Cache
    blocks: Sequence[Block]
    _kept: KeptBlocks = field(init=False)
    _values: Values = field(default_factory=Values)

    def __post_init__(self) -> None:
        self._kept = KeptBlocks(self.cache, "evidence")

    def read(self, rules: Rules) -> Reading:
        """The claims of all blocks, in order."""
        out = Reading(EvidenceReader(rules, {}))
        for block in self.blocks:
            told_before = self._kept.get(block.key)
            if told_before is not None:
                values, rows, relative = told_before
                cells = [self._values.read(told) for told in values]
                out.claims += [Evidence(*map(cells.__getitem__, row)) for row in rows]
            else:
                made = read_claims(*block.load(), rules)
                out.claims += made.claims
                relative = [[*place, wording] for place, wording in made.relative.items()]
                self._kept.put(block.key, [*_tell(made.claims), relative])
            out.relative.update(((name, start, end), wording) for name, start, end, wording in relative)
        return out

    def read_anew(self, rules: Rules, *, decided: Set[str]) -> Reading:
        """`read_claims` of all blocks: with the rows of claims that a reviewer decided on."""
        pairs = (pair for block in self.blocks for pair in block.load()[0])
        timexes = (row for block in self.blocks for row in block.load()[1])
        return read_claims(pairs, timexes, rules, decided=decided)

    def disown(self) -> None:
        """Keep nothing of what this run read: what it was made from changed meanwhile."""
        self._kept.disown()


def _read_timexes(timexes: Iterable[Row]) -> tuple[dict[Place, str], Months, Spans]:
    """By place: the wording of expressions resolved against the publication date, open months, spans of days."""
    relative: dict[Place, str] = {}
    months: dict[Place, int] = {}
    spans: set[Place] = set()
    for t in timexes:
        place = (t["article_id"], int(t["start"]), int(t["end"]))
        if t["anchor"] == "dct":
            relative[place] = str(t["surface"])
        if (month := open_month(t["value"])) is not None:
            months[place] = month
        if is_span_of_days(t["value"], t["rule"]):
            spans.add(place)
    return relative, months, spans


def _tell(claims: Sequence[Evidence]) -> tuple[list[Any], list[list[int]]]:
    """The different values of claims, and for each claim the numbers of its own, in order of the fields."""
    numbers: dict[tuple[type, Any], int] = {}
    values: list[Any] = []
    rows = []
    for claim in claims:
        row = []
        for name in _FIELDS:
            value = getattr(claim, name)
            number = numbers.setdefault((type(value), value), len(values))  # 1 and True are equal
            if number == len(values):
                values.append(tell_value(value))
            row.append(number)
        rows.append(row)
    return values, rows
