"""Short articles to their last sentence; bylines, dates and reading times in thirteen languages; headlines above them."""

from __future__ import annotations

import pytest

from helpers.clean.furniture import classify_lines, clean_text
from helpers.clean.furniture_credits import name_credit
from helpers.clean.furniture_cues import load_cues

ARTICLE = [
    "The council of the small town approved the plan for a new bridge on Tuesday, its speaker told the local paper.",
    "Work begins in May.",
    "No price was named.",
    "The mayor will speak on Friday.",
]


def test_a_short_article_is_kept_to_its_last_sentence() -> None:
    text = "\n\n".join(
        [
            "Menu",
            "Council approves a bridge over the river",
            *ARTICLE,
            "Read also",
            "A storm is coming.",
            "Share",
        ]
    )
    assert clean_text(text).split("\n") == ["Council approves a bridge over the river", *ARTICLE]


def test_a_sentence_that_begins_like_a_heading_stays_between_two_of_the_article() -> None:
    body = [ARTICLE[0], "Next week the council meets again to vote on the loan.", *ARTICLE[1:]]
    text = "\n\n".join(["Council approves a bridge over the river", *body, "Comments", "Nice work.", "Share"])
    assert clean_text(text).split("\n")[1:] == body


@pytest.mark.parametrize(
    "line",
    [
        "7 min", "5 min read", "Reading time: 4 minutes", "Listen to this article", "By Anna Harbour and Tom Kay", "3 March 2021, 10:15",
        "Lesezeit: 3 Minuten", "3 Min. Lesezeit", "Von unserer Redaktion", "Von Klaus Küster", "12.03.2021, 16:44 Uhr", "Artikel anhören",
        "Время чтения: 2 минуты", "2 мин", "Редакция", "3 марта 2021, 08:00", "Час чытання: 2 хвіліны", "3 сакавіка 2021", "Ад рэдакцыі",
        "Час читання: 2 хв", "5 хв читання", "Від редакції", "3 березня 2021, 11:20", "Czas czytania: 1 min", "piątek, 12 marca 2021",
        "Od redakcji", "Skaitymo laikas: 3 min.", "2021 m. kovo 6 d. 10:12", "Mūsų korespondentas", "Temps de lecture : 3 min",
        "4 minutes de lecture", "Par Jean Duport", "3 mars 2021 à 10h", "Tiempo de lectura: 3 minutos", "3 de marzo de 2021, 12:05",
        "Por la redacción", "Tempo di lettura: 2 minuti", "3 marzo 2021 alle 12:10", "A cura della redazione", "Okuma süresi: 2 dk",
        "3 Mart 2021 Çarşamba, 10:20", "Haber Merkezi", "Timp de citire: 2 minute", "8 martie 2021, ora 14:10", "De la redacție",
        "زمان مطالعه: ۳ دقیقه", "۱۸ مهر ۱۴۰۳", "۳ دقیقه مطالعه",
    ],
)  # fmt: skip
def test_credits_are_neither_title_nor_body_and_the_line_above_is_the_title(line: str) -> None:
    title = "Bridge over the river"
    text = "\n".join(
        ["Coast Gazette", "Home World Sport Weather", "", title, line, "", *ARTICLE, "Read also", "Share"]
    )
    lines = classify_lines(text)
    assert [e.span.of(text) for e in lines if e.role == "title"] == [title]
    assert [e.span.of(text) for e in lines if e.kept] == [title, *ARTICLE]


@pytest.mark.parametrize(
    "line",
    [
        "Von Hafen zu Hafen: eine Reise",
        "Plan for 2021 and 2022 agreed",
        "7 ships leave the harbour",
        "Par le fleuve, toujours",
        "By the river",
    ],
)
def test_headlines_are_no_credits(line: str) -> None:
    assert name_credit(line, load_cues(), dated=True) == ""


def test_sentences_of_two_words_stay() -> None:
    body = [
        "Belediye başkanı salı günü yaptığı açıklamada köprünün bu yıl tamamlanamayacağını söyledi.",
        "Para yok.",
        "Toplantı yapılmadı.",
    ]
    text = "\n\n".join(["Menü", "Köprü bu yıl bitmeyecek", *body, "Son Dakika", "Yağmur geliyor."])
    assert clean_text(text).split("\n") == ["Köprü bu yıl bitmeyecek", *body]


def test_a_line_of_speech_is_no_headline() -> None:
    talk = [
        "- Wann kommt die Brücke?",
        "- Im Mai.",
        "- Wurde der Vertrag schon unterschrieben?",
        "- Nein, er wird erst im Sommer unterschrieben, sagt der Bürgermeister der kleinen Stadt.",
    ]
    text = "\n".join(
        ["Startseite Politik Sport", "Brücke verzögert sich", "Lesezeit: 2 Minuten", *talk, "Kommentare (3)"]
    )
    assert clean_text(text).split("\n") == ["Brücke verzögert sich", *talk]


@pytest.mark.parametrize(
    "above",
    [
        ["Photos: the old market through the years", "Ferry line between the harbours opens in spring"],
        ["Home > Region > Harbour", "Ferry line between the harbours opens in spring", "By A. Writer"],
        ["Ferry line between the harbours opens in spring", "Tender for the ferry to come before the end of the year"],
        ["Ferry line between the harbours opens in spring", "3 min read", "Cheaper than a bridge, say the mayors of both harbours"],
        ["“Three ferries a day”: the line between the harbours opens in spring", "Print this page", "Market square: last photos"],
    ],
)  # fmt: skip
def test_the_headline_speaks_of_what_the_article_speaks_of(above: list[str]) -> None:
    article = [
        "The mayors of the two harbours have agreed to open a joint ferry line in spring, both administrations said.",
        "The line is to run three times a day and will be paid for in equal parts, with a tender before the end of the year.",
        "Residents had asked for the ferry for many years, because the bridge further up the river is closed for repairs.",
    ]
    text = "\n".join(["Home", "Market", "Letters", *above, "12 March 2021", *article, "Related stories"])
    title = next(line for line in classify_lines(text) if line.role == "title")
    assert title.span.of(text).endswith("between the harbours opens in spring")


@pytest.mark.parametrize(
    "banner",
    [
        "This site uses cookies. Accept | Reject", "Diese Website verwendet Cookies. Akzeptieren | Ablehnen",
        "Ce site utilise des cookies. Accepter | Refuser", "Esta página usa cookies. Aceptar | Rechazar",
        "Questo sito usa i cookie. Accetto | Rifiuto", "Acest site folosește cookie-uri. Accept | Refuz",
        "Мы используем файлы cookie. Принять | Отклонить", "Цей сайт використовує cookie. Погоджуюсь | Ні",
        "Гэты сайт выкарыстоўвае cookie. Згодны | Не", "Ta strona używa plików cookie. Zgadzam się | Nie",
        "Šiame puslapyje naudojami slapukai. Sutinku | Nesutinku", "Bu sayfada çerezler kullanılıyor. Kabul et | Reddet",
        "این سایت از کوکی استفاده می‌کند. موافقم | نه",
    ],
)  # fmt: skip
@pytest.mark.parametrize(
    "headline", ["Council approves a bridge over the river", "Will the town get its bridge over the river?"]
)
def test_a_banner_on_cookies_is_no_headline(banner: str, headline: str) -> None:
    notice = "Reading time: 3 minutes"
    text = "\n".join(
        ["Town Gazette", "Home   About us   Contact", banner, "", headline, notice, "", *ARTICLE]
    )
    assert clean_text(text).split("\n")[0] == headline
