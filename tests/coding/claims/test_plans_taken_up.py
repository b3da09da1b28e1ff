"""A pronoun and a word of planning go on about the plan of the sentence before, with the time and town that they give."""

from __future__ import annotations

import pytest
from coded_text import code_text

PLANS = [
    ("be", "Іран і Беларусь дамовіліся пра сумесныя вучэнні. Яны запланаваны на верасень у Ісфахане."),
    ("de", "Iran und Belarus vereinbarten eine gemeinsame Übung. Sie ist für September in Isfahan geplant."),
    ("en", "Iran and Belarus agreed to hold a joint exercise. It will take place in September in Isfahan."),
    ("es", "Irán y Bielorrusia acordaron un ejercicio conjunto. Está previsto para septiembre en Isfahán."),
    ("fr", "L'Iran et le Bélarus ont convenu d'un exercice conjoint. Il est prévu pour septembre à Ispahan."),
    (
        "it",
        "Iran e Bielorussia hanno concordato un'esercitazione congiunta. È prevista per settembre a Isfahan.",
    ),
    ("lt", "Iranas ir Baltarusija susitarė dėl bendrų pratybų. Jos numatytos rugsėjį Isfahane."),
    ("pl", "Iran i Białoruś uzgodniły wspólne ćwiczenia. Są one zaplanowane na wrzesień w Isfahanie."),
    (
        "ro",
        "Iranul și Belarusul au convenit un exercițiu comun. El este prevăzut pentru septembrie la Isfahan.",
    ),
    ("ru", "Иран и Беларусь договорились о совместных учениях. Они запланированы на сентябрь в Исфахане."),
    ("uk", "Іран і Білорусь домовилися про спільні навчання. Вони заплановані на вересень в Ісфагані."),
]
# Something else is scheduled, or nothing is; or the drill was denied.
OTHERS = [
    ("en", "Iran and Belarus agreed to hold a joint exercise. The marathon is scheduled for September in Isfahan."),
    ("en", "Iran and Belarus agreed to hold a joint exercise. It is not scheduled for September in Isfahan."),
    ("en", "Iran and Belarus held a joint exercise in May. It was scheduled by the general staff."),
    ("ru", "Иран и Беларусь договорились о совместных учениях. Они не запланированы на сентябрь в Исфахане."),
    ("de", "Iran und Belarus vereinbarten eine gemeinsame Übung. Sie könnte im September in Isfahan stattfinden."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text"), PLANS)
def test_when_and_where_a_plan_is_carried_out(language: str, text: str) -> None:
    last = code_text(text, language, published="2025-03-06")[-1]
    assert (last.draft.key, last.draft.judgement.status) == ("exercise", "planned")
    assert last.place is not None and last.place.name == "Isfahan"
    assert last.dated.interval.edtf == "2025-09"


@pytest.mark.parametrize(("language", "text"), OTHERS)
def test_what_goes_on_about_nothing(language: str, text: str) -> None:
    found = code_text(text, language, published="2025-03-06")
    assert not [f for f in found if f.draft.judgement.status == "planned" and f.place is not None]
