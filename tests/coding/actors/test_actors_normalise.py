"""Normal forms: length kept, offsets true, spellings that are one name made one."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.coding.actors.normalise import fold, tokens, words

TEXT = st.text(alphabet=st.characters(codec="utf-8"), max_size=80)


@given(TEXT)
def test_folding_keeps_the_length(text):
    assert len(fold(text)) == len(text)


@given(TEXT)
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


@given(TEXT)
def test_words_stand_where_they_say_and_do_not_overlap(text):
    found = tokens(text)
    assert all(0 <= t.start < t.end <= len(text) for t in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Łukaszenka", "lukaszenka"), ("İRAN", "iran"), ("Хренёв", "хренев"), ("رئيس", "رییس"), ("كابل", "کابل"),
        ("Pez\u00adeshkian", "pezeshkian"), ("Raïssi", "Raissi"), ("Lukašenka", "Lukas\u030cenka"), ("آشتیانی", "اشتیانی"),
        ("رئیس‌جمهور", "رییس جمهور"), ("Aştiyani", "ashtiyani".replace("sh", "s")),
    ],
)  # fmt: skip
def test_spellings_of_one_name_have_one_form(one, other):
    assert words(one) == words(other)


def test_cyrillic_letters_with_marks_stay_letters():
    assert words("Чарвякоў Україна Шойгу") == ("чарвякоў", "україна", "шойгу")
    assert words(unicodedata.normalize("NFD", "Шойгу")) == ("шойгу",)


def test_apostrophes_part_a_name_from_its_ending():
    assert [t.form for t in tokens("Tahran'da Iran’s")] == ["tahran", "da", "iran", "s"]
