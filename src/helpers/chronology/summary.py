"""What the accounts of an event say together: status, paper, number of documents, defence, place, people, title."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from helpers.chronology.accounts import DENIAL, Account, is_on_again, stated_counts
from helpers.chronology.disputes import denies_another
from helpers.chronology.evidence import Evidence
from helpers.chronology.features import GENERIC
from helpers.chronology.rules import NAMELESS, PACKAGE, Rules
from helpers.foundation.schemas import DEFENCE_AREAS

# From weakest to strongest; held stands above a plan, postponed is the last word on one that nobody tells as carried out.
LADDER = ("rumoured", "discussed", "planned", "postponed", "agreed", "held", "signed", "ratified", "in force")
RANK: Mapping[str, int] = {status: i for i, status in enumerate(LADDER)}
_MET = 0.5  # a meeting that is told as "discussed" took place: it stands above every plan of it, below a session held
FIRM = ("asserted", "historical", "future")


@dataclass(frozen=True, slots=True)
class StatusSides:
    """The furthest status of each article that tells the event, and the articles that deny it.

    Attributes:
        by_article: article -> its furthest firm status in the body (headline or unfirm ones only if nothing else).
        denied: articles that deny it and tell nothing else of it.
    """

    by_article: Mapping[str, str]
    denied: frozenset[str]


def rank(kind: str, status: str) -> float:
    """How far a status is for events of a kind: what was discussed is less than a plan of a paper, and more than one of a meeting."""
    return RANK["agreed"] + _MET if kind == "consultation" and status == "discussed" else RANK[status]


def body_or_all(claims: Iterable[Evidence]) -> list[Evidence]:
    """Claims outside the headline, or all when there are no others: the body decides."""
    listed = list(claims)
    return [c for c in listed if not c.is_title] or listed


def furthest(claims: Iterable[Evidence]) -> str | None:
    """The furthest status of claims, None for denials alone; firm ones before hypothetical ones."""
    positive = [c for c in claims if c.status != "denied"]
    if is_on_again(positive):
        positive = [c for c in positive if c.status != "postponed"]
    firm = [c for c in positive if c.polarity in FIRM] or positive
    return max(firm, key=lambda c: rank(c.kind, c.status)).status if firm else None


def status_sides(accounts: Sequence[Account]) -> StatusSides:
    """Each article's furthest status, and who denies."""
    claims: dict[str, list[Evidence]] = {}
    for account in accounts:
        if not denies_another(account, accounts):
            claims.setdefault(account.article_id, []).extend(account.claims)
    by_article: dict[str, str] = {}
    denied = set()
    for article, listed in sorted(claims.items()):
        status = furthest(body_or_all(listed))
        if status is None:
            denied.add(article)
        else:
            by_article[article] = status
    return StatusSides(by_article, frozenset(denied))


def decide_status(accounts: Sequence[Account], count: Callable[[Iterable[str]], int]) -> str:
    """The furthest status that a body asserts; denied when more origins deny than say so, or nobody says so.

    Args:
        accounts: the accounts of the event.
        count: independent origins of some articles.
    """
    sides = status_sides([a for a in accounts if not a.is_title_only] or accounts)
    if not sides.by_article:
        return "denied"
    kind = accounts[0].kind
    best = max(sides.by_article.values(), key=lambda status: rank(kind, status))
    sayers = [a for a, s in sides.by_article.items() if s == best]
    return "denied" if sides.denied and count(sides.denied) > count(sayers) else best


def account_defence(account: Account) -> str | None:
    """yes, no or unclear as one article tells it; None when it says nothing that could decide.

    A plain yes of several papers gives way to "covered, but nothing named" unless a field of defence is named; "no"
    counts only where other fields are named.
    """
    claims = body_or_all(account.claims)
    values = {c.defence for c in claims if c.defence != "no" or c.areas}
    if "yes" in values:
        named = any(c.defence == "yes" and set(c.areas) & set(DEFENCE_AREAS) for c in claims)
        if "unclear" in values and account.features.is_package and not named:
            return "unclear"
        return "yes"
    if "unclear" in values:
        return "unclear"
    return "no" if "no" in values else None


def defence_sides(accounts: Sequence[Account]) -> dict[str, list[Account]]:
    """Accounts by what they say on defence; denials of a defence paper are a side of their own ('denied'); "nothing was signed" is none.

    A page that says itself that what was signed concerns defence denies another paper: "no contract so far"; where it only
    lets somebody say so, a denial by somebody else is the other side.
    """
    out: dict[str, list[Account]] = {}
    say: dict[str, set[tuple[str, ...]]] = {}
    for account in accounts:
        if account.voice != DENIAL and account_defence(account) == "yes":
            sayers = {c.attribution for c in body_or_all(account.claims) if c.defence == "yes"}
            say.setdefault(account.article_id, set()).update(sayers)
    for account in sorted(accounts, key=lambda a: a.key):
        if account.voice == DENIAL:
            if account.features.named_papers - {GENERIC} and denies_another(account, accounts):
                continue
            own = {(), *(c.attribution for c in account.claims)} & say.get(account.article_id, set())
            if not own and any(c.defence == "yes" and not c.denies_all for c in account.claims):
                out.setdefault("denied", []).append(account)
        elif (value := account_defence(account)) is not None:
            out.setdefault(value, []).append(account)
    return out


