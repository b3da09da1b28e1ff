"""Which events belong into the tables: those between two countries, as far as the text must say so for each act."""

from __future__ import annotations

from helpers.coding.claims.addressees import is_addressed
from helpers.coding.claims.bystanders import countries_of, has_place_word, is_bystander
from helpers.coding.claims.drafting import Draft
from helpers.coding.claims.guests import has_guest, is_of_a_thing, only_towns, stays_at_home
from helpers.coding.claims.one_sided import (
    ONE_SIDED,
    is_done_by_another,
    is_towards_other,
)
from helpers.coding.claims.sentences import Sentence
from helpers.coding.claims.speaking import is_told_by_other_side
from helpers.coding.claims.subjects import is_affair_of_state

_ACTS_OF_ONE = ("produce", "exercise", "deliver")  # what one country may do by itself
_GUESTS_REACH = 2  # words between "from" and the country guests come from
_SUBJECT_REACH = 2
_JOINT_REACH = 2
_WITH_REACH = 4
_WITH_NAME = 2  # words between "with" and whose partner it is


def names_countries(sentence: Sentence) -> bool:
    """The sentence names a country or somebody of one, other than as a town or a source."""
    return any(
        countries_of(m)
        for m in sentence.mentions
        if m.kind not in ("city", "agency", "outlet")
        and m.start not in sentence.sources | sentence.scenery
        and not is_bystander(sentence, m)
    )


def _names_one_elsewhere(draft: Draft, sentence: Sentence, parties: tuple[str, ...]) -> bool:
    """The memorandum was signed when he led the Iranian ministry: its own clause names nobody, the other one of the two."""
    if draft.hit.entry.form != "participle" and (draft.key != "sign" or draft.judgement.status != "denied"):
        return False  # who signs is named somewhere, and is one of the two alone
    clauses = {sentence.clause_of(draft.hit), sentence.clause_of(draft.anchor)}
    named = [
        m for m in sentence.mentions
        if m.kind not in ("city", "agency", "outlet") and countries_of(m)
        and m.start not in sentence.sources | sentence.scenery and not is_bystander(sentence, m)
    ]  # fmt: skip
    return all(
        sentence.clause_at(m.start) not in clauses and set(countries_of(m)) <= set(parties) for m in named
    )


def _is_joint(draft: Draft, sentence: Sentence) -> bool:
    """A joint drill: the word stands in the verb's pattern or right behind it."""
    return any(draft.hit.first <= c.first < draft.hit.last + _JOINT_REACH for c in sentence.cues("joint"))


