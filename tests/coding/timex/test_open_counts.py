"""Counts that leave two open give no day: two or three weeks ago, in a year or two. Nothing is picked from them."""

import pytest

from helpers.coding.timex import find_timexes
from helpers.foundation.dates import read_edtf

DCT = read_edtf("2022-05-18")
PAST, FUTURE = "PAST_REF", "FUTURE_REF"
OPEN = [
    ("en", "They met two or three weeks ago and meet again in a year or two.", [PAST, FUTURE]),
    ("en", "It happened 2-3 weeks ago. He left a year or two ago.", [PAST, PAST]),
    ("de", "Vor zwei oder drei Wochen trafen sie sich. In ein, zwei Jahren ist es so weit.", [PAST, FUTURE]),
    ("fr", "Il y a deux ou trois ans, il a signé. Dans un an ou deux, ils signeront.", [PAST, FUTURE]),
    ("es", "Hace dos o tres años firmaron. Dentro de un año o dos firmarán.", [PAST, FUTURE]),
    ("it", "Due o tre settimane fa hanno firmato. Tra un anno o due firmeranno.", [PAST, FUTURE]),
    ("ro", "Acum două-trei săptămâni au semnat. Peste un an sau doi vor semna.", [PAST, FUTURE]),
    ("ru", "Две-три недели назад подписали. Через год-два подпишут.", [PAST, FUTURE]),
    ("uk", "Два-три тижні тому підписали. Через рік-два підпишуть.", [PAST, FUTURE]),
    ("be", "Два-тры тыдні таму падпісалі. Праз год-два падпішуць.", [PAST, FUTURE]),
    ("pl", "Dwa-trzy tygodnie temu podpisali. Za rok lub dwa podpiszą.", [PAST, FUTURE]),
    ("lt", "Prieš dvi ar tris savaites pasirašė. Po metų ar dvejų pasirašys.", [PAST, FUTURE]),
    ("tr", "İki üç hafta önce imzaladılar. Bir iki yıl sonra imzalayacaklar.", [PAST, FUTURE]),
    ("fa", "دو سه هفته پیش امضا کردند. یک یا دو سال دیگر امضا خواهند کرد.", [PAST, FUTURE]),
]


@pytest.mark.parametrize(("language", "text", "values"), OPEN)
def test_two_counts_give_no_day(language, text, values):
    found = find_timexes(text, language, DCT)
    assert [(x.value, x.edtf) for x in found] == [(value, None) for value in values]


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("en", "They met two weeks ago.", "2022-W18"),
        ("tr", "On iki yıl önce imzaladılar.", "2010"),
        ("ru", "Двадцать два года назад подписали.", "2000"),
        ("fr", "Il y a vingt et un ans, il a signé.", "2001"),
    ],
)
def test_one_count_keeps_its_unit(language, text, value):
    assert [x.value for x in find_timexes(text, language, DCT)] == [value]


@pytest.mark.parametrize(
    "text", ["Tax would be minimal in a quarter that brought such a loss.", "In a year of drought he left."]
)
def test_a_unit_that_is_told_about_is_no_offset(text):
    assert find_timexes(text, "en", DCT) == []
