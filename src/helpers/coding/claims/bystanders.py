"""Countries a sentence names that take no part: allies, origins of goods, topics of talks, towns where others met."""

from __future__ import annotations

import itertools

from helpers.coding.claims.attribution import is_of_media
from helpers.coding.claims.drafting import Draft
from helpers.coding.claims.patterns import Hit
from helpers.coding.claims.sentences import Sentence
from helpers.coding.claims.tokens import COMMAS
from helpers.foundation.records import Mention

PARTY_KINDS = ("person", "office", "organisation", "country", "demonym", "city")
_SAID_REACH = 2  # words between who judges and the word for saying
_BYSTANDER_REACH = 3
_MISSIONS = ("embassy", "ambassador", "charge-d-affaires")
_OF_THE_VERB = ("meet", "support")  # the word may be one of the verb's own
_TALKS = ("meet", "call", "visit", "session")
_TALKS_REACH = 3  # words between a word for talks and with whom they were
_GUEST_REACH = 4  # words from "after" to whose departure it was
_NEXT_NAME = 3  # words from a name in a list to the next
_ABOUT_REACH = 6  # words from "about" to the country of the topic
_LED_REACH = 3  # words from "with" to whom it names
# Events in which goods are not what is told of.
_NO_GOODS = ("exercise", "meet", "visit", "sign", "session", "call")


def countries_of(mention: Mention) -> tuple[str, ...]:
    """The countries a mention stands for: all of an office in the plural, else one where there is no doubt."""
    codes = tuple(c for c in mention.countries if len(c) == 3 and c.isupper())
    return codes if mention.kind in ("office", "organisation", "person") or len(codes) == 1 else ()


def is_bystander(sentence: Sentence, mention: Mention, draft: Draft | None = None) -> bool:
    """True when a word such as 'ally of' or 'sanctions by' right before the mention takes it out of the event.

    "Talks with" does so only where the event is not these talks, "against" where it is no vote against a resolution.
    """
    if is_of_media(sentence, mention) or _is_of_assessor(sentence, mention):
        return True
    at, behind = sentence.token_at(mention.start), sentence.token_at(mention.end - 1) + 1
    if any(c.first == behind for c in sentence.of("bystander_after")):
        return True  # Rusya'nın aksine
    for hit in sentence.of("bystander"):
        if (
            draft is not None
            and draft.key in _OF_THE_VERB
            and any(t.first <= hit.first < t.last for t in (draft.hit, draft.anchor))
        ):
            continue
        if hit.first <= at < hit.last:
            return True
        if (
            0 <= at - hit.last <= _BYSTANDER_REACH
            and not any(t.norm in ",.;:،" for t in sentence.tokens[hit.last : at])
            and not any(hit.last <= c.first < at for c in sentence.cues("report"))
        ):
            return True  # but not: the Institute for the Study of War wrote that Belarus
    return False


def _is_of_assessor(sentence: Sentence, mention: Mention) -> bool:
    """Said a Belarusian political scientist: the country of somebody who only judges."""
    if mention.kind != "demonym":
        return False
    at, behind = sentence.token_at(mention.start), sentence.token_at(mention.end - 1) + 1
    return any(
        (c.first == behind or c.last == at)
        and any(max(r.first - c.last, c.first - r.last) <= _SAID_REACH for r in sentence.cues("report"))
        for c in sentence.cues("assessors")
    )


def seats_of_missions(sentence: Sentence, pair: tuple[str, ...]) -> frozenset[int]:
    """The Belarusian embassy in Warsaw: starts of towns of a third country that only say which embassy or ambassador speaks."""
    out = set()
    for before, town in itertools.pairwise(sorted(sentence.mentions, key=lambda m: m.start)):
        if town.kind != "city" or set(town.countries) & set(pair) or not pair:
            continue
        mission = any(e.partition(":")[2] in _MISSIONS for e in before.entities)
        gap = sentence.token_at(town.start) - sentence.token_at(before.end - 1) - 1
        if mission and 0 <= gap <= 1:
            out.add(town.start)
    return frozenset(out)


