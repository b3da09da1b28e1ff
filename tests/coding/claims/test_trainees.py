"""Cadets and trainees who travel are trained, a joint act; guests who call on them are on a visit."""

from __future__ import annotations

import pytest
from coded_text import told_behind_lead

TRAVEL = [
    ("be", "Дзесяць беларускіх курсантаў прыбылі ў верасні ў Іран."),
    ("de", "Zehn iranische Kadetten reisten im September nach Minsk."),
    ("en", "Thirty Iranian cadets arrived in Minsk in September."),
    ("es", "Diez cadetes iraníes llegaron a Minsk en septiembre."),
    ("fa", "ده دانشجوی افسری ایران مهرماه به مینسک رفتند."),
    ("fr", "Dix cadets iraniens sont arrivés à Minsk en septembre."),
    ("it", "Dieci cadetti iraniani sono arrivati a Minsk a settembre."),
    ("lt", "Dešimt Irano kariūnų rugsėjį atvyko į Minską."),
    ("pl", "Dziesięciu irańskich kadetów przyjechało we wrześniu do Mińska."),
    ("ro", "Zece cadeți iranieni au sosit la Minsk în septembrie."),
    ("ru", "Десять белорусских курсантов прибыли в сентябре в Иран."),
    ("tr", "On İranlı harbiyeli eylülde Minsk'e gitti."),
    ("uk", "Десять білоруських курсантів прибули у вересні до Ірану."),
]
CALLS = [
    ("en", "The Iranian minister visited cadets in Minsk on Tuesday."),
    ("ru", "Делегация из Ирана посетила курсантов в Минске."),
    ("pl", "Irański minister odwiedził we wtorek kadetów w Mińsku."),
]


@pytest.mark.parametrize(("language", "text"), TRAVEL)
def test_who_travels_to_be_trained(language: str, text: str) -> None:
    assert [(act, status) for act, status, *_ in told_behind_lead(text, language)] == [("train", "held")]


@pytest.mark.parametrize(("language", "text"), CALLS)
def test_who_calls_on_cadets(language: str, text: str) -> None:
    assert {act for act, *_ in told_behind_lead(text, language)} == {"visit"}
