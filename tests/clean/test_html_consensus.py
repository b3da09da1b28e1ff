"""Lines in elements of the same names are judged together."""

from __future__ import annotations

import numpy as np

from helpers.clean.furniture_lines import Floats
from helpers.clean.html_consensus import CONSENSUS, find_consensus

ROW = {name: i for i, name in enumerate(CONSENSUS)}


def consensus(paths: list[tuple[str, ...]], odds: list[float], *, links: float = 0.0) -> Floats:
    number = len(paths)
    return find_consensus(
        paths,
        np.full(number, 100, np.float32),
        np.full(number, links, np.float32),
        np.zeros(number, np.float32),
        np.array(odds, np.float32),
    )


def test_a_line_hears_what_is_said_of_others_at_such_places() -> None:
    body, teaser = ("p", "div text", "article"), ("p", "div card", "aside")
    rows = consensus([body, body, body, teaser], [4, 4, -1, -3])
    assert np.allclose(rows[ROW["same_place_text"]], [7 / 3, 7 / 3, 7 / 3, -3])
    assert rows[ROW["same_place_rank"], 2] == 1 > rows[ROW["same_place_rank"], 3]
    assert np.allclose(rows[ROW["same_element_text"]], 1)


def test_names_with_digits_are_those_of_one_element() -> None:
    rows = consensus([("p id-17", "div post-155"), ("p id-18", "div post-156")], [2, -2])
    assert np.allclose(rows[ROW["same_place_text"]], 0)


def test_lines_of_links_do_not_count() -> None:
    rows = consensus([("li", "ul"), ("li", "ul")], [3, 3], links=1.0)
    assert not rows[ROW["same_place_text"]].any()


def test_neighbours_and_no_lines_at_all() -> None:
    rows = consensus([("p",)] * 3, [1, 2, 3])
    assert rows[ROW["text+1"]].tolist() == [0, 1, 2]
    assert rows[ROW["text-2"]].tolist() == [3, 0, 0]
    assert consensus([], []).shape == (len(CONSENSUS), 0)
