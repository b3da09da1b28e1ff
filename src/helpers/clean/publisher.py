"""Who published a page: the outlet's name with where it was found; never invented."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from helpers.clean.cues import find_cues, is_cue
from helpers.clean.outlets import (
    Registry,
    domain_of,
    find_names,
    load_outlets,
    outlet_of_domain,
    outlet_of_name,
)
from helpers.clean.publication_dates import fold_text
from helpers.clean.publication_rows import Row, ends_article
from helpers.foundation.records import Page

# Rows at either end of a page in which a site names itself.
HEADER_ROWS, FOOTER_ROWS = 12, 40
LONGEST_NAME = 40
_NAME_WORDS = frozenset([
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
    "hot", "recent", "economy", "health", "tech", "culture", "opinion", "our", "about", "contact", "us", "list", "archive",
    "archives", "последние", "главные", "мировые", "все", "наши", "лента", "дня", "главная", "мира", "страны", "и", "в",
    "останні", "всі", "головні", "світу", "letzte", "aktuelle", "neueste", "alle", "últimas", "todas", "ultime", "tutte",
    "dernières", "toutes", "son", "tüm", "güncel", "ultimele", "toate", "najnowsze", "wszystkie", "visos", "naujausios",
    "информационное", "інформаційне", "інфармацыйнае", "independent", "online", "آخرین", "همه", "مهم", "مهمترین", "اخبار",
])  # fmt: skip
# Names of a site's sections: a line made of them is a menu, whatever else stands in it.
_SECTIONS = frozenset([
    "home", "news", "world", "politics", "business", "economy", "energy", "opinion", "sport", "sports", "culture", "video", "weather", "markets",
    "society", "science", "tech", "technology", "health", "travel", "lifestyle", "defence", "defense", "photo", "photos", "search", "menu",
    "subscribe", "login", "startseite", "politik", "wirtschaft", "kultur", "anzeige", "panorama", "wissen", "reise", "meinung", "accueil", "politique",
    "économie", "international", "société", "monde", "inicio", "portada", "mundo", "economía", "deportes", "cultura", "política", "opinión",
    "sociedad", "esteri", "economia", "politica", "cronaca", "sayfa", "dünya", "ekonomi", "spor", "gündem", "siyaset", "kültür", "strona", "główna",
    "kraj", "świat", "biznes", "polityka", "gospodarka", "pradžia", "lietuva", "lietuvoje", "pasaulis", "pasaulyje", "verslas", "sportas", "kultūra", "acasă",
    "acasa", "știri", "stiri", "ştiri", "externe", "economie", "politică", "social", "главная", "новости", "общество", "экономика", "спорт",
    "политика", "мир", "культура", "происшествия", "мнения", "головна", "політика", "економіка", "світ", "суспільство", "новини", "галоўная", "навіны",
    "грамадства", "эканоміка", "палітыка", "свет", "صفحه", "اصلی", "سیاسی", "اقتصادی", "ورزشی", "فرهنگی", "اجتماعی", "جهان", "بین‌الملل",
])  # fmt: skip
_DOMAIN = re.compile(r"\b((?:[a-z0-9-]+\.)+(?:com|org|net|info|news|by|ir|ru|ua|pl|ro|lt|de|fr|es|it|tr|uk|eu|tv|co|me|kz|md|az|am|ge|lv|ee|cz|cn|in|us|io|media|press|today|online))\b")  # fmt: skip
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright(?: ©| \(c\))?)\s*(?:\d{4}\s*(?:[-–—]\s*\d{4})?)?[\s,:|.-]*([^\n]{2,120})",
    re.IGNORECASE,
)
_NAME_END = re.compile(r"\s*(?:[|•·,;:–—(]|\.\s|\.$|\s-\s|\d{4}|all rights|alle rechte|todos los|tutti i|tous droits|wszelkie|toate|visos|tüm hakları|все права|усі права|усе правы|تمامی|کلیه)", re.IGNORECASE)  # fmt: skip
# Legal forms: the company behind a site, which is not what readers call it.
_COMPANY = re.compile(
    r"(?<!\w)(?:Inc|LLC|Ltd|Limited|GmbH|AG|Corp|Corporation|Company|Holdings?|Group|PLC|plc|Sp|S\.?A|S\.?R\.?L|SAS|UAB|AB|A\.?Ş"
    r"|ООО|ОАО|ЗАО|ПАО|АО|ТОВ|ПрАТ|ТАА|ААТ|Publishing|Verlag|Interactive|Incorporated)(?!\w)"
)
_LEADING = re.compile(r"^(?:copyright|by|the company|учредитель|издатель|ИА|ИП|©|-|–)[\s:]+", re.IGNORECASE)
_NO_NAME = re.compile(
    r"(?i)rights|policy|privacy|design|develop|faq|sitemap|contact|management|reserved|unless|разработ|создан|хостинг|политик|"
    r"datenschutz|impressum|mentions|cookies|terms|agb|kontakt|riservat|réserv|reservad|zastrze|rezervat|saugom|защищ|захищ|saklı"
)
_PATH = re.compile(r"[>»|›/]")
_WORD = re.compile(r"[^\W\d_]+")
_QUOTED = re.compile(r"[«„“\"]([^«»„“”\"]{2,60})[»”“\"]")


@dataclass(frozen=True, slots=True)
class OutletFound:
    """A publisher with where it was found; name None and evidence '' when the page does not say."""

    name: str | None
    evidence: str


def find_outlet(
    page: Page, rows: Sequence[Row], *, url: str | None, registry: Registry | None = None
) -> OutletFound:
    """Find who published a page.

    In this order: metadata that came with the page, its address, the name at the head of the page, a name there that the
    page repeats, the copyright line and footer, calls to follow or subscribe, the first name of a credit with a slash, the
    line below the banner of the day, the end of the title line.
    Known outlets get their name in the registry; an unknown name is given as the page writes it.

    Args:
        page: the page.
        rows: its rows.
        url: its address, when known.
        registry: known outlets; the project's by default.
    """
    known = registry or load_outlets()
    for given, evidence in _metadata_names(page):
        if cleaned := _clean_name(given):
            outlet = outlet_of_name(cleaned, registry=known)
            if outlet is None and (cleaned.startswith("@") or "://" in cleaned):
                continue  # an account or address of an unknown publisher is no name
            return OutletFound(outlet.name if outlet else cleaned, evidence)
    if url and (domain := domain_of(url)):
        outlet = outlet_of_domain(domain, registry=known)
        return OutletFound(outlet.name if outlet else domain, "address")
    for finder in (
        _from_head,
        _from_repetition,
        _from_footer,
        _from_slash_credit,
        _from_banner,
        _from_title_line,
    ):
        if (found := finder(rows, known)).name:
            return found
    for hint in page.hints:
        if hint.field == "title" and (name := _suffix_of(hint.value, known)):
            return OutletFound(name, f"end of the title, {hint.evidence}")
    return OutletFound(None, "")


def _metadata_names(page: Page) -> list[tuple[str, str]]:
    out = [(h.value, h.evidence) for h in page.hints if h.field == "outlet"]
    if value := page.sidecar.get("outlet"):
        out.append((str(value), "sidecar"))
    return out


def _clean_name(name: str) -> str:
    return " ".join(name.split()).strip(" -–—|:;,")[:120]


def _looks_like_name(text: str) -> bool:
    words = [w.lower() for w in _WORD.findall(text)]
    if not words or len(words) > 5 or len(text) > LONGEST_NAME or text[-1] in "?!:" or _PATH.search(text):
        return False
    if _is_menu(words) or words[0] in _HEADINGS or all(w in _GENERIC or w in _NAME_WORDS for w in words):
        return False
    if not any(w in _NAME_WORDS for w in words) and not _DOMAIN.fullmatch(text.lower()):
        return False
    first = _WORD.findall(text)[0]
    return (
        first[0].isupper()
        or first[0].lower() == first[0].upper()
        or _DOMAIN.fullmatch(text.lower()) is not None
    )


def _is_menu(words: Sequence[str]) -> bool:
    """True for words that are names of sections: at least two of them, and half of all."""
    named = sum(w in _SECTIONS for w in words)
    return named >= 2 and 2 * named >= len(words)


def _could_be_name(text: str) -> bool:
    """A short line of capitalised words that names no section: a site's name when its place says so."""
    words = _WORD.findall(text)
    if (
        not 1 <= len(words) <= 4
        or len(text) > LONGEST_NAME
        or text[-1] in "?!:.…"
        or any(c.isdigit() for c in text)
    ):
        return False
    lower = [w.lower() for w in words]
    if any(w in _SECTIONS for w in lower) or all(w in _GENERIC or w in _HEADINGS for w in lower):
        return False
    return all(w[0].isupper() or w[0].lower() == w[0].upper() or len(w) <= 3 for w in words)


