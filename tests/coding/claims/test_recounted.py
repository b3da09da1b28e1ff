"""Two speakers of one sentence give the papers different numbers."""

from __future__ import annotations

import pytest
from coded_text import code_text


def counts(text: str, language: str) -> list[int | None]:
    """Numbers of the papers that are told as signed."""
    return [
        f.draft.paper.count
        for f in code_text(text, language)
        if f.draft.paper is not None and f.draft.judgement.status == "signed"
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Iran and Belarus signed two documents in Tehran on Monday, while the agency IRNA speaks of three."),
        ("de", "Iran und Belarus unterzeichneten am Montag in Teheran zwei Dokumente, IRNA schreibt dagegen von drei."),
        ("fr", "L'Iran et le Bélarus ont signé lundi à Téhéran deux documents, l'agence IRNA en annonce trois."),
        ("es", "Irán y Bielorrusia firmaron el lunes en Teherán dos documentos; la agencia IRNA habla de tres."),
        ("it", "Iran e Bielorussia hanno firmato lunedì a Teheran due documenti; l'agenzia IRNA scrive di tre."),
        ("ro", "Iranul și Belarusul au semnat luni la Teheran două documente, iar agenția IRNA scrie despre trei."),
        ("ru", "Иран и Беларусь подписали в понедельник в Тегеране два документа, а агентство ИРНА пишет о трёх."),
        ("uk", "Іран і Білорусь підписали в понеділок у Тегерані два документи, а агентство ІРНА пише про три."),
        ("be", "Іран і Беларусь падпісалі ў панядзелак у Тэгеране два дакументы, а агенцтва ІРНА піша пра тры."),
        ("pl", "Iran i Białoruś podpisały w poniedziałek w Teheranie dwa dokumenty, a agencja IRNA pisze o trzech."),
        ("lt", "Iranas ir Baltarusija pirmadienį Teherane pasirašė du dokumentus, o agentūra IRNA rašo, kad tris."),
        ("tr", "İran ve Belarus pazartesi günü Tahran'da iki belge imzaladı, IRNA ajansına göre ise üç."),
        ("fa", "ایران و بلاروس دوشنبه در تهران دو سند امضا کردند، اما ایرنا می‌گوید سه."),
    ],
)  # fmt: skip
def test_each_speaker_has_a_number(language: str, text: str) -> None:
    assert counts(text, language) == [2, 3]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Iran and Belarus signed two documents in Tehran on Monday, the ministry said, and in football Belarus won by three.", [2]),
        ("en", "Iran and Belarus signed two documents in Tehran on Monday, IRNA said, at three hospitals.", [2]),
        ("en", "Iran and Belarus signed two documents in Tehran on Monday, IRNA confirmed, not three.", [2]),
        ("en", "Iran and Belarus signed two documents in Tehran on Monday, IRNA says, two.", [2]),
        ("en", "Iran and Belarus signed a memorandum in Tehran on Monday, IRNA said at three.", [1]),
        ("de", "Iran und Belarus unterzeichneten am Montag in Teheran zwei Dokumente, meldet IRNA, bei minus drei Grad.", [2]),
        ("ru", "Иран и Беларусь подписали в Тегеране два документа, пишет ИРНА, после трёх часов переговоров.", [2]),
    ],
)  # fmt: skip
def test_other_numbers_count_no_papers(language: str, text: str, expected: list[int]) -> None:
    assert counts(text, language) == expected
