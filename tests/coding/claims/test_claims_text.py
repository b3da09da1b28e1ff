"""Words, sentences, datelines and patterns."""

from __future__ import annotations

import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.coding.claims.entry_table import EntryTable, pack_entries
from helpers.coding.claims.pattern_matcher import Matcher
from helpers.coding.claims.patterns import Entry, read_pattern, weigh
from helpers.coding.claims.tokens import dateline_length, normalise_word, split_sentences, tokenise


def _words(text: str) -> list[str]:
    return [t.norm for t in tokenise(text) if t.is_word]


@given(st.text(max_size=300))
def test_tokens_and_sentences_point_into_the_text(text: str) -> None:
    last = 0
    for token in tokenise(text):
        assert last <= token.start < token.end <= len(text)
        last = token.end
    last = 0
    for start, end in split_sentences(text):
        assert last <= start < end <= len(text)
        assert text[start:end].strip() == text[start:end]
        last = end


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("ţări", "țări"),
        ("достигнутые договорённости", "достигнутые договоренности"),
        ("می‌شود", "میشود"),
        ("İran", "iran"),
        ("كشور", "کشور"),
    ],
)
def test_look_alike_letters_are_one(a: str, b: str) -> None:
    assert _words(a) == _words(b)


def test_elision_and_hyphens_cut_words_where_the_language_says_so() -> None:
    assert [t.norm for t in tokenise("l'accord s'est", elision=True)] == ["l", "accord", "s", "est"]
    assert [t.norm for t in tokenise("s-au întâlnit", split_hyphens=True, fold=True)] == [
        "s",
        "au",
        "intalnit",
    ]
    assert normalise_word("Semnează", fold=True) == "semneaza"


@pytest.mark.parametrize(
    ("text", "n"),
    [
        ("Es wurde am 20. August unterzeichnet. Danach reiste er ab.", 2),
        ("Brig. Gen. A. Karimi met Mr. Novik. They talked.", 2),
        ("Документ подписан 5 марта 2023 г. в Минске. Стороны довольны.", 2),
        ("وزیر گفت: آماده‌ایم. او افزود؟ بله.", 3),
        ("He said: “We signed.” Then he left.", 2),
    ],
)
def test_sentences_end_where_they_end(text: str, n: int) -> None:
    assert len(split_sentences(text)) == n


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("GRODNO, 10 May (AgencyX) - The session", "The session"),
        ("ШИРАЗ, 8 мая. /АГЕНТ/. Министры", "Министры"),
        ("Iran and Belarus – two countries – met", "Iran and Belarus – two countries – met"),
    ],
)
def test_datelines_are_found_and_sentences_with_dashes_are_none(text: str, rest: str) -> None:
    assert text[dateline_length(text) :] == rest


def test_patterns_stems_tails_alternatives_and_gaps() -> None:
    def entry(source: str) -> Entry:
        elements = read_pattern(source, lambda w: [normalise_word(w)])
        return Entry("trigger", source, "past", source, elements, weigh(elements))

    entries = [entry("put .. signature*"), entry("*abkommen"), entry("took|takes place"), entry("подпис*")]
    matcher = Matcher(EntryTable(pack_entries(entries)))
    found = [
        h.entry.key
        for h in matcher.find(
            tokenise("They put their own signatures; Handelsabkommen takes place подписали")
        )
    ]
    assert found == ["put .. signature*", "*abkommen", "took|takes place", "подпис*"]
    assert matcher.find(tokenise("put, after all a signature")) == []
    assert matcher.find(tokenise("put, after all, a signature"))  # words between two marks are an aside


@pytest.mark.parametrize("bad", ["", "..", "a ..", "a*b", "a||b"])
def test_what_is_no_pattern_is_refused(bad: str) -> None:
    with pytest.raises(ValueError):
        read_pattern(bad, lambda w: [normalise_word(w)])


def test_hostile_text_costs_linear_time() -> None:
    text = "signed " * 40_000
    begin = time.perf_counter()
    for start, end in split_sentences(text):
        tokenise(text[start:end])
    dateline_length("A" * 200_000)
    assert time.perf_counter() - begin < 3


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (
            "Le Parlement iranien a ratifié mardi l'accord de coopération militaire avec le Bélarus.\n"
            "Le texte avait été signé à Minsk en mars 2022.", "fr",
        ),
        (
            "Iran's parliament ratified on Tuesday the military cooperation agreement with Belarus.\n"
            "The document was signed in Minsk in March 2022.", "en",
        ),
    ],
)  # fmt: skip
def test_the_document_of_the_next_sentence_is_the_paper_just_told_of(
    code: Any, text: str, language: str
) -> None:
    ratified, signed = code(text, language)
    assert (signed.draft.paper.name, signed.draft.paper.count, signed.defence) == (
        ratified.draft.paper.name,
        1,
        "yes",
    )
    assert signed.dated.interval.edtf == "2022-03"


def test_another_paper_of_the_next_sentence_stays_another(code: Any) -> None:
    _, signed = code(
        "Iran's parliament ratified on Tuesday the military cooperation agreement with Belarus.\n"
        "A memorandum on tourism was signed in Minsk in March 2022.",
        "en",
    )
    assert (signed.draft.paper.name, signed.defence) == ("memorandum", "no")
