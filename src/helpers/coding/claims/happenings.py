"""Nouns that name a happening by who stands beside them: somebody's visit, a meeting between two people."""

from __future__ import annotations

from dataclasses import replace

from helpers.coding.claims.bystanders import countries_of, has_place_word, is_bystander, is_where
from helpers.coding.claims.codebook import Event
from helpers.coding.claims.drafting import UNTOLD
from helpers.coding.claims.judge import Judgement
from helpers.coding.claims.patterns import Hit
from helpers.coding.claims.sentences import Sentence, is_verb
from helpers.foundation.records import Mention

_COUPLES = ("both_people", "ministers", "presidents", "generals", "chiefs_of_staff")
_LIGHT = ("cooperate", "deepen", "hold")
_OPEN = (*UNTOLD, "intention", "margins")
_LEADING = ("about", "purpose", "in_order_to", "ahead_of")
_LED_REACH = 1  # words from what leads up to the noun
_HOSTED = ("meet", "session", "exercise")
_HOSTED_REACH = 3
_ARMS_REACH = 3
_DATED_REACH = 4  # words between the signing and its day
_ARMS_OPEN = 4  # words before arms that open their clause, and from there to a verb at its end
_ARMS_REACH_LAST = 8
_COPULA_REACH = 3  # words from "it was" to the drill
_BETWEEN_REACH = 4  # words from a meeting to "between"
_OBJECT_REACH = 3  # words from a word of planning to what is planned


def hosts_event(sentence: Sentence, hit: Hit) -> Hit:
    """Minsk received the session of the commission: no guest but an event, so the verb of receiving holds it."""
    if hit.entry.key != "visit" or not is_verb(hit):
        return hit
    if _is_of_arms(sentence, hit):
        return hit._replace(entry=replace(hit.entry, key="deliver"))
    hosting = any(hit.first <= c.first and c.last <= hit.last for c in sentence.cues("hosts"))
    for noun in sentence.of("trigger"):
        held = hit.first < noun.first < hit.last or 0 <= hit.first - noun.last <= 1
        if hosting and held and noun.entry.key in _HOSTED and not is_verb(noun):
            return hit._replace(entry=replace(hit.entry, key="hold"))  # toplantısına ev sahipliği yaptı
        if noun.entry.key in _HOSTED and not is_verb(noun) and 0 <= noun.first - hit.last <= _HOSTED_REACH:
            between = range(hit.last, noun.first)
            words = all(sentence.tokens[i].is_word for i in between)
            led = any(h.first in between for h in (*sentence.of("place"), *sentence.cues("occasion", "with")))
            return hit if led or not words else hit._replace(entry=replace(hit.entry, key="hold"))
    return hit


def _is_in_doubt(sentence: Sentence, hit: Hit) -> bool:
    """A possible visit, the visit is in doubt: the word right before it, or a phrase behind it in its clause, or what closes that."""
    clause = sentence.clause_of(hit)
    return any(
        0 <= hit.first - c.last <= 1
        or (
            c.first >= hit.last
            and sentence.clause_of(c) == clause
            and (c.last - c.first > 1 or _closes_clause(sentence, c))
        )
        for c in sentence.cues("hypothetical")
    )


def _closes_clause(sentence: Sentence, cue: Hit) -> bool:
    """Pasirašymas galimas: the last word of its clause, where no verb tells of anything else."""
    ended = cue.last == len(sentence.tokens) or not sentence.tokens[cue.last].is_word
    return ended and not any(
        is_verb(t) and sentence.clause_of(t) == sentence.clause_of(cue) for t in sentence.of("trigger")
    )


def is_told_by_noun(sentence: Sentence, hit: Hit) -> bool:
    """The ratification, on Monday, of the treaty; its signing is in doubt: dated or doubted, where the clause has no verb of its own."""
    clause = sentence.clause_of(hit)
    dated = any(
        t.type in ("DATE", "TIME") and hit.first < sentence.token_at(t.start) <= hit.last + _DATED_REACH
        for t in sentence.timexes
    )
    return (dated or _is_in_doubt(sentence, hit)) and not any(
        is_verb(t) and sentence.clause_of(t) == clause for t in sentence.of("trigger")
    )


