"""CSV, TSV, JSON and JSON Lines: usual columns in any order, one page a row, every row accounted for."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from helpers.ingest.options import load_options
from helpers.ingest.rows import compose_text, find_columns, normal_name


def test_a_media_cloud_export(reading: Any) -> None:
    read = reading("a.csv", (
        "stories_id,publish_date,title,url,language,ap_syndicated,themes,media_id,media_name,media_url\r\n"
        '1,2024-05-02 10:00:00,"Ferry, back in port",https://news.example/1,en,f,,7,Beispielbote,https://news.example\r\n'
        "2,2024-05-03,Паром ушёл,https://news.example/2,ru,f,,7,Beispielbote,https://news.example\r\n"
    ))  # fmt: skip
    assert [p.text for p in read.pages] == ["Ferry, back in port", "Паром ушёл"]
    assert [p.source_part for p in read.pages] == ["row 1", "row 2"]
    hints = {(h.field, h.value, h.evidence) for h in read.pages[0].hints}
    assert ("published", "2024-05-02 10:00:00", "csv column publish_date") in hints
    assert ("outlet", "Beispielbote", "csv column media_name") in hints
    assert ("language", "en", "csv column language") in hints


def test_columns_in_any_order_and_html_in_cells(reading: Any) -> None:
    page = reading(
        "a.tsv",
        'Article Text\tPublication Date\tHeadline\n"<p>One &amp; two.</p><p>Three.</p>"\t2024-05-02\tFerry\n',
    ).page
    assert page.text == "Ferry\n\nOne & two.\nThree."
    assert page.hint("published").evidence == "csv column Publication Date"


def test_semicolons_and_windows_1251(reading: Any) -> None:
    page = reading(
        "a.csv",
        "title;text\nПаром;Паром вернулся в порт после ремонта; капитан доволен\n".replace(
            "; к", ", к"
        ).encode("cp1251"),
    ).page
    assert page.text == "Паром\n\nПаром вернулся в порт после ремонта, капитан доволен"
    assert page.charset == "windows-1251"


def test_rows_that_do_not_fit_are_reported_one_by_one(reading: Any) -> None:
    read = reading("a.csv", "title,text\nA,one\nB,two,three\n,\nC,\nD,four\n")
    assert [p.text for p in read.pages] == ["A\n\none", "C", "D\n\nfour"]
    assert [(q.reason, q.source_part) for q in read.refused] == [("unreadable", "row 2")]


def test_tables_that_break_off(reading: Any) -> None:
    assert reading("a.csv", 'title,text\nA,one\nB,"two').reasons == ["truncated"]
    assert reading("b.csv", "title,text,url\nA,one,x\nB,tw").reasons == ["truncated"]


def test_a_table_without_known_columns_names_what_is_usual(reading: Any) -> None:
    read = reading("a.csv", "x,y\n1,2\n")
    assert read.reasons == ["unreadable"]
    assert "title" in read.refused[0].detail
    assert "config/ingest.yml" in read.refused[0].detail


def test_a_news_api_answer(reading: Any) -> None:
    answer = {"status": "ok", "totalResults": 3, "articles": [
        {"source": {"id": None, "name": "Beispielbote"}, "author": "Newsroom", "title": "Ferry", "description": "Back in port.",
         "url": "https://news.example/1", "publishedAt": "2024-05-02T08:00:00Z", "content": "The ferry is… [+321 chars]"},
        {"source": {"name": "Beispielbote"}, "title": "Yard", "content": "All of it."}]}  # fmt: skip
    read = reading("a.json", json.dumps(answer))
    assert [p.text for p in read.pages] == [
        "Ferry\n\nBack in port.\n\nThe ferry is… [+321 chars]",
        "Yard\n\nAll of it.",
    ]
    assert read.pages[0].hint("outlet").value == "Beispielbote"
    assert [(q.reason, q.source_part) for q in read.refused] == [
        ("truncated", "item 1 text"),
        ("truncated", "counts"),
    ]
    assert "declares 3 articles and holds 2" in read.refused[1].detail


def test_the_day_gdelt_saw_a_page_is_not_its_publication(reading: Any) -> None:
    page = reading(
        "a.json",
        json.dumps(
            {
                "articles": [
                    {"url": "https://news.example/1", "title": "Ferry", "seendate": "20240502T081500Z"}
                ]
            }
        ),
    ).page
    assert page.hint("published") is None
    assert page.hint("accessed").evidence == "json key seendate"


def test_nested_keys_are_found(reading: Any) -> None:
    data = {
        "response": {
            "total": 1,
            "results": [
                {
                    "webTitle": "x",
                    "title": {"rendered": "Ferry"},
                    "fields": {"bodyText": "y", "body": "<p>Back.</p>"},
                }
            ],
        }
    }
    assert reading("a.json", json.dumps(data)).page.text == "Ferry\n\nBack."


def test_json_lines_go_on_after_a_bad_line(reading: Any) -> None:
    read = reading(
        "a.jsonl",
        '{"title":"A","text":"one"}\n[1]\n\n{"x":1}\nnot json\n{"title":"B","text":"\\ud800two"}\n{"title":"C","te',
    )
    assert [p.source_part for p in read.pages] == ["line 1", "line 6"]
    assert read.pages[1].text == "B\n\n\ufffdtwo"
    assert "1 lone surrogate(s)" in read.pages[1].charset_evidence
    assert [(q.reason, q.source_part) for q in read.refused] == [
        ("unreadable", "line 2"), ("no text", "line 4"), ("unreadable", "line 5"), ("truncated", "line 7"),
    ]  # fmt: skip


def test_json_lines_named_json_and_bad_json(reading: Any) -> None:
    assert len(reading("a.json", '{"title":"A"}\n{"title":"B"}\n').pages) == 2
    assert reading("b.json", '{"title":"A", "text":"brea').reasons == ["truncated"]
    assert reading("c.json", "[" * 300000).reasons == ["unreadable"]
    assert reading("d.json", '{"title": nope}').reasons == ["unreadable"]


def test_a_whole_page_in_a_cell_stays_html(reading: Any) -> None:
    html = "<html><head><title>T</title></head><body><p>Ferry.</p></body></html>"
    page = reading("a.jsonl", json.dumps({"url": "https://news.example", "html": html})).page
    assert (page.text, page.html) == ("Ferry.", html)


def test_names_of_columns_are_compared_without_their_dress() -> None:
    assert {
        normal_name(n) for n in ("Publish Date", "publishDate", "publish_date", "\ufeffpublish-date ")
    } == {"publish_date"}
    assert find_columns(["ID", "Body", "Headline"], load_options()) == {
        "title": ["Headline"],
        "text": ["Body"],
        "identifier": ["ID"],
    }


@given(st.text(max_size=30), st.text(max_size=30), st.text(max_size=30))
def test_composed_text_holds_every_part(title: str, lead: str, text: str) -> None:
    composed = compose_text(title, lead, text)
    assert all(part in composed for part in (title, lead, text))
