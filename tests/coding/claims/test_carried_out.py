"""What became of a plan, what nobody would say, and what is only told beside a name or counted from."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from coded_text import LEADS, code_text

PUBLISHED = "2023-12-10"
SUMMER = {
    "en": "The drills, which were to be held in spring, took place in summer.",
    "de": "Die Übung, die im Frühjahr stattfinden sollte, fand im Sommer statt.",
    "fr": "L'exercice, qui devait avoir lieu au printemps, s'est déroulé en été.",
    "es": "El ejercicio, que iba a celebrarse en primavera, tuvo lugar en verano.",
    "it": "L'esercitazione, che doveva tenersi in primavera, si è svolta in estate.",
    "ro": "Exercițiul, care trebuia să aibă loc în primăvară, s-a desfășurat vara.",
    "ru": "Учения, которые должны были пройти весной, состоялись летом.",
    "uk": "Навчання, які мали відбутися навесні, пройшли влітку.",
    "be": "Вучэнні, якія павінны былі прайсці вясной, адбыліся ўлетку.",
    "pl": "Ćwiczenia, które miały się odbyć wiosną, odbyły się latem.",
    "lt": "Pratybos, kurios turėjo vykti pavasarį, įvyko vasarą.",
}
NOT_HELD = [
    ("en", "The visit, which was to take place in March, did not take place.", "denied"),
    ("fr", "La visite, qui devait avoir lieu en mars, n'a pas eu lieu.", "denied"),
    ("en", "The visit, which was to take place in March, was postponed to May.", "postponed"),
]
UNSAID = {
    "en": "The ministry declined to say whether an agreement had been signed.",
    "de": "Das Ministerium wollte nicht sagen, ob ein Abkommen unterzeichnet wurde.",
    "fr": "Le ministère a refusé de dire si un accord avait été signé.",
    "es": "El ministerio no quiso confirmar si se había firmado un acuerdo.",
    "it": "Il ministero non ha voluto confermare se sia stato firmato un accordo.",
    "ro": "Ministerul a refuzat să spună dacă a fost semnat un acord.",
    "ru": "В министерстве отказались сообщить, подписано ли соглашение.",
    "uk": "У міністерстві відмовилися сказати, чи підписано угоду.",
    "be": "У міністэрстве адмовіліся сказаць, ці падпісана пагадненне.",
    "pl": "Ministerstwo odmówiło odpowiedzi, czy podpisano umowę.",
    "lt": "Ministerija atsisakė komentuoti, ar pasirašytas susitarimas.",
    "tr": "Bakanlık, anlaşmanın imzalanıp imzalanmadığını açıklamayı reddetti.",
    "fa": "وزارت دفاع از پاسخ به این پرسش که آیا توافقی امضا شده خودداری کرد.",
}
REFUSED = [
    ("en", "Iran refused to give Belarus missiles."),
    ("ru", "Минск отказался продавать Ирану ракеты."),
    ("pl", "Mińsk odmówił sprzedaży Iranowi rakiet."),
]


@pytest.mark.parametrize("language", sorted(SUMMER))
def test_what_was_planned_is_dated_by_what_became_of_it(language: str) -> None:
    (found,) = code_text(f"{LEADS[language]}\n{SUMMER[language]}", language, published=PUBLISHED)
    assert (found.draft.judgement.status, found.dated.interval.edtf) == ("held", "2023-06/2023-08")


@pytest.mark.parametrize(("language", "text", "status"), NOT_HELD)
def test_what_did_not_come_about_is_not_held(language: str, text: str, status: str) -> None:
    (found,) = code_text(f"{LEADS[language]}\n{text}", language, published=PUBLISHED)
    assert found.draft.judgement.status == status


@pytest.mark.parametrize("language", sorted(UNSAID))
def test_what_nobody_would_say_is_not_told(language: str) -> None:
    assert code_text(f"{LEADS[language]}\n{UNSAID[language]}", language) == []


@pytest.mark.parametrize(("language", "text"), REFUSED)
def test_a_refusal_to_give_is_none_to_say(language: str, text: str) -> None:
    found = code_text(f"{LEADS[language]}\n{text}", language)
    assert [f.draft.judgement.polarity for f in found] == ["negated"]


BESIDE = [
    ("en", "Four years after the 2019 agreement, the two ministers met in Minsk.", "2023-01-01/2023-05-10"),
    ("it", "Quattro anni dopo l'accordo del 2019 i ministri si sono incontrati a Minsk.", "2023-01-01/2023-05-10"),
    ("en", "Khrenin, who became minister in 2020, met Nasirzadeh in Tehran.", None),
    ("en", "Iran, which joined the SCO in July 2022, and Belarus signed a treaty.", None),
    ("fr", "L'Iran, qui a rejoint l'OCS en juillet 2022, et la Biélorussie ont signé un traité.", None),
    ("de", "Der Iran, der im Juli 2022 der SOZ beitrat, und Belarus unterzeichneten einen Vertrag.", None),
    ("ru", "Хренин, который стал министром в 2020 году, встретился с Насирзаде.", None),
    ("en", "Khrenin and Nasirzadeh, in Tehran in May 2022, signed a memorandum.", "2022-05"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "date"), BESIDE)
def test_what_is_told_beside_a_name_dates_nothing_else(language: str, text: str, date: str | None) -> None:
    (found,) = code_text(f"{LEADS[language]}\n{text}", language, published="2023-05-10")
    assert found.dated.interval.edtf == date
