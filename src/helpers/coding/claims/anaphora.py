"""People who are not named where they act: he, both ministers, his host, the minister, the predecessor of somebody."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from helpers.coding.claims.admission import acts_with_counterpart, meets_whom_was_told_of
from helpers.coding.claims.bystanders import countries_of
from helpers.coding.claims.directory import Directory
from helpers.coding.claims.drafting import Draft
from helpers.coding.claims.received import received_guest
from helpers.coding.claims.scene import Fits, Scene
from helpers.coding.claims.sentences import Sentence
from helpers.coding.claims.unnamed import (
    has_partner,
    person_by_word,
    person_of_origin,
    speaker_of_clause,
    unsaid_subject,
)
from helpers.foundation.dates import DateInterval
from helpers.foundation.records import Mention

_ACTS = ("consultation", "agreement", "cooperation")
_COUPLES = ("ministers", "presidents", "generals", "chiefs_of_staff")
_OF_TWO = ("invite", "call")
_COMMANDERS = (
    "chief-of-staff",
    "army-commander",
    "guards-commander",
    "air-force-commander",
    "defence-minister",
)


@dataclass(frozen=True, slots=True)
class Reference:
    """Where people are referred to: an event of a sentence, between two parties, with what is remembered.

    Attributes:
        sentence: the sentence.
        draft: the event.
        parties: the countries it is between.
        when: date for which offices are looked up.
        scene: the sentences before.
        number: of the sentence.
        directory: people and offices.
    """

    sentence: Sentence
    draft: Draft
    parties: tuple[str, ...]
    when: DateInterval
    scene: Scene
    number: int
    directory: Directory

    @property
    def clauses(self) -> set[int]:
        """The clauses of the event."""
        return {self.sentence.clause_of(self.draft.hit), self.sentence.clause_of(self.draft.anchor)}

    def told(self, *keys: str) -> bool:
        """A cue of these names stands in the clauses of the event."""
        return any(self.sentence.clause_of(c) in self.clauses for c in self.sentence.cues(*keys))

    def named(self, mention: Mention) -> bool:
        """The mention is of somebody who is known on that date."""
        return bool(self.directory.surnames(mention, self.when))

    def of_kind(self, kinds: frozenset[str]) -> Fits:
        """True for people and offices of one of some kinds."""

        def fits(mention: Mention) -> bool:
            return bool(self.directory.kinds(mention, self.when) & kinds)

        return fits

    def of_rank(self, vague: Mention) -> Fits | None:
        """True for ministers, where a word says minister without saying of what; None where it says less (leader)."""
        if not all(e.endswith(":minister") for e in vague.entities):
            return None
        return lambda m: any(k.endswith("minister") for k in self.directory.kinds(m, None))

    def in_office(self, mention: Mention) -> bool:
        """False for a person all of whose offices were held at other times: a past act is that of the holders of its time."""
        return not self.directory.kinds(mention, None) or bool(self.directory.kinds(mention, self.when))

    def single(self, country: str, fits: Fits | None = None) -> Mention | None:
        """The one person of a country told of before: earlier in the sentence, else in the sentences before."""
        people = [m for m in self._earlier() if countries_of(m) == (country,) and (fits is None or fits(m))]
        alone = {m.entities: m for m in people if m.kind == "person"} or {m.entities: m for m in people}
        if alone:
            one = next(iter(alone.values())) if len(alone) == 1 else None
        else:
            one = self.scene.single_person(country, self.number, fits)
        return one if one is not None and self.in_office(one) else None

    def subject_before(self, country: str) -> Mention | None:
        """Volfovich flew to Tehran, where he signed: the one person of a country named earlier in the sentence, if it goes on there."""
        s, first = self.sentence, min(self.clauses)
        opening = s.opening_of(first)
        there = any(0 <= c.first - opening <= 1 for c in s.cues("when_where"))
        there = there and not any(s.clause_of(c) < first for c in s.cues("report"))
        if self.draft.noun or not (there or any(s.clause_of(c) == first for c in s.cues("pronoun"))):
            return None
        people = {m.entities: m for m in self._earlier() if countries_of(m) == (country,)}
        persons = {k: m for k, m in people.items() if m.kind == "person"} or people
        one = next(iter(persons.values())) if len(persons) == 1 else None
        return one if one is not None and self.in_office(one) else None

    def later(self, country: str) -> Mention | None:
        """The one person of a country named further on in the sentence: asked his host to come, which Nasirzadeh accepted."""
        s, last = self.sentence, max(self.clauses)
        sent = [c.last for c in s.cues("message_of")]
        people = {
            m.entities: m
            for m in s.mentions
            if m.kind == "person"
            and countries_of(m) == (country,)
            and s.clause_at(m.start) > last
            and not any(0 <= s.token_at(m.start) - end <= 2 for end in sent)
        }
        one = next(iter(people.values())) if len(people) == 1 else None
        return one if one is not None and self.in_office(one) else None

    def both(self, fits: Fits | None = None) -> list[Mention]:
        """One person of each party, told of before; nobody where one of them did not hold an office then."""
        if self._earlier():
            each = [self.single(p, fits) for p in self.parties]
            if all(m is not None for m in each):
                return [m for m in each if m is not None]
        found = self.scene.both_people(self.parties, self.number, fits)
        return list(found) if all(self.in_office(m) for m in found) else []

    def _earlier(self) -> list[Mention]:
        """The people of the parties in the clauses before the event."""
        first = min(self.clauses)
        return [
            m
            for m in self.sentence.mentions
            if m.kind in ("person", "office")
            and self.sentence.clause_at(m.start) < first
            and set(countries_of(m)) & set(self.parties)
            and not is_vague(m)
        ]


def is_vague(mention: Mention) -> bool:
    """A minister, without saying of what: no other people than those told of."""
    return mention.kind == "office" and all(
        e.partition(":")[2] in ("minister", "leader") for e in mention.entities
    )


def people_told_of(ref: Reference, near: Sequence[Mention]) -> list[Mention]:
    """Who takes part without being named in the clauses of the event, beside those of `near` who are.

    Never more than one of each party, and nobody where two could be meant.
    """
    if len(ref.parties) != 2:
        return []
    known = [m for m in near if ref.named(m)]
    settled = _settle_by_name(ref, near, known)
    if settled:
        return settled + people_told_of(ref, [*known, *settled])
    here = {c for m in known for c in countries_of(m)} & set(ref.parties)
    bare = [m for m in near if _is_bare(m)]
    if not here:
        found = _both_sides(ref, [m for m in near if m in known or not is_vague(m)], bare)
        sides = {c for m in found for c in countries_of(m)}
        if bare and len(found) == len(sides) == 1 and sides < set(ref.parties):
            (absent,) = set(ref.parties) - sides
            other = _other_side(ref, absent, found, [*found, *bare], bare)
            return [*found, other] if other is not None else found
        return found
    if len(here) != 1:
        return []
    (absent,) = set(ref.parties) - here
    if (one := _other_of_couple(ref, absent, known)) is not None:
        return [one]
    for m in near:
        if not is_vague(m) or countries_of(m) != (absent,):  # Belaruslu bakan
            continue
        one = ref.single(absent, ref.of_rank(m))
        return [one] if one is not None else []
    one = _other_side(ref, absent, known, [m for m in near if m in known or not is_vague(m)], bare)
    return [one] if one is not None else []


def _settle_by_name(ref: Reference, near: Sequence[Mention], known: Sequence[Mention]) -> list[Mention]:
    """The Belarusian minister, the Iranian president on an open date: the one of that country told of before, by his office."""
    here = {c for m in known for c in countries_of(m)}
    out: dict[str, Mention] = {}
    for m in near:
        if m in known or m.kind != "office" or len(m.countries) != 1 or m.countries[0] not in ref.parties:
            continue
        (country,) = m.countries
        kinds = frozenset(e.partition(":")[2] for e in m.entities)
        one = ref.single(country, ref.of_rank(m)) if is_vague(m) else ref.single(country, ref.of_kind(kinds))
        if country not in here and one is not None and one.kind == "person" and ref.named(one):
            out[country] = one
    return list(out.values())


def _is_bare(mention: Mention) -> bool:
    """The defence minister, without saying of which country."""
    return mention.kind == "office" and all(e.startswith("*:") for e in mention.entities)


def _kinds(mentions: Sequence[Mention]) -> frozenset[str]:
    """The kinds of office that mentions of offices name."""
    return frozenset(e.partition(":")[2] for m in mentions if m.kind == "office" for e in m.entities)


def _couple(ref: Reference) -> tuple[Fits | None, str]:
    """Whom "both ministers", "the two generals" can mean, and the office they hold; (None, "") where nothing says it."""
    if ref.told("chiefs_of_staff"):
        return ref.of_kind(frozenset({"chief-of-staff"})), "chief-of-staff"
    if ref.told("presidents"):
        return ref.of_kind(frozenset({"president"})), "president"
    if ref.told("ministers"):
        return lambda m: any(k.endswith("minister") for k in ref.directory.kinds(m, ref.when)), ""
    if ref.told("generals"):
        return ref.of_kind(frozenset(_COMMANDERS)), ""
    return None, ""


def _other_of_couple(ref: Reference, absent: str, known: Sequence[Mention]) -> Mention | None:
    """Lukashenko had come in November 2006, and the two presidents signed: the other one by his office."""
    couple, office = _couple(ref)
    many = [c for c in ref.sentence.cues(*_COUPLES) if c.last - c.first > 1]  # not: the council of ministers
    if couple is None or not many or not any(couple(m) for m in known):
        return None
    if office and not ref.when.is_unknown:
        at = ref.sentence.start
        holder = Mention(at, at, "", "office", (f"{absent}:{office}",), (absent,), office)
        if ref.named(holder):
            return holder
    return ref.single(absent, couple)


def _both_sides(ref: Reference, near: Sequence[Mention], bare: Sequence[Mention]) -> list[Mention]:
    """They, both ministers: one of each side; the Iranian guest: the one of that side; he: the only one just named."""
    couple, office = _couple(ref)
    if couple is not None:
        kinds = _kinds(bare) or frozenset({office} if office else ())
        return _holders(ref, kinds) or ref.both(couple)
    if not near and (ref.told("both_people") or _is_theirs(ref)):
        return ref.both()
    if acts_with_counterpart(ref.draft, ref.sentence):
        of_two = ref.draft.key in _OF_TWO or ref.told("counterpart", "pronoun")
        if not near and of_two and (both := ref.both()):
            return both
        sides = {
            c
            for m in ref.sentence.mentions
            if m.kind == "demonym" and ref.sentence.clause_at(m.start) in ref.clauses
            for c in m.countries
        }
        guests = [m for p in ref.parties if p in sides and (m := ref.single(p)) is not None]
        if len(guests) == len(sides) == 1 and has_partner(ref):
            other = ref.single(next(p for p in ref.parties if p not in sides))
            return [*guests, other] if other is not None else guests
        return guests
    if bare and (kinds := _kinds(bare)):
        holders = [m for p in ref.parties if (m := ref.single(p, ref.of_kind(kinds))) is not None]
        return holders if len(holders) == 1 else []
    of_origin = [m for p in ref.parties if (m := person_of_origin(ref, p)) is not None]
    if of_origin:
        return of_origin
    if ref.told("pronoun"):
        one = speaker_of_clause(ref) or ref.scene.last_person(ref.number)
        fits = one is not None and set(countries_of(one)) <= set(ref.parties) and ref.in_office(one)
        return [one] if one is not None and fits else []
    one = person_by_word(ref, ref.parties) or unsaid_subject(ref)
    return [one] if one is not None else []


def _is_theirs(ref: Reference) -> bool:
    """Their meeting in Samarkand: of the two told of just before."""
    hit = ref.draft.hit
    return (
        ref.draft.noun
        and ref.draft.key in ("meet", "call")
        and any(
            0 <= hit.first - c.last <= 1 or 0 <= c.first - hit.last <= 1
            for c in ref.sentence.cues("possessive")
        )
    )


def _holders(ref: Reference, kinds: frozenset[str]) -> list[Mention]:
    """The defence ministers signed it in 2007: who held that office in both countries."""
    if len(kinds) != 1 or ref.when.is_unknown:
        return []
    (kind,) = kinds
    at = ref.sentence.start
    offices = [Mention(at, at, "", "office", (f"{p}:{kind}",), (p,), kind) for p in ref.parties]
    return offices if all(ref.named(o) for o in offices) else []


def _other_side(
    ref: Reference, absent: str, known: Sequence[Mention], near: Sequence[Mention], bare: Sequence[Mention]
) -> Mention | None:
    """Who stands for the other country, where those of one are named."""
    same = [m for m in near if (m.kind == "person" or len(m.entities) == 1) and m not in bare]
    if ref.told("predecessor") and (found := _his_predecessor(ref, absent, known)) is not None:
        return found
    if ref.told("counterpart") and len(same) == 1:
        found = ref.directory.counterpart(same[0], absent, ref.when)
        if found is not None and ref.named(found):
            return found
    if kinds := _kinds(bare):
        if (holder := ref.single(absent, ref.of_kind(kinds))) is not None:
            return holder
        meets = ref.told("counterpart", "host") or (ref.draft.key == "meet" and ref.draft.kind in _ACTS)
        if (
            meets
            and len(kinds) == 1
            and not any(kinds & ref.directory.kinds(m, None) for m in known if m.kind == "person")
        ):
            office = replace(bare[0], entities=(f"{absent}:{next(iter(kinds))}",), countries=(absent,))
            if ref.named(office):
                return office
    if (of_origin := person_of_origin(ref, absent)) is not None:
        return of_origin
    if acts_with_counterpart(ref.draft, ref.sentence):
        offices = frozenset(k for m in known for k in ref.directory.kinds(m, ref.when))
        return ref.later(absent) or ref.single(absent) or ref.single(absent, ref.of_kind(offices))
    if ref.draft.key == "meet" and meets_whom_was_told_of(
        ref.draft, ref.sentence, ref.parties, ref.scene.countries
    ):
        return ref.single(absent)
    return (
        _pronoun_before(ref, absent, known)
        or ref.subject_before(absent)
        or person_by_word(ref, (absent,))
        or received_guest(ref, absent)
    )


def _his_predecessor(ref: Reference, absent: str, known: Sequence[Mention]) -> Mention | None:
    """It was his predecessor who met Mokhber: who held before him the office of the one told of."""
    beside = any(
        0 <= ref.sentence.token_at(m.start) - c.last <= 1
        for c in ref.sentence.cues("predecessor")
        for m in known
    )
    one = None if beside else ref.single(absent)
    if one is None:
        return None
    kinds = ref.directory.kinds(one, None) & frozenset(
        k for m in known for k in ref.directory.kinds(m, None)
    ) or ref.directory.kinds(one, None)
    offices = [replace(one, kind="office", entities=(f"{absent}:{k}",)) for k in sorted(kinds)]
    held = {n for o in offices for n in ref.directory.surnames(o, ref.when)} - set(
        ref.directory.surnames(one, ref.when)
    )
    return (
        next((o for o in offices if set(ref.directory.surnames(o, ref.when)) == held), None)
        if len(held) == 1
        else None
    )


def _pronoun_before(ref: Reference, absent: str, known: Sequence[Mention]) -> Mention | None:
    """He invited Khrenin: he is who was told of last of the other side."""
    if ref.draft.kind not in _ACTS or ref.draft.noun:
        return None
    s = ref.sentence
    said = [c for c in s.cues("pronoun") if s.clause_of(c) in ref.clauses]
    people = [m for m in s.mentions if m.kind in ("person", "office") and countries_of(m)]
    if not said or any(s.token_at(m.start) < said[0].first for m in people):
        return None
    return ref.single(absent)


def settle_counterpart(ref: Reference, mention: Mention, people: Sequence[Mention]) -> Mention:
    """His counterpart, where several offices could be meant: that which the other one held on the date."""
    s = ref.sentence
    if mention.kind != "office" or len(mention.entities) < 2 or len(mention.countries) != 1:
        return mention
    first, last = s.token_at(mention.start), s.token_at(mention.end - 1) + 1
    if not any(c.first < last and first < c.last for c in s.cues("counterpart")):
        return mention
    others = [m for m in people if m.kind == "person" and countries_of(m) != mention.countries]
    held = frozenset(k for m in others for k in ref.directory.kinds(m, ref.when))
    kept = tuple(e for e in mention.entities if e.partition(":")[2] in held)
    return replace(mention, entities=kept) if kept else mention
