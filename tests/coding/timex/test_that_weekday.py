"""A demonstrative ties a weekday to a day named before, in every language: that Thursday is never counted from publication."""

from __future__ import annotations

import pytest

from helpers.coding.timex import find_timexes
from helpers.foundation.dates import read_edtf

POINTING = (
    ("en", "It concerns 5 October 2023. That Thursday a delegation came.", "2023-10-05"),
    ("en", "It concerns 5 October 2023. On that same Thursday a delegation came.", "2023-10-05"),
    ("de", "Es geht um den 5. Oktober 2023. An jenem Donnerstag kam eine Delegation.", "2023-10-05"),
    ("fr", "Il s'agit du 5 octobre 2023. Ce jeudi-là, une délégation est venue.", "2023-10-05"),
    ("es", "Se trata del 5 de octubre de 2023. Aquel jueves llegó una delegación.", "2023-10-05"),
    ("it", "Si tratta del 5 ottobre 2023. Quel giovedì arrivò una delegazione.", "2023-10-05"),
    ("ro", "Este vorba de 5 octombrie 2023. În acea joi a sosit o delegație.", "2023-10-05"),
    ("ru", "Речь о 5 октября 2023 года. В тот четверг приехала делегация.", "2023-10-05"),
    ("uk", "Ідеться про 5 жовтня 2023 року. Того четверга приїхала делегація.", "2023-10-05"),
    ("be", "Гаворка пра 5 кастрычніка 2023 года. У той чацвер прыехала дэлегацыя.", "2023-10-05"),
    ("pl", "Chodzi o 5 października 2023 roku. W tamten czwartek przybyła delegacja.", "2023-10-05"),
    ("lt", "Kalbama apie 2023 m. spalio 5 d. Tą ketvirtadienį atvyko delegacija.", "2023-10-05"),
    ("tr", "Konu 5 Ekim 2023. O perşembe günü heyet geldi.", "2023-10-05"),
    ("fa", "موضوع ۵ اکتبر ۲۰۲۳ است. آن پنجشنبه هیئتی آمد.", "2023-10-05"),
)
UNTOLD = (
    ("de", "An jenem Freitag kam eine Delegation."),
    ("en", "The talks on that Friday failed."),
    ("ru", "В тот вторник приехала делегация."),
    ("it", "Si tratta del 5 ottobre 2023. Quel venerdì arrivò una delegazione."),
)
OTHERS = (
    ("en", "He said that Thursday the delegation had left.", "2023-10-19"),
    ("fr", "Une délégation est venue ce jeudi.", "2023-10-19"),
    ("de", "Am Donnerstag kam eine Delegation.", "2023-10-19"),
)


@pytest.mark.parametrize(("language", "text", "edtf"), POINTING)
def test_it_is_the_day_of_that_weekday_named_last(language: str, text: str, edtf: str) -> None:
    *_, last = find_timexes(text, language, read_edtf("2023-10-20"))
    assert (last.edtf, last.rule) == (edtf, "chain-weekday")


@pytest.mark.parametrize(("language", "text"), UNTOLD)
def test_without_such_a_day_it_stays_open(language: str, text: str) -> None:
    *_, last = find_timexes(text, language, read_edtf("2023-10-20"))
    assert (last.edtf, last.weekday is not None) == (None, True)


@pytest.mark.parametrize(("language", "text", "edtf"), OTHERS)
def test_conjunctions_and_this_thursday_point_at_no_day_before(language: str, text: str, edtf: str) -> None:
    *_, last = find_timexes(text, language, read_edtf("2023-10-20"))
    assert last.edtf == edtf
