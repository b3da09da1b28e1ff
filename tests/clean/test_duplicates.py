from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace

import pytest
from growth import assert_linear
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.clean.duplicates import Story, StoryText, group_stories

WORDS = [
    f"{a}{b}{c}" for a in "bdfgklmnprst" for b in "aeiou" for c in ("ra", "lin", "tos", "ven", "mik", "dor")
]


def write(seed: int, n: int = 220) -> list[str]:
    rnd = random.Random(seed)
    return [rnd.choice(WORDS) for _ in range(n)]


def story(name: str, words: list[str], **more: object) -> StoryText:
    return replace(StoryText(name, "en", " ".join(words), None, (), None), **more)  # type: ignore[arg-type]


def same(stories: dict[str, Story], *names: str) -> bool:
    return len({stories[n].story_id for n in names}) == 1


def test_exact_copies_differ_in_case_marks_and_blanks_only() -> None:
    words = write(1)
    found = group_stories(
        [story("a", words), story("b", [w.upper() + "," for w in words]), story("c", write(2))]
    )
    assert same(found, "a", "b") and not same(found, "a", "c")
    assert (found["a"].duplicate_of, found["b"].duplicate_of) == (None, "a")
    assert "of 2 copies" in found["a"].origin_reason


@pytest.mark.parametrize("kind", ["edited", "cut", "longer", "rearranged"])
def test_wire_copies(kind: str) -> None:
    rnd = random.Random(7)
    words = write(3)
    copy = {
        "edited": [rnd.choice(WORDS) if rnd.random() < 0.07 else w for w in words],
        "cut": words[:55],
        "longer": words + write(4, 120),
        "rearranged": words[110:] + words[:110],
    }[kind]
    found = group_stories([story("wire", words), story("copy", copy), story("other", write(5))])
    assert same(found, "wire", "copy") and not same(found, "wire", "other")


def test_a_shared_quotation_or_background_is_no_copy() -> None:
    shared = write(8, 60)
    found = group_stories([story("a", write(9, 150) + shared), story("b", write(10, 150) + shared)])
    assert not same(found, "a", "b")


def test_a_round_up_does_not_join_the_stories_in_it() -> None:
    first, second = write(11, 80), write(12, 80)
    digest = write(13, 60) + first + write(14, 60) + second + write(15, 60)
    found = group_stories([story("a", first), story("b", second), story("digest", digest)])
    assert not same(found, "a", "b")


def test_languages_are_kept_apart() -> None:
    words = write(16)
    found = group_stories([story("a", words), story("b", words, language="de")])
    assert not same(found, "a", "b")


def test_origin_is_the_agency_credited() -> None:
    words = write(17)
    found = group_stories(
        [
            story("a", words, cites=("BelTA", "Reuters"), outlet="Onet", day="2024-03-12"),
            story("b", words[:80], cites=("BelTA",), outlet="Delfi", day="2024-03-12"),
            story("c", words, outlet="BelTA", day="2024-03-13"),
        ]
    )
    assert same(found, "a", "b", "c")
    assert {s.origin for s in found.values()} == {"BelTA"}
    assert found["a"].origin_reason == "credited by 2 of 3 copies: BelTA → Reuters"
    assert found["c"].duplicate_of is None  # the agency's own page is the original, whatever day it shows
    assert found["a"].duplicate_of == found["b"].duplicate_of == "c"


def test_origin_without_credit() -> None:
    words = write(18)
    late = story("late", words, outlet="Onet", day="2024-03-14")
    early = story("early", words[:150], outlet="Delfi", day="2024-03-12")
    found = group_stories([late, early])
    assert (found["late"].origin, found["late"].duplicate_of) == ("Delfi", "early")
    assert found["late"].origin_reason == "the earliest of 2 copies; none names an agency"
    alone = group_stories([story("x", words, outlet="Onet")])["x"]
    assert (alone.origin, alone.origin_reason) == (None, "the text names no source")
    own = group_stories([story("x", words, outlet="TASS")])["x"]
    assert (own.origin, own.origin_reason) == ("TASS", "published by the agency itself")


def test_short_and_empty_bodies() -> None:
    found = group_stories([story("a", ["yes"]), story("b", ["yes"]), story("c", ["no"]), story("d", [])])
    assert same(found, "a", "b") and not same(found, "a", "c", "d")
    assert group_stories([]) == {}


def test_an_id_that_stands_twice_is_refused() -> None:
    with pytest.raises(ValueError, match="'a' stands twice"):
        group_stories([story("a", ["x"]), story("a", ["y"])])


@settings(max_examples=25, deadline=None)
@given(st.permutations(range(9)))
def test_the_order_of_articles_does_not_matter(order: list[int]) -> None:
    base = [write(20), write(21), write(22)]
    texts = [
        story(f"a{i}", base[i % 3][: 220 - 30 * (i // 3)], outlet=f"Outlet {i}", day=f"2024-03-{10 + i}")
        for i in range(9)
    ]
    expected = group_stories(texts)
    assert group_stories([texts[i] for i in order]) == expected
    assert len({s.story_id for s in expected.values()}) == 3


def test_a_formula_in_every_text_costs_linear_time() -> None:
    formula = write(30, 40)

    def group(n: int) -> Callable[[], object]:
        texts = [story(f"t{i:05}", write(1000 + i, 60) + formula) for i in range(n)]
        return lambda: group_stories(texts)

    assert (
        len(
            {
                s.story_id
                for s in group_stories(
                    [story(f"t{i:05}", write(1000 + i, 60) + formula) for i in range(300)]
                ).values()
            }
        )
        == 300
    )
    assert_linear(group, 500, times=6)
