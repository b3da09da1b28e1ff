"""Help and arms that are sent: tents or missiles, told of by any verb of sending, bringing, receiving and arriving."""

from __future__ import annotations

from dataclasses import replace

from helpers.coding.claims.drafting import Draft
from helpers.coding.claims.judge import judge
from helpers.coding.claims.patterns import Hit
from helpers.coding.claims.prepared import PreparedReader
from helpers.coding.claims.sentences import Sentence, is_verb

_MOVING = ("convey", "visit", "deliver", "aid")
_GOODS_REACH = 20  # words between the goods and their verb
_ARMS_REACH = 4  # words between arms and their verb
_TAUGHT_REACH = 4  # words between teaching and what is taught
_TRADED = 2  # words of relief that a delivery needs to be none under a bargain
_GIVEN = ("convey", "deliver", "aid")
_FREE_REACH = 8  # words between the verb and the one that says that nothing was paid
_CARRIER_REACH = 1  # words between "in" and what help came in
_HELP = ("cue.relief:", "cue.free_of_charge:")


def is_relief(draft: Draft) -> bool:
    """The draft is of help that was sent, and not of a loan or a vote."""
    return draft.key == "aid" and any(rule.startswith(_HELP) for rule in draft.rules)


class ReliefReader(PreparedReader):
    """Reads verbs of moving beside what only help brings."""

    def _read_relief(self, sentence: Sentence, triggers: list[Hit], used: set[Hit], out: list[Draft]) -> None:
        """A plane with tents landed, ventilators were handed over, are to receive blankets: help, one act a clause."""
        self._read_arms(sentence, triggers, used, out)
        goods, free = sentence.cues("relief"), sentence.of("free_of_charge")
        if not goods and not free:
            return
        told: set[int] = set()
        verbs = [t for t in (*sentence.of("convey"), *triggers) if t.entry.key in _MOVING and is_verb(t)]
        for hit in sorted(verbs, key=lambda t: (t.entry.key != "convey", t.first)):
            clause = sentence.clause_of(hit)
            near = [g for g in goods if _is_beside(sentence, g, clause) and _gap(g, hit) <= _GOODS_REACH]
            gift = [f for f in free if sentence.clause_of(f) == clause and _gap(f, hit) <= _FREE_REACH]
            if not near and hit.entry.key in _GIVEN:
                near = gift
            if not near or hit in used or clause in told or _brings_arms_or_guests(sentence, hit):
                continue
            bargain = not gift and not sentence.of("need")
            if hit.entry.key == "deliver" and bargain and len(near) < _TRADED:
                continue
            told.add(clause)
            used.update(t for t in triggers if t.entry.key in _MOVING and sentence.clause_of(t) == clause)
            moved = hit._replace(entry=replace(hit.entry, key="aid"))
            judgement = judge(sentence, moved, self._event(moved), [], verb_last=self._verb_last)
            out.append(self._make(sentence, moved, judgement, also=(near[0],)))

    def _read_arms(self, sentence: Sentence, triggers: list[Hit], used: set[Hit], out: list[Draft]) -> None:
        """Took in fighters, was topped up with drones: a verb of moving beside arms delivers them, whatever else it may move."""
        arms = sentence.cues("arms")
        for hit in sentence.of("convey") if arms else ():
            clause = sentence.clause_of(hit)
            taken = any(
                t.first <= hit.first < t.last or (t in used and hit.first in t.spots) for t in triggers
            )
            if taken or not is_verb(hit) or any(sentence.clause_of(d.anchor) == clause for d in out):
                continue
            if _is_taught(sentence, triggers, hit) or not any(_is_moved(sentence, a, hit) for a in arms):
                continue
            moved = hit._replace(entry=replace(hit.entry, key="deliver"))
            judgement = judge(sentence, moved, self._event(moved), [], verb_last=self._verb_last)
            out.append(self._make(sentence, moved, judgement))


def _is_taught(sentence: Sentence, triggers: list[Hit], hit: Hit) -> bool:
    """Taught the crews to fly drones: what somebody learns to do with arms moves none."""
    marked = any(c.last == hit.first for c in sentence.cues("infinitive_mark"))
    return marked and any(
        t.entry.key == "train" and 0 <= hit.first - t.last <= _TAUGHT_REACH for t in triggers
    )


def _is_moved(sentence: Sentence, thing: Hit, hit: Hit) -> bool:
    """Arms close to the verb, with nothing between that would make them the topic or the setting of something else."""
    if sentence.clause_of(thing) != sentence.clause_of(hit) or _gap(thing, hit) > _ARMS_REACH:
        return False
    low, high = (hit.last, thing.first) if hit.last <= thing.first else (thing.last, hit.first)
    apart = (*sentence.cues("about", "occasion"), *sentence.of("instrument"), *sentence.of("trigger"))
    words = all(t.is_word for t in sentence.tokens[low:high])
    return (
        words
        and not any(low <= h.first < high for h in apart)
        and not any(0 <= thing.first - c.last <= 1 for c in sentence.cues("about"))
    )


def _is_beside(sentence: Sentence, thing: Hit, clause: int) -> bool:
    """In the clause, or right before it: the tents which the Red Crescent had sent."""
    opening = sentence.opening_of(clause)
    return sentence.clause_of(thing) == clause or 0 <= opening - thing.last <= 1


def _gap(a: Hit, b: Hit) -> int:
    return max(a.first - b.last, b.first - a.last, 0)


def _is_carrier(sentence: Sentence, thing: Hit) -> bool:
    """Rescuers came in two helicopters: what they came in is not what came."""
    led = (
        *(p for p in sentence.of("place") if p.entry.key == "in"),
        *sentence.marks("occasion", "with_whom"),
    )
    return any(0 <= thing.first - p.last <= _CARRIER_REACH for p in led)


def _brings_arms_or_guests(sentence: Sentence, hit: Hit) -> bool:
    """Drones came with the tents, or a minister did: no help, or not the help is what arrived."""
    clause = sentence.clause_of(hit)
    if any(
        h.entry.key == "procurement" and sentence.clause_of(h) == clause and not _is_carrier(sentence, h)
        for h in sentence.of("area")
    ):
        return True
    return hit.entry.key == "visit" and any(
        m.kind in ("person", "office") and sentence.clause_at(m.start) == clause and m.start not in sentence.sources
        and m.end <= sentence.tokens[hit.first].start
        for m in sentence.mentions
    )  # fmt: skip
