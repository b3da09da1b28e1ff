"""Which denials contradict what others tell of an event, and which deny something else or only its time.

"No arms deliveries were discussed" does not say that the ministers did not meet, "no military agreement was signed" nothing
against nine papers on trade, and "it will not take place on Monday" nothing against what the same page tells as put off.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from helpers.chronology.accounts import DENIAL, Account
from helpers.chronology.evidence import Evidence
from helpers.chronology.features import GENERIC
from helpers.chronology.likeness import FEW

# Characters between what is told and its denial: hardly more than a sentence.
CLOSE = 150
# Papers that are denied as such: that there is no alliance or no order for arms says nothing of what else was signed.
RULED_OUT = frozenset({"treaty", "contract"})


def denies_another(account: Account, told: Sequence[Account]) -> bool:
    """True for the denial of another paper, or of a subject that nobody tells, beside what others tell of an event.

    Of several papers one named paper, or a field, that nobody counts among them; of one paper that is named a generic
    agreement in another field; of talks a field that nobody says they were about. A few papers that are all told as
    papers on defence are denied by "no military agreement".

    Args:
        account: the denial.
        told: all accounts of the event.
    """
    if account.voice != DENIAL or account.features.is_package:
        return False
    if all(c.of_others for c in account.claims):
        return True
    sayers = [a for a in told if a.voice != DENIAL]
    if not sayers:
        return False
    package = any(a.features.is_package for a in sayers)
    named = account.features.named_papers - {GENERIC}
    signed = {p for a in sayers for p in a.features.named_papers} - {GENERIC}
    if named:
        return package and not named & signed and not may_be_one_of(account, sayers)
    fields = _areas([account])
    if package:
        defence = any(c.defence == "yes" for c in account.claims)
        return (defence or bool(fields)) and not _are_all_of(fields, sayers)
    if account.kind == "agreement":
        return bool(fields and (signed or _areas(sayers)) and not fields & _areas(sayers))
    return account.kind == "consultation" and bool(fields) and not fields & _areas(sayers)


def may_be_one_of(denial: Account, sayers: Sequence[Account]) -> bool:
    """True when others count a few papers without naming all, and the paper may be one that they do not name.

    A page that counts them itself denies another, and so does who denies a treaty or a contract: there are none, whatever was signed.
    """
    counting = [a for a in sayers if a.features.counts]
    told = [a for a in counting if any(c.stage == "done" and (c.n_documents or 1) > 1 for c in a.claims)]
    if not told or denial.article_id in {a.article_id for a in told}:
        return False
    counts = {n for a in told for n in a.features.counts}
    named = {p for a in told for p in a.features.named_papers} - {GENERIC}
    denied = denial.features.named_papers - {GENERIC}
    return not denied & RULED_OUT and len(named) < max(counts) <= FEW


def deny_defence(accounts: Iterable[Account], beside: Mapping[str, Iterable[Evidence]]) -> list[Account]:
    """What articles that tell of talks on other fields say against any on defence: "military matters were not discussed".

    Args:
        accounts: of the talks.
        beside: article -> what it also tells.

    Returns:
        One account for each such article, made of its denials alone.
    """
    out = []
    for account in accounts:
        told = [*account.claims, *beside.get(account.article_id, ())]
        if any(c.defence == "yes" and c.status != "denied" for c in account.claims):
            continue
        denials = {
            c.claim_id: c
            for c in told
            if c.status == "denied"
            and c.defence == "yes"
            and c.kind == account.kind == "consultation"
            and c.parties == account.parties
            and not c.is_title
            and c.stated.intersect(account.features.interval) is not None
        }
        if denials:
            out.append(replace(account, claims=tuple(c for _, c in sorted(denials.items()))))
    return out


def is_only_put_off(denial: Account, beside: Iterable[Evidence]) -> bool:
    """True when a claim of the page puts off what the denial says will not take place: the same people, place and act.

    Args:
        denial: the denial.
        beside: what its page also tells.
    """
    return any(c.status == "postponed" and _is_same(denial, c) for c in beside)


def _is_same(denial: Account, claim: Evidence) -> bool:
    f = denial.features
    if claim.kind != denial.kind or claim.parties != denial.parties:
        return False
    if f.actors and claim.actors and not f.actors.intersection(claim.actors):
        return False
    if f.places and claim.place is not None and claim.place not in f.places:
        return False
    if claim.kind == "cooperation" and f.acts and claim.acts and not f.acts & claim.acts:
        return False
    # put off to another day: whose it is tells that the two are one
    days_meet = f.interval.intersect(claim.stated) is not None
    return days_meet or bool(f.actors.intersection(claim.actors))


def find_disputed(claims: Iterable[Evidence]) -> frozenset[str]:
    """Denials by somebody other than who says so, on one page that lets both speak; or by the page itself of what others say.

    Of "nothing was signed" right behind what it answers whoever says so: the one who has it signed is somebody else.

    Args:
        claims: of the body of the pages, or of headlines where nothing else speaks.
    """
    said: dict[str, list[Evidence]] = {}
    for claim in claims:
        said.setdefault(claim.article_id, []).append(claim)
    out = set()
    for listed in said.values():
        sayers = {c.attribution for c in listed if c.status != "denied"}
        out |= {
            c.claim_id
            for c in listed
            if c.status == "denied" and sayers and (c.attribution not in sayers or _answers(c, listed))
        }
    return frozenset(out)


def _answers(denial: Evidence, told: Iterable[Evidence]) -> bool:
    """True for "nothing was signed" within a sentence or two of what its page has as signed."""
    said = [c for c in told if c.status != "denied" and c.start < denial.start and not c.is_title]
    ends = [c.start + len(c.quote) for c in said]
    return denial.denies_all and bool(ends) and denial.start - max(ends) <= CLOSE


def _are_all_of(fields: frozenset[str], sayers: Iterable[Account]) -> bool:
    """True for a few papers that all who tell of them have as papers on defence, or in no field but these."""
    claims = [c for a in sayers for c in a.claims if c.paper is not None and not c.is_title]
    counts = {n for a in sayers for n in a.features.counts}
    areas = {area for c in claims for area in c.areas}
    few = bool(counts) and max(counts) <= FEW
    return few and all(c.defence == "yes" for c in claims) and (not fields or areas <= fields)


def _areas(accounts: Iterable[Account]) -> frozenset[str]:
    return frozenset(area for a in accounts for c in a.claims for area in c.areas)
