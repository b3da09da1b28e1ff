"""Accounts: what one article says of one event, made of that article's claims."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from helpers.chronology.evidence import Evidence
from helpers.chronology.features import GENERIC, Features
from helpers.chronology.growing import held_once
from helpers.chronology.intervals import UNKNOWN, intersect_all, width_in_days
from helpers.chronology.likeness import Comparer
from helpers.chronology.narrowing import NEWS_LEAD, ORDER, STATED, Bound
from helpers.chronology.rules import NAMELESS, PACKAGE
from helpers.foundation.dates import DateInterval

NEWS, BACKGROUND, DENIAL = "news", "background", "denial"


@dataclass(frozen=True, slots=True)
class Account:
    """What one article says of one event; the grain of joining across articles.

    Attributes:
        claims: the claims, in order of place, headline last.
        voice: news, background or denial: an article never tells one event in two of the first two.
        features: what they say together.
        bounds: everything that narrows the date.
    """

    claims: tuple[Evidence, ...]
    voice: str
    features: Features
    bounds: tuple[Bound, ...]

    @property
    def article_id(self) -> str:
        """The article."""
        return self.claims[0].article_id

    @property
    def parties(self) -> tuple[str, ...]:
        """The parties all its claims share."""
        return self.claims[0].parties

    @property
    def kind(self) -> str:
        """The kind all its claims share."""
        return self.claims[0].kind

    @property
    def key(self) -> str:
        """The smallest evidence key: an order that does not depend on rows or runs."""
        return min(c.key for c in self.claims)

    @property
    def is_title_only(self) -> bool:
        """True when only the headline says so."""
        return all(c.is_title for c in self.claims)


def voice_of(claim: Evidence) -> str:
    """News, background or denial."""
    if claim.status == "denied":
        return DENIAL
    return BACKGROUND if claim.is_background else NEWS


def features_of(claims: Sequence[Evidence], bounds: Sequence[Bound]) -> Features:
    """What claims say together; bounds that contradict what is stated are left aside."""
    stated = intersect_all(c.stated for c in claims)
    firm = stated if stated is not None else UNKNOWN
    interval = firm
    for bound in sorted(bounds, key=lambda b: ORDER[b.by]):
        if bound.by != STATED:
            interval = bound.apply(interval) or interval
            if bound.by != NEWS_LEAD:
                firm = bound.apply(firm) or firm
    lasting = whole_span(claims, interval)
    if lasting is not None:
        firm = interval = lasting
    month = next((c.month for c in claims if c.month is not None), None)
    stages = {c.stage for c in claims} - {"any"}
    return Features(
        kind=claims[0].kind,
        stage=min(stages) if stages else "any",
        interval=interval,
        firm=firm,
        month=month,
        acts=held_once(act for c in claims for act in c.acts),
        actors=held_once(a for c in claims for a in c.actors),
        places=held_once(c.place for c in claims if c.place is not None and not c.is_invitation),
        countries=held_once(c.country for c in claims if c.country is not None and not c.is_invitation),
        papers=held_once(c.paper for c in claims if c.paper not in (None, NAMELESS)),
        counts=held_once(n for c in claims if (n := count_documents(c, claims)) is not None and n > 1),
        stories=held_once(c.story_id for c in claims),
        articles=held_once(c.article_id for c in claims),
        defence=held_once(c.defence for c in claims),
        subject=_subject_of(claims),
        put_off=any(c.status == "postponed" for c in claims) and not is_on_again(claims),
        future=all(c.polarity == "future" for c in claims),
        lasting=lasting is not None,
        published=claims[0].published,
    )


def count_documents(claim: Evidence, told: Iterable[Evidence]) -> int | None:
    """How many documents a statement means together with what its article tells of the same event.

    Papers counted by their kind do not include one of another kind: a roadmap and seven memoranda are eight documents.
    Documents counted as such include every paper.

    Args:
        claim: the statement with the count.
        told: all statements of its article about the event.
    """
    n = claim.n_documents
    if n is None or n < 2 or claim.paper in (None, GENERIC, NAMELESS, PACKAGE):
        return n
    beside = {
        c.paper
        for c in told
        if c.n_documents == 1 and not c.is_title and c.stage == claim.stage and c.polarity == claim.polarity
    }
    return n + len(beside - {None, GENERIC, NAMELESS, PACKAGE, claim.paper})


def stated_counts(accounts: Iterable[Account]) -> list[tuple[Account, Evidence, int]]:
    """The statements of an event that count several documents, each with what it and its article make of the number."""
    listed = list(accounts)
    told: dict[str, list[Evidence]] = {}
    for account in listed:
        told.setdefault(account.article_id, []).extend(account.claims)
    return [
        (account, claim, n)
        for account in listed
        for claim in account.claims
        if (n := count_documents(claim, told[account.article_id])) is not None and n > 1
    ]


def is_on_again(claims: Sequence[Evidence]) -> bool:
    """True when an article announces a time first and tells later that it had been put off: an older delay.

    What its headline or lead puts off, or what it puts off with a date, stays put off.
    """
    delays = [c for c in claims if c.status == "postponed"]
    plans = [
        c
        for c in claims
        if c.status == "planned" and c.polarity == "future" and width_in_days(c.stated) is not None
    ]
    if not delays or not plans:
        return False
    plain = all(c.role == "body" and c.date_span is None and c.stated.is_unknown for c in delays)
    return plain and min(c.start for c in plans) < min(c.start for c in delays)


def _overlap_in_part(a: DateInterval, b: DateInterval) -> bool:
    """True for two closed intervals of which each has days that the other lacks."""
    both = a.intersect(b)
    closed = width_in_days(a) is not None and width_in_days(b) is not None
    return closed and both is not None and both not in (a, b)


def whole_span(claims: Iterable[Evidence], interval: DateInterval) -> DateInterval | None:
    """From the first to the last day of what took several, when a claim says so and `interval` is a part of it."""
    spans = {c.interval for c in claims if c.lasting and c.interval.intersect(interval) == interval}
    return spans.pop() if len(spans) == 1 else None


def _subject_of(claims: Sequence[Evidence]) -> str | None:
    if any(c.defence != "no" for c in claims):
        return "defence" if any(c.defence == "yes" for c in claims) else None
    return "other" if any(c.areas for c in claims) else None


def group_article(
    claims: Sequence[Evidence],
    bounds: Mapping[str, list[Bound]],
    comparer: Comparer,
    *,
    apart: Sequence[tuple[frozenset[str], frozenset[str]]] = (),
) -> list[Account]:
    """Group the claims of one article into accounts.

    A claim joins the account nearest to it in the text that nothing excludes (parties, kind, voice, stage, people,
    paper, place, date) and that it shares something with or goes on about; headlines come last and join the first such account, because a headline sums up what the
    article opens with.

    Args:
        claims: the claims of one article.
        bounds: the bounds of each claim, by claim_id.
        comparer: the rules of likeness.
        apart: pairs of groups of evidence keys that a reviewer split.
    """
    order = sorted(claims, key=lambda c: (c.is_title, c.start, c.claim_id))
    groups: dict[tuple[tuple[str, ...], str, str], list[_Group]] = {}
    for claim in order:
        same = groups.setdefault((claim.parties, claim.kind, voice_of(claim)), [])
        own = features_of([claim], bounds[claim.claim_id])
        near = same if claim.is_title else same[-_NEAREST:]
        fitting = [g for g in near[:_NEAREST] if g.takes(own, claim, comparer, apart)]
        if not fitting:
            same.append(_Group([claim], own, claim.stated))
        elif claim.is_title:
            min(fitting, key=lambda g: g.claims[0].start).add(claim, own)
        else:
            max(fitting, key=lambda g: g.claims[-1].start).add(claim, own)
    out = []
    for (_, _, voice), listed in sorted(groups.items()):
        for group in listed:
            joint = [b for c in group.claims for b in bounds[c.claim_id]]
            features = features_of(group.claims, joint) if len(group.claims) > 1 else group.features
            out.append(Account(tuple(group.claims), voice, features, tuple(joint)))
    return out


# Characters between a claim and an account it goes on about: hardly more than a sentence.
_CLOSE = 150
# Groups of an article that a further claim is compared with: bounds the cost of a page with thousands of claims.
_NEAREST = 40


@dataclass(slots=True)
class _Group:
    """An account in the making."""

    claims: list[Evidence]
    features: Features
    stated: DateInterval

    def takes(
        self,
        own: Features,
        claim: Evidence,
        comparer: Comparer,
        apart: Sequence[tuple[frozenset[str], frozenset[str]]],
    ) -> bool:
        """True when nothing tells the claim apart; stated dates must share a day, concluded bounds give way."""
        for pair in apart:
            for left, right in (pair, pair[::-1]):
                if claim.key in left and any(c.key in right for c in self.claims):
                    return False
        if self.stated.intersect(claim.stated) is None or self._is_worded_apart(claim):
            return False
        if any(c.denies_all != claim.denies_all for c in self.claims if c.paper != claim.paper):
            return False
        if claim.is_title and own.counts and not self.features.is_package:
            # "two documents": the body names them one by one
            own = replace(own, counts=frozenset(), papers=frozenset())
        likeness = comparer.compare(own, self.features)
        if likeness.excluded or likeness.dissent:
            return False
        if claim.is_title:
            return True
        if self._opens_anew(claim):
            own = replace(own, actors=frozenset()) if claim.infers_people else own
            return comparer.is_linked(own, self.features)
        return self._follows(claim) or comparer.is_linked(own, self.features)

    def _opens_anew(self, claim: Evidence) -> bool:
        """True for a new sentence that tells of something else: standing close to the account speaks for nothing then.

        What is recalled, or told of other people, with a wording of its date behind what has none; and what is planned with
        a place or people of its own.
        """
        if any(c.start == claim.start for c in self.claims):
            return False
        if claim.stage == "planned" and claim.kind != "agreement":
            return bool(claim.actors or claim.place)
        dated = [c for c in (claim, *self.claims) if c.date_span is not None or c.month is not None]
        others = bool(self.features.actors) and not self.features.actors.intersection(claim.actors)
        return dated == [claim] and (claim.is_background or (bool(claim.actors) and others))

    def _is_worded_apart(self, claim: Evidence) -> bool:
        """True when each has a wording of its date, and only one of them could be read: today, on a page of unknown day, and 2012."""
        worded = [c for c in self.claims if c.date_span is not None]
        if claim.date_span is None or claim.is_title:
            return False
        if not worded:
            # last week, beside the news of these days: a day in common is chance
            return _overlap_in_part(claim.stated, self.features.interval)
        unread = claim.stated.is_unknown and claim.month is None
        return all(c.date_span != claim.date_span for c in worded) and all(
            (c.stated.is_unknown and c.month is None) != unread for c in worded
        )

    def _follows(self, claim: Evidence) -> bool:
        """True when the claim goes on about the account: close to it, or without a date, people, place or paper of its own.

        Two wordings of a date that cannot be held against each other ("on Tuesday", "in spring") go on about nothing.
        """
        dated = [c for c in (claim, *self.claims) if c.date_span is not None or c.month is not None]
        if claim in dated and len(dated) > 1:
            return False
        if any(
            abs(claim.start - c.start) <= max(len(claim.quote), len(c.quote)) + _CLOSE for c in self.claims
        ):
            return True
        elsewhere = claim.place is not None and claim.place not in self.features.places
        named = claim.actors or elsewhere or claim.paper not in (None, GENERIC, NAMELESS)
        return not named and claim not in dated and claim.interval.is_unknown

    def add(self, claim: Evidence, own: Features) -> None:
        self.claims.append(claim)
        self.features = self.features.merged(own)
        both = self.stated.intersect(claim.stated)
        self.stated = both if both is not None else self.stated
