"""Officers who take part in courses are trained, what goes on since then has no date of its own, and what gets things moving puts nothing off."""

from __future__ import annotations

import pytest
from coded_text import LEADS, code_text, told_behind_lead


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Iranian officers take part in courses in Minsk."),
        ("fr", "Des officiers iraniens participent à des stages à Minsk."),
        ("es", "Oficiales iraníes participan en cursos en Minsk."),
        ("it", "Ufficiali iraniani partecipano a corsi a Minsk."),
        ("ro", "Ofițeri iranieni participă la cursuri la Minsk."),
        ("ru", "Иранские офицеры проходят курсы в Минске."),
        ("uk", "Іранські офіцери беруть участь у курсах у Мінську."),
        ("be", "Іранскія афіцэры ўдзельнічаюць у курсах у Мінску."),
        ("pl", "Oficerowie z Iranu uczestniczą w kursach w Mińsku."),
        ("lt", "Irano karininkai Minske dalyvauja kursuose."),
        ("tr", "İranlı subaylar Minsk'teki kurslara katılıyor."),
        ("fa", "افسران ایرانی در دوره‌های آموزشی مینسک شرکت می‌کنند."),
    ],
)
def test_who_takes_part_in_courses_is_trained(language: str, text: str) -> None:
    assert [t[:2] for t in told_behind_lead(text, language)] == [("train", "held")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "In July both ministers signed a memorandum in Tehran. Since then Iranian officers have been studying in Minsk."),
        ("de", "Im Juli unterzeichneten beide Minister in Teheran ein Memorandum. Seitdem studieren iranische Offiziere in Minsk."),
        ("fr", "En juillet, les deux ministres ont signé un mémorandum à Téhéran. Depuis lors, des officiers iraniens étudient à Minsk."),
        ("es", "En julio ambos ministros firmaron un memorando en Teherán. Desde entonces oficiales iraníes estudian en Minsk."),
        ("it", "A luglio i due ministri hanno firmato un memorandum a Teheran. Da allora ufficiali iraniani studiano a Minsk."),
        ("ro", "În iulie cei doi miniștri au semnat un memorandum la Teheran. De atunci ofițeri iranieni studiază la Minsk."),
        ("ru", "В июле оба министра подписали в Тегеране меморандум. С тех пор иранские офицеры учатся в Минске."),
        ("uk", "У липні обидва міністри підписали в Тегерані меморандум. Відтоді іранські офіцери навчаються в Мінську."),
        ("be", "У ліпені абодва міністры падпісалі ў Тэгеране мемарандум. З таго часу іранскія афіцэры вучацца ў Мінску."),
        ("pl", "W lipcu obaj ministrowie podpisali w Teheranie memorandum. Od tego czasu irańscy oficerowie studiują w Mińsku."),
        ("lt", "Liepą abu ministrai Teherane pasirašė memorandumą. Nuo tada Irano karininkai studijuoja Minske."),
        ("tr", "Temmuzda iki bakan Tahran'da bir mutabakat zaptı imzaladı. O zamandan beri İranlı subaylar Minsk'te eğitim görüyor."),
        ("fa", "در ماه ژوئیه دو وزیر در تهران یادداشت تفاهم امضا کردند. از آن زمان افسران ایرانی در مینسک آموزش می‌بینند."),
    ],
)  # fmt: skip
def test_what_goes_on_since_then_is_not_of_the_day_it_counts_from(language: str, text: str) -> None:
    told = [
        f
        for f in code_text(LEADS[language] + "\n" + text, language, published="2023-11-20")
        if f.draft.key == "train"
    ]
    assert [(f.draft.judgement.status, f.dated.interval.is_unknown) for f in told] == [("held", True)]


@pytest.mark.parametrize(
    ("language", "text", "status"),
    [
        ("ru", "Лишь визит иранского министра в Минск сдвинул дело с места.", "discussed"),
        ("be", "Толькі візіт іранскага міністра ў Мінск зрушыў справу з месца.", "discussed"),
        ("ru", "Визит иранского министра в Минск сдвинули на май.", "postponed"),
    ],
)
def test_what_gets_things_moving_puts_nothing_off(language: str, text: str, status: str) -> None:
    assert [t[1] for t in told_behind_lead(text, language)] == [status]
