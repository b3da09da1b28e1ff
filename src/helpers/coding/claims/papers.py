"""The paper an event is about: its English name, how many, and whether it is an act of one country only."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from helpers.coding.claims.patterns import Hit
from helpers.coding.claims.sentences import Sentence

_REACH = 30
_NUMBER_REACH = 4
_QUALIFIER_REACH = 4
_SUBJECT_REACH, _ABOUT_REACH = 5, 6
_BOUGHT, _BOUGHT_REACH = ("deliver", "produce", "train"), 2  # what a contract is for, words before it
_TIES = (
    "cooperate",
    "deepen",
)  # as nouns they name the field of a paper (a memorandum on cooperation, a protocol)
_SOLE_REACH = 1  # words between "only" and the one
ONLY_ONE = "number.only one"
_ADJECTIVE = 1  # words between a number and the one paper it counts: iki askeri anlaşma
_MOST = 300  # papers of one occasion
_COLON_REACH = 4  # words from a colon to the paper


@dataclass(frozen=True, slots=True)
class Paper:
    """An instrument in a sentence.

    Attributes:
        hit: where it stands.
        name: English, lower case, with its qualifier.
        count: documents stated; 1 for a single named paper; None when no count is stated.
        domestic: what is signed is a law or decree of one country.
        others: further single papers in the same list.
        rules: lexicon rules that fired.
    """

    hit: Hit
    name: str
    count: int | None
    domestic: bool = False
    others: tuple[Paper, ...] = field(default=())
    rules: tuple[str, ...] = ()


def bind_papers(sentence: Sentence, trigger: Hit, *, verb_last: bool) -> Paper | None:
    """The paper the trigger speaks of: nearest in its clause, after it for active forms, before it for passive ones.

    Args:
        sentence: the sentence.
        trigger: a verb or noun of agreeing.
        verb_last: the language puts the object before the verb.
    """
    clause = sentence.clause_of(trigger)
    hits = [h for h in sentence.of("instrument") if not _overlaps(h, trigger)]
    inside = [h for h in hits if sentence.clause_of(h) == clause]
    before = [h for h in inside if h.last <= trigger.first and trigger.first - h.last <= _REACH]
    after = [h for h in inside if h.first >= trigger.last and h.first - trigger.last <= _REACH]
    passive = any(c.first == trigger.first for c in sentence.cues("passive"))  # twelve papers were signed
    prefers_before = verb_last or passive or trigger.entry.form == "participle"
    chosen: Hit | None
    if prefers_before:
        chosen = before[-1] if before else after[0] if after else None
    else:
        chosen = after[0] if after else before[-1] if before else None
    if chosen is None:
        overlapping = [h for h in sentence.of("instrument") if _overlaps(h, trigger)]
        chosen = overlapping[0] if overlapping else None
    if chosen is None:
        chosen = _behind_colon(sentence, clause, hits)
    if chosen is None:
        earlier = [h for h in hits if sentence.clause_of(h) == clause - 1 and h.last <= trigger.first]
        chosen = earlier[-1] if earlier else None
    domestic = [h for h in sentence.of("domestic") if sentence.clause_of(h) == clause]
    if domestic and (
        chosen is None
        or min(_gap(d, trigger) for d in domestic) < _gap(chosen, trigger)
        or any(d.first <= chosen.first and chosen.last <= d.last for d in domestic)
    ):
        return Paper(domestic[0], "law", None, domestic=True, rules=(domestic[0].entry.rule,))
    if chosen is None:
        return None
    side = [h for h in (before if chosen in before else after) if h is not chosen]
    others = tuple(
        _read_paper(sentence, h)
        for h in side
        if (h.entry.form == "one" and chosen.entry.form == "one" and h.entry.key != chosen.entry.key
        and _listed_together(sentence, chosen, h) and h.entry.key not in ("document", "plan")) or _is_listed_plan(sentence, chosen, h)
    )  # fmt: skip
    paper = _read_paper(sentence, chosen)
    return Paper(paper.hit, paper.name, paper.count, others=others[:3], rules=paper.rules)


def _behind_colon(sentence: Sentence, clause: int, hits: list[Hit]) -> Hit | None:
    """What was signed in Tehran: two protocols. The paper right behind the colon that closes the clause, None without one."""
    opening = sentence.opening_of(clause + 1)
    if opening >= len(sentence.tokens) or sentence.tokens[opening].norm != ":":
        return None
    return next((h for h in hits if 0 < h.first - opening <= _COLON_REACH), None)


def _is_listed_plan(sentence: Sentence, chosen: Hit, other: Hit) -> bool:
    return (
        other.entry.key == "plan" and other.entry.form == "one" and chosen.entry.form == "one"
        and chosen.entry.key != "plan" and _listed_together(sentence, chosen, other)
    )  # fmt: skip


def _overlaps(a: Hit, b: Hit) -> bool:
    return a.first < b.last and b.first < a.last


def _gap(a: Hit, b: Hit) -> int:
    return max(b.first - a.last, a.first - b.last, 0)


def _listed_together(sentence: Sentence, a: Hit, b: Hit) -> bool:
    """A list joins them: only few words, no verb, and an 'and' or comma right before the later one's article."""
    first, second = (a, b) if a.first < b.first else (b, a)
    between = sentence.tokens[first.last : second.first]
    if len(between) > 9 or any(
        first.last <= t.first < second.first and not (t.entry.form == "noun" and t.entry.key in _TIES)
        for t in sentence.of("trigger")
    ):
        return False
    if any(first.last <= c.first < second.first for c in sentence.cues("report")):
        return False  # the programme, the ministry says, belongs to the memorandum
    denials = (*sentence.cues("negation", "no"), *sentence.of("not_then"))
    if any(first.last <= c.first and 0 <= second.first - c.last <= 1 for c in denials):
        return False  # a memorandum, not a treaty
    joined = {i for c in sentence.cues("with") for i in range(c.first, c.last)}
    near = range(max(first.last, second.first - 4), second.first)
    return any(i in joined or sentence.tokens[i].norm in (",", "،") for i in near)


