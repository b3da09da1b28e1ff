"""What a sentence says of reports: that they are a lie or an invention, whatever verb says so, and who only spreads them."""

from __future__ import annotations

from dataclasses import replace

from helpers.coding.claims.patterns import Hit
from helpers.coding.claims.sentences import Sentence, is_verb
from helpers.coding.claims.tokens import COMMAS

_NEGATED_REACH = 3
_OF_REPORTS = ("told_before", "rumour")
_DENYING = ("deny", "lack")
_DASHES = "–—"


def read_reports(sentence: Sentence) -> None:
    """Let a word for an untruth deny the reports its clause speaks of, and nobody meet who only speaks of something.

    Args:
        sentence: its triggers gain a denial for each such word, where no verb of denying is known in the clause and
            nothing denies the word (no invention); they lose verbs of talking behind who spreads a rumour.
    """
    denials = _untruths(sentence)
    kept = [
        t for t in sentence.of("trigger")
        if not _is_telling(sentence, t) and not any(_is_taken_up(t, denial) for denial in denials)
    ]  # fmt: skip
    if denials or len(kept) < len(sentence.of("trigger")):
        sentence.hits["trigger"] = sorted([*kept, *denials], key=lambda h: h.first)


def _untruths(sentence: Sentence) -> list[Hit]:
    found: list[Hit] = []
    articles = {c.first for c in sentence.cues("definite")}  # das Märchen: no report
    for cue in sentence.of("untruth"):
        clause = sentence.clause_of(cue)
        known = [t for t in (*sentence.of("trigger"), *sentence.of("lack")) if t.entry.key in _DENYING]
        if any(sentence.clause_of(t) == clause for t in (*known, *found)):
            continue
        copula = sentence.tokens[sentence.opening_of(clause)].norm in _DASHES  # слухи о договоре — выдумка
        told = any(
            (sentence.clause_of(c) == clause or (copula and sentence.clause_of(c) == clause - 1))
            and (c.last < cue.first or c.first >= cue.last or c.first not in articles)
            for c in sentence.cues(*_OF_REPORTS)
        )
        denied = any(
            0 <= cue.first - c.last <= _NEGATED_REACH for c in sentence.cues("negation", "no", "without")
        )
        if (told or _is_of_clause_behind(sentence, cue)) and not denied:
            found.append(
                cue._replace(entry=replace(cue.entry, category="trigger", key="deny", form="present"))
            )
    return found


def _is_of_clause_behind(sentence: Sentence, cue: Hit) -> bool:
    """Неправда, что Иран строит завод: the word opens the sentence, and the clause behind its comma tells what is not so."""
    if any(t.is_word for t in sentence.tokens[: cue.first]):
        return False
    comma = sentence.tokens[cue.last : cue.last + 1]
    return (
        bool(comma)
        and comma[0].norm in COMMAS
        and any(c.first == cue.last + 1 for c in sentence.cues("break"))
    )


def _is_taken_up(hit: Hit, denial: Hit) -> bool:
    """Ha definito una favola la notizia di un accordo, tildó de cuento: the verb only calls something an untruth."""
    inside = hit.first < denial.first < hit.last - 1 and denial.first not in hit.spots
    return inside or (hit.entry.key == "accuse" and 0 <= denial.first - hit.last <= 1)


def _is_telling(sentence: Sentence, hit: Hit) -> bool:
    """Telegram channels speak of a plant, did not speak to journalists: they meet nobody."""
    if hit.entry.key != "meet" or not is_verb(hit):
        return False
    return any(
        0 <= hit.first - c.last <= 1 and (c.last - c.first > 1 or c.entry.key == "media")
        for c in (*sentence.cues("rumour"), *sentence.of("media"))
    ) or any(0 <= c.first - hit.last <= 1 for c in sentence.of("media"))
