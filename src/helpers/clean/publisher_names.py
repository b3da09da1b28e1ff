"""What a site's name looks like: the words of names, of headings and of sections."""

from __future__ import annotations

import re
from collections.abc import Sequence

LONGEST_NAME = 40
NAME_WORDS = frozenset([
    "news", "times", "post", "gazette", "herald", "tribune", "journal", "press", "agency", "radio", "tv", "television",
    "media", "daily", "weekly", "online", "today", "agentur", "zeitung", "nachrichten", "rundschau", "anzeiger", "blatt",
    "haber", "ajansı", "gazetesi", "gazeta", "wiadomości", "dziennik", "kurier", "știri", "stiri", "ziarul", "agenția",
    "žinios", "naujienos", "agentūra", "новости", "новини", "навіны", "вести", "газета", "агентство", "агентства",
    "агенція", "информ", "телеканал", "радио", "журнал", "издание", "вестник", "خبرگزاری", "روزنامه", "پایگاه", "شبکه",
    "خبر", "نیوز", "noticias", "diario", "agencia", "periódico", "notizie", "giornale", "agenzia", "corriere", "nouvelles",
    "agence",
])  # fmt: skip
# "Persian News" is a name, "News in brief" a heading: these words do not open a name.
_HEADINGS = frozenset([
    "news", "stiri", "știri", "ştiri", "новости", "новини", "навіны", "nachrichten", "noticias", "notizie", "nouvelles", "žinios",
    "naujienos", "wiadomości", "haberler", "haber", "اخبار", "خبر", "media", "video", "online", "today", "live",
])  # fmt: skip
_GENERIC = frozenset([
    "latest", "breaking", "world", "local", "national", "international", "politics", "business", "sport", "sports", "top",
    "all", "home", "the", "of", "and", "more", "today's", "main", "other", "last", "daily", "live", "video", "photo",
    "hot", "recent", "economy", "health", "tech", "culture", "opinion", "our", "your", "my", "about", "contact", "us", "list", "archive",
    "archives", "последние", "главные", "мировые", "все", "наши", "лента", "дня", "главная", "мира", "страны", "и", "в",
    "останні", "всі", "головні", "світу", "letzte", "aktuelle", "neueste", "alle", "últimas", "todas", "ultime", "tutte",
    "dernières", "toutes", "son", "tüm", "güncel", "ultimele", "toate", "najnowsze", "wszystkie", "visos", "naujausios",
    "информационное", "інформаційне", "інфармацыйнае", "independent", "online", "آخرین", "همه", "مهم", "مهمترین", "اخبار",
])  # fmt: skip
# Names of a site's sections: a line made of them is a menu, whatever else stands in it.
SECTIONS = frozenset([
    "start", "menü", "meniu", "menú", "pagrindinis", "главное", "головне", "галоўнае", "خانه", "home", "news", "world", "politics", "business", "economy", "energy", "opinion", "sport", "sports", "culture", "video", "weather", "markets",
    "society", "science", "tech", "technology", "health", "travel", "lifestyle", "defence", "defense", "photo", "photos", "search", "menu",
    "subscribe", "login", "startseite", "politik", "wirtschaft", "kultur", "anzeige", "panorama", "wissen", "reise", "meinung", "accueil", "politique",
    "économie", "international", "société", "monde", "inicio", "portada", "mundo", "economía", "deportes", "cultura", "política", "opinión",
    "sociedad", "esteri", "economia", "politica", "cronaca", "sayfa", "dünya", "ekonomi", "spor", "gündem", "siyaset", "kültür", "strona", "główna",
    "kraj", "świat", "biznes", "polityka", "gospodarka", "pradžia", "lietuva", "lietuvoje", "pasaulis", "pasaulyje", "verslas", "sportas", "kultūra", "acasă",
    "acasa", "știri", "stiri", "ştiri", "externe", "economie", "politică", "social", "главная", "новости", "общество", "экономика", "спорт",
    "политика", "мир", "культура", "происшествия", "мнения", "головна", "політика", "економіка", "світ", "суспільство", "новини", "галоўная", "навіны",
    "грамадства", "эканоміка", "палітыка", "свет", "صفحه", "اصلی", "سیاسی", "اقتصادی", "ورزشی", "فرهنگی", "اجتماعی", "جهان", "بین‌الملل",
])  # fmt: skip
# Parts of the world that head sections.
GEOGRAPHY = frozenset([
    "asia", "europe", "africa", "america", "americas", "east", "eurasia", "pacific", "europa", "asien", "afrika", "amerika", "nahost", "osten",
    "orient", "asie", "afrique", "amérique", "áfrica", "américa", "oriente", "azja", "wschód", "bliski", "europă", "orient", "orta", "doğu",
    "avrupa", "asya", "европа", "азия", "африка", "америка", "восток", "схід", "європа", "азія", "усход", "еўропа", "азія", "rytai", "europoje",
    "خاورمیانه", "اروپا", "آسیا", "آفریقا",
])  # fmt: skip
# Beginnings of words in the names of ministries, embassies and other offices: they publish, but are no outlets.
_OFFICES = (
    "ministry", "ministries", "minister", "ministèr", "ministēr", "ministarst", "embass", "embaj", "ambasad", "ambasc", "botschaft",
    "presidency", "president", "présiden", "preziden", "președin", "preşedin", "prezyd", "cumhurbaşkan", "bakanlı", "büyükelç", "elçili",
    "consulat", "konsul", "consulad", "consolat", "government", "gouvern", "guvern", "gobierno", "governo", "regierung", "vyriausyb", "hükümet",
    "parliament", "parlament", "seimas", "department", "departament", "kanzler", "kancelari", "urząd", "министерств", "міністерств", "міністэрств",
    "посольств", "пасольств", "консульств", "правительств", "президент", "прэзідэнт", "ведомств", "департамент", "управлени", "управлінн",
    "упраўленн", "администраци", "адміністрац", "адміністрацы", "уряд", "урад", "وزارت", "سفارت", "ریاست", "سازمان", "اداره", "دفتر",
)  # fmt: skip
# How a link past the menu begins.
_SKIP_LINKS = (
    "skip to", "jump to", "zum inhalt", "zum hauptinhalt", "direkt zum", "aller au", "passer au", "ir al contenido", "saltar al", "pasar al", "vai al",
    "salta al", "przejdź do", "przeskocz do", "pereiti prie", "pereiti į", "sari la", "salt la", "mergi la", "перейти к", "перейти до", "перайсці да", "içeriğe", "ana içeriğe",
    "رفتن به محتوا", "پرش به",
)  # fmt: skip
_SKIP_WORDS = 6
DOMAIN = re.compile(r"\b((?:[a-z0-9-]+\.)+(?:com|org|net|info|news|by|ir|ru|ua|pl|ro|lt|de|fr|es|it|tr|uk|eu|tv|co|me|kz|md|az|am|ge|lv|ee|cz|cn|in|us|io|media|press|today|online))\b")  # fmt: skip
_PATH = re.compile(r"[>|›/]|(?<![\w!?.])»|»(?=\s*\w)")  # a closing quotation mark is none
WORD = re.compile(r"[^\W\d_]+")
# What parts the entries of a menu that stands on one row.
_ENTRY = re.compile(r"\s*(?:\||•|·|::|»|›|/|\t|\s{2,})\s*|\s+[-–—]\s+")
_FEWEST_ENTRIES, _ENTRY_WORDS = 3, 3
_SLOGAN = re.compile(r"\s+[—–|•·-]+\s+")


