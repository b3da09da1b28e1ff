"""Inflected forms of names, nouns and adjectives in thirteen languages, by rule: from a citation form to what pages write.

The rules overgenerate: a form that no grammar knows does no harm as long as it is no other word. All forms are in the normal
form of `normalise.fold`, without accents. Sources: the declension tables of the usual reference grammars of each language.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from helpers.coding.actors import inflect_slavic as slavic
from helpers.coding.actors import inflect_western as western

Forms = tuple[frozenset[str], frozenset[str]]
_NAME: dict[str, Callable[[str], set[str]]] = {
    "ru": slavic.name_ru, "uk": slavic.name_uk, "be": slavic.name_be, "pl": slavic.name_pl,
    "lt": western.name_lt, "de": western.name_de, "ro": western.name_ro, "tr": western.name_tr,
    "en": western.name_en, "fr": western.unchanged, "it": western.unchanged, "es": western.unchanged,
    "fa": western.unchanged,
}  # fmt: skip
_NOUN: dict[str, Callable[[str], tuple[set[str], set[str]]]] = {
    "ru": slavic.noun_ru, "uk": slavic.noun_uk, "be": slavic.noun_be, "pl": slavic.noun_pl,
    "lt": western.noun_lt, "de": western.noun_de, "ro": western.noun_ro, "tr": western.noun_tr,
    "en": western.noun_en, "fr": western.noun_fr, "it": western.noun_it, "es": western.noun_es,
    "fa": western.noun_fa,
}  # fmt: skip
_ADJECTIVE: dict[str, Callable[[str], set[str]]] = {
    "ru": slavic.adjective_ru, "uk": slavic.adjective_uk, "be": slavic.adjective_be, "pl": slavic.adjective_pl,
    "lt": western.adjective_lt, "de": western.adjective_de, "ro": western.adjective_ro, "tr": western.adjective_tr,
    "en": western.unchanged, "fr": western.adjective_fr, "it": western.adjective_it, "es": western.adjective_es,
    "fa": western.adjective_fa,
}  # fmt: skip


@lru_cache(maxsize=65536)
def name_forms(word: str, language: str) -> frozenset[str]:
    """All forms of one word of a proper name (a person, country or city), its citation form among them.

    Args:
        word: one word in normal form.
        language: ISO 639-1 code.
    """
    return frozenset(_NAME[language](word) | {word})


@lru_cache(maxsize=16384)
def noun_forms(word: str, language: str) -> Forms:
    """Singular and plural forms of a noun in normal form; a form may be in both."""
    singular, plural = _NOUN[language](word)
    return frozenset(singular | {word}), frozenset(plural)


@lru_cache(maxsize=16384)
def adjective_forms(word: str, language: str) -> frozenset[str]:
    """All forms of an adjective of origin.

    Args:
        word: what the configuration gives: the stem in Russian, Ukrainian, Belarusian and Polish (`иранск`, `iransk`), the
            masculine singular elsewhere (`iranisch`, `iranien`, `iraní`).
        language: ISO 639-1 code.
    """
    return frozenset(_ADJECTIVE[language](word))
