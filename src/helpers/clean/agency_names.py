"""Agencies that no list knows, by the words around them: "news agency Harbourpress", "агентство «Ховар»", "Harbour News Agency"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from helpers.clean.outlets import NameHit, Outlet, name_key

# What stands before a name. Cyrillic names count only in quotation marks or Latin letters: an unquoted capital after агентство
# is as often a country's or a ministry's. Persian names are one word, which may not be a describing one.
_QUOTED = r"[«„“\"]([^\W\d_][^«»„“”\"\n]{1,38})[»”“\"]"
_CAPITALISED = r"([A-ZÀ-ÖØ-ÞĀ-Ž][\w-]{2,30}(?: [A-ZÀ-ÖØ-ÞĀ-Ž][\w-]{1,30}){0,2})"
_LATIN = (
    r"(?:news agency|press agency|nachrichtenagentur|agence de presse|agencia de noticias|agencia de prensa|agenzia di stampa|"
    r"agenzia di notizie|naujienų agentūr(?:a|os|ai)|agencj(?:a|i|ę|ą) (?:prasow(?:a|ej|ą)|informacyjn(?:a|ej|ą))|"
    r"agen[țţt]i(?:a|ei|e) de (?:știri|ştiri|stiri|pres[ăa]))"
)
_PATTERNS = (
    re.compile(rf"(?i:{_LATIN})\s+(?:{_QUOTED}|{_CAPITALISED})"),
    re.compile(
        rf"(?i:агент?ст?в(?:о|а|у|ом)|агенц(?:ия|ії|ія|ію|ыя)|агенцтв(?:а|у|ам))\s+(?:{_QUOTED}|([A-Z][\w.-]{{2,30}}))"
    ),
    re.compile(r"خبرگزاری\s+(?:«([^«»\n]{2,38})»|([\u0621-\u06cc\u200c]{3,20}))"),
    re.compile(r"((?:[A-Z][\w-]{2,30} ){1,3}News Agency)()"),
)
# More in one paragraph is a list, not a report.
MOST = 20
_DESCRIBING = frozenset(
    [
        "رسمی",
        "دولتی",
        "نیمه‌رسمی",
        "های",
        "ها",
        "ایران",
        "روسیه",
        "بلاروس",
        "چین",
        "ترکیه",
        "داخلی",
        "خارجی",
        "این",
        "ما",
        "مذکور",
    ]
)
_COUNTRY_WORDS = frozenset(
    ["the", "state", "official", "national", "iranian", "russian", "belarusian", "this"]
)


def find_unlisted_agencies(text: str, listed: Sequence[NameHit]) -> list[NameHit]:
    """Names that the text itself calls a news agency and that no entry of the registry covers.

    Args:
        text: a paragraph.
        listed: hits of the registry in it; a name that touches one of them is left to it.

    Returns:
        Hits whose outlet has the name as written, kind agency, and a country of ''.
    """
    if "gen" not in text and "ген" not in text and "خبرگزاری" not in text and "Agen" not in text:
        return []
    starts = [h.start for h in listed]
    out: list[NameHit] = []
    for rx in _PATTERNS:
        for m in rx.finditer(text):
            if len(out) >= MOST:
                break
            group = 1 if m[1] else 2
            name = m[group].strip(" .,-")
            if name in _DESCRIBING or name.lower().split()[0] in _COUNTRY_WORDS or len(name) < 3:
                continue
            start, end = m.start(group), m.start(group) + len(name)
            i = bisect_right(starts, start)
            near = [*listed[max(0, i - 1) : i + 2], *out]
            if any(h.start < end and start < h.end for h in near):
                continue
            out.append(NameHit(start, end, Outlet(f"text:{name_key(name)}", name, "agency", "", state=False)))
    return sorted(out, key=lambda h: h.start)
