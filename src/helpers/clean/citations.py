"""Which agencies and outlets an article takes its text from, and in which order they cite each other."""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from helpers.clean.agency_names import find_unlisted_agencies, is_called_agency
from helpers.clean.calendar_names import WEEKDAYS
from helpers.clean.outlets import (
    NameHit,
    Outlet,
    Registry,
    find_names,
    load_outlets,
    name_key,
    outlet_of_name,
)
from helpers.clean.publication_dates import find_dates, fold_text
from helpers.clean.publication_rows import read_dateline
from helpers.foundation.errors import ConfigError
from helpers.foundation.schemas import LANGUAGES
from helpers.foundation.settings import check_keys, find_paths, line_of, load_yaml

# How far a phrase may stand from the name it belongs to, and how many words ("the state news agency") may stand between.
REACH = 100
MOST_BETWEEN = 7
# Verb-final languages put adverbs between a subject and its verb.
MOST_BEFORE_VERB = {"de": 3, "fa": 6, "tr": 3}
# A credit in brackets opens or closes a paragraph within so many characters.
CREDIT = 120
# A weekday's name of so many letters is declined by its last two, a shorter one by its last; the shortest are abbreviations.
_LONG_WEEKDAY, _ABBREVIATED = 6, 3

_PHRASES = ("before", "citing", "cited_by", "after", "nouns", "joins", "told")
_COUNTRY = re.compile(r"[A-Z]{3}")
_SENTENCE_BREAK = re.compile(r"(?<=[^\W\d_]{3})[.!?…؟]['\"»”)]?\s+|[;\n]|[”»\"]\s+[–—-]\s")
_WORD = re.compile(r"[^\W\d_]+(?:['’\u200c-][^\W\d_]+)*['’]?")
_LAST_WORD = re.compile(r"([^\W\d_]+(?:['’\u200c-][^\W\d_]+)*['’]?)[\s,«»„“”\"'(‘’:]*$")
_CREDIT_MARKS = re.compile(r"[(\[/]\s*$")
_COLON = re.compile(r"\s*:")
_HOUR = re.compile(r"\W*(?:\d{1,2}[:.]\d{2}\W*)?")
_DIGIT = re.compile(r"\d")
_CREDIT_END = re.compile(r"(?:\.[a-zA-Z]{2,4})?\s*(?:[.–—]|-\s)")
_OPENING_END = re.compile(r"\s*[)/\]]|\s*[–—]\s|\s+-\s|\.\s*[/)]")
_SIGNED = re.compile(r"(?:/[^\W\d_]{2,4}){0,3}\W{0,2}")
_SENTENCE_END = re.compile(r"[.!?…][\"”»’']?\s+$")
_MARKED = "ăâáàäãåāąçćčđďéèêëěęėēíìîïīįıłľńňñóòôöõōőøœřşșśšßţțťúùûüūůűųýÿźżž"
_BARE = "aaaaaaaaacccddeeeeeeeeiiiiiiillnnnooooooooorssssstttuuuuuuuuyyzzz"
_MARKS = str.maketrans(_MARKED, _BARE)


@dataclass(frozen=True, slots=True)
class _Cues:
    before: re.Pattern[str]
    citing: re.Pattern[str]
    cited_by: re.Pattern[str]
    after: re.Pattern[str]
    after_citing: re.Pattern[str]
    told: re.Pattern[str]
    said: re.Pattern[str]
    nouns: frozenset[str]
    stems: tuple[str, ...]

    def describes(self, word: str) -> bool:
        """True for a word that may stand between an agency's name and what attributes something to it: "the Iranian news agency"."""
        return word in self.nouns or word.startswith(self.stems) or _names_weekday(word)


@dataclass(slots=True)
class _Found:
    """Names attributed so far, in order of appearance, and who is nearer to the event than whom."""

    outlets: dict[str, Outlet]
    edges: set[tuple[str, str]]

    def add(self, outlet: Outlet) -> None:
        self.outlets.setdefault(outlet.id, outlet)

    def nearer(self, origin: Outlet, citing: Outlet) -> None:
        if origin.id != citing.id:
            self.edges.add((origin.id, citing.id))


def _fold(text: str) -> str:
    """Folded text without the marks of Latin letters, which some sites leave out; every character keeps its offset."""
    return fold_text(text).translate(_MARKS)


