"""Contradictions: fields on which the claims of one event exclude each other, one row a side."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from helpers.chronology.accounts import DENIAL, NEWS, Account, stated_counts
from helpers.chronology.disputes import denies_another, find_disputed, is_only_put_off
from helpers.chronology.evidence import Evidence
from helpers.chronology.features import GENERIC
from helpers.chronology.fusion import FusedDate
from helpers.chronology.likeness import FEW
from helpers.chronology.rules import NAMELESS, PACKAGE, Rules
from helpers.chronology.summary import StatusSides, body_or_all, furthest, rank, status_sides

# Kinds a headline can put in the place of a meeting; who complained at it met.
_FURTHER = ("agreement", "cooperation")
# What has happened; an event takes a page that puts it off beside these only if that page is no older than its day.
_DONE = frozenset({"held", "discussed", "signed"})
_PLANS = frozenset({"planned", "rumoured"})


@dataclass(frozen=True, slots=True)
class Side:
    """What one side says on one field, with the claims that say so."""

    field: str
    value: str
    claims: tuple[Evidence, ...]


def find_contradictions(
    accounts: Sequence[Account],
    *,
    date: FusedDate,
    defence: Mapping[str, Sequence[Account]],
    defence_value: str,
    package: bool,
    only_discussed: Sequence[Account],
    elsewhere: Mapping[str, Sequence[Evidence]],
    headlines: Mapping[str, Sequence[Evidence]],
    rules: Rules,
) -> list[Side]:
    """The sides of every contradiction within an event, sorted by field and value.

    Args:
        accounts: the accounts of the event.
        date: its fused date with the sides of a contradiction, if any.
        defence: accounts by what they say on defence.
        defence_value: the value decided; sides are rows only when it is contested.
        package: True when several papers were signed together.
        only_discussed: accounts that tell of talks where others tell of a signature.
        elsewhere: article -> its body claims that belong to other events of the same parties; what a headline is
            held against when the body says nothing of the event itself.
        headlines: article -> claims that only its headline makes, in other events of the same parties.
        rules: classes of papers.
    """
    sides = [
        *_status(accounts, date, only_discussed, elsewhere, headlines),
        *_counts(accounts),
        *([] if package else _papers(accounts, rules)),
        *_places(accounts),
        *_dates(date),
        *_headlines(accounts, elsewhere, headlines),
    ]
    if defence_value == "contested":
        sides += [
            Side("defence", value, tuple(c for a in listed for c in _on_defence(a, value)))
            for value, listed in defence.items()
        ]
    merged: dict[tuple[str, str], dict[str, Evidence]] = {}
    for side in sides:
        merged.setdefault((side.field, side.value), {}).update((c.claim_id, c) for c in side.claims)
    return [
        Side(field, value, tuple(c for _, c in sorted(claims.items())))
        for (field, value), claims in sorted(merged.items())
    ]


def contradiction_rows(
    sides: Iterable[Side], *, event_id: str, milestone_id: str | None, origins: Mapping[str, str]
) -> list[dict[str, Any]]:
    """Rows of the contradictions table.

    Args:
        sides: of one event.
        event_id: the event.
        milestone_id: the milestone, when charted.
        origins: article -> origin, for every article with a claim on a side.
    """
    rows = []
    for side in sides:
        names = sorted({origins[c.article_id] for c in side.claims})
        rows.append({
            "event_id": event_id,
            "milestone_id": milestone_id,
            "field": side.field,
            "value": side.value,
            "claim_ids": sorted(c.claim_id for c in side.claims),
            "origins": names,
            "n_origins": len(names),
        })  # fmt: skip
    return rows


def _two_or_more(sides: Sequence[Side]) -> list[Side]:
    return list(sides) if len({s.value for s in sides}) > 1 else []


def _status(
    accounts: Sequence[Account],
    date: FusedDate,
    only_discussed: Sequence[Account],
    elsewhere: Mapping[str, Sequence[Evidence]],
    headlines: Mapping[str, Sequence[Evidence]],
) -> list[Side]:
    """Denied against said; settled-but-not-signed against signed. A weaker word for the same thing is no contradiction.

    Nor is "agreed" on a page that came before the last possible day of the signature: that is progress. Nor in what a page only
    recalls: whoever looks back on "what was agreed in 2023" does not say that it was never signed.
    """
    told = [a for a in accounts if not a.is_title_only] or list(accounts)
    # "agreed to deepen ties" says nothing of a paper and so nothing against its signature
    told = [a for a in told if furthest(body_or_all(a.claims)) != "agreed" or _stays_agreed(a, date)] or told
    # "it will not take place on Monday, it is put off" denies nothing of what is put off
    beside: dict[str, list[Evidence]] = {}
    for a in accounts:
        also = (*elsewhere.get(a.article_id, ()), *headlines.get(a.article_id, ()))
        beside.setdefault(a.article_id, []).extend((*a.claims, *also))
    told = [a for a in told if a.voice != DENIAL or not is_only_put_off(a, beside[a.article_id])] or told
    told = [a for a in told if not denies_another(a, told)]
    found = status_sides(told)
    undone = _found_undone(told, found, date)
    found = StatusSides(
        {article: status for article, status in found.by_article.items() if article not in undone},
        found.denied | undone,
    )
    statuses = set(found.by_article.values())
    shown = set()
    disputed = find_disputed(c for a in told for c in body_or_all(a.claims))
    if (found.denied or disputed) and statuses:
        shown = statuses
    elif {"agreed", "signed"} <= statuses:
        shown = {"agreed", "signed"}
    elif "postponed" in statuses and statuses & _DONE:
        shown = statuses & {"postponed", *_DONE}
    elif only_discussed:
        shown = statuses & {"signed"}
    sides = [
        Side(
            "status",
            status,
            tuple(
                c
                for a in told
                if found.by_article.get(a.article_id) == status
                for c in body_or_all(a.claims)
                if c.status == status
            ),
        )
        for status in sorted(shown)
    ]
    denials = tuple(
        c
        for a in told
        for c in a.claims
        if c.status == "denied" and (a.article_id in found.denied or c.claim_id in disputed)
    )
    if denials and statuses:
        sides.append(Side("status", "denied", denials))
    sides += [Side("status", "discussed only", tuple(a.claims)) for a in only_discussed]
    return _two_or_more(sides)


def _found_undone(told: Sequence[Account], found: StatusSides, date: FusedDate) -> frozenset[str]:
    """Articles that tell of a plan and that it was not carried out, where others tell that it was.

    Only of pages that came out no earlier than the day on which others have it.
    """
    if not _DONE & set(found.by_article.values()):
        return frozenset()
    denying = {a.article_id for a in told if a.voice == DENIAL}
    day = date.interval.latest
    late = {
        a.article_id
        for a in told
        if day is not None and (out := a.claims[0].published.latest) is not None and out >= day
    }
    plans = {article for article, status in found.by_article.items() if status in _PLANS}
    return frozenset(plans & denying & late)


def _stays_agreed(account: Account, date: FusedDate) -> bool:
    published = account.claims[0].published.latest
    later = published is None or date.interval.latest is None or published > date.interval.latest
    settled = (c for c in body_or_all(account.claims) if c.status == "agreed")
    paper = any(c.paper is not None or c.is_initialled for c in settled)
    return paper and later and account.voice == NEWS


def _counts(accounts: Sequence[Account]) -> list[Side]:
    """Different numbers, "only one" among them; a few documents against the one paper of another page's news."""
    counted = stated_counts(accounts)
    few = [a for a, _, n in counted if n <= FEW]
    sides = [Side("n_documents", str(n), (c,)) for _, c, n in counted]
    if counted:
        sides += [
            Side("n_documents", "1", (c,)) for a in accounts for c in body_or_all(a.claims) if c.only_one
        ]
    return _two_or_more([*sides, *(_singles(accounts, few) if few else ())])


