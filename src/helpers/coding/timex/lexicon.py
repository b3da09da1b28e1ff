"""The temporal vocabulary of one language: config/lexicon/<language>/dates.yml over the CLDR names of Babel.

A form is written in lower case; `stem(a|b|)` stands for every spelling with one of the endings, forms are separated by
commas, a form may be several words, and a trailing dot is optional in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from helpers.coding.timex.feasts import check_code
from helpers.coding.timex.folding import APOSTROPHES, fold_word, strip_marks
from helpers.foundation.errors import ConfigError
from helpers.foundation.schemas import LANGUAGES
from helpers.foundation.settings import check_keys, find_paths, line_of, load_yaml

Categories = Mapping[str, Any]
EMPTY: Categories = {}

# key of the file -> category: every form gets the category with the value True
FLAGS = {
    "of": "of", "since": "since", "weak_since": "weaksince", "since_past": "sincepast", "until": "until", "before": "before", "after": "after", "to": "to",
    "between": "between", "and": "and", "prepositions": "prep", "weak_prepositions": "weakprep", "articles": "art",
    "approximate": "approx", "one": "one", "vague": "vague", "every": "every", "half": "half",
    "ago_before": "ago_b", "ago_after": "ago_a", "in_before": "in_b", "in_before_weak": "in_weak",
    "in_after": "in_a", "later_before": "later_b", "later_after": "later_a", "earlier_after": "earlier_a",
    "year_before": "yw_b", "year_after": "yw_a", "month_before": "mw_b", "month_after": "mw_a",
    "day_before": "dw_b", "day_after": "dw_a", "decade_before": "dec_b", "decade_after": "dec_a",
    "same": "same", "since_after": "since_a", "until_after": "until_a", "before_after": "before_a",
    "after_after": "after_a", "clock_before": "clock_b", "clock_after": "clock_a", "shade": "shade",
    "identifiers": "ident", "streets": "street", "versions": "version", "hidden": "hidden", "future": "fut", "past": "past", "present": "pres",
    "reporting": "report", "clause_starts": "clause", "when": "when", "day_suffix": "dsuf", "ordinal_suffix": "osuf",
    "decade_suffix": "decsuf", "not_after_weak": "notweak", "case_suffix": "csuf", "weekday_after": "wdw_a",
    "verbs_neutral": "verbn", "also_nouns": "alsonoun", "prospects": "prospect", "deferrals": "defer", "deferred_to": "goal", "time_granted": "grant", "or": "or", "than": "than", "quarter_abbreviations": "qabbr", "counted_before": "countlead", "plural_dayparts": "pldaypart", "planned_passives": "plpass", "records": "record", "nearest": "nearest", "more_than": "more", "as_of": "asof", "meant_for": "meant", "before_nouns": "bnoun",
    "titles": "title", "birth_marks": "birth", "year_followers": "yfol", "year_nouns": "ynoun", "given_names": "given", "state_words": "state", "season_adverbs": "sadv", "holiday_prepositions": "hprep", "holiday_nouns": "hnoun", "last_of": "lastb", "exactly": "exact", "and_half": "ahalf", "century_abbreviations": "centabbr", "auxiliaries": "aux", "copulas": "copula", "month_days": "mday_b", "first_of_month": "first", "solar_words": "solarw",
    "gregorian_words": "gregw", "lunar_words": "lunarw", "plural_units": "plural", "report_latest": "rlatest", "report_prior": "rprior", "report_units": "runit", "report_same": "rsame", "report_years": "ryear", "report_figures": "rfigure", "overnight": "overnight", "not_before_year": "numprep", "adverbs_before_year": "yadv",
}  # fmt: skip
# key -> (category, kind of key): a mapping from value to forms
KEYED: dict[str, tuple[str, type[int] | type[str]]] = {
    "relative_days": ("day", int), "direction": ("dir", int), "following": ("anch", int), "ordinals": ("ord", int),
    "cardinals": ("card", int), "units": ("unit", str), "seasons": ("season", int), "parts": ("part", str),
    "refs": ("ref", str), "frequency": ("freq", str), "dayparts": ("daypart", str), "eras": ("era", str),
    "decades": ("decade", int), "halves": ("halfph", int), "plural_weekdays": ("plwd", int),
    "months_weak": ("month_weak", int), "weekdays_weak": ("wday_weak", int), "solar_months": ("solar", int), "solar_months_weak": ("solar_weak", int),
    "lunar_months": ("lunar", int), "relative_times": ("reltime", str), "seasons_weak": ("season_weak", int), "unit_parts": ("unitpart", str), "weekday_times": ("wdaytime", str), "decades_alone": ("decade1", int), "following_days": ("folday", int), "holidays": ("holiday", str), "month_halves": ("mhalf", int), "month_adjectives": ("madj", int), "weekday_adjectives": ("wadj", int), "centuries": ("centname", int), "cardinals_and_half": ("cardhalf", int), "vague_spans": ("span", str),
}  # fmt: skip
LISTS = {"months": 12, "months_abbreviated": 12, "weekdays": 7, "weekdays_abbreviated": 7}
PLAIN = (
    "capitalised", "month_first", "parts_after", "year_first", "joins_apostrophe", "counted", "future_endings",
    "past_endings", "present_endings", "plural_presents", "participle_endings", "event_endings", "infinitive_endings", "happenings", "ending_exceptions", "untensed", "relative_units", "amounts", "use_cldr",
    "year_needs_word", "solar_default", "essays", "fiscal_years",
)  # fmt: skip
PARTS = ("start", "mid", "end")
# languages whose names of months and weekdays are often written without accents: fevrier, sabado, lunedi, subat
_ACCENTS_DROP = frozenset(("es", "fr", "it", "pl", "tr"))
_GROUP = re.compile(r"\(([^()]*)\)")
_PIECES = re.compile(r"[^\W\d_]+(?:['’ʼ\u200c\u200d\u0300-\u036f]+[^\W\d_]+)*|\d+|[^\w\s]")
_PIECES_SPLIT = re.compile(r"[^\W\d_]+(?:[\u200c\u200d\u0300-\u036f]+[^\W\d_]+)*|\d+|[^\w\s]")


@dataclass(slots=True)
class Lexicon:
    """The vocabulary of one language, ready for look-up.

    Attributes:
        language: ISO 639-1 code.
        words: folded words of a form -> its categories.
        first_words: first word of each phrase -> lengths of the phrases that begin with it, longest first.
        cache: raw word -> (folded, categories, capital, upper), filled while scanning.
        reports: the file has words of business reports, which compare quarters with those of the year before.
        flags: the plain settings of the file.
    """

    language: str
    words: dict[tuple[str, ...], dict[str, Any]] = field(default_factory=dict)
    first_words: dict[str, tuple[int, ...]] = field(default_factory=dict)
    cache: dict[str, tuple[str, Categories, bool, bool]] = field(default_factory=dict)
    joins_apostrophe: bool = False
    capitalised: bool = False
    month_first: bool = False
    parts_after: bool = False
    year_first: bool = False
    year_needs_word: bool = False
    solar_default: bool = False
    reports: bool = False
    essays: bool = False
    untensed: str = "past"
    counted: tuple[str, ...] = ()
    future_endings: tuple[str, ...] = ()
    past_endings: tuple[str, ...] = ()
    present_endings: tuple[str, ...] = ()
    participle_endings: tuple[str, ...] = ()
    event_endings: tuple[str, ...] = ()
    infinitive_endings: tuple[str, ...] = ()
    happenings: tuple[str, ...] = ()
    ending_exceptions: frozenset[str] = frozenset()
    plural_presents: frozenset[str] = frozenset()
    tense_cache: dict[str, str] = field(default_factory=dict)
    number_sign: Categories = field(default_factory=lambda: {"ident": True, "version": True})


def expand_forms(forms: str) -> Iterator[str]:
    """Every spelling that a comma-separated list of forms with `(a|b)` groups stands for."""
    for form in _split_top(forms):
        yield from _expand(form)


def _split_top(forms: str) -> list[str]:
    return [form.strip() for form in forms.split(",") if form.strip()]


def _expand(form: str) -> Iterator[str]:
    match = _GROUP.search(form)
    if match is None:
        yield form.strip()
        return
    for ending in match[1].split("|"):
        yield from _expand(form[: match.start()] + ending + form[match.end() :])


def _pieces(form: str, language: str, joins: bool) -> tuple[str, ...]:
    rx = _PIECES if joins else _PIECES_SPLIT
    return tuple("'" if p in APOSTROPHES else fold_word(p, language) for p in rx.findall(form))


class _Builder:
    """Collects forms of one language into a `Lexicon`."""

    def __init__(self, language: str, path: Path, joins: bool):
        self.language, self.path, self.joins = language, path, joins
        self.words: dict[tuple[str, ...], dict[str, Any]] = {}

    def add(self, forms: Any, category: str, value: Any, *at: str | int) -> None:
        if not isinstance(forms, str):
            raise ConfigError(
                self.path,
                f"{'.'.join(map(str, at))} must be forms in one string, separated by commas, not {forms!r}",
                line=line_of(self.path, *at),
            )
        for form in expand_forms(forms):
            key = _pieces(form, self.language, self.joins)
            if not key:
                raise ConfigError(self.path, f"the form {form!r} holds no word", line=line_of(self.path, *at))
            self._put(key, category, value)
            if self.language == "ro" and any(piece.endswith("ă") for piece in key):
                bare = tuple(piece[:-1] + "a" if piece.endswith("ă") else piece for piece in key)
                self._put(bare, category, value)  # as it is written without marks
            if category in ("month", "month_abbr", "wday") and self.language in _ACCENTS_DROP:
                self._put(tuple(strip_marks(piece) for piece in key), category, value)
            if len(key) > 1 and key[-1] == ".":
                self._put(key[:-1], category, value)

    def _put(self, key: tuple[str, ...], category: str, value: Any) -> None:
        self.words.setdefault(key, {}).setdefault(category, value)


def _add_cldr(builder: _Builder, language: str) -> None:
    """CLDR's month and weekday names, format and stand-alone, wide and abbreviated."""
    from babel import Locale

    locale = Locale(language)
    for context in ("format", "stand-alone"):
        wide = {n.rstrip(".").lower() for n in locale.months[context]["wide"].values()}
        for number, name in locale.months[context]["wide"].items():
            builder.add(name, "month", number)
        for number, name in locale.months[context]["abbreviated"].items():
            if name.rstrip(".").lower() not in wide:
                builder.add(name.rstrip(".") + ".", "month_abbr", number)
        for number, name in locale.days[context]["wide"].items():
            builder.add(name, "wday", number + 1)


