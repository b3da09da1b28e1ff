"""The axis keeps the order of days, and no label stands on another."""

import datetime as dt

from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.figures.timescale import make_timescale, pack_labels

SPANS = st.lists(st.tuples(st.dates(), st.integers(0, 4000)), min_size=1, max_size=30).map(
    lambda pairs: [(a, a + min(dt.timedelta(days=n), dt.date.max - a)) for a, n in pairs]
)
ITEMS = st.lists(
    st.tuples(st.floats(0, 90), st.floats(0.1, 10), st.floats(1, 60)).map(lambda t: (t[0], t[0] + t[1], t[2])),
    min_size=1, max_size=40,
)  # fmt: skip


@given(SPANS)
def test_later_days_lie_further_right(spans):
    scale = make_timescale(spans)
    days = sorted({d for s in spans for d in s})
    places = [scale.place(d) for d in days]
    assert places == sorted(places)
    assert all(0 <= p <= 1 for p in places)
    assert not any(a < d < b for a, b in scale.breaks for d in days)


@given(SPANS)
def test_ticks_are_few_and_inside(spans):
    scale = make_timescale(spans)
    ticks = scale.ticks()
    assert ticks
    assert len(ticks) <= 25
    assert all(scale.first <= day <= scale.last and words for day, words in ticks)


@given(ITEMS)
@settings(max_examples=200)
def test_packed_marks_and_labels_do_not_touch(items):
    gap = 0.5
    packed = pack_labels(items, width=100, most_rows=100, gap=gap)
    boxes = []
    for (left, right, label), place in zip(items, packed, strict=True):
        low = left - gap - label if place.side == "left" else left
        high = right + gap + label if place.side == "right" else right
        if place.side == "above":
            high = max(right, min(left + label, 100))
        boxes.append((place.row, low, high))
    for i, (row, low, high) in enumerate(boxes):
        for other, a, b in boxes[i + 1 :]:
            assert row != other or high <= a + 1e-9 or b <= low + 1e-9


def test_a_full_chart_loses_words_never_marks():
    items = [(10.0, 11.0, 50.0)] * 40
    packed = pack_labels(items, width=100, most_rows=3, gap=1)
    assert len(packed) == 40
    assert sum(bool(p.side) for p in packed) == 3


def test_long_empty_stretches_are_shortened_and_said():
    scale = make_timescale(
        [(dt.date(2007, 1, 22), dt.date(2007, 1, 22)), (dt.date(2023, 3, 1), dt.date(2025, 12, 10))]
    )
    assert len(scale.breaks) == 1
    assert scale.place(dt.date(2023, 1, 1)) < 0.35
    week = make_timescale([(dt.date(2025, 8, 18), dt.date(2025, 8, 24))])
    assert not week.breaks
    assert any("Aug 2025" in words for _, words in week.ticks())
