"""Choosing the lines of an article from page text: the five pages, the development pages, and laws that hold for any text."""

from __future__ import annotations

import gzip
import importlib.util
import itertools
import json
import statistics
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from growth import assert_linear
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.clean.furniture import classify_lines, clean_text
from helpers.foundation.records import Line

SHARED = Path(__file__).resolve().parents[3] / "shared"
CORPUS, SEEDS, BENCH = SHARED / "corpus", SHARED / "gold" / "seeds.yml", SHARED / "bench" / "cleaning"
NAMES = sorted(p.name for p in CORPUS.glob("*.txt")) if CORPUS.is_dir() else []
KEPT = {"title", "lead", "subheading", "body"}

PARAGRAPHS = [
    "The harbour of the small town was closed on Tuesday after a storm had torn two cranes from their foundations.",
    "Nobody was hurt, the mayor said, but it will take until the spring before the larger ships can be unloaded again.",
    "Fishermen met in the evening to talk about where their boats could be repaired until the slipway is open.",
    "A first estimate of the damage, made by the insurers, speaks of four million, most of it for the northern pier.",
]
MENU = ["Home", "News", "Sport", "Weather", "Contact", "About us", "Search", "Log in"]


def kept(text: str) -> list[str]:
    return clean_text(text).split("\n")


@pytest.mark.parametrize("name", NAMES or ["absent"])
def test_the_five_pages_are_cut_as_the_gold_says(name: str) -> None:
    if not NAMES:
        pytest.skip(f"{CORPUS} is absent: the real pages are not part of the project")
    text = (CORPUS / name).read_text(encoding="utf-8")
    gold = yaml.safe_load(SEEDS.read_text(encoding="utf-8"))["articles"][name]
    want = {gold["title_line"], *gold["body_lines"]} | ({gold["lead_line"]} if "lead_line" in gold else set())
    lines = {text.count("\n", 0, line.span.start) + 1: line for line in classify_lines(text)}
    assert {n for n, line in lines.items() if line.kept} == want
    assert lines[gold["title_line"]].role == "title"
    assert "date 2025" not in lines[gold["title_line"]].span.of(text)
    for n in gold.get("caption_lines", []):
        assert lines[n].role in ("caption", "repeated")
    if "lead_line" in gold:
        assert lines[gold["lead_line"]].role == "lead"


def test_quality_gate_on_the_development_pages() -> None:
    """In-sample: the tables were trained on these pages; held-out figures are printed by benchmarks/train_furniture.py."""
    if not BENCH.is_dir():
        pytest.skip(f"{BENCH} is absent: the development pages are not part of the project")
    spec = importlib.util.spec_from_file_location("score", BENCH / "score.py")
    assert spec is not None and spec.loader is not None
    score = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(score)
    with gzip.open(BENCH / "dev.jsonl.gz", "rt", encoding="utf8") as file:
        pages = [json.loads(line) for line in file][::4]
    for dump, floor in (("dump", 0.935), ("dump2", 0.925)):
        rows = [score.prf(p["gold"], clean_text(p[dump])) for p in pages]
        assert statistics.mean(r[2] for r in rows) > floor
        assert statistics.mean(r[0] for r in rows if r[0] is not None) > floor
        assert statistics.mean(r[1] for r in rows if r[1] is not None) > floor


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=400))
@settings(max_examples=150, deadline=None)
def test_lines_cover_the_page_in_order_and_are_slices(text: str) -> None:
    lines = classify_lines(text)
    spans = [line.span for line in lines]
    assert spans == sorted(spans)
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
    assert all(line.kept == (line.role in KEPT) for line in lines)
    assert all(0 <= line.score <= 1 for line in lines)
    assert clean_text(text) == "\n".join(line.span.of(text) for line in lines if line.kept)
    shown = "".join(line.span.of(text) for line in lines)
    missing = [c for c in text if c.isalnum() and c not in shown]
    assert not missing


