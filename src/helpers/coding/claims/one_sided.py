"""Acts of one side towards the other: help, requests and their answers, blame, threats, and goods for one of the two."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import replace

from helpers.coding.claims.bystanders import countries_of, has_place_word
from helpers.coding.claims.drafting import Draft
from helpers.coding.claims.parties import Place, find_parties
from helpers.coding.claims.relief import is_relief
from helpers.coding.claims.scene import Scene
from helpers.coding.claims.sentences import Sentence
from helpers.coding.claims.tokens import COMMAS
from helpers.coding.claims.told_towards import is_help_for_whom_was_told_of, is_told_towards
from helpers.foundation.records import Mention

ONE_SIDED = ("aid", "support", "request", "refusal", "accusation", "threat", "sanction", "other")
_SIDES = 3  # one who blames the two
_STATES = ("country", "city")  # the capital as a government
_SPOKEN = ("request", "offer", "threaten")  # said to somebody
_ASKED = ("request", "invite", "offer")
_DONE_FOR = ("produce", "deliver", "train", "aid", "exercise")  # what one state does for another
_MET = ("visit", "meet", "invite", "session", "call")
_GOODS = ("arms", "relief")
_OTHERS = ("counterpart", "host")
_SAID = ("request", "accusation", "refusal")  # to somebody, whom the verb names with a word of its own
_GOVERNED = ("à", "a")  # of French, Italian and Spanish verbs: reprocher à, chiedere a, pedir a
_OWN_WORDS = 2  # of an answer, besides its verb and who gives it
_FOR_REACH = 2
_TO_REACH = 1  # words from the verb to whom it is done
_THREAT_REACH = 6  # from a threat to whom its act would hit
_ASKED_REACH = 4  # the same where what is asked for stands between: ha chiesto droni a Teheran
_WHEN_WORDS = 2  # before a verb, beside the time


def is_towards_other(
    draft: Draft, parties: tuple[str, ...], how: str, sentence: Sentence, near: set[str]
) -> bool:
    """An act of one side is coded where the text shows towards whom it is.

    Args:
        draft: an act of one of the kinds of `ONE_SIDED`.
        parties: between whom it is, two or more.
        how: what says so (see `parties.find_parties`), or "told", of right before.
        sentence: the sentence.
        near: countries of anybody and anything in the sentences right before it.
    """
    if len(parties) == 2 and _are_joined(draft, sentence, parties):
        return False
    if len(parties) > _SIDES:
        return False  # thanked them for condemning what others did
    if is_relief(draft) and how in ("sentence", "pair"):
        return any(countries_of(m) and m.start not in sentence.sources for m in sentence.mentions)
    if draft.judgement.polarity == "hypothetical":
        return False  # what one side may yet ask or refuse
    if how == "told":
        return True
    if how == "clause":
        # a plane with tents landed: who sent it is named anywhere
        moved = is_relief(draft) and draft.hit.entry.key == "aid"
        return (moved or not is_done_by_another(draft, sentence, parties)) and not _is_done_together(
            draft, sentence, parties
        )
    if _third_is_named(sentence, parties):
        return False
    if how == "sentence" and draft.key == "aid" and not draft.noun:
        return _clause_names_both(draft, sentence, parties)
    if draft.noun or how not in ("sentence", "pair"):
        return False
    acting = _acting(draft, sentence, parties)
    there = {c for m in acting for c in countries_of(m)}
    if how == "pair" and is_told_towards(draft, parties, sentence, there, near):
        return True
    others = set(parties) - there
    if len(others) != 1:
        return False
    if sentence.entry is not None and how == "pair":  # a chronicle of the two
        return draft.kind in ("threat", "sanction", "request") and near <= set(parties)
    if draft.kind != "request":
        return False
    told = others <= near <= set(parties)
    if how == "pair" and not (told and any(m.kind in (*_STATES, "demonym") for m in acting)):
        return False  # people also ask their own
    return _is_asked_of_a_state(draft, sentence)


def find_sides(
    draft: Draft, sentence: Sentence, place: Place | None, pair: tuple[str, ...], scene: Scene, number: int
) -> tuple[tuple[str, ...], str]:
    """The parties of an event as `parties.find_parties` gives them; of an answer, those of what it answers.

    An act of one side of the article's pair that is towards the other side is of the pair.

    Args:
        draft: the event.
        sentence: the sentence.
        place: where it happened.
        pair: the two countries the article is about, or none.
        scene: what was told before.
        number: of the sentence in reading order.
    """
    if (answer := _answered(draft, sentence, scene, number)) is not None:
        return answer
    if _is_from_capital_to_capital(draft, sentence, pair):
        return tuple(sorted(pair)), "clause"
    parties, how = find_parties(draft, sentence, place, pair)
    if draft.kind == "support" and set(pair) < set(parties) and _names_seats_only(sentence, pair):
        return tuple(sorted(pair)), how
    if how == "pair" and len(parties) == 2 and _is_supplied_by_other(draft, sentence, parties, scene):
        return parties, "told"
    if draft.kind in ONE_SIDED and len(parties) == 1 and len(pair) == 2 and set(parties) <= set(pair):
        both = tuple(sorted(pair))
        if how == "pair" and is_help_for_whom_was_told_of(draft, parties, sentence, pair, scene):
            return both, "told"
        if (
            how == "pair"
            and not is_relief(draft)
            and is_towards_other(draft, both, how, sentence, scene.near(number))
        ):
            return both, how
    return parties, how


def _names_seats_only(sentence: Sentence, pair: tuple[str, ...]) -> bool:
    """Voted in Vienna, for entry to the organisation of Shanghai: of others there are towns alone, where a body sits or met."""
    return all(m.kind == "city" or set(countries_of(m)) <= set(pair) for m in sentence.mentions)


def _is_from_capital_to_capital(draft: Draft, sentence: Sentence, pair: tuple[str, ...]) -> bool:
    """Téhéran a demandé à Minsk des pièces: a town acts as a government, and that of the other side stands beside the verb.

    The word before it may say "in" elsewhere. Where the verb stands last, it stands right behind who acts. What is asked or
    offered may also come from the country or one of its bodies: la Bielorussia ha chiesto a Teheran dei droni.
    """
    spoken = draft.key in _SPOKEN
    if (draft.kind not in ONE_SIDED and not spoken) or draft.key == "aid" or draft.noun or len(pair) != 2:
        return False
    clause, hit = sentence.clause_of(draft.hit), draft.hit
    threatens = draft.key == "threaten"  # threatens to end supplies to Minsk, that it will end them
    clauses = (clause, clause + 1) if threatens else (clause,)
    there = [
        m for m in sentence.mentions
        if sentence.clause_at(m.start) in clauses and not (m.start in sentence.sources and m.kind in ("agency", "outlet"))
    ]  # fmt: skip
    # the verb governs the word before the town: reprocher à Minsk, and not somewhere else in Minsk
    own = (
        sentence.tokens[hit.first + 1 : hit.last]
        if draft.kind == "request"
        else sentence.tokens[hit.last - 1 : hit.last]
    )
    governed = draft.kind in _SAID and hit.last - hit.first > 1 and any(t.norm in _GOVERNED for t in own)
    kinds = (
        (*_STATES, "organisation", "office")
        if governed
        else (*_STATES, "organisation")
        if spoken
        else _STATES
    )
    there = [m for m in there if m.kind != "demonym" or not (spoken or governed)]
    if not there or any(m.kind not in kinds or not set(countries_of(m)) <= set(pair) for m in there):
        return False
    first, rest = there[0], there[1:]
    behind = sentence.token_at(first.end - 1) + 1
    if (
        first.kind not in (kinds if spoken or governed else ("city",))
        or not countries_of(first)
        or behind > hit.first
        or any(has_place_word(sentence, first, k, 1) for k in ("in", "from"))
    ):
        return False
    meets = any(sentence.clause_of(t) == clause for t in sentence.of("trigger") if t.entry.key in _MET)
    reach = _ASKED_REACH if draft.key == "request" and not meets else _TO_REACH
    reach = _THREAT_REACH if threatens else reach
    state = first.kind == "city"
    if not state:
        reach = 0 if governed else _TO_REACH
    return any(
        m.kind == "city" and countries_of(m) != countries_of(first)
        and not (threatens and any(t.norm in COMMAS for t in sentence.tokens[hit.last : sentence.token_at(m.start)]))
        and (0 <= sentence.token_at(m.start) - hit.last <= reach
             or (state and m.end <= sentence.tokens[hit.first].start and 0 <= sentence.token_at(m.start) - behind <= _TO_REACH)
             or hit.first < sentence.token_at(m.start) < hit.last)
        for m in rest
    )  # fmt: skip


def follow_requests(drafts: list[Draft]) -> list[Draft]:
    """Had asked last year, but was refused: an answer is told as the request of its sentence is, news or background.

    What a side threatens to do is no sanction yet.
    """
    out: list[Draft] = []
    threatens = any(d.key == "threaten" for d in drafts)
    for draft in drafts:
        if threatens and draft.kind == "sanction" and draft.judgement.status == "planned":
            continue
        asked = [d for d in out if d.key == "request"]
        told = draft.judgement
        if (
            draft.key == "refuse"
            and asked
            and (told.polarity, asked[-1].judgement.polarity) == ("asserted", "historical")
        ):
            told = replace(told, polarity="historical")
        out.append(replace(draft, judgement=told))
    return out


def note_request(draft: Draft, parties: tuple[str, ...], kept: bool, scene: Scene, number: int) -> None:
    """Keep in mind whose request, offer or invitation was told last: an answer may follow."""
    if kept and len(parties) == 2 and (draft.key in _ASKED or draft.offered):
        scene.asked = number, parties


def _is_supplied_by_other(draft: Draft, sentence: Sentence, parties: tuple[str, ...], scene: Scene) -> bool:
    """The plant repaired two aircraft for the Iranian air force: for whom is named behind the verb, who did it needs no name.

    The plant is one of the other side where the last sentence that named anybody named nobody but that side.
    """
    if (
        draft.noun
        or draft.key not in ("produce", "deliver", "train")
        or draft.judgement.polarity == "hypothetical"
    ):
        return False
    named = [m for m in sentence.mentions if m.start not in sentence.sources and m.countries]
    verb, clause = sentence.tokens[draft.hit.first].start, sentence.clause_of(draft.hit)
    told: set[str] = next((codes for _, codes in reversed(scene.named) if codes), set())
    served = {c for m in named for c in countries_of(m)}
    others = set(parties) - served
    if len(served) != 1 or not others <= told <= set(parties) or _third_is_named(sentence, parties):
        return False
    if any(m.start < verb or sentence.clause_at(m.start) != clause for m in named):
        return False
    opening = sentence.opening_of(clause)
    if opening >= draft.hit.first:
        return False  # no room for who does it
    if any(t.capital for t in sentence.tokens[opening + 1 : draft.hit.first]):
        return False  # mercenaries of Wagner's train soldiers: somebody with a name
    return any(m.kind != "city" and _is_for(sentence, m, draft) for m in named)


def _is_for(sentence: Sentence, mention: Mention, draft: Draft) -> bool:
    """For the Iranian air force, to Iranian partners: whom it is for, and not whose goods."""
    at, behind = sentence.token_at(mention.start), sentence.token_at(mention.end - 1) + 1
    marks = sentence.marks("in_order_to", "purpose", "with_whom")
    if mention.kind in ("organisation", "office") or any(0 <= at - c.last <= _FOR_REACH for c in marks):
        return True
    goods = [*sentence.cues(*_GOODS), *(a for a in sentence.of("area") if a.entry.key == "procurement")]
    if any(0 <= g.first - behind <= 1 for g in goods) or has_place_word(sentence, mention, "from", 1):
        return False
    return draft.key in ("deliver", "train")


def is_done_by_another(draft: Draft, sentence: Sentence, parties: tuple[str, ...]) -> bool:
    """The Sejm condemned the ties of the two: what stands before the verb is neither of them."""
    clause = sentence.clause_of(draft.hit)
    opening = sentence.opening_of(clause)
    if draft.hit.first == opening or draft.noun:
        return False
    low, high = sentence.tokens[opening].start, sentence.tokens[draft.hit.first].start
    if _only_dated_ahead(sentence, sentence.start_of(clause), draft.hit.first):
        return False
    return not any(
        low <= m.start < high and m.start not in sentence.sources and set(countries_of(m)) & set(parties)
        for m in sentence.mentions
    )


def _only_dated_ahead(sentence: Sentence, opening: int, verb: int) -> bool:
    """2012 schlug Belarus die Bitte aus: before the verb stands only when, and so who acts stands behind it."""
    dated = [
        t for t in sentence.timexes if sentence.tokens[opening].start <= t.start < sentence.tokens[verb].start
    ]
    rest = [
        t for t in sentence.tokens[opening:verb]
        if t.is_word and not any(x.start <= t.start < x.end for x in dated)
    ]  # fmt: skip
    return bool(dated) and len(rest) <= _WHEN_WORDS and not any(t.capital for t in rest[1:])


def _third_is_named(sentence: Sentence, parties: Sequence[str]) -> bool:
    """Somebody or a place of a country that is no party, or of several."""
    return any(
        not set(m.countries) <= set(parties) for m in sentence.mentions if m.kind not in ("agency", "outlet")
    )


def _clause_names_both(draft: Draft, sentence: Sentence, parties: tuple[str, ...]) -> bool:
    """The Red Crescent of one gave a hospice in a town of the other equipment: the town says to whom."""
    clauses = {sentence.clause_of(draft.hit), sentence.clause_of(draft.anchor)}
    there = [
        m
        for m in sentence.mentions
        if sentence.clause_at(m.start) in clauses and m.start not in sentence.sources
    ]
    giver = any(m.kind != "city" and len(countries_of(m)) == 1 for m in there)
    return giver and {c for m in there for c in m.countries} == set(parties)


def _acting(draft: Draft, sentence: Sentence, parties: tuple[str, ...]) -> list[Mention]:
    """Who of the two stands before the verb in its clause, a town only as a government."""
    verb, clause = sentence.tokens[draft.hit.first].start, sentence.clause_of(draft.hit)
    return [
        m for m in sentence.mentions
        if m.end <= verb and sentence.clause_at(m.start) == clause and m.start not in sentence.sources | sentence.scenery
        and set(countries_of(m)) & set(parties) and not any(has_place_word(sentence, m, k, 1) for k in ("in", "from"))
    ]  # fmt: skip


def _is_asked_of_a_state(draft: Draft, sentence: Sentence) -> bool:
    """Asked for the repair of aircraft, for missiles, its hosts for grain: neither for a comment nor to stay unnamed."""
    clause = sentence.clause_of(draft.hit)
    acts = [t for t in sentence.of("trigger") if t != draft.hit and t.entry.key in _DONE_FOR]
    if any(
        t.entry.key in _MET and t.first >= draft.hit.first and sentence.clause_of(t) - clause in (0, 1)
        for t in sentence.of("trigger")
    ):
        return False
    if (
        any(m.kind == "city" and m.start > sentence.tokens[draft.hit.first].start for m in sentence.mentions)
        and not acts
    ):
        return False  # asked his host to come to Minsk
    if sentence.cues("parliament") or any(t.entry.key == "cooperate" for t in sentence.of("trigger")):
        return False  # a committee asks its government; called for work together
    named = (*acts, *sentence.of("area"), *sentence.of("defence"), *sentence.cues(*_GOODS, *_OTHERS))
    return any(sentence.clause_of(h) in (clause, clause + 1) for h in named)


def _is_done_together(draft: Draft, sentence: Sentence, parties: tuple[str, ...]) -> bool:
    """The two presidents condemned sanctions: both stand before the verb, joined, and neither behind it."""
    clause = sentence.clause_of(draft.hit)
    if draft.noun or draft.kind not in ("accusation", "request", "threat", "support"):
        return False
    there = [
        m for m in sentence.mentions
        if sentence.clause_at(m.start) == clause and m.start not in sentence.sources and set(countries_of(m)) & set(parties)
    ]  # fmt: skip
    at = sentence.tokens[draft.hit.first].start
    ahead = [m for m in there if m.end <= at]
    if len({c for m in ahead for c in countries_of(m)} & set(parties)) < 2 or any(
        m.start > at for m in there
    ):
        return False
    first, last = min(m.end for m in ahead), max(m.start for m in ahead)
    if any(set(countries_of(m)) >= set(parties) for m in ahead):
        return True
    return any(first <= sentence.tokens[c.first].start < last for c in sentence.cues("with"))


def _are_joined(draft: Draft, sentence: Sentence, parties: tuple[str, ...]) -> bool:
    """Sanctions against Iran and Belarus: named side by side, the two act, or are acted upon, together."""
    clauses = {sentence.clause_of(draft.hit), sentence.clause_of(draft.anchor)}
    near = [
        m for m in sentence.mentions
        if sentence.clause_at(m.start) in clauses and len(countries_of(m)) == 1 and countries_of(m)[0] in parties
    ]  # fmt: skip
    joined = {c.first for c in sentence.cues("with")}
    for a, b in itertools.pairwise(near):
        after, before = sentence.token_at(a.end - 1) + 1, sentence.token_at(b.start)
        if countries_of(a) != countries_of(b) and before - after == 1 and after in joined:
            return True
    return False


def _answered(
    draft: Draft, sentence: Sentence, scene: Scene, number: int
) -> tuple[tuple[str, ...], str] | None:
    """Asked for missiles, but was refused: parties and "told" of what was asked right before; None where it is no answer."""
    since, parties = scene.asked
    if draft.key != "refuse" or number - since not in (0, 1) or len(parties) != 2:
        return None
    clauses = {sentence.clause_of(draft.hit), sentence.clause_of(draft.anchor)}
    there = [m for m in sentence.mentions if sentence.clause_at(m.start) in clauses]
    if any(not set(m.countries) <= set(parties) for m in there):
        return None
    back = [t for t in sentence.of("trigger") if t.entry.key in _ASKED and t is not draft.hit]
    if any(sentence.clause_of(t) in clauses for t in back):
        return parties, "told"
    taken = {i for m in there for i in range(sentence.token_at(m.start), sentence.token_at(m.end - 1) + 1)}
    for hit in (draft.hit, *sentence.cues(*_OTHERS, "both_people", "guests", "it", "break", "with")):
        taken.update(range(hit.first, hit.last))
    taken.update(
        i for i, t in enumerate(sentence.tokens)
        if not t.is_word or any(x.start <= t.start < x.end for x in sentence.timexes)
    )  # fmt: skip
    commas = [i for i, t in enumerate(sentence.tokens) if t.norm in COMMAS]
    low = max((i for i in commas if i < draft.hit.first), default=0)
    high = min((i for i in commas if i >= draft.hit.last), default=len(sentence.tokens))
    own = [i for i in range(low, high) if sentence.clause[i] in clauses and i not in taken]
    return (parties, "told") if len(own) <= _OWN_WORDS else None
