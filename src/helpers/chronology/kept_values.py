"""Values of the chronology's records as JSON can hold them, and back: the same type, the same order, equal ones held once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from helpers.foundation.cache import Cache
from helpers.foundation.dates import DateInterval

_PLAIN = (str, int, float, bool, type(None))


def tell_value(value: Any) -> Any:
    """A value as JSON can hold it: a list begins with its kind.

    Raises:
        TypeError: of a kind that would not come back as it was.
    """
    if isinstance(value, _PLAIN):
        return value
    if isinstance(value, DateInterval):
        low, high = value.earliest, value.latest
        return ["days", low.isoformat() if low else None, high.isoformat() if high else None, value.weekday]
    if isinstance(value, frozenset | tuple) and all(isinstance(part, _PLAIN) for part in value):
        return ["set", *sorted(value)] if isinstance(value, frozenset) else ["list", *value]
    raise TypeError(f"{value!r} cannot be kept")


@dataclass(slots=True)
class Values:
    """Reads what `tell_value` told; equal words, days and sets are held once, however many records share them."""

    _held: dict[Any, Any] = field(default_factory=dict)

    def read(self, told: Any) -> Any:
        """The value that was told."""
        if isinstance(told, list):
            value = _READ[told[0]](told[1:])
        elif isinstance(told, str):
            value = told
        else:
            return told
        return self._held.setdefault(value, value)


@dataclass(slots=True)
class KeptBlocks:
    """What a run concluded of each block of articles, in a cache as JSON.

    Attributes:
        cache: where it is kept.
        kind: what is kept there.
    """

    cache: Cache
    kind: str
    _written: list[str] = field(default_factory=list)

    def get(self, key: str) -> Any:
        """What is kept of a block, None where nothing is."""
        import orjson

        content = self.cache.get(self.kind, key)
        return orjson.loads(content) if content is not None else None

    def put(self, key: str, told: Any) -> None:
        """Keep what JSON can hold of a block."""
        import orjson

        self.cache.put(self.kind, key, orjson.dumps(told))
        self._written.append(key)

    def disown(self) -> None:
        """Keep nothing of what this run made: what it was made from changed meanwhile."""
        for key in self._written:
            self.cache.drop(self.kind, key)


def _read_days(told: Sequence[Any]) -> DateInterval:
    low, high = (dt.date.fromisoformat(day) if day else None for day in told[:2])
    return DateInterval(low, high, told[2])


_READ: Mapping[str, Callable[[Sequence[Any]], Any]] = {"days": _read_days, "set": frozenset, "list": tuple}
