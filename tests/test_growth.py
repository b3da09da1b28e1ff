"""The judge of growth can fail: what is quadratic is refused, what is linear is not."""

import pytest
from growth import assert_ends, assert_linear


def pairs(n):
    return lambda: sum(1 for i in range(n) for j in range(n) if i == j)


def singles(n):
    return lambda: sum(1 for i in range(400 * n) if i % 3)


def test_quadratic_work_is_refused():
    with pytest.raises(AssertionError, match="may not cost that"):
        assert_linear(pairs, 150)


def test_linear_work_is_not():
    assert_linear(singles, 200)


def test_what_does_not_end_in_time_is_refused():
    with pytest.raises(AssertionError, match="should end"):
        assert_ends(pairs(300), 0.0)
    assert_ends(pairs(10), 5)
