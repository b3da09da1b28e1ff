"""The PDF: every script whole, page text never code, the table attached, the same bytes for the same run."""

import shutil
import subprocess

import pypdfium2
import pytest
from report_tables import EVENTS, PAGES, REFERENCE, RUN, make_tables, write_tables

from helpers.report.document import typst_string
from helpers.report.pdf import render_pdf


@pytest.fixture(scope="module")
def pdf(tmp_path_factory):
    folder = tmp_path_factory.mktemp("pdf")
    return render_pdf(write_tables(folder / "processed"), RUN, folder / "report.pdf", reference=REFERENCE)


def read(path):
    document = pypdfium2.PdfDocument(path)
    return document, " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in document)


def test_quotes_are_whole_in_every_script(pdf):
    _, text = read(pdf)
    for key in ("ru1", "ro1", "de1", "be1", "uk1", "pl1", "lt1", "tr1", "es1"):
        quote = next(p for p in PAGES if p[0] == key)[8][0]
        assert quote in text, key
    persian = next(p for p in PAGES if p[0] == "fa1")[8][0].replace("\u200c", "")
    found = text.replace("\u200c", "")
    assert all(word in found or word[::-1] in found for word in persian.rstrip(".").split() if len(word) > 3)


def test_another_reader_finds_the_quotes_whole(pdf):
    """pdftotext reads the text layer by itself: Cyrillic, Romanian, German; Persian by its words."""
    tool = shutil.which("pdftotext")
    if tool is None:
        pytest.skip("needs pdftotext (apt-get install poppler-utils)")
    done = subprocess.run([tool, "-enc", "UTF-8", str(pdf), "-"], check=True, capture_output=True)
    text = " ".join(done.stdout.decode("utf-8").split())
    for key in ("ru1", "ro1", "de1", "be1", "uk1", "lt1", "tr1"):
        quote = next(p for p in PAGES if p[0] == key)[8][0]
        assert quote in text, key
    marks = {ord(c): None for c in "\u200c\u200e\u200f\u202a\u202b\u202c\u202d\u202e"}
    persian = next(p for p in PAGES if p[0] == "fa1")[8][0].translate(marks)
    # the ligature of lam and alef may come back as one letter
    words = [w for w in persian.rstrip(".").split() if len(w) > 3 and "لا" not in w]
    found = text.translate(marks)
    assert words
    assert [w for w in words if w not in found] == []


def test_words_longer_than_a_line_stay_on_the_page(tmp_path):
    rows = make_tables()
    for article in rows["articles"]:
        article["source_path"] = "a" * 240 + ".html"
    for claim in rows["claims"]:
        claim["quote"] = "b" * 400
    document = pypdfium2.PdfDocument(render_pdf(write_tables(tmp_path / "p", rows), RUN, tmp_path / "r.pdf"))
    for page in document:
        width = page.get_width()
        found = page.get_textpage()
        boxes = [found.get_charbox(i) for i in range(found.count_chars())]
        assert max((box[2] for box in boxes), default=0) <= width - 20
    said = "".join("".join(p.get_textpage().get_text_range().split()) for p in document).replace("\u200b", "")
    assert "a" * 240 + ".html" in said.replace("\ufffe", "")


def test_the_file_says_which_standards_it_keeps(pdf):
    """What typst wrote and checked: PDF/A-3a and PDF/UA-1, tagged, with a language; a checker of its own is not at hand."""
    data = pdf.read_bytes()
    for mark in (b"<pdfaid:part>3</pdfaid:part>", b"<pdfaid:conformance>A</pdfaid:conformance>", b"<pdfuaid:part>1</pdfuaid:part>"):  # fmt: skip
        assert mark in data, mark
    assert b"/MarkInfo<</Marked true" in data
    assert b"/StructTreeRoot" in data
    assert b"/Lang(en)" in data


def test_page_text_is_never_code(pdf):
    _, text = read(pdf)
    assert '#panic("no")' in text.replace("“", '"').replace("”", '"')
    assert "<script>" in text
    assert "$x^2$" in text


def test_the_table_is_attached_and_the_outline_there(pdf):
    document, _ = read(pdf)
    assert document.count_attachments() == 1
    data = bytes(document.get_attachment(0).get_data()).decode("utf-8")
    assert data.count("\r\n") == len(make_tables()["milestones"]) + 1
    titles = [item.get_title() for item in document.get_toc()]
    assert {"Findings", "Timeline", "Milestones", "Evidence", "Cited articles", "Method"} <= set(titles)


def test_the_same_run_gives_the_same_bytes(pdf, tmp_path):
    again = render_pdf(
        write_tables(tmp_path / "processed"), RUN, tmp_path / "report.pdf", reference=REFERENCE
    )
    assert again.read_bytes() == pdf.read_bytes()


@pytest.mark.parametrize("case", ["none", "one", "strange"])
def test_any_table_is_typeset(case, tmp_path):
    events = {
        "none": [],
        "one": EVENTS[:1],
        "strange": [(EVENTS[0][0], "中文 😀 \x07 \u202e #eval(1) ]] ```", *EVENTS[0][2:])],
    }[case]
    rows = make_tables(events)
    if case == "strange":
        for claim in rows["claims"]:
            claim["quote"] = '𒀀 中文 #include "x" $ * _ ` @ref <label> \\ //'
    out = render_pdf(write_tables(tmp_path / "processed", rows), RUN, tmp_path / "report.pdf")
    _, text = read(out)
    assert "□" in text or case != "strange"


def test_a_typst_string_cannot_be_left():
    assert typst_string('a"); panic("b') == '"a\\"); panic(\\"b"'
    assert typst_string("a\\") == '"a\\\\"'
