"""Plans moved to a later time, and participles that open a clause which denies them."""

from __future__ import annotations

import pytest
from coded_text import told_behind_lead


def _told(text: str, language: str) -> list[tuple[str, str]]:
    return [
        (key, status)
        for key, status, _, parties in told_behind_lead(text, language)
        if parties == ("BLR", "IRN")
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The session of the joint commission will be held not in July but in December."),
        ("de", "Die Sitzung der Kommission findet nicht wie geplant im Juli, sondern im Dezember statt."),
        ("fr", "La session de la commission aura lieu non pas en juillet, comme prévu, mais en décembre."),
        ("es", "La sesión de la comisión se celebrará en diciembre en lugar de julio."),
        ("it", "La sessione della commissione si terrà a dicembre anziché a luglio."),
        ("ro", "Sesiunea comisiei va avea loc nu în iulie, ci în decembrie."),
        ("ru", "Заседание комиссии состоится не в июле, как планировалось, а в декабре."),
        ("uk", "Засідання комісії відбудеться не в липні, як планувалося, а в грудні."),
        ("be", "Пасяджэнне камісіі адбудзецца не ў ліпені, як планавалася, а ў снежні."),
        ("pl", "Posiedzenie komisji odbędzie się nie w lipcu, jak planowano, ale w grudniu."),
        ("lt", "Komisijos posėdis vyks ne liepą, kaip planuota, o gruodį."),
    ],
)
def test_time_taken_back_for_a_later_one(language: str, text: str) -> None:
    assert ("session", "postponed") in _told(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        # earlier than planned, a place set against a place, both times meant, a deadline, no second time
        ("en", "The session of the joint commission will be held not in December but in July."),
        ("en", "The session of the joint commission will be held in July, not in Minsk but in Brest."),
        ("en", "The session of the joint commission will be held not only in July but also in December."),
        ("ru", "Заседание комиссии состоится не только в июле, но и в декабре."),
        ("ru", "Заседание комиссии состоится не позднее июля, а в декабре подведут итоги."),
        ("de", "Die Sitzung der Kommission findet nicht vor Juli statt."),
        # done, only later than planned
        ("en", "The session of the joint commission was held not in January, as planned, but in March."),
        ("ru", "Заседание комиссии состоялось не в январе, как планировалось, а в марте."),
    ],
)
def test_no_time_taken_back_for_a_later_one(language: str, text: str) -> None:
    assert all(status != "postponed" for _, status in _told(text, language))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Ratifiziert wurde das Abkommen noch nicht."),
        ("en", "Signed, though, the memorandum was not."),
        ("it", "Firmato, tuttavia, il memorandum non è stato."),
        ("ro", "Semnat însă memorandumul nu a fost."),
        ("ru", "Подписан меморандум так и не был."),
        ("uk", "Підписано меморандум так і не було."),
        ("be", "Падпісаны мемарандум так і не быў."),
        ("pl", "Podpisane memorandum nie zostało."),
        ("lt", "Pasirašytas memorandumas taip ir nebuvo."),
    ],
)
def test_participle_that_opens_what_is_denied(language: str, text: str) -> None:
    assert [status for _, status in _told(text, language)] == ["denied"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        # something else is denied: where, what became of it, another verb
        ("en", "Signed in 2021, the memorandum was not published."),
        ("ru", "Подписанный в 2021 году меморандум не был опубликован."),
        ("pl", "Podpisane w 2021 roku memorandum nie zostało ogłoszone."),
        ("ru", "Подписанный с Ираном меморандум опубликован не был."),
        ("uk", "Підписаний з Іраном меморандум оприлюднений не був."),
        ("pl", "Podpisane z Iranem memorandum opublikowane nie zostało."),
    ],
)
def test_participle_that_opens_what_is_not_denied(language: str, text: str) -> None:
    assert ("sign", "signed") in _told(text, language)
