from __future__ import annotations

from collections.abc import Callable

import pytest
from growth import assert_linear
from page_frames import date_page, load_forms, load_frames, make_page

from helpers.clean.articles import clean_page
from helpers.clean.publication import read_address_date, read_date_value
from helpers.foundation.records import Hint

FRAMES = load_frames()
FORMS = load_forms()
BODY = """Harbour towns agree on a joint ferry line
{}
The mayors of the two harbour towns have agreed to open a joint ferry line next spring, both administrations said.
The line is to run three times a day and will be paid for in equal parts, with a tender before the end of the year.
Residents had asked for the connection for many years, because the bridge further up the river is closed for repairs.
"""


@pytest.mark.parametrize("frame", FRAMES, ids=lambda f: f["id"])
def test_frames(frame: dict) -> None:
    article = clean_page(make_page(frame["text"], name=frame["id"]))
    assert article.language == frame["language"]
    assert (article.published.interval.edtf, article.published.evidence) == (
        frame["published"],
        frame["evidence"],
    )
    assert article.outlet == frame["outlet"]
    assert list(article.cites) == frame["cites"]
    if article.published.span:
        assert article.published.span.of(article.page.text) == article.published.surface


@pytest.mark.parametrize("form", FORMS, ids=lambda f: f["id"])
def test_forms(form: dict) -> None:
    article = clean_page(make_page(form["text"], name=form["id"]))
    assert (article.published.interval.edtf, article.published.evidence) == (
        form["published"],
        form["evidence"],
    )
    if "cites" in form:
        assert list(article.cites) == form["cites"]


def hinted(text: str, **hints: str) -> tuple[str | None, str]:
    page = make_page(text, hints=[Hint(k, v, "html meta") for k, v in hints.items()])
    url = hints.get("url")
    found = date_page(page, url=url)
    return found.interval.edtf, found.evidence


def test_order_of_evidence() -> None:
    text = " date 2024-03-14 Harbour towns\n" + BODY.format("Published: March 12, 2024")
    assert hinted(text, published="2024-03-10T23:30:00+02:00", url="https://x.org/2024/03/11/a") == (
        "2024-03-10",
        "metadata",
    )
    assert hinted(text, url="https://x.org/2024/03/11/a") == ("2024-03-11", "address")
    assert hinted(text) == ("2024-03-12", "dateline")
    assert hinted(text.replace("Published: March 12, 2024", "")) == ("2024-03-14", "crawler header")


def test_weaker_evidence_narrows_a_month() -> None:
    text = BODY.format("March 12, 2024")
    assert hinted(text, url="https://x.org/2024/03/a-ferry") == ("2024-03-12", "dateline")
    assert hinted(text, url="https://x.org/2023/03/a-ferry") == ("2023-03", "address")


def test_the_day_of_capture_only_bounds() -> None:
    text = BODY.format("By Anna Field")
    assert hinted(text, accessed="2024-05-01") == ("../2024-05-01", "page banner")
    assert hinted(" date 2024 x\n" + text, accessed="2024-05-01") == (
        "2024-01-01/2024-05-01",
        "crawler header",
    )
    dated = BODY.format("12 March")
    assert hinted(dated, accessed="2024-05-01") == ("../2024-03-12", "dateline")
    assert hinted(dated, accessed="2024-02-01") == ("../2023-03-12", "dateline")
    assert hinted(dated) == (None, "none")


def test_metadata_that_repeats_the_day_of_capture_gives_way() -> None:
    text = BODY.format("March 12, 2024")
    assert hinted(text, published="2024-05-01", accessed="2024-05-01") == ("2024-03-12", "dateline")
    assert hinted(text, published="2024-03-13", accessed="2024-05-01") == ("2024-03-13", "metadata")


@pytest.mark.parametrize(
    "line",
    ["Updated: 14 March 2024", "© 2024 The Coast Courier", "File photo, 14 March 2019", "Next session: see programme of the year 2024",
     "In this photo of 14 March 2019 the harbour master greets the crew of the first ferry to cross the river since the flood"],
)  # fmt: skip
def test_dates_that_are_no_publication(line: str) -> None:
    assert hinted(BODY.format(line)) == (None, "none")


