"""Meetings and journeys told by who and where alone: two people joined on a day, somebody of one country in a town of the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from helpers.coding.claims.bystanders import countries_of, has_place_word, is_bystander
from helpers.coding.claims.drafting import UNTOLD, WEAK, Draft
from helpers.coding.claims.judge import closing_of, judge
from helpers.coding.claims.patterns import Entry, Hit
from helpers.coding.claims.sentences import Sentence
from helpers.coding.claims.signatures import SignatureReader
from helpers.foundation.records import Mention

_JOINED_REACH = 4  # words from "and" to a name, over a title
_BEFORE_REACH = 2  # from a name, over a comma, to "and"
_TRAVEL_REACH = 12  # words between who and where
_AT_HOME_ABROAD = (
    "ambassador", "charge-d-affaires", "embassy", "defence-attache", "spokesperson", "foreign-spokesperson", "leader",
)  # fmt: skip
_UNSURE = (*UNTOLD, "message_of", "was_to")
TOGETHER = Entry("trigger", "meet", "past", "(people of both sides joined)", ())
_ABROAD = Entry("trigger", "visit", "past", "(somebody in a town of the other side)", ())


def may_tell(sentence: Sentence, triggers: list[Hit]) -> bool:
    """Something in the sentence may make a claim: an event, a word that stands for one, or two who may have met."""
    if (
        triggers
        or sentence.of("lack")
        or sentence.of("unspoken")
        or sentence.of("stays_ahead")
        or sentence.of("instrument")
        or len(sentence.mentions) > 1
    ):
        return True
    return bool(
        sentence.cues("scheduled", "stays", "intention", "receives", "calls", "relief", "without", "arms")
    )


class EncounterReader(SignatureReader):
    """Reads clauses that name no act of the lexicon, but people of two countries, a day and a town."""

    def _read_guests(self, sentence: Sentence, triggers: list[Hit], out: list[Draft]) -> None:
        """Guests told without a verb of visiting: stays, receptions, people together, people abroad."""
        self._read_stays(sentence, triggers, out)
        self._read_receptions(sentence, triggers, out)
        if (
            sentence.role == "title"
            or len(sentence.mentions) < 2
            or any(d.kind == "consultation" for d in out)
        ):
            return
        for hit in (*_people_together(sentence), *_people_abroad(sentence)):
            if _is_free(sentence, hit, triggers, out):
                event = self._codebook.events[hit.entry.key]
                told = judge(sentence, closing_of(sentence, hit), event, [], verb_last=self._verb_last)
                awaited = any(
                    sentence.clause_of(c) == sentence.clause_of(hit)
                    for c in (*sentence.cues("scheduled", "future"), *sentence.of("future_tense"))
                )
                # she is expected in Tehran on Tuesday; el ministro irá él mismo a Minsk
                if awaited and told.polarity in ("asserted", "historical"):
                    told = replace(told, status="planned", polarity="future")
                if told.polarity in ("asserted", "historical", "future"):
                    out.append(self._make(sentence, hit, told))
                    return


def _is_free(sentence: Sentence, hit: Hit, triggers: list[Hit], out: list[Draft]) -> bool:
    """No other act has the clause, a day is named in it, and nothing makes it doubtful."""
    clause = sentence.clause_of(hit)
    if any(sentence.clause_of(t) == clause and t.entry.key not in WEAK for t in triggers):
        return False
    if any(sentence.clause_of(d.anchor) == clause for d in out):
        return False
    if any(sentence.clause_of(p) == clause for p in sentence.of("instrument")):
        return False  # a protocol exchanged by two ministers
    if any(sentence.clause_of(c) == clause for c in sentence.cues(*_UNSURE)):
        return False
    if any(
        h.entry.key == "training and exchange" and sentence.clause_of(h) == clause
        for h in sentence.of("area")
    ):
        return False  # cadets came back from Isfahan
    return sentence.entry is not None or any(
        t.type in ("DATE", "TIME") and t.edtf is not None and sentence.clause_at(t.start) == clause
        for t in sentence.timexes
    )  # fmt: skip


def people_of(sentence: Sentence) -> list[Mention]:
    """People and offices of one country each that take part."""
    return [
        m for m in sentence.mentions
        if m.kind in ("person", "office") and len(countries_of(m)) == 1 and m.start not in sentence.sources
        and not is_bystander(sentence, m)
    ]  # fmt: skip


def _people_together(sentence: Sentence) -> Iterator[Hit]:
    """Zas and Admiral Shamkhani ... on Tuesday: two people of two countries with "and" or "with" between, nobody of a third."""
    people = people_of(sentence)
    if len({c for m in people for c in countries_of(m)}) != 2:
        return
    for word in sentence.cues("with"):
        before = [m for m in people if 0 <= word.first - sentence.token_at(m.end - 1) - 1 <= _BEFORE_REACH]
        after = [m for m in people if 0 <= sentence.token_at(m.start) - word.last <= _JOINED_REACH]
        if before and after and countries_of(before[-1]) != countries_of(after[0]):
            clauses = {sentence.clause_at(m.start) for m in (before[-1], after[0])}
            if len(clauses) == 1:
                yield Hit(word.first, word.last, TOGETHER, tuple(range(word.first, word.last)))


def _people_abroad(sentence: Sentence) -> Iterator[Hit]:
    """A team of the Iranian ministry went round the plants of Minsk, he was in the Iranian capital in March.

    Who is of one country, and a town or the capital of the other behind it; or before it, where a word for "in" leads it.
    """
    if len({c for m in sentence.mentions for c in countries_of(m)}) != 2:
        return
    towns = [*_towns(sentence), *_capitals(sentence)]
    for guest in _guests(sentence):
        at = sentence.token_at(guest.end - 1)
        for town, country, led in towns:
            gap = town - at if town > at else sentence.token_at(guest.start) - town if led else 0
            if not 0 < gap <= _TRAVEL_REACH or country == countries_of(guest):
                continue
            if sentence.clause[town] == sentence.clause_at(guest.start):
                yield Hit(at, at + 1, _ABROAD, (at,))
                return


def _towns(sentence: Sentence) -> Iterator[tuple[int, tuple[str, ...], bool]]:
    """Towns named: where, of which country, and whether a word for "in" leads to them."""
    for m in sentence.mentions:
        if m.kind == "city" and len(countries_of(m)) == 1 and not is_bystander(sentence, m):
            led = has_place_word(sentence, m, "in") or has_place_word(sentence, m, "to")
            yield sentence.token_at(m.start), countries_of(m), led


def _capitals(sentence: Sentence) -> Iterator[tuple[int, tuple[str, ...], bool]]:
    """The Iranian capital, столица Ирана: the word, with the country that stands at it."""
    for hit in sentence.of("place"):
        if hit.entry.key != "capital":
            continue
        for m in sentence.mentions:
            at = sentence.token_at(m.start)
            beside = 0 <= at - hit.last <= 1 or 0 <= hit.first - at <= 1
            if m.kind in ("country", "demonym") and len(countries_of(m)) == 1 and beside:
                yield hit.first, countries_of(m), False


def _guests(sentence: Sentence) -> Iterator[Mention]:
    """Officials, and bodies that send somebody; not those who live in the other country for their office."""
    offices = (e.partition(":")[2].partition("-to-")[0] for m in sentence.mentions for e in m.entities)
    if any(office in _AT_HOME_ABROAD for office in offices):  # IRN:ambassador-to-BLR
        return
    sent = sentence.cues("guests")
    for m in sentence.mentions:
        if m.start in sentence.sources or len(countries_of(m)) != 1 or is_bystander(sentence, m):
            continue
        at = sentence.token_at(m.start)
        if m.kind in ("person", "office") or (
            m.kind in ("organisation", "demonym")
            and any(0 <= at - c.last <= 2 or 0 <= c.first - at <= 2 for c in sent)
        ):
            yield m
        elif m.kind == "country" and any(
            c.first == at + 1
            or any(c.last == p.first and p.last == at for p in sentence.of("place") if p.entry.key == "from")
            for c in sent
        ):
            yield m  # Irano generolas, a general from Iran
