"""What is planned for a day or awaited lies ahead, what was said on one does not."""

from __future__ import annotations

import pytest

from helpers.coding.timex import find_timexes
from helpers.foundation.dates import read_edtf

MONDAY = read_edtf("2025-06-16")


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("de", "Die für Donnerstag geplante Reise ist abgesagt.", 19),
        ("de", "Aus der für Donnerstag angesetzten Reise wird nichts.", 19),
        ("de", "Am Donnerstag sprach er über die geplante Reise.", 12),
        ("ru", "Запланированная на четверг поездка отменена.", 19),
        ("ru", "Намеченный на четверг визит перенесли.", 19),
        ("ru", "В четверг обсуждался запланированный визит.", 12),
        ("uk", "Запланований на четвер візит скасовано.", 19),
        ("pl", "Zaplanowana na czwartek wizyta została odwołana.", 19),
        ("lt", "Ketvirtadienį aptartas planuotas vizitas.", 12),
    ],
)
def test_planned_for_a_weekday(language, text, day):
    (timex,) = find_timexes(text, language, MONDAY)
    assert timex.value == f"2025-06-{day}"


@pytest.mark.parametrize(
    ("language", "text", "month"),
    [
        ("fr", "La venue des experts, que le comité attend pour mars, est confirmée.", "2025-03"),
        ("it", "Il comitato attende la delegazione per marzo.", "2025-03"),
        ("pl", "Komitet czeka na delegację w marcu.", "2025-03"),
        ("lt", "Komitetas laukia delegacijos kovą.", "2025-03"),
        ("ru", "Визит, ожидаемый в марте, подтверждён.", "2025-03"),
        ("fr", "En mars, il avait signé un accord, et il attend depuis.", "2024-03"),
        ("pl", "W marcu podpisali umowę, na którą czekali.", "2024-03"),
    ],
)
def test_what_is_awaited_lies_ahead(language, text, month):
    (timex,) = find_timexes(text, language, read_edtf("2024-11-16"))
    assert timex.value == month
