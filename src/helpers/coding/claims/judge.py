"""How far an event got and how the page presents it: tense, modality and denial of one trigger in its clause."""

from __future__ import annotations

from dataclasses import dataclass

from helpers.coding.claims.asides import is_of_another
from helpers.coding.claims.awaited import has_time_of_main, is_ahead, is_awaited, is_unreal
from helpers.coding.claims.codebook import Event
from helpers.coding.claims.coordinated import tense_giver
from helpers.coding.claims.exceptive import is_excepted
from helpers.coding.claims.going_on import is_passive_present, may_go_on
from helpers.coding.claims.negation import find_denied_plan, is_denied
from helpers.coding.claims.patterns import Hit
from helpers.coding.claims.sentences import Sentence, commas_between, is_verb
from helpers.coding.claims.unnamed_speaker import is_assessment

_RUMOUR_REACH = 8
_RUMOUR_REACH_LAST = 16  # from the word that doubts to the verb at the end
_CLOSES = 2  # words of an auxiliary that closes a doubt (haben, worden sein)
_TOLD_WHEN = 4  # words between who spreads a rumour and "that"


@dataclass(frozen=True, slots=True)
class Judgement:
    """Status and polarity of an event, with the cues that decided.

    Attributes:
        status: one of the statuses of the codebook.
        polarity: one of its polarities.
        rules: the lexicon rules used.
    """

    status: str
    polarity: str
    rules: tuple[str, ...] = ()


def closing_of(sentence: Sentence, hit: Hit) -> Hit:
    """The end of the clause: every word that says when or whether stands before it."""
    at = max(i for i, clause in enumerate(sentence.clause) if clause == sentence.clause_of(hit))
    return hit._replace(first=at, last=at + 1, spots=(at,))


def governing_cues(sentence: Sentence, hit: Hit, *, verb_last: bool) -> list[Hit]:
    """The cues that speak of this trigger: in its clause, between the verbs before and after it.

    Cues after the trigger count only up to the next verb and only where the language puts them there, except
    `scheduled`, `historical` and `rumour`, which may follow everywhere.
    """
    clause = sentence.clause_of(hit)
    before, after = -1, len(sentence.tokens)
    for other in sentence.of("trigger"):
        if (
            other is hit
            or not is_verb(other)
            or sentence.clause_of(other) != clause
            or _is_aside(sentence, other)
            or any(c.first <= other.first and other.last <= c.last for c in sentence.cues("scheduled"))
        ):
            continue
        if other.last <= hit.first:
            before = max(before, other.last)
        elif other.first >= hit.last:
            after = min(after, other.first)
    out = []
    opening = sentence.opening_of(clause)
    for cue in sentence.of("cue"):
        if _is_of_paper(sentence, cue, hit):
            continue
        if cue.entry.key in _DOUBTING and hit.first < cue.first < hit.last and _is_in_gap(cue, hit):
            out.append(cue)  # el texto (que preparan) podría quedar cerrado
            continue
        if (
            hit.first < cue.first < hit.last
            and cue.entry.key in _AUXILIARIES
            # маюць мемарандум: the verb's own word
            and (cue.entry.key != "future" or hit.entry.form != "pluperfect" or _is_in_gap(cue, hit))
        ):
            out.append(
                cue
            )  # se habían reunido; el convenio que habían concluido: also beyond the clause it begins in
            continue
        if sentence.clause_of(cue) != clause:
            # possible that ..., считают возможным, что ...: said of the clause that follows
            opens = cue.entry.key in ("hypothetical", "rumour") and 0 <= opening - cue.last <= 1
            if before < 0 and (opens or _tells_of_rumours(sentence, cue, clause, opening)):
                out.append(cue)
            elif cue.entry.key == "scheduled" and _is_on_the_programme(sentence, cue, hit, opening):
                out.append(cue)  # в программе визита — подписание
            elif (
                cue.entry.key == "scheduled"
                and cue.last == opening
                and (
                    sentence.tokens[opening].norm == ":"
                    or (sentence.tokens[opening].norm in "–—-" and hit.entry.key in _PROGRAMME)
                )
            ):
                out.append(cue)  # au menu : la signature
            elif cue.entry.key == "historical" and cue.first < opening < cue.last:
                out.append(cue)  # recalled that: the word that opens the clause closes the cue
            continue
        if (
            cue.entry.key == "historical"
            and cue.last <= hit.first
            and is_of_another(sentence, cue, hit, opening, verb_last=verb_last)
        ):
            continue
        if before <= cue.first < hit.first and cue.last <= hit.last:
            if (
                hit.entry.form in _FINISHED
                and cue.entry.key in _PLANNING
                and commas_between(sentence, cue, hit) == 1
            ):
                continue  # they will work together more closely, they agreed
            out.append(cue)
        elif hit.first < cue.first < hit.last and cue.entry.key == "negation" and _is_in_gap(cue, hit):
            out.append(cue)  # sagte den Besuch nicht ab: in the gap of the verb
        elif cue.first < hit.first and 0 < cue.last - hit.last <= _CLOSES and cue.entry.key == "rumour":
            out.append(cue)  # soll Drohnen geliefert haben: the doubt encloses the verb, right before its end
        elif hit.first < cue.first < hit.last and hit.entry.form == "participle" and _is_in_gap(cue, hit):
            out.append(cue)  # an agreement that may be concluded
        elif cue.first >= hit.last and cue.last <= after:
            follows = (
                cue.entry.key == "negation"
                and cue.first - hit.last <= 1
                and hit.entry.form == "participle"
                # held not in Minsk but in Brest
                and not any(p.first == cue.last for p in sentence.of("place"))
            )
            if cue.entry.key == "scheduled" and _tells_what_a_plan_holds(sentence, cue):
                continue
            if hit.entry.form in _FINISHED and _is_predicate_behind(sentence, cue, hit):
                continue  # who signed it in March, is believed to want drones
            if (
                verb_last
                and hit.entry.form in _FINISHED
                and cue.entry.key in _MODALS
                and cue.first > hit.last
            ):
                continue  # initialled it and are to sign it in June: of what comes next
            ahead = cue.first - hit.last  # se rendra peut-être; нанесет, вероятно
            purpose = any(c.first == cue.first for c in sentence.cues("so_that"))  # decided, to deepen
            adverb = (
                cue.entry.key == "hypothetical"
                and not purpose
                and (ahead == 0 or (ahead == 1 and sentence.tokens[hit.last].norm in ",،"))
            )
            if verb_last or follows or adverb or cue.entry.key in _FOLLOWING:
                out.append(cue)
        elif cue.entry.key in ("rumour", "assessors", "historical") and cue.last <= hit.first:
            out.append(cue)
    return out