@lru_cache(maxsize=4)
def _load(path: Path) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    data: dict[str, Any] = load_yaml(path)
    check_keys(path, data, allowed=dict.fromkeys(LANGUAGES, True))
    out = {}
    for language, entry in data.items():
        check_keys(path, entry, allowed=dict.fromkeys((*_PHRASES, "home"), True), at=(language,))
        for key in _PHRASES:
            if not all(isinstance(p, str) and p.strip("* ") for p in entry[key]):
                raise ConfigError(
                    path, f"{language}/{key} must list phrases", line=line_of(path, language, key)
                )
        home = entry["home"]
        if home is not None and not _COUNTRY.fullmatch(str(home)):
            raise ConfigError(
                path,
                f"{language}/home must be a country, ISO 3166 alpha-3, or null, not {home!r}",
                line=line_of(path, language, "home"),
            )
        out[language] = {key: tuple(_fold(p) for p in entry[key]) for key in _PHRASES} | {
            "home": (home,) if home else ()
        }
    return out


def _table() -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    return _load(find_paths().config / "citations.yml")


@lru_cache(maxsize=4)
def _joining_words(path: Path) -> frozenset[str]:
    return frozenset(word for entry in _load(path).values() for word in entry["joins"])


def joins_names(words: str) -> bool:
    """True for words that join two names in any of the languages: "TASS and RIA Novosti"."""
    return _fold(words) in _joining_words(find_paths().config / "citations.yml")


def _alternatives(phrases: Sequence[str]) -> str:
    ordered = sorted(set(phrases), key=lambda p: (-len(p), p))
    return "|".join(
        re.escape(p.rstrip("*")).replace("\\ ", r"\s+").replace("\u200c", "\u200c?")
        + (r"\w*" if p.endswith("*") else "")
        for p in ordered
    )


@lru_cache(maxsize=32)
def _cues(language: str) -> _Cues:
    table = _table()
    entry = table.get(language) or {k: tuple(p for e in table.values() for p in e[k]) for k in _PHRASES}
    ends = r"(?<!\w)(?:{})[\s,:«»„“”\"'(‘’]*$"
    begins = r"[\s,)»”\"'’]*(?:{})(?!\w)"
    return _Cues(
        before=re.compile(
            ends.format(_alternatives([*entry["before"], *entry["citing"], *entry["cited_by"]]))
        ),
        citing=re.compile(ends.format(_alternatives(entry["citing"]))),
        cited_by=re.compile(ends.format(_alternatives(entry["cited_by"]))),
        after=re.compile(begins.format(_alternatives(entry["after"]))),
        after_citing=re.compile(begins.format(_alternatives(entry["citing"]))),
        told=re.compile(ends.format(_alternatives(entry["told"]) or "(?!)")),
        said=re.compile(rf"(?<!\w)(?:{_alternatives(entry['after'])})(?!\w)"),
        nouns=frozenset(noun for noun in entry["nouns"] if not noun.endswith("*")),
        stems=tuple(noun[:-1] for noun in entry["nouns"] if noun.endswith("*")),
    )


def find_cites(
    paragraphs: Sequence[str],
    *,
    language: str,
    title: str | None = None,
    source_lines: Sequence[str] = (),
    outlet: str | None = None,
    registry: Registry | None = None,
) -> tuple[str, ...]:
    """Names of the agencies and outlets that an article gives as its source, origin first, the last citing one last.

    A name counts where the text attributes something to it, or as a credit of a dateline, a paragraph or a source line; a
    name the news is about does not. The order is that of the chain where the text shows it ("X, citing Y": Y first);
    elsewhere agencies of other countries come before world agencies, and these before those of the language's own
    country, each in order of appearance: who writes far from the event cites who is near.

    Args:
        paragraphs: lead and body, one string each.
        language: ISO 639-1; with `und` the phrases of all languages are looked for.
        title: the title.
        source_lines: lines such as "Source: BelTA", phrase included.
        outlet: the publisher's name, which cites itself no more than anybody.
        registry: known outlets; the project's by default.
    """
    known = registry or load_outlets()
    cues = _cues(language)
    found = _Found({}, set())
    own = _own_name_with_another(outlet, known)
    for paragraph in paragraphs:
        text = paragraph.replace(own, "\N{MIDDLE DOT}" * len(own)) if own else paragraph
        _read_paragraph(text, cues, known, found, MOST_BEFORE_VERB.get(language, 0))
    if title:
        _read_title(title, cues, known, found, MOST_BEFORE_VERB.get(language, 0))
    for text in source_lines:
        for hit in find_names(text[:300], ambiguous=True, registry=known):
            found.add(hit.outlet)
    listed = [o for o in found.outlets.values() if not _is_own(o, outlet)]
    return tuple(o.name for o in _in_chain_order(listed, found.edges, language))