def _is_of_arms(sentence: Sentence, hit: Hit) -> bool:
    """A batch of drones arrived in Belarus: what came is arms right before the verb, and nobody else is in its clause."""
    clause = sentence.clause_of(hit)
    opens = (
        sentence.opening_of(clause) + _ARMS_OPEN
    )  # eine Lieferung Drohnen ist am Montag in Minsk eingetroffen
    arms = any(
        h.entry.key == "procurement"
        and sentence.clause_of(h) == clause
        and (
            0 <= hit.first - h.last <= _ARMS_REACH
            or (h.first <= opens and 0 <= hit.first - h.last <= _ARMS_REACH_LAST)
        )
        for h in sentence.of("area")
    )
    return arms and not any(
        m.kind in ("person", "office", "organisation") and sentence.clause_at(m.start) == clause
        and m.start not in sentence.sources and m.end <= sentence.tokens[hit.first].start
        for m in sentence.mentions
    ) and not any(
        sentence.clause_of(c) == clause and (c.last <= hit.first or c.entry.key == "counterpart")
        for c in sentence.cues("guests", "counterpart")
    )  # fmt: skip


def plans_another(sentence: Sentence, scheduled: list[Hit], hit: Hit, triggers: list[Hit]) -> bool:
    """During the visit the signing of a treaty is expected: each word of planning stands beside another noun."""
    led = any(0 <= hit.first - c.last <= 1 for c in sentence.cues("occasion"))
    if not led and not any(0 <= c.first - hit.last <= 1 for c in sentence.cues("occasion_after")):
        return False
    return all(
        c.first >= hit.last and any(t is not hit and 0 <= t.first - c.last <= _OBJECT_REACH for t in triggers)
        for c in scheduled
    )


def judge_by_place(sentence: Sentence, hit: Hit, *, free_order: bool) -> Judgement | None:
    """What an event noun means by where it stands: for the signing somebody comes; of drills nobody thinks.

    Args:
        sentence: the sentence.
        hit: the noun.
        free_order: what is not planned may stand before the words that say so.
    """
    clause = sentence.clause_of(hit)
    verbs = [t for t in sentence.of("trigger") if is_verb(t) and sentence.clause_of(t) == clause]
    led = any(0 <= hit.first - c.last <= 1 for c in sentence.cues("in_order_to", "period"))
    came = any(t.entry.key == "visit" and t.last <= hit.first for t in verbs)
    if led and came and hit.entry.key in ("sign", "ratify"):  # прибыл для подписания, на подписание
        return Judgement("planned", "future")
    if not free_order or not sentence.opens_clause(hit):
        return None
    for plan in sentence.cues("intention", "was_to"):  # учений страны не планируют
        denied = any(0 <= plan.first - c.last <= 0 for c in sentence.cues("negation"))
        near = sentence.clause_of(plan) == clause and plan.first >= hit.last
        if denied and near and not any(hit.last <= t.first for t in verbs):
            return Judgement("denied", "negated", (plan.entry.rule,))
    return None


def judge_noun(sentence: Sentence, hit: Hit, event: Event, cues: list[Hit]) -> Judgement:
    """Somebody's visit that no verb holds: background by its cues, to come with an act to come (it will end with a signing)."""
    clause = sentence.clause_of(hit)
    if _is_in_doubt(sentence, hit):
        return Judgement("planned", "hypothetical")
    if any(c.entry.key in ("historical", "pluperfect") for c in cues):
        return Judgement(event.done, "historical")
    if any(
        t.entry.form == "future" and t.first >= hit.last and sentence.clause_of(t) == clause
        for t in (*sentence.of("trigger"), *sentence.cues("receives"))
    ):
        return Judgement("planned", "future")
    return Judgement(event.done, "asserted")


