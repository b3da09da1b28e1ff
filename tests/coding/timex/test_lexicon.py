"""The vocabulary files: strict, complete, and errors that say where."""

import pytest

from helpers.coding.timex.lexicon import expand_forms, get_lexicon, load_lexicon
from helpers.foundation.errors import ConfigError
from helpers.foundation.schemas import LANGUAGES


def test_forms_expand():
    assert list(expand_forms("ма(й|я), два слова")) == ["май", "мая", "два слова"]
    assert list(expand_forms("a(b|)(c|d)")) == ["abc", "abd", "ac", "ad"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_knows_its_calendar(language):
    cats = [c for entry in get_lexicon(language).words.values() for c in entry.items()]
    months = {v for c, v in cats if c in ("month", "month_weak")}
    weekdays = {v for c, v in cats if c in ("wday", "wday_weak")}
    assert months == set(range(1, 13))
    assert weekdays == set(range(1, 8))
    assert {v for c, v in cats if c == "season"} == {1, 2, 3, 4}
    assert {v for c, v in cats if c == "day"} >= {-1, 0, 1}
    assert {v for c, v in cats if c == "unit"} >= {"day", "week", "month", "year", "century", "hour"}
    assert {v for c, v in cats if c == "part"} == {"start", "mid", "end"}
    assert {v for c, v in cats if c == "ref"} == {"PRESENT_REF", "PAST_REF", "FUTURE_REF"}


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("munths: [a]\n", r"dates.yml:1: unknown key 'munths'; allowed: "),
        ("of: of\nof: off\n", r"dates.yml:2: .*stands twice"),
        ("months: [a, b]\n", r"dates.yml:1: months must be a list of 12"),
        ("cardinals: {one: eins}\n", r"cardinals: the key 'one' must be int"),
        ("parts: {begin: Anfang}\n", r"parts: 'begin' is none of start, mid, end"),
        ("of: [of]\n", r"of must be forms in one string"),
    ],
)
def test_mistakes_are_named(tmp_path, content, message):
    path = tmp_path / "dates.yml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(ConfigError, match=message):
        load_lexicon("en", path)
