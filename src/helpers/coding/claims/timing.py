"""The dates of the events of one sentence: by the expressions it owns, else by narrated time, which it then carries on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from helpers.coding.claims.compound import counts_from, read_together
from helpers.coding.claims.counted_on import date_what_followed, tells_outcome
from helpers.coding.claims.dating import (
    IS_FOR_YEAR,
    PAST_FORMS,
    TOLD_AFTER_PAGE,
    either_week,
    is_long,
    nearest_reading,
    rechain,
    resolve,
)
from helpers.coding.claims.day_spans import are_close, days_of_stay, days_of_visit, span
from helpers.coding.claims.drafting import Draft
from helpers.coding.claims.framing import widen_to_frame
from helpers.coding.claims.narrative import (
    OF_AN_OLDER_TIME,
    Dated,
    Narrative,
    date_without_expression,
)
from helpers.coding.claims.owning import (
    assign_timexes,
    share_when_and_where,
    share_within_clause,
    usable_timexes,
)
from helpers.coding.claims.parties import Place
from helpers.coding.claims.presupposed import (
    BEFORE_THAT,
    GOES_ON,
    NO_NEWS,
    ONLY_AFTER,
    comes_after,
    comes_before,
    counted_back_from,
    goes_on_for_long,
    has_run_since,
    is_of_an_older_year,
    is_only_before,
    is_taken_for_known,
    would_have_been,
)
from helpers.coding.claims.sentences import Sentence
from helpers.coding.claims.telling import Background, Plan, Telling
from helpers.coding.claims.told_beforehand import is_told_beforehand
from helpers.coding.claims.told_entries import is_told_undone
from helpers.foundation.dates import DateInterval
from helpers.foundation.records import Timex

_PLAN_REACH = 7  # tokens between "was to" and the time
_NOT_DONE = ("denied", "postponed", "rumoured")
_COUNTED_REACH = 8  # tokens between "the day after" and the day it counts from
_PARTING = (":", ";")


@dataclass(frozen=True, slots=True)
class Setting:
    """Where and between whom an event is, and whether it belongs into the tables."""

    place: Place | None
    parties: tuple[str, ...]
    how: str
    kept: bool


def date_events(
    sentence: Sentence,
    drafts: list[Draft],
    set_in: Sequence[Setting],
    narrative: Narrative,
    *,
    number: int,
    is_lead: bool,
    verb_last: bool = False,
) -> list[Dated]:
    """The dates of the events of a sentence, in their order; narrated time goes on by what it tells.

    Args:
        sentence: what is read.
        drafts: its events.
        set_in: the setting of each.
        narrative: narrated time, changed by it.
        number: of the sentence, in reading order.
        is_lead: it belongs to the lead or is the headline.
        verb_last: the verb ends its clause in this language.
    """
    owned, reported = assign_timexes(sentence, drafts, verb_last=verb_last)
    telling = _telling(sentence, number, owned, reported, narrative, is_lead=is_lead)
    out = [Dated() for _ in drafts]
    usable = usable_timexes(sentence)
    counted = counted_back_from(sentence, drafts)
    owned = {i: t for i, t in owned.items() if not _dates_passing(sentence, drafts[i], t, counted.get(i))}
    for i, own in owned.items():
        timex = _planned_for(sentence, drafts[i], usable) or own
        if (day_after := _counted_from(sentence, timex, drafts)) is not None:
            out[i] = Dated(basis="unresolved: counted from what the sentence dates", timex=day_after)
            continue
        together = read_together(timex, usable, sentence)
        read = rechain(together, sentence, narrative, telling.people)
        meant = widen_to_frame(drafts[i], read, sentence, narrative)
        if is_told_beforehand(sentence, drafts[i], timex, meant, usable, narrative):
            basis = f"{timex.resolution} expression: the day it was planned for"
            out[i] = Dated(meant.interval, basis, timex, ahead=True)
        elif would_have_been(sentence, drafts[i]):
            out[i] = Dated(
                basis="unresolved: what would have been may lie before or after publication", timex=timex
            )
        elif _was_to_happen(sentence, drafts[i]):
            planned = either_week(meant, narrative)
            out[i] = Dated(planned, f"{timex.resolution} expression: the day it was planned for", timex)
        else:
            out[i] = resolve(drafts[i], meant, narrative, since=_goes_on_since(sentence, drafts[i], timex))
        if out[i].ahead and drafts[i].anchor.entry.form in PAST_FORMS:
            # a past tense and a year to come: the year belongs to something else; a day to come: no reading is safe
            out[i] = Dated() if is_long(timex) else Dated(basis=TOLD_AFTER_PAGE, timex=timex)
        elif out[i].basis == IS_FOR_YEAR:
            out[i] = Dated()  # signed the plan for next year: when it was signed is told elsewhere
        if is_only_before(sentence, drafts[i], timex):
            out[i] = _by_then(out[i], drafts[i], narrative)
        if out[i].interval.is_day and drafts[i].key == "visit" and _is_since(sentence, timex):
            lasting = narrative.bound_past(DateInterval(out[i].interval.earliest, None))
            out[i] = replace(out[i], interval=lasting or out[i].interval, basis=f"{out[i].basis}, since then")
        if meant is not read:
            out[i] = replace(out[i], older=True)
        if drafts[i].judgement.polarity == "asserted":
            out[i] = narrative.between_days(out[i])
    for i, draft in enumerate(drafts):
        later = next((t for t in usable if i not in owned and counts_from(t, draft, sentence)), None)
        if later is not None:
            out[i] = Dated(basis="unresolved: something else is counted from it", timex=later)
    out = share_within_clause(sentence, drafts, out, owned)
    out = share_when_and_where(sentence, drafts, out, owned)
    long_before = counted.keys() - owned.keys()
    followed = date_what_followed(sentence, drafts, counted, owned, narrative)
    for i in sorted(range(len(drafts)), key=lambda i: i not in owned):
        draft = drafts[i]
        if i in followed:
            out[i] = followed[i]
        elif i not in owned and comes_after(sentence, draft):
            out[i] = Dated(basis=ONLY_AFTER)
        elif i in long_before:
            ends = [d.interval.latest for j, d in enumerate(out) if j not in long_before]
            by = max((day for day in ends if day is not None), default=narrative.published.latest)
            out[i] = Dated(DateInterval(None, by), BEFORE_THAT)
        elif out[i].timex is None and sentence.entry is not None and _is_of_entry(draft, sentence):
            out[i] = _of_entry(draft, sentence.entry, narrative)
        elif out[i].timex is None and _is_live_news(sentence, draft):
            out[i] = Dated(narrative.published, "entry of a live page")
        elif out[i].timex is None and has_run_since(sentence, draft):
            out[i] = Dated(basis=NO_NEWS)
        elif out[i].timex is None and _tells_on(drafts, owned, out, i):
            out[i] = Dated(basis=OF_AN_OLDER_TIME)
        elif out[i].timex is None:
            out[i] = date_without_expression(
                draft,
                narrative,
                replace(telling, known=_is_known(sentence, draft, narrative)),
                parties=set_in[i].parties,
            )
            if out[i].interval.latest is not None and comes_before(sentence, draft):
                out[i] = replace(
                    out[i], interval=DateInterval(None, out[i].interval.latest), basis=BEFORE_THAT
                )
        if set_in[i].kept:
            _carry_on(draft, out[i], set_in[i], narrative, telling)
    note_plan(sentence, drafts, out, narrative, number)
    return out


def _dates_passing(sentence: Sentence, draft: Draft, timex: Timex, since: int | None) -> bool:
    """On Tuesday a year had passed since they signed: a day in another clause, before what is counted."""
    apart = sentence.clause_at(timex.start) != sentence.clause_of(draft.anchor)
    return since is not None and timex.start < since and apart


def _tells_on(drafts: Sequence[Draft], owned: Mapping[int, Timex], dated: Sequence[Dated], i: int) -> bool:
    """A month earlier a protocol was signed, and a day after that both held a drill: not the time of the news."""
    before = [j for j in owned if j != i and drafts[j].anchor.last <= drafts[i].anchor.first]
    nearest = max(before, key=lambda j: drafts[j].anchor.first, default=None)
    if nearest is None or not owned[nearest].rule.startswith("chain-"):
        return False
    return dated[nearest].older or drafts[nearest].judgement.polarity == "historical"


def _is_live_news(sentence: Sentence, draft: Draft) -> bool:
    """What an entry of a live page tells as having happened, by no noun alone and with nothing that puts it before."""
    told = draft.judgement.polarity == "asserted" and draft.judgement.status in (
        "discussed",
        "signed",
        "held",
    )
    return (
        sentence.live
        and told
        and not comes_before(sentence, draft)
        and not is_taken_for_known(sentence, draft)
    )


def _is_of_entry(draft: Draft, sentence: Sentence) -> bool:
    return draft.judgement.status not in _NOT_DONE or is_told_undone(draft, sentence)


def _of_entry(draft: Draft, entry: Timex, narrative: Narrative) -> Dated:
    """What an entry of a chronicle tells happened at the date it opens with; what it thinks possible has no date."""
    if draft.judgement.polarity == "hypothetical":
        return Dated()
    dated = resolve(draft, entry, narrative)
    return replace(dated, basis=f"{dated.basis} at the head of the entry")


def _planned_for(sentence: Sentence, draft: Draft, usable: Sequence[Timex]) -> Timex | None:
    """Was to be held in March, and was dragged on into autumn: the first time behind "was to" is the one planned for."""
    if not _was_to_happen(sentence, draft):
        return None
    clause = sentence.clause_of(draft.anchor)
    for cue in sentence.cues("was_to"):
        behind = (t for t in usable if 0 <= sentence.token_at(t.start) - cue.last <= _PLAN_REACH)
        first = next(behind, None) if sentence.clause_of(cue) == clause else None
        if first is not None:
            return first
    return None


def _by_then(dated: Dated, draft: Draft, narrative: Narrative) -> Dated:
    """What comes before a day: at the latest on it, and what is announced not before publication."""
    low = narrative.published.earliest if draft.judgement.polarity == "future" else None
    last = dated.interval.latest
    if last is None or (low is not None and low > last):
        return dated
    return replace(dated, interval=DateInterval(low, last), basis=f"{dated.basis}, at the latest")


def _is_known(sentence: Sentence, draft: Draft, narrative: Narrative) -> str | None:
    """Why an event that nothing dates is no news of the day, None when it may be."""
    if is_of_an_older_year(sentence, draft, narrative.published):
        return NO_NEWS
    if narrative.date is not None or draft.judgement.polarity != "asserted":
        return None
    if is_taken_for_known(sentence, draft):
        return NO_NEWS
    return GOES_ON if goes_on_for_long(draft) else None


def _counted_from(sentence: Sentence, timex: Timex, drafts: Sequence[Draft]) -> Timex | None:
    """The day after the arrival, which was on Monday: the expression that counts from the one at hand, None if there is none.

    "Three weeks earlier, on 20 August" only says the same twice.
    """
    at = sentence.token_at(timex.start)
    for other in sentence.timexes:
        if other.end > timex.start or not other.rule.startswith("chain-"):
            continue
        first = sentence.token_at(other.end - 1) + 1
        words = sum(t.is_word for t in sentence.tokens[first:at])
        told = any(first <= d.anchor.first < at and not d.noun for d in drafts)
        told |= any(
            t.norm in _PARTING for t in sentence.tokens[first:at]
        )  # only a week later: on 10 October they
        if 1 < words < at - first <= _COUNTED_REACH and not told:
            return replace(other, earliest=None, latest=None, weekday=None)
    return None


def _is_since(sentence: Sentence, timex: Timex) -> bool:
    """There since Sunday: on the visit from then on, and it may last until publication."""
    at = sentence.token_at(timex.start)
    return any(c.last == at for c in sentence.cues("since"))


def _goes_on_since(sentence: Sentence, draft: Draft, timex: Timex) -> bool:
    """Trains there since Monday: a present tense, and a word for since right before the weekday behind it."""
    at = sentence.token_at(timex.start)
    return (
        draft.anchor.entry.form == "present" and timex.resolution in ("weekday", "year from context") and at >= draft.anchor.last
        and any(c.last == at for c in sentence.cues("since"))
    )  # fmt: skip


def _carry_on(draft: Draft, dated: Dated, setting: Setting, narrative: Narrative, telling: Telling) -> None:
    """What happened goes into narrated time, as background or as news."""
    judgement = draft.judgement
    ours = setting.parties == narrative.parties or not narrative.parties
    if ours and judgement.polarity in ("asserted", "historical") and not dated.interval.is_unknown:
        narrative.acts[draft.key] = dated.interval, narrative.sentences_read
    if draft.key == "visit" and telling.lasts > 1:
        noun = draft.noun and draft.anchor.entry.key != "visit"
        telling = replace(
            telling,
            beside=(*telling.beside, *days_of_visit(dated.interval, telling.lasts, noun=noun)),
        )
    to_come = judgement.polarity in ("future", "hypothetical") and not dated.passed
    if judgement.status in ("denied", "postponed") or to_come:
        return
    if not dated.same_day and (judgement.polarity == "historical" or dated.older):
        told = [
            dated.interval,
            *(d for d in telling.beside if telling.lasts and are_close(d, dated.interval)),
        ]
        narrative.background = Background(span(told), telling.people, telling.sentence, telling.of_two)
    elif not dated.ahead and not dated.interval.is_unknown:
        narrative.tell(dated, draft.kind, setting.parties, telling)
    elif telling.is_lead and dated.interval.is_unknown:
        narrative.led_undated = True


def _was_to_happen(sentence: Sentence, draft: Draft) -> bool:
    """Was to visit in August: a plan as seen later, which may lie on either side of publication."""
    clause = sentence.clause_of(draft.anchor)
    told = any(sentence.clause_of(c) == clause for c in sentence.cues("was_to"))
    return told and draft.judgement.status == "planned" and draft.judgement.polarity == "future"


def note_plan(
    sentence: Sentence, drafts: Sequence[Draft], dates: Sequence[Dated], narrative: Narrative, number: int
) -> None:
    """Remember the time something was planned for, for the next sentence: it was put off, it was called off."""
    for draft, dated in zip(drafts, dates, strict=True):
        if draft.judgement.status == "planned" and not dated.interval.is_unknown:
            narrative.plan = Plan(dated.interval, number)
            return
    for cue in sentence.cues("was_to"):
        for timex in usable_timexes(sentence):
            gap = sentence.token_at(timex.start) - cue.last
            if 0 <= gap <= _PLAN_REACH and sentence.clause_at(timex.start) == sentence.clause_of(cue):
                narrative.plan = Plan(nearest_reading(timex, narrative), number)
                return


def _telling(
    sentence: Sentence,
    number: int,
    owned: Mapping[int, Timex],
    reported: Timex | None,
    narrative: Narrative,
    *,
    is_lead: bool,
) -> Telling:
    usable = usable_timexes(sentence)
    loose = [t for t in usable if t is not reported and t not in owned.values() and t.interval.is_day]
    past = [narrative.bound_past(t.interval) for t in loose]
    said_on = None
    if reported is not None and not reported.interval.is_unknown:
        said_on = narrative.bound_past(reported.interval)
    return Telling(
        number,
        sentence.passage,
        is_lead=is_lead and sentence.role != "title",
        is_title=sentence.role == "title",
        people=frozenset(
            m.entities[0] for m in sentence.mentions if m.kind == "person" and len(m.entities) == 1
        ),
        said_on=said_on,
        then=any(sentence.opens_clause(c) for c in sentence.cues("then")),
        outcome=tells_outcome(sentence),
        there=any(p.entry.key == "there" for p in sentence.of("place")),
        both=bool(sentence.cues("both_people")),
        countries=frozenset(
            c for m in sentence.mentions if m.kind == "person" and len(m.entities) == 1 for c in m.countries
        ),
        lasts=days_of_stay(sentence),
        of_two=len({c for m in sentence.mentions if m.kind in ("person", "office") for c in m.countries}) > 1,
        hours=not usable and _lasted_hours(sentence.timexes),
        beside=tuple(d for d in past if d is not None),
        recalled=narrative.background,
    )


def _lasted_hours(timexes: Iterable[Timex]) -> bool:
    return any(t.type == "DURATION" and (t.value or "").startswith("PT") for t in timexes)


def open_invitation(draft: Draft, dated: Dated) -> Dated:
    """An invitation that nothing dates: made in narrated time, to something later that it may be dated by as well."""
    if draft.key != "invite" or dated.timex is not None or dated.interval.earliest is None:
        return dated
    open_end = DateInterval(dated.interval.earliest, None)
    return replace(dated, interval=open_end, basis="narrated time, or what is invited to")
