"""Pairs that were compared before are not compared again, and the answer does not depend on who asks first."""

from __future__ import annotations

import random

import numpy as np

from helpers.clean.copies import PairMemory, Shingles, find_pairs, is_copy, print_body


def text(seed: int, n: int = 160) -> list[str]:
    rnd = random.Random(seed)
    return ["".join(rnd.choices("abcdefgh", k=5)) for _ in range(n)]


def test_the_memory_answers_what_it_knows() -> None:
    first, second = np.array([3, 1, 7], np.uint64), np.array([4, 2, 9], np.uint64)
    asked: list[list[int]] = []

    def compare(places: np.ndarray) -> np.ndarray:
        asked.append(places.tolist())
        return np.array([int(first[i]) == 1 for i in places], np.bool_)

    memory = PairMemory()
    assert memory.judge(first, second, compare).tolist() == [False, True, False]
    later = PairMemory(memory.remembered())
    assert later.judge(second, first, compare).tolist() == [False, True, False], (
        "either order of a pair is one pair"
    )
    assert asked == [[0, 1, 2]]
    first, second = np.append(first, np.uint64(1)), np.append(second, np.uint64(5))
    assert later.judge(first, second, compare).tolist() == [False, True, False, True]
    assert asked == [[0, 1, 2], [3]]


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
    first, second = find_pairs(np.concatenate(prints), np.array([len(p) for p in prints]))
    pairs = set(zip(first.tolist(), second.tolist(), strict=True))
    assert (10, 200) in pairs and len(pairs) < 3 * len(bodies)
