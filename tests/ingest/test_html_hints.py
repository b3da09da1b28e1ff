"""Metadata of HTML pages, with where it stood; the day of saving is never the day of publication."""

from __future__ import annotations

from typing import Any

from helpers.ingest.html_hints import find_html_hints


def found(html: str) -> list[tuple[str, str, str]]:
    return [(h.field, h.value, h.evidence) for h in find_html_hints(html)]


def test_meta_json_ld_canonical_and_language() -> None:
    html = """<!DOCTYPE html><html lang="de-DE"><head><title>Fähre | Beispielbote</title>
    <meta property="og:title" content="Fähre zurück"><meta property="og:site_name" content="Beispielbote">
    <meta property="article:published_time" content="2024-05-02T10:00:00+02:00"><meta property="article:modified_time" content="2024-05-09">
    <link rel="canonical" href="https://news.example/1"><script type="application/ld+json">{"@context":"https://schema.org","@graph":
    [{"@type":"WebSite","name":"x"},{"@type":["NewsArticle"],"headline":"Fähre","datePublished":"2024-05-02",
    "publisher":{"@type":"Organization","name":"Beispielbote GmbH"},"author":[{"name":"Newsroom"}]}]}</script></head><body></body></html>"""
    hints = found(html)
    assert [h for h in hints if h[0] == "published"] == [
        ("published", "2024-05-02T10:00:00+02:00", "html meta article:published_time"), ("published", "2024-05-02", "html json-ld datePublished"),
    ]  # fmt: skip
    assert hints[0] == ("title", "Fähre zurück", "html meta og:title")
    for hint in (("url", "https://news.example/1", "html link canonical"), ("language", "de-DE", "html lang"),
                 ("outlet", "Beispielbote GmbH", "html json-ld publisher"), ("byline", "Newsroom", "html json-ld author"),
                 ("title", "Fähre | Beispielbote", "html title")):  # fmt: skip
        assert hint in hints
    assert "2024-05-09" not in str(hints)


def test_singlefile_comment_is_the_day_of_capture() -> None:
    html = """<!DOCTYPE html> <html><!--
 Page saved with SingleFile
 url: https://news.example/1
 saved date: Mon May 06 2024 10:00:00 GMT+0200 (CEST)
--><body><p>Text</p></body></html>"""
    assert found(html) == [
        ("url", "https://news.example/1", "singlefile url"),
        ("accessed", "Mon May 06 2024 10:00:00 GMT+0200 (CEST)", "singlefile saved date"),
    ]


def test_time_elements_count_only_when_they_agree_or_say_what_they_are() -> None:
    assert (
        found('<time datetime="2024-05-02T10:00">2 May</time><time datetime="2024-05-02T12:00">').pop(0)[1]
        == "2024-05-02T10:00"
    )
    assert found('<time datetime="2024-05-02">a</time><time datetime="2024-04-01">b</time>') == []
    assert found(
        '<time datetime="2024-04-01">b</time><time itemprop="datePublished" datetime="2024-05-02">a</time>'
    ) == [("published", "2024-05-02", "html time datePublished")]


def test_broken_json_ld_costs_nothing_else() -> None:
    html = (
        '<script type="application/ld+json">{"headline": </script><script type="application/ld+json">'
        + "[" * 200000
        + "</script><meta property='og:title' content='A'>"
    )
    assert found(html) == [("title", "A", "html meta og:title")]


def test_thousands_of_meta_elements_stay_quick() -> None:
    assert len(found("<meta name=date content=2024>" * 30000)) == 1


def test_a_saved_page(reading: Any) -> None:
    page = reading(
        "a.html",
        '<html><head><meta charset="windows-1251"></head><body><p>Паром&nbsp;— назад.</p></body></html>'.encode(
            "cp1251"
        ),
    ).page
    assert page.text == "Паром\u00a0— назад."
    assert page.html is not None
    assert page.charset_evidence == "declared: html meta charset 'windows-1251'"
