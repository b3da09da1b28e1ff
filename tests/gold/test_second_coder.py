"""The second coder's labels of the ninth set resolve, and agreement is measured as it is defined."""

from __future__ import annotations

import copy

import pytest
from milestone_scoring import load_groups
from page_scoring import page_path
from scoring import FIELDS

from benchmarks.agreement import (
    coder_claims,
    kappa,
    load_coders,
    read_labels,
    score_labels,
    shared_fields,
)


def test_second_labels_resolve() -> None:
    first, second = load_coders()
    assert set(read_labels("claims")) == set(first) == set(second)
    for name, page in second.items():
        text = page_path(name).read_text(encoding="utf-8")
        kept = [text.split("\n")[int(n) - 1] for n in [page["title_line"], *page["body_lines"]]]
        for label in page["claims"]:
            assert text.count(label["q"]) == 1, (name, label["q"])
            assert any(label["q"] in line for line in kept), (name, label["q"])
            assert set(label) <= {*FIELDS, "q", "opt", "hl", "parties"}, (name, label)
            assert label.get("a", []) == sorted(label.get("a", [])), name
            assert label.get("parties", []) == sorted(label.get("parties", [])), name


def test_second_milestones_stand_in_the_groups_of_the_first() -> None:
    groups = load_groups()
    for name, group in read_labels("milestones").items():
        assert group["pages"] == groups[name]["pages"], name
        assert all(set(m["from"]) <= set(group["pages"]) for m in group["milestones"]), name


def test_a_coder_agrees_with_himself_and_not_with_one_who_was_disturbed() -> None:
    _, second = load_coders()
    same = score_labels(second, {n: coder_claims(n, p) for n, p in second.items()})
    assert same.recall == 1
    assert all(c["right"] == c["n"] for c in shared_fields(same, second).values())
    other = copy.deepcopy(second)
    for page in other.values():
        page["claims"] = [{**c, "s": "rumoured"} for c in page["claims"] if c.get("k") != "consultation"]
    score = score_labels(second, {n: coder_claims(n, p) for n, p in other.items()})
    status = shared_fields(score, other)["s"]
    assert score.recall < 0.7
    assert status["right"] < status["n"] / 2


def test_kappa() -> None:
    # A table of 20, 5, 10, 15: observed .7, by chance .5.
    pairs = [("a", "a")] * 20 + [("a", "b")] * 5 + [("b", "a")] * 10 + [("b", "b")] * 15
    assert kappa(pairs) == pytest.approx(0.4)
    assert kappa([("a", "a")] * 3) == 1
    assert kappa([("a", "b"), ("b", "a")]) == -1
