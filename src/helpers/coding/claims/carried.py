"""Sentences that name neither country: which of them go on about the two, and which tell of anybody at all."""

from __future__ import annotations

from collections.abc import Sequence

from helpers.coding.claims.bystanders import countries_of
from helpers.coding.claims.drafting import Draft
from helpers.coding.claims.merging import Found
from helpers.coding.claims.sentences import Sentence, is_verb

# Words that stand for the sides, and for somebody the text spoke of before.
_SIDES, _SOMEBODY = ("both_sides", "both_people", "counterpart", "host"), ("guests", "pronoun")
_STRANGER_REACH = 3  # words from a name to its verb
# Acts that private people do as well.
_ANYBODYS = frozenset(
    {"agree", "meet", "call", "visit", "invite", "deliver", "produce", "offer", "permit", "train", "exhibit"}
)


def names_anybody(sentence: Sentence) -> bool:
    """Somebody or something of a country takes part, or the sides are spoken of."""
    named = any(countries_of(m) and m.start not in sentence.sources for m in sentence.mentions)
    return named or bool(sentence.cues(*_SIDES))


def third_parties(
    claims: Sequence[Found], pair: tuple[str, ...], inherited: bool, passage: int
) -> tuple[int, tuple[str, ...]] | None:
    """The passage and parties of a sentence that tells of others than the article's two: "there he signed a treaty" goes on of them.

    Args:
        claims: of the sentence.
        pair: the two countries the article is about.
        inherited: it named nobody itself and went on about the sentence before.
        passage: where it stands.
    """
    parties = {f.parties for f in claims}
    if len(parties) != 1 or not (inherited or all(f.explicit for f in claims)):
        return None
    told = next(iter(parties))
    return (passage, told) if len(told) == 2 and set(told) != set(pair) else None


def may_be_of_pair(draft: Draft, sentence: Sentence, *, nouns_capitalised: bool) -> bool:
    """False for an act of anybody in a sentence where nothing points back to the two countries an article is about.

    Something points back when somebody or something of a country is named, when a word stands for who was spoken of (both sides,
    the delegation, he), when a paper or the military is spoken of, or when the act is one of states (a treaty, a summit, a drill).
    A headline says little and is believed.

    Args:
        draft: the event.
        sentence: the sentence.
        nouns_capitalised: capitals tell no names (German).
    """
    if sentence.role == "title" or draft.key not in _ANYBODYS:
        return True
    if not nouns_capitalised and _is_of_strangers(draft, sentence):
        return False
    clauses = {sentence.clause_of(draft.hit), sentence.clause_of(draft.anchor)}
    if draft.paper is not None or any(sentence.clause_of(h) in clauses for h in sentence.of("defence")):
        return True
    spoken_of = _SIDES if draft.key == "agree" else (*_SIDES, *_SOMEBODY)  # he decided: anybody does
    if any(sentence.clause_of(c) in clauses for c in sentence.cues(*spoken_of)):
        return True
    if draft.noun and not is_verb(draft.hit):
        return True
    if draft.key == "agree" and _is_mutual(sentence, clauses):
        return True
    return any(countries_of(m) and sentence.clause_at(m.start) in clauses for m in sentence.mentions)


def _is_mutual(sentence: Sentence, clauses: set[int]) -> bool:
    """It was agreed, decided to found a joint commission: between several, and nobody else is named (agreed with the driver)."""
    if any(sentence.clause_of(c) in clauses for c in sentence.of("with_whom")):
        return False
    return any(sentence.clause_of(c) in clauses for c in sentence.cues("mutual", "joint"))


def _is_of_strangers(draft: Draft, sentence: Sentence) -> bool:
    """Martha Fry agreed to an interview: right before the verb stands a name of two words or more that is nobody's of a country."""
    at = draft.hit.first
    if draft.noun or at == 0:
        return False
    known = [
        m for m in sentence.mentions if m.kind in ("person", "office", "organisation", "country", "demonym")
    ]
    if any(countries_of(m) for m in known):
        return False
    last = at - 1
    while last > 0 and not sentence.tokens[last].capital and at - last <= _STRANGER_REACH:
        last -= 1
    return (
        sentence.tokens[last].capital
        and last >= 2
        and sentence.tokens[last - 1].capital
        and sentence.clause[last] == sentence.clause_of(draft.hit)
    )