def is_between_countries(
    draft: Draft, parties: tuple[str, ...], how: str, sentence: Sentence, before: set[str], near: set[str]
) -> bool:
    """An event of this chronology is between two countries; how sure the text must be of them depends on the act.

    Args:
        draft: the event.
        parties: between whom it is.
        how: what says so (see `parties.find_parties`).
        sentence: the sentence.
        before: countries of the people named last before it.
        near: countries of anybody and anything in the sentences right before it.
    """
    if len(parties) < 2 or not is_affair_of_state(draft, how, sentence):
        return False
    if (
        draft.key == "visit"
        and not draft.noun
        and (
            only_towns(draft, sentence)
            or is_of_a_thing(draft, sentence)
            or (how in ("pair", "sentence") and stays_at_home(draft, sentence))
        )
    ):
        return False
    if draft.kind in ONE_SIDED:
        return is_towards_other(draft, parties, how, sentence, near)
    if draft.key == "offer" and draft.is_bare and draft.kind == "consultation":
        return (
            how == "clause"
            or (how == "sentence" and _speaks_for_a_side(sentence, parties))
            or (how in ("pair", "sentence") and is_addressed(draft, sentence, parties, near))
        )
    if how == "pair" and draft.key == "agree" and draft.is_bare and draft.judgement.status == "planned":
        return False  # the dates will be settled: by whom, and whether it is a commitment, nothing says
    if how in ("clause", "both", "told"):
        return True
    if how == "pair" and acts_with_counterpart(draft, sentence):
        return True
    if (
        how == "pair"
        and draft.kind in ("agreement", "consultation", "cooperation")
        and is_told_by_other_side(sentence, draft.hit, parties, before)
    ):
        return True
    if draft.key == "meet" and how == "pair" and meets_whom_was_told_of(draft, sentence, parties, before):
        return True
    if draft.kind == "consultation" and how == "pair" and _is_with_other_side(draft, sentence, parties, near):
        return True
    done = draft.judgement.status == "held"
    if draft.key == "train" and draft.noun and done and how == "pair" and not names_countries(sentence):
        return False  # reservists were trained: whose, nothing says
    if draft.key in ("train", "exercise") and how == "pair" and _is_done_to_one(draft, sentence, parties):
        return False  # mercenaries train soldiers of one of the two
    open_to_speaker = draft.kind in ("agreement", "cooperation") or draft.judgement.status == "denied"
    if how == "pair" and open_to_speaker and _other_side_is_there(draft, sentence, parties):
        return True
    if how == "pair" and draft.kind == "agreement" and _is_of_assessors(draft, sentence):
        return False
    if how != "clause" and draft.key == "meet" and not draft.noun and _is_of_assessors(draft, sentence):
        return False  # analysts consider that ...
    if draft.kind == "agreement":  # one country signs a paper: with the other, if it names no third
        return (
            _signs_a_paper(draft, sentence)
            or how == "sentence"
            or not names_countries(sentence)
            or _names_one_elsewhere(draft, sentence, parties)
            or draft.key in ("ratify", "enter_force")
            or _takes_up_paper(draft, sentence, parties)
            or _goes_on_with_other_side(draft, sentence, parties, near)
            or draft.hit.entry.key
            == "lack"  # there is no such treaty with them: who says so is the other side
        )
    unsaid = how == "pair" or (how == "sentence" and draft.judgement.status == "denied")
    if (
        draft.key == "visit"
        and unsaid
        and not draft.noun
        and not has_guest(draft, sentence, own=how != "pair")
    ):
        return False
    if (
        draft.key in ("visit", "invite", "session", "accredit", "call", "train")
        or (draft.key == "exercise" and _is_joint(draft, sentence))
        or draft.offered
        or draft.noun
        or how == "sentence"
    ):
        return True
    if draft.key == "exercise" and how == "pair" and draft.judgement.status == "denied":
        # the Iranian soldiers will not come to the exercise: which the other side, told of just before, holds
        named = {c for m in sentence.mentions for c in countries_of(m)}
        if named < set(parties) and set(parties) <= near | named:
            return True
    if how == "pair" and _is_act_of_capital(draft, sentence):
        return False
    return not names_countries(sentence) or (how == "pair" and _is_act_of_pair(draft, sentence, parties))


def _is_act_of_capital(draft: Draft, sentence: Sentence) -> bool:
    """Tehran produces drones of several types: the one town named is who acts, as its country would be by name."""
    if draft.noun or draft.key not in _ACTS_OF_ONE or sentence.cues("joint", "both_sides"):
        return False
    clauses = {sentence.clause_of(draft.hit), sentence.clause_of(draft.anchor)}
    named = [m for m in sentence.mentions if countries_of(m) and sentence.clause_at(m.start) in clauses]
    if len(named) != 1 or named[0].kind != "city":
        return False
    town = named[0]
    opening = sentence.opening_of(sentence.clause_at(town.start))
    first = sentence.token_at(town.start)
    led = any(has_place_word(sentence, town, key, 1) for key in ("in", "to", "from"))
    return not led and first - opening <= 1 and town.start < sentence.tokens[draft.hit.first].start


def _is_of_one_army(draft: Draft, sentence: Sentence) -> bool:
    """The Belarusian army held manoeuvres, by itself; but soldiers from Iran will exercise with those of the host."""
    if sentence.cues("joint", "both_sides"):
        return False
    return any(
        countries_of(m) and m.kind != "city" and m.start < sentence.tokens[draft.hit.first].start
        and not has_place_word(sentence, m, "in") and not has_place_word(sentence, m, "from", _GUESTS_REACH)
        for m in sentence.mentions
    )  # fmt: skip


def _is_act_of_pair(draft: Draft, sentence: Sentence, parties: tuple[str, ...]) -> bool:
    """The same drill will be held in Iran, no drones went to Belarus: an act of two of which the sentence names one, and nobody else."""
    if any(not set(countries_of(m)) <= set(parties) for m in sentence.mentions):
        return False
    if draft.key == "deliver":
        return draft.judgement.status == "denied"
    if draft.key == "exercise" and _is_of_one_army(draft, sentence):
        return False
    if draft.key == "produce" and _is_made_by_one_in_other(draft, sentence, parties):
        return True
    return draft.key in ("exhibit", "exercise") or (draft.key == "produce" and bool(sentence.cues("joint")))