def test_the_issue_and_the_last_change_below_an_article_date_it() -> None:
    text = BODY.format("By Anna Field")
    assert hinted(text + "This article appeared in issue 5 of the review, May 2024.\n") == (
        "2024-05",
        "closing line",
    )
    assert hinted(text + "Last updated: 14 March 2024\n") == ("2024-03-14", "closing line")
    published = BODY.format("Published: March 12, 2024")
    assert hinted(published + "Last updated: 14 March 2024\n") == ("2024-03-12", "dateline")


def test_the_last_change_to_the_minute_below_a_headline_dates_a_page_that_says_no_other_day() -> None:
    assert hinted(BODY.format("Updated: 14 March 2024 10:30")) == ("2024-03-14", "dateline")
    both = BODY.format("Published: March 12, 2024\nUpdated: 14 March 2024 10:30")
    assert hinted(both) == ("2024-03-12", "dateline")
    above = "Updated: 14 March 2024 10:30\nHarbour Lantern\nNews | Sport | Weather\n"
    assert hinted(above + BODY.format("By Anna Field")) == (None, "none")


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("June 2011 | No. 6 (118)", ("2011-06", "dateline")),
        ("Anno XII - Giugno 2011", ("2011-06", "dateline")),
        ("Июнь 2011, № 6 (118)", ("2011-06", "dateline")),
        ("June 2011", ("../2011-06-30", "page banner")),
        ("Number of readers in June 2011: 4 million", (None, "none")),
    ],
)
def test_the_month_of_a_numbered_issue_above_the_headline_dates_it(line: str, found: tuple[str, str]) -> None:
    top = f"Harbour Review\n{line}\nNews | Sport | Weather | Contact\n"
    assert hinted(top + BODY.format("By Anna Field")) == found


def test_an_address_needs_no_scheme() -> None:
    text = BODY.format("By Anna Field")
    assert hinted("www.harbour-lantern.example/world/2024/03/14/ferry-line/\n" + text) == (
        "2024-03-14",
        "address",
    )
    assert hinted("Address: harbour-lantern.example/2024/03/14/ferry-line\n" + text) == (
        "2024-03-14",
        "address",
    )
    assert hinted("Read 2024/03/14 in harbour-lantern.example\n" + text)[1] != "address"


def test_a_day_with_a_clock_between_menu_and_headline_is_the_articles() -> None:
    text = BODY.format("By Anna Field")
    menu = "Harbour Lantern\nNews | Sport | Weather | Contact\n"
    assert hinted(menu + "12.03.2024 09:26\nViews: 1482\n" + text) == ("2024-03-12", "dateline")
    # with its weekday, or above the menu, it is the day of capture
    assert hinted("12.03.2024 09:26\n" + menu + text) == ("../2024-03-12", "page banner")


def test_events_in_the_body_are_no_publication() -> None:
    text = (
        BODY.format("By Anna Field")
        + "On 3 February 2024 the council will vote on the budget of the ferry line in the town hall.\n"
    )
    assert hinted(text) == (None, "none")


@pytest.mark.parametrize(
    ("url", "edtf"),
    [
        ("https://www.example.org/world/2025/08/20/title", "2025-08-20"),
        ("https://www.example.org/2025/aug/20/title", "2025-08-20"),
        ("https://example.org/20250820/123456789.html", "2025-08-20"),
        ("https://example.ir/fa/news/1404/05/29/3380000/title", "2025-08-20"),
        ("https://example.ir/news/14040529000123", "2025-08-20"),
        ("https://example.org/2025/08/title", "2025-08"),
        ("https://example.org/news/20-08-2025-title", "2025-08-20"),
        ("https://example.org/news/title-2025-08-20/", "2025-08-20"),
        ("https://example.org/article/20251332", None),
        ("https://example.org/id/99991231", None),
        ("https://example.org/tel/375291234567", None),
        ("https://2025.example.org/title", None),
    ],
)
def test_addresses(url: str, edtf: str | None) -> None:
    found = read_address_date(url)
    assert (found.edtf if found else None) == edtf


