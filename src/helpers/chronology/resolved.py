"""What wordings of dates were resolved to in earlier runs: a run that asks nothing new of them loads no lexicon."""

from __future__ import annotations

from collections.abc import Callable

from helpers.chronology.intervals import read_iso
from helpers.foundation.dates import DateInterval


class Resolved:
    """Answers by wording, language and publication interval; small, as few pages without a day tell of dated events.

    Args:
        content: what `content` gave in an earlier run with the same lexicons, None for none.
    """

    def __init__(self, content: bytes | None = None):
        import orjson

        self._before: dict[str, list[str | int | None] | None] = orjson.loads(content) if content else {}
        self._asked: dict[str, list[str | int | None] | None] = {}

    def ask(
        self,
        surface: str,
        language: str,
        published: DateInterval,
        resolve: Callable[[str, str, DateInterval], DateInterval | None],
    ) -> DateInterval | None:
        """The interval a wording stands for, None when it stands for none; `resolve` is asked what is not known yet."""
        key = "\x1f".join((language, surface, *map(str, _parts(published))))
        if key in self._before:
            found = self._before[key]
        elif key in self._asked:
            found = self._asked[key]
        else:
            interval = resolve(surface, language, published)
            found = None if interval is None else _parts(interval)
        self._asked[key] = found
        if found is None:
            return None
        low, high, weekday = found
        return DateInterval(
            read_iso(str(low)) if low else None,
            read_iso(str(high)) if high else None,
            int(weekday) if weekday else None,
        )

    @property
    def is_new(self) -> bool:
        """True when this run asked something else than the one before."""
        return self._asked != self._before

    def content(self) -> bytes:
        """What was asked in this run, as JSON, for the next one."""
        import orjson

        return orjson.dumps(self._asked, option=orjson.OPT_SORT_KEYS)


def _parts(interval: DateInterval) -> list[str | int | None]:
    low, high = interval.earliest, interval.latest
    return [low.isoformat() if low else None, high.isoformat() if high else None, interval.weekday]
