"""Tracks along time: where marks stand, what undated and open steps look like, and that nothing is left out in silence."""

import datetime as dt
import json

import pytest

from helpers.figures import style, tracks
from helpers.figures.frames import Around, draw_framed, draw_on_screen

DAY = dt.date(2023, 7, 31)


def stop(low=DAY, high=DAY, **changed):
    values = {"symbol": "signed", "colour": "#d55e00", "fill": 0.8, "text": "signed, then", "hover": "words", "ring": False, "key": "ms-1"}  # fmt: skip
    return tracks.Stop(low=low, high=high, **{**values, **changed})


@pytest.mark.parametrize(
    ("low", "high", "span", "middle"),
    [
        (DAY, DAY, (DAY, DAY), DAY),
        (dt.date(2023, 1, 1), dt.date(2023, 1, 31), (dt.date(2023, 1, 1), dt.date(2023, 1, 31)), dt.date(2023, 1, 16)),
        (None, DAY, (DAY - tracks.OPEN, DAY), DAY),
        (DAY, None, (DAY, DAY + tracks.OPEN), DAY),
        (None, dt.date.min, (dt.date.min, dt.date.min), dt.date.min),
        (dt.date.max, None, (dt.date.max, dt.date.max), dt.date.max),
        (None, None, None, None),
    ],
)  # fmt: skip
def test_a_stop_covers_what_is_known(low, high, span, middle):
    found = stop(low, high)
    assert found.span == span
    assert found.middle == middle


def drawn(*stops, n=1):
    return tracks.Tracks([tracks.Track(f"Paper {i}", "Minsk", stops) for i in range(n)], noun="papers")


@pytest.mark.parametrize("stops", [[stop()], [stop(None, None)], [stop(None, DAY), stop(DAY, None, ring=True), stop(None, None)]])  # fmt: skip
def test_every_stop_is_drawn_and_named(stops):
    with style.house_style():
        svg = style.to_svg(tracks.draw_print(drawn(*stops)))
    assert svg.count("signed, then") == len(stops)
    screen = json.loads(tracks.draw_screen(drawn(*stops)).to_json())
    texts = [t for trace in screen["data"] for t in trace.get("text", [])]
    assert sum("signed, then" in t for t in texts) == len(stops)


def test_what_is_not_drawn_is_said():
    many = drawn(stop(), n=30)
    assert many.cut == "Drawn are the first 24 of 30 papers; all are in the table."
    with style.house_style():
        assert "first 24 of 30" in style.to_svg(tracks.draw_print(many))
    assert drawn(stop()).cut == ""


def test_steps_climb_and_are_joined():
    steps = [stop(dt.date(2023, 1, 1), dt.date(2023, 1, 1), symbol="planned"), stop()]
    figure = tracks.draw_screen(drawn(*steps))
    marks = next(t for t in figure.data if t.meta == "marks")
    assert marks.y[0] > marks.y[1]  # the axis runs downwards: what came further stands higher
    line = next(t for t in figure.data if t.mode == "lines")
    assert [x for x in line.x if x] == ["2023-01-01", "2023-07-31"]


def test_a_frame_says_why_there_is_nothing():
    svg = style.to_svg(
        draw_framed(None, Around("A title", "A subtitle", "A source"), empty="Nothing to draw.")
    )
    assert all(words in svg for words in ("A title", "A subtitle", "A source", "Nothing to draw."))
    assert draw_on_screen(None, empty="Nothing to draw.").layout.annotations[0].text == "Nothing to draw."
