"""What is no event of its own: a letter that arrives, a sale a contract is for, a signing only named as what came later."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from coded_text import LEADS, code_text

ARRIVED = {
    "en": "The letter arrived in Minsk in May.",
    "de": "Der Brief traf im Mai in Minsk ein.",
    "es": "La carta llegó a Minsk en mayo.",
    "it": "La lettera è arrivata a Minsk a maggio.",
    "ro": "Scrisoarea a ajuns la Minsk în mai.",
    "ru": "В Минск прибыло письмо.",
    "uk": "Лист прибув до Мінська у травні.",
    "be": "Ліст прыбыў у Мінск у траўні.",
    "pl": "List dotarł do Mińska w maju.",
    "lt": "Laiškas atvyko į Minską gegužę.",
    "tr": "Mektup mayısta Minsk'e ulaştı.",
    "fa": "نامه در ماه مه به مینسک رسید.",
}
NO_CONTRACT = {
    "en": "No contract for the sale of drones was concluded.",
    "de": "Es wurde kein Vertrag über den Verkauf von Drohnen geschlossen.",
    "fr": "Aucun contrat pour la vente de drones n'a été conclu.",
    "es": "No se firmó ningún contrato para la venta de drones.",
    "ro": "Nu a fost încheiat niciun contract pentru vânzarea de drone.",
    "ru": "Никакого контракта на продажу беспилотников заключено не было.",
    "uk": "Жодного контракту на продаж безпілотників укладено не було.",
    "be": "Ніякага кантракта на продаж беспілотнікаў заключана не было.",
    "pl": "Nie zawarto żadnego kontraktu na sprzedaż dronów.",
    "lt": "Nebuvo sudaryta jokia sutartis dėl dronų pardavimo.",
    "tr": "İnsansız hava aracı satışına ilişkin hiçbir sözleşme imzalanmadı.",
    "fa": "هیچ قراردادی برای فروش پهپاد بسته نشده است.",
}
BEFORE_SIGNING = {
    "en": "Before the signing Khrenin, who has been in Iran since Sunday, toured two factories in Shiraz.",
    "de": "Vor der Unterzeichnung besichtigte Chrenin, der seit Sonntag im Iran ist, zwei Werke in Schiras.",
    "fr": "Avant la signature, Khrenine, qui se trouve en Iran depuis dimanche, a visité deux usines à Chiraz.",
    "es": "Antes de la firma, Jrenin, que está en Irán desde el domingo, visitó dos fábricas en Shiraz.",
    "it": "Prima della firma Khrenin, che è in Iran da domenica, ha visitato due fabbriche a Shiraz.",
    "ro": "Înainte de semnare, Hrenin, aflat în Iran de duminică, a vizitat două fabrici la Shiraz.",
    "ru": "Перед подписанием Хренин, который находится в Иране с воскресенья, посетил два завода в Ширазе.",
    "uk": "Перед підписанням Хренін, який перебуває в Ірані з неділі, відвідав два заводи в Ширазі.",
    "be": "Перад падпісаннем Хрэнін, які знаходзіцца ў Іране з нядзелі, наведаў два заводы ў Шыразе.",
    "pl": "Przed podpisaniem Chrenin, który przebywa w Iranie od niedzieli, zwiedził dwie fabryki w Szirazie.",
    "lt": "Prieš pasirašymą Chreninas, nuo sekmadienio esantis Irane, aplankė dvi gamyklas Širaze.",
    "tr": "Pazardan bu yana İran'da bulunan Hrenin, imzadan önce Şiraz'da iki fabrikayı gezdi.",
    "fa": "خرنین که از یکشنبه در ایران به سر می‌برد، پیش از امضا از دو کارخانه در شیراز بازدید کرد.",
}  # fmt: skip


@pytest.mark.parametrize("language", sorted(ARRIVED))
def test_a_letter_makes_no_visit(language: str) -> None:
    assert not code_text(f"{LEADS[language]}\n{ARRIVED[language]}", language, published="2025-01-21")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "A delegation with a letter arrived in Minsk."),
        ("en", "He arrived in Minsk with a letter."),
        ("en", "The Iranians who brought the letter arrived in Minsk on Monday."),
        ("es", "Llegó a Minsk con una carta del presidente iraní."),
        ("ru", "В Минск прибыла делегация с письмом."),
        ("ru", "В Минск прибыли иранцы с письмом."),
    ],
)
def test_who_brings_a_letter_visits(language: str, text: str) -> None:
    found = code_text(f"{LEADS[language]}\n{text}", language, published="2025-01-21")
    assert [(f.draft.key, f.draft.judgement.status) for f in found] == [("visit", "discussed")]


@pytest.mark.parametrize("language", sorted(NO_CONTRACT))
def test_the_sale_is_what_the_contract_is_for(language: str) -> None:
    found = code_text(f"{LEADS[language]}\n{NO_CONTRACT[language]}", language, published="2025-01-21")
    assert [(f.draft.key, f.draft.judgement.status) for f in found] == [("sign", "denied")]


@pytest.mark.parametrize("language", sorted(BEFORE_SIGNING))
def test_the_day_is_not_that_of_what_came_later(language: str) -> None:
    found = code_text(f"{LEADS[language]}\n{BEFORE_SIGNING[language]}", language, published="2025-01-21")
    assert [f.draft.key for f in found if f.draft.key != "sign"] == ["visit"]
    for signing in (f for f in found if f.draft.key == "sign"):
        assert signing.dated.interval.is_unknown and signing.place is None
