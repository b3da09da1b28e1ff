"""Whose and what kind of act it is: states and not towns, soldiers and not athletes, arms and not goods."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from helpers.coding.claims.codebook import load_codebook
from helpers.coding.claims.drafting import Draft
from helpers.coding.claims.judge import Judgement
from helpers.coding.claims.patterns import Hit
from helpers.coding.claims.sentences import Sentence, is_verb
from helpers.foundation.records import Mention

_CONTESTS = 3
_QUOTES = frozenset("«„“\"'‘”")
_ACTS = ("consultation", "cooperation")
_ALLIANCE_REACH = 4  # words from the sitting or the drill to whose it is
_COMMISSION_REACH = 3  # words from the sitting to whose it is
_OFFICIALS = ("office", "person")
_OF_ANY_STATE = "*:"  # opens what a ministry is called of which no country is named
_INSTRUMENTS = 3  # words of a verb that names instruments of ratification
_OF_PLAYERS = ("contract", "treaty", "agreement")  # what a striker signs


def is_affair_of_state(draft: Draft, how: str, sentence: Sentence) -> bool:
    """False for what people and firms of the two countries do without their states.

    - An exhibition of carpets or photographs is culture, whoever opens it.
    - Goods that change hands are no joint act unless something military or machines are named (CODING.md knows deliveries
      under a bargain of arms; a shipment of milk powder is trade).
    - Athletes who meet and train together are none, unless an official takes part.
    - Students, tourists and pilgrims travel for themselves.
    - A house of parliament that sits or considers a bill meets nobody.
    - An exercise with a name of its own is that of whoever holds it, unless the text says who they are.
    - A governor or mayor whose country the sentence does not name is not one of the other country.

    Args:
        draft: the event.
        how: what says who its parties are (see `parties.find_parties`).
        sentence: the sentence.
    """
    if draft.key == "deliver" and not _may_be_arms(sentence, draft, how):
        return False
    if draft.key == "exhibit" and not sentence.of("defence") and _is_of_culture(sentence):
        return False
    if draft.key == "exercise" and how == "pair" and _has_a_name(sentence, draft.hit):
        return False
    athletes = bool(sentence.cues("athletes"))
    goes_on = sentence.of_athletes and not athletes  # the trainer came; a contract was signed
    of_players = draft.paper is None or draft.key == "agree" or draft.paper.name in _OF_PLAYERS
    if goes_on or (athletes and (draft.kind in _ACTS or of_players)):
        mates = {c.first for c in sentence.cues("counterpart")}  # con sus colegas
        return any(
            m.kind in _OFFICIALS
            and m.start not in sentence.sources
            and sentence.token_at(m.start) not in mates
            for m in sentence.mentions
        )
    if (
        draft.key == "session" and draft.noun and sentence.cues("parliament")
    ):  # the house, on its sitting of Sunday
        return any(
            abs(t.first - draft.hit.first) <= _COMMISSION_REACH
            for t in sentence.of("trigger")
            if t.entry.key == "session" and t.last - t.first > 1
        )
    if draft.key in ("session", "exercise") and how != "clause" and _is_of_alliance(sentence, draft):
        return False
    if how != "clause" and draft.key in ("session", "meet") and sentence.cues("parliament"):
        if draft.key == "meet" and draft.noun and any(m.kind in _OFFICIALS for m in sentence.mentions):
            return True  # meetings with the speaker of the house are planned
        clauses = {sentence.clause_of(draft.hit), sentence.clause_of(draft.anchor)}
        near = {*clauses, *(c - 1 for c in clauses)}  # the upper house, which will consider it
        return not any(
            sentence.clause_of(c) in near and not _is_of_office(sentence, c)
            for c in sentence.cues("parliament")
        )
    if draft.key in ("visit", "meet", "exhibit") and sentence.cues("private"):
        clauses = {sentence.clause_of(draft.hit), sentence.clause_of(draft.anchor)}
        states = {
            m.countries
            for m in sentence.mentions
            if m.kind == "country" and sentence.clause_at(m.start) in clauses
        }
        if draft.key == "meet" and how == "clause" and len(states) > 1:
            return True  # two states talk about work at an enterprise
        officials = [
            m for m in sentence.mentions
            if m.kind in (*_OFFICIALS, "organisation") and m.start not in sentence.sources
        ]  # fmt: skip
        if not officials and any(sentence.clause_of(c) in clauses for c in sentence.cues("private")):
            return False
    if how == "pair" and draft.kind == "consultation" and sentence.cues("local"):
        clauses = {sentence.clause_of(draft.hit), sentence.clause_of(draft.anchor)}
        return not any(sentence.clause_of(c) in clauses for c in sentence.cues("local"))
    return True


def _is_of_office(sentence: Sentence, cue: Hit) -> bool:
    """The guest met the speaker of the house: the word stands in the name of an office."""
    start, end = sentence.tokens[cue.first].start, sentence.tokens[cue.last - 1].end
    return any(m.kind == "office" and m.start < end and start < m.end for m in sentence.mentions)


def _is_of_alliance(sentence: Sentence, draft: Draft) -> bool:
    """In Dushanbe, where the SCO sits: who is named in the clause is an alliance, and neither country."""
    clause = sentence.clause_of(draft.hit)
    there = [m for m in sentence.mentions if sentence.clause_at(m.start) == clause and m.kind != "city"]
    behind = [m for m in there if 0 <= sentence.token_at(m.start) - draft.hit.last <= _ALLIANCE_REACH]
    if draft.noun and behind and is_alliance(behind[0]):
        return True  # at the session of the Council of Ministers of the CSTO
    return (
        draft.key == "session" and any(is_alliance(m) for m in there) and not any(m.countries for m in there)
    )


def is_alliance(mention: Mention) -> bool:
    """The CSTO; but the defence ministries and the general staffs are those of states, whichever they are."""
    if mention.kind != "organisation" or mention.countries:
        return False
    return not any(entity.startswith(_OF_ANY_STATE) for entity in mention.entities)


def _has_a_name(sentence: Sentence, hit: Hit) -> bool:
    """The exercise "West": a name in quotes right behind the noun."""
    return hit.last < len(sentence.tokens) and sentence.tokens[hit.last].norm in _QUOTES


def is_of_sport(sentences: Sequence[Sentence]) -> bool:
    """True for an article a quarter of whose sentences, and three at least, name athletes, matches or medals."""
    contests = sum(bool(s.cues("athletes")) for s in sentences)
    return contests >= _CONTESTS and contests * 4 >= len(sentences)


def tells_of_athletes(sentence: Sentence, before: Sentence | None) -> bool:
    """The sentence names athletes, or goes on behind one that did, in the same passage and without a person of its own."""
    if sentence.cues("athletes"):
        return True
    if before is None or not before.of_athletes or before.passage != sentence.passage:
        return False
    return not any(m.kind in _OFFICIALS for m in sentence.mentions)


def _may_be_arms(sentence: Sentence, draft: Draft, how: str) -> bool:
    """Something military is named; or, in a headline and in what is denied or rumoured, no field at all."""
    areas = load_codebook().areas
    named = sentence.of("area")
    if sentence.of("defence") or any(areas[h.entry.key] for h in named):
        return True
    fields = {h.entry.key for h in named}
    machines = "industry" in fields and not fields & {"trade", "agriculture"}
    bulk = bool(sentence.of("bulk")) and "trade" not in fields
    if how in ("clause", "sentence", "told") and not draft.noun and (machines or bulk):
        wanted = any(rule.startswith("cue.intention:") for rule in draft.judgement.rules)
        return (machines and how != "told" and not wanted) or _is_counted(sentence, draft)
    unsure = draft.judgement.status in ("denied", "rumoured") and (how != "pair" or draft.noun)
    return not named and (sentence.role == "title" or unsure)


def _is_counted(sentence: Sentence, draft: Draft) -> bool:
    """Sold Iran 200,000 tonnes of potash: how much of it is said, and it is no habit of years."""
    clause = sentence.clause_of(draft.hit)
    return any(
        sentence.clause[i] == clause and t.norm[0].isdigit()
        and not any(x.start <= t.start < x.end for x in sentence.timexes)
        for i, t in enumerate(sentence.tokens)
    ) or any(sentence.clause_of(n) == clause for n in sentence.of("number"))  # fmt: skip


def is_of_goods(sentence: Sentence, hit: Hit) -> bool:
    """Agreed on deliveries of potash: a trade that is no joint act, and agreed on all the same."""
    areas = load_codebook().areas
    named = {h.entry.key for h in sentence.of("area")}
    if sentence.of("defence") or any(areas[key] for key in named):
        return False
    if not named:
        return sentence.role != "title"
    return not is_verb(hit) or "industry" not in named


def _is_of_culture(sentence: Sentence) -> bool:
    """Carpets, photographs, films: the only fields named."""
    return {h.entry.key for h in sentence.of("area")} == {"culture"}


_ADOPTED = ("joint statement", "declaration", "roadmap", "plan", "programme")


def adopted_by_both(draft: Draft) -> Draft:
    """A joint statement or roadmap that was passed: adopted by those who make it, and by no parliament."""
    if draft.key != "ratify" or draft.paper is None or draft.paper.name not in _ADOPTED:
        return draft
    told = draft.judgement
    if told.status == "ratified":
        told = Judgement("agreed", told.polarity, told.rules)
    return replace(draft, key="agree", judgement=told)


def passed_by_parliament(sentence: Sentence, draft: Draft) -> Draft:
    """The Majlis approved the treaty: what a parliament approves is ratified, not agreed between the sides."""
    if draft.key != "agree" or draft.judgement.status != "agreed":
        return draft
    if draft.paper is None and not _passes_it(sentence, draft):
        return draft
    clauses = {sentence.clause_of(draft.hit), sentence.clause_of(draft.anchor)}
    found = [c for c in sentence.cues("parliament") if sentence.clause_of(c) in clauses]
    if not found:
        return draft
    told = Judgement("ratified", draft.judgement.polarity, (*draft.judgement.rules, found[0].entry.rule))
    return replace(draft, key="ratify", judgement=told, rules=(*draft.rules, found[0].entry.rule))


def _passes_it(sentence: Sentence, draft: Draft) -> bool:
    """The Majlis had approved it in February: behind a sentence that named one paper, the pronoun stands for it."""
    clause = sentence.clause_of(draft.hit)
    return sentence.is_sequel and any(sentence.clause_of(c) == clause for c in sentence.cues("it"))


def is_of_one_parliament(sentence: Sentence, draft: Draft) -> bool:
    """The Majlis passed the budget: what a parliament decides without a paper between the two is its own affair."""
    if draft.key != "agree" or draft.paper is not None or draft.judgement.status != "agreed":
        return False
    if _passes_it(sentence, draft):
        return False
    return any(sentence.clause_of(c) == sentence.clause_of(draft.hit) for c in sentence.cues("parliament"))


def is_passed_between_two(sentence: Sentence, hit: Hit) -> bool:
    """Parliament passed the lifting of visas between two countries, they exchanged instruments of ratification: a treaty, without its word."""
    clause = sentence.clause_of(hit)
    passed = any(sentence.clause_of(c) == clause for c in sentence.cues("parliament"))
    if hit.entry.key != "ratify" or not (passed or len(hit.spots) >= _INSTRUMENTS):
        return False
    named = {c for m in sentence.mentions if sentence.clause_at(m.start) == clause for c in m.countries}
    return len(named) == 2 and not sentence.of("domestic")