def _singles(accounts: Sequence[Account], counting: Sequence[Account]) -> list[Side]:
    """Pages whose news is one paper, of a kind that those who count several do not name among them.

    "Two papers, one of them a memorandum" allows for a page on the memorandum; "two memoranda" does not allow for "a memorandum".
    """
    articles = {a.article_id for a in counting}
    named = {c.paper for a in counting for c in a.claims if (c.n_documents or 1) == 1 and c.paper}
    out = []
    for account in accounts:
        claims = [c for c in body_or_all(account.claims) if c.stage == "done" and c.status != "denied"]
        news = account.voice == NEWS and account.article_id not in articles and not account.is_title_only
        single = any(c.paper for c in claims) and all(c.n_documents == 1 for c in claims if c.paper)
        if news and single and not account.features.named_papers & named - {GENERIC}:
            out.append(Side("n_documents", "1", tuple(claims)))
    return out


def _papers(accounts: Sequence[Account], rules: Rules) -> list[Side]:
    """Different names for one paper; "agreement" is no name that excludes another."""
    named = [
        (c.paper, c)
        for a in accounts
        for c in body_or_all(a.claims)
        if c.paper not in (None, "agreement", NAMELESS, PACKAGE) and c.status != "denied"
    ]
    return _two_or_more([Side("instrument", str(paper), (c,)) for paper, c in named])


