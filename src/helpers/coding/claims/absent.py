"""What a text does not say: what it only asks, and what a clause says is not there without a verb (no agreement, without one)."""

from __future__ import annotations

from helpers.coding.claims.bystanders import countries_of
from helpers.coding.claims.drafting import AGREEMENT, WEAK
from helpers.coding.claims.patterns import Hit
from helpers.coding.claims.sentences import Sentence, commas_between
from helpers.coding.claims.tokens import CLOSING_QUOTES, COMMAS, OPENING_QUOTES

_QUESTION_MARKS = frozenset({"?", "؟", "??", "?!", "⁇"})
_CLOSING_MARKS = frozenset("\"'»«”“’)]–—-")
_SAID_WORDS = 3  # of what is said, where a quotation opens the sentence
_LONGEST_NAME = 6  # words from the noun to the end of the quotation
_OPENS = 1  # words before the one that says "no"
_PAPER_REACH = 2  # words between it and the paper
_SHORT = 12  # words of a clause that says no more than that
_NOT_LACKED = ("plan", "programme")


def is_question(sentence: Sentence) -> bool:
    """The sentence ends with a question mark, or is a heading that says when or how: it asserts nothing."""
    if sentence.role == "subheading" and any(c.first == 0 for c in sentence.cues("when_where")):
        return True
    for token in reversed(sentence.tokens):
        if token.norm in _CLOSING_MARKS:
            continue
        return token.norm in _QUESTION_MARKS
    return False


def is_fiction(sentence: Sentence) -> bool:
    """In the novel the ministers sign a pact: nothing stands before the words that say it is made up."""
    first = min((t.first for t in sentence.of("trigger")), default=0)
    return any(c.last <= first for c in sentence.of("fiction"))


def is_signed_work(sentence: Sentence, hit: Hit) -> bool:
    """The festival, concluded last night, chose a drama signed by a director: a clause of the arts, and no paper in it."""
    clause = sentence.clause_of(hit)
    return hit.entry.key == "sign" and any(
        a.entry.key == "culture" and sentence.clause_of(a) == clause for a in sentence.of("area")
    )


def is_told(sentence: Sentence, hit: Hit) -> bool:
    """The trigger says something: no clause only asks it, and no word inside it takes it away."""
    return (
        not is_asked(sentence, hit)
        and not passes_over_without(sentence, hit)
        and not is_name_of_work(sentence, hit)
    )


def drop_spelled_like_country(sentence: Sentence) -> None:
    """Irán participó: no verb form is meant where the word names the country, which is what a capital says.

    Args:
        sentence: triggers of the future that open with the name are taken out.
    """
    names = {m.start for m in sentence.mentions if m.kind == "country"}
    alike = [
        t for t in sentence.of("trigger")
        if t.entry.form == "future" and (opening := sentence.tokens[t.spots[0]]).capital and opening.start in names
    ]  # fmt: skip
    if alike:
        sentence.hits["trigger"] = [t for t in sentence.of("trigger") if t not in alike]


def is_name_of_work(sentence: Sentence, hit: Hit) -> bool:
    """La película «El encuentro»: a noun that a short quotation in capitals opens with, and no verb in it."""
    if hit.entry.form != "noun":
        return False
    tokens = sentence.tokens
    opening = next(
        (i for i in range(hit.first - 1, max(hit.first - 3, -1), -1) if tokens[i].norm in OPENING_QUOTES),
        None,
    )
    if opening is None or not tokens[opening + 1].capital:
        return False
    closing = next(
        (
            i
            for i in range(hit.last, min(hit.last + _LONGEST_NAME, len(tokens)))
            if tokens[i].norm in CLOSING_QUOTES
        ),
        None,
    )
    if closing is not None and opening == 0 and sum(t.is_word for t in tokens[:closing]) >= _SAID_WORDS:
        return False  # «Визита не было», — сказал он: what somebody says opens the sentence
    return closing is not None and not any(
        opening < t.first < closing and t.entry.form != "noun" for t in sentence.of("trigger")
    )


def is_asked(sentence: Sentence, hit: Hit) -> bool:
    """Whether it will be signed is not known: what a clause asks it does not tell."""
    if sentence.answer is not None:
        return False  # ar susitikote? taip: the next sentence tells it
    clause = sentence.clause_of(hit)
    asking = [c for c in sentence.cues("asks") if sentence.clause_of(c) == clause]
    if any(c.first <= hit.first < c.last for c in asking):
        return True  # imzalanıp imzalanmadığını: both forms of the verb
    ends = {c.last for c in sentence.cues("undisclosed")}
    if any(c.first in ends and c.last <= hit.first for c in sentence.cues("hypothetical")):
        return True  # no quiso confirmar si
    if any(sentence.opens_clause(c) or (c.last - c.first > 1 and c.last <= hit.first) for c in asking):
        return True  # se pregunta si firmarán: what stands behind the words of asking
    unsaid = any(c.first >= hit.last for c in sentence.cues("undisclosed"))  # when he will come, nobody says
    return unsaid and any(
        c.first <= 1 and sentence.clause_of(c) == clause for c in sentence.cues("when_where", "asked")
    )


def passes_over_without(sentence: Sentence, hit: Hit) -> bool:
    """Closed the round without agreement: the gap of "close ... agreement" holds the word that takes the agreement away."""
    if hit.entry.key not in AGREEMENT or hit.last - hit.first == len(hit.spots):
        return False
    return any(
        hit.first < c.first < hit.last - 1 and c.first not in hit.spots for c in sentence.cues("without")
    )


def is_between_commas(sentence: Sentence, aside: Hit, hit: Hit) -> bool:
    """L'accord, évoqué depuis des années, n'existe pas: a verb between commas, and the word that lacks behind them."""
    before = [t.norm in COMMAS for t in sentence.tokens[max(aside.first - 2, 0) : aside.first]]
    return any(before) and aside.last <= hit.first and commas_between(sentence, aside, hit) > 0


def is_with_country(sentence: Sentence, hit: Hit) -> bool:
    """Con Irán no producimos nada: "with" and a country in the clause of a verb whose object nobody names."""
    clause = sentence.clause_of(hit)
    return any(
        m.kind == "country"
        and 0 <= sentence.token_at(m.start) - c.last <= 1
        and sentence.clause_of(c) == clause
        for c in sentence.of("with_whom")
        for m in sentence.mentions
    )


def absent_paper(sentence: Sentence, triggers: list[Hit]) -> tuple[Hit, Hit] | None:
    """No military agreement between the two: the word that opens a short clause, and the paper behind it.

    The clause names no act, and the sentence both countries; else it may be of any agreement.
    """
    for cue in sentence.cues("no"):
        clause = sentence.clause_of(cue)
        words = [i for i, c in enumerate(sentence.clause) if c == clause and sentence.tokens[i].is_word]
        if not words or sum(i < cue.first for i in words) > _OPENS or len(words) > _SHORT:
            continue
        if any(t.entry.key not in WEAK and sentence.clause_of(t) == clause for t in triggers):
            continue
        paper = next(
            (
                p for p in sentence.of("instrument")
                if 0 <= p.first - cue.last <= _PAPER_REACH and p.entry.key not in _NOT_LACKED
                and all(t.is_word for t in sentence.tokens[cue.last : p.first])
            ),
            None,
        )  # fmt: skip
        if paper is not None and _names_both(sentence):
            return cue, paper
    return None


def _names_both(sentence: Sentence) -> bool:
    named = {c for m in sentence.mentions if m.start not in sentence.sources for c in countries_of(m)}
    return len(named) == 2 or bool(sentence.cues("both_sides", "both_people"))
