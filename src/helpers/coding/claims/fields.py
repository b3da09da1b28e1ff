"""What an event is about: the fields of cooperation named, and whether it concerns defence."""

from __future__ import annotations

from helpers.coding.claims.codebook import Codebook
from helpers.coding.claims.drafting import Draft
from helpers.coding.claims.patterns import Hit
from helpers.coding.claims.sentences import Sentence

# Among the rules of a claim: some of its people are named in earlier sentences only.
TOLD_BEFORE = "people.told before"
_INCLUDED_REACH = 6


def find_fields(
    sentence: Sentence, draft: Draft, codebook: Codebook, *, whole: bool
) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """Defence (yes | no | unclear), the areas, and the rules that fired.

    yes: arms, armies, defence ministries, military-technical work, exercises, attachés. unclear: defence is said to
    be among the fields ("in all areas, including defence") and nothing of it is named. no: everything else.

    Args:
        sentence: the sentence.
        draft: the event.
        codebook: which areas concern defence.
        whole: the whole sentence speaks of the event; else only its clause and those that follow it without an event
            of their own.
    """
    clauses: set[int] = set()
    if not whole:
        clauses = {sentence.clause_of(draft.hit), sentence.clause_of(draft.anchor)}
        busy = {sentence.clause_of(t) for t in sentence.of("trigger")}
        following = max(clauses) + 1
        while following <= sentence.clause[-1] and following not in busy:
            clauses.add(following)
            following += 1

    def inside(hit: Hit) -> bool:
        return whole or sentence.clause_of(hit) in clauses

    areas_hit = [h for h in sentence.of("area") if inside(h)]
    words = [h for h in sentence.of("defence") if inside(h)]
    areas = {h.entry.key for h in areas_hit}
    military = [h for h in areas_hit if codebook.areas[h.entry.key]]
    rules = tuple(dict.fromkeys(h.entry.rule for h in [*areas_hit, *words]))
    if draft.kind == "cooperation" and draft.key == "exercise":
        areas.add("exercises")
        return "yes", tuple(sorted(areas)), rules
    if military:
        if not _only_civil(military, words, areas):
            return "yes", tuple(sorted(areas)), rules
        areas -= {h.entry.key for h in military}
    if not words:
        return "no", tuple(sorted(areas)), rules
    if all(_is_merely_included(sentence, w) for w in words):
        return "unclear", tuple(sorted(areas)), rules
    return "yes", tuple(sorted(areas)), rules


def _only_civil(military: list[Hit], words: list[Hit], areas: set[str]) -> bool:
    """Training and research are civil unless something military is named beside them."""
    return (
        not words
        and {h.entry.key for h in military} <= {"training and exchange", "research and development"}
        and not any("milit" in h.entry.source or "officer" in h.entry.source for h in military)
    )


def _is_merely_included(sentence: Sentence, word: Hit) -> bool:
    """ "In all areas, including defence": the field is covered, nothing is named."""
    return any(
        0 <= word.first - c.last <= _INCLUDED_REACH and not any(
            c.last <= t.first < word.first for t in sentence.of("trigger")
        )
        for c in sentence.cues("including")
    )  # fmt: skip