@given(st.lists(st.sampled_from([*PARAGRAPHS, *MENU, "", "12:30", "Read more", "© 2024"]), max_size=40))
@settings(max_examples=60, deadline=None)
def test_blank_lines_and_indentation_change_nothing(lines: list[str]) -> None:
    plain, spaced = "\n".join(lines), "\n\n".join(f"  {line}" for line in lines)
    assert clean_text(plain) == clean_text(spaced)


def test_menus_around_an_article_go() -> None:
    text = "\n".join([*MENU, "Storm closes the harbour for months", *PARAGRAPHS, "Related articles", *MENU])
    assert kept(text) == ["Storm closes the harbour for months", *PARAGRAPHS]


def test_an_article_without_any_furniture_stays_whole() -> None:
    assert kept("\n".join(["Storm closes the harbour for months", *PARAGRAPHS])) == [
        "Storm closes the harbour for months",
        *PARAGRAPHS,
    ]


def test_a_dateline_at_the_head_of_a_paragraph_stays_inside_it() -> None:
    first = "PORTO (Agency) – " + PARAGRAPHS[0]
    assert first in kept(
        "\n".join([*MENU, "Storm closes the harbour for months", first, *PARAGRAPHS[1:], *MENU])
    )


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Photo: private archive", "caption"),
        ("By our staff reporter", "byline"),
        ("Tuesday, 14 March 2017 - 10:20", "date"),
        ("Storm closes the harbour for months", "repeated"),
        ("Share this article", "share"),
        (
            "Model.Page?.Title?.Render() the harbour is closed until the spring, the mayor has said.",
            "template",
        ),
    ],
)
def test_what_stands_between_title_and_body_is_cut_and_named(line: str, role: str) -> None:
    text = "\n".join([*MENU, "Storm closes the harbour for months", line, *PARAGRAPHS, *MENU])
    found = [entry for entry in classify_lines(text) if entry.span.of(text) == line]
    if role == "repeated":
        assert sorted(entry.role for entry in found) == ["repeated", "title"]
    else:
        assert not found[-1].kept
        assert found[-1].role == role or role == "byline"  # who `By` is followed by is not looked at


def test_subheadings_stay() -> None:
    body = [PARAGRAPHS[0], PARAGRAPHS[1], "What the insurers say", PARAGRAPHS[3], PARAGRAPHS[2]]
    lines = classify_lines(text := "\n".join([*MENU, "Storm closes the harbour for months", *body, *MENU]))
    subheading = next(line for line in lines if line.span.of(text) == "What the insurers say")
    assert subheading.kept and subheading.role == "subheading"


def test_a_conversation_in_short_lines_stays_whole() -> None:
    talk = [
        "– How long did it take?",
        "– Three years.",
        "– It rained every day of the first summer, and nobody wanted to pay for the roof over the site.",
        "– Would you do it again?",
        "– Tomorrow.",
    ]
    text = "\n".join([*MENU, "An engineer talks about rain and rot", *PARAGRAPHS, *talk, "Share", *MENU])
    assert kept(text)[-len(talk) :] == talk


def test_the_crawlers_prefix_is_cut_from_the_title() -> None:
    text = "\n".join([" date 2019-03-05 Storm closes the harbour for months", *PARAGRAPHS])
    title = classify_lines(text)[0]
    assert title.role == "title" and title.span.of(text) == "Storm closes the harbour for months"


def test_texts_without_lines() -> None:
    assert classify_lines("") == [] and clean_text(" \n\u200b\n") == ""
    assert clean_text("***\n---") == ""


@pytest.mark.parametrize("unit", ["a b. ", "abc\n", "1.", "\ud800x\n"])
def test_no_text_takes_more_than_linear_time(unit: str) -> None:
    def clean(n: int) -> Callable[[], object]:
        text = unit * n
        return lambda: clean_text(text)

    assert_linear(clean, 20_000)


def test_scores_and_reasons_are_given_for_every_line() -> None:
    lines: list[Line] = classify_lines("\n".join([*MENU, "A headline for the day of the storm", *PARAGRAPHS]))
    assert all(line.reason and line.role for line in lines)
