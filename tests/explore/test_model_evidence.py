import dataclasses

import pytest

from helpers.explore import markup, pages
from helpers.explore.model_concordance import KeywordIndex
from helpers.explore.model_evidence import (
    choose_sources,
    compare_sources,
    comparison_table,
    differ,
    evidence_table,
    find_event,
    gather_evidence,
    list_absences,
)
from helpers.foundation.dates import read_edtf
from helpers.foundation.errors import InputError, VerificationError

HOSTILE = "<script>alert('x')</script> \u202egnp.exe\u202c <img src=//evil.example>"


@pytest.fixture
def contested(sample):
    return next(e for e in sample.events if "n_documents" in e["contradictions"])


def test_evidence_holds_every_claim_and_side(sample):
    for event in sample.events:
        evidence = gather_evidence(sample, event)
        assert {q.claim_id for q in evidence.quotes} == set(event["claim_ids"])
        assert {s["field"] for s in evidence.sides} == set(event["contradictions"])
        assert len(evidence_table(evidence)) == len(event["claim_ids"])


def test_an_event_is_found_by_any_of_its_names(sample):
    event = next(e for e in sample.events if e["milestone_id"])
    for name in (event["event_id"], event["milestone_id"], event["claim_ids"][0]):
        assert find_event(sample, name) is event
    with pytest.raises(InputError, match="mls-none"):
        find_event(sample, "mls-none")


def test_two_sources_that_differ_are_marked(sample, contested):
    first, second = choose_sources(sample, contested)[:2]
    compared = compare_sources(sample, contested, first["article_id"], second["article_id"])
    assert any(differ for *_, differ in compared.rows)
    table = comparison_table(compared)
    assert table["field"].str.endswith("≠").sum() == sum(differ for *_, differ in compared.rows)
    with pytest.raises(InputError, match="says nothing"):
        compare_sources(sample, contested, first["article_id"], "art-other")


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (["signed"], ["discussed"], True),
        (["signed"], ["signed", "planned"], False),
        (["signed"], [], False),
        ([read_edtf("2023-07-31")], [read_edtf("2023-07")], False),
        ([read_edtf("2023-07-31")], [read_edtf("2023-08-01")], True),
    ],
)
def test_saying_more_or_less_exactly_is_no_disagreement(one, other, expected):
    assert differ(one, other) is differ(other, one) is expected


def test_what_is_missing_is_listed_whole(sample):
    found = list_absences(sample)
    left_out = {e["event_id"] for e in sample.events if e["milestone_id"] is None}
    assert set(found[found["what"] == "event left out"]["name"]) == left_out
    used = {sample.claims[c]["article_id"] for e in sample.events for c in e["claim_ids"]}
    assert (found["what"] == "article without an event").sum() == len(sample.articles) - len(used)
    assert (found["what"] == "file in quarantine").sum() == len(sample.quarantine)
    assert (found["why"] != "").all()


def test_words_narrow_what_is_missing(sample):
    everything = list_absences(sample)
    rule = everything["rule"].iloc[0]
    narrowed = list_absences(sample, rule)
    assert 0 < len(narrowed) <= len(everything)
    assert list_absences(sample, "no such words anywhere").empty


def test_page_text_is_shown_and_never_followed(sample, contested):
    articles = {
        k: {**a, "title": HOSTILE, "outlet": HOSTILE, "origin": HOSTILE} for k, a in sample.articles.items()
    }
    claims = {k: {**c, "quote": HOSTILE} for k, c in sample.claims.items()}
    bad = dataclasses.replace(sample, articles=articles, claims=claims)
    event = {**contested, "title": HOSTILE}
    a, b = choose_sources(bad, event)[:2]
    views = [
        markup.evidence_html(gather_evidence(bad, event)),
        markup.comparison_html(compare_sources(bad, event, a["article_id"], b["article_id"])),
        markup.concordance_html(KeywordIndex(bad).search("script|signed")),
        markup.table_html(list_absences(bad), label=HOSTILE),
    ]
    for html in views:
        assert "&lt;script&gt;" in html or "&lt;script" in html
        assert "<script" not in html
        assert "<img" not in html
        assert "\u202e" not in html


def test_a_page_stands_beside_its_raw_text(sample):
    for article in sample.articles.values():
        html = pages.page_html(sample, article)
        assert "<script" not in html
        table = pages.page_table(sample, article)
        assert (table["after"] != "").any()
        assert html.count('class="kept"') + html.count('class="cut"') == len(table)


def test_the_raw_page_of_html_is_its_source(sample):
    article = next(a for a in sample.articles.values() if a["media_type"] == "text/html")
    assert "<" in pages.raw_text(sample, article)
    assert pages.find_article(sample, article["source_path"])["article_id"] == article["article_id"]
    with pytest.raises(InputError, match="became no article"):
        pages.find_article(sample, "none.txt")


def test_a_changed_raw_file_is_refused(sample, tmp_path):
    article = next(iter(sample.articles.values()))
    moved = dataclasses.replace(sample, raw=tmp_path)
    (tmp_path / article["source_path"]).write_text("other words", encoding="utf-8")
    with pytest.raises(VerificationError):
        pages.page_html(moved, article)
