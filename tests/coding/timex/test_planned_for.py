"""What is planned for a weekday, as an adjective before its noun, lies ahead; what was said on one does not."""

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
