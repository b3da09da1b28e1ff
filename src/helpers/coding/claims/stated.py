"""What a sentence states without a verb of acting: that a paper does not exist, and what a plan provides for."""

from __future__ import annotations

from helpers.coding.claims.absent import absent_paper, is_between_commas
from helpers.coding.claims.bystanders import is_locative
from helpers.coding.claims.drafting import AGREEMENT, HELPERS, WEAK, Draft
from helpers.coding.claims.judge import Judgement
from helpers.coding.claims.negation import is_denied
from helpers.coding.claims.papers import name_paper
from helpers.coding.claims.patterns import Hit
from helpers.coding.claims.relief import ReliefReader
from helpers.coding.claims.sentences import Sentence, is_verb
from helpers.foundation.records import Mention

_LACKED_AFTER, _LACKED_BEFORE, _OPENING = 3, 16, 4
_LEFT_REACH = 2
_NOT_LACKED = ("plan", "programme", "document")  # "there are no plans" denies no paper
_LACKED_ACTS = (
    "permit",
    "exercise",
    "produce",
    "meet",
    "visit",
    "session",
    "call",
    "deliver",
    "train",
    "sign",
)
_STAY_REACH = 6  # words between who and where
_PLANS = ("plan", "programme", "roadmap")
_PROVIDED = (
    "train",
    "deliver",
    "produce",
    "permit",
    "exhibit",
    "exercise",
    "aid",
)  # acts a paper may provide for
_CLAUSE_WORDS = 12