@pytest.mark.parametrize(
    ("value", "edtf"),
    [
        ("2025-08-20", "2025-08-20"),
        ("2025-08-20T23:59:59Z", "2025-08-20"),
        ("20250820T101500", "2025-08-20"),
        ("2025-08", "2025-08"),
        ("2025", "2025"),
        ("Wed, 20 Aug 2025 14:35:00 GMT", "2025-08-20"),
        ("1404-05-29", "2025-08-20"),
        ("۲۹ مرداد ۱۴۰۴", "2025-08-20"),
        ("1755648000", "2025-08-20"),
        ("1755648000000", "2025-08-20"),
        ("2025-02-30", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_metadata_values(value: str, edtf: str | None) -> None:
    found = read_date_value(value)
    assert (found.edtf if found else None) == edtf


@pytest.mark.parametrize(
    "opening",
    ["On 12 March 2024, ", "12 марта 2024 года президенты — соседи — ", "12 March 2024 was a day on which - after years - ", "Встреча состоялась 12 марта 2024. ",
     "The towns met on March 12, 2024. ", "Am 12. März 2024 trafen sich - nach Jahren - ", "Le 12 mars 2024, les maires - enfin - ", "در ۲۲ اسفند ۱۴۰۲ دو شهردار - پس از سال‌ها - "],
)  # fmt: skip
def test_prose_that_begins_with_a_date_is_no_dateline(opening: str) -> None:
    from helpers.clean.publication_dates import find_dates
    from helpers.clean.publication_rows import read_dateline

    text = opening + "the mayors agreed to open a line."
    assert read_dateline(text, find_dates(text[:150])) is None


def test_a_long_page_of_date_lines_is_linear() -> None:
    def read(n: int) -> Callable[[], object]:
        page = make_page(BODY.format("March 12, 2024") + "Ferry news\n14 March 2024\n" * n)
        return lambda: date_page(page)

    assert read(1000)().interval.edtf == "2024-03-12"
    assert_linear(read, 1000)


@pytest.mark.parametrize(
    ("moment", "line", "outlet", "published", "evidence"),
    [
        # four in the morning in Greenwich is the evening before in New York: the page shows which day its readers had
        ("2024-02-29T04:00:36+00:00", "By A. Writer Feb. 28, 2024 10:00 pm", None, "2024-02-28", "dateline"),
        ("2024-02-29T04:00:36Z", "February 29, 2024", None, "2024-02-29", "metadata"),
        ("2024-02-29T04:00:36Z", "", None, "2024-02-29", "metadata"),
        ("1709179236", "February 28, 2024", None, "2024-02-28", "dateline"),
        # a day further off is another day, of a reprint or a mistake: metadata are heard first
        ("2024-02-29T12:00:00Z", "February 26, 2024", None, "2024-02-29", "metadata"),
        # local time with its offset is the local day
        ("2024-02-29T01:00:00+03:00", "February 28, 2024", None, "2024-02-29", "metadata"),
        # half past ten in the evening in Greenwich is the next day in Minsk, if the clock was read right
        ("2024-02-28T22:30:00Z", "", "BelTA", "2024-02-28/2024-02-29", "metadata"),
        ("2024-02-28T22:30:00Z", "February 29, 2024", "BelTA", "2024-02-29", "dateline"),
        ("2024-02-28T12:30:00Z", "", "BelTA", "2024-02-28", "metadata"),
        ("2024-02-30T04:00:36Z", "", None, None, "none"),
    ],
)  # fmt: skip
def test_a_moment_in_universal_time_is_not_yet_a_day(
    moment: str, line: str, outlet: str | None, published: str | None, evidence: str
) -> None:
    hints = [
        Hint("published", moment, "html meta"),
        *([Hint("outlet", outlet, "html meta")] if outlet else []),
    ]
    found = clean_page(make_page(BODY.format(line), hints=hints)).published
    assert (found.interval.edtf, found.evidence) == (published, evidence)


@pytest.mark.parametrize(
    ("colophon", "edtf"),
    [
        ("Harbour Review no. 10, October 2025 · ISSN 0000-0000", "2025-10"),
        ("Hafenrundschau Nr. 10, Oktober 2025 · ISSN 0000-0000", "2025-10"),
        ("Revista Portului nr. 10, octombrie 2025 · ISSN 0000-0000", "2025-10"),
        ("Портовое обозрение № 10, октябрь 2025 · ISSN 0000-0000", "2025-10"),
        ("ISSN 0000-0000 · Harbour Review 1925-2025", None),
        ("The issue of October 2025 is sold out", None),
    ],
)
def test_the_issue_a_review_names_beside_its_issn_is_that_of_the_article(
    colophon: str, edtf: str | None
) -> None:
    text = (
        BODY.format("")
        + "\nRelated articles\nThe lighthouse keeper retires\nHarbour prices rise\n"
        + colophon
        + "\n"
    )
    published = clean_page(make_page(text)).published
    assert published.interval.edtf == edtf