def has_place_word(sentence: Sentence, mention: Mention, key: str, reach: int = 0) -> bool:
    """A word of the lexicon's places stands right before the mention, but for `reach` words: in Minsk, the palace of Tehran."""
    at = sentence.token_at(mention.start)
    return any(
        h.entry.key == key and 0 <= at - h.last <= reach
        and not any(not t.is_word for t in sentence.tokens[h.last : at])
        for h in sentence.of("place")
    )  # fmt: skip


def is_locative(sentence: Sentence, mention: Mention) -> bool:
    """Minske, Minsk'te: the ending of the name says in."""
    last = sentence.tokens[sentence.token_at(mention.end - 1)].norm
    return bool(sentence.locative_endings) and last.endswith(sentence.locative_endings)


def is_where(sentence: Sentence, mention: Mention) -> bool:
    """A town, or a country that a word or an ending puts something in or towards: in Teheran, en Bielorrusia, Baltarusijoje."""
    if mention.kind != "country":
        return mention.kind == "city"
    return is_locative(sentence, mention) or any(
        has_place_word(sentence, mention, k, 1) for k in ("in", "to")
    )


def without_origins(
    draft: Draft, sentence: Sentence, scene: tuple[str | None] | None, usable: list[Mention]
) -> list[Mention]:
    """Without those that say where from: Iranian drones used by two others, the town left for a third country."""
    clauses = {sentence.clause_of(draft.anchor), sentence.clause_of(draft.hit)}
    acting = {
        c
        for m in usable
        if m.kind not in ("city", "demonym") and sentence.clause_at(m.start) in clauses
        for c in countries_of(m)
    }
    out = []
    for m in usable:
        codes = set(countries_of(m))
        if m.kind == "demonym" and draft.key in _NO_GOODS and len(acting) >= 2 and not codes & acting:
            after = sentence.token_at(m.end - 1) + 1
            if any(h.first == after and h.entry.key == "procurement" for h in sentence.of("area")):
                continue
        apart = sentence.clause_at(m.start) not in clauses
        elsewhere = scene is not None and scene[0] not in (codes if apart else {*acting, *codes})
        if (
            m.kind == "city"
            and acting
            and not codes & acting
            and elsewhere
            and has_place_word(sentence, m, "from")
        ):
            continue
        out.append(m)
    return out


def _is_talked_about(sentence: Sentence, mention: Mention) -> bool:
    """Much was said about Iran and little about Belarus: a country right behind the word is a topic, and talks with nobody."""
    at = sentence.token_at(mention.start)
    return mention.kind == "country" and any(0 <= at - c.last <= 1 for c in sentence.cues("about"))


def without_topics(draft: Draft, sentence: Sentence, usable: list[Mention]) -> list[Mention]:
    """Without what is talked about: the talks with Iran about Ukraine; both presidents discussed the Syrian crisis."""
    if draft.key not in ("meet", "call"):
        return usable
    told = [m for m in usable if not _is_talked_about(sentence, m)]
    spoken = not draft.noun and draft.key == "meet"
    if not spoken and len({c for m in told for c in countries_of(m)}) <= 1:
        return usable
    verb = sentence.tokens[draft.hit.first].start
    met = {
        c for m in told if m.kind in ("person", "office") and m.end <= verb
        and sentence.clause_at(m.start) == sentence.clause_of(draft.hit) for c in countries_of(m)
    }  # fmt: skip
    if not spoken or len(met) <= 1:
        return told
    led = _led_to(draft, sentence)
    return [
        m for m in told
        if m.kind not in ("country", "demonym") or m.end <= verb or set(countries_of(m)) & met or sentence.token_at(m.start) in led
    ]  # fmt: skip


def _led_to(draft: Draft, sentence: Sentence) -> set[int]:
    """Tokens to which "with" leads, unless it belongs to a noun: they talked on Friday with Russia, but about relations with Russia."""
    timed = _times(sentence)
    timed |= {sentence.token_at(m.end - 1) for m in sentence.mentions if m.kind == "city"}
    own = {i for h in (draft.hit, draft.anchor) for i in range(h.first, h.last)}
    # the object of the verb is a country: they discussed Syria with Russia
    spans = (
        (sentence.token_at(m.start), sentence.token_at(m.end - 1))
        for m in sentence.mentions
        if m.kind == "country"
    )
    own |= {i for first, last in spans if first - 1 in own for i in range(first, last + 1)}
    return {
        c.last + i
        for c in sentence.marks("with", "with_whom")
        if c.first - 1 in own | timed or c.first in own
        for i in range(_LED_REACH)
    }