def _places(accounts: Sequence[Account]) -> list[Side]:
    return _two_or_more(
        [
            Side("place", c.place, (c,))
            for a in accounts
            for c in a.claims
            if c.place is not None and not c.is_invitation
        ]
    )


def _dates(date: FusedDate) -> list[Side]:
    out = []
    for side in date.sides:
        stated = tuple(c for a in side.accounts for c in a.claims if not c.stated.is_unknown)
        value = side.interval.edtf or "open"
        if side.interval.weekday is not None and not side.interval.is_day:
            value += f" on weekday {side.interval.weekday}"
        out.append(Side("date", value, stated))
    return _two_or_more(out)


def _headlines(
    accounts: Sequence[Account],
    elsewhere: Mapping[str, Sequence[Evidence]],
    headlines: Mapping[str, Sequence[Evidence]],
) -> list[Side]:
    """A headline that says more than its body: a further status, or firmly what the body only thinks possible.

    It is shown on the event the headline tells of, and on the one that the article is about instead.
    """
    claims: dict[str, list[Evidence]] = {}
    partly = {c.claim_id for a in accounts if denies_another(a, accounts) for c in a.claims}
    for account in accounts:
        claims.setdefault(account.article_id, []).extend(account.claims)
    out: list[Side] = []
    for article, listed in sorted(claims.items()):
        body = [c for c in listed if not c.is_title and c.claim_id not in partly]
        titles = _firm(c for c in listed if c.is_title)
        if titles:
            against = body or _main_claims(elsewhere.get(article, ()), titles[0].kind)
        else:
            titles = _firm(headlines.get(article, ()))
            main = _main_claims([*body, *elsewhere.get(article, ())], titles[0].kind) if titles else []
            against = [c for c in main if c in body]
        if titles and against:
            out += _compare_headline(titles, against)
    return out


def _firm(titles: Iterable[Evidence]) -> list[Evidence]:
    return [c for c in titles if c.status != "denied" and c.polarity != "hypothetical"]


def _compare_headline(titles: Sequence[Evidence], body: Sequence[Evidence]) -> list[Side]:
    title_status = furthest(titles) or "rumoured"
    body_status = furthest(body) or "denied"
    unfirm = all(c.polarity == "hypothetical" for c in body)
    other = titles[0].kind != body[0].kind
    if other and (titles[0].kind not in _FURTHER or title_status in ("discussed", "planned", "rumoured")):
        return []
    further = body_status == "denied" or rank(titles[0].kind, title_status) > rank(body[0].kind, body_status)
    if not further and not unfirm:
        return []
    if title_status == "postponed" or (title_status, body_status) == ("planned", "postponed"):
        return []
    if title_status == "discussed" and body_status in ("planned", "postponed"):
        return []  # headlines announce in the present tense
    kinds = [f"{c.kind} " if other else "" for c in (titles[0], body[0])]
    manner = " (thought possible)" if unfirm else ""
    return [
        Side("headline", f"headline: {kinds[0]}{title_status}", tuple(titles)),
        Side("headline", f"body: {kinds[1]}{body_status}{manner}", tuple(body)),
    ]


def _main_claims(claims: Sequence[Evidence], kind: str) -> list[Evidence]:
    """What a body says instead: its news of the same kind, else its first claim; background says nothing here."""
    news = sorted((c for c in claims if not c.is_background), key=lambda c: (c.start, c.claim_id))
    same = [c for c in news if c.kind == kind]
    return same or news[:1]


def _on_defence(account: Account, value: str) -> list[Evidence]:
    """The claims of an account that carry its side of the question of defence."""
    claims = body_or_all(account.claims)
    wanted = {"denied": "yes", "discussed only": "yes"}.get(value, value)
    return [c for c in claims if c.defence == wanted] or claims
