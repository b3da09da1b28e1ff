"""Papers that got, bear or wait for signatures, whatever the verb: the word for signatures beside a paper is a signing."""

from __future__ import annotations

from dataclasses import replace

from helpers.coding.claims.drafting import AGREEMENT, Draft
from helpers.coding.claims.judge import judge
from helpers.coding.claims.papers import name_paper
from helpers.coding.claims.patterns import Hit
from helpers.coding.claims.sentences import Sentence, is_verb
from helpers.coding.claims.stated import StatedReader

_CLAUSES = 2  # between a paper and its signatures: the treaty, on which they had worked for years, got its signatures


class SignatureReader(StatedReader):
    """Reads the word for signatures where no verb of signing is known."""

    def _read_signatures(self, sentence: Sentence, triggers: list[Hit], out: list[Draft]) -> None:
        """The memorandum got its signatures on Friday; the thirteen documents that gained signatures in Minsk."""
        for cue in sentence.cues("signatures"):
            clause = sentence.clause_of(cue)
            if any(t.first <= cue.first < t.last for t in triggers if t.entry.key in AGREEMENT):
                continue
            if any(d.kind == "agreement" and clause - sentence.clause_of(d.hit) in (0, 1) for d in out):
                continue
            if any(
                is_verb(t) and sentence.clause_of(t) == clause and t.entry.key in AGREEMENT for t in triggers
            ):
                continue
            if (paper := _signed_paper(sentence, cue)) is None:
                continue
            hit = cue._replace(entry=replace(cue.entry, category="trigger", key="sign", form="past"))
            event = self._event(hit)
            told = judge(sentence, hit, event, [paper], verb_last=self._verb_last)
            named = name_paper(sentence, paper)
            rules = (cue.entry.rule, *named.rules, *told.rules)
            out.append(Draft(hit, hit, "sign", event.kind, told, named, rules=rules))
            return


def _signed_paper(sentence: Sentence, cue: Hit) -> Hit | None:
    """The paper in the clause of the signatures, the nearest before them first; else the one their sentence began with."""
    if sentence.of("domestic"):
        return None
    clause = sentence.clause_of(cue)
    papers = [p for p in sentence.of("instrument") if not (p.first < cue.last and cue.first < p.last)]
    before = [p for p in papers if p.last <= cue.first and clause - sentence.clause_of(p) <= _CLAUSES]
    behind = [p for p in papers if p.first >= cue.last and sentence.clause_of(p) == clause]
    return before[-1] if before else behind[0] if behind else None
