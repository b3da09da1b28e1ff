"""Running text in Russian, Ukrainian and Belarusian: what was lost or wrong on pages though its words were known."""

from __future__ import annotations

import pytest
from coded_text import PAIR, told_behind_lead

Told = tuple[str, str, str, tuple[str, ...]]


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        # he who is received comes from the other country
        ("be", "У Тэгеране яго прыме сакратар Вышэйшага савета нацыянальнай бяспекі.", [("visit", "planned", "future", PAIR)]),
        ("ru", "В Тегеране его примет министр обороны Ирана.", [("visit", "planned", "future", PAIR)]),
        # a speaker of parliament is an office, and no house that sits
        ("be", "Госць сустрэўся са старшынёй парламента.", [("meet", "discussed", "asserted", PAIR)]),
        ("ru", "Гость встретился с председателем парламента.", [("meet", "discussed", "asserted", PAIR)]),
        # "it" is the paper told of before
        ("uk", "Договір Іран і Білорусь готують від весни.\nІранські посадовці кажуть, що підпишуть його вже в січні.", [("draft", "planned", "asserted", PAIR), ("sign", "planned", "future", PAIR)]),
        ("ru", "Меморандум Иран и Беларусь готовили год.\nПодписали его в августе, во время визита президента Пезешкиана.", [("draft", "planned", "asserted", PAIR), ("sign", "signed", "historical", PAIR), ("visit", "discussed", "historical", PAIR)]),
        # the town and the country where two others met
        ("uk", "Востаннє міністри оборони двох країн зустрічалися в червні в китайському Ціндао.", [("meet", "discussed", "historical", PAIR)]),
        ("ru", "Лукашенко и Пезешкиан встретились на полях саммита в Китае.", [("meet", "discussed", "asserted", PAIR)]),
        # an aside on who said so stands between a verb and its object
        ("uk", "Підписи, як повідомили в міністерстві, поставили у вівторок у Тегерані.", [("sign", "signed", "asserted", PAIR)]),
        ("ru", "Стороны провели, как сообщили в ведомстве, переговоры в Минске.", [("meet", "discussed", "asserted", PAIR)]),
        # where they talked goes before whom they talked about
        ("uk", "Білоруська делегація вела в Тегерані переговори про ремонт гелікоптерів, яким досі займалися українські заводи.", [("meet", "discussed", "asserted", PAIR)]),
        ("ru", "Белорусская делегация провела в Тегеране переговоры о ремонте вертолетов, которым занимались российские заводы.", [("meet", "discussed", "asserted", PAIR)]),
        # a town beyond a comma is no party
        ("ru", "При белорусском посольстве в Иране аккредитован военный атташе, до него работу вел дипломат в Баку.", [("accredit", "held", "asserted", PAIR)]),
        # a treaty that is ready offers nothing
        ("uk", "Договір між Іраном і Білоруссю практично готовий, однак дату підписання ще не визначено.", [("offer", "planned", "asserted", PAIR)]),
        # what is promised stands before the verb
        ("be", "Паставіць свае подпісы пад кантрактам бакі абяцаюць у жніўні.", [("sign", "planned", "future", PAIR)]),
        ("ru", "Подписать контракт стороны договорились в августе.", [("sign", "planned", "future", PAIR)]),
        # such deliveries
        ("ru", "О передаче Ирану ракет Беларусью писали газеты.\nВ Минске заявляют, что таких поставок не было.", [("deliver", "denied", "negated", PAIR)]),
        # a joint act of which one side is named, and nobody else
        ("ru", "В будущем году такое же учение проведут в Иране.", [("exercise", "planned", "future", PAIR)]),
        ("uk", "Іранські виробники вперше виставляються на MILEX зі своїм стендом.", [("exhibit", "held", "asserted", PAIR)]),
        ("ru", "Учение пройдет в Иране вместе с Оманом.", [("exercise", "planned", "future", ("IRN", "OMN"))]),
        # what was settled over years is background
        ("be", "У апошнія гады беларускія заводы рамантавалі іранскую авіяцыйную тэхніку.", [("produce", "held", "historical", PAIR)]),
        ("ru", "В последние годы белорусские заводы ремонтировали иранские истребители.", [("produce", "held", "historical", PAIR)]),
        ("uk", "У вересні сторони вже мали спільні маневри.", [("exercise", "held", "historical", PAIR)]),
        ("be", "Гутарка з міністрам абароны Ірана сапраўды была.", [("meet", "discussed", "asserted", PAIR)]),
        ("ru", "Беседа с министром обороны Ирана действительно была.", [("meet", "discussed", "asserted", PAIR)]),
        ("ru", "Не исключён приезд в Минск начальника иранского Генштаба.", [("visit", "planned", "hypothetical", PAIR)]),
        # the year right behind a paper says when it was made
        ("ru", "Меморандум 2003 года, под которым расписались оба министра, остался на бумаге.", [("sign", "signed", "historical", PAIR)]),
        ("uk", "Комісія працює на основі міжурядової угоди 2007 року.", [("sign", "signed", "historical", PAIR)]),
        ("be", "Камісія працуе паводле плана 2023 года.", []),
        # on the margins of a session of others
        ("uk", "Хренін розмовляв з іранським колегою на полях засідання ШОС.", [("meet", "discussed", "asserted", PAIR)]),
        ("ru", "Хренин беседовал с иранским коллегой на полях заседания ШОС.", [("meet", "discussed", "asserted", PAIR)]),
    ],
)  # fmt: skip
def test_running_text_of_the_east(language: str, text: str, wanted: list[Told]) -> None:
    assert told_behind_lead(text, language) == wanted
