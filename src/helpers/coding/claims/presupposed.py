"""Events a sentence takes for known instead of telling them: no news of the day of its page."""

from __future__ import annotations

import re
from collections.abc import Sequence

from helpers.coding.claims.awaited import is_unreal
from helpers.coding.claims.drafting import Draft
from helpers.coding.claims.patterns import Hit
from helpers.coding.claims.sentences import Sentence, is_verb
from helpers.coding.claims.tokens import COMMAS
from helpers.foundation.dates import DateInterval
from helpers.foundation.records import Timex

NO_NEWS = "none: taken for known, not told as the news"
GOES_ON = "none: it goes on for long, and nothing says since when"
ONLY_AFTER = "none: only what came before it is dated"
BEFORE_THAT = "told by then: before what its sentence names"
# Acts of the codebook that take weeks or years: a page that reports them need not have seen them begin.
_LASTING = ("train", "produce", "permit", "deliver")
_NOT_MADE = ("denied", "postponed", "planned")
YEAR = re.compile(r"(?:19|20)\d\d")
_PLANNED_REACH = 3
_BEFORE_REACH = 5
# Words before and behind a paper among which a year is its own.
_YEAR_BEFORE, _YEAR_BEHIND = 5, 2
_TOLD = ("past", "pluperfect", "negated")


def is_taken_for_known(sentence: Sentence, draft: Draft) -> bool:
    """The memorandum that both signed is still secret; when they signed, ...: the sentence is about something else."""
    opening = sentence.opening_of(sentence.clause_of(draft.anchor))
    if draft.noun or draft.judgement.status in ("denied", "postponed"):
        return False
    if any(opening == 0 and c.first == 0 and c.last <= draft.hit.first for c in sentence.cues("when_where")):
        return True
    return is_attribute(sentence, draft)


def is_attribute(sentence: Sentence, draft: Draft) -> bool:
    """A relative clause or a participle right behind the paper only says which paper is meant."""
    paper = draft.paper.hit if draft.paper is not None else None
    if paper is None or paper.last > draft.hit.first or draft.anchor is not draft.hit:
        return False
    clause = sentence.clause_of(draft.hit)
    if clause != sentence.clause_of(paper):
        opening = sentence.opening_of(clause)
        led = any(0 <= c.first - opening <= 1 for c in sentence.cues("break", "break_after_comma"))
        between = sentence.tokens[opening : draft.hit.first]
        closed = any(t.norm in COMMAS for t in between) and any(
            opening <= t.first and t.last <= draft.hit.first and is_verb(t) for t in sentence.of("trigger")
        )  # the accord that frames these contacts, concluded in 2006, entered into force last year
        return led and opening - paper.last <= 1 and not closed
    between = sentence.tokens[paper.last : draft.hit.first]
    known = any(c.last == paper.first for c in sentence.cues("definite"))
    if not between:
        return known
    return draft.hit.entry.form == "participle" and [t.norm in COMMAS for t in between] == [True]


def is_of_an_older_year(sentence: Sentence, draft: Draft, published: DateInterval) -> bool:
    """A 2021 agreement, eine 2021 in Minsk unterzeichnete Vereinbarung, el acuerdo de 2021: no paper of the days of publication.

    The year stands in the words of the paper itself, before it without a comma or another event, or right behind it, and is over.
    """
    paper = draft.paper.hit if draft.paper is not None else None
    if paper is None or draft.kind != "agreement" or published.earliest is None:
        return False
    others = {
        i
        for t in sentence.of("trigger")
        if t is not draft.anchor and t is not draft.hit and t.entry.form != "noun"
        for i in t.spots
    }
    for i in range(max(paper.first - _YEAR_BEFORE, 0), min(paper.last + _YEAR_BEHIND, len(sentence.tokens))):
        norm = sentence.tokens[i].norm
        if not YEAR.fullmatch(norm) or int(norm) >= published.earliest.year or paper.first <= i < paper.last:
            continue
        between = range(i + 1, paper.first) if i < paper.first else range(paper.last, i)
        if all(sentence.tokens[k].is_word and k not in others for k in between):
            return True
    return False


def goes_on_for_long(draft: Draft) -> bool:
    """Has trained crews, delivers parts: an act of weeks or years, told by a verb."""
    return draft.key in _LASTING and not draft.noun


def comes_before(sentence: Sentence, draft: Draft) -> bool:
    """Before the trip they signed; ahead of the summit they held drills: only that it was over by then is said."""
    if comes_after(sentence, draft):
        return False
    clause = sentence.clause_of(draft.anchor)
    return any(
        sentence.clause_of(c) == clause and c.first not in (draft.hit.first, draft.anchor.first)
        for c in sentence.cues("ahead_of")
    )


def comes_after(sentence: Sentence, draft: Draft) -> bool:
    """Before the signing he toured two plants: when and where he did is not when and where they signed."""
    hit = draft.hit
    return draft.noun and any(
        0 <= hit.first - c.last <= 1 or c.first < hit.first < c.last for c in sentence.cues("ahead_of")
    )