def load_lexicon(language: str, path: Path | None = None) -> Lexicon:
    """Read and check the vocabulary of a language.

    Args:
        language: one of the project's language codes.
        path: the file, by default config/lexicon/<language>/dates.yml of the project.

    Raises:
        ConfigError: an unknown key or a value of the wrong shape, with file and line.
        ValueError: not a language of the project.
    """
    if language not in LANGUAGES:
        raise ValueError(f"language {language!r} has no temporal lexicon; allowed: {', '.join(LANGUAGES)}")
    path = path or find_paths().lexicon(language, "dates")
    data = load_yaml(path)
    if not isinstance(data, dict):
        raise ConfigError(path, "must hold a mapping of vocabulary keys")
    check_keys(path, data, allowed=(*FLAGS, *KEYED, *LISTS, *PLAIN))
    builder = _Builder(language, path, bool(data.get("joins_apostrophe", False)))
    for key, category in (
        ("months", "month"), ("months_abbreviated", "month_abbr"), ("weekdays", "wday"), ("weekdays_abbreviated", "wday_abbr"),
    ):  # fmt: skip
        rows = data.get(key)
        if rows is None:
            continue
        if not isinstance(rows, list) or len(rows) != LISTS[key]:
            raise ConfigError(path, f"{key} must be a list of {LISTS[key]} strings", line=line_of(path, key))
        for number, forms in enumerate(rows, 1):
            if forms:
                builder.add(forms, category, number, key, number - 1)
    if data.get("use_cldr", True):
        _add_cldr(builder, language)
    for key, category in FLAGS.items():
        if key in data:
            builder.add(data[key], category, True, key)
    for key, (category, kind) in KEYED.items():
        for value, forms in _mapping(path, data, key).items():
            builder.add(forms, category, _typed(path, kind, value, key), key, value)
    for category, named in (("yw_b", not data.get("year_first")), ("yw_a", True), ("unit", "year")):
        if named and "fiscal_years" in data:
            builder.add(data["fiscal_years"], category, named, "fiscal_years")
    for value, forms in _mapping(path, data, "relative_units").items():
        unit, _, count = str(value).partition(" ")
        builder.add(forms, "relunit", (unit, int(count)), "relative_units", value)
    for value, forms in _mapping(path, data, "amounts").items():
        count, _, unit = str(value).partition(" ")
        builder.add(forms, "amount", (int(count), unit), "amounts", value)
    return _finish(builder, data)


