"""People who are named and take no part: whose message it is, who held the office before, the office beside a name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from helpers.coding.claims.bystanders import countries_of
from helpers.coding.claims.sentences import Sentence
from helpers.coding.claims.tokens import COMMAS
from helpers.foundation.records import Mention

if TYPE_CHECKING:
    from helpers.coding.claims.anaphora import Reference


def without_mere_names(ref: Reference, people: Sequence[Mention]) -> list[Mention]:
    """Without those only spoken of: who held the office before whom, whose message it is, the office beside the name."""
    s = ref.sentence
    persons = [m for m in people if m.kind == "person"]
    kept = []
    for m in people:
        first, last = s.token_at(m.start), s.token_at(m.end - 1) + 1
        if m.kind == "office" and len(m.countries) == 1 and any(_apposed(s, m, p) for p in persons):
            continue
        if any(0 <= first - c.last <= 2 for c in s.cues("message_of")):
            continue
        if m.kind == "person" and _has_predecessor(s, m, first, last, persons):
            continue
        kept.append(m)
    return kept


def _apposed(s: Sentence, office: Mention, person: Mention) -> bool:
    """His colleague Viktor Khrenin: the office is that of the name right behind it."""
    if countries_of(office) != countries_of(person) or office.start > person.start:
        return False
    between = s.tokens[s.token_at(office.end - 1) + 1 : s.token_at(person.start)]
    return len(between) <= 1 and not any(t.is_word for t in between) and all(t.norm != "," for t in between)


def _has_predecessor(s: Sentence, m: Mention, first: int, last: int, persons: Sequence[Mention]) -> bool:
    """Nasirzadeh's predecessor Ashtiani; Ashtiani, the predecessor of Nasirzadeh: Nasirzadeh takes no part."""
    others = [p for p in persons if p is not m and countries_of(p) == countries_of(m)]
    for c in s.cues("predecessor"):
        if _gap(s, last, c.first, 2) and any(
            _gap(s, c.last, s.token_at(p.start), 3, comma=s.tokens[c.last].norm in COMMAS) for p in others
        ):
            return True
        before = any(
            _gap(s, s.token_at(p.end - 1) + 1, c.first, 3, comma=True)
            and not _gap(s, s.token_at(p.end - 1) + 1, c.first, 3)
            for p in others
        )
        behind = any(_gap(s, last, s.token_at(p.start), 2, comma=True) for p in others)
        if _gap(s, c.last, first, 2) and (before or behind):
            return True
    return False


def _gap(s: Sentence, left: int, right: int, most: int, *, comma: bool = False) -> bool:
    """One token follows the other within so many others, no comma among them unless it may be."""
    if not 0 <= right - left <= most:
        return False
    return comma or not any(t.norm in (",", "،") for t in s.tokens[left:right])
