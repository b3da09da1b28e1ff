"""Who takes part in an event: people named in its clauses, by name or by office, and those told of before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from helpers.coding.claims.anaphora import Reference, people_told_of, settle_counterpart
from helpers.coding.claims.bystanders import countries_of
from helpers.coding.claims.contrast import people_set_right
from helpers.coding.claims.directory import Directory
from helpers.coding.claims.drafting import Draft
from helpers.coding.claims.narrative import Dated
from helpers.coding.claims.parties import Place
from helpers.coding.claims.received import heads_delegation
from helpers.coding.claims.scene import Scene
from helpers.coding.claims.sentences import Sentence
from helpers.coding.claims.speaking import speaker_who_acted
from helpers.coding.claims.spoken_of import without_mere_names
from helpers.coding.claims.tokens import COMMAS
from helpers.coding.claims.unnamed import visiting, visitors_told_of
from helpers.foundation.dates import DateInterval
from helpers.foundation.records import Mention

_LONGEST_TERM_PART = 366  # days


def both_holders(sentence: Sentence, mention: Mention, parties: Sequence[str]) -> Mention:
    """The presidents, both ministers: the office of either party; any other mention is given back as it is."""
    if mention.kind != "office" or len(parties) != 2 or len(mention.entities) != 1:
        return mention
    owner, _, office = mention.entities[0].partition(":")
    first, last = sentence.token_at(mention.start), sentence.token_at(mention.end - 1) + 1
    meant = any(c.first < last and first < c.last for c in sentence.cues("both_sides"))
    if owner != "*" or not meant:
        return mention
    return replace(mention, entities=tuple(f"{p}:{office}" for p in parties), countries=tuple(parties))


def find_actors(
    sentence: Sentence, draft: Draft, dated: Dated, parties: tuple[str, ...], attribution: tuple[str, ...],
    directory: Directory, scene: Scene, *, number: int, alone: bool, published: DateInterval, place: Place | None,
) -> tuple[tuple[str, ...], list[Mention]]:  # fmt: skip
    """Surnames of the people of the event, and their mentions: named in its clauses, by name or by office on that date.

    A counterpart and a pronoun stand for who was told of just before.
    """
    clauses = {sentence.clause_of(draft.hit), sentence.clause_of(draft.anchor)}
    people = [
        heads_delegation(sentence, m, parties) for m in sentence.mentions if m.kind in ("person", "office")
    ]
    near = [m for m in people if sentence.clause_at(m.start) in clauses] + _antecedent(
        sentence, draft, people
    )
    if draft.offered and alone:
        near = people
    wrong, right = people_set_right(sentence, people, denied=draft.judgement.status == "denied")
    near = [m for m in (*near, *(m for m in right if m not in near)) if m.start not in wrong]
    if len({c for m in near for c in countries_of(m)}) < 2:
        near = near + [m for m in _in_apposition(sentence, clauses, people) if m not in near]
    if not near and alone and (draft.offered or not sentence.cues("report", "according")):
        near = people
    when = dated.interval
    if when.is_unknown and draft.judgement.polarity != "historical":
        when = published
    if _is_short(dated.interval):
        near = [both_holders(sentence, m, parties) for m in near]
    ref = Reference(sentence, draft, parties, when, scene, number, directory)
    near = without_mere_names(ref, [settle_counterpart(ref, m, people) for m in near])
    near = [_predecessor(sentence, m, directory, published) for m in near if not _only_speaks(m, directory)]
    host = place.country if place is not None else None
    near = near + people_told_of(ref, near)
    if len(parties) == 2 and not any(ref.named(m) for m in near):
        near = near + visitors_told_of(ref, host)
    speaker = speaker_who_acted(ref, near, attribution)
    if speaker is not None:
        near = [*(m for m in near if m is not speaker), speaker]
    older = dated.older and dated.timex is not None
    names: list[str] = []
    taken: list[Mention] = []
    for m in near:
        if parties and countries_of(m) and not set(countries_of(m)) & set(parties):
            continue
        for surname in directory.surnames(m, when, older=older):
            told = surname in attribution and not draft.offered and m is not speaker
            if surname not in names and not (told and draft.kind != "consultation"):
                names.append(surname)
        taken.append(m)
    if len(parties) == 2:
        known = [m for m in taken if directory.surnames(m, when, older=older)]
        scene.name(known, number)
        if draft.key == "visit" and (came := visiting(known, host)):
            scene.visit = number, came
    return tuple(sorted(names)), taken


def _is_short(interval: DateInterval) -> bool:
    """Closed and no longer than a year, so that the holders of an office can be named."""
    low, high = interval.earliest, interval.latest
    return low is not None and high is not None and (high - low).days <= _LONGEST_TERM_PART


def _only_speaks(mention: Mention, directory: Directory) -> bool:
    """A spokesperson tells of what others do."""
    kinds = directory.kinds(mention, None)
    return bool(kinds) and all(k.endswith("spokesperson") for k in kinds)


def _predecessor(
    sentence: Sentence, mention: Mention, directory: Directory, published: DateInterval
) -> Mention:
    """The predecessor of somebody named: who held his office before him, told by the date of the event."""
    first, last = sentence.token_at(mention.start), sentence.token_at(mention.end - 1) + 1
    if mention.kind != "person" or len(mention.countries) != 1:
        return mention
    if not any(0 <= first - c.last <= 1 or 0 <= c.first - last <= 2 for c in sentence.cues("predecessor")):
        return mention
    return directory.counterpart(mention, mention.countries[0], published) or mention


def _antecedent(sentence: Sentence, draft: Draft, people: list[Mention]) -> list[Mention]:
    """Khatami, who received him: the person right before a relative clause takes part in it.

    Where the clause goes on behind a comma (A and B, who heads the committee, signed it) its verb is that of all of them.
    """
    clause = sentence.clause_of(draft.anchor)
    opening = sentence.opening_of(clause)
    goes_on = any(t.norm in COMMAS for t in sentence.tokens[opening + 1 : draft.anchor.first])
    if clause > 1 and sentence.tokens[opening].norm in COMMAS and not _is_relative(sentence, opening):
        clause, goes_on = clause - 1, True  # the minister, who heads ..., is to meet
        opening = sentence.opening_of(clause)
    if opening == 0 or not _is_relative(sentence, opening):
        return []
    told = any(sentence.clause_of(t) == clause - 1 and t.entry.form != "noun" for t in sentence.of("trigger"))
    if goes_on and not told:
        return [m for m in people if sentence.clause_at(m.start) == clause - 1]
    return [
        m
        for m in people
        if 0 <= opening - 1 - sentence.token_at(m.end - 1) <= 1 and sentence.clause_at(m.start) != clause
    ][:1]


def _is_relative(sentence: Sentence, opening: int) -> bool:
    """A word that opens a clause stands at its beginning, or right behind the comma there."""
    return any(c.first - opening in (0, 1, 2) for c in sentence.cues("break", "break_after_comma"))


def _in_apposition(sentence: Sentence, clauses: set[int], people: list[Mention]) -> list[Mention]:
    """The ministers signed it - Ashtiani and Khrenin: the next clause, where it tells of nothing else."""
    busy = {sentence.clause_of(t) for t in sentence.of("trigger")}
    following = max(clauses) + 1
    if following in busy or following > sentence.clause[-1]:
        return []
    opening = sentence.opening_of(following)
    if sentence.tokens[opening].is_word or any(
        0 <= c.first - opening <= 1 for c in sentence.cues("break", "break_after_comma")
    ):
        return []
    return [m for m in people if sentence.clause_at(m.start) == following]