def _is_made_by_one_in_other(draft: Draft, sentence: Sentence, parties: tuple[str, ...]) -> bool:
    """In Belarus drones of Iranian design will be built: one of the two is where, the other whose they are."""
    clause = sentence.clause_of(draft.hit)
    there = [
        m for m in sentence.mentions
        if m.start not in sentence.sources and countries_of(m) and sentence.clause_at(m.start) == clause
    ]  # fmt: skip
    where = {c for m in there if has_place_word(sentence, m, "in", 1) for c in countries_of(m)}
    whose = {c for m in there if m.kind == "demonym" for c in countries_of(m)} - where
    return bool(where) and bool(whose) and where | whose == set(parties)


def _signs_a_paper(draft: Draft, sentence: Sentence) -> bool:
    """Minsk signed the protocol on Monday: told as news, by a verb, and with nobody else."""
    told = draft.judgement.polarity in ("asserted", "negated") and not draft.noun
    return told and draft.paper is not None and not _joined_to_stranger(sentence)


def _takes_up_paper(draft: Draft, sentence: Sentence, parties: tuple[str, ...]) -> bool:
    """They signed it during the visit of the president: "it" beside the verb is the paper of the two told of before."""
    beside = any(
        0 <= c.first - draft.hit.last <= 1 or 0 <= draft.hit.first - c.last <= 1 for c in sentence.cues("it")
    )
    named = {c for m in sentence.mentions for c in countries_of(m)}
    return sentence.is_sequel and not draft.noun and beside and named <= set(parties)


def _joined_to_stranger(sentence: Sentence) -> bool:
    """Cina e Bielorussia signed: beside "and" or "with" stands a country, and on the other side a name nobody knows."""
    tokens = sentence.tokens
    known = {
        i
        for m in sentence.mentions
        for i in range(sentence.token_at(m.start), sentence.token_at(m.end - 1) + 1)
    }
    countries = {
        i
        for m in sentence.mentions
        if m.kind in ("country", "demonym")
        for i in (sentence.token_at(m.start), sentence.token_at(m.end - 1))
    }
    for word in sentence.cues("with"):
        sides = (word.first - 1, word.last)
        if sides[0] < 0 or sides[1] >= len(tokens) or not any(i in countries for i in sides):
            continue
        if any(tokens[i].capital and i not in known and i > 0 for i in sides) or (
            sides[0] == 0 and 0 not in known
        ):
            return True
    return False


def _is_done_to_one(draft: Draft, sentence: Sentence, parties: tuple[str, ...]) -> bool:
    """Who is named of the two stands behind the verb, and somebody else before it."""
    clause = sentence.clause_of(draft.hit)
    at = sentence.tokens[draft.hit.last - 1].end
    marked = {c.last for c in sentence.of("with_whom")}  # trained alongside Iranian cadets
    behind = any(
        m.kind != "city" and m.start >= at and sentence.clause_at(m.start) == clause and set(countries_of(m)) & set(parties)
        and sentence.token_at(m.start) not in marked
        and not has_place_word(sentence, m, "in")  # will be held in Iran: where
        for m in sentence.mentions
    )  # fmt: skip
    return behind and is_done_by_another(draft, sentence, parties)


def _speaks_for_a_side(sentence: Sentence, parties: tuple[str, ...]) -> bool:
    """ "We are ready to share with Iran ...", said the Belarusian minister: who offers is who speaks."""
    speaking = {c for m in sentence.mentions if m.start in sentence.sources for c in countries_of(m)}
    return bool(speaking & set(parties))


def _is_of_assessors(draft: Draft, sentence: Sentence) -> bool:
    """The experts do not agree: who acts is named, and is neither side."""
    return any(
        0 <= draft.anchor.first - c.last <= _SUBJECT_REACH
        and sentence.clause_of(c) == sentence.clause_of(draft.anchor)
        for c in sentence.cues("assessors")
    )


