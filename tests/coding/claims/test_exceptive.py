"""What a denial leaves out was signed: nothing but a protocol, ничего, кроме протокола, ne ... que."""

from __future__ import annotations

import pytest
from coded_text import LEADS, code_text

EXCEPTED = (
    ("fr", "À Téhéran, les ministres n'ont signé qu'un protocole."),
    ("fr", "Il n'a été signé qu'un protocole à Téhéran."),
    ("en", "Nothing but a protocol was signed in Tehran."),
    ("en", "The ministers signed nothing except a protocol in Tehran."),
    ("de", "In Teheran wurde nichts als ein Protokoll unterzeichnet."),
    ("de", "In Teheran wurde außer einem Protokoll nichts unterzeichnet."),
    ("es", "En Teherán no se firmó más que un protocolo."),
    ("it", "A Teheran non è stato firmato che un protocollo."),
    ("ro", "La Teheran nu s-a semnat decât un protocol."),
    ("ru", "В Тегеране не подписали ничего, кроме протокола."),
    ("uk", "У Тегерані не підписали нічого, крім протоколу."),
    ("be", "У Тэгеране не падпісалі нічога, акрамя пратакола."),
    ("pl", "W Teheranie nie podpisano nic poza protokołem."),
    ("lt", "Teherane nepasirašyta nieko, išskyrus protokolą."),
    ("tr", "Tahran'da bir protokolden başka bir şey imzalanmadı."),
    ("fa", "در تهران جز یک پروتکل چیزی امضا نشد."),
)
DENIED = (
    ("ru", "Помимо протокола соглашение в Тегеране не подписано."),
    ("de", "Außer dem Protokoll wurde in Teheran kein Vertrag unterzeichnet."),
    ("en", "No agreement was signed in Tehran, except in the papers of Minsk."),
    ("fr", "Les ministres n'ont pas signé, en dépit de ce qu'un protocole prévoyait."),
    ("es", "El acuerdo no se firmó en Teherán, sino que quedó para otra ocasión."),
    ("pl", "Umowy w Teheranie nie podpisano, poza tym rozmawiano o handlu."),
)


def _signed(language: str, sentence: str) -> list[str]:
    found = code_text(f"{LEADS[language]}\n{sentence}", language)
    return [c.draft.judgement.status for c in found if c.draft.key == "sign"]


@pytest.mark.parametrize(("language", "sentence"), EXCEPTED)
def test_what_is_excepted_was_signed(language: str, sentence: str) -> None:
    assert _signed(language, sentence) == ["signed"]


@pytest.mark.parametrize(("language", "sentence"), DENIED)
def test_what_is_not_excepted_stays_denied(language: str, sentence: str) -> None:
    assert _signed(language, sentence)[:1] == ["denied"]