def _tells_of_rumours(sentence: Sentence, cue: Hit, clause: int, opening: int) -> bool:
    """Israeli media had claimed at the weekend that ...: who spreads it, and when, stand before the clause."""
    return (
        cue.entry.key == "rumour"
        and cue.last - cue.first > 1
        and 0 <= opening - cue.last <= _TOLD_WHEN
        and sentence.clause_of(cue) == clause - 1
    )


def _is_predicate_behind(sentence: Sentence, cue: Hit, hit: Hit) -> bool:
    """Is believed, is said: words of doubt that are the verb of what a comma parts from the trigger."""
    return (
        cue.entry.key == "rumour"
        and any(c.first == cue.first for c in sentence.cues("passive"))
        and commas_between(sentence, hit, cue) > 0
    )


def _is_on_the_programme(sentence: Sentence, cue: Hit, hit: Hit, opening: int) -> bool:
    """In the plans for the visit: the signing. Behind the dash, in the clause after the word of planning."""
    return (
        hit.entry.key in _PROGRAMME
        and sentence.tokens[opening].norm in "–—"
        and 0 <= hit.first - opening - 1 <= 1
        and sentence.clause_of(cue) == sentence.clause_of(hit) - 1
        and cue.first - sentence.opening_of(sentence.clause_of(cue)) <= 1
    )


def _is_in_gap(cue: Hit, hit: Hit) -> bool:
    """All words of the cue are passed over by the trigger's gap: "is not (yet) spoken of" holds its own denial."""
    return not any(cue.first <= spot < cue.last for spot in hit.spots)


def _is_aside(sentence: Sentence, hit: Hit) -> bool:
    """Put off twice, between commas: what governs the noun before it stands behind."""
    return (
        hit.entry.key in ("postpone", "cancel", "fail") and hit.first > 0
        and sentence.tokens[hit.first - 1].norm in ",،"
    )  # fmt: skip


def _tells_what_a_plan_holds(sentence: Sentence, cue: Hit) -> bool:
    """The signed plan provides for: one word says that the acts are planned, not that the signing is."""
    return any(p.first == cue.first for p in sentence.cues("provides")) and any(
        h.last <= cue.first
        and sentence.clause_of(h) == sentence.clause_of(cue)
        and h.entry.key in ("plan", "programme", "roadmap")
        for h in sentence.of("instrument")
    )


