"""What was not put off is still to come, unless it was never planned; Persian papers that came to initialling are settled."""

from __future__ import annotations

import pytest
from coded_text import LEADS, code_text

NEVER_MEANT = {
    "en": "“No visit was postponed, because none was scheduled,” the Iranian spokesman said.",
    "de": "„Kein Besuch wurde verschoben, denn es war keiner geplant“, sagte der iranische Sprecher.",
    "fr": "« Aucune visite n'a été reportée, puisqu'aucune n'était programmée », a affirmé le porte-parole iranien.",
    "it": "«Nessuna visita è stata rinviata, perché nessuna era in programma», ha detto il portavoce iraniano.",
    "ro": "„Nicio vizită nu a fost amânată, pentru că niciuna nu era programată”, a spus purtătorul de cuvânt iranian.",
    "ru": "«Никакой визит не отложен, потому что он и не планировался», — сказал иранский представитель.",
    "uk": "«Жоден візит не відкладено, бо жодного не планували», — сказав іранський речник.",
    "be": "«Ніякі візіт не адкладзены, бо ён і не планаваўся», — сказаў іранскі прадстаўнік.",
    "pl": "„Żadna wizyta nie została przełożona, bo żadnej nie planowano” – powiedział irański rzecznik.",
    "lt": "„Joks vizitas nebuvo atidėtas, nes joks nebuvo numatytas“, – sakė Irano atstovas.",
}
STILL_TO_COME = {
    "en": "The visit of the Iranian minister to Minsk was not postponed.",
    "de": "Der Besuch des iranischen Ministers in Minsk wurde nicht verschoben.",
    "fr": "La visite du ministre iranien à Minsk n'a pas été reportée.",
    "ru": "Визит иранского министра в Минск не отложен.",
}


def _told(language: str, text: str) -> list[tuple[str, str]]:
    found = code_text(LEADS[language] + "\n" + text, language)
    return [(c.draft.kind, c.draft.judgement.status) for c in found]


@pytest.mark.parametrize("language", NEVER_MEANT)
def test_what_was_never_planned_is_denied(language: str) -> None:
    assert _told(language, NEVER_MEANT[language]) == [("consultation", "denied")]


@pytest.mark.parametrize("language", STILL_TO_COME)
def test_what_was_not_put_off_is_planned(language: str) -> None:
    assert _told(language, STILL_TO_COME[language]) == [("consultation", "planned")]


def test_came_to_initialling_only() -> None:
    text = "برنامه همکاری‌های نظامی روز سه‌شنبه در مینسک تنها به پاراف رسید."
    assert _told("fa", text) == [("agreement", "agreed")]
