"""What came out of talks was signed, a group that finished its work sat, and who took no part in drills is denied: in thirteen languages."""

from __future__ import annotations

import pytest
from coded_text import told_behind_lead


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Two agreements came out of the meeting of the defence ministers in Minsk."),
        ("de", "Aus dem Treffen der Verteidigungsminister in Minsk gingen zwei Abkommen hervor."),
        ("fr", "Deux accords sont sortis de la rencontre des ministres de la Défense à Minsk."),
        ("es", "De la reunión de los ministros de Defensa en Minsk salieron dos acuerdos."),
        ("it", "Dal vertice tra i ministri della Difesa a Minsk escono due accordi."),
        ("ro", "Din întâlnirea miniștrilor apărării de la Minsk au ieșit două acorduri."),
        ("ru", "Итогом встречи министров обороны в Минске стали два соглашения."),
        ("uk", "Підсумком зустрічі міністрів оборони в Мінську стали дві угоди."),
        ("be", "Вынікам сустрэчы міністраў абароны ў Мінску сталі два пагадненні."),
        ("pl", "Owocem spotkania ministrów obrony w Mińsku są dwie umowy."),
        ("tr", "Savunma bakanlarının Minsk'teki görüşmesinden iki anlaşma çıktı."),
        ("fa", "حاصل دیدار وزیران دفاع در مینسک دو موافقت‌نامه بود."),
    ],
)  # fmt: skip
def test_what_came_out_of_talks_was_signed(language: str, text: str) -> None:
    assert ("sign", "signed") in [t[:2] for t in told_behind_lead(text, language)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The Belarusian-Iranian working group finished its work in Minsk on Thursday."),
        ("de", "Die belarussisch-iranische Arbeitsgruppe beendete am Donnerstag in Minsk ihre Arbeit."),
        ("fr", "Le groupe de travail biélorusso-iranien a achevé ses travaux jeudi à Minsk."),
        ("es", "El grupo de trabajo bielorruso-iraní concluyó sus trabajos el jueves en Minsk."),
        ("it", "Il gruppo di lavoro bielorusso-iraniano ha concluso giovedì i suoi lavori a Minsk."),
        ("ro", "Grupul de lucru belaruso-iranian și-a încheiat joi lucrările la Minsk."),
        ("ru", "Белорусско-иранская рабочая группа завершила в четверг работу в Минске."),
        ("uk", "Білорусько-іранська робоча група завершила в четвер роботу в Мінську."),
        ("be", "Беларуска-іранская рабочая група скончыла ў чацвер працу ў Мінску."),
        ("pl", "Białorusko-irańska grupa robocza zakończyła w czwartek prace w Mińsku."),
        ("lt", "Baltarusijos ir Irano darbo grupė ketvirtadienį Minske baigė darbą."),
        ("tr", "Belarus-İran çalışma grubu perşembe günü Minsk'teki çalışmalarını tamamladı."),
    ],
)  # fmt: skip
def test_a_group_that_finished_its_work_sat(language: str, text: str) -> None:
    assert [t[:2] for t in told_behind_lead(text, language)] == [("session", "held")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Iranian soldiers did not take part in these drills near Brest."),
        ("de", "Iranische Soldaten nahmen an diesen Übungen bei Brest nicht teil."),
        ("fr", "Les soldats iraniens n'ont pas participé à ces exercices près de Brest."),
        ("es", "Los soldados iraníes no participaron en estas maniobras cerca de Brest."),
        ("it", "I soldati iraniani non hanno partecipato a queste manovre vicino a Brest."),
        ("ro", "Soldații iranieni nu au participat la aceste exerciții lângă Brest."),
        ("ru", "Иранские военные не участвовали в этих учениях под Брестом."),
        ("uk", "Іранські військові не брали участі в цих навчаннях під Брестом."),
        ("be", "Іранскія вайскоўцы не ўдзельнічалі ў гэтых вучэннях пад Брэстам."),
        ("pl", "Irańscy żołnierze nie brali udziału w tych ćwiczeniach pod Brześciem."),
        ("lt", "Irano kariai šiose pratybose prie Bresto nedalyvavo."),
        ("tr", "İranlı askerler Brest yakınlarındaki bu tatbikata katılmadı."),
    ],
)  # fmt: skip
def test_who_took_no_part_in_drills_is_denied(language: str, text: str) -> None:
    assert [t[:2] for t in told_behind_lead(text, language)] == [("exercise", "denied")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The group finished its album in Minsk on Thursday."),
        ("de", "Aus dem Treffen mit dem Iran ging nichts hervor."),
        ("ru", "Группа геологов завершила работу на Урале."),
        ("tr", "Minsk'teki görüşmeden sonuç çıkmadı."),
    ],
)
def test_nothing_else_that_ends_or_comes_out_is_a_session_or_a_paper(language: str, text: str) -> None:
    assert not {"sign", "session"} & {t[0] for t in told_behind_lead(text, language)}
