"""Drafts of claims: the record, and what every reader of triggers needs to make one."""

from __future__ import annotations

from dataclasses import dataclass

from helpers.coding.claims.codebook import Codebook, Event
from helpers.coding.claims.judge import Judgement, judge
from helpers.coding.claims.lexicon import Lexicon
from helpers.coding.claims.papers import Paper, bind_papers, name_paper
from helpers.coding.claims.patterns import Hit
from helpers.coding.claims.sentences import Sentence, is_verb
from helpers.coding.claims.topics import is_topic

AGREEMENT = ("sign", "agree", "draft", "ratify", "enter_force")
WEAK = ("cooperate", "deepen")  # no event of their own: need a possibility, an intention or a governing verb
ONE_SIDED = ("aid", "support", "request", "accuse", "threaten", "sanction")
HELPERS = ("hold", "deny", "postpone", "cancel", "fail")
# Cues in whose clause nothing is told as having happened between states.
UNTOLD = ("negation", "no", "without", "hypothetical", "conditional", "rumour", "asks", "athletes")
_PASSED = ("ratify", "agree", "enter_force")  # what laws do to treaties
OCCASION_REACH = 6
COMPLEMENT_REACH = 14


@dataclass(frozen=True, slots=True)
class Draft:
    """An event a sentence speaks of, before parties, place and date are looked for.

    Attributes:
        hit: the trigger that names it.
        anchor: the token whose clause holds what is said of it (the helper verb for nouns).
        key: event of the codebook.
        kind: kind of claim.
        judgement: status and polarity.
        paper: the instrument, for agreements.
        mode: PLOVER mode by the codebook.
        offered: it is an offer.
        refused: a party refuses it.
        decided: a decision to draft it is what happened (dated by the decision).
        governor: the verb of agreeing that announces it; a day beside that verb is not the event's.
        noun: it is told by a noun.
        rules: lexicon rules that fired.
    """

    hit: Hit
    anchor: Hit
    key: str
    kind: str
    judgement: Judgement
    paper: Paper | None = None
    mode: str | None = None
    offered: bool = False
    refused: bool = False
    decided: bool = False
    governor: Hit | None = None
    noun: bool = False
    rules: tuple[str, ...] = ()

    @property
    def is_bare(self) -> bool:
        """No other trigger completes it: ready, but the lexicon does not know for what."""
        return sum(rule.startswith("trigger.") for rule in self.rules) == 1

    @property
    def is_presumed(self) -> bool:
        """No known predicate tells it."""
        return any(rule.startswith("presumed.") for rule in (*self.rules, *self.judgement.rules))


def _is_attribute(hit: Hit) -> bool:
    """The memorandum proposed by the other side: an offer that only describes."""
    return hit.entry.key == "offer" and hit.entry.form == "participle"


