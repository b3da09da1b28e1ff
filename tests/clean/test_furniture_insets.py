"""What blank lines tell inside an article: links under a label, headings with numbers, the line under a headline; days around it."""

from __future__ import annotations

from helpers.clean.articles import clean_page
from helpers.clean.furniture import clean_text
from helpers.foundation.provenance import sha256_hex
from helpers.foundation.records import Article, Page

PARTS = (
    "The harbour board agreed on Tuesday to dredge the northern channel before the first storms of the winter arrive.",
    "Engineers had found that the channel lost a metre of its depth in three years, more than the charts allow for.",
    "Fishermen doubt that the work will help them, and ask the board to open the old lock in the spring instead.",
    "The board meets again in June, when the owners of the ferries are to say what they are ready to pay for it.",
)
TITLE = "Harbour board agrees to dredge the northern channel"


def read_page(text: str) -> Article:
    return clean_page(Page("page.txt", sha256_hex(text), "", "text/plain", "utf-8", "", text))


def test_a_link_close_under_its_label_is_cut_and_the_article_goes_on() -> None:
    inset = "RELATED\nThe bakers threaten a strike. The cabinet meets on Friday."
    page = "\n\n".join([TITLE, PARTS[0], PARTS[1], inset, *PARTS[2:]])
    assert clean_text(page) == "\n".join([TITLE, *PARTS])


def test_a_notice_that_the_article_goes_on_cuts_nothing() -> None:
    page = "\n\n".join([TITLE, *PARTS[:2], "Story continues after the advertisement\n" + PARTS[2], PARTS[3]])
    assert clean_text(page) == "\n".join([TITLE, *PARTS])


def test_numbered_headings_stay() -> None:
    headings = ("1. What was decided", "2. What it costs", "3. What comes next")
    both = [line for pair in zip(headings, PARTS, strict=False) for line in pair]
    assert clean_text("\n\n".join([TITLE, PARTS[3], *both])) == "\n".join([TITLE, PARTS[3], *both])


def test_a_word_that_heads_comments_elsewhere_is_a_heading_between_long_sentences() -> None:
    page = "\n\n".join(["Site\nHome", TITLE, PARTS[0], "Commentary", *PARTS[1:]])
    assert "Comments" not in clean_text(page.replace("Commentary", "Comments (4)"))
    assert PARTS[3] in clean_text(page)


def test_the_line_close_under_a_headline_is_kept_and_is_not_the_headline() -> None:
    under = "Fishermen and the owners of the ferries wait to hear what the work will cost them"
    page = (
        "Harbour Lantern\nNews | Tides | Crews\n\n"
        + TITLE
        + "\n"
        + under
        + "\n5 March 2024\n\n"
        + "\n\n".join(PARTS)
    )
    article = read_page(page)
    assert article.title == TITLE
    assert under in clean_text(page)


def test_the_day_beside_the_number_of_a_text_in_a_row_of_rights_and_in_an_address_below() -> None:
    body = "\n\n".join(PARTS)
    head = "Harbour Lantern\nNews | Tides | Crews\n"
    numbered = read_page(f"{head}5 March 2024\nNews ID: 118204\n\n{TITLE}\n\n{body}")
    assert (numbered.published.interval.edtf, numbered.published.evidence) == ("2024-03-05", "dateline")
    signed = read_page(
        f"{head}\n{TITLE}\n\n{body}\n\n© Harbour Lantern. Published 5 March 2024. Quote us with a link."
    )
    assert (signed.published.interval.edtf, signed.published.evidence) == ("2024-03-05", "closing line")
    for address, day in (
        ("https://lantern.example/2024/03/05/harbour-board-dredge/", "2024-03-05"),
        ("https://lantern.example/harbour/", None),
    ):
        page = f"{head}\n{TITLE}\n\n{body}\n\nShare\nMost read\nA calm week on the coast\n{address}"
        assert read_page(page).published.interval.edtf == day


def test_a_name_inside_the_publishers_own_is_not_cited() -> None:
    page = f"Mehr Coast Weekly\nNews | Tides | Crews\n\n{TITLE}\n\n{PARTS[0]}\n\nHe told Mehr Coast Weekly that work begins soon.\n\n{PARTS[1]}"
    article = read_page(page)
    assert article.outlet == "Mehr Coast Weekly"
    assert article.cites == ()
