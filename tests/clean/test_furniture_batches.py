"""Pages looked at together give what each gives alone, and the quick look at first letters misses no cue."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from saved_pages import load_saved

from helpers.clean.furniture import clean_text, clean_texts
from helpers.clean.furniture_cues import load_cues
from helpers.clean.furniture_lines import split_page

SAVED = [page.text for part in ("tune", "score") for page in load_saved(part)]


def test_pages_together_are_cleaned_as_pages_alone() -> None:
    texts = ["", *SAVED[:9], " \n", "\u200b", *SAVED[9:], "Home"]
    assert clean_texts(texts) == [clean_text(text) for text in texts]


@given(st.lists(st.text(alphabet=st.characters(codec="utf-8"), max_size=120), max_size=6))
@settings(max_examples=80, deadline=None)
def test_any_texts_together(texts: list[str]) -> None:
    assert clean_texts(texts) == [clean_text(text) for text in texts]


def test_cues_are_found_by_their_first_letters() -> None:
    cues = load_cues()
    for text in SAVED:
        page = split_page(text)
        assert page is not None
        lines = [text[a:b] for a, b in zip(page.start.tolist(), page.end.tolist(), strict=True)]
        assert cues.match_page(text, page).tolist() == cues.match_starts(lines)


def test_every_cue_is_found_however_it_is_written() -> None:
    cues = load_cues()
    heads = [*cues.by_head.values(), *cues.by_short_head.values()]
    forms = ("{}", "{} 12", "- {}", "» ({}", "{}abc")
    lines = [
        line
        for n, cue in enumerate(sorted({cue for head in heads for cue in head[0]}))
        for form in (forms[n % 5], forms[n // 5 % 5])
        for line in (
            form.format(cue).strip(),
            form.format(cue.upper()).strip(),
            form.format(cue.title()).strip(),
        )
        if line
    ]
    text = "\n".join(lines)
    page = split_page(text)
    assert page is not None
    assert len(page) == len(lines)
    assert cues.match_page(text, page).tolist() == cues.match_starts(lines)


def test_turkish_capitals_begin_cues() -> None:
    assert load_cues().match_starts(["İlgili haberler"])[0]
