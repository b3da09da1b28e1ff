"""After the talks on Monday they travel on Friday: the Monday is past, the Friday ahead; what a plan names stays ahead."""

import pytest

from helpers.coding.timex import find_timexes
from helpers.foundation.dates import read_edtf

DCT = read_edtf("2022-05-18")  # a Wednesday
PAST, AHEAD, FRIDAY = "2022-05-16", "2022-05-23", "2022-05-20"
AFTER = [
    ("en", "After Monday's talks the ministers will travel on Friday."),
    ("en", "Following the talks on Monday, the ministers will travel to Minsk on Friday."),
    ("en", "After talks on Monday the ministers are to meet again on Friday."),
    ("en", "The exercise begun on Monday will last until Friday."),
    ("de", "Nach den Gesprächen am Montag werden die Minister am Freitag reisen."),
    ("de", "Die am Montag begonnenen Verhandlungen werden am Freitag fortgesetzt."),
    ("fr", "Après les entretiens de lundi, les ministres se rendront vendredi à Minsk."),
    ("fr", "Les négociations entamées lundi se poursuivront vendredi."),
    ("es", "Tras las conversaciones del lunes, los ministros viajarán el viernes."),
    ("es", "Las negociaciones iniciadas el lunes continuarán el viernes."),
    ("it", "Dopo i colloqui di lunedì i ministri partiranno venerdì."),
    ("it", "I negoziati iniziati lunedì proseguiranno venerdì."),
    ("ro", "După discuțiile de luni, miniștrii vor pleca vineri."),
    ("ro", "Negocierile începute luni vor continua vineri."),
    ("ru", "После переговоров в понедельник министры отправятся в пятницу в Минск."),
    ("ru", "Начатые в понедельник переговоры продолжатся в пятницу."),
    ("ru", "После состоявшейся в понедельник встречи министр вылетит в пятницу."),
    ("uk", "Після переговорів у понеділок міністри вирушать у п'ятницю."),
    ("uk", "Розпочаті в понеділок переговори продовжаться в п'ятницю."),
    ("be", "Пасля перамоў у панядзелак міністры адправяцца ў пятніцу."),
    ("be", "Пачатыя ў панядзелак перамовы працягнуцца ў пятніцу."),
    ("pl", "Po poniedziałkowych rozmowach ministrowie wyjadą w piątek."),
    ("pl", "Po rozmowach w poniedziałek ministrowie wyjadą w piątek."),
    ("pl", "Rozpoczęte w poniedziałek negocjacje będą kontynuowane w piątek."),
    ("lt", "Po pirmadienio derybų ministrai vyks penktadienį."),
    ("lt", "Pirmadienį prasidėjusios derybos tęsis penktadienį."),
    ("tr", "Pazartesi günkü görüşmelerin ardından bakanlar cuma günü yola çıkacak."),
    ("tr", "Pazartesi günü başlayan görüşmeler cuma günü devam edecek."),
    ("fa", "پس از گفتگوهای دوشنبه، وزیران جمعه سفر خواهند کرد."),
    ("fa", "مذاکراتی که دوشنبه آغاز شد جمعه ادامه خواهد یافت."),
]
CLAUSE = [
    ("en", "After meeting the president, the minister will travel on Monday."),
    ("en", "After talks scheduled for Monday, they will sign."),
    ("de", "Nach dem Treffen mit dem Präsidenten wird der Minister am Montag nach Minsk reisen."),
    ("de", "Er wird nach dem Treffen am Montag nach Minsk reisen."),
    ("de", "Der Minister fliegt nach Teheran am Montag."),
    ("de", "Die am Montag geplante Abstimmung wird verschoben."),
    ("de", "Die am Montag beginnenden Gespräche werden kurz sein."),
    ("fr", "Après la réunion, le ministre se rendra lundi à Minsk."),
    ("fr", "Après les entretiens prévus lundi, ils signeront."),
    ("es", "Tras la reunión el ministro viajará el lunes."),
    ("es", "La llegada el lunes del ministro será breve."),
    ("it", "Dopo i colloqui previsti lunedì firmeranno."),
    ("ro", "După discuțiile programate luni vor semna."),
    ("ru", "После переговоров министр в понедельник вылетит в Минск."),
    ("uk", "Після переговорів міністр у понеділок вилетить до Мінська."),
    ("uk", "Переговори проводяться в понеділок."),
    ("be", "Пасля перамоў міністр у панядзелак вылеціць у Мінск."),
    ("pl", "Po rozmowach minister w poniedziałek wyleci do Mińska."),
    ("lt", "Po derybų ministras pirmadienį vyks į Minską."),
    ("lt", "Pirmadienį planuojamos derybos."),
    ("tr", "Görüşmelerden sonra bakan pazartesi günü gidecek."),
    ("tr", "Pazartesi günkü görüşme kısa sürecek."),
    ("fa", "پس از مذاکرات، وزیر روز دوشنبه سفر خواهد کرد."),
]


@pytest.mark.parametrize(("language", "text"), AFTER)
def test_what_is_known_has_happened(language, text):
    assert [x.value for x in find_timexes(text, language, DCT)] == [PAST, FRIDAY]


@pytest.mark.parametrize(("language", "text"), CLAUSE)
def test_the_weekday_of_the_clause_follows_its_verb(language, text):
    assert [x.value for x in find_timexes(text, language, DCT)] == [AHEAD]


def test_after_a_weekday_itself_stays_ahead():
    (found,) = find_timexes("Po poniedziałku będzie spokojniej.", "pl", DCT)
    assert (found.value, found.edtf) == (AHEAD, f"{AHEAD}/..")
