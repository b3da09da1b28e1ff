"""Drills that are announced are planned, and the event that was put off is what the sentence before plans: in thirteen languages."""

from __future__ import annotations

import pytest
from coded_text import LEADS, code_text


def _told(text: str, language: str) -> list[tuple[str, str]]:
    found = code_text(LEADS[language] + "\n" + text, language, published="2024-09-10")
    return [(f.draft.key, f.draft.judgement.status) for f in found]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The ministry announced joint anti-terror drills with Iran from 22 to 26 September."),
        ("de", "Das Ministerium kündigte gemeinsame Anti-Terror-Übungen mit dem Iran vom 22. bis 26. September an."),
        ("fr", "Le ministère a annoncé des manœuvres antiterroristes communes avec l'Iran du 22 au 26 septembre."),
        ("es", "El ministerio anunció unas maniobras antiterroristas conjuntas con Irán entre el 22 y el 26 de septiembre."),
        ("it", "Il ministero ha annunciato manovre antiterrorismo congiunte con l'Iran dal 22 al 26 settembre."),
        ("ro", "Ministerul a anunțat exerciții antiteroriste comune cu Iranul în perioada 22-26 septembrie."),
        ("ru", "Министерство анонсировало совместные с Ираном антитеррористические учения с 22 по 26 сентября."),
        ("uk", "Міністерство анонсувало спільні з Іраном антитерористичні навчання з 22 до 26 вересня."),
        ("be", "Міністэрства анансавала сумесныя з Іранам антытэрарыстычныя вучэнні з 22 па 26 верасня."),
        ("pl", "Ministerstwo zapowiedziało wspólne z Iranem ćwiczenia antyterrorystyczne w dniach 22–26 września."),
        ("lt", "Ministerija paskelbė apie bendras su Iranu antiteroristines pratybas rugsėjo 22–26 dienomis."),
        ("tr", "Bakanlık, İran'la 22-26 Eylül tarihlerinde ortak terörle mücadele tatbikatı yapılacağını duyurdu."),
    ],
)  # fmt: skip
def test_announced_drills_are_planned(language: str, text: str) -> None:
    assert _told(text, language) == [("exercise", "planned")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The ministry announced the results of the drills held with Iran in May."),
        ("es", "El ministerio anunció que las maniobras con Irán terminaron."),
        ("fr", "Le ministère a annoncé la fin des manœuvres avec l'Iran."),
        ("it", "Il ministero ha annunciato la conclusione delle manovre con l'Iran."),
        ("ru", "Министерство объявило об окончании учений с Ираном."),
        ("pl", "Ministerstwo ogłosiło zakończenie ćwiczeń z Iranem."),
        ("tr", "Bakanlık, İran'la yapılan tatbikatın sona erdiğini duyurdu."),
        ("fa", "وزارتخانه از پایان رزمایش مشترک با ایران خبر داد."),
    ],
)  # fmt: skip
def test_of_drills_whose_end_is_announced_nothing_is_to_come(language: str, text: str) -> None:
    assert ("exercise", "planned") not in _told(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "A joint exercise was planned for October 2024. The event has been moved to April 2025."),
        ("de", "Für Oktober 2024 war eine gemeinsame Übung geplant. Die Veranstaltung wurde auf April 2025 verlegt."),
        ("fr", "Un exercice commun était prévu pour octobre 2024. L'événement a été reporté à avril 2025."),
        ("es", "Para octubre de 2024 estaba previsto un ejercicio conjunto. El evento se aplazó a abril de 2025."),
        ("it", "Per ottobre 2024 era prevista un'esercitazione congiunta. L'evento è stato rinviato ad aprile 2025."),
        ("ro", "Pentru octombrie 2024 era planificat un exercițiu comun. Evenimentul a fost mutat în aprilie 2025."),
        ("ru", "На октябрь 2024 года планировалось совместное учение. Мероприятие перенесли на апрель 2025 года."),
        ("uk", "На жовтень 2024 року планували спільне навчання. Захід перенесли на квітень 2025 року."),
        ("be", "На кастрычнік 2024 года планавалася сумеснае вучэнне. Мерапрыемства перанеслі на красавік 2025 года."),
        ("pl", "Na październik 2024 roku planowano wspólne ćwiczenia. Imprezę przesunięto na kwiecień 2025 roku."),
        ("lt", "2024 m. spalį buvo numatytos bendros pratybos. Renginys nukeltas į 2025 m. balandį."),
        ("tr", "Ekim 2024 için ortak tatbikat planlanmıştı. Etkinlik Nisan 2025'e ertelendi."),
        ("fa", "برای اکتبر ۲۰۲۴ رزمایش مشترکی برنامه‌ریزی شده بود. این رویداد به آوریل ۲۰۲۵ موکول شد."),
    ],
)  # fmt: skip
def test_an_event_that_was_put_off_is_the_one_told_before(language: str, text: str) -> None:
    assert _told(text, language) == [("exercise", "planned"), ("exercise", "postponed")]
