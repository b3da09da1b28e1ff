"""Coding of one text with the project's own lexicons, as the tests of claims need it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from helpers.coding.actors import find_mentions
from helpers.coding.claims.build import ClaimFinder
from helpers.coding.claims.codebook import load_codebook
from helpers.coding.claims.directory import ActorsDirectory
from helpers.coding.claims.lexicon import load_lexicon
from helpers.coding.claims.merging import Found
from helpers.coding.timex import find_timexes
from helpers.foundation.dates import DateInterval, read_edtf
from helpers.foundation.records import PassageRole, Publication

Coder = Callable[..., list[Found]]
PAIR = ("BLR", "IRN")
_CHOICE = re.compile(r"\{([^{}]*)\}")
# A lead that names both countries and tells nothing of them.
LEADS = {
    "en": "The foreign ministers of Iran and Belarus have known each other for years.",
    "de": "Die Außenminister des Iran und von Belarus kennen sich seit Jahren.",
    "es": "Los ministros de Exteriores de Irán y Bielorrusia se conocen desde hace años.",
    "fr": "Les ministres iranien et biélorusse des Affaires étrangères se connaissent depuis des années.",
    "it": "I ministri degli Esteri di Iran e Bielorussia si conoscono da anni.",
    "ro": "Miniștrii de externe ai Iranului și Belarusului se cunosc de ani de zile.",
    "ru": "Министры иностранных дел Ирана и Беларуси знакомы много лет.",
    "uk": "Міністри закордонних справ Ірану та Білорусі знайомі багато років.",
    "be": "Міністры замежных спраў Ірана і Беларусі знаёмыя шмат гадоў.",
    "pl": "Białoruś i Iran współpracują od lat.",
    "lt": "Baltarusija ir Iranas bendradarbiauja daug metų.",
    "tr": "İran ve Belarus dışişleri bakanları birbirini yıllardır tanıyor.",
    "fa": "وزیران خارجه ایران و بلاروس سال‌هاست یکدیگر را می‌شناسند.",
}


def spread(template: str) -> Iterator[str]:
    """The texts of "the drill {began|ended} on {Monday|Friday}", each alternative at least once: the first ones, the second ones."""
    choices = [c.split("|") for c in _CHOICE.findall(template)]
    for turn in range(max((len(c) for c in choices), default=1)):
        words = iter([c[turn % len(c)] for c in choices])
        yield _CHOICE.sub(lambda _, words=words: next(words), template)


def code_text(
    text: str, language: str, *, published: str | None = "2023-05-10", title: str | None = None
) -> list[Found]:
    """Claims of paragraphs apart by line breaks, the first the lead; published on a Wednesday unless said otherwise."""
    passages: list[tuple[PassageRole, int, int]] = []
    full = ""
    roles: list[tuple[PassageRole, str]] = [("title", title)] if title else []
    roles += [("body", p) for p in text.split("\n")]
    for role, part in roles:
        passages.append((role, len(full), len(full) + len(part)))
        full += part + "\n"
    full = full[:-1]
    date = read_edtf(published) if published else DateInterval()
    codebook = load_codebook()
    finder = ClaimFinder(load_lexicon(language), codebook, ActorsDirectory(codebook.military_offices))
    return finder.find(
        full, passages, mentions=find_mentions(full, language), timexes=find_timexes(full, language, date),
        published=Publication(date, "metadata"), profile=("BLR", "IRN"),
    )  # fmt: skip


def told_behind_lead(text: str, language: str) -> list[tuple[str, str, str, tuple[str, ...]]]:
    """Act, status, polarity and parties of the claims of a text behind a lead that names both countries."""
    found = code_text(LEADS[language] + "\n" + text, language)
    return [(f.draft.key, f.draft.judgement.status, f.draft.judgement.polarity, f.parties) for f in found]
