"""Whose event it is: parties, people and place of a draft, from its clause, its sentence, then the article's pair."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from helpers.coding.claims.bystanders import (
    PARTY_KINDS,
    countries_of,
    has_place_word,
    is_bystander,
    is_locative,
    without_earlier_guests,
    without_earlier_talks,
    without_origins,
    without_things_between,
    without_topics,
    without_venues,
)
from helpers.coding.claims.contrast import is_taken_back
from helpers.coding.claims.drafting import Draft
from helpers.coding.claims.relatives import parties_around
from helpers.coding.claims.sentences import Sentence, covered_tokens
from helpers.coding.claims.tokens import COMMAS
from helpers.coding.claims.visitors import guest_and_goal
from helpers.coding.claims.with_body import parties_with_body
from helpers.foundation.records import Mention

_ITS_WORDS = 2  # of what is visited in a town, before a verb that stands last: Minsk Harp Akademisi'ni
# Events whose place is also that of what happened at them, told in another clause.
_SCENES = ("visit", "meet", "session", "hold", "cooperate", "deepen")
_GOING = ("visit", "meet", "invite", "call", "session", "hold")
_AT_A_PLACE = ("meet", "session", "visit")
_BETWEEN_NOUN, _BETWEEN_BEHIND, _BETWEEN_REACH = 1, 5, 7  # words


@dataclass(frozen=True, slots=True)
class Place:
    """Where something happened: English name and ISO 3166 alpha-3 of its country."""

    name: str
    country: str | None
    mention: Mention


def _has_place_word_after(sentence: Sentence, mention: Mention, key: str) -> bool:
    """A postposition: Brest yakınlarında, Minsk ziyareti."""
    at = sentence.token_at(mention.end - 1)
    return any(h.entry.key == key and h.first == at + 1 for h in sentence.of("place"))


def find_places(sentence: Sentence, *, capitals: Callable[[str], str | None]) -> list[tuple[int, Place, str]]:
    """The places a sentence puts things in: (clause, place, how), how being 'in' or 'to'.

    Args:
        sentence: the sentence.
        capitals: English name of the capital of a country, or None.
    """
    out: list[tuple[int, Place, str]] = []
    seen: set[tuple[int, str]] = set()
    for mention in sentence.mentions:
        if mention.kind != "city" or len(mention.entities) > 1:
            continue
        country = mention.countries[0] if mention.countries else None
        how = None
        if is_bystander(sentence, mention) or is_taken_back(sentence, mention):
            continue
        site = has_place_word(sentence, mention, "site", 2)  # nel palazzo Saadabad di Teheran
        if has_place_word(sentence, mention, "from") and not site:
            continue
        if (
            site
            or has_place_word(sentence, mention, "in", 1)
            or _has_place_word_after(sentence, mention, "in_after")
        ):
            how = "in"
        elif (
            _has_place_word_after(sentence, mention, "to_after")
            or has_place_word(sentence, mention, "to", 1)
            or _is_visited(sentence, mention)
        ):
            how = "to"
        elif is_locative(sentence, mention) or _follows_capital(sentence, mention):
            how = "in"
        if how is not None:
            out.append((sentence.clause_at(mention.start), Place(mention.label, country, mention), how))
            seen.add((sentence.clause_at(mention.start), mention.label))
    out += _capital_phrases(sentence, capitals, seen)
    return out


def _is_visited(sentence: Sentence, mention: Mention) -> bool:
    """A town as the object of visiting (visited Minsk, Teheran besucht), or joined to the word (Teheran-Besuch)."""
    at, end = sentence.token_at(mention.start), sentence.token_at(mention.end - 1) + 1
    for trigger in sentence.of("trigger"):
        if trigger.first <= at < trigger.last and trigger.entry.key in _GOING:
            return True
        if trigger.entry.key == "visit" and (trigger.entry.form != "noun" or at == trigger.last):
            ahead = at >= trigger.last
            gap = (
                _own_words(sentence, trigger.last, at) if ahead else _own_words(sentence, end, trigger.first)
            )
            if gap <= (1 if ahead else _ITS_WORDS) and not has_place_word(sentence, mention, "from"):
                return True
    return False


def _own_words(sentence: Sentence, first: int, last: int) -> int:
    """Words between that belong to no time: besichtigte am Mittwoch die Minsker Akademie; more than any where a mark stands."""
    if first > last or any(not t.is_word for t in sentence.tokens[first:last]):
        return len(sentence.tokens)
    light = {i for c in sentence.cues("determiner", "definite") for i in c.spots}
    light |= {sentence.token_at(t.start) - 1 for t in sentence.timexes}  # what leads to a time
    light |= covered_tokens(sentence, sentence.timexes)
    return sum(i not in light for i in range(first, last))


def _follows_capital(sentence: Sentence, mention: Mention) -> bool:
    """The Belarusian capital, Minsk; столице Беларуси Минске."""
    at = sentence.token_at(mention.start)
    return any(h.entry.key == "capital" and 0 <= at - h.last <= 3 for h in sentence.of("place"))


def _capital_phrases(
    sentence: Sentence, capitals: Callable[[str], str | None], seen: set[tuple[int, str]]
) -> Iterable[tuple[int, Place, str]]:
    """The capital of Belarus, столица Ирана: the city, when its clause does not name it anyway; of two countries, of the nearer."""
    for hit in sentence.of("place"):
        if hit.entry.key != "capital":
            continue
        beside: list[tuple[int, Mention]] = []  # in a tie the one before: Irano sostinėje Baltarusijos ...
        for mention in sentence.mentions:
            if mention.kind not in ("country", "demonym") or len(mention.countries) != 1:
                continue
            at = sentence.token_at(mention.start)
            if 0 <= at - hit.last <= 2 or 0 <= hit.first - at <= 2:
                beside.append((max(at - hit.last, hit.first - at - 1), mention))
        for _, mention in sorted(beside, key=lambda b: b[0])[:1]:
            city = capitals(mention.countries[0])
            clause = sentence.clause_of(hit)
            if city is not None and (clause, city) not in seen:
                seen.add((clause, city))
                yield clause, Place(city, mention.countries[0], mention), "in"


def choose_place(draft: Draft, sentence: Sentence, places: Sequence[tuple[int, Place, str]]) -> Place | None:
    """The place of a draft: in its clause, nearest; else the only place of the sentence.

    A destination ("to Minsk", "visited Minsk") is the place of a visit and of what happened during it. Calls have none.
    """
    if draft.key == "call":
        return None
    if draft.kind == "agreement":
        places = [p for p in places if not _is_of_listed_paper(draft, sentence, p[1])]
    visited = any(t.entry.key in ("visit", "hold") for t in sentence.of("trigger"))
    invited = any(t.entry.key == "invite" for t in sentence.of("trigger"))
    sent = draft.key in ("deliver", "aid", "train")  # to whom, where to
    if (invited and draft.key != "invite") or (not visited and draft.kind != "consultation" and not sent):
        places = [p for p in places if p[2] == "in"]
    clauses = {sentence.clause_of(draft.anchor), sentence.clause_of(draft.hit)}
    near = [p for p in places if p[0] in clauses]
    at = draft.hit.last

    def gap(found: tuple[int, Place, str]) -> tuple[bool, int]:
        token = sentence.token_at(found[1].mention.start)
        wanted = "to" if draft.key in ("visit", "invite") else "in"
        return found[2] != wanted, abs(token - at)

    if near:
        return min(near, key=gap)[1]
    busy = {
        sentence.clause_of(t)
        for t in sentence.of("trigger")
        if t not in (draft.hit, draft.anchor) and t.entry.key not in _SCENES
    }
    free = [p for p in places if p[0] not in busy]
    return free[0][1] if len({p[1].name for p in free}) == 1 else None


def _is_of_listed_paper(draft: Draft, sentence: Sentence, place: Place) -> bool:
    """Five documents were signed, among them a contract for tractors in Gomel: the town is what that contract is about."""
    token = sentence.token_at(place.mention.start)
    for cue in sentence.cues("including"):
        if not max(draft.anchor.last, draft.hit.last) <= cue.first < cue.last <= token:
            continue
        papers = [h.last for h in sentence.of("instrument") if cue.last <= h.first and h.last <= token]
        if papers and not any(t.norm in COMMAS for t in sentence.tokens[papers[-1] : token]):
            return True
    return False


def _named_between(draft: Draft, sentence: Sentence) -> tuple[str, ...]:
    """The two countries a paper or meeting is said to be between, whoever else the sentence names; () when it says none.

    The word stands before both (the pact between Moscow and Tehran) or behind them (Moskova ile Tahran arasında).
    """
    paper = draft.paper.hit if draft.paper is not None else None
    for word in sentence.cues("between"):
        for noun in (paper, draft.hit if draft.noun else None):
            if noun is None:
                continue
            ahead = 0 <= word.first - noun.last <= _BETWEEN_NOUN
            behind = 0 <= noun.first - word.last <= _BETWEEN_BEHIND
            if not (ahead or behind):
                continue
            start, end = sentence.tokens[word.first].start, sentence.tokens[word.last - 1].end
            near = [
                m for m in sentence.mentions
                if m.kind in PARTY_KINDS and len(countries_of(m)) == 1
                and 0 <= (sentence.token_at(m.start) - word.last if ahead else word.first - 1 - sentence.token_at(m.end - 1)) <= _BETWEEN_REACH
                and (m.start >= end if ahead else m.end <= start)
            ]  # fmt: skip
            codes = tuple(dict.fromkeys(c for m in near for c in countries_of(m)))
            if len(codes) == 2:
                return tuple(sorted(codes))
    return ()


def _telling_clauses(draft: Draft, sentence: Sentence) -> set[int]:
    """The clauses that name who takes part: where noun and verb stand apart, that of the verb if it names two countries.

    Officers of two countries watched the drills that two others held: the drills are those of the others.
    """
    told, named = sentence.clause_of(draft.anchor), sentence.clause_of(draft.hit)
    if told > named:
        there = {
            c
            for m in sentence.mentions
            if m.kind in PARTY_KINDS and m.kind != "city" and sentence.clause_at(m.start) == told
            for c in countries_of(m)
        }
        if len(there) >= 2:
            return {told}
    return {told, named}


def find_parties(
    draft: Draft, sentence: Sentence, place: Place | None, pair: tuple[str, ...]
) -> tuple[tuple[str, ...], str]:
    """The countries an event is between, sorted, and what says so: clause, sentence, both ("both sides") or pair.

    From the draft's clause, then the other clauses, then the destination of a visit, then - when the sentence says
    'both sides', or names nobody or one of the pair - the article's pair. A sentence that names another pair never
    gets the article's.

    Args:
        draft: the event.
        sentence: the sentence.
        place: where it happened.
        pair: the two countries the article is about, in order of weight; empty when it is about none.
    """
    if between := _named_between(draft, sentence):
        return between, "clause"
    clauses = _telling_clauses(draft, sentence)
    if body := parties_with_body(draft, sentence, clauses):
        return body, "clause"
    usable = [
        m for m in sentence.mentions
        if m.kind in PARTY_KINDS and countries_of(m) and not is_bystander(sentence, m, draft)
        and (draft.offered or m.start not in sentence.sources)
    ]  # fmt: skip
    if halves := parties_around(draft, sentence, usable):
        return halves, "clause"
    usable = without_origins(draft, sentence, (place.country,) if place else None, usable)
    usable = without_earlier_guests(draft, sentence, without_earlier_talks(draft, sentence, usable))
    usable = without_topics(draft, sentence, without_things_between(draft, sentence, usable))
    usable = without_venues(sentence, usable)
    named: list[str] = []
    both = any(sentence.clause_of(c) in clauses for c in sentence.cues("both_sides"))
    if both and pair:  # the presidents of both countries met in Venezuela
        usable = [
            m for m in usable
            if m.kind not in ("city", "country") or set(countries_of(m)) <= set(pair) or not has_place_word(sentence, m, "in")
        ]  # fmt: skip
    for m in usable:
        if m.start not in sentence.scenery and sentence.clause_at(m.start) in clauses:
            named += [c for c in countries_of(m) if c not in named]
    if len(named) == 1 and draft.noun and draft.key in ("meet", "call") and not both:
        # said after his talks with the other: who speaks took part
        said = [
            m for m in sentence.mentions if m.kind in ("person", "office") and m.start in sentence.sources
        ]
        named += list(dict.fromkeys(c for m in said for c in countries_of(m) if c not in named))[:1]
    named = guest_and_goal(draft, sentence, named)
    how = "clause" if len(named) >= 2 else "both" if both else ""
    if len(named) == 1 and not both and draft.key == "visit" and place is not None and place.country:
        named += [place.country] if place.country not in (*named, *pair) else []
    if (
        len(named) == 1
        and not both
        and draft.key in _AT_A_PLACE
        and place is not None
        and place.country in pair
        and place.country not in named
        and sentence.clause_at(place.mention.start) in clauses
    ):
        named.append(place.country)  # talks in Tehran on helicopters that Ukrainian firms looked after
        how = "sentence"
    if len(named) < 2 and not both:
        for m in sorted(usable, key=lambda m: min(abs(sentence.clause_at(m.start) - c) for c in clauses)):
            if len(named) >= 2:
                break
            if m.start not in sentence.scenery:
                named += [c for c in countries_of(m) if c not in named]
    country = place.country if place is not None else None
    if country is not None and pair and country not in pair and _is_beyond_comma(draft, sentence, place):
        country = None  # an attaché is accredited, before him a diplomat in Baku did the work
    fits = not both or not pair or named[:1] != [c for c in pair if c in named[:1]] or country in pair
    if len(named) == 1 and country is not None and country not in named and fits:
        if draft.key not in ("meet", "session") or not pair or country in pair:
            named.append(country)
        elif not any(sentence.clause_of(c) in clauses for c in sentence.cues("counterpart", "both_people")):
            return (), how  # in a third country the leaders of an organisation met
    if not how:
        how = "sentence" if len(named) >= 2 else "pair"
    one_of_pair = len(named) < 2 and pair and (not named or named[0] in pair)
    theirs = draft.key == "meet" and (
        any(c.last == draft.hit.first for c in sentence.cues("possessive"))
        or any(sentence.opens_clause(c) and c.last <= draft.hit.first for c in sentence.cues("both_people"))
    )  # the two last met in Kazan
    if not named and not both and country is not None and pair and country not in pair and not theirs:
        return (), how  # a summit in a third country of which nobody is named
    if one_of_pair and (both or not named or draft.kind in ("agreement", "consultation", "cooperation")):
        named = [*named, *(c for c in pair if c not in named)][:2]
    return tuple(sorted(named)), how


def _is_beyond_comma(draft: Draft, sentence: Sentence, place: Place | None) -> bool:
    """A comma stands behind the event and before the town."""
    if place is None or draft.key == "visit":
        return False
    last, at = max(draft.hit.last, draft.anchor.last), sentence.token_at(place.mention.start)
    return any(t.norm in COMMAS for t in sentence.tokens[last:at])


def find_pair(
    title: Sequence[Mention], lead: Sequence[Mention], rest: Sequence[Mention], profile: tuple[str, ...] = ()
) -> tuple[str, ...]:
    """The two countries an article is about: those its title and lead name most, then the rest.

    Args:
        title: mentions in the title.
        lead: mentions in the lead.
        rest: all other mentions.
        profile: the parties of the project; they stand in when the article names only one of them and nobody else.
    """
    weight: Counter[str] = Counter()
    first: dict[str, int] = {}
    for share, mentions in ((4, title), (3, lead), (1, rest)):
        for m in mentions:
            if m.kind in PARTY_KINDS:
                for c in countries_of(m):
                    weight[c] += share if m.kind == "city" else 2 * share  # a town may only be where they met
                    first.setdefault(c, len(first))
    ranked = sorted(weight, key=lambda c: (-weight[c], first[c]))
    if len(ranked) == 1 and len(profile) == 2 and ranked[0] in profile:
        return profile
    return tuple(ranked[:2]) if len(ranked) >= 2 else ()