def _own_name_with_another(outlet: str | None, known: Registry) -> str | None:
    """The publisher's name where a known name stands in it ("Mehr Daily"): the page that writes it means itself."""
    if outlet is None or outlet_of_name(outlet, registry=known) is not None:
        return None
    return outlet if find_names(outlet, ambiguous=True, registry=known) else None


def _is_own(source: Outlet, outlet: str | None) -> bool:
    """True for the publisher itself, or a paper of the name by which a page calls its own: the "Kurier" of the Kurier Wschodni."""
    if outlet is None or source.name == outlet:
        return outlet is not None
    return source.kind == "outlet" and name_key(outlet.split()[0]) == name_key(source.name)


def _sentence_of(text: str, hit: NameHit) -> tuple[str, str]:
    """Folded text of the sentence before and after a name, within reach."""
    left = _fold(text[max(0, hit.start - REACH) : hit.start])
    right = _fold(text[hit.end : hit.end + REACH])
    breaks = [m.end() for m in _SENTENCE_BREAK.finditer(left)]
    if breaks:
        left = left[breaks[-1] :]
    if m := _SENTENCE_BREAK.search(right):
        right = right[: m.start()]
    return left, right


@lru_cache(maxsize=1)
def _weekday_stems() -> dict[str, int]:
    """Folded weekday names without their endings -> the longest inflected form's length."""
    names = {_fold(n) for line in WEEKDAYS.values() for forms in line.split(" ") for n in forms.split("|")}
    return {n[: -2 if len(n) >= _LONG_WEEKDAY else -1]: len(n) + 1 for n in names if len(n) > _ABBREVIATED}


def _names_weekday(word: str) -> bool:
    """True for a weekday in any case of any of the languages; the word is folded."""
    stems = _weekday_stems()
    return any(len(word) <= stems.get(word[:cut], 0) for cut in range(_ABBREVIATED, len(word) + 1))


def _strip_nouns(left: str, cues: _Cues) -> list[str]:
    """The text before a name, with ever more of the describing words and days before the name taken off."""
    out = [left]
    for _ in range(MOST_BETWEEN):
        m = _LAST_WORD.search(left)
        if m is None:
            break
        if not cues.describes(m[1].strip("'’")) and m[1] not in cues.nouns:
            break
        left = left[: m.start()]
        out.append(left)
    return out


def _verb_follows(right: str, cues: _Cues, most_between: int) -> bool:
    at = 0
    if cues.after.match(right):
        return True
    between = 0
    for m in _WORD.finditer(right):
        word = m.group()
        if right[at : m.start()].strip(" ,)»”\"'’") or between > MOST_BETWEEN:
            return False
        if cues.describes(word) or between < most_between:
            at = m.end()
            between += 1
            if cues.after.match(right, at):
                return True
            continue
        return False
    return False


def _read_paragraph(text: str, cues: _Cues, known: Registry, found: _Found, most_between: int) -> None:
    listed = find_names(text, ambiguous=True, registry=known)
    hits = sorted([*listed, *find_unlisted_agencies(text, listed)], key=lambda h: h.start)
    dateline = _dateline_end(text)
    previous: tuple[NameHit, int] | None = None
    credited: list[NameHit] = []
    said: set[str] = set()
    for hit in hits:
        left, right = _sentence_of(text, hit)
        stripped = _strip_nouns(left, cues)
        is_source = any(cues.before.search(s) for s in stripped)
        if not is_source and (not hit.ambiguous or is_called_agency(text, hit.start, hit.end)):
            is_source = _verb_follows(right, cues, most_between) or cues.after_citing.match(right) is not None
        # "a indiqué la préfecture à l'AFP"
        is_source = is_source or (
            not hit.ambiguous and bool(cues.told.search(left)) and bool(cues.said.search(left))
        )
        # "15:55 TASS: ..." in a running report
        is_source = is_source or (not hit.ambiguous and _opens_report(text, hit))
        # A name added to an attributed one: "Reuters and AFP report", "Belta, a relatat".
        if _is_credit(text, hit, credited, dateline):
            credited.append(hit)
            is_source = True
        if not is_source:
            continue
        said.add(hit.outlet.id)
        if previous and not _SENTENCE_BREAK.search(text[previous[0].end : hit.start]):
            before = previous[0].outlet
            if any(cues.cited_by.search(s) for s in stripped):
                found.nearer(before, hit.outlet)
            elif any(cues.citing.search(s) for s in stripped) or cues.after_citing.match(right):
                found.nearer(hit.outlet, before)
        previous = (hit, hit.end)
    # "TASS and RIA Novosti reported", "according to IRNA and Fars"
    for a, b in itertools.pairwise(hits):
        if (a.outlet.id in said) != (b.outlet.id in said) and not (a.ambiguous or b.ambiguous):
            between = _fold(text[a.end : b.start]).strip(' »”"«„“')
            if joins_names(between):
                said |= {a.outlet.id, b.outlet.id}
    for hit in hits:
        if hit.outlet.id in said:
            found.add(hit.outlet)
    # "(ParsToday/PressTV)": who publishes stands first.
    for a, b in itertools.pairwise(credited):
        if text[a.end : b.start].strip() == "/":
            found.nearer(b.outlet, a.outlet)


