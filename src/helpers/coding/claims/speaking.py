"""Who says "we signed": somebody quoted who took part in what he tells of."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from helpers.coding.claims.bystanders import countries_of
from helpers.coding.claims.patterns import Hit
from helpers.coding.claims.sentences import Sentence
from helpers.foundation.records import Mention

if TYPE_CHECKING:
    from helpers.coding.claims.anaphora import Reference

_QUOTES = frozenset('"«»„“”‟「」')
_SPEAKERS = ("person", "office")


def is_quoted(sentence: Sentence, hit: Hit) -> bool:
    """A quotation is open where the trigger stands."""
    return sum(t.norm in _QUOTES for t in sentence.tokens[: hit.first]) % 2 == 1


def speaker_who_acted(
    ref: Reference, near: Sequence[Mention], attribution: tuple[str, ...]
) -> Mention | None:
    """ "On Monday we signed a protocol with Nasirzadeh", Khrenin said: the speaker, where the quotation names only the other side.

    Args:
        ref: the event.
        near: the people found so far.
        attribution: who says so.
    """
    if len(ref.parties) != 2 or not is_quoted(ref.sentence, ref.draft.hit):
        return None
    known = [m for m in near if ref.named(m) and m.start not in ref.sentence.sources]
    here = {c for m in known for c in countries_of(m)} & set(ref.parties)
    if len(here) != 1:
        return None
    (absent,) = set(ref.parties) - here
    own = [
        m for m in ref.sentence.mentions
        if m.kind in _SPEAKERS and m.start in ref.sentence.sources and countries_of(m) == (absent,) and ref.named(m)
    ]  # fmt: skip
    if own:
        return own[0]
    one = ref.scene.single_person(absent, ref.number)
    if one is None or not ref.in_office(one):
        return None
    said = set(ref.directory.surnames(one, ref.when)) & set(attribution)
    others = any(m.start in ref.sentence.sources and countries_of(m) for m in ref.sentence.mentions)
    bare = bool(ref.sentence.cues("report")) and not others and not attribution  # the minister said
    return one if said or bare else None


def is_told_by_other_side(sentence: Sentence, hit: Hit, parties: tuple[str, ...], before: set[str]) -> bool:
    """ "I met Nasirzadeh", the Belarusian minister said: quoted, one side named in it, the other the one who speaks."""
    if not is_quoted(sentence, hit):
        return False
    people = [m for m in sentence.mentions if m.kind in _SPEAKERS]
    met = {c for m in people if m.start not in sentence.sources for c in countries_of(m)} & set(parties)
    saying = {c for m in people if m.start in sentence.sources for c in countries_of(m)}
    if len(met) != 1 or not sentence.cues("report"):
        return False
    return bool((set(parties) - met) & (saying or before))
