"""Entries of a list of dates that tell by a noun: "Signing of a memorandum by both ministers", "Ahmadinejad's visit to Minsk"."""

from __future__ import annotations

from helpers.coding.claims.drafting import UNTOLD, Draft
from helpers.coding.claims.judge import Judgement
from helpers.coding.claims.papers import Paper, name_paper
from helpers.coding.claims.patterns import Hit
from helpers.coding.claims.presumed import PresumedReader
from helpers.coding.claims.sentences import Sentence, is_verb
from helpers.coding.claims.unsaid import is_taken

_NOUNS = ("visit", "meet", "call", "session", "sign", "ratify", "enter_force")
_ACTS = ("deliver", "exercise", "train", "exhibit", "produce", "accredit")  # with both sides beside them
_UNSURE = (*UNTOLD, "was_to", "scheduled", "intention", "future")
_LEADING = ("about", "purpose", "in_order_to", "ahead_of", "margins", "undisclosed", "message_of", "occasion")
_PUT_OFF = ("postpone", "cancel", "fail", "deny")
_OPENING = 2  # words before a noun that opens an entry: a return visit, the first official visit


class EntryReader(PresumedReader):
    """Reads entries that tell by a noun: "Signing of a memorandum by both ministers", "Ahmadinejad's visit to Minsk"."""

    def _read_unsaid(self, sentence: Sentence, triggers: list[Hit], used: set[Hit], out: list[Draft]) -> None:
        """What no known predicate tells; in an entry also what its opening or closing noun names."""
        super()._read_unsaid(sentence, triggers, used, out)
        if sentence.entry is None or any(t.entry.key in _PUT_OFF for t in triggers):
            return
        for hit in triggers:
            if hit not in used and (draft := self._name_entry(sentence, hit, triggers, out)) is not None:
                out.append(draft)
                return

    def _name_entry(
        self, sentence: Sentence, hit: Hit, triggers: list[Hit], out: list[Draft]
    ) -> Draft | None:
        """An event noun that opens or closes the first clause of an entry behind its date, where no verb known tells more."""
        clause = sentence.clause_of(hit)
        act = hit.entry.key in _ACTS and _names_both(sentence)
        if not (act or hit.entry.key in _NOUNS) or is_verb(hit):
            return None
        if any(is_verb(t) and sentence.clause_of(t) == clause for t in triggers):
            return None
        if is_taken(clause, sentence, out):
            return None
        if any(sentence.clause_of(c) == clause for c in sentence.cues(*_UNSURE)):
            return None
        if any(0 <= hit.first - c.last <= 1 for c in sentence.cues(*_LEADING)):
            return None
        if any(hit.first <= c.first < hit.last + 1 for c in sentence.cues("occasion_after")):
            return None
        before = self._adjectives() if act else _OPENING
        if not (self._opens_entry(sentence, hit, before) or self._closes_entry(sentence, hit)):
            return None
        event = self._event(hit)
        paper = None
        if event.kind == "agreement":
            paper = self._paper(sentence, hit) or _told_behind(sentence, hit)
            if paper is None or paper.domestic:
                return None
        told = Judgement(event.done, "asserted", ("entry.noun",))
        return self._make(sentence, hit, told, paper=paper)

    @staticmethod
    def _opens_entry(sentence: Sentence, hit: Hit, most: int) -> bool:
        """Nothing but the date, "joint" and at most so many words stand before it."""
        entry = sentence.entry
        head = (
            entry.end
            if entry is not None and sentence.start <= entry.start < sentence.end
            else sentence.start
        )
        joint = {i for c in sentence.cues("joint") for i in range(c.first, c.last)}
        before = [
            t for i, t in enumerate(sentence.tokens[: hit.first]) if t.is_word and t.start >= head and i not in joint
        ]  # fmt: skip
        return len(before) <= most

    def _adjectives(self) -> int:
        """Words that may describe an act: first deliveries. Where a genitive needs no word for of, they may be a stop of it."""
        reading = self._lexicon.reading
        return 0 if reading.free_order or (self._verb_last and not reading.nouns_capitalised) else 1

    def _closes_entry(self, sentence: Sentence, hit: Hit) -> bool:
        """Ahmedinejad'ın Minsk ziyareti. Where verbs stand last, so does the noun that stands for one."""
        if not self._verb_last or self._lexicon.reading.nouns_capitalised:
            return False
        return not any(
            t.is_word
            for i, t in enumerate(sentence.tokens)
            if i >= hit.last and sentence.clause[i] == sentence.clause_of(hit)
        )


def _names_both(sentence: Sentence) -> bool:
    named = {c for m in sentence.mentions if m.start not in sentence.sources for c in m.countries}
    return len(named) == 2 or (len(named) < 2 and bool(sentence.cues("joint", "both_sides")))


def _told_behind(sentence: Sentence, hit: Hit) -> Paper | None:
    """Imza: iki bakanlık arasında mutabakat zaptı. The paper stands behind the colon."""
    clause = sentence.clause_of(hit)
    opening = sentence.opening_of(clause + 1)
    if opening >= len(sentence.tokens) or sentence.tokens[opening].norm != ":":
        return None
    papers = [p for p in sentence.of("instrument") if sentence.clause_of(p) == clause + 1]
    return name_paper(sentence, papers[0]) if papers and not sentence.of("domestic") else None