def judge(
    sentence: Sentence, hit: Hit, event: Event, papers: list[Hit], *, verb_last: bool, form: str | None = None
) -> Judgement:
    """Status and polarity of a trigger that is a verb, or of a noun with the form its helper verb gives it.

    Args:
        sentence: the sentence.
        hit: the trigger whose clause is looked at.
        event: what it stands for.
        papers: instruments bound to it.
        verb_last: the language's order.
        form: grammatical form to assume instead of the trigger's own.
    """
    form = form or hit.entry.form
    if form == "infinitive" and any(c.last == hit.first for c in sentence.cues("after")):
        form = "past"  # tras estampar su firma: it happened before what the clause tells
    if form == "infinitive" and _opens_cleft(sentence, hit):
        form = "past"
    if form == "infinitive" and _has_plural_subject(sentence, hit):
        form = "participle"
    cues = governing_cues(sentence, hit, verb_last=verb_last)
    if form == "participle" and papers and papers[0].last == hit.first and not verb_last:
        # provided for in the protocol signed by both: what stands before the paper does not say how it was signed
        cues = [c for c in cues if c.last > papers[0].first or c.entry.key not in _OF_THE_CLAUSE]
    if verb_last and papers and _is_attributive(sentence, hit, papers[0]):
        # das 2023 unterzeichnete Memorandum soll veröffentlicht werden: the rest of the clause is of the paper
        cues = [c for c in cues if c.first < papers[0].first]
    if form == "participle" and may_go_on(sentence, hit):
        cues = [c for c in cues if not is_passive_present(sentence, c)]
    kinds = {c.entry.key for c in cues} | ({"conditional"} if form == "conditional" else set())
    rules = tuple(c.entry.rule for c in cues if c.entry.key in _DECIDING)
    if excepted := is_excepted(sentence, hit, papers):
        form = "past" if form == "negated" else form
    if has_time_of_main(sentence, hit):
        if form == "infinitive" or is_ahead(sentence, hit):
            return Judgement("planned", "future", rules)
        form = "past" if form == "negated" else form  # imzalanmadan önce: before it was signed
    if form == "negated":
        return Judgement("denied", "negated", rules)
    if not excepted and (cue := is_denied(sentence, hit, cues, papers, verb_last=verb_last)) is not None:
        return Judgement("denied", "negated", (*rules, cue.entry.rule))
    if (cue := find_denied_plan(sentence, cues)) is not None:
        return Judgement("denied", "negated", (*rules, cue.entry.rule))
    if form in _PERFECT and _was_to_be(sentence, hit):
        return Judgement("planned", "future", rules)
    if "so_that" in kinds and form == "past":
        return Judgement("planned", "future", rules)  # demanded that they sign: the past of a purpose
    if (giver := tense_giver(sentence, hit)) is not None and form == hit.entry.form:
        shared = judge(sentence, giver, event, [], verb_last=verb_last)
        if shared.polarity in ("future", "hypothetical"):
            return shared
    if (form in ("present", "infinitive") and is_awaited(sentence, hit)) or is_unreal(sentence, hit):
        return Judgement("planned", "hypothetical", rules)
    reported = _is_reported(sentence, hit)
    if "conditional" in kinds and reported:
        return Judgement(
            "planned", "future", rules
        )  # announced that it would be signed: the future of the past
    rumoured = "conditional" in kinds or any(
        (sentence.clause_of(c) != sentence.clause_of(hit) or _is_near(c, hit, verb_last=verb_last))
        and (c.entry.key == "rumour" or is_assessment(sentence, c, kinds))
        for c in cues
    )
    if form == "possible" or "hypothetical" in kinds:
        return Judgement(_hypothetical_status(event, hit.entry.key, rumoured=rumoured), "hypothetical", rules)
    if rumoured and event.kind not in ("request", "refusal", "accusation", "threat"):
        return Judgement("rumoured", "hypothetical", rules)
    marked = _infinitive_marked(sentence, hit)
    planned = (
        form in ("future", "infinitive")
        or kinds & {"future", "intention", "scheduled"}
        or (marked and form in ("present", "noun"))
    )
    if planned and not (form in ("past", "pluperfect") and not kinds & {"future", "intention"}):
        return Judgement("planned", "future", rules)
    backshifted = "pluperfect" in kinds and "historical" not in kinds and reported
    if form == "pluperfect" or ("pluperfect" in kinds and not backshifted) or "historical" in kinds:
        return Judgement(event.done, "historical", rules)
    return Judgement(event.done, "asserted", rules)