def clean_name(name: str) -> str:
    """A name without surrounding marks, its blanks single."""
    return " ".join(name.split()).strip(" -–—|:;,")[:120]


def looks_like_name(text: str) -> bool:
    """True for a short line with a word that names papers or agencies, or a domain; not for menus and headings."""
    words = [w.lower() for w in WORD.findall(text)]
    if not words or len(words) > 5 or len(text) > LONGEST_NAME or text[-1] in "?!:" or _PATH.search(text):
        return False
    if (
        ":" in text
        or is_menu(words)
        or words[0] in _HEADINGS
        or all(w in _GENERIC or w in NAME_WORDS for w in words)
    ):
        return False
    if not any(w in NAME_WORDS for w in words) and not DOMAIN.fullmatch(text.lower()):
        return False
    first = WORD.findall(text)[0]
    return (
        first[0].isupper()
        or first[0].lower() == first[0].upper()
        or DOMAIN.fullmatch(text.lower()) is not None
    )


def is_skip_link(text: str) -> bool:
    """True for "Skip to content", the first line of many pages, for those who have them read aloud."""
    return text.lower().startswith(_SKIP_LINKS) and len(WORD.findall(text)) <= _SKIP_WORDS


def names_office(text: str) -> bool:
    """True for the name of a ministry, an embassy, a president's or another office."""
    return any(word.lower().startswith(_OFFICES) for word in WORD.findall(text))


