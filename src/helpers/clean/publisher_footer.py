"""The publisher as a page's end names it: a copyright line, an imprint, a call to follow, a name with years."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from helpers.clean.cues import find_cues, is_cue
from helpers.clean.outlets import Registry, find_names, outlet_of_domain, outlet_of_name
from helpers.clean.publication_dates import fold_text
from helpers.clean.publication_rows import Row, ends_article
from helpers.clean.publisher_names import (
    DOMAIN,
    LONGEST_NAME,
    WORD,
    OutletFound,
    clean_name,
    looks_like_name,
    names_nobody,
)
from helpers.clean.site_words import site_words

FOOTER_ROWS = 40  # at the end of a page in which a site names itself
COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright(?: ©| \(c\))?)\s*(?:\d{4}\s*(?:[-–—]\s*\d{4})?)?[\s,:|.-]*([^\n]{2,120})",
    re.IGNORECASE,
)
_NAME_END = re.compile(r"\s*(?:[|•·,;:–—(]|\.\s|\.$|\s-\s|\d{4}|all rights|alle rechte|todos los|tutti i|tous droits|wszelkie|toate|visos|tüm hakları|все права|усі права|усе правы|تمامی|کلیه)", re.IGNORECASE)  # fmt: skip
# What follows on the name of who owns the rights.
_RIGHTS = re.compile(r"(?i)[|•·;–—]|all rights|alle rechte|todos los|tutti i|riproduzione|tous droits|wszelkie|toate drept|visos|tüm hak|все права|усі права|усе правы")  # fmt: skip
# A known name that goes on so is another one: The Times of Malta.
_GOES_ON = re.compile(r" (?:of|du|de la|de|des|del|della|dell|di|do) ?['’]?[A-ZÀ-Þ]")
_LEADING = re.compile(r"^(?:copyright|by|the company|учредитель|издатель|ИА|ИП|©|-|–)[\s:]+", re.IGNORECASE)
_NO_NAME = re.compile(
    r"(?i)rights|policy|privacy|design|develop|faq|sitemap|contact|management|reserved|unless|разработ|создан|хостинг|политик|"
    r"datenschutz|impressum|mentions|cookies|terms|agb|kontakt|riservat|réserv|reservad|zastrze|rezervat|saugom|защищ|захищ|saklı"
)
# "Harbour Lantern © 2020–2024", "Harbour Lantern, 2020–2024"
_NAME_AND_YEARS = re.compile(
    r"([^\W\d_][^\n©|]{2,39}?)[\s,.]*(?:©\s*\d{4}|\d{4}\s*[-–—])(?:\s*[-–—]?\s*\d{4})?\s*\.?"
)
_QUOTED = re.compile(r"[«„“\"]([^«»„“”\"]{2,60})[»”“\"]")


def find_in_footer(rows: Sequence[Row], known: Registry) -> OutletFound:
    """The name in a copyright line, an imprint or a call to follow; in rows that are no part of the article."""
    cut = [r for r in rows if not r.kept]
    company = None
    for row in reversed(cut[-FOOTER_ROWS:]):
        if (m := COPYRIGHT.search(row.text[:400])) and (name := _name_in(m[1], known)):
            if _names_picture(row, row.text[: m.start()].strip()):
                continue
            if not _names_company(m[1]) or outlet_of_name(name, registry=known):
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
            if not _names_company(tail) or outlet_of_name(name, registry=known):
                return OutletFound(name, "imprint")
            company = company or name
    votes: Counter[str] = Counter()
    where: dict[str, int] = {}
    called: set[str] = set()
    for i, row in enumerate(cut):
        if ends_article(row):
            continue
        text = row.text[:600]
        cue = bool(find_cues("publisher", row.folded[:600]))
        names = Counter(h.outlet.name for h in find_names(text, registry=known)) if cue else Counter()
        for domain in DOMAIN.findall(text.lower()):
            host = domain.removeprefix("www.")
            outlet = outlet_of_domain(host, registry=known)
            if outlet:
                names[outlet.name] += 1
            elif host.split(".")[-2] not in SERVICES:
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
    for row in reversed(cut[-FOOTER_ROWS:]):
        if (m := _NAME_AND_YEARS.fullmatch(row.text[:120])) and (name := _name_in(m[1], known)):
            return OutletFound(name, "name and years in the footer")
    # without its legal form, and only where what is left is a paper's name: the company behind a site is called otherwise
    brand = clean_name(site_words().legal_form.sub("", company)) if company else ""
    named = [
        w
        for w in WORD.findall(brand.lower())
        if w in site_words().name_words and w not in site_words().genres
    ]
    if named and looks_like_name(brand):
        return OutletFound(brand, "company in the copyright line")
    return OutletFound(None, "")


SERVICES = frozenset([
    "facebook", "twitter", "x", "instagram", "telegram", "t", "whatsapp", "youtube", "google", "apple", "tiktok",
    "linkedin", "vk", "ok", "viber", "pinterest", "reddit", "disqus", "wordpress", "blogger", "gmail", "mail", "yandex",
    "flickr", "rumble", "threads", "bsky", "cloudflare", "w3", "creativecommons", "wikipedia", "wikimedia", "getty",
    "gettyimages", "icio", "stumbleupon", "digg",
])  # fmt: skip


def _as_written(rows: Sequence[Row], domain: str) -> str:
    """A domain as the page writes it when it is a name ("ALTN.News"), else the domain."""
    rx = re.compile(rf"(?<![\w/.@-]){re.escape(domain)}(?![\w-])", re.IGNORECASE)
    forms = Counter(m.group() for r in rows for m in rx.finditer(r.text))
    named = {f: n for f, n in forms.items() if f != f.lower()}
    return max(named or forms or {domain: 1}, key=lambda f: ((named or forms)[f], f))


def _names_picture(row: Row, before: str) -> bool:
    """True for a row that ends with who took a picture: a sentence or a label of pictures stands before the mark."""
    if not before:
        return False
    return row.role == "caption" or before[-1] in ".!?:" or bool(find_cues("caption", fold_text(before)))


def _names_company(text: str) -> bool:
    """True when a legal form stands with the name: the company behind a site, whose name the readers need not know."""
    return site_words().legal_form.search(_RIGHTS.split(text)[0][:90]) is not None


def _name_in(text: str, known: Registry) -> str | None:
    """The name at the beginning of what follows a copyright sign."""
    hits = find_names(text, registry=known)
    if hits and hits[0].start <= 30 and not _GOES_ON.match(text, hits[0].end):
        return hits[0].outlet.name
    text = _LEADING.sub("", _LEADING.sub("", text.strip())).partition("/")[0]
    if m := _QUOTED.search(text[:60]):
        text = m[1]
    if m := _NAME_END.search(text):
        text = text[: m.start()]
    name = clean_name(text)
    if len(name) < 3 or len(name) > LONGEST_NAME or not WORD.search(name) or _NO_NAME.search(name):
        return None
    outlet = outlet_of_name(name, registry=known)
    if outlet:
        return outlet.name
    if names_nobody(name):
        return None
    words = WORD.findall(name)
    return name if len(words) <= 5 and (name[0].isupper() or name[0].lower() == name[0].upper()) else None