def decide_defence(sides: Mapping[str, Sequence[Account]], *, kind: str, package: bool) -> str:
    """yes, no, unclear or contested; no where no page mentions defence at all.

    Of several papers signed together it is contested when one page counts defence among them and another covers it
    without naming anything, denies it, or knows only of talks; of a single paper, when one names other fields only. Talks cover many fields: who names others
    contests nothing, and who denies talks or a drill contests that it took place; talks are contested by who tells of them and
    denies that they were on defence (`disputes.deny_defence`).
    """
    values = set(sides)
    if kind == "consultation" and {"yes", "denied"} <= values:
        return "contested"
    if "yes" in values:
        against = {"no", "unclear", "denied", "discussed only"} if package else {"no"}
        return "contested" if kind == "agreement" and values & against else "yes"
    return "unclear" if "unclear" in values else "no"


def decide_count(accounts: Sequence[Account]) -> int | None:
    """Documents stated; None when unstated or contested. A single paper of a package is no count of the package."""
    counts = {n for _, _, n in stated_counts(accounts)}
    if counts:
        return counts.pop() if len(counts) == 1 else None
    claims = [c for a in accounts for c in body_or_all(a.claims)]
    if any(c.paper == PACKAGE for c in claims):
        return None
    return 1 if any(c.n_documents == 1 for c in claims) else None


def most_said(values: Iterable[tuple[str, str]]) -> str | None:
    """The value most articles give; of equals the longer, then the first by alphabet. Pairs of article and value."""
    articles: dict[str, set[str]] = {}
    for article, value in values:
        articles.setdefault(value, set()).add(article)
    return min(articles, key=lambda v: (-len(articles[v]), -len(v), v), default=None)


def decide_instrument(accounts: Sequence[Account]) -> str | None:
    """The paper's name: the one most articles give, a telling one before "agreement" and "documents"."""
    told = [a for a in accounts if a.voice != DENIAL] or list(accounts)
    pairs = [
        (a.article_id, c.instrument, c.paper)
        for a in told
        for c in body_or_all(a.claims)
        if c.instrument is not None
    ]
    named = [(a, i) for a, i, paper in pairs if paper not in ("agreement", NAMELESS, PACKAGE)]
    return most_said(named) or most_said((a, i) for a, i, _ in pairs)


def decide_place(accounts: Sequence[Account]) -> str | None:
    """The place most articles name; headlines and denials count only if nothing else does."""
    told = [a for a in accounts if a.voice != DENIAL] or list(accounts)
    placed = [(a.article_id, c) for a in told for c in a.claims]
    named = [(article, c.place, c.is_invitation) for article, c in placed if c.place is not None]
    return most_said((a, p) for a, p, invited in named if not invited) or most_said(
        (a, p) for a, p, _ in named
    )


def signatories(accounts: Sequence[Account], status: str) -> list[str]:
    """Surnames of those whom claims of a signature name; empty for everything that is not signed."""
    if status not in ("signed", "ratified", "in force"):
        return []
    claims = [
        c for a in accounts for c in body_or_all(a.claims) if c.status == "signed" and c.polarity in FIRM
    ]
    return sorted({actor for c in claims for actor in c.actors})


def name_act(claims: Sequence[Evidence], rules: Rules) -> str | None:
    """What the act is called: by the act most articles tell of, of equals the first in the codebook."""
    order = list(rules.acts)
    told = {(c.article_id, act) for c in body_or_all(claims) for act in c.acts}
    counted = Counter(act for _, act in told)
    act = min(counted, key=lambda a: (-counted[a], order.index(a)), default=None)
    return None if act is None else rules.acts[act].title


def plover_type(claims: Sequence[Evidence], status: str) -> str:
    """The PLOVER type of the claims of that status, the most frequent one; it follows from kind and status."""
    same = [c for c in claims if c.status == status] or list(claims)
    counted = Counter(c.plover_type for c in same)
    return min(counted, key=lambda t: (-counted[t], t))


# kind -> what it is called in titles, and the statuses that go without saying
_WHAT = {
    "consultation": ("talks", ("discussed", "held")),
    "cooperation": ("joint act", ("held",)),
    "aid": ("aid", ("held",)),
    "support": ("support", ("held",)),
    "request": ("request", ("held",)),
    "refusal": ("refusal", ("held",)),
    "accusation": ("accusation", ("held",)),
    "threat": ("threat", ("held",)),
    "sanction": ("sanction", ("held",)),
    "other": ("other act", ("held",)),
}


def compose_title(
    *,
    kind: str,
    status: str,
    instrument: str | None,
    n_documents: int | None,
    package: bool,
    place: str | None,
    actors: Sequence[str],
    act: str | None,
) -> str:
    """A short English description made of the fields alone, so that it cannot say more than they do."""
    if kind == "agreement":
        plain = instrument is None or any(w in instrument for w in (PACKAGE, "document", "agreement"))
        if package:
            number = f"{n_documents} documents" if n_documents else "several documents"
            what = number if plain else f"{instrument}, {number}"
        else:
            what = instrument or "agreement"
        words = [what, status]
    else:
        what, silent = _WHAT[kind]
        if kind in ("consultation", "cooperation"):
            what = act or what
        words = [what] if status in silent else [what, status]
    if place:
        words += ["in", place]
    text = " ".join(words)
    if actors:
        text += f" ({', '.join(actors[:3])}{' and others' if len(actors) > 3 else ''})"
    return text[0].upper() + text[1:]
