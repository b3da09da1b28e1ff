"""Spans, joined slices and hashes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.foundation.provenance import JoinedText, Span, normalise_quote, sha256_hex, short_id


@given(
    st.text(min_size=1, max_size=200),
    st.lists(st.tuples(st.integers(0, 200), st.integers(0, 200)), min_size=1, max_size=6),
)
def test_every_slice_of_the_joined_text_leads_back(text, pairs):
    bounds = sorted({min(n, len(text)) for pair in pairs for n in pair})
    spans = [Span(a, b) for a, b in zip(bounds[::2], bounds[1::2], strict=False)]
    if not spans:
        return
    joined = JoinedText.from_page(text, spans)
    at = 0
    for span in spans:
        length = span.end - span.start
        assert joined.to_page(at, at + length) == span
        at += length + 1


def test_a_match_across_two_slices_is_refused():
    joined = JoinedText.from_page("one two", [Span(0, 3), Span(4, 7)])
    assert joined.text == "one\ntwo"
    with pytest.raises(ValueError, match="crosses"):
        joined.to_page(1, 5)


def test_hash_is_named_and_stable():
    assert sha256_hex("") == "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert sha256_hex("ü") == sha256_hex("ü".encode())


def test_ids_do_not_run_parts_together():
    assert short_id("x", "ab", "c") != short_id("x", "a", "bc")


def test_quotes_compare_across_spacing_and_case():
    assert normalise_quote("  The\u00a0Treaty\n was SIGNED ") == "the treaty was signed"