def _from_repetition(rows: Sequence[Row], known: Registry) -> OutletFound:
    """A short line at the head that the page repeats as a credit, in its footer or behind its title: how sites sign."""
    first = next((i for i, r in enumerate(rows) if r.kept), len(rows))
    body = " ".join(r.text[:160] for r in [r for r in rows if r.kept and r.role != "title"][:2])
    for i, row in enumerate(rows[:HEADER_ROWS]):
        if row.kept or row.dates or row.has_strip or not _could_be_name(row.text):
            continue
        name = _clean_name(row.text)
        credit = f"({name})" in body or f"({name}/" in body
        signed = i < first and any(
            name in r.text and ("©" in r.text or len(r.text) < 3 * len(name))
            for r in rows[first:]
            if not r.kept
        )
        if credit or signed:
            return OutletFound(
                name,
                "name above the title, repeated as a credit"
                if credit
                else "name above the title, repeated below",
            )
    return OutletFound(None, "")


def _from_banner(rows: Sequence[Row], known: Registry) -> OutletFound:
    """The line right below a banner of day, weather or clock: the site's own name stands there."""
    first = next((i for i, r in enumerate(rows) if r.kept), len(rows))
    for above, row in pairwise(rows[: min(first, 5)]):
        if (
            above.has_strip
            and above.dates
            and not row.dates
            and not row.has_strip
            and _could_be_name(row.text)
        ):
            return OutletFound(_clean_name(row.text), "name below the banner of the day")
    return OutletFound(None, "")


