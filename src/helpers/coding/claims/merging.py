"""What the sentences of one article say together: twins merged, what one leaves out taken from where it is told again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace

from helpers.coding.claims.day_spans import stated_before
from helpers.coding.claims.drafting import Draft
from helpers.coding.claims.narrative import OF_AN_OLDER_TIME, Dated
from helpers.coding.claims.parties import Place
from helpers.coding.claims.sentences import Sentence
from helpers.foundation.dates import DateInterval


@dataclass(frozen=True, slots=True)
class Found:
    """A claim with the offsets of the text it was found in, before it gets its identifiers.

    Attributes:
        sentence: where it stands.
        draft: event, status, polarity, paper.
        parties: ISO 3166 alpha-3, sorted.
        explicit: the sentence itself says who they are.
        actors: canonical surnames, sorted.
        place: where, or None.
        dated: when.
        attribution: who says so, outermost last.
        defence: yes, no or unclear.
        areas: fields named, sorted.
        rules: lexicon rules that fired.
        own_fields: the areas stand in its own sentence, not in one that says later what the paper covers.
    """

    sentence: Sentence
    draft: Draft
    parties: tuple[str, ...]
    explicit: bool
    actors: tuple[str, ...]
    place: Place | None
    dated: Dated
    attribution: tuple[str, ...]
    defence: str
    areas: tuple[str, ...]
    rules: tuple[str, ...]
    own_fields: bool = True


def merge_twins(found: list[Found]) -> list[Found]:
    """One claim an event and sentence: talks, meeting and visit of one sentence are one consultation."""
    out: list[Found] = []
    for f in found:
        twin = None
        for k in range(len(out) - 1, -1, -1):
            if out[k].sentence is not f.sentence:
                break
            if _is_twin(out[k], f):
                twin = k
        if twin is None:
            out.append(f)
        else:
            out[twin] = _united(out[twin], f)
    return out


def merge_returns(found: list[Found]) -> list[Found]:
    """After the conversation, during the visit: a meeting told of just before and named again in passing is no second one.

    Named in passing is what stands as a noun behind a word of occasion, without a day, people or place of its own.
    """
    out: list[Found] = []
    for f in found:
        before = next(
            (
                k
                for k in range(len(out) - 1, max(-1, len(out) - 1 - _RETURN_CLAIMS), -1)
                if _returns_to(f, out[k])
            ),
            None,
        )
        if before is None:
            out.append(f)
        else:
            out[before] = _united(out[before], f)
    return out


def _returns_to(f: Found, told: Found) -> bool:
    if told.sentence is f.sentence or f.sentence.role == "title" or told.sentence.role == "title":
        return False
    if not 0 <= f.sentence.start - told.sentence.end <= _RETURN_REACH:
        return False
    ja, jb = told.draft.judgement, f.draft.judgement
    if (
        f.draft.kind != "consultation"
        or told.draft.kind != "consultation"
        or f.parties != told.parties
        or "invite" in (f.draft.key, told.draft.key) or f.draft.offered or told.draft.offered
    ):  # fmt: skip
        return False
    if (ja.status, ja.polarity, jb.status, jb.polarity) == ("planned", "future") * 2:
        return _is_its_end(f, told)  # the visit will last two days: the one just announced
    if (
        ja.polarity != "asserted"
        or jb.polarity != "asserted"
        or ja.status not in _DONE
        or jb.status != "discussed"
    ):
        return False
    if _receives_who_came(f, told) or _is_its_end(f, told):
        return True
    came = told.draft.key == "visit" and not _receives(told)
    passing = f.draft.noun and f.draft.anchor is f.draft.hit and (f.draft.key == "visit" or not came)
    if not passing or f.dated.timex is not None or not set(f.actors) <= set(told.actors):
        return False
    return f.place is None or told.place is None or f.place.name == told.place.name


def _receives(told: Found) -> bool:
    return any(told.draft.hit.first <= c.first < told.draft.hit.last for c in told.sentence.cues("receives"))


def _receives_who_came(f: Found, told: Found) -> bool:
    """On Thursday the minister received him: right behind his arrival, by people of the country he came to."""
    hit = f.draft.hit
    if f.draft.key != "visit" or told.draft.key != "visit" or f.draft.noun or told.place is None:
        return False
    if not any(
        -1 <= c.first - hit.last <= 0 or -1 <= hit.first - c.last <= 0 or hit.first <= c.first < hit.last
        for c in f.sentence.cues("it")
    ):
        return False
    return all(m.countries[:1] == (told.place.country,) for m in f.sentence.mentions if m.countries)


def _is_its_end(f: Found, told: Found) -> bool:
    """The visit ended on Tuesday, the talks lasted three hours: of those just told of, where nobody is named."""
    if not f.draft.noun or f.draft.anchor.entry.key != "hold" or f.draft.key not in (told.draft.key, "visit"):
        return False
    if any(m.kind != "city" for m in f.sentence.mentions if m.start not in f.sentence.sources):
        return False
    place = f.place is None or told.place is None or f.place.name == told.place.name
    return place and (told.dated.timex is None or told.dated.interval.intersect(f.dated.interval) is not None)


def _is_twin(a: Found, b: Found) -> bool:
    if a.sentence is not b.sentence or a.draft.kind != b.draft.kind or a.parties != b.parties:
        return False
    ja, jb = a.draft.judgement, b.draft.judgement
    if (ja.status, ja.polarity, a.draft.offered, a.draft.refused) != (
        jb.status,
        jb.polarity,
        b.draft.offered,
        b.draft.refused,
    ):
        return False
    if a.dated.timex is not None and b.dated.timex is not None and a.dated.timex != b.dated.timex:
        return False
    pa, pb = a.draft.paper, b.draft.paper
    if pa is not None and pb is not None and pa.hit != pb.hit:
        return False
    if a.place is not None and b.place is not None and a.place.name != b.place.name:
        return False
    met, seen = set(a.actors), set(b.actors)
    couple = max(len(met), len(seen)) >= len(a.parties)  # one clause says who met whom
    if (
        couple
        and met - seen
        and seen - met
        and a.sentence.clause_of(a.draft.anchor) != b.sentence.clause_of(b.draft.anchor)
    ):
        return False  # saw the minister twice, and on Sunday the president received him
    if "invite" in (a.draft.key, b.draft.key) or a.draft.kind == "cooperation":
        return a.draft.key == b.draft.key
    return not _see_others(a, b)


def _see_others(a: Found, b: Found) -> bool:
    """Met the speaker, and on Wednesday the president received him: told by two verbs, each with people and one with a day of its own."""
    if a.draft.noun or b.draft.noun or (a.dated.timex is None) == (b.dated.timex is None):
        return False
    clauses = a.sentence.clause_of(a.draft.anchor), b.sentence.clause_of(b.draft.anchor)
    first, second = (
        {
            m.entities
            for m in a.sentence.mentions
            if m.kind in ("person", "office") and a.sentence.clause_at(m.start) == clause
        }
        for clause in clauses
    )
    return clauses[0] != clauses[1] and bool(first) and bool(second) and not first & second


def _united(a: Found, b: Found) -> Found:
    dated = b.dated if a.dated.timex is None and b.dated.timex is not None else a.dated
    draft = a.draft
    if draft.paper is None and b.draft.paper is not None:
        draft = replace(draft, paper=b.draft.paper)
    if draft.mode is None and b.draft.mode is not None:
        draft = replace(draft, mode=b.draft.mode)
    return replace(
        a, draft=draft, dated=dated, place=a.place or b.place, actors=tuple(sorted({*a.actors, *b.actors})),
        explicit=a.explicit or b.explicit, areas=tuple(sorted({*a.areas, *b.areas})),
        defence=max(a.defence, b.defence, key=["no", "unclear", "yes"].index), rules=tuple(dict.fromkeys((*a.rules, *b.rules))),
    )  # fmt: skip


def settle_article(found: list[Found]) -> list[Found]:
    """What the article says of an event in one place holds where it says it again.

    Titles and leads take date and place from the sentence that gives them; a paper called again "the agreement"
    without fields is about what it was about.
    """
    out = []
    lead = min((f.sentence.passage for f in found if f.sentence.role != "title"), default=0)
    alike: dict[tuple[object, ...], list[Found]] = {}
    scenes_of: dict[tuple[object, ...], dict[str, Place]] = {}
    for f in found:
        if len(group := alike.setdefault(_likeness(f), [])) < _ALIKE:
            group.append(f)
        if f.place is not None and _is_told_as_done(f) and f.draft.judgement.status in _DONE:
            scenes_of.setdefault((f.parties, f.dated.interval), {})[f.place.name] = f.place
    for number, told in enumerate(found):
        f = _with_paper_before(told, found[number - 1]) if number else told
        j = f.draft.judgement
        same = [g for g in alike[_likeness(f)] if g is not f and _same_paper(f, g) and _may_be_one(f, g)]
        first = f.sentence.role in ("title", "lead") or f.sentence.passage <= lead
        again = [
            g for g in same
            if g.draft.key == f.draft.key and _same_place(f, g) and (first or g.sentence.start < f.sentence.start)
        ]  # fmt: skip
        dated = next((g for g in again if g.dated.timex and not g.dated.interval.is_unknown), None)
        if dated is None and f.sentence.role == "title":
            known = [g for g in same if not g.dated.interval.is_unknown]
            dated = next((g for g in known if g.dated.timex is not None), next(iter(known), None))
        told_first = j.polarity == "asserted" or (j.polarity == "future" and f.sentence.role == "title")
        if dated is not None and f.dated.timex is None and told_first and f.dated.basis != OF_AN_OLDER_TIME:
            met = f.dated.interval.intersect(dated.dated.interval)
            here = dated.draft.noun and dated.sentence.passage in (f.sentence.passage, lead)
            if met is None and here and (f.sentence.role == "title" or f.dated.basis == "news of the day"):
                met = stated_before(f.dated.interval, dated.dated.interval)
            if met is not None:
                f = replace(f, dated=Dated(met, "narrated time: dated where the page tells it again"))
        if (
            f.place is None
            and f.draft.key != "call"
            and j.polarity == "asserted"
            and f.draft.kind in ("agreement", "consultation")
        ):
            named = {g.place.name: g.place for g in same if g.place is not None}
            if len(named) == 1 and not f.draft.offered:
                f = replace(f, place=next(iter(named.values())))
        if f.place is None and _is_of_the_news(f):
            scenes = scenes_of.get((f.parties, f.dated.interval), {})
            if len(scenes) == 1:
                f = replace(f, place=next(iter(scenes.values())))
        if (
            f.defence == "no"
            and not (f.areas and f.own_fields)
            and f.sentence.role != "title"
            and f.draft.kind == "agreement"
        ):
            covered = [g for g in same if g.defence != "no"]
            if covered:
                f = replace(f, defence=covered[0].defence)
        out.append(f)
    return out


def carry_defence(found: list[Found], is_civil: Callable[[Found], bool]) -> list[Found]:
    """In an article that opens with defence and speaks of little else, an event without a field of its own is of defence too.

    Not where its sentence names civil people or bodies, and not where the article names other fields as often.

    Args:
        found: claims of the article, those of the body first.
        is_civil: whether the sentence of a claim names civil people or bodies.
    """
    body = [f for f in found if f.sentence.role != "title"]
    opening = next(
        (f for f in sorted(body, key=lambda f: f.sentence.start) if f.draft.kind in _SHARING_DEFENCE), None
    )
    if opening is None or opening.defence != "yes":
        return found
    same = [f for f in body if f.parties == opening.parties]
    civil = sum(f.defence == "no" and bool(f.areas) for f in same)
    if civil * 2 >= sum(f.defence == "yes" for f in same):
        return found
    return [
        replace(f, defence="yes")
        if f.defence == "no"
        and not f.areas
        and f.parties == opening.parties
        and f.draft.kind in _SHARING_DEFENCE
        and not is_civil(f)
        else f
        for f in found
    ]


def _with_paper_before(f: Found, before: Found) -> Found:
    """The text had been signed in March: the paper of the sentence before, at another stage of its life.

    Name, number and defence are taken over where the sentence names no paper of its own, or only "the document", and
    no field.
    """
    a, b = f.draft, before.draft
    paper = b.paper
    follows = (
        0 <= f.sentence.start - before.sentence.end <= _NEXT_SENTENCE and before.sentence.role != "title"
    )
    if (
        not follows
        or a.kind != "agreement"
        or b.kind != "agreement"
        or paper is None
        or paper.count != 1
        or paper.others
        or f.areas
        or f.defence == "yes"
        or not set(f.parties) <= set(before.parties)
    ):
        return f
    if a.judgement.status not in ("signed", "agreed") or b.judgement.status not in ("ratified", "in force"):
        return f
    if a.paper is not None:
        new = f.sentence.cues("indefinite") or a.paper.count != 1
        if new or a.paper.name not in ("document", "agreement", paper.name):
            return f
        if a.paper.name == paper.name and a.paper.name != "agreement":
            paper = a.paper
    return replace(
        f, draft=replace(a, paper=paper), defence=before.defence, areas=before.areas, own_fields=False
    )


_SHARING_DEFENCE = ("agreement", "consultation", "cooperation")
_VISIT = dt.timedelta(days=7)
_NEXT_SENTENCE = 3  # blanks and a line break
_RETURN_REACH = 200  # characters: a sentence may stand between
_RETURN_CLAIMS = 4  # claims looked back at
_DONE = ("signed", "discussed", "agreed", "held")
_ALIKE = 40  # statements of one kind that are compared with each other; a page of a thousand stays linear


def _likeness(f: Found) -> tuple[object, ...]:
    return f.draft.kind, f.parties, f.draft.judgement.status, f.draft.judgement.polarity, f.draft.offered


def _is_of_the_news(f: Found) -> bool:
    """Done, in narrated time, with the talks or visit the article tells of: it happened there too."""
    return (
        f.draft.kind in ("agreement", "consultation") and f.draft.key != "call"
        and f.draft.judgement.status in _DONE and _is_told_as_done(f)
        and (f.dated.basis == "narrated time" or f.sentence.entry is not None)
    )  # fmt: skip


def _is_told_as_done(f: Found) -> bool:
    """The news, or what an entry of a chronicle tells."""
    return f.draft.judgement.polarity == "asserted" or (
        f.sentence.entry is not None and f.draft.judgement.polarity == "historical"
    )


def _may_be_one(a: Found, b: Found) -> bool:
    """Neither date nor people tell the two apart; a guest is received by several hosts, but within days."""
    if _are_within_days(a.dated.interval, b.dated.interval):
        return True
    if a.dated.interval.intersect(b.dated.interval) is None:
        return False
    return not (a.actors and b.actors) or bool(set(a.actors) & set(b.actors))


def _are_within_days(a: DateInterval, b: DateInterval) -> bool:
    if a.earliest is None or a.latest is None or b.earliest is None or b.latest is None:
        return False
    return max(a.latest, b.latest) - min(a.earliest, b.earliest) <= _VISIT


def _same_place(a: Found, b: Found) -> bool:
    return a.place is None or b.place is None or a.place.name == b.place.name


def _same_paper(a: Found, b: Found) -> bool:
    pa, pb = a.draft.paper, b.draft.paper
    return (
        pa is None
        or pb is None
        or pa.name.startswith(pb.name)  # a memorandum, a memorandum of understanding
        or pb.name.startswith(pa.name)
        or "document" in (pa.name, pb.name)
        or "agreement" in (pa.name, pb.name)
    )
