"""Laws that hold for any text: coding never fails, points into the text, keeps status and polarity in step."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from growth import assert_linear
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from helpers.coding.claims.lexicon import load_lexicon
from helpers.foundation.schemas import CLAIM_KINDS, LANGUAGES, POLARITIES, STATUSES

_NAMES = [
    "Iran",
    "Belarus",
    "Minsk",
    "Tehran",
    "Lukashenko",
    "Иран",
    "Минск",
    "Лукашенко",
    "ایران",
    "بلاروس",
    "2023",
    "8",
    ",",
    ".",
    "—",
]


def _words(language: str) -> list[str]:
    entries = load_lexicon(language).entries
    return sorted({e.source.replace("*", "").replace("..", "").split("|")[0].strip() for e in entries})


@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_jumble_of_lexicon_words_is_coded_lawfully(code: Any, language: str, data: st.DataObject) -> None:
    vocabulary = _words(language) + _NAMES * 20
    text = " ".join(data.draw(st.lists(st.sampled_from(vocabulary), max_size=60)))
    for found in code(text, language):
        judgement = found.draft.judgement
        assert (
            judgement.status in STATUSES
            and judgement.polarity in POLARITIES
            and found.draft.kind in CLAIM_KINDS
        )
        assert (judgement.polarity == "negated") == (judgement.status == "denied")
        assert found.parties == tuple(sorted(set(found.parties))) and len(found.parties) >= 2
        assert 0 <= found.sentence.start < found.sentence.end <= len(text)
        interval = found.dated.interval
        if (
            judgement.polarity == "asserted"
            and judgement.status not in ("planned",)
            and interval.latest is not None
        ):
            assert interval.latest.isoformat() <= "2023-05-10"


@pytest.mark.parametrize("language", ["en", "fa", "de"])
def test_a_hostile_page_costs_linear_time(code: Any, language: str) -> None:
    words = " ".join(_words(language)[:600])

    def read(n: int) -> Callable[[], object]:
        text = (words + " Iran Belarus Minsk ") * n
        return lambda: code(text, language)

    assert_linear(read, 2)
