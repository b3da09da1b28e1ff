"""A paper of which nothing is known but its year was made in that year, whatever else the clause says of it: in thirteen languages."""

from __future__ import annotations

import pytest
from coded_text import LEADS, code_text


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The agreement on military cooperation of 2010 has lain dormant for years."),
        ("en", "The 2010 agreement on military cooperation has gathered dust."),
        ("de", "Das Abkommen über militärische Zusammenarbeit von 2010 lag jahrelang brach."),
        ("de", "Das Abkommen über militärische Zusammenarbeit aus dem Jahr 2010 verstaubte."),
        ("fr", "L'accord de coopération militaire de 2010 est longtemps resté en sommeil."),
        ("fr", "L'accord de coopération militaire de 2010 prenait la poussière."),
        ("es", "El acuerdo de cooperación militar de 2010 dormía en un cajón."),
        ("it", "L'accordo di cooperazione militare del 2010 dormiva in un cassetto."),
        ("ro", "Acordul de cooperare militară din 2010 era inactiv."),
        ("ro", "Acordul de cooperare militară din anul 2010 zăcea într-un sertar."),
        ("ru", "Соглашение о военном сотрудничестве 2010 года пылилось на полке."),
        ("ru", "Соглашение о военном сотрудничестве от 2010 года не работало."),
        ("uk", "Угода про військову співпрацю 2010 року припадала пилом."),
        ("be", "Пагадненне аб ваенным супрацоўніцтве 2010 года не працавала."),
        ("pl", "Umowa o współpracy wojskowej z 2010 roku obrastała kurzem."),
        ("lt", "2010 metų karinio bendradarbiavimo sutartis dulkėjo stalčiuje."),
        ("tr", "2010 tarihli askerî iş birliği anlaşması rafta duruyordu."),
        ("tr", "2010 yılında imzalanan askerî iş birliği anlaşması rafta duruyordu."),
        ("fa", "موافقت‌نامه همکاری نظامی سال ۲۰۱۰ خاک می‌خورد."),
        # beside another year
        ("fr", "L'accord de coopération militaire de 2010 a été remplacé en 2023 par un mémorandum."),
        ("es", "El acuerdo de cooperación militar de 2010 fue sustituido en 2023 por un memorando."),
        ("de", "Das Abkommen über militärische Zusammenarbeit von 2010 wurde 2023 durch ein Memorandum ersetzt."),
        ("ro", "Acordul de cooperare militară din 2010 a fost înlocuit în 2023 de un memorandum."),
        ("ru", "Соглашение о военном сотрудничестве 2010 года в 2023 году заменил меморандум."),
    ],
)  # fmt: skip
def test_the_year_of_a_paper_says_when_it_was_made(language: str, text: str) -> None:
    told = code_text(LEADS[language] + "\n" + text, language, published="2024-11-20")
    assert [(f.draft.judgement.status, f.dated.interval.edtf) for f in told] == [("signed", "2010")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The plan of military cooperation of 2024 has 20 points."),
        ("ru", "План военного сотрудничества 2024 года включает 20 мероприятий."),
        ("tr", "2024 yılı askerî iş birliği planı 20 maddeden oluşuyor."),
        ("lt", "2024 metų karinio bendradarbiavimo planas apima 20 renginių."),
    ],
)
def test_a_plan_of_a_year_is_for_that_year(language: str, text: str) -> None:
    assert code_text(LEADS[language] + "\n" + text, language, published="2024-11-20") == []
