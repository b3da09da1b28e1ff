"""What soldiers are supplied with: types by their marks, parts and equipment are arms, and what civilians buy is none."""

from __future__ import annotations

import pytest
from coded_text import code_text

TOLD = {
    "en": "Belarus delivered {} to Iran in April.",
    "de": "Belarus lieferte dem Iran im April {}.",
    "es": "Bielorrusia entregó {} a Irán en abril.",
    "fr": "La Biélorussie a livré {} à l'Iran en avril.",
    "it": "La Bielorussia ha fornito {} all'Iran ad aprile.",
    "ro": "Belarusul a livrat {} Iranului în aprilie.",
    "ru": "Белоруссия поставила Ирану {} в апреле.",
    "uk": "Білорусь передала Ірану {} у квітні.",
    "be": "Беларусь паставіла Ірану {} у красавіку.",
    "pl": "Białoruś dostarczyła Iranowi {} w kwietniu.",
    "lt": "Baltarusija balandį pristatė Iranui {}.",
    "tr": "Belarus nisan ayında İran'a {} teslim etti.",
    "fa": "بلاروس در ماه آوریل {} به ایران تحویل داد.",
}
ARMS = {
    "en": ["ten Su-25s", "T-72s", "a Buk battery", "rifle scopes", "quadcopters", "ejection seats"],
    "de": ["zehn Su-25", "BMP-2", "Rotorblätter für Mi-8", "Gefechtsköpfe", "Feldfunkgeräte"],
    "es": ["dos MiG-29", "miras telescópicas", "ojivas", "asientos eyectables", "radios de campaña"],
    "fr": ["des T-72", "des lunettes de tir", "des ogives", "des pièces détachées pour Su-25"],
    "it": ["cinque Mi-17", "mirini", "quadricotteri", "pezzi di ricambio per i Su-25"],
    "ro": ["zece Su-25", "vizoare termice", "sisteme antiaeriene", "focoase"],
    "ru": ["пять Ми-17", "Т-72", "квадрокоптеры", "катапультные кресла", "взрыватели"],
    "uk": ["десять Су-25", "боєголовки", "бронетранспортери", "прилади нічного бачення"],
    "be": ["пяць Мі-17", "гарматы", "узрывальнікі", "вайсковую маёмасць"],
    "pl": ["pięć Mi-17", "mundury", "głowice bojowe", "kutry patrolowe"],
    "lt": ["penkis Mi-17", "sprogdiklius", "klajojančią amuniciją", "karines uniformas"],
    "tr": ["iki MiG-29", "Su-25 yedek parçaları", "harp başlıkları", "altı İHA'yı", "telsizler"],
    "fa": ["ده فروند سوخو-۲۵", "قطعات یدکی سوخو-۲۵", "گلوله توپ", "کوادکوپتر"],
}
GOODS = {
    "en": ["ten tractors", "milk powder", "hospital beds", "equipment for coal mines"],
    "de": ["Milchpulver", "Krankenhausbetten", "Minenausrüstung für Kupfer"],
    "es": ["leche en polvo", "camas de hospital", "minas de carbón"],
    "fr": ["du lait en poudre", "des lits d'hôpital"],
    "it": ["latte in polvere", "letti d'ospedale", "testate giornalistiche"],
    "ro": ["lapte praf", "paturi de spital"],
    "ru": ["сухое молоко", "больничные койки", "школьную форму"],
    "uk": ["сухе молоко", "лікарняні ліжка", "шкільну форму"],
    "be": ["сухое малако", "бальнічныя ложкі", "школьную форму"],
    "pl": ["mleko w proszku", "łóżka szpitalne"],
    "lt": ["pieno miltelių", "ligoninės lovų"],
    "tr": ["süt tozu", "hastane yatakları"],
    "fa": ["شیر خشک", "تخت بیمارستانی"],
}


def told(language: str, thing: str) -> list[str]:
    return [f.defence for f in code_text(TOLD[language].format(thing), language) if f.draft.key == "deliver"]


@pytest.mark.parametrize(("language", "thing"), [(k, t) for k, things in ARMS.items() for t in things])
def test_delivers_what_soldiers_are_supplied_with(language: str, thing: str) -> None:
    assert told(language, thing) == ["yes"]


@pytest.mark.parametrize(("language", "thing"), [(k, t) for k, things in GOODS.items() for t in things])
def test_takes_what_civilians_buy_for_no_arms(language: str, thing: str) -> None:
    assert "yes" not in told(language, thing)


AIMS = [
    ("it", "È stato firmato da Iran e Bielorussia un contratto per ammodernare i carri T-72."),
    ("es", "Irán y Bielorrusia firmaron un contrato para modernizar carros T-72."),
]


@pytest.mark.parametrize(("language", "text"), AIMS)
def test_takes_the_aim_of_a_contract_for_its_subject(language: str, text: str) -> None:
    assert [f.draft.key for f in code_text(text, language)] == ["sign"]