class DraftMaker:
    """Judges triggers by the codebook and makes drafts of them."""

    def __init__(self, lexicon: Lexicon, codebook: Codebook):
        self._lexicon = lexicon
        self._codebook = codebook
        self._verb_last = lexicon.reading.verb_last

    def _event(self, hit: Hit) -> Event:
        return self._codebook.events[hit.entry.key]

    def _make(
        self, sentence: Sentence, hit: Hit, judgement: Judgement, *, anchor: Hit | None = None, paper: Paper | None = None,
        offered: bool = False, refused: bool = False, decided: bool = False, also: tuple[Hit, ...] = (), kind: str | None = None,
    ) -> Draft:  # fmt: skip
        event = self._event(hit)
        rules = (hit.entry.rule, *(h.entry.rule for h in also), *judgement.rules)
        if paper is not None:
            rules = (*rules, *paper.rules)
        return Draft(
            hit, anchor or hit, hit.entry.key, kind or event.kind, judgement, paper, event.mode, offered=offered, refused=refused,
            decided=decided, noun=not is_verb(hit), rules=tuple(dict.fromkeys(rules)),
        )  # fmt: skip

    def _paper(self, sentence: Sentence, hit: Hit) -> Paper | None:
        if hit.entry.key not in AGREEMENT:
            return None
        paper = bind_papers(sentence, hit, verb_last=self._verb_last)
        if paper is not None and paper.domestic and hit.entry.key in _PASSED:
            # the law on the ratification of the treaty: the treaty
            clauses = {sentence.clause_of(hit), sentence.clause[hit.last - 1]}
            law = paper.hit
            treaties = [
                p for p in sentence.of("instrument")
                if sentence.clause_of(p) in clauses and not (law.first <= p.first and p.last <= law.last)
            ]  # fmt: skip
            paper = name_paper(sentence, treaties[0]) if treaties else paper
        return paper or self._named_before(sentence, hit)

    @staticmethod
    def _named_before(sentence: Sentence, hit: Hit) -> Paper | None:
        """The plan, of which agencies told, was only discussed, and they will sign it in May: the paper that "it" stands for."""
        beside = any(
            0 <= c.first - hit.last <= 1 or 0 <= hit.first - c.last <= 1 for c in sentence.cues("it")
        )
        named = [p for p in sentence.of("instrument") if p.last <= hit.first]
        return name_paper(sentence, named[-1]) if beside and named and hit.entry.key != "agree" else None

    def _judge(self, sentence: Sentence, hit: Hit, paper: Paper | None, form: str | None = None) -> Judgement:
        papers = [paper.hit] if paper is not None else []
        return judge(sentence, hit, self._event(hit), papers, verb_last=self._verb_last, form=form)

    def _complement(self, sentence: Sentence, hit: Hit, keys: tuple[str, ...] | None = None) -> Hit | None:
        """The trigger that completes a governing verb: next in the clause or the one after it, within reach."""
        clause = sentence.clause_of(hit)
        candidates = [
            t for t in sentence.of("trigger")
            if t is not hit and t.entry.key not in ("hold", "deny") and (keys is None or t.entry.key in keys)
            and not is_topic(sentence, t, verb_last=self._verb_last)
        ]  # fmt: skip
        # "We agreed ...", told one of those at the talks: what stands behind the speaker completes nothing.
        told = any(sentence.tokens[i].norm in '«»„“”"' for i in range(hit.last, len(sentence.tokens)))
        said = sentence.cues("report") if told else []
        after = [
            t for t in candidates
            if 0 <= t.first - hit.last <= COMPLEMENT_REACH and sentence.clause_of(t) - clause in (0, 1)
            and not any(hit.last <= c.first < t.first for c in said)
            and not any(m.norm in ":;" for m in sentence.tokens[hit.last : t.first])
            and not self._is_planned_beside(sentence, hit, t)
        ]  # fmt: skip
        if after:
            return min(
                after, key=lambda t: (t.entry.key in WEAK and not is_verb(t), _is_attribute(t), t.first)
            )
        reading = self._lexicon.reading
        if reading.free_order and hit.entry.key in ("refuse", "agree"):  # подписывать договор отказались
            clause_opens = sentence.opening_of(clause)
            opening = [
                t for t in candidates
                if t.entry.form == "infinitive" and sentence.clause_of(t) == clause and t.first - clause_opens <= 1 and t.last <= hit.first
            ]  # fmt: skip
            return opening[0] if opening else None
        if self._verb_last:
            before = [
                t for t in candidates
                if 0 <= hit.first - t.last <= COMPLEMENT_REACH and sentence.clause_of(t) == clause
                and t.entry.form in ("infinitive", "noun", "present", "future") and not self._is_setting(sentence, t)
            ]  # fmt: skip
            return before[-1] if before else None
        return None

    @staticmethod
    def _is_planned_beside(sentence: Sentence, hit: Hit, other: Hit) -> bool:
        """Approved a plan and set the next meeting for April: a word of planning behind "and" has a noun of its own."""
        joined = {c.last for c in sentence.cues("with")}
        return any(hit.last < c.first < other.first and c.first in joined for c in sentence.cues("scheduled"))

    @staticmethod
    def _is_setting(sentence: Sentence, hit: Hit) -> bool:
        """In the talks, at the meeting (görüşmede): where something else was agreed, not what was."""
        return not is_verb(hit) and any(
            hit.first <= c.first <= hit.last for c in sentence.cues("occasion_after")
        )

    @staticmethod
    def _is_open(sentence: Sentence, hit: Hit) -> bool:
        """A form whose tense its governor gives: infinitive, noun, future, a bare present, the past of a purpose (by się uczyli)."""
        if hit.entry.form == "past":
            clause = sentence.clause_of(hit)
            return any(
                sentence.clause_of(c) == clause and c.last <= hit.first for c in sentence.cues("so_that")
            )
        return hit.entry.form in (
            "infinitive",
            "noun",
            "future",
            "present",
            "participle",
            "possible",
            "conditional",
        )

    @staticmethod
    def _is_apart(sentence: Sentence, a: Hit, b: Hit) -> bool:
        """Another clause, or far away."""
        return sentence.clause_of(a) != sentence.clause_of(b) or b.first - a.last > 10

    @staticmethod
    def _verb_between(sentence: Sentence, a: Hit, b: Hit) -> bool:
        return any(is_verb(t) and a.last <= t.first and t.last <= b.first for t in sentence.of("trigger"))