def has_run_since(sentence: Sentence, draft: Draft) -> bool:
    """The plan, which runs out on 31 December, was signed in Minsk: what tells until when a paper holds takes its signing for known."""
    if draft.kind != "agreement" or draft.noun or draft.judgement.status in _NOT_MADE:
        return False
    paper = min((h.last for h in sentence.of("instrument")), default=len(sentence.tokens))
    if paper > draft.anchor.first:
        return False
    joins = sentence.cues("with")
    for term in sentence.cues("own_time"):
        if term.first < paper:
            continue
        if term.last <= draft.anchor.first or not any(
            draft.anchor.last <= c.first < term.first for c in joins
        ):
            return True
    return False


def is_only_before(sentence: Sentence, draft: Draft, timex: Timex) -> bool:
    """Will meet the minister before he leaves on Saturday: the day is that of leaving."""
    at = sentence.token_at(timex.start)
    return any(
        draft.anchor.last <= c.first
        and 0 < at - c.last <= _BEFORE_REACH
        and draft.hit.first < c.first
        and all(t.is_word for t in sentence.tokens[c.last : at])
        for c in sentence.cues("ahead_of")
    )


def year_of_paper(sentence: Sentence, at: int) -> Hit | None:
    """The agreement of 2007: the paper right before a year, or before "of" and the year; a plan of 2024 is one for that year."""
    if not any(
        sentence.token_at(t.start) == at and t.resolution == "explicit" and YEAR.fullmatch(t.value or "")
        for t in sentence.timexes
    ):
        return None
    of = [p.first for p in sentence.of("place") if p.entry.key == "from" and p.last == at]
    return next(
        (
            h
            for h in sentence.of("instrument")
            if h.last in (at, *of) and h.entry.key not in ("plan", "programme", "roadmap")
        ),
        None,
    )


def dates_paper(sentence: Sentence, at: int, draft: Draft) -> bool:
    """Repasó los acuerdos de marzo: "of" between a paper and the time says when the paper was made, not when it was talked of."""
    if (paper := year_of_paper(sentence, at)) is not None:
        signed = draft.key == "sign" and draft.paper is not None and draft.paper.hit is paper
        return not signed or draft.anchor.first < paper.first  # the memorandum of 2023, which both signed
    if draft.kind == "agreement":
        return False
    of = [p for p in sentence.of("place") if p.entry.key == "from" and p.last == at]
    return any(h.last == p.first for p in of for h in sentence.of("instrument"))


def is_time_of_plan(sentence: Sentence, timex: Timex, draft: Draft) -> bool:
    """Originally planned for March, the drill took place near Brest: what it had been planned for is not when it was."""
    if draft.judgement.polarity not in ("asserted", "historical") or draft.judgement.status == "postponed":
        return False
    first, last = sentence.token_at(timex.start), sentence.token_at(timex.end - 1) + 1
    for cue in sentence.cues("scheduled", "was_to"):
        ahead = 0 <= first - cue.last <= _PLANNED_REACH
        if not ahead and not 0 <= cue.first - last <= 1:
            continue
        end = max(last, cue.last)
        told = min(draft.hit.first, draft.anchor.first)
        if end <= told and any(t.norm in COMMAS for t in sentence.tokens[end:told]):
            return True
    return False


def counted_back_from(sentence: Sentence, drafts: Sequence[Draft]) -> dict[int, int]:
    """Two months after the sides signed, their ministers met on Monday: the signing, by its index, is not of Monday.

    With the offset of what is counted: a year passed on Tuesday since they signed; what stands before it dates the passing.
    """
    out: dict[int, int] = {}
    for timex in sentence.timexes:
        value = timex.value or ""
        if timex.type != "DURATION" or not value.startswith("P") or value.startswith("PT"):
            continue
        first, last = sentence.token_at(timex.start), sentence.token_at(timex.end - 1) + 1
        if any(c.first == last for c in sentence.cues("occasion_after")):  # imzaladıktan iki ay sonra
            out |= {i: timex.start for i, d in enumerate(drafts) if 0 <= first - d.anchor.last <= 1}
        elif any(0 <= c.first - last <= 1 for c in sentence.cues("occasion", "after", "break")):
            behind = [
                (min(d.hit.first, d.anchor.first), i) for i, d in enumerate(drafts) if d.hit.first > last
            ]
            out |= {i: timex.start for _, i in sorted(behind)[:1]}
    return out


def would_have_been(sentence: Sentence, draft: Draft) -> bool:
    """If it had been signed in May: a past tense in a clause that a word for "if" opens; which May, nothing says."""
    told = draft.judgement
    if (told.status, told.polarity) != ("planned", "hypothetical") or draft.anchor.entry.form not in _TOLD:
        return False
    opening = sentence.opening_of(sentence.clause_of(draft.anchor))
    return is_unreal(sentence, draft.anchor) or any(
        c.first - opening in (-1, 0, 1) or c.first == draft.anchor.last for c in sentence.cues("hypothetical")
    )
