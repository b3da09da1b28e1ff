"""Choosing the lines of an HTML page; the page text and its offsets are ours."""

from __future__ import annotations

import pytest

from helpers.clean.html_block import choose_lines, clean_html
from helpers.foundation.errors import InputError
from helpers.ingest.html_text import html_to_blocks, html_to_text

BODY = [
    "The bridge over the river was opened on Friday, two years later than the council had once announced.",
    "Buses will cross it from Monday; cars have to wait until the ramps on the eastern bank are finished.",
    "“It is the longest wooden bridge of the region”, said the engineer who had drawn the first plans of it.",
]
PAGE = """<!doctype html><html><head><title>t</title><style>p{{}}</style><script>var a = "<p>no</p>";</script></head><body>
<nav><ul><li><a href=/>Home</a></li><li><a href=/n>News</a></li></ul></nav>
<article><h1>Wooden bridge opens to buses &amp; cyclists</h1><p class=byline>By a reporter</p>{body}
<figure><img src=x><figcaption>The bridge seen from the western bank. Photo: archive</figcaption></figure></article>
<aside><h3>Related</h3><ul><li><a href=/1>A ferry sinks in the harbour of the capital</a></li></ul></aside>
<div hidden>Not seen</div><footer>© 2020 All rights reserved</footer></body></html>"""


def page(body: list[str]) -> str:
    return PAGE.format(body="".join(f"<p>{p}</p>" for p in body))


def test_page_text_has_a_line_for_each_block_and_nothing_hidden() -> None:
    lines = html_to_text(page(BODY)).split("\n")
    assert "Wooden bridge opens to buses & cyclists" in lines
    assert all(p in lines for p in BODY)
    assert not any("Not seen" in line or "var a" in line for line in lines)


def test_blocks_are_the_lines_of_the_page_text() -> None:
    text, blocks = html_to_blocks(page(BODY))
    assert [text[b.start : b.end] for b in blocks] == text.split("\n")
    link = next(b for b in blocks if text[b.start : b.end] == "News")
    assert link.tag == "li" and link.link_share == 1.0


def test_short_cells_share_a_line_and_long_ones_do_not() -> None:
    row = "<table><tr><td>Speed</td><td>40 km/h</td></tr><tr><td>{0}</td><td>{0}</td></tr></table>"
    assert html_to_text(row.format("long " * 40)).split("\n")[0] == "Speed 40 km/h"
    assert len(html_to_text(row.format("long " * 40)).split("\n")) == 3


def test_the_article_is_chosen_and_its_offsets_resolve() -> None:
    html = page(BODY)
    text = html_to_text(html)
    lines = choose_lines(html, text)
    assert [line.span.of(text) for line in lines if line.kept] == [
        "Wooden bridge opens to buses & cyclists",
        *BODY,
    ]
    assert next(line.role for line in lines if line.kept) == "title"
    assert next(line for line in lines if "western bank." in line.span.of(text)).role == "caption"


def test_a_page_text_of_another_page_is_refused() -> None:
    with pytest.raises(InputError, match="extract it again"):
        choose_lines(page(BODY), "another text")


@pytest.mark.parametrize(
    "html", ["", "<html></html>", "<p></p>", "plain", "<" * 3000, "<div>" * 3000 + "x", "\x00<p>a"]
)
def test_any_html_is_taken(html: str) -> None:
    assert isinstance(clean_html(html), str)


def test_attributes_without_end_cost_nothing() -> None:
    html = "<div " + " ".join(f"a{i}=1" for i in range(60_000)) + "><p>text</p></div>"
    assert html_to_text(html) == "text"
