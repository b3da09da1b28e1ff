"""A second look at dates, once events of several articles are known: what an event dated elsewhere says about a page.

A page that tells of an event as its news was published after it, and what the page recalls as older lies before it. The
first dates relative expressions ("last year") on pages whose day is not known; the second bounds what has no date at all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from helpers.chronology.accounts import BACKGROUND, NEWS, Account
from helpers.chronology.evidence import Evidence
from helpers.chronology.narrowing import RESOLVED, SAME_DAY, TOLD_AFTER, Bound
from helpers.chronology.resolved import Resolved
from helpers.foundation.dates import DateInterval

# Resolves the wording of a claim's date against a publication interval; None when it does not depend on it.
Resolve = Callable[[Evidence, DateInterval], DateInterval | None]


def look_again(
    events: Sequence[tuple[Sequence[Account], DateInterval]], resolve: Resolve
) -> dict[str, list[Bound]]:
    """Further bounds of claims, by claim_id.

    Args:
        events: the accounts of each event and its fused date so far.
        resolve: resolves a claim's date expression again.
    """
    news = _news_by_article(events)
    days = _days_by_article(events)
    out: dict[str, list[Bound]] = {}
    for accounts, _ in events:
        for account in accounts:
            told = news.get(account.article_id, [])
            for claim in account.claims:
                found = _bounds(claim, account, told, resolve) if told else []
                found += _told_of_one_day(claim, account, days.get(account.article_id, ()))
                if found:
                    out[claim.claim_id] = found
    return out


Told = tuple[Evidence, str, DateInterval]


def _days_by_article(
    events: Iterable[tuple[Sequence[Account], DateInterval]],
) -> dict[str, list[Told]]:
    """Article -> claims that word a date, with voice and the fused date of their event."""
    out: dict[str, list[Told]] = {}
    for accounts, interval in events:
        for account in accounts:
            for claim in account.claims:
                worded = claim.date_span is not None or not claim.date_basis.startswith("narrated")
                if worded and not claim.is_title and not claim.stated.is_unknown:
                    out.setdefault(account.article_id, []).append((claim, account.voice, interval))
    return out


def _told_of_one_day(claim: Evidence, account: Account, told: Sequence[Told]) -> list[Bound]:
    """The fused date of an event told before, for a claim that took its weekday over from there.

    "On Monday they signed a memorandum. They also signed a plan": once other pages say which Monday the memorandum was
    signed, the plan was signed on it too. Place and voice must not differ.
    """
    if not claim.date_basis.startswith("narrated") or claim.interval.weekday is None or claim.interval.is_day:
        return []
    before = [
        (c, interval)
        for c, voice, interval in told
        if voice == account.voice
        and c.start < claim.start
        and c.interval == claim.interval
        and (c.place == claim.place or None in (c.place, claim.place))
    ]
    if not before:
        return []
    source, interval = max(before, key=lambda pair: (pair[0].start, pair[0].claim_id))
    if interval.is_unknown or interval.intersect(claim.interval) in (None, claim.interval):
        return []
    return [Bound(SAME_DAY, "told of the same day as an event that is dated", source.claim_id, interval)]


def _news_by_article(
    events: Iterable[tuple[Sequence[Account], DateInterval]],
) -> dict[str, list[tuple[Evidence, DateInterval]]]:
    """Article -> what it tells as having happened, as its news, with the fused date."""
    out: dict[str, list[tuple[Evidence, DateInterval]]] = {}
    for accounts, interval in events:
        for account in accounts:
            if account.voice == NEWS and not account.is_title_only:
                told = [c for c in account.claims if c.polarity == "asserted" and c.stage == "done"]
                if told:
                    out.setdefault(account.article_id, []).append((told[0], interval))
    return out


def _bounds(
    claim: Evidence,
    account: Account,
    told: Sequence[tuple[Evidence, DateInterval]],
    resolve: Resolve,
) -> list[Bound]:
    out: list[Bound] = []
    lows = [(i.earliest, c.claim_id) for c, i in told if i.earliest is not None]
    if lows and (claim.published.earliest is None or max(lows)[0] > claim.published.earliest):
        low, by = max(lows)
        # "in September" is the one before or the one to come; what is announced was read as the latter, which its words alone do not say
        turned = claim.polarity == "future" and claim.date_basis.startswith("year from context")
        if not turned and (claim.published.latest is None or low <= claim.published.latest):
            found = resolve(claim, DateInterval(low, claim.published.latest))
            if found is not None:
                out.append(
                    Bound(RESOLVED, f"its page tells as news what happened on or after {low}", by, found)
                )
    highs = [(i.latest, c.claim_id) for c, i in told if i.latest is not None]
    if account.voice == BACKGROUND and claim.has_happened and len(highs) == len(told):
        high, by = max(highs)
        out.append(
            Bound(TOLD_AFTER, "recalled as older than the news of its page", by, DateInterval(None, high))
        )
    return out


def make_resolver(
    timexes: Mapping[tuple[str, int, int], str], *, resolved: Resolved | None = None
) -> Resolve:
    """Resolve a claim's date expression again with the project's own recogniser.

    Args:
        timexes: (article_id, start, end) -> surface of expressions that were resolved against the publication date.
        resolved: what earlier runs resolved; takes in what this one does.
    """
    known = resolved or Resolved()

    def resolve(claim: Evidence, published: DateInterval) -> DateInterval | None:
        if claim.date_span is None:
            return None
        surface = timexes.get((claim.article_id, *claim.date_span))
        return None if surface is None else known.ask(surface, claim.language, published, _read_again)

    return resolve


def _read_again(surface: str, language: str, published: DateInterval) -> DateInterval | None:
    from helpers.coding.timex import find_timexes

    found = [t for t in find_timexes(surface, language, published) if t.anchor == "dct"]
    if len(found) != 1 or found[0].interval.is_unknown:
        return None
    return found[0].interval