def _times(sentence: Sentence) -> set[int]:
    """The tokens of temporal expressions."""
    spans = ((sentence.token_at(t.start), sentence.token_at(t.end - 1)) for t in sentence.timexes)
    return {i for first, last in spans for i in range(first, last + 1)}


def without_things_between(draft: Draft, sentence: Sentence, usable: list[Mention]) -> list[Mention]:
    """Without the third country of a topic: Hrenin ile Nasırzade Ukrayna'daki durumu görüştü, talked about the state of the Polish border.

    It stands behind the people of two countries and before the verb that closes the clause, or behind "about".
    """
    if draft.key not in ("meet", "call"):
        return usable
    clause = sentence.clause_of(draft.anchor)
    people = [m for m in usable if m.kind in ("person", "office") and sentence.clause_at(m.start) == clause]
    sides = {c for m in people for c in countries_of(m)}
    others = [
        m for m in usable
        if m.kind in ("country", "demonym", "city") and sentence.clause_at(m.start) == clause and not set(countries_of(m)) & sides
    ]  # fmt: skip
    if len(sides) != 2 or not others:
        return usable
    seen: set[str] = set()
    second = -1  # token behind the first person of the second country
    for m in sorted(people, key=lambda p: p.start):
        seen |= set(countries_of(m))
        if len(seen) == 2:
            second = sentence.token_at(m.end - 1) + 1
            break
    last = max(draft.anchor.last, draft.hit.last)
    closes = not any(t.is_word for t in sentence.tokens[last:] if sentence.clause_at(t.start) == clause)
    times, topics = _times(sentence), set()
    led = _led_to(draft, sentence)
    about = [c for c in sentence.cues("about") if c.last not in times and sentence.clause_of(c) == clause]
    for m in others:
        first, end = sentence.token_at(m.start), sentence.token_at(m.end - 1) + 1
        joined = first - second <= 1 or any(
            c.first == end and c.last == draft.anchor.first for c in sentence.cues("with")
        )
        inner = closes and second <= first and end <= draft.anchor.first and not joined
        if inner or (first not in led and any(_reaches(sentence, c.last, first) for c in about)):
            topics.add(m.start)
    return [m for m in usable if m.start not in topics]


def _reaches(sentence: Sentence, low: int, first: int) -> bool:
    """A few words between, no mark among them."""
    return 0 <= first - low <= _ABOUT_REACH and all(t.is_word for t in sentence.tokens[low:first])


def without_earlier_talks(draft: Draft, sentence: Sentence, usable: list[Mention]) -> list[Mention]:
    """Without whom one of two met before or after what is told: after a call with the Russian minister he received his colleague."""
    words = [*sentence.of("following"), *sentence.cues("ahead_of")]
    if draft.noun or not words:
        return usable
    clauses = {sentence.clause_of(draft.anchor), sentence.clause_of(draft.hit)}
    kept = list(usable)
    for noun in sentence.of("trigger"):
        if noun.entry.key not in _TALKS or noun in (draft.hit, draft.anchor):
            continue
        reach = _TALKS_REACH if noun.entry.form == "noun" else 0  # after talks with: no verb behind "after"
        ahead = any(0 <= noun.first - w.last <= reach for w in words)
        behind = any(noun.first < w.first <= noun.last + (noun.entry.form == "noun") for w in words)
        if ahead or behind:
            met = _met_at(sentence, kept, noun, behind=behind)
            others = [m for m in kept if m not in met and sentence.clause_at(m.start) in clauses]
            acting = {c for m in others if m.kind in ("person", "office") for c in countries_of(m)}
            if len(acting) >= 2:
                kept = [m for m in kept if m not in met or set(countries_of(m)) <= acting]
    return kept