class StatedReader(ReliefReader):
    """Reads absences of papers and provisions of plans."""

    def _read_without(
        self, sentence: Sentence, triggers: list[Hit], used: set[Hit], out: list[Draft]
    ) -> None:
        """Ended without the signing of a treaty: the paper is denied, whatever the verb of the clause says."""
        for hit in triggers:
            if hit in used or hit.entry.key not in ("sign", "ratify"):
                continue
            paper = self._paper(sentence, hit)
            denied = is_denied(sentence, hit, [], [], verb_last=self._verb_last)
            if denied is not None and denied.entry.key == "without" and not (paper and paper.domestic):
                used.add(hit)
                rules = (denied.entry.rule,)
                out.append(self._make(sentence, hit, Judgement("denied", "negated", rules), paper=paper))
        for cue in sentence.cues("without"):
            if (lacked := self._left_without(sentence, cue, triggers)) is not None:
                paper = name_paper(sentence, lacked)
                told = Judgement("denied", "negated", (cue.entry.rule,))
                out.append(
                    Draft(cue, cue, "sign", "agreement", told, paper, rules=(cue.entry.rule, *paper.rules))
                )

    @staticmethod
    def _left_without(sentence: Sentence, cue: Hit, triggers: list[Hit]) -> Hit | None:
        """Ended without a joint statement: the paper right behind the word, where no verb takes it up."""
        for paper in sentence.of("instrument"):
            words = sentence.tokens[cue.last : paper.first]
            if 0 <= paper.first - cue.last <= _LEFT_REACH and all(t.is_word for t in words):
                taken = any(
                    t.entry.key in AGREEMENT and cue.last <= t.first <= paper.last + _LEFT_REACH
                    for t in triggers
                )
                civil = paper.entry.key in _NOT_LACKED
                return None if taken or civil else paper
        return None

    def _read_expected(self, sentence: Sentence, triggers: list[Hit], out: list[Draft]) -> None:
        """The president is expected in Minsk, is bound for Iran: a visit to come, with no word for it but the plan and where."""
        for cue in sentence.cues("scheduled", "intention"):
            clause = sentence.clause_of(cue)
            if any(sentence.clause_of(t) == clause and t.first != cue.first for t in triggers):
                continue
            there = [
                m
                for m in sentence.mentions
                if sentence.clause_at(m.start) == clause and m.start not in sentence.sources
            ]
            guests = [m for m in there if m.kind in ("person", "office")]
            # who presides over it, is expected in
            if not guests and cue.first - sentence.opening_of(clause) <= 1:
                guests = [
                    m for m in sentence.mentions
                    if m.kind in ("person", "office") and sentence.clause_at(m.start) < clause and m.start not in sentence.sources
                ]  # fmt: skip
            bound = cue.entry.key == "intention"  # for a place right behind the word
            towns = [m for m in there if m.kind in ("city", "country") and (any(
                p.entry.key in ("in", "to") and 0 <= sentence.token_at(m.start) - p.last <= 1
                and (not bound or 0 <= p.first - cue.last <= 1) for p in sentence.of("place")
            ) or (not bound and is_locative(sentence, m)))]  # fmt: skip
            capital = any(
                p.entry.key == "capital" and sentence.clause_of(p) == clause and any(
                    m.kind in ("country", "demonym") and 0 <= sentence.token_at(m.start) - p.last <= 1 for m in there
                )
                for p in sentence.of("place")
            )  # fmt: skip
            if guests and (towns or (capital and not bound)):
                event = self._codebook.events["visit"]
                told = Judgement("planned", "future", (cue.entry.rule,))
                if any(0 <= cue.first - c.last <= 1 for c in sentence.cues("negation")):
                    told = Judgement("denied", "negated", (cue.entry.rule,))  # is not bound for Iran
                out.append(
                    Draft(cue, cue, "visit", event.kind, told, None, event.mode, rules=(cue.entry.rule,))
                )
                return

    def _read_stays(self, sentence: Sentence, triggers: list[Hit], out: list[Draft]) -> None:
        """The general is in Minsk: somebody of one country in another, with no word for the visit."""
        for cue in (*sentence.cues("stays"), *sentence.of("stays_ahead")):
            clause = sentence.clause_of(cue)
            if any(d.key == "visit" and sentence.clause_of(d.hit) == clause for d in out):
                continue
            sent = any(0 <= cue.first - g.last <= _STAY_REACH for g in sentence.cues("guests"))
            kinds = (
                ("person", "office", "organisation", "demonym", "country") if sent else ("person", "office")
            )
            guests = [
                m for m in sentence.mentions
                if m.kind in kinds and m.start not in sentence.sources and len(m.countries) == 1
                and 0 <= cue.first - sentence.token_at(m.end - 1) - 1 <= _STAY_REACH
            ]  # fmt: skip
            towns = [
                m for m in sentence.mentions
                if m.kind in ("city", "country") and m.countries and 0 <= sentence.token_at(m.start) - cue.last <= 1
            ]  # fmt: skip
            if self._verb_last and not towns:
                towns, guests = self._stay_before(sentence, cue, kinds)
            if towns and not guests:  # ya está en Minsk el ministro
                after = sentence.token_at(towns[0].end - 1) + 1
                guests = [
                    m for m in sentence.mentions
                    if m.kind in ("person", "office") and m.start not in sentence.sources and len(m.countries) == 1
                    and 0 <= sentence.token_at(m.start) - after <= 1
                ]  # fmt: skip
            spoken_of = not guests and any(
                0 <= cue.first - p.last <= _STAY_REACH and sentence.clause_of(p) == clause
                for p in sentence.cues("pronoun")
            )  # he will be in Isfahan
            if towns and (spoken_of or (guests and guests[-1].countries[:1] != towns[0].countries[:1])):
                event = self._codebook.events["visit"]
                told = Judgement(event.done, "asserted", (cue.entry.rule,))
                ahead = cue.entry.key == "stays_ahead"
                if ahead or any(cue.first in (c.first, c.last) for c in sentence.cues("future")):
                    told = Judgement("planned", "future", (cue.entry.rule,))
                out.append(
                    Draft(cue, cue, "visit", event.kind, told, None, event.mode, rules=(cue.entry.rule,))
                )

    @staticmethod
    def _stay_before(
        sentence: Sentence, cue: Hit, kinds: tuple[str, ...]
    ) -> tuple[list[Mention], list[Mention]]:
        """Town and guests where the verb stands behind both."""
        towns = [
            m for m in sentence.mentions
            if m.kind in ("city", "country") and m.countries and 0 <= cue.first - sentence.token_at(m.end - 1) - 1 <= 1
        ]  # fmt: skip
        guests = [
            m for m in sentence.mentions
            if m.kind in kinds and m.start not in sentence.sources and len(m.countries) == 1 and towns and m.end <= towns[0].start
        ]  # fmt: skip
        return towns, guests[:1]

    def _read_absences(self, sentence: Sentence, triggers: list[Hit], out: list[Draft]) -> None:
        """There is no such treaty: the paper is denied, unless the clause says more of an agreement."""
        for hit in sentence.of("lack"):
            clause = sentence.clause_of(hit)
            if any(c.first < hit.last < c.last for c in sentence.cues("negation")):
                continue  # has no plans to deliver: of the verb behind
            told = any(d.kind == "agreement" and sentence.clause_of(d.anchor) == clause for d in out)
            verbs = any(
                is_verb(t)
                and t.entry.key not in (*HELPERS, *WEAK)
                and sentence.clause_of(t) == clause
                and not is_between_commas(sentence, t, hit)
                and not _are_joined(sentence, hit, t)
                for t in triggers
            )
            paper = None if told or verbs else self._lacked(sentence, hit)
            untrue = any(
                d.judgement.status == "denied" and sentence.clause_of(d.anchor) == clause for d in out
            )
            if paper is None and not untrue and (denied := self._deny_force(sentence, hit)) is not None:
                out.append(denied)
                continue
            if paper is None and (act := self._lacked_act(sentence, hit, triggers)) is not None:
                out[:] = [
                    d
                    for d in out
                    if d.key != act.entry.key or not (d.hit.first < act.last and act.first < d.hit.last)
                ]
                out.append(self._make(sentence, act, Judgement("denied", "negated"), also=(hit,)))
            if paper is not None:
                read = name_paper(sentence, paper)
                out.append(
                    Draft(
                        hit, hit, "sign", "agreement", Judgement("denied", "negated"), read,
                        rules=(hit.entry.rule, *read.rules),
                    )
                )  # fmt: skip
        if not any(d.kind == "agreement" for d in out) and (absent := absent_paper(sentence, triggers)):
            out.append(self._undo(sentence, *absent, Judgement("denied", "negated")))

    @staticmethod
    def _lacked_act(sentence: Sentence, hit: Hit, triggers: list[Hit]) -> Hit | None:
        """There will be no drone plant, there was no meeting: the noun right after the word."""
        acts = [
            t for t in triggers
            if not is_verb(t) and t.entry.key in _LACKED_ACTS and 0 <= t.first - hit.last <= _LACKED_AFTER
            and sentence.clause_of(t) == sentence.clause_of(hit)
            and all(w.is_word for w in sentence.tokens[hit.last : t.first])
        ]  # fmt: skip
        if acts:
            return acts[0]
        clause = sentence.clause_of(hit)
        opening = sentence.opening_of(clause)
        if any(is_verb(t) and sentence.clause_of(t) == clause for t in triggers):
            return None
        told = {c.last for c in sentence.cues("told_before")}
        # said that such talks are not under way: "such" right before the noun, and it before the word
        for t in triggers:
            if (
                t.first in told
                and 0 <= hit.first - t.last <= 1
                and t.entry.key in _LACKED_ACTS
                and not is_verb(t)
            ):
                return t
        during = {c.last for c in sentence.cues("occasion")}
        for t in triggers:  # Поставок не было: what the clause opens with
            if t.first in during:
                continue  # during the visit nothing was said of drones
            words = sum(w.is_word for w in sentence.tokens[opening : t.first])
            # that such deliveries were not made: the word that opens the clause, and "such"
            words -= any(c.first in (opening, opening + 1) for c in sentence.cues("break"))
            words -= any(c.last == t.first for c in sentence.cues("told_before")) and words > 0
            words -= any(n.last == t.first for n in sentence.of("number")) and words > 1  # von einer
            first = words <= 1 and t.last <= hit.first <= t.last + _LACKED_BEFORE
            if first and not is_verb(t) and t.entry.key in _LACKED_ACTS and sentence.clause_of(t) == clause:
                return t
        return None

    def _lacked(self, sentence: Sentence, hit: Hit) -> Hit | None:
        """The paper that is lacking: right after the word, or before it as what the clause is about."""
        clause = sentence.clause_of(hit)
        within = (
            clause,
            sentence.clause[hit.last - 1],
        )  # denies that there is: its own "that" opens a clause
        opening = sentence.opening_of(clause)
        for paper in sentence.of("instrument"):
            such = any(c.last == paper.first for c in sentence.cues("told_before"))  # no such document
            vague = paper.entry.key in _NOT_LACKED and not (such and paper.entry.key == "document")
            if vague or sentence.clause_of(paper) not in within:
                continue
            after = 0 <= paper.first - hit.last <= _LACKED_AFTER or hit.first <= paper.first < hit.last
            gap = hit.first - paper.last
            words = sum(t.is_word for t in sentence.tokens[opening : paper.first])
            before = gap in (0, 1) or (0 <= gap <= _LACKED_BEFORE and words <= _OPENING)
            low = hit.last if paper.first >= hit.last else opening
            told_of = any(low <= c.first < paper.first for c in sentence.cues("about")) and not (
                before
                and self._verb_last
                and gap <= 1  # X'e ilişkin bir anlaşma yok: what it is about stands before
            )
            if (after or before) and not told_of:
                return paper
        return None

    def _read_provisions(
        self, sentence: Sentence, triggers: list[Hit], used: set[Hit], out: list[Draft]
    ) -> None:
        """The plan provides for joint events and visits: one act to come, whatever the list names."""
        used.update(t for t in triggers if t not in used and self._is_content(sentence, t))
        for cue in sentence.cues("provides"):
            clause = sentence.clause_of(cue)
            papers = [p.entry.key for p in sentence.of("instrument") if sentence.clause_of(p) == clause]
            if not papers:
                continue
            acts = [
                t for t in triggers
                if t not in used and not is_verb(t) and t.entry.key not in (*HELPERS, *WEAK)
                and self._event(t).kind in ("cooperation", "consultation")
                and (t.first >= cue.last or self._verb_last) and 0 <= sentence.clause_of(t) - clause <= 1
            ]  # fmt: skip
            if not acts:
                continue
            if not set(papers) & set(_PLANS):
                used.update(acts)  # what an agreement provides for is its content, and no act of its own
                continue
            first = next((t for t in acts if self._event(t).kind == "cooperation"), acts[0])
            used.update(acts)
            out.append(
                self._make(
                    sentence,
                    first,
                    Judgement("planned", "future", (cue.entry.rule,)),
                    anchor=first,
                    kind="cooperation",
                )
            )

    def _is_content(self, sentence: Sentence, hit: Hit) -> bool:
        """The document reserves forty places: what an agreement that opens its clause does in the present is its content."""
        if hit.entry.form != "present" or hit.entry.key not in _PROVIDED:
            return False
        clause = sentence.clause_of(hit)
        opening = sentence.opening_of(clause)
        return any(
            sentence.clause_of(p) == clause
            and p.first - opening <= 1
            and p.entry.key not in _PLANS
            and 0 <= hit.first - p.last <= (_CLAUSE_WORDS if self._verb_last else 1)
            and not any(p.last <= sentence.token_at(m.start) < hit.first for m in sentence.mentions if m.kind != "city")
            for p in sentence.of("instrument")
        )  # fmt: skip


def _are_joined(sentence: Sentence, a: Hit, b: Hit) -> bool:
    """There is no such contract, and talks on it are not under way: "and" between two words that each say something."""
    first, second = sorted((a, b), key=lambda h: h.first)
    return any(first.last <= c.first and c.last <= second.first for c in sentence.cues("with"))
