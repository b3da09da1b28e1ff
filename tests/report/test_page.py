"""The page: whole in one file, nothing run that a page says, reachable by keyboard, readable without script and network."""

import html
import re

import pandas as pd
import pytest
from page_maker import make_page
from report_tables import EVENTS, RUN, big_tables, make_tables

from helpers.report import islands, sections
from helpers.report.content import content_of
from helpers.report.html import content_security_policy


@pytest.fixture(scope="module")
def page(tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        yield make_page(make_tables(), patch, tmp_path_factory.mktemp("page") / "report.html")


@pytest.fixture
def open_page(browser):
    contexts = []

    def opened(path, **options):
        context = browser.new_context(offline=True, **{"viewport": {"width": 1200, "height": 900}, **options})
        contexts.append(context)
        tab = context.new_page()
        tab.requests, tab.errors = [], []
        tab.on("request", lambda r: tab.requests.append(r.url))
        tab.on("console", lambda m: tab.errors.append(m.text) if m.type == "error" else None)
        tab.on("pageerror", lambda e: tab.errors.append(str(e)))
        tab.on("dialog", lambda d: (tab.errors.append("dialog"), d.dismiss()))
        tab.goto(path.as_uri())
        return tab

    yield opened
    for context in contexts:
        context.close()


def test_the_page_is_one_small_file_with_one_heading(page):
    text = page.read_text(encoding="utf-8")
    body = re.sub(r"<script>.*?</script>", "", text, flags=re.S)
    assert page.stat().st_size < 6_000_000
    assert len(re.findall(r"<h1\b", body)) == 1
    assert not re.findall(r"""(?:src|href)=["'](?:https?:)?//(?!harbour|tarm|second|faro)""", body)
    assert "<script>alert" not in body
    assert html.escape("<script>alert('page')</script>", quote=False).replace("'", "&#39;") in body


def test_scripts_are_named_by_their_hash():
    policy = content_security_policy("<script>one()</script><script type='application/json'>{}</script>")
    assert "default-src 'none'" in policy
    assert "unsafe-inline" not in policy.split("style-src")[0]
    assert policy.count("sha256-") == 1


def test_what_is_left_out_is_shown_with_its_words_and_their_place():
    rows = make_tables()
    out = next(e for e in rows["events"] if e["left_out_by"])
    claim = rows["claims"][0]
    article = next(a for a in rows["articles"] if a["article_id"] == claim["article_id"])
    out["claim_ids"] = [claim["claim_id"], rows["claims"][1]["claim_id"]]
    text = html.unescape(sections.left_out(content_of(rows, RUN)).html)
    assert claim["quote"][:40] in text
    assert f"{article['source_path']}, characters {claim['start']}–{claim['end']}" in text
    assert article["source_sha256"][:23] in text
    assert "and one more claim" in text


@pytest.mark.browser
def test_nothing_is_asked_for_and_nothing_fails(page, open_page):
    tab = open_page(page)
    tab.wait_for_selector("path.point[role=button]")
    assert [u for u in tab.requests if not u.startswith(("file:", "data:"))] == []
    assert tab.errors == []


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1200, 360])
def test_axe_finds_no_violation(page, open_page, scheme, width):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    tab = open_page(page, color_scheme=scheme, viewport={"width": width, "height": 900}, bypass_csp=True)
    tab.wait_for_timeout(600)
    tab.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    found = axe.run(tab).response["violations"]
    assert [(v["id"], v["nodes"][0]["html"][:120]) for v in found] == []


@pytest.mark.browser
def test_the_keyboard_opens_the_evidence_of_every_milestone(page, open_page):
    tab = open_page(page)
    tab.wait_for_selector("#figure-1 path.point[role=button]")
    marks = tab.locator("#figure-1 path.point[role=button]").count()
    assert marks == len(make_tables()["milestones"])
    assert tab.locator("#figure-1 path.point[tabindex='0']").count() == 1
    tab.locator("#figure-1 path.point[tabindex='0']").focus()
    opened = set()
    for _ in range(marks):
        tab.keyboard.press("Enter")
        assert tab.evaluate("document.activeElement.tagName") == "SUMMARY"
        opened.add(
            tab.evaluate(
                "document.activeElement.parentElement.open && document.activeElement.parentElement.id"
            )
        )
        tab.locator("#figure-1 path.point[tabindex='0']").focus()
        tab.keyboard.press("ArrowRight")
    assert opened == {m["milestone_id"] for m in make_tables()["milestones"]}


@pytest.mark.browser
def test_without_script_picture_table_and_quotes_are_there(page, open_page):
    tab = open_page(page, java_script_enabled=False)
    assert tab.locator("figure.picture img.light").first.is_visible()
    assert not tab.locator(".plotly-figure").first.is_visible()
    assert tab.locator("table.milestones tbody tr").count() == len(make_tables()["milestones"])
    first = tab.locator("details.evidence").first
    first.locator("summary").first.click()
    assert first.locator("mark").first.is_visible()


@pytest.mark.browser
def test_passages_say_their_language_and_direction(page, open_page):
    tab = open_page(page)
    assert tab.locator("blockquote[lang=fa][dir=rtl]").count() == 1
    assert tab.locator("blockquote[lang=be][dir=ltr]").count() == 1


@pytest.mark.browser
def test_a_narrow_window_does_not_scroll_sideways(page, open_page):
    tab = open_page(page, viewport={"width": 360, "height": 800})
    tab.wait_for_timeout(300)
    assert tab.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.browser