def _from_head(rows: Sequence[Row], known: Registry) -> OutletFound:
    """A line above the title that is an outlet's name: known, or made like one and not one of a menu's entries."""
    first = next((i for i, r in enumerate(rows) if r.kept), len(rows))
    head = [r for r in rows[: min(first, HEADER_ROWS)] if len(r.text) <= LONGEST_NAME + 20]
    for row in head:
        hits = find_names(row.text, registry=known)  # in its own capitals: "Welt" heads a menu, "WELT" a page
        if hits and (hits[0].start, hits[0].end) == (0, len(row.text)):
            return OutletFound(hits[0].outlet.name, "name above the title")
    for i, row in enumerate(head):
        # Where a masthead stands: first of all, below the day and the weather, or alone above the title; not inside a menu.
        alone = i == 0 or head[i - 1].dates or head[i - 1].has_strip or (i == first - 1 and first <= 4)
        if alone and not row.dates and not row.has_strip and _looks_like_name(row.text):
            return OutletFound(_clean_name(row.text), "name above the title")
    return OutletFound(None, "")


def _from_footer(rows: Sequence[Row], known: Registry) -> OutletFound:
    """The name in a copyright line, an imprint or a call to follow; in rows that are no part of the article."""
    cut = [r for r in rows if not r.kept]
    company = None
    for row in reversed(cut[-FOOTER_ROWS:]):
        if (m := _COPYRIGHT.search(row.text[:400])) and (name := _name_in(m[1], known)):
            if not _COMPANY.search(name):
                return OutletFound(name, "copyright line")
            company = company or name
    for row in reversed(cut[-FOOTER_ROWS:]):
        head, colon, tail = row.text[:200].partition(":")
        if (
            colon
            and tail.strip()
            and is_cue("imprint", fold_text(head).strip())
            and (name := _name_in(tail, known))
        ):
            return OutletFound(name, "imprint")
    votes: Counter[str] = Counter()
    where: dict[str, int] = {}
    called: set[str] = set()
    for i, row in enumerate(cut):
        if ends_article(row):
            continue
        text = row.text[:600]
        cue = bool(find_cues("publisher", row.folded[:600]))
        names = Counter(h.outlet.name for h in find_names(text, registry=known)) if cue else Counter()
        for domain in _DOMAIN.findall(text.lower()):
            host = domain.removeprefix("www.")
            outlet = outlet_of_domain(host, registry=known)
            if outlet:
                names[outlet.name] += 1
            elif host.split(".")[-2] not in _SERVICES:
                names[host] += 1
        for name, n in names.items():
            votes[name] += min(n, 2)
            where.setdefault(name, i)
        if cue:
            called |= names.keys()
    # A domain that stands there only once, without a phrase that says whose page this is, may be anybody's.
    sound = [
        n for n in votes if votes[n] > 1 or n in called or outlet_of_name(n, ambiguous=False, registry=known)
    ]
    if sound:
        best = max(sound, key=lambda n: (votes[n], -where[n], n))
        name = best if outlet_of_name(best, registry=known) else _as_written(rows, best)
        return OutletFound(name, "footer or promotion of the page")
    return OutletFound(company, "copyright line" if company else "")


