"""Lines that say when a text was published, who wrote it or how long it takes to read: never a headline, never body."""

from __future__ import annotations

import re

import numpy as np

from helpers.clean.furniture_characters import BAR, COLON, MARK, OPEN, QUOTE, STOP
from helpers.clean.furniture_cues import CUE_KINDS, Cues, names_picture
from helpers.clean.furniture_heads import LEADERS
from helpers.clean.furniture_lines import Bools, PageLines

LONGEST_CREDIT = 70  # characters
_DATE_START = 6  # characters: a weekday's or season's name
_YEARS = re.compile(r"[12]\d{3}\s?[–—-]\s?(?:[12]\d)?\d\d\b")
_MOST_OTHER_WORDS = 3  # beside a date: a clock's "at", "o'clock", a place
_LEADING_NUMBER = re.compile(r"[\W\d_]*\d[\W\d_]*")
_WORD = re.compile(r"[^\W\d_]+")
_SENTENCE_END = re.compile(r"[.!?…]\s+")
_COPYRIGHT_TAIL = re.compile(r"\S\s+©\s?[^\W\d_][^\n©]{1,44}$")
_CREDIT_PARTS = 4  # words
_LONGEST_TAIL = 60  # characters
# "The boats at noon. EFE", "... the hall. AP/A. Name"
_MARK_TAIL = re.compile(r"[^\W\d_]{3}[.!?…][»”\"']?\s+([^\W\d_]{2,8})(?:\s?/\s?[^\W\d_][\w. -]{1,24})?$")
_INITIALS = 3
_CAPTION_BIT = 1 << CUE_KINDS.index("caption")
_DATE_BIT = 1 << CUE_KINDS.index("date")
_OFFICE_WORDS = 4
# Beginnings of the words for a journalist in the languages that tell names by capitals.
_JOURNALISTS = (
    "correspond", "korrespond", "korespond", "corrispond", "corespond", "корреспонд", "кореспонд", "карэспанд", "report", "editor",
    "redakt", "rédact", "redac", "redatt", "redaz", "редакт", "рэдакт", "journalist", "giornalist", "periodist", "jurnalist", "žurnalist",
    "dziennik", "muhabir", "журналист", "журналіст",
)  # fmt: skip
_SMALL_WORD = 3  # letters of "von", "de", "and" inside a name


def may_name_picture(lines: PageLines) -> Bools:
    """Lines that hold a mark of those that credits of pictures hold."""
    return np.asarray(lines.counts[[STOP, OPEN, COLON, BAR, QUOTE, MARK]].any(0), np.bool_)


def names_its_picture(line: str, cues: Cues) -> bool:
    """True for a line that is a caption by its end or by a phrase in it: "The lock on Tuesday. Photo: A. Name"."""
    ends = [m.end() for m in _SENTENCE_END.finditer(line) if len(line) - m.end() <= LONGEST_CREDIT]
    tails = [line[end:] for end in ends[-_INITIALS:]]  # an initial ends like a sentence
    return any(bits & _CAPTION_BIT for bits in cues.match_starts(tails)) or names_picture(line, cues)


def credits_picture(line: str) -> bool:
    """True for a line that ends with © and a name: a caption, wherever it stands."""
    return _COPYRIGHT_TAIL.search(line) is not None


def ends_in_credit(line: str, cues: Cues) -> bool:
    """True for a sentence with a phrase of picture credits, shortened with a stop, behind it: "The boats at noon. ELTA nuotr."."""
    tail = _SENTENCE_END.split(line)[-1]
    return len(tail) < len(line) and len(tail.split()) <= _CREDIT_PARTS and names_picture(tail, cues)


def ends_in_mark(line: str) -> bool:
    """True for a sentence with an agency's mark in capitals behind it: inside an article a caption, at its end a signature."""
    found = _MARK_TAIL.search(line[-_LONGEST_TAIL:])
    return found is not None and found[1].isupper()


def name_credit(line: str, cues: Cues, *, dated: bool) -> str:
    """What kind of credit a line is, '' for none.

    Args:
        line: the line without surrounding blanks.
        cues: the cues of all languages.
        dated: True when its digits look like a date or clock time.
    """
    if len(line) > LONGEST_CREDIT:
        return ""
    number = _LEADING_NUMBER.match(line)
    rest = line[number.end() :].strip(LEADERS) if number else ""
    if (
        len(rest) >= 2 and cues.match_starts([rest])[0] & _DATE_BIT
    ):  # the cue stands behind: "7 min", "4 minutes de lecture"
        return "reading time or age of the text"
    if dated and _is_date(line):
        return "a date and little else"
    if (cues.opens_byline(line) and _is_name(line)) or _is_name_with_office(line):
        return "who wrote it"
    return ""


def opens_with_date(line: str) -> bool:
    """True for a line that begins with a date, as the entries of a chronology do; not for one of a numbered list."""
    from helpers.clean.publication_dates import find_dates

    if _YEARS.match(line):
        return True
    found = find_dates(line[:LONGEST_CREDIT])
    return bool(found) and found[0].start <= _DATE_START


def _is_date(line: str) -> bool:
    from helpers.clean.publication_dates import find_dates, month_of, weekday_of

    found = find_dates(line)
    if not found:
        return False
    others = [
        m.group()
        for m in _WORD.finditer(line)
        if len(m.group()) > 1  # the r. of Polish, the г. of Russian years
        and not any(d.start <= m.start() < d.end for d in found)
        and weekday_of(m.group().lower()) is None
        and month_of(m.group().lower()) is None
    ]
    return len(others) <= _MOST_OTHER_WORDS


def _is_name_with_office(line: str) -> bool:
    """True for "Anna Harbour, maritime correspondent": a name, a comma, and at most four words with one for a journalist."""
    name, comma, office = line.partition(",")
    words, roles = name.split(), _WORD.findall(office.lower())
    if not comma or not 2 <= len(words) <= 3 or not 1 <= len(roles) <= _OFFICE_WORDS or line[-1] in ".?!…":
        return False
    return all(w[0].isupper() for w in words) and any(role.startswith(_JOURNALISTS) for role in roles)


def _is_name(line: str) -> bool:
    """True when all that follows on the first word could be a person's name: two to four words, capitalised but for small ones."""
    words = _WORD.findall(line)[1:]
    long = [w for w in words if len(w) > _SMALL_WORD]
    named = [w for w in words if w[0].isupper()]
    return (
        len(named) >= 2 and len(words) <= 6 and all(w[0].isupper() for w in long) and line[-1] not in ".?!…"
    )
