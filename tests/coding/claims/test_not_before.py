"""Not before June, no earlier than January: planned for then or later, when that lies ahead of the page."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from coded_text import LEADS, code_text

PUBLISHED = "2023-03-10"
LATER = [
    ("en", "The treaty will not be signed before June.", "2023-06-01/.."),
    ("en", "The agreement will be signed no earlier than January.", "2024-01-01/.."),
    ("en", "Iran will not deliver drones to Belarus before next year.", "2024-01-01/.."),
    ("de", "Der Vertrag wird nicht vor Juni unterzeichnet.", "2023-06-01/.."),
    ("de", "Das Abkommen wird frühestens im Januar unterzeichnet.", "2024-01-01/.."),
    ("fr", "Le traité ne sera pas signé avant juin.", "2023-06-01/.."),
    ("fr", "L'accord sera signé au plus tôt en janvier.", "2024-01-01/.."),
    ("es", "El tratado no se firmará antes de junio.", "2023-06-01/.."),
    ("es", "El acuerdo se firmará como muy pronto en enero.", "2024-01-01/.."),
    ("it", "Il trattato non sarà firmato prima di giugno.", "2023-06-01/.."),
    ("ro", "Acordul va fi semnat cel mai devreme în ianuarie.", "2024-01-01/.."),
    ("ru", "Договор будет подписан не раньше июня.", "2023-06-01/.."),
    ("uk", "Раніше червня договір не підпишуть.", "2023-06-01/.."),
    ("be", "Дагавор падпішуць не раней за чэрвень.", "2023-06-01/.."),
    ("pl", "Umowa nie zostanie podpisana przed czerwcem.", "2023-06-01/.."),
    ("lt", "Sutartis bus pasirašyta ne anksčiau kaip birželį.", "2023-06-01/.."),
    ("tr", "Anlaşma hazirandan önce imzalanmayacak.", "2023-06-01/.."),
    ("fa", "این پیمان پیش از ژوئن امضا نخواهد شد.", "2023-06-01/.."),
]
DENIED = [
    ("en", "The two sides had not signed any agreement before 2023."),
    ("en", "The ministry denied that the treaty would be signed before June."),
    ("en", "Khrenin will not visit Tehran on 20 March."),
    ("de", "Vor 2022 gab es kein Abkommen."),
    ("ru", "До 2022 года соглашение не подписывали."),
    ("pl", "Przed 2022 rokiem umowy nie podpisano."),
]


@pytest.mark.parametrize(("language", "text", "date"), LATER)
def test_a_time_before_which_nothing_comes_opens_the_plan(language: str, text: str, date: str) -> None:
    (found,) = code_text(f"{LEADS[language]}\n{text}", language, published=PUBLISHED)
    told = found.draft.judgement
    assert (told.status, told.polarity, found.dated.interval.edtf) == ("planned", "future", date)


@pytest.mark.parametrize(("language", "text"), DENIED)
def test_what_was_over_or_is_denied_stays_denied(language: str, text: str) -> None:
    found = code_text(f"{LEADS[language]}\n{text}", language, published=PUBLISHED)
    assert {f.draft.judgement.status for f in found} <= {"denied"}