def test_large_evidence_is_loaded_from_inside_the_file(open_page, tmp_path, monkeypatch):
    path = make_page(big_tables(150, 900), monkeypatch, tmp_path / "big.html")
    tab = open_page(path)
    assert tab.locator("blockquote").count() == 0
    tab.locator("details.evidence > summary").first.click()
    tab.wait_for_selector("details.evidence[open] blockquote mark")
    assert tab.locator("blockquote").count() == 6
    assert tab.errors == []


@pytest.mark.browser
@pytest.mark.parametrize("events", [[], EVENTS[:1]], ids=["none", "one"])
def test_pages_on_little_are_pages(open_page, tmp_path, monkeypatch, events):
    tab = open_page(make_page(make_tables(events), monkeypatch, tmp_path / "page.html"))
    tab.wait_for_timeout(300)
    assert tab.errors == []
    assert tab.locator("h1").count() == 1


def test_a_notebook_page_folds_its_code(tmp_path, monkeypatch):
    text = make_page(make_tables(), monkeypatch, tmp_path / "notebook.html", with_code=True).read_text(
        encoding="utf-8"
    )
    assert '<details class="code">' in text


def test_packed_data_come_back_as_they_were():
    data = [["</script><!--", "\u2028 و ў ß"], {"a": None}]
    assert islands.unpack(islands.pack(data)) == data
    assert islands.pack(data) == islands.pack(data)
    assert re.fullmatch(r"[A-Za-z0-9+/=]+", islands.pack(data))


def test_evidence_that_is_too_large_loses_context_and_no_quote(monkeypatch):
    content = content_of(big_tables(150, 900), RUN)
    heads = ["head"] * 150
    _, whole, widest = islands.pack_evidence(content, heads)
    monkeypatch.setattr(islands, "MOST_EVIDENCE_BYTES", 1000)
    _, cut, least = islands.pack_evidence(content, heads)
    assert (widest, least) == (islands.CONTEXTS[0], islands.CONTEXTS[-1])
    for before, after in zip(map(islands.unpack, whole), map(islands.unpack, cut), strict=True):
        assert after["text"] == before["text"]
        assert set(after["after"]) <= {"", "…"}
    n = sum(len(islands.unpack(part)["text"]) for part in cut)
    assert n == sum(len(m["claim_ids"]) for m in content.milestones)


def test_what_stands_against_a_milestone_is_beside_it():
    rows = make_tables()
    other = next(m for m in rows["milestones"] if m["milestone_id"] == "ms-summit")
    side = next(s for s in rows["contradictions"] if s["milestone_id"] == "ms-documents")
    side["claim_ids"] = [other["claim_ids"][0]]
    content = content_of(rows, RUN)
    disputed = next(m for m in content.milestones if m["milestone_id"] == "ms-documents")
    assert [q.claim_id for q in content.opposing(disputed)] == [other["claim_ids"][0]]
    assert "Against it" in sections.evidence(content).html


def test_a_long_table_keeps_its_rows_packed():
    frame = pd.DataFrame({"A": [f"row {i} <b>" for i in range(1000)]})
    text = sections.data_table("Caption", frame).html
    assert text.count("<tr>") == 1 + sections.FIRST_ROWS
    packed = re.search(r'<script type="application/gzip" id="[^"]+">([^<]*)</script>', text)[1]
    assert islands.unpack(packed)[-1] == ["row 999 <b>"]
    assert "The first 100 of 1,000 rows" in text


@pytest.mark.browser
def test_packed_evidence_is_found_from_the_table_and_narrowed(open_page, tmp_path, monkeypatch):
    tab = open_page(make_page(big_tables(400, 900), monkeypatch, tmp_path / "big.html"))
    tab.locator("#milestone-rows a").nth(140).click()
    tab.wait_for_selector("details.evidence[open] blockquote mark")
    assert tab.evaluate("document.activeElement.tagName") == "SUMMARY"
    tab.fill("input[data-filters]", "number 77 signed")
    assert tab.locator("#milestone-rows tr:visible").count() == 4
    tab.locator("details.data summary").first.click()
    tab.locator("button.more").first.click()
    tab.wait_for_selector("details.data tbody tr:nth-child(301)")
    assert tab.errors == []


@pytest.mark.browser
def test_large_evidence_without_script_says_where_it_is(open_page, tmp_path, monkeypatch):
    path = make_page(big_tables(150, 900), monkeypatch, tmp_path / "big.html")
    tab = open_page(path, java_script_enabled=False)
    assert tab.locator(".no-script").is_visible()
    assert tab.locator("table.milestones tbody tr").count() == 150
    assert not tab.locator("button.more").first.is_visible()


@pytest.mark.browser
def test_marks_of_a_full_chart_get_their_names_when_few_are_in_view(open_page, tmp_path, monkeypatch):
    tab = open_page(make_page(big_tables(400, 400), monkeypatch, tmp_path / "full.html"))
    tab.wait_for_selector("#figure-1 path.point[role=button]")
    words = "#figure-1 .textpoint text"
    assert tab.locator(words).count() == 0
    tab.get_by_role("button", name="3 months").click()
    tab.wait_for_selector(words)
    assert tab.locator(words).first.text_content().strip().startswith("Milestone number")
    tab.get_by_role("button", name="All").click()
    tab.wait_for_selector(words, state="detached")
    assert tab.errors == []