def _opens_report(text: str, hit: NameHit) -> bool:
    """True for an agency before a colon at the start of a paragraph, alone or behind the hour."""
    return (
        hit.outlet.kind == "agency"
        and _COLON.match(text, hit.end) is not None
        and _HOUR.fullmatch(text, 0, hit.start) is not None
    )


def _dateline_end(text: str) -> int:
    """Where the paragraph's opening dateline ends, 0 when it has none."""
    if not _DIGIT.search(text, 0, CREDIT):
        return 0
    read = read_dateline(text, find_dates(text[:CREDIT]))
    return read[1] if read else 0


def _is_credit(text: str, hit: NameHit, credited: list[NameHit], dateline: int) -> bool:
    """True for a name in the dateline, right after it, in an opening or closing bracket, or beside an opening dash."""
    if dateline and (hit.end <= dateline or (hit.start <= dateline + 2 and _CREDIT_END.match(text, hit.end))):
        return True
    opens = hit.end <= CREDIT and _OPENING_END.match(text, hit.end)
    closes = len(text) - hit.end <= 12 and re.fullmatch(r"\s*[./)\]]{1,3}\s*\.?", text[hit.end :])
    before = text[max(0, hit.start - 3) : hit.start]
    if (opens or closes) and (
        _CREDIT_MARKS.search(before) or (opens and _dateline_before(text[: hit.start]))
    ):
        return True
    if (
        hit.outlet.kind == "agency"
        and _SIGNED.fullmatch(text, hit.end)
        and _SENTENCE_END.search(text[: hit.start])
    ):
        return True  # "... weekend. dpa/ibo"
    return bool(credited) and credited[-1].end == hit.start - 1 and text[hit.start - 1] == "/"


def _dateline_before(text: str) -> bool:
    """True when what precedes is a place or a date: short, capitalised or numbers, no sentence."""
    words = _WORD.findall(text)
    lower = [w for w in words if w[0].islower()]
    return (
        len(text) <= 60 and len(words) <= 6 and len(lower) <= 2 and not re.search(r"[.!?]\s+\S+\s+\S+", text)
    )


def _read_title(title: str, cues: _Cues, known: Registry, found: _Found, most_between: int) -> None:
    hits = find_names(title, registry=known)
    for hit in hits:
        left, right = _sentence_of(title, hit)
        opens = hit.start <= 2 and _COLON.match(title, hit.end)
        closes = hit.end >= len(title) - 2 and re.search(r"[:–—]\s*$|\s-\s*$", title[: hit.start])
        if (
            opens
            or closes
            or any(cues.before.search(s) for s in _strip_nouns(left, cues))
            or _verb_follows(right, cues, most_between)
        ):
            found.add(hit.outlet)


def _in_chain_order(outlets: Sequence[Outlet], edges: set[tuple[str, str]], language: str) -> list[Outlet]:
    home = next(iter(_table().get(language, {}).get("home", ())), "")
    rank = {
        o.id: (1 if o.world else 2 if home and o.country == home else 0, i) for i, o in enumerate(outlets)
    }
    waiting = {o.id: o for o in outlets}
    out: list[Outlet] = []
    while waiting:
        free = [i for i in waiting if not any(b == i and a in waiting for a, b in edges)]
        chosen = min(free or waiting, key=lambda i: rank[i])
        out.append(waiting.pop(chosen))
    return out
