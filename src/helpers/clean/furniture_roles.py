"""The name of what each line is: title, lead, subheading and body of what is kept; what was cut, and why, of the rest."""

from __future__ import annotations

import re
from typing import Any

from numpy.typing import NDArray

from helpers.clean.furniture_characters import (
    DASH,
    DIGIT,
    LOWER,
    LOWER_START,
    QUOTE,
    STOP,
    UPPER,
    UPPER_START,
)
from helpers.clean.furniture_cues import CUE_KINDS, Cues, load_cues
from helpers.clean.furniture_decision import Decision
from helpers.clean.furniture_features import FEATURES
from helpers.clean.furniture_lines import Floats, PageLines
from helpers.clean.furniture_title import title_key

# Role of a line that begins with a cue, by the kind of the cue.
ROLE_OF_KIND = {
    "comments": "comment", "related": "related", "legal": "disclaimer", "consent": "consent", "share": "share",
    "promotion": "promotion", "caption": "caption", "byline": "byline", "date": "date", "tags": "furniture",
    "navigation": "furniture",
}  # fmt: skip
# Which kind names a line that has several, first wins.
_ORDER = (
    "consent",
    "comments",
    "caption",
    "byline",
    "date",
    "legal",
    "promotion",
    "share",
    "related",
    "tags",
    "navigation",
)
_CODE = re.compile(
    r"\w\?\.\w|\w\(\)|\{\{|\}\}|\$\{|%[sd]\b|\bfunction\s?\(|\bvar \w|=>|</?[a-z]{1,10}>|;\s?\}"
)
_STRIP = re.compile(r"[€$£¥₽₺₴%°]|\b(?:USD|EUR|RUB|UAH|BYN|RON|PLN|TRY|GBP)\b")
_SUBHEADING_WIDTH = 110
_SUBHEADING_WORDS = 14
_DATELINE_WIDTH = 45
_DATE_WIDTH = 80
_BANNER_LINES = 6  # a date this near the top of the page and above the title is a banner
_BODY, _LEAD, _SUBHEADING, _TITLE = "body", "lead", "subheading", "title"
_IN_RUN, _WEIGHT, _GAP, _DATED, _SITES = (
    FEATURES.index(n) for n in ("in_run", "weight", "gap_to_run", "dated", "site_words")
)
# Between a lead and the body stand a date, a byline, a picture, the headline again; never another sentence.
_ABOVE_BODY = frozenset({"date", "dateline", "byline", "caption", "repeated", "share"})


def name_roles(
    text: str, lines: PageLines, rows: Floats, bits: NDArray[Any], decision: Decision
) -> list[tuple[str, str]]:
    """Role and reason of each line, in page order."""
    cues = load_cues()
    headline = ""
    if decision.title is not None:
        headline = title_key(text[lines.start[decision.title] : lines.end[decision.title]])
    kept = [i for i in range(len(lines)) if decision.keep[i]]
    body = [i for i in kept if i != decision.title]
    out: list[tuple[str, str]] = []
    for i in range(len(lines)):
        if decision.keep[i]:
            out.append(_kept_role(i, lines, rows, decision))
        else:
            line = text[lines.start[i] : lines.end[i]]
            out.append(_cut_role(i, line, lines, rows, int(bits[i]), decision, headline, body, cues))
    lead = _find_lead(body, out, lines)
    if lead is not None:
        out[lead] = (_LEAD, "first sentence, set apart from the text below")
    return out


def name_far_line(line: str) -> tuple[str, str]:
    """Role and reason of a line that is no sentence and stands far from all: menus and lists of links."""
    kind = _kind_of(load_cues().match_starts([line])[0])
    if kind is not None:
        return ROLE_OF_KIND[kind], f"begins like {kind}, far from any sentence"
    return "furniture", "far from any sentence"


def _kept_role(i: int, lines: PageLines, rows: Floats, decision: Decision) -> tuple[str, str]:
    rule = decision.rule.get(i, "")
    if i == decision.title:
        return _TITLE, rule or "headline of the article"
    short = lines.width[i] < _SUBHEADING_WIDTH and lines.words[i] <= _SUBHEADING_WORDS
    if short and lines.last[i] != STOP and lines.first[i] not in (QUOTE, DASH, DIGIT):
        ahead = [k for k in range(i + 1, min(i + 4, len(lines))) if decision.keep[k]]
        if ahead and rows[_WEIGHT, ahead[0]] > 0.5:
            return _SUBHEADING, rule or "short line above sentences, without a full stop"
    return _BODY, rule or ("in the run of sentences" if rows[_IN_RUN, i] else "beside the run of sentences")


def _cut_role(
    i: int,
    line: str,
    lines: PageLines,
    rows: Floats,
    bits: int,
    decision: Decision,
    headline: str,
    body: list[int],
    cues: Cues,
) -> tuple[str, str]:
    width, rule = float(lines.width[i]), decision.rule.get(i, "")
    if headline and title_key(line) == headline:
        return "repeated", "repeats the headline"
    if rule == "left over from a template" or (width < 300 and _CODE.search(line)):
        return ("template" if rule else "code"), rule or "code or template text"
    above = bool(body) and i < body[0]
    if rows[_DATED, i] and width < _DATE_WIDTH and bits & ~_bit("date") == 0:
        title = decision.title if decision.title is not None else (body[0] if body else 0)
        if i < min(title, _BANNER_LINES):
            return "banner", "date at the top of the page, above the title"
        return "date", "date or clock time on a line of its own"
    kind = _kind_of(bits)
    if kind is not None:
        return ROLE_OF_KIND[kind], f"begins like {kind}"
    if float(lines.counts[DIGIT, i]) > 0.5 * width and width < 40:
        return "share", "a counter"
    if width < 60 and _STRIP.search(line) and lines.counts[DIGIT, i] >= 2 and not rows[_IN_RUN, i]:
        return "strip", "currency, market or weather value"
    lowered = line[:400].lower()
    named = next((kind for cue, kind in cues.within if cue in lowered), None)
    if named is not None:
        return ROLE_OF_KIND[named], f"speaks of {named}"
    if rows[_SITES, i] >= 3:
        return "disclaimer", "the site speaks of itself"
    title = decision.title if decision.title is not None else -1
    if above and i > title and width < _DATELINE_WIDTH and _is_capital(i, lines) and body[0] - i <= 3:
        return "dateline", "place in capitals, alone above the article"
    if body and i > body[-1] and rows[_WEIGHT, i] > 0:
        return "related", "sentences after the end of the article"
    if rows[_IN_RUN, i]:
        return "furniture", "inside the run, but not like its sentences"
    return "furniture", "outside the run of sentences"


def _is_capital(i: int, lines: PageLines) -> bool:
    counts = lines.counts[:, i]
    return bool(counts[UPPER] + counts[UPPER_START] > counts[LOWER] + counts[LOWER_START])


def _bit(kind: str) -> int:
    return 1 << CUE_KINDS.index(kind)


def _kind_of(bits: int) -> str | None:
    return next((kind for kind in _ORDER if bits & _bit(kind)), None)


def _find_lead(body: list[int], roles: list[tuple[str, str]], lines: PageLines) -> int | None:
    """The lead: the first kept line after the title when a date, byline, picture or headline parts it from the body."""
    if len(body) < 3 or lines.last[body[0]] != STOP:
        return None
    between = {roles[k][0] for k in range(body[0] + 1, body[1])}
    return body[0] if between & _ABOVE_BODY and roles[body[0]][0] == _BODY else None
