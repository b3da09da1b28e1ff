import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.clean.overview import read_page
from helpers.explore.model_concordance import KeywordIndex, concordance_table, fold
from helpers.figures.style import clean_text
from helpers.foundation.errors import InputError


@pytest.fixture(scope="module")
def words(sample):
    return KeywordIndex(sample)


@given(st.text())
def test_folding_keeps_every_character_at_its_place(text):
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Ёлка", "елка"), ("ŞİŞLİ", "sisli"), ("Bélarus", "BELARUS"), ("كتاب", "کتاب"), ("mâine", "MAINE")],
)
def test_spellings_that_are_one_word_to_a_reader(one, other):
    assert fold(one) == fold(other)


def test_letters_of_their_own_stay_apart():
    assert fold("мой") != fold("мои")
    assert fold("ўсё")[0] != "у"


@pytest.mark.parametrize("keyword", ["memorandum", "меморандум", "تفاهم", "Тегеран", "mémorandum|Absicht"])
def test_each_line_is_a_slice_of_its_page(sample, words, keyword):
    found = words.search(keyword)
    hits = [n for n in found.lines if n.found_by == "wording"]
    assert hits
    for line in hits:
        page = read_page(sample.articles[line.article_id], sample.raw)
        assert clean_text(page.text[line.start : line.end]) == line.keyword
        assert any(fold(line.keyword).startswith(fold(k)) for k in keyword.split("|"))


def test_right_to_left_lines_say_so(words):
    assert {n.rtl for n in words.search("تفاهم").lines if n.language == "fa"} == {True}
    assert {n.rtl for n in words.search("memorandum").lines if n.language == "en"} == {False}


def test_coded_claims_answer_in_languages_that_word_it_otherwise(words):
    found = words.search("Lukashenko")
    coded = {n.language for n in found.lines if n.found_by == "coded: actors"}
    assert {"ru", "fa"} & coded
    assert len(concordance_table(found)) == found.total


def test_the_limit_is_counted_and_languages_narrow(words):
    found = words.search("Iran|Иран", most=3)
    assert len(found.lines) == 3
    assert found.total > 3
    assert {n.language for n in words.search("Iran", languages=("de",)).lines} == {"de"}


@pytest.mark.parametrize("keyword", ["", "a", "|", "Iran|x"])
def test_a_keyword_too_short_is_refused(words, keyword):
    with pytest.raises(InputError, match="two characters"):
        words.search(keyword)