def _read_paper(sentence: Sentence, hit: Hit) -> Paper:
    rules = [hit.entry.rule]
    name = hit.entry.key
    qualifiers = [
        q for q in sentence.of("qualifier")
        if sentence.clause_of(q) == sentence.clause_of(hit)
        and (_overlaps(q, hit) or 0 <= hit.first - q.last <= 1 or 0 <= q.first - hit.last <= _QUALIFIER_REACH)
    ]  # fmt: skip
    if qualifiers and not name.startswith(qualifiers[0].entry.key):
        name = f"{qualifiers[0].entry.key} {name}"
        rules.append(qualifiers[0].entry.rule)
    count, rule = _count(sentence, hit)
    if rule:
        rules.append(rule)
    return Paper(hit, name, count, rules=tuple(rules))


def name_paper(sentence: Sentence, hit: Hit) -> Paper:
    """The paper an instrument names by itself, without a trigger that binds it."""
    return _read_paper(sentence, hit)


def _count(sentence: Sentence, hit: Hit) -> tuple[int | None, str]:
    """How many papers are stated: a number shortly before the name (or inside the pattern), else one for a single paper."""
    stated: tuple[int, int, str] | None = None
    for first, last, value, rule in _numbers(sentence, hit):
        many_of_one = value > 1 and hit.entry.form == "one" and hit.first - last > _ADJECTIVE
        if not many_of_one and (stated is None or first >= stated[0]) and _counts(sentence, first, last, hit):
            stated = (first, value, rule)
    if stated is not None and (stated[1] > 1 or hit.entry.form == "one"):
        only = stated[1] == 1 and _is_only(sentence, stated[0], hit)
        return stated[1], ONLY_ONE if only else stated[2]
    if any(0 <= hit.first - c.last <= _NUMBER_REACH for c in sentence.cues("indefinite")):
        return None, ""
    return (1, "") if hit.entry.form == "one" else (None, "")