def is_menu(words: Sequence[str]) -> bool:
    """True for words that are names of sections: at least two of them, and half of all."""
    named = sum(w in SECTIONS for w in words)
    return named >= 2 and 2 * named >= len(words)


def is_menu_row(text: str) -> bool:
    """True for a row of at least three short entries that signs or wide blanks part: no sentence, no number, no name of two halves."""
    entries = [e for e in _ENTRY.split(text.strip(" |•·»›/")) if e]
    if len(entries) < _FEWEST_ENTRIES:
        return False
    for entry in entries:
        words = WORD.findall(entry)
        if not 1 <= len(words) <= _ENTRY_WORDS or entry[-1] in "?!:.…,;" or any(c.isdigit() for c in entry):
            return False
    return bool(sum(e[0].isupper() or e[0].lower() == e[0].upper() for e in entries) * 2 > len(entries))


def could_stand_above_menu(text: str) -> bool:
    """True for what may be a site's name when a menu on one row stands right below it: its words need no capitals.

    In most languages only the first word of a name is capitalised ("Kauno diena"); the place says the rest.
    """
    words = WORD.findall(text)
    lower = [w.lower() for w in words]
    if not 1 <= len(words) <= 5 or len(text) > LONGEST_NAME or text[-1] in "?!:.…,;" or ":" in text:
        return False
    if (
        any(c.isdigit() for c in text)
        or is_menu(lower)
        or lower == [w for w in lower if w in SECTIONS]
        or is_menu_row(text)
    ):
        return False
    if all(w in SECTIONS or w in _GENERIC or w in _HEADINGS or w in GEOGRAPHY for w in lower):
        return False
    if lower[0] in ("my", "your", "our"):
        return False  # a reader's own corner
    return bool(words[0][0].isupper() or words[0][0].lower() == words[0][0].upper())


def could_be_name(text: str) -> bool:
    """A short line of capitalised words that names no section: a site's name when its place says so."""
    words = WORD.findall(text)
    if (
        not 1 <= len(words) <= 4
        or len(text) > LONGEST_NAME
        or text[-1] in "?!:.…"
        or any(c.isdigit() for c in text)
    ):
        return False
    lower = [w.lower() for w in words]
    if any(w in SECTIONS for w in lower) or all(w in _GENERIC or w in _HEADINGS for w in lower):
        return False
    return all(w[0].isupper() or w[0].lower() == w[0].upper() or len(w) <= 3 for w in words)


def could_be_masthead(text: str) -> bool:
    """As `could_be_name`, for the first line of a page: a section's word may stand in the name, but not make it up."""
    words = WORD.findall(text)
    lower = [w.lower() for w in words]
    if lower and lower[0] in ("my", "your", "our"):
        return False
    if could_be_name(text):
        return all(w not in GEOGRAPHY for w in lower)
    if len(words) < 2 or is_menu(lower) or len(words) > 5 or len(text) > LONGEST_NAME or text[-1] in "?!:.…":
        return False
    if any(c.isdigit() for c in text) or all(w in SECTIONS or w in _GENERIC or w in _HEADINGS for w in lower):
        return False
    return words[0][0].isupper() and all(w[0].isupper() or len(w) <= 3 for w in words)


def split_slogan(text: str) -> tuple[str, str]:
    """The name and the slogan of "Name — slogan"; the slogan is '' where there is none, or where bars set off a menu."""
    parts = _SLOGAN.split(text)
    if len(parts) != 2 or len(WORD.findall(parts[1])) < 2:
        return text, ""
    return parts[0], parts[1]
