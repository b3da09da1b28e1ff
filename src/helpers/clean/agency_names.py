"""Agencies by the words around them: "the Mehr news agency" (an ordinary word), "agence de presse Exemple" (on no list)."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from helpers.clean.outlets import NameHit, Outlet, find_names, name_key

# Words for an agency before a name, and what may stand between the two ("agenzia di stampa iraniana", "агентство новостей").
_CAPITAL = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶĹĻĽŁŃŅŇŌŐŒŔŘŚŞŠȘŢŤȚŪŮŰŲŹŻŽ"
_LATIN = (
    r"(?:(?:(?:news|press|wire|information)[ -]agency|newswire|news service)|"
    r"(?:nachrichten|presse|staats|informations)?agentur|agence|agenc[ií]a|(?:(?:dall|all|dell|un|l)['’])?agenzia|"
    r"agentūr(?:a|os|ai|ą)|agencj(?:a|i|ę|ą)|agen[țţt]i(?:a|ei|e)|haber ajansı(?:na|nın|ndan)?)"
)
_BETWEEN = (
    r"(?:\s+(?:de|di|del|du|della|d['’]\w+|rasmi|resm[iî]|(?:press|pres[aăă]|pras|inform|noti[cz]|nouvelles|stampa|[șşs]tiri|naujien|"
    r"stat|estat|étati|państw|[ou]ff?i[cz]ial|officiel|oficial|semi|półofic|irani|iran|irań|bi[eé]lor|b[eé]larus|białor|rus|rosyj|"
    r"nation|na[țţ]ion|nacion|local)[\w-]*)){0,5}"
)
_CYRILLIC = r"\w{0,12}аг(?:ентств(?:о|а|у|ом|е)|енц(?:тва|тву|твам|ия|ии|ію|ії|ія|ыя|ыі))(?:\s+(?:новост|новин|навін|печат|преси|информац|інформац)\w*)?"
_FOLLOWING = r"(?:\s+(?:state|official|semi-?official|resm[iî]|yarı))*\s+(?:(?:news|press|information|wire|haber|basın|naujienų)[ -])?(?:agenc(?:y|ies)\b|newswire|news service|ajans|agentūr)"
_QUOTED = r"[«„“\"]([^\W\d_][^«»„“”\"\n]{1,38})[»”“\"]"
_NAME = rf"[{_CAPITAL}][\w-]{{2,30}}"
_CAPITALISED = rf"({_NAME}(?: {_NAME}){{0,2}})"
# Cyrillic names count only in quotation marks or Latin letters: an unquoted capital after агентство is as often a country's or a
# ministry's. Persian names are one word, which may not be a describing one.
_PATTERNS = (
    re.compile(rf"(?<!\w)(?i:{_LATIN}{_BETWEEN})\s+(?:{_QUOTED}|{_CAPITALISED})"),
    re.compile(rf"(?i:{_CYRILLIC})\s+(?:{_QUOTED}|([A-Z][\w.-]{{2,30}}))"),
    re.compile(r"خبرگزاری\s+(?:«([^«»\n]{2,38})»|([\u0621-\u06cc\u200c]{3,20}))"),
    re.compile(rf"((?:{_NAME} ){{1,3}}(?:News|Press) Agency)()"),
    re.compile(rf"(?<!\w)((?:{_NAME} ){{1,2}}Haber Ajansı)()"),
    re.compile(rf"(?<!\w)({_NAME}(?: {_NAME}){{0,2}})()(?:['’]s)?(?= (?:news|press) agency\b| haber ajans)"),
    re.compile(rf"{_QUOTED}()(?= (?:naujienų )?agentūr| (?:haber )?ajans| (?:news|press) agency\b)"),
)
_SIGNS = ("gen", "Gen", "GEN", "ген", "Ген", "jans", "خبرگزاری", "newswire", "news service")
# A class word written with a capital inside a sentence is a part of the name ("transmite Agenţia Mostra"); German capitals say nothing.
_CLASS_WORD = re.compile(r"(?<=[\w,«„“”»] )(?:Agence|Agencia|Agenzia|Agencja|Agen[țţt]ia|Agentūra) $")
_BEFORE = re.compile(
    rf"(?<!\w)(?:(?i:{_LATIN}{_BETWEEN})|(?i:{_CYRILLIC})|خبرگزاری(?:\s+(?:رسمی|دولتی|نیمه‌رسمی))?)\s+[«„“\"]?$"
)
_AFTER = re.compile(rf"(?:\.\w{{2,3}})?[»”“\"]?(?i:{_FOLLOWING})")
_REACH = 70
# More in one paragraph is a list, not a report.
MOST = 20
_DESCRIBING = frozenset(
    [
        "رسمی",
        "دولتی",
        "نیمه\u200cرسمی",
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
# First words of what is described or is another kind of agency (the International Atomic Energy Agency), by their beginnings.
_NO_NAME = re.compile(
    r"(?i:(?:the|state|official|national|this|that|its|our|his|a|an|one|another|both)$|"
    r"(?:iran|russ|rus$|rusya|belarus|bélarus|biélorus|bielor|białor|weißruss|ukra|turk|türk|chin|čin|çin|polish|pols|lithuan|lietuv|"
    r"roman|român|german|deutsch|french|franz|fran[cç]a|japan|intern|międzynar|tarptaut|uluslar|europ|feder|atom|nuc|milli|"
    r"ministe|govern|central|zentral|semi|tass$))"
)


def is_called_agency(text: str, start: int, end: int) -> bool:
    """True when the words right before or after a name call it a news agency.

    Args:
        text: a paragraph.
        start: first character of the name.
        end: one past its last.
    """
    return bool(_AFTER.match(text, end) or _BEFORE.search(text[max(0, start - _REACH) : start]))


def find_unlisted_agencies(text: str, listed: Sequence[NameHit]) -> list[NameHit]:
    """Names that the text itself calls a news agency and that no entry of the registry covers.

    Args:
        text: a paragraph.
        listed: hits of the registry in it; a name that touches one of them is left to it.

    Returns:
        Hits whose outlet has the name as written, kind agency, and a country of ''.
    """
    if not any(sign in text for sign in _SIGNS):
        return []
    starts = [h.start for h in listed]
    out: list[NameHit] = []
    for rx in _PATTERNS:
        for m in rx.finditer(text):
            if len(out) >= MOST:
                break
            group = 1 if m[1] else 2
            name = m[group].strip(" .,-")
            start = m.start(group)
            while name and _NO_NAME.match(name.split()[0]):  # Iranian Sample news agency
                rest = name.partition(" ")[2]
                if not m.re.pattern.endswith(r"ajans)") or not rest:
                    name = ""
                    break
                start, name = start + len(name) - len(rest), rest
            if name in _DESCRIBING or len(name) < 3:
                continue
            if m[2] and (before := _CLASS_WORD.search(text, max(0, start - 12), start)):
                start, name = before.start(), text[before.start() : start + len(name)]
            end = start + len(name)
            i = bisect_right(starts, start)
            near = [*listed[max(0, i - 1) : i + 2], *out]
            if any(h.start < end and start < h.end for h in near):
                continue
            out.append(NameHit(start, end, Outlet(f"text:{name_key(name)}", name, "agency", "", state=False)))
    return sorted(out, key=lambda h: h.start)


def find_called_agencies(text: str) -> list[NameHit]:
    """Agencies that only the words around them show: listed names that are ordinary words as well, and unlisted ones.

    Args:
        text: a paragraph, or paragraphs joined by line breaks.

    Returns:
        Hits in order of place; plain names of the registry are not among them.
    """
    if not any(sign in text for sign in _SIGNS):
        return []
    out: list[NameHit] = []
    offset = 0
    for line in text.split("\n"):
        if any(sign in line for sign in _SIGNS):
            listed = find_names(line, ambiguous=True)
            called = [h for h in listed if h.ambiguous and is_called_agency(line, h.start, h.end)]
            for hit in sorted([*called, *find_unlisted_agencies(line, listed)], key=lambda h: h.start):
                out.append(NameHit(hit.start + offset, hit.end + offset, hit.outlet))
        offset += len(line) + 1
    return out
