"""The fused date of an event: bounds intersected one by one, each narrowing step recorded, contradictions kept open."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from helpers.chronology.accounts import DENIAL, Account, whole_span
from helpers.chronology.intervals import UNKNOWN, group_compatible, hull, intersect_all, width_in_days
from helpers.chronology.narrowing import DENIED, NEWS_LEAD, ORDER, PUBLISHED, STATED, Bound
from helpers.foundation.dates import DateInterval

CONTRADICTED = "contradiction"
SIGNED = ("signed", "ratified", "in force")


@dataclass(frozen=True, slots=True)
class DateSide:
    """One side of a contradiction about the date: accounts whose stated dates share a day."""

    interval: DateInterval
    accounts: tuple[Account, ...]


@dataclass(frozen=True, slots=True)
class FusedDate:
    """The date of an event.

    Attributes:
        interval: what all bounds allow together, or the hull of the sides where they contradict each other.
        steps: every bound that narrowed it, in order: by, basis, claim_id, edtf (the interval after the step).
        sides: the sides of a contradiction, empty when there is none.
    """

    interval: DateInterval
    steps: tuple[Mapping[str, str | None], ...]
    sides: tuple[DateSide, ...]

    @property
    def steps_json(self) -> str:
        """The steps as the JSON string of the tables."""
        return json.dumps([dict(s) for s in self.steps], ensure_ascii=False, separators=(",", ":"))


def fuse_dates(
    accounts: Sequence[Account], *, count_origins: Callable[[Sequence[Account]], int]
) -> FusedDate:
    """Fuse the dates of the accounts of one event.

    Rule for contradictions: when stated dates exclude each other, the side with more independent origins gives the
    date if it has at least two and more than every other; otherwise the date is the hull of all sides. Nothing is
    averaged and no side is dropped: both stay rows of the contradictions table. A concluded bound (news of the day,
    publication, term of office, anniversary, order of telling) that excludes what is stated is not used, and a step says so.

    A denial dates an event only where nobody else tells of it ("they had not met since December").

    The day on which a paper was agreed does not date its signature; it bounds it from below.

    Args:
        accounts: the accounts of the event, in any order.
        count_origins: number of independent origins of some of them.
    """
    accounts = _signed_after_agreed(accounts)
    sides = _sides(accounts)
    used: Sequence[Account] = accounts
    if len(sides) > 1:
        counts = [count_origins([a for a in side.accounts if _states_a_date(a)]) for side in sides]
        best = max(counts)
        if best < 2 or counts.count(best) > 1:
            whole = hull(side.interval for side in sides)
            step = _step(CONTRADICTED, "stated dates exclude each other: all sides are kept open", "", whole)
            return FusedDate(whole, (step,), tuple(sides))
        used = sides[counts.index(best)].accounts
    steps: list[Mapping[str, str | None]] = []
    if len(sides) > 1:
        steps.append(
            _step(
                CONTRADICTED,
                "stated dates exclude each other: the side with most origins is taken",
                "",
                UNKNOWN,
            )
        )
    spans = {c.interval for a in used for c in a.claims if c.lasting}
    interval = UNKNOWN
    told = [a for a in used if a.voice != DENIAL and a.bounds] or used
    for bound in _distinct(b for a in told for b in a.bounds if b.by != DENIED):
        if bound.by in (STATED, NEWS_LEAD, PUBLISHED) and any(_cuts(bound, span) for span in spans):
            continue
        narrowed = bound.apply(interval)
        if narrowed is None:
            steps.append(
                _step(
                    bound.by, f"not used, it excludes what is stated: {bound.basis}", bound.claim_id, interval
                )
            )
        elif narrowed != interval:
            interval = narrowed
            steps.append(_step(bound.by, bound.basis, bound.claim_id, interval))
    return FusedDate(interval, tuple(steps), tuple(sides) if len(sides) > 1 else ())


def _states_a_date(account: Account) -> bool:
    """False for who goes with every side because the page words no date."""
    return any(not c.stated.is_unknown for c in account.claims)


def _cuts(bound: Bound, span: DateInterval) -> bool:
    """True for a day of what took several, and for a page that came out before its end."""
    return bound.interval.intersect(span) not in (None, span)


def _signed_after_agreed(accounts: Sequence[Account]) -> list[Account]:
    """Accounts in which the day a paper was agreed bounds its signature from below instead of dating it.

    Only where the body of some article tells of the signature as well; otherwise the agreement is the event.
    """
    body = [c for a in accounts for c in a.claims if not c.is_title]
    if not any(c.status in SIGNED for c in body):
        return list(accounts)
    out = []
    for account in accounts:
        agreed = {c.claim_id for c in account.claims if c.status == "agreed"}
        out.append(_loosened(account, agreed) if agreed else account)
    return out


def _loosened(account: Account, agreed: set[str]) -> Account:
    def loosen(interval: DateInterval) -> DateInterval:
        return DateInterval(interval.earliest, None)

    claims = [replace(c, interval=loosen(c.interval)) if c.claim_id in agreed else c for c in account.claims]
    bounds = [b for b in account.bounds if b.claim_id not in agreed]
    bounds += [
        replace(b, interval=loosen(b.interval), basis=f"signed on or after the day it was agreed: {b.basis}")
        for b in account.bounds
        if b.claim_id in agreed and b.by in (STATED, NEWS_LEAD)
    ]
    return replace(account, claims=tuple(claims), bounds=tuple(bounds))


def _sides(accounts: Sequence[Account]) -> list[DateSide]:
    """Accounts grouped by stated dates that share a day; one group when nothing contradicts."""
    ordered = sorted(accounts, key=lambda a: a.key)
    claims = [c for a in accounts for c in a.claims]
    stated = [intersect_all(c.stated for c in a.claims) or UNKNOWN for a in ordered]
    # the first and the last day of what took several do not contradict each other
    stated = [(whole_span(claims, s) or s) if not s.is_unknown else s for s in stated]
    out = []
    for group in group_compatible(stated):
        common = intersect_all(stated[i] for i in group)
        out.append(DateSide(common if common is not None else UNKNOWN, tuple(ordered[i] for i in group)))
    return out


def _distinct(bounds: Iterable[Bound]) -> list[Bound]:
    """Bounds in their order, narrowest first within a kind, each content once."""
    listed = sorted(bounds, key=_rank)
    seen: set[tuple[str, DateInterval, int | None]] = set()
    out = []
    for bound in listed:
        content = (bound.by, bound.interval, bound.month)
        if content not in seen:
            seen.add(content)
            out.append(bound)
    return out


def _rank(bound: Bound) -> tuple[int, int, int, int, int, str]:
    interval = bound.interval
    width = width_in_days(interval)
    return (
        ORDER[bound.by],
        width if width is not None else 10**7,
        interval.earliest.toordinal() if interval.earliest else 0,
        interval.latest.toordinal() if interval.latest else 0,
        interval.weekday or 0,
        bound.claim_id,
    )


def _step(by: str, basis: str, claim_id: str, interval: DateInterval) -> Mapping[str, str | None]:
    edtf = interval.edtf
    if interval.weekday is not None:
        edtf = f"{edtf or '../..'} on weekday {interval.weekday}"
    return {"by": by, "basis": basis, "claim_id": claim_id, "edtf": edtf}