def without_earlier_guests(draft: Draft, sentence: Sentence, usable: list[Mention]) -> list[Mention]:
    """Without a third country whose doings only say when: a day after the departure of the Chinese minister, two others signed."""
    words = [*sentence.of("following"), *sentence.cues("ahead_of")]
    if not words or len(usable) <= 1:
        return usable
    clauses = {sentence.clause_of(draft.anchor), sentence.clause_of(draft.hit)}
    spans = [(sentence.token_at(m.start), sentence.token_at(m.end - 1) + 1, m) for m in usable]
    kept = list(usable)
    for word in words:
        behind = [s for s in spans if 0 <= s[0] - word.last <= _GUEST_REACH and s[2].kind != "city"]
        if not behind:
            continue
        first, end, guest = min(behind, key=lambda s: s[0])
        between = sentence.tokens[word.last : first]
        codes = set(countries_of(guest))
        if (
            not all(t.is_word for t in between)
            or word.first >= draft.anchor.first >= first
            or _is_listed(sentence, end, spans)
        ):
            continue
        others = [
            m for m in kept if not set(countries_of(m)) & codes and sentence.clause_at(m.start) in clauses
        ]
        named = [m for m in kept if m is not guest and set(countries_of(m)) & codes]
        acting = {
            c for m in others if m.kind in ("person", "office", "organisation") for c in countries_of(m)
        }
        if len(acting) >= 2 and not any(
            m.kind in ("person", "office") for m in named if m.start < guest.start
        ):
            kept = [
                m for m in kept if not codes or not set(countries_of(m)) <= codes or m.start < guest.start
            ]
    return kept


def _is_listed(sentence: Sentence, end: int, spans: list[tuple[int, int, Mention]]) -> bool:
    """After the talks Belousov, Khrenin and Nasirzadeh signed: a comma or "and", and the next name."""
    joins = {c.first for c in sentence.cues("with")}
    joined = end < len(sentence.tokens) and (end in joins or sentence.tokens[end].norm in COMMAS)
    return joined and any(0 <= first - end <= _NEXT_NAME and m.kind != "city" for first, _, m in spans)


def _met_at(sentence: Sentence, mentions: list[Mention], noun: Hit, *, behind: bool) -> list[Mention]:
    """Who is named next to the noun, no comma between, and others of that country: behind it, or before it in Turkish."""
    near: list[tuple[int, Mention]] = []
    for m in mentions:
        first, last = sentence.token_at(m.start), sentence.token_at(m.end - 1) + 1
        low, high = (noun.last, first) if first >= noun.last else (last, noun.first)
        if (first < noun.last and not behind) or not 0 <= high - low <= _TALKS_REACH:
            continue
        if not any(t.norm in COMMAS for t in sentence.tokens[low:high]):
            near.append((high - low, m))
    spans = [(sentence.token_at(m.start), sentence.token_at(m.end - 1) + 1, m) for m in mentions]
    near = [
        (gap, m) for gap, m in near
        if behind or gap or not _is_listed(sentence, sentence.token_at(m.end - 1) + 1, spans)  # after talks A, B and C
    ]  # fmt: skip
    if not near:
        return []
    codes = countries_of(min(near, key=lambda n: n[0])[1])
    return [m for _, m in near if countries_of(m) == codes]


def without_venues(sentence: Sentence, usable: list[Mention]) -> list[Mention]:
    """Without where people of two countries met in a third: at the Moscow conference, in China, in the Chinese town of Qingdao."""
    people = {m.countries for m in usable if m.kind in ("person", "office") and len(countries_of(m)) == 1}
    sides = {c for m in usable if m.kind in ("person", "office") for c in countries_of(m)}
    if len(sides) < 2:
        return usable
    towns = {sentence.token_at(m.start): m for m in usable if m.kind == "city"}
    kept = []
    for m in usable:
        third = m.countries not in people and not set(m.countries) <= sides
        behind = towns.get(sentence.token_at(m.end - 1) + 1)
        if third and (
            (m.kind in ("city", "country") and any(t.countries == m.countries for t in towns.values()))
            or (m.kind == "country" and has_place_word(sentence, m, "in"))
            or (m.kind == "demonym" and behind is not None and behind.countries == m.countries)
        ):
            continue  # Çin'in Çingdao kentinde
        kept.append(m)
    return kept