def _numbers(sentence: Sentence, hit: Hit) -> Iterator[tuple[int, int, int, str]]:
    """Numbers shortly before a paper, or inside its name: first token, one past the last, value, rule."""
    for number in sentence.of("number"):
        if 0 <= hit.first - number.last <= _NUMBER_REACH:
            yield number.first, number.last, int(number.entry.key), number.entry.rule
    for i in range(max(0, hit.first - _NUMBER_REACH - 1), hit.last):
        norm = sentence.tokens[i].norm
        if norm.isdecimal() and len(norm) <= 3 and 0 < int(norm) < _MOST and not _is_dated(sentence, i):
            yield i, i + 1, int(norm), "number.digits"


def _is_only(sentence: Sentence, at: int, hit: Hit) -> bool:
    """Only one document, un seul document, tek belge: beside the number "one", or the number itself."""
    return any(
        at - _SOLE_REACH <= c.last <= hit.first and c.last >= at - _SOLE_REACH and c.first <= hit.first
        for c in sentence.of("sole")
    )


def _counts(sentence: Sentence, first: int, last: int, hit: Hit) -> bool:
    """The number counts the papers: no mark and no verb stand between, and it is not the two of "two countries".

    Nor does it count votes, rounds or pages: ratified with 187 votes the agreement.
    """
    if _mark_between(sentence, last, hit.first) or any(c.first == last for c in sentence.of("counted")):
        return False
    between = [t for t in sentence.of("trigger") if last <= t.first < hit.first]
    if any(t.last != hit.first or hit.entry.form == "one" for t in between):
        return False  # but in "two signed documents" the word for signing describes them
    low, high = sentence.tokens[last - 1].end, sentence.tokens[hit.first].start
    if any(
        low <= m.start < high and m.kind in ("organisation", "office", "country", "demonym")
        for m in sentence.mentions
    ):
        return False  # the memorandum of the two ministries
    return not any(c.first <= first < c.last for c in sentence.cues("both_sides"))


def _mark_between(sentence: Sentence, low: int, high: int) -> bool:
    return any(not t.is_word for t in sentence.tokens[low:high])


def _is_dated(sentence: Sentence, i: int) -> bool:
    """The number is part of a temporal expression."""
    token = sentence.tokens[i]
    return any(t.start < token.end and token.start < t.end for t in sentence.timexes)


def is_subject_of_paper(sentence: Sentence, hit: Hit) -> bool:
    """An agreement on mutual visits: the noun says what the paper is about, not what happened."""
    clause = sentence.clause_of(hit)
    bound = [t for t in sentence.of("trigger") if t.entry.form != "noun"]
    marks = sentence.cues("occasion")
    for paper in sentence.of("instrument"):
        if sentence.clause_of(paper) != clause or any(
            t.first <= paper.first < t.last and t.entry.key not in ("agree", "enter_force", "sign")
            for t in sentence.of("trigger")
        ):
            continue
        bought = hit.entry.key in _BOUGHT and paper.entry.key not in ("plan", "programme", "roadmap")
        if bought and any(
            c.first == paper.last and 0 <= hit.first - c.last <= _BOUGHT_REACH
            for c in sentence.of("what_for")
        ):
            return True  # a contract for the sale of drones
        for about in sentence.cues("about"):
            ahead = paper.last <= about.first and about.last <= hit.first
            behind = hit.last <= about.first and about.last <= paper.first
            low, high = (paper.last, hit.first) if ahead else (hit.last, paper.first)
            near = (
                (about.first - paper.last <= _ABOUT_REACH and hit.first - about.last <= _SUBJECT_REACH)
                if ahead
                else (behind and about.first - hit.last <= 1 and paper.first - about.last <= 3)
            )
            if (
                near and (ahead or behind)
                and not any(low <= v.first < high for v in bound)
                and not any(low <= m.first < high and m.last > about.last for m in marks)
            ):  # fmt: skip
                return True
    return False