def is_not_spoken_of(sentence: Sentence, hit: Hit) -> bool:
    """Of a journey nothing was said: neither that there is one nor that there is none."""
    clause = sentence.clause_of(hit)
    return any(0 <= hit.first - c.last <= 1 for c in sentence.cues("about")) and any(
        sentence.clause_of(c) == clause and c.first >= hit.last for c in sentence.cues("negation", "no")
    )


def is_between_sides(sentence: Sentence, hit: Hit) -> bool:
    """People of both countries meet, or both countries stand beside the noun with its day or town."""
    people = hit.entry.key in ("meet", "call") and _is_between_people(sentence, hit)
    return people or _is_told_with_sides(sentence, hit)


def _is_told_with_sides(sentence: Sentence, hit: Hit) -> bool:
    """Las consultas irano-bielorrusas del lunes: both sides and a day or town beside the noun, and no other act in its clause."""
    clause = sentence.clause_of(hit)
    acting = [
        m for m in sentence.mentions
        if m.start not in sentence.sources and (m.kind != "city" or hit.entry.key == "visit") and not is_bystander(sentence, m)
    ]  # fmt: skip
    named = {c for m in acting for c in countries_of(m)}
    dated = any(
        t.type in ("DATE", "TIME") and sentence.clause_at(t.start) == clause for t in sentence.timexes
    )
    placed = any(is_where(sentence, m) and sentence.clause_at(m.start) == clause for m in sentence.mentions)
    if len(named) != 2 or not (dated or placed):
        return False
    if any(
        is_verb(t) and sentence.clause_of(t) == clause and t.entry.key not in _LIGHT
        for t in sentence.of("trigger")
    ):
        return False
    if any(sentence.clause_of(c) == clause for c in sentence.cues(*_OPEN)):
        return False
    return not any(0 <= hit.first - c.last <= _LED_REACH for c in sentence.cues(*_LEADING))


def _is_between_people(sentence: Sentence, hit: Hit) -> bool:
    """The meeting behind closed doors between the prime minister of one country and the Iranian deputy minister."""
    between = next((c.last for c in sentence.cues("between") if c.first >= hit.last), None)
    if between is None or not _reaches(sentence, hit.last, between - 1):
        return False
    if any(0 <= c.first - between <= 1 for c in sentence.cues(*_COUPLES)):
        return True  # between the two chiefs of staff
    start = sentence.tokens[between - 1].end
    called = sentence.cues("guests", "somebody")
    people = [
        m for m in sentence.mentions
        if m.start > start and (m.kind in ("person", "office") or (m.kind == "demonym" and _is_beside(sentence, m, called)))
    ]  # fmt: skip
    return len({m.countries for m in people if m.countries}) >= 2


def _reaches(sentence: Sentence, first: int, last: int) -> bool:
    """A word or two stand between, or some more of one clause that name no time or other act: the talks behind closed doors between."""
    if last - first <= 1:
        return True
    if last - first > _BETWEEN_REACH or not all(t.is_word for t in sentence.tokens[first:last]):
        return False
    return sentence.clause[first] == sentence.clause[last] and not any(
        first <= t.first < last for t in sentence.of("trigger")
    )


def _is_beside(sentence: Sentence, mention: Mention, words: list[Hit]) -> bool:
    """The Belarusian deputy minister, il viceministro bielorusso: a country's adjective right at a word for somebody."""
    at = sentence.token_at(mention.start)
    return any(c.first == at + 1 or c.last == at for c in words)


def leads_to_country(sentence: Sentence, hit: Hit) -> bool:
    """The first visit of an Iranian minister to Belarus in ten years: a country behind the noun, where it led."""
    if hit.entry.key != "visit":
        return False
    start, clause = sentence.tokens[hit.last - 1].end, sentence.clause_of(hit)
    return any(
        m.kind == "country" and m.start > start and sentence.clause_at(m.start) == clause and has_place_word(sentence, m, "to", 1)
        for m in sentence.mentions
    )  # fmt: skip