def _mapping(path: Path, data: Mapping[str, Any], key: str) -> Mapping[Any, Any]:
    rows = data.get(key, {})
    if not isinstance(rows, dict):
        raise ConfigError(path, f"{key} must map values to forms", line=line_of(path, key))
    return rows


def _typed(path: Path, kind: type[int] | type[str], value: Any, key: str) -> Any:
    if type(value) is not kind:
        raise ConfigError(
            path, f"{key}: the key {value!r} must be {kind.__name__}", line=line_of(path, key, value)
        )
    if key == "parts" and value not in PARTS:
        raise ConfigError(
            path, f"parts: {value!r} is none of {', '.join(PARTS)}", line=line_of(path, key, value)
        )
    if key == "holidays" and not check_code(str(value)):
        raise ConfigError(
            path,
            f"holidays: {value!r} is no day; write 12-25, easter +1, orthodox -2, nowruz, 11 thu 4, 11 mon 1 +1 or solar 11-22",
            line=line_of(path, key, value),
        )
    return value


def _finish(builder: _Builder, data: Mapping[str, Any]) -> Lexicon:
    words = builder.words
    for cats in words.values():  # a name that is also a common word counts as weak whatever its other listing
        if "month_weak" in cats:
            cats.pop("month", None)
            cats.pop("month_abbr", None)
        if "month" in cats:
            cats.pop("month_abbr", None)
        if "wday_weak" in cats:
            cats.pop("wday", None)
        if "hidden" in cats:
            for name in list(cats):
                if name not in ("hidden", "fut", "past", "pres", "ident", "street", "record", "state"):
                    del cats[name]
    for key in [k for k, c in words.items() if k[1:] == (".",) and "month_abbr" in c]:
        if words.get(key[:1], EMPTY).keys() & {"month", "month_weak"}:
            del words[key]  # "na maj." at the end of a sentence: the name itself is no abbreviation
    lengths: dict[str, set[int]] = {}
    for key in words:
        if len(key) > 1:
            lengths.setdefault(key[0], set()).add(len(key))

    def listed(key: str) -> tuple[str, ...]:
        return tuple(fold_word(f, builder.language) for f in expand_forms(str(data.get(key, ""))))

    return Lexicon(
        language=builder.language,
        words=words,
        first_words={k: tuple(sorted(v, reverse=True)) for k, v in lengths.items()},
        joins_apostrophe=builder.joins,
        capitalised=bool(data.get("capitalised", False)),
        month_first=bool(data.get("month_first", False)),
        parts_after=bool(data.get("parts_after", False)),
        year_first=bool(data.get("year_first", False)),
        year_needs_word=bool(data.get("year_needs_word", False)),
        solar_default=bool(data.get("solar_default", False)),
        reports="report_figures" in data,
        essays=bool(data.get("essays", False)),
        untensed=str(data.get("untensed", "past")),
        counted=listed("counted"),
        future_endings=listed("future_endings"),
        past_endings=listed("past_endings"),
        present_endings=listed("present_endings"),
        participle_endings=listed("participle_endings"),
        event_endings=listed("event_endings"),
        infinitive_endings=listed("infinitive_endings"),
        happenings=listed("happenings"),
        ending_exceptions=frozenset(listed("ending_exceptions")),
        plural_presents=frozenset(listed("plural_presents")),
    )


@lru_cache(maxsize=32)
def get_lexicon(language: str) -> Lexicon:
    """The vocabulary of a language, read once a process."""
    return load_lexicon(language)
