"""The words of one language: texts about planted happenings, ordinary news, dates as that language writes them."""

from __future__ import annotations

import datetime as dt
import random
import re
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import jdatetime
from babel.dates import format_date

from benchmarks.pages.happenings import Happening, spell
from helpers.foundation.settings import load_yaml

# Shares of the languages among pages; English, Russian and Persian more often, as in what one finds about the subject.
SHARES = {
    "en": 20, "ru": 18, "fa": 10, "be": 8, "de": 7, "uk": 7, "pl": 6, "ro": 5, "fr": 5, "es": 4, "it": 4, "tr": 4, "lt": 2,
}  # fmt: skip
_DIGITS = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")
_GAPS = re.compile(r" +(?=[ ,.،])")


@cache
def load_words(language: str) -> dict[str, Any]:
    """The words of a language, from words/<language>.yml."""
    return load_yaml(Path(__file__).parent / "words" / f"{language}.yml")  # type: ignore[no-any-return]


@lru_cache(maxsize=65536)
def write_date(day: dt.date, language: str) -> str:
    """A day as pages of the language print it."""
    if language == "fa":
        solar = jdatetime.date.fromgregorian(date=day)
        return f"{solar.day} {jdatetime.date.j_months_fa[solar.month - 1]} {solar.year}".translate(_DIGITS)
    return str(format_date(day, load_words(language)["date"], language))


def write_number(n: int, language: str) -> str:
    """A number in the digits of the language."""
    return str(n).translate(_DIGITS) if language == "fa" else str(n)


def say_when(happening: Happening, language: str, how: str) -> str:
    """When it happened: how is 'weekday', 'day', 'year' or '' (not said)."""
    words, day = load_words(language), happening.day
    if how == "weekday":
        return str(words["weekdays"][day.weekday()])
    if how == "day":
        return str(words["day"].format(date=write_date(day, language)))
    if how == "year":
        year = str(day.year)
        if language == "fa":
            year = str(jdatetime.date.fromgregorian(date=day).year).translate(_DIGITS)
        return str(words["year"].format(year=year))
    return ""


def fill(sentence: str, happening: Happening, language: str, *, when: str = "", agency: str = "") -> str:
    """A sentence of the words file with its places filled in."""
    words = load_words(language)
    text = sentence.format(
        where=words["places"][happening.place],
        when=when,
        irn=spell(happening.irn, language),
        blr=spell(happening.blr, language),
        n=write_number(happening.n, language),
        agency=agency,
    )
    return _GAPS.sub("", text)


def tell(happening: Happening, language: str, how: str, rng: random.Random) -> tuple[str, list[str]]:
    """Headline and sentences of an article about a happening."""
    words = load_words(language)
    own = words["happenings"][happening.kind]
    when = say_when(happening, language, how)
    lead = fill(
        rng.choice(own["leads"]), happening, language, when=when, agency=rng.choice(words["agencies"])
    )
    more = [fill(s, happening, language) for s in own["more"]]
    sentences = [lead, more[0], *rng.sample(more[1:], rng.randrange(1, 3))]
    sentences += [ordinary_sentence(language, rng) for _ in range(rng.randrange(5, 10))]
    return fill(rng.choice(own["headlines"]), happening, language), sentences


def recall(happening: Happening, language: str, how: str) -> str:
    """A sentence of background about an earlier happening."""
    own = load_words(language)["happenings"][happening.kind]
    return fill(own["recalled"], happening, language, when=say_when(happening, language, how))


def ordinary_sentence(language: str, rng: random.Random) -> str:
    """A sentence about nothing in particular."""
    words = load_words(language)["ordinary"]
    return str(words["pattern"].format(**_pick(words, rng)))


def ordinary(language: str, rng: random.Random) -> tuple[str, list[str]]:
    """Headline and sentences of an ordinary article."""
    words = load_words(language)["ordinary"]
    title = rng.choice(words["headlines"]).format(**_pick(words, rng))
    return title, [ordinary_sentence(language, rng) for _ in range(rng.randrange(5, 16))]


def _pick(words: dict[str, Any], rng: random.Random) -> dict[str, str]:
    return {
        name: words[many][int(rng.random() * len(words[many]))]
        for name, many in (
            ("subject", "subjects"), ("verb", "verbs"), ("object", "objects"), ("place", "places"), ("time", "times"),
            ("tail", "tails"),
        )
    }  # fmt: skip
