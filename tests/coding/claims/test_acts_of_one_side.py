"""Help, requests, refusals, blame, threats, support and joint acts, each with a near miss, in every language."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from coded_text import PAIR, code_text

SENTENCES = Path(__file__).parent / "acts_of_one_side.yml"
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


def _sentences() -> Iterator[tuple[str, str, str]]:
    for language, listed in yaml.safe_load(SENTENCES.read_text(encoding="utf-8")).items():
        for item in listed:
            yield language, item["claim"], item["text"]


@pytest.mark.parametrize(("language", "claim", "text"), list(_sentences()))
def test_act_is_read(language: str, claim: str, text: str) -> None:
    found = code_text(LEADS[language] + "\n" + text, language, published="2025-10-08")
    told = {
        " ".join((f.draft.kind, f.draft.judgement.status, f.draft.judgement.polarity))
        for f in found
        if f.parties == PAIR and f.sentence.start > len(LEADS[language])
    }
    assert told >= {claim} if claim != "none" else not told
