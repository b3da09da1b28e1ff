"""What was told of a value comes back as it was, with its type; what would not is refused."""

from __future__ import annotations

import datetime as dt
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.chronology.kept_values import Values, tell_value
from helpers.foundation.dates import DateInterval

WORDS = st.text(max_size=8)
DAYS = st.dates(dt.date(1900, 1, 1), dt.date(2100, 1, 1))
INTERVALS = st.builds(
    lambda low, length, weekday: DateInterval(low, low + dt.timedelta(days=length), weekday),
    DAYS, st.integers(7, 90), st.none() | st.integers(1, 7),
)  # fmt: skip
OPEN = st.builds(lambda day: DateInterval(None, day), DAYS) | st.just(DateInterval())
VALUES = (
    WORDS | st.none() | st.booleans() | st.integers(-5, 5) | st.frozensets(WORDS, max_size=4)
    | st.lists(WORDS, max_size=4).map(tuple) | st.frozensets(st.integers(), max_size=3) | INTERVALS | OPEN
)  # fmt: skip


@given(st.lists(VALUES, max_size=8))
def test_values_come_back_as_they_were(values: list[object]) -> None:
    read = Values()
    back = [read.read(json.loads(json.dumps(tell_value(value)))) for value in values]
    assert back == values and [type(value) for value in back] == [type(value) for value in values]


def test_equal_values_are_held_once() -> None:
    read = Values()
    one, other = (read.read(json.loads('["set", "Minsk", "Tehran"]')) for _ in range(2))
    assert one is other


@pytest.mark.parametrize("value", [["a"], {"a"}, {"a": 1}, (("a", "b"), "c"), b"a", dt.date(2020, 1, 1)])
def test_what_would_not_come_back_is_refused(value: object) -> None:
    with pytest.raises(TypeError, match="cannot be kept"):
        tell_value(value)