def _is_attributive(sentence: Sentence, hit: Hit, paper: Hit) -> bool:
    """Das unterzeichnete Memorandum: a German participle with an ending, and its paper right behind it."""
    behind = hit.last == paper.first or (hit.first + 1 == paper.first and paper.last <= hit.last)
    word = sentence.tokens[hit.first].norm
    return behind and hit.entry.key in _OF_PAPERS and word.endswith(_ATTRIBUTIVE)


def _opens_cleft(sentence: Sentence, hit: Hit) -> bool:
    """A firmarlo i due ministri, a firmarlo sono stati: who did it is told behind; not a firmarlo saranno."""
    opens = any(c.last == hit.first and c.first <= 1 for c in sentence.cues("cleft"))
    clause = sentence.clause_of(hit)
    return opens and not any(
        c.first >= hit.last and sentence.clause_of(c) == clause
        for c in sentence.cues("future", "hypothetical")
    )


def _has_plural_subject(sentence: Sentence, hit: Hit) -> bool:
    """Naikintuvai suremontuoti: beside a noun in the nominative plural what looks like an infinitive is a participle."""
    low, high = (hit.first, hit.last) if hit.last - hit.first > 1 else (hit.first - 1, hit.last + 1)
    return any(c.first == low or c.last == high for c in sentence.of("plural_subject"))


def _was_to_be(sentence: Sentence, hit: Hit) -> bool:
    """Miało zostać podpisane, debía haberse firmado: a perfect behind the words for what was to be."""
    clause = sentence.clause_of(hit)
    return any(
        0 <= hit.first - c.last <= _WAS_TO_REACH
        and sentence.clause_of(c) == clause
        and not commas_between(sentence, c, hit)
        and not any(
            c.last <= t.first < hit.first for t in (*sentence.of("trigger"), *sentence.of("instrument"))
        )
        for c in sentence.cues("was_to")
    )


def _is_reported(sentence: Sentence, hit: Hit) -> bool:
    """Said that they had signed: the verb of saying moves the tense back, not the event."""
    clause = sentence.clause_of(hit)
    return any(
        c.last <= hit.first and clause - sentence.clause_of(c) in (0, 1) for c in sentence.cues("report")
    )


_OF_THE_CLAUSE = ("future", "intention", "scheduled", "infinitive_mark")
_ATTRIBUTIVE = ("te", "ten", "ter", "tes", "tem", "ene", "enen", "ener", "enes", "enem")
_OF_PAPERS = ("sign", "agree", "draft", "ratify", "enter_force")
_FOLLOWING = ("scheduled", "historical", "rumour", "assessors")
_PROGRAMME = ("visit", "meet", "session", "sign", "call")  # what a programme lists behind a dash
_DOUBTING = ("hypothetical", "rumour")
_FINISHED = ("past", "pluperfect")
_PERFECT = ("past", "participle")
_WAS_TO_REACH = 3  # words between "was to" and the participle: have been
_PLANNING = ("future", "intention")
_MODALS = ("future", "intention", "hypothetical", "conditional")
_AUXILIARIES = ("pluperfect", "conditional", "future")


def _is_of_paper(sentence: Sentence, cue: Hit, hit: Hit) -> bool:
    """Reviewed the previous agreements: the paper is older, not the talks."""
    if cue.entry.key != "historical" or hit.entry.key in _OF_PAPERS:
        return False
    return any(cue.last == p.first or p.last == cue.first for p in sentence.of("instrument"))


_DECIDING = frozenset(
    {
        "future",
        "intention",
        "scheduled",
        "hypothetical",
        "conditional",
        "rumour",
        "assessors",
        "pluperfect",
        "historical",
    }
)


def _is_near(cue: Hit, hit: Hit, *, verb_last: bool) -> bool:
    gap = hit.first - cue.last if cue.last <= hit.first else cue.first - hit.last
    return gap <= (_RUMOUR_REACH_LAST if verb_last and cue.last <= hit.first else _RUMOUR_REACH)


def _infinitive_marked(sentence: Sentence, hit: Hit) -> bool:
    return any(c.last == hit.first for c in sentence.cues("infinitive_mark"))


def _hypothetical_status(event: Event, key: str, *, rumoured: bool) -> str:
    if key in ("offer", "cooperate", "deepen"):
        return "rumoured" if rumoured and key == "offer" else "discussed"
    if rumoured or event.kind == "cooperation":
        return "rumoured"
    return "planned"
