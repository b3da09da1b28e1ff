"""Sets of what accounts and events in the making say: equal ones held once, large ones grown in place."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from functools import lru_cache
from typing import TypeVar, cast

T = TypeVar("T")


class _Grown(set[str]):
    """The stories or articles of an event in the making: one set that grows, so that a large event costs no more a claim."""


def grown(ours: AbstractSet[str], theirs: AbstractSet[str]) -> AbstractSet[str]:
    """Both together; in place once `ours` is the set of an event, whose features before are not asked any more."""
    if theirs <= ours:
        return ours
    grown = ours if isinstance(ours, _Grown) else _Grown(ours)
    grown.update(theirs)
    return grown


def held_once(values: Iterable[T]) -> frozenset[T]:
    """The values as a set of which equal ones are mostly held once: accounts are many, and what they name is little."""
    return cast("frozenset[T]", _recent(frozenset(values)))


@lru_cache(maxsize=8192)
def _recent(values: frozenset[object]) -> frozenset[object]:
    return values


def union(ours: frozenset[T], theirs: frozenset[T]) -> frozenset[T]:
    """Both together; the first itself where it holds the second."""
    return ours if theirs <= ours else ours | theirs
