"""What bounds the date of a claim beside its own words: publication, terms of office, anniversaries, order of telling.

Every bound is kept as a step with its basis, so that a fused date can show what narrowed it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from helpers.chronology.anniversaries import Anniversaries
from helpers.chronology.evidence import Evidence
from helpers.chronology.features import NARROW
from helpers.chronology.intervals import UNKNOWN, tighten_to_month, width_in_days
from helpers.chronology.people import People
from helpers.foundation.dates import DateInterval

# Order in which steps are applied and shown: what the page says of the event first, what is concluded last.
STATED, NEWS_LEAD, PUBLISHED, OFFICE, ANNIVERSARY, VISIT, SAME_DAY, TOLD_AFTER, RESOLVED, MONTH, DENIED = (
    "stated",
    "news of the day",
    "publication",
    "term of office",
    "anniversary",
    "same visit",
    "same day",
    "order of telling",
    "publication day narrowed",
    "month",
    "news denied",
)
ORDER = {
    name: i
    for i, name in enumerate(
        (
            STATED,
            NEWS_LEAD,
            PUBLISHED,
            OFFICE,
            ANNIVERSARY,
            VISIT,
            SAME_DAY,
            TOLD_AFTER,
            RESOLVED,
            MONTH,
            DENIED,
        )
    )
}


@dataclass(frozen=True, slots=True)
class Bound:
    """One thing that narrows a date.

    Attributes:
        by: one of the names above.
        basis: the reason in words.
        claim_id: the claim it was read from.
        interval: what it allows (unknown for a month).
        month: 1-12 for a month without a year, else None.
    """

    by: str
    basis: str
    claim_id: str
    interval: DateInterval
    month: int | None = None

    def apply(self, interval: DateInterval) -> DateInterval | None:
        """Narrow an interval by this bound; None when the two exclude each other."""
        if self.month is not None:
            return tighten_to_month(interval, self.month)
        return interval.intersect(self.interval)


def bound_article(
    claims: Sequence[Evidence], *, people: People, anniversaries: Anniversaries
) -> dict[str, list[Bound]]:
    """The bounds of every claim of one article, by claim_id.

    Rules:
        news of the day: a lead in the past tense without a date, on a page of known day, tells of the days before.
        publication: what a page tells as having happened lies on or before the last possible day of publication.
        term of office: people act while they hold an office that config/actors.yml gives them; who is only inferred
            from earlier sentences bounds nothing.
        anniversary: an event that marks an anniversary lies in its calendar year.
        same visit: a visit told twice without a second date, and a paper told in the same sentence, has the first's date.
        order of telling: the news of an article does not lie before what the same article recalls as older.
        news denied: a paper that an article denies without a date is held against those of the day of its news. It tells
            which event the denial belongs to and never dates one.

    Args:
        claims: the claims of one article.
        people: offices and terms.
        anniversaries: known anniversaries and their wording.
    """
    bounds = {c.claim_id: _own_bounds(c, people, anniversaries) for c in claims}
    for claim_id, found in _bounds_of_visits(claims, bounds, people).items():
        bounds[claim_id] += found
    for denial, news in _denied_news(claims):
        basis = "an article denies without a date what its news is about"
        bounds[denial.claim_id].append(Bound(DENIED, basis, news.claim_id, news.interval))
    recalled = [
        (c, low)
        for c in claims
        if c.is_background and not c.is_title and (low := _earliest(bounds[c.claim_id]))
    ]
    if recalled:
        latest = max(recalled, key=lambda pair: (pair[1].earliest, pair[0].claim_id))
        for claim in claims:
            if claim.polarity == "asserted" and claim.stage == "done":
                bounds[claim.claim_id].append(
                    Bound(
                        TOLD_AFTER,
                        "the same article recalls an older event of that time",
                        latest[0].claim_id,
                        DateInterval(latest[1].earliest, None),
                    )
                )
    return bounds


def _denied_news(claims: Sequence[Evidence]) -> Iterator[tuple[Evidence, Evidence]]:
    """Denials of papers that have no date, each with the first dated news of the same parties in the article."""
    news: dict[tuple[str, ...], Evidence] = {}
    for claim in sorted(claims, key=lambda c: (c.start, c.claim_id)):
        width = width_in_days(claim.interval)
        narrow_enough = width is not None and width <= NARROW
        if claim.polarity == "asserted" and claim.stage == "done" and not claim.is_title and narrow_enough:
            news.setdefault(claim.parties, claim)
    for denial in claims:
        if denial.kind == "agreement" and denial.status == "denied" and denial.stage == "any":
            told = news.get(denial.parties)
            if told is not None and denial.date_span is None and not _is_dated(denial):
                yield denial, told


def _bounds_of_visits(
    claims: Sequence[Evidence], bounds: Mapping[str, Sequence[Bound]], people: People
) -> dict[str, list[Bound]]:
    """The date of a visit for later mentions of it that have none, and for papers told in the same sentence.

    The same visit is meant when one article tells, in one voice, of two meetings in one place with the same visitor
    (somebody who does not act for the country of the place) and dates only the first.
    """
    out: dict[str, list[Bound]] = {}
    visits: dict[tuple[bool, str, str], Evidence] = {}
    dated_by: dict[tuple[bool, int, str], Evidence] = {}
    for claim in sorted(claims, key=lambda c: (c.start, c.claim_id)):
        if claim.kind != "consultation" or claim.is_title or claim.place is None or not claim.has_happened:
            continue
        visitors = [a for a in claim.actors if claim.country and people.side(a) not in ("", claim.country)]
        keys = [(claim.is_background, claim.place, a) for a in visitors]
        if _is_dated(claim):
            for key in keys:
                visits[key] = claim
            continue
        first = next((visits[k] for k in keys if k in visits), None)
        if first is not None:
            out[claim.claim_id] = _copied(first, bounds)
            dated_by[claim.is_background, claim.start, claim.place] = first
    for claim in claims:
        first = dated_by.get((claim.is_background, claim.start, claim.place or ""))
        if first is not None and claim.kind != "consultation" and not _is_dated(claim):
            out[claim.claim_id] = _copied(first, bounds)
    return out


def _is_dated(claim: Evidence) -> bool:
    return claim.month is not None or not claim.interval.is_unknown


def _copied(first: Evidence, bounds: Mapping[str, Sequence[Bound]]) -> list[Bound]:
    """The stated date of a visit as a bound of what happened during it."""
    basis = "told as happening on the visit that this claim dates"
    return [
        Bound(MONTH if b.by == MONTH else VISIT, basis, first.claim_id, b.interval, b.month)
        for b in bounds[first.claim_id]
        if b.by in (STATED, NEWS_LEAD, MONTH)
    ]


def _earliest(bounds: Iterable[Bound]) -> DateInterval | None:
    """What the claim's bounds allow together, None when nothing bounds it from below or they contradict each other."""
    narrowed = narrow(UNKNOWN, bounds)
    return narrowed if narrowed is not None and narrowed.earliest is not None else None


