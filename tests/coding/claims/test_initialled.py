"""What was initialled is settled and not signed; its signing to come is a plan of its own."""

from __future__ import annotations

import pytest
from coded_text import code_text

TOLD = {
    "en": "Iran and Belarus initialled a protocol on officer exchanges on Monday, to be signed in June.",
    "de": "Iran und Belarus paraphierten am Montag ein Protokoll über Militärhilfe; im Juni soll es unterzeichnet werden.",
    "fr": "L'Iran et le Bélarus ont paraphé lundi un protocole militaire, qui sera signé en juin.",
    "es": "Irán y Bielorrusia rubricaron el lunes el borrador de un protocolo militar, que se firmará en junio.",
    "it": "Iran e Bielorussia hanno parafato lunedì un protocollo militare, che sarà firmato a giugno.",
    "ro": "Iranul și Belarusul au parafat luni un protocol militar, care va fi semnat în iunie.",
    "ru": "Иран и Беларусь парафировали в понедельник протокол, подписать его планируют в июне.",
    "uk": "Іран і Білорусь парафували в понеділок протокол, підписати його планують у червні.",
    "be": "Іран і Беларусь парафіравалі ў панядзелак пратакол, падпісаць яго плануюць у чэрвені.",
    "pl": "Iran i Białoruś parafowały w poniedziałek protokół, który zostanie podpisany w czerwcu.",
    "lt": "Iranas ir Baltarusija pirmadienį parafavo protokolą, jis bus pasirašytas birželį.",
    "tr": "İran ve Belarus pazartesi günü protokolü parafe etti; haziranda imzalanacak.",
    "fa": "پروتکل ایران و بلاروس پاراف شد و قرار است ماه آینده امضا شود.",
}
SIGNED = [
    ("en", "Iran and Belarus signed an initial agreement on officer exchanges on Monday."),
    ("es", "Irán y Bielorrusia rubricaron el lunes en Teherán doce convenios."),
    ("it", "Iran e Bielorussia hanno siglato lunedì a Teheran un memorandum."),
    ("fr", "Les ministres iranien et biélorusse ont apposé lundi leur paraphe au bas d'un accord."),
    ("ru", "Иран и Беларусь подписали в понедельник протокол."),
]
OTHERWISE = [
    ("en", "Iran and Belarus will initial the protocol in June.", "planned"),
    ("en", "Iran and Belarus did not initial the protocol.", "denied"),
    ("de", "Iran und Belarus wollen das Protokoll im Juni paraphieren.", "planned"),
    ("ru", "Иран и Беларусь не парафировали протокол.", "denied"),
    ("pl", "Iran i Białoruś nie parafowały protokołu.", "denied"),
]


def _statuses(text: str, language: str) -> list[str]:
    return [f.draft.judgement.status for f in code_text(text, language) if f.draft.kind == "agreement"]


@pytest.mark.parametrize("language", sorted(TOLD))
def test_initialled_is_agreed_and_its_signing_planned(language: str) -> None:
    assert _statuses(TOLD[language], language) == ["agreed", "planned"]


@pytest.mark.parametrize(("language", "text"), SIGNED)
def test_words_of_signing_stay_signed(language: str, text: str) -> None:
    assert _statuses(text, language) == ["signed"]


@pytest.mark.parametrize(("language", "text", "status"), OTHERWISE)
def test_plans_and_denials_of_initialling(language: str, text: str, status: str) -> None:
    assert _statuses(text, language) == [status]
