"""What was agreed, decided, put off or extended lies ahead of the past verb that tells it; what merely happened does not."""

import pytest

from helpers.coding.timex import find_timexes
from helpers.foundation.dates import read_edtf

DCT = read_edtf("2022-02-09")
AGREED = {
    "en": "They have decided to admit the islands in early March. He agreed to meet them on Friday.",
    "de": "Die Seiten vereinbarten, sich im März zu treffen. Die Minister beschlossen, am Freitag zu verhandeln.",
    "fr": "Les parties ont convenu de se réunir en mars. Les ministres ont décidé de se voir vendredi.",
    "es": "Las partes acordaron reunirse en marzo. Los ministros decidieron verse el viernes.",
    "it": "Le parti hanno concordato di riunirsi a marzo. I ministri hanno deciso di vedersi venerdì.",
    "ro": "Părțile au convenit să se întâlnească în martie. Miniștrii au decis să se vadă vineri.",
    "pl": "Strony postanowiły spotkać się w marcu. Ministrowie uzgodnili zebrać się w piątek.",
    "ru": "Стороны договорились провести встречу в марте. Министры решили встретиться в пятницу.",
    "uk": "Сторони домовилися провести зустріч у березні. Міністри вирішили зустрітися в п'ятницю.",
    "be": "Бакі дамовіліся правесці сустрэчу ў сакавіку. Міністры вырашылі сустрэцца ў пятніцу.",
    "lt": "Šalys susitarė surengti susitikimą kovo mėnesį. Ministrai nusprendė susitikti penktadienį.",
    "tr": "Taraflar martta görüşmeye karar verdi. Bakanlar cuma günü buluşma konusunda anlaştı.",
}
PUT_OFF = {
    "en": "The hearing was postponed until Friday. They extended the truce until June.",
    "de": "Das Treffen wurde auf Freitag verschoben. Die Waffenruhe wurde bis Juni verlängert.",
    "fr": "La rencontre a été reportée à vendredi. La trêve a été prolongée jusqu'en juin.",
    "es": "La reunión fue aplazada al viernes. La tregua se prorrogó hasta junio.",
    "it": "L'incontro è stato rinviato a venerdì. La tregua è stata prorogata fino a giugno.",
    "ro": "Întâlnirea a fost amânată pentru vineri. Armistițiul a fost prelungit până în iunie.",
    "pl": "Spotkanie przełożono na piątek. Rozejm przedłużono do czerwca.",
    "ru": "Встречу перенесли на пятницу. Перемирие продлили до июня.",
    "uk": "Зустріч перенесли на п'ятницю. Перемир'я продовжили до червня.",
    "be": "Сустрэчу перанеслі на пятніцу. Перамір'е падоўжылі да чэрвеня.",
    "lt": "Susitikimas nukeltas į penktadienį. Paliaubos pratęstos iki birželio.",
    "tr": "Görüşme cumaya ertelendi. Ateşkes hazirana kadar uzatıldı.",
}
PAST = [
    ("en", "They told me the truth in January.", "2022-01"),
    ("en", "All members voted to support the motion Friday.", "2022-02-04"),
    ("en", "They met to discuss the plan on Monday.", "2022-02-07"),
    ("ru", "В январе стороны договорились встретиться.", "2022-01"),
    ("ru", "Стороны договорились, сообщили во вторник.", "2022-02-08"),
    ("it", "Hanno concordato di incontrarsi, si è appreso martedì.", "2022-02-08"),
    ("de", "Am Montag vereinbarten sie, sich zu treffen.", "2022-02-07"),
    ("en", "They decided to close the base in January.", "2022-01"),
    ("ru", "Отряд перенесли в пятницу на базу.", "2022-02-04"),
    ("en", "The general moved the troops on Friday.", "2022-02-04"),
]


@pytest.mark.parametrize("language", AGREED)
def test_what_was_agreed_lies_ahead(language):
    assert [x.value for x in find_timexes(AGREED[language], language, DCT)] == ["2022-03", "2022-02-11"]


@pytest.mark.parametrize("language", PUT_OFF)
def test_what_was_put_off_lies_ahead(language):
    assert [x.value for x in find_timexes(PUT_OFF[language], language, DCT)] == ["2022-02-11", "2022-06"]


@pytest.mark.parametrize(("language", "text", "value"), PAST)
def test_what_happened_lies_behind(language, text, value):
    assert [x.value for x in find_timexes(text, language, DCT)] == [value]


def test_persian_dates_what_was_agreed_and_what_was_said():
    text = "دو طرف توافق کردند در فروردین دیدار کنند. وزیر گفت هیئت جمعه خواهد رسید."
    assert [x.value for x in find_timexes(text, "fa", DCT)] == ["2022-03-21/2022-04-20", "2022-02-11"]


def test_a_german_present_participle_looks_ahead():
    found = find_timexes("Die im März auf der Insel tagende Konferenz wurde abgesagt.", "de", DCT)
    assert [x.value for x in found] == ["2022-03"]


def test_a_story_about_the_past_goes_on_from_where_it_is():
    text = (
        "Он родился 5 мая 1901 года и женился 3 июня 1925 года. Завод открыли 7 июля 1931 года, закрыли 9 мая 1939 года. "
        "1 января следующего года его продали, следующей весной снесли. В начале месяца приехал новый хозяин."
    )
    values = [x.value for x in find_timexes(text, "ru", DCT)]
    assert values[4:6] == ["1940-01-01", "1940-SP"]
    assert values[6] != "2022-02"


def test_a_story_turns_the_year_between_december_and_january():
    text = (
        "Війна почалася 5 травня 1901 року, перемир'я уклали 3 червня 1905 року. Місто впало 7 липня 1911 року, облогу почали 9 грудня "
        "1941 року. У січні її зняли, а 17 лютого військо відійшло."
    )
    values = [x.value for x in find_timexes(text, "uk", DCT)]
    assert values[4:] == ["1942-01", "1942-02-17"]


def test_the_verb_that_agrees_is_past_itself():
    text = "Three days after the 5 May vote the ministers agreed to meet in March."
    assert [x.value for x in find_timexes(text, "en", DCT)] == ["2021-05-08", "2021-05-05", "2022-03"]


def test_a_bare_year_far_from_a_story_is_an_aside():
    text = (
        "The war began on 5 May 1964; on 3 June 1964 a ship was hit, on 7 July 1964 another, on 9 July 1964 a third. "
        "The file was released in 2005. On 4 August a patrol was fired upon."
    )
    values = [x.value for x in find_timexes(text, "en", DCT)]
    assert values[-2:] == ["2005", "1964-08-04"]
