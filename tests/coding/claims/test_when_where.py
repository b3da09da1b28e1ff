"""What a clause of when or where tells happened at the time of the clause before it, not on the day of the news."""

from __future__ import annotations

from typing import Any

import pytest

TOLD = [
    ("en", "Maltsev visited Tehran in January 2007, where the defence ministries of Belarus and Iran signed a memorandum."),
    ("en", "When Maltsev visited Iran in January 2007, the defence ministries of Belarus and Iran signed a memorandum."),
    ("de", "Malzew besuchte im Januar 2007 Teheran, wo Belarus und Iran ein Memorandum unterzeichneten."),
    ("ro", "Malţev a vizitat Teheranul în ianuarie 2007, unde Belarusul şi Iranul au semnat un memorandum."),
    ("ru", "Мальцев посетил Тегеран в январе 2007 года, где Беларусь и Иран подписали меморандум."),
    ("fa", "وزیر دفاع بلاروس در ژانویه ۲۰۰۷ از تهران دیدار کرد، جایی که دو طرف یادداشت تفاهم امضا کردند."),
    ("be", "Мальцаў наведаў Тэгеран у студзені 2007 года, дзе Беларусь і Іран падпісалі мемарандум."),
    ("uk", "Мальцев відвідав Тегеран у січні 2007 року, де Білорусь та Іран підписали меморандум."),
    ("pl", "Malcew odwiedził Teheran w styczniu 2007 roku, gdzie Białoruś i Iran podpisały memorandum."),
    ("lt", "Malcevas 2007 m. sausį aplankė Teheraną, kur Baltarusija ir Iranas pasirašė memorandumą."),
    ("fr", "Maltsev a visité Téhéran en janvier 2007, où le Bélarus et l'Iran ont signé un mémorandum."),
    ("es", "Maltsev visitó Teherán en enero de 2007, donde Bielorrusia e Irán firmaron un memorando."),
    ("it", "Maltsev visitò Teheran nel gennaio 2007, dove la Bielorussia e l'Iran firmarono un memorandum."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text"), TOLD)
def test_the_clause_shares_the_time(code: Any, language: str, text: str) -> None:
    signed = [f for f in code(text, language) if f.draft.kind == "agreement"]
    assert [
        (f.draft.judgement.status, f.draft.judgement.polarity, f.dated.interval.edtf) for f in signed
    ] == [("signed", "historical", "2007-01")]


def test_a_clause_with_a_day_of_its_own_keeps_it(code: Any) -> None:
    text = (
        "Maltsev visited Tehran in January 2007, where Belarus and Iran had signed a memorandum in June 2006."
    )
    (signed,) = [f for f in code(text, "en") if f.draft.kind == "agreement"]
    assert signed.dated.interval.edtf == "2006-06"