def is_told_by_copula(sentence: Sentence, hit: Hit) -> bool:
    """It was a joint drill near Brest: the noun says what was told of, and nothing in the clause denies or doubts it."""
    clause = sentence.clause_of(hit)
    doubt = sentence.cues("negation", "no", "hypothetical", "scheduled", "intention", "future")
    if any(sentence.clause_of(c) == clause for c in doubt):
        return False
    joint = any(
        -1 <= hit.first - c.last <= 0 or -1 <= c.first - hit.last <= 0 or hit.first <= c.first < hit.last
        for c in sentence.cues("joint")
    )
    named = {c for m in sentence.mentions for c in countries_of(m)}
    return (joint or len(named) > 1) and any(
        0 <= hit.first - c.last <= _COPULA_REACH
        and not any(c.last <= t.first < hit.first for t in sentence.of("trigger"))
        for c in sentence.of("it_was")
    )


def belongs_to_somebody(sentence: Sentence, hit: Hit) -> bool:
    """A person or country stands within two words: Lukashenko's visit, визит Лукашенко, the Minsk talks; no book about them."""
    clause = sentence.clause_of(hit)
    dated = any(sentence.clause_at(t.start) == clause for t in sentence.timexes)
    led = sentence.cues("about", *(() if dated else ("ahead_of",)))
    if sentence.role != "title" and any(-1 <= hit.first - c.last <= 1 for c in led):
        return False
    if any(c.last == hit.first for c in sentence.cues("possessive")):
        return True  # leur rencontre de septembre
    tokens = sentence.tokens
    first, last = hit.first, hit.last
    while (
        first > 0
        and hit.first - first < 3
        and (tokens[first - 1].is_word or tokens[first - 1].norm in "'’\"")
    ):
        first -= 1
    while last < len(tokens) and last - hit.last < 4 and tokens[last].is_word:
        last += 1
    low, high = tokens[first].start, tokens[last - 1].end
    return any(
        low <= m.start < high and m.kind in ("person", "office", "country", "demonym", "city")
        for m in sentence.mentions
    )


def unnamed_words(sentence: Sentence, first: int, last: int) -> int:
    """Words between that name nobody: of Iran and Belarus the military treaty."""
    named = sum(
        sentence.token_at(m.end - 1) + 1 - sentence.token_at(m.start)
        for m in sentence.mentions
        if first <= sentence.token_at(m.start) < last
    )
    return last - first - named


def is_told_of(sentence: Sentence, hit: Hit, event: Event) -> bool:
    """Told as a happening without a verb that says so.

    Somebody's meeting or visit with a date or place of its own, or in a headline; a meeting between people of two
    countries; an exercise with a date or place, where no other event has the verb of the clause.
    """
    clause = sentence.clause_of(hit)
    dated = any(
        sentence.clause_at(t.start) == clause and t.type in ("DATE", "TIME") for t in sentence.timexes
    )
    placed = any(sentence.clause_at(m.start) == clause and is_where(sentence, m) for m in sentence.mentions)
    if hit.entry.key == "exercise":
        if is_told_by_copula(sentence, hit):
            return True
        busy = any(is_verb(t) and sentence.clause_of(t) == clause for t in sentence.of("trigger"))
        to_come = any(sentence.clause_of(c) == clause for c in sentence.cues("future", "intention"))
        return dated and placed and not busy and not to_come
    if hit.entry.key in ("sign", "ratify"):
        return is_told_by_noun(sentence, hit)
    if event.kind != "consultation":
        return False
    if is_between_sides(sentence, hit):
        return True
    placed = placed or leads_to_country(sentence, hit)
    return belongs_to_somebody(sentence, hit) and (dated or placed or sentence.role == "title")