def _other_side_is_there(draft: Draft, sentence: Sentence, parties: tuple[str, ...]) -> bool:
    """One country is named, the other is spoken of: both ministries, or who says so, or it is "with" the one named."""
    named = {
        c
        for m in sentence.mentions
        if m.kind not in ("city", "agency", "outlet") and m.start not in sentence.sources
        for c in countries_of(m)
    }
    if not named or not named <= set(parties):
        return False
    if sentence.cues("both_sides", "both_people"):
        return True
    if any(
        m.kind == "office" and not m.countries and m.start not in sentence.sources for m in sentence.mentions
    ):
        return True  # the president is to see Raisi: whose president, the page has said
    denied = draft.judgement.status == "denied"  # nothing was sent, said the consul in Minsk
    # Iran produces drones, BelTA reports: an agency's country takes no part in what one country does by itself
    bilateral = draft.kind != "cooperation" or draft.key not in _ACTS_OF_ONE
    if any(
        set(countries_of(m)) & (set(parties) - named)
        for m in sentence.mentions
        if (m.start in sentence.sources and (bilateral or m.kind not in ("agency", "outlet")))
        or (denied and m.kind == "city")
    ):
        return True
    people = [m for m in sentence.mentions if m.kind in ("country", "demonym", "office", "person")]
    return any(
        0 <= sentence.token_at(m.start) - c.last <= _WITH_NAME
        for c in sentence.of("with_whom")
        for m in people
    ) or any(  # İran'la, İran ile: the ending of the name or the word behind it
        0 <= c.first - sentence.token_at(m.end - 1) <= 1
        for c in sentence.of("with_whom_after")
        for m in people
    )


def _is_with_other_side(draft: Draft, sentence: Sentence, parties: tuple[str, ...], near: set[str]) -> bool:
    """The deputy chief held talks with Iranian buyers: only with whom is named, and the other side was told of right before."""
    clauses = {sentence.clause_of(draft.hit), sentence.clause_of(draft.anchor)}
    named = [
        m for m in sentence.mentions
        if m.kind != "city" and countries_of(m) and m.start not in sentence.sources | sentence.scenery
    ]  # fmt: skip
    there = {c for m in named for c in countries_of(m)}
    if len(there) != 1 or not there <= set(parties) or not (set(parties) - there) <= near:
        return False
    return any(
        sentence.clause_of(c) in clauses and 0 <= sentence.token_at(named[0].start) - c.last <= _WITH_REACH
        for c in sentence.of("with_whom")
    )


def _goes_on_with_other_side(
    draft: Draft, sentence: Sentence, parties: tuple[str, ...], near: set[str]
) -> bool:
    """He left Minsk with a result. With Ravkov he signed a plan: somebody of one side is named, the other right before, nobody else."""
    named = {
        c
        for m in sentence.mentions
        if m.kind in ("person", "office", "organisation") and m.start not in sentence.sources
        for c in countries_of(m)
    }
    if (
        draft.judgement.status not in ("signed", "agreed", "denied")
        or draft.paper is None
        or draft.paper.domestic
    ):
        return False
    everybody = {c for m in sentence.mentions for c in countries_of(m)} | near
    return bool(named) and everybody <= set(parties) and (set(parties) - named) <= near


def acts_with_counterpart(draft: Draft, sentence: Sentence) -> bool:
    """He and his Iranian counterpart signed: a counterpart is of the other side."""
    clauses = {sentence.clause_of(draft.hit), sentence.clause_of(draft.anchor)}
    return any(sentence.clause_of(c) in clauses for c in sentence.cues("counterpart", "host"))


def meets_whom_was_told_of(
    draft: Draft, sentence: Sentence, parties: tuple[str, ...], before: set[str]
) -> bool:
    """He met the Iranian minister: who meets was named in the sentence before, who is met stands after the verb."""
    trigger = sentence.tokens[draft.hit.first].start
    people = [
        m for m in sentence.mentions if m.kind in ("person", "office") and m.start not in sentence.sources
    ]
    met = {c for m in people for c in countries_of(m)}
    marked = {
        c.last for c in sentence.of("with_whom")
    }  # با لوکاشنکو: whom he will meet stands before the verb
    told = all(m.start > trigger or sentence.token_at(m.start) in marked for m in people)
    return bool(people) and told and bool((set(parties) - met) & before)