_SERVICES = frozenset([
    "facebook", "twitter", "x", "instagram", "telegram", "t", "whatsapp", "youtube", "google", "apple", "tiktok",
    "linkedin", "vk", "ok", "viber", "pinterest", "reddit", "disqus", "wordpress", "blogger", "gmail", "mail", "yandex",
    "flickr", "rumble", "threads", "bsky", "cloudflare", "w3", "creativecommons", "wikipedia", "wikimedia", "getty",
    "gettyimages",
])  # fmt: skip


def _as_written(rows: Sequence[Row], domain: str) -> str:
    """A domain as the page writes it when it is a name ("ALTN.News"), else the domain."""
    rx = re.compile(rf"(?<![\w/.@-]){re.escape(domain)}(?![\w-])", re.IGNORECASE)
    forms = Counter(m.group() for r in rows for m in rx.finditer(r.text))
    named = {f: n for f, n in forms.items() if f != f.lower()}
    return max(named or forms or {domain: 1}, key=lambda f: ((named or forms)[f], f))


def _name_in(text: str, known: Registry) -> str | None:
    """The name at the beginning of what follows a copyright sign."""
    hits = find_names(text, registry=known)
    if hits and hits[0].start <= 30:
        return hits[0].outlet.name
    text = _LEADING.sub("", _LEADING.sub("", text.strip())).partition("/")[0]
    if m := _QUOTED.search(text[:60]):
        text = m[1]
    if m := _NAME_END.search(text):
        text = text[: m.start()]
    name = _clean_name(text)
    if len(name) < 3 or len(name) > LONGEST_NAME or not _WORD.search(name) or _NO_NAME.search(name):
        return None
    outlet = outlet_of_name(name, registry=known)
    if outlet:
        return outlet.name
    words = _WORD.findall(name)
    return name if len(words) <= 5 and (name[0].isupper() or name[0].lower() == name[0].upper()) else None


_SLASH_CREDIT = re.compile(r"\(([^()/\n]{2,40})/([^()\n]{2,60})\)")


def _from_slash_credit(rows: Sequence[Row], known: Registry) -> OutletFound:
    """The first name of "(Outlet/Agency)" in a dateline: who publishes, then whom it takes from."""
    body = [r for r in rows if r.kept and r.role != "title"][:2]
    for row in body:
        if (m := _SLASH_CREDIT.search(row.text[:120])) and (outlet := outlet_of_name(m[1], registry=known)):
            return OutletFound(outlet.name, "first name of the credit")
    return OutletFound(None, "")


def _from_title_line(rows: Sequence[Row], known: Registry) -> OutletFound:
    """A known name set off at the end of the title's line: "Title | Outlet"."""
    for row in rows:
        if row.role == "title" and (name := _suffix_of(row.text, known)):
            return OutletFound(name, "end of the title line")
    return OutletFound(None, "")


def _suffix_of(title: str, known: Registry) -> str | None:
    """A known name set off at the end of a title, or a name-like one behind a bar."""
    parts = re.split(r"\s+[|–—-]\s+|\s*[|»]\s*", title)
    if len(parts) < 2:
        return None
    if outlet := outlet_of_name(parts[-1], ambiguous=False, registry=known):
        return outlet.name
    last = title.rpartition("|")[2].strip() if "|" in title else ""
    return _clean_name(last) if last and _looks_like_name(last) else None
