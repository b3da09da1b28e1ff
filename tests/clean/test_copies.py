"""Pairs that were compared before are not compared again, and the answer does not depend on who asks first."""

from __future__ import annotations

import random

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from helpers.clean.copies import PairMemory, Shingles, find_pairs, is_copy, name_pairs, print_body


def text(seed: int, n: int = 160) -> list[str]:
    rnd = random.Random(seed)
    return ["".join(rnd.choices("abcdefgh", k=5)) for _ in range(n)]


def test_the_memory_answers_what_it_knows() -> None:
    first, second = np.array([3, 1, 7], np.uint64), np.array([4, 2, 9], np.uint64)
    memory = PairMemory()
    assert [a.tolist() for a in memory.look_up(name_pairs(first, second))] == [[False] * 3, [False] * 3]
    memory.note(name_pairs(first, second), np.array([False, True, False]))
    later = PairMemory(memory.remembered())
    known, copies = later.look_up(name_pairs(second, first))
    assert known.tolist() == [True] * 3, "either order of a pair is one pair"
    assert copies.tolist() == [False, True, False]
    assert (later.remembered() == memory.remembered()).all() and len(later.remembered()) == 3
    first, second = np.append(first, np.uint64(1)), np.append(second, np.uint64(5))
    known, copies = later.look_up(name_pairs(first, second))
    assert known.tolist() == [True, True, True, False] and copies.tolist() == [False, True, False, False]


@given(
    st.lists(
        st.tuples(st.integers(0, 30), st.integers(0, 30), st.booleans()),
        max_size=40,
        unique_by=lambda p: p[:2],
    )
)
def test_what_is_noted_is_known_whatever_the_order(pairs: list[tuple[int, int, bool]]) -> None:
    memory = PairMemory()
    for a, b, copy in pairs:
        if a <= b:
            memory.note(name_pairs(np.array([a], np.uint64), np.array([b], np.uint64)), np.array([copy]))
    later = PairMemory(memory.remembered())
    for a, b, copy in pairs:
        known, copies = later.look_up(name_pairs(np.array([b], np.uint64), np.array([a], np.uint64)))
        if a <= b:
            assert known.all() and copies.tolist() == [copy]


def test_being_a_copy_is_symmetric() -> None:
    words = text(1)
    cut, other = words[:90] + text(2, 30), text(3)
    known = {
        name: Shingles(print_body(" ".join(w))[2]) for name, w in (("a", words), ("b", cut), ("c", other))
    }
    for x in known.values():
        for y in known.values():
            assert is_copy(x, y) == is_copy(y, x)
    assert is_copy(known["a"], known["b"]) and not is_copy(known["a"], known["c"])


def test_texts_of_standing_sentences_are_not_compared_with_each_other() -> None:
    """Hundreds of texts that share single sentences, as pages of one form do: pairs stay few, copies are found."""
    rnd = random.Random(5)
    standing = [" ".join(text(100 + i, 18)) for i in range(40)]
    bodies = [" ".join(rnd.sample(standing, 4) + text(1000 + i, 200)) for i in range(300)]
    bodies[200] = bodies[10].replace("a", "a", 1) + " one more word"
    prints = [print_body(body)[3] for body in bodies]
    found = find_pairs(np.concatenate(prints), np.array([len(p) for p in prints]))
    pairs = {pair for block in found for pair in zip(*(side.tolist() for side in block), strict=True)}
    assert (10, 200) in pairs and len(pairs) < 3 * len(bodies)