def _own_bounds(claim: Evidence, people: People, anniversaries: Anniversaries) -> list[Bound]:
    out = []
    if not claim.interval.is_unknown:
        by = NEWS_LEAD if claim.is_news_date else STATED
        out.append(Bound(by, claim.date_basis, claim.claim_id, claim.interval))
    if claim.has_happened and claim.published.latest is not None:
        out.append(
            Bound(
                PUBLISHED,
                "told as having happened on a page published by then",
                claim.claim_id,
                DateInterval(None, claim.published.latest),
            )
        )
    if claim.polarity != "hypothetical" and not claim.infers_people:
        for surname in claim.actors:
            term = people.in_office(surname)
            if not term.is_unknown:
                out.append(Bound(OFFICE, f"{surname} held office", claim.claim_id, term))
    marked = anniversaries.find(claim.quote, claim.language, claim.parties)
    if marked is not None:
        anniversary, count = marked
        out.append(
            Bound(
                ANNIVERSARY,
                f"marks {count} years of {anniversary.id}",
                claim.claim_id,
                anniversary.year(count),
            )
        )
    if claim.month is not None:
        out.append(Bound(MONTH, f"month {claim.month}, year not said", claim.claim_id, UNKNOWN, claim.month))
    return out


def narrow(interval: DateInterval, bounds: Iterable[Bound]) -> DateInterval | None:
    """Apply bounds in their order; None when they exclude each other."""
    out: DateInterval | None = interval
    for bound in sorted(bounds, key=lambda b: ORDER[b.by]):
        if out is None:
            return None
        out = bound.apply(out)
    return out
