"""What a pattern of names stands for, and which of two readings of the same words is kept."""

from __future__ import annotations

from dataclasses import dataclass

SLOT = frozenset({"_"})
# Which of two readings of the same words is kept; person is a full name, surname a surname alone.
PRIORITY = {
    "entity": 0, "block": 1, "person": 2, "role": 3, "counterpart": 3, "country": 4, "demonym": 5, "city": 6, "surname": 7,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Entry:
    """What a pattern stands for.

    Attributes:
        category: block, person, surname, entity, role, counterpart, country, demonym or city.
        id: code, id or office type.
        plural: True, False, or None when the form can be either (roles only).
        capital: True when the first word must begin with a capital letter on a page that has capitals.
        every: True when every long word must (titles of outlets made of ordinary words).
        block: True when the name must be in capitals throughout (ONT, TASS).
    """

    category: str
    id: str
    plural: bool | None = None
    capital: bool = True
    every: bool = False
    block: bool = False


# The words that may stand at each place of a pattern.
Slots = tuple[frozenset[str], ...]
