"""Language cues of page furniture: loaded from configuration, matched at the beginning of lines by a two-letter index."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np

from helpers.clean.furniture_characters import CJK, COMMA, DIGIT, LOWER
from helpers.clean.furniture_heads import (
    HEAD,
    LEADERS,
    LONG_HEAD,
    head_keys,
    head_table,
    mark_table,
    prefix_keys,
    prefix_table,
    skip_leaders,
    take_letters,
)
from helpers.clean.furniture_lines import Bools, Ints, PageLines
from helpers.clean.furniture_words import make_site_table
from helpers.foundation.errors import ConfigError
from helpers.foundation.schemas import LANGUAGES
from helpers.foundation.settings import check_keys, find_paths, line_of, load_yaml

CUE_KINDS = (
    "comments", "related", "legal", "consent", "share", "promotion", "caption", "byline", "date", "tags", "navigation",
)  # fmt: skip
_PLACES = ("line", "start", "within")
_SLACK = 12  # a `line` cue leaves room for a count or a mark: Comments (12), Share:
_BYLINE_LENGTH = 70  # a `start` cue of a byline is a word such as by or von: long lines begin with it too
_SHORT = HEAD + _SLACK
_FEW = 64  # lines that are sooner looked at one by one
_MENU = 40  # lines shorter than this come again on every page of a site
_BYLINE_BIT = 1 << CUE_KINDS.index("byline")
_REMEMBERED = 50_000
_HEAD_OF_LINE = 80  # no cue is longer than this less `_SLACK`
_HEAD_PLACES = np.arange(HEAD)[:, None]
_CREDIT_MARKS = frozenset("(:/.（：／'")  # of a phrase that names a picture and nothing else
_FIRST_CJK = 0x2E80


Head: TypeAlias = tuple[tuple[str, ...], tuple[tuple[str, int, int], ...]]


class Heads(Mapping[str, Head]):
    """First letters -> (the cues that begin so, (cue, bit of its kind, longest line) of each).

    What a head leads to is put in order when a line is met that begins so: a command meets few of them.

    Args:
        raw: first letters -> (cue, bit of its kind) -> longest line.
    """

    def __init__(self, raw: Mapping[str, Mapping[tuple[str, int], int]]):
        self._raw = raw
        self._known: dict[str, Head | None] = {}

    def __len__(self) -> int:
        return len(self._raw)

    def __iter__(self) -> Iterator[str]:
        return iter(self._raw)

    def __getitem__(self, head: str) -> Head:
        if (found := self.find(head)) is None:
            raise KeyError(head)
        return found

    def find(self, head: str) -> Head | None:
        """What a head leads to, None for letters that no cue begins with."""
        if head in self._known:
            return self._known[head]
        entry, found = None, self._raw.get(head)
        if found is not None:
            cues = tuple(sorted({cue for cue, _ in found}))
            entry = cues, tuple((cue, bit, longest) for (cue, bit), longest in sorted(found.items()))
        if found is not None or len(self._known) < _REMEMBERED:
            self._known[head] = entry
        return entry


@dataclass(frozen=True, slots=True)
class Cues:
    """All cues of all languages, ready to match.

    Attributes:
        by_head: the cues by their first letters.
        by_short_head: cues of fewer than four letters, and those without spaces, by two letters.
        within: (cue, kind) that names what a line was, wherever in it the cue stands.
        caption_phrases: the phrases of `within` that name pictures.
        head_table: True at the keys of the heads in `by_head`.
        short_table: the same for `by_short_head`, and at the keys of its cues of three letters.
        prefix_table: at the keys (`_prefix_keys`) of cues of four letters or more, the longer ones cut: the longest line that may
            begin so; else 0.
        mark_table: True at the code points of cues that are one mark.
        byline_table: True at the keys of those heads of `by_short_head` that begin a byline.
        site_table: words in which sites speak of themselves, as `helpers.clean.furniture_words` knows them.
        glyphs: site words of scripts without spaces.
        keep_from: score from which a line is kept.
        html_weights: what each feature of `helpers.clean.html_block` adds to the log-odds of a line; `text` is the weight of
            the log-odds of the text alone.
    """

    by_head: Heads
    by_short_head: Heads
    within: tuple[tuple[str, str], ...]
    caption_phrases: tuple[str, ...]
    head_table: Bools
    short_table: Bools
    prefix_table: Ints
    mark_table: Bools
    byline_table: Bools
    site_table: Bools
    glyphs: tuple[str, ...]
    keep_from: float
    html_weights: Mapping[str, float]
    _known: dict[str, int] = field(
        default_factory=dict, repr=False, compare=False
    )  # bits of short lines met before

    def match_starts(self, lines: Sequence[str]) -> list[int]:
        """For each line the bits of the kinds (in the order of `CUE_KINDS`) whose cues begin it."""
        known = self._known
        out = []
        for line in lines:
            bits = known.get(line)
            if bits is None:
                bits = self._match_start(line)
                if len(line) < _MENU and len(known) < _REMEMBERED:
                    known[line] = bits
            out.append(bits)
        return out

    def match_page(self, text: str, lines: PageLines) -> Ints:
        """The bits of `match_starts` for the lines of a page; only lines whose first letters begin some cue are looked at."""
        start, end, codes, kinds = lines.start, lines.end, lines.codes, lines.kinds
        first = lines.first
        marked = ((first < LOWER) | (first > CJK)).nonzero()[0]
        if len(marked):  # bullets and the like before the text of a line; the mark may be a cue itself
            start = start.copy()
            start[marked] = skip_leaders(codes, start[marked], end[marked])
            own = self.mark_table.take(codes[np.minimum(start[marked], len(codes) - 1)], mode="clip")
        letters = take_letters(lines.lowered, start, end, HEAD)
        at = np.minimum(start + _HEAD_PLACES[:3], len(codes) - 1)
        kind = kinds[at]
        solid = (kind >= LOWER) & (kind <= CJK) & (letters[:3] > 0)
        short = (end - start < _SHORT) | ~solid.all(0) | (letters[0] > _FIRST_CJK)
        third = solid[2] & (letters[2] < _FIRST_CJK) & (letters[0] < _FIRST_CJK)
        head, short_head = head_keys(letters)
        some = self.head_table[head].nonzero()[0]
        maybe = np.zeros(len(start), np.bool_)
        maybe[some] = len(some) < _FEW or self._may_go_on(lines.lowered, start[some], end[some])
        letters[3] = 0
        three = self.short_table[head_keys(letters)[0]]
        maybe |= short & (three | (self.short_table[short_head] & ~third))
        if len(marked):
            maybe[marked] |= own
        bits = np.zeros(len(start), np.int64)
        some = maybe.nonzero()[0]
        found = list(map(text.__getitem__, map(slice, lines.start[some].tolist(), lines.end[some].tolist())))
        bits[some] = self.match_starts(found)
        return bits

    def _may_go_on(self, lowered: Any, start: Ints, end: Ints) -> Bools:
        """Whether lines begin with a whole cue, or the first `LONG_HEAD` letters of a longer one, and are not too long for it."""
        letters = take_letters(lowered, start, end, LONG_HEAD)
        length = np.minimum(end - start, _HEAD_OF_LINE)
        maybe = np.zeros(len(start), np.bool_)
        for number in range(HEAD, LONG_HEAD + 1):
            maybe |= length <= self.prefix_table[prefix_keys(letters[:number])]
        return maybe

    def _match_start(self, line: str) -> int:
        line = line[:_HEAD_OF_LINE].replace("İ", "i").lower()  # Turkish
        if not line[:1].isalpha():
            line = line.lstrip(LEADERS)
        bits = 0
        entry = self.by_head.find(line[:HEAD])
        if entry is not None and line.startswith(entry[0]):
            bits = _match(line, entry[1])
        if len(line) < _SHORT or line[:1] > "\u2e80" or not line[:3].isalpha():
            entry = self.by_short_head.find(line[:2])
            if entry is not None and line.startswith(entry[0]):
                bits |= _match(line, entry[1])
        if line and not line[0].isalpha():  # a cue of one mark, such as the copyright sign
            entry = self.by_short_head.find(line[0])
            bits |= 0 if entry is None else _match(line, entry[1])
        return bits

    def may_be_credit(self, lines: PageLines) -> Bools:
        """False for lines that hold no digit and no comma and whose first two letters open no short byline: no date, no credit."""
        at = np.minimum(lines.start + _HEAD_PLACES[:2], len(lines.codes) - 1)
        two = lines.lowered[at]
        first = lines.first
        maybe: Bools = self.byline_table[head_keys([*two, np.uint32(0), np.uint32(0)])[1]]
        maybe |= (lines.counts[DIGIT] > 0) | (lines.counts[COMMA] > 0) | (first < LOWER) | (first > CJK)
        return maybe

    def opens_byline(self, line: str) -> bool:
        """True when a line begins with a short word of bylines (by, von, par), however long it is."""
        line = line[:_HEAD_OF_LINE].replace("İ", "i").lower().lstrip(LEADERS)
        entry = self.by_short_head.find(line[:2])
        return entry is not None and bool(_match(line, entry[1]) & _BYLINE_BIT)

    def count_glyphs(self, lines: Sequence[str]) -> Ints:
        """How many different site words of scripts without spaces each line holds."""
        ends = np.array([len(line) + 1 for line in lines]).cumsum()
        text = "\n".join(lines)
        counts = np.zeros(len(lines), np.int64)
        for word in self.glyphs:
            places = [m.start() for m in re.finditer(re.escape(word), text)]
            # adds once to each line, however often the word stands there
            counts[ends.searchsorted(places, side="right")] += 1
        return counts


def names_picture(line: str, cues: Cues) -> bool:
    """True when a phrase of picture credits stands in the line; all of them hold one of a few marks, most lines none."""
    if _CREDIT_MARKS.isdisjoint(line):
        return False
    lowered = line.lower()
    return any(phrase in lowered for phrase in cues.caption_phrases)


def _match(line: str, found: tuple[tuple[str, int, int], ...]) -> int:
    bits, length = 0, len(line)
    for cue, bit, longest in found:
        size = len(cue)
        if length <= longest and line.startswith(cue):
            if length > size and line[size].isalpha() and cue[-1].isalpha() and not _is_cjk(cue[-1]):
                continue  # the line goes on with the same word
            bits |= bit
    return bits


def _is_cjk(character: str) -> bool:
    return "\u2e80" <= character <= "\u9fff"


@lru_cache(maxsize=4)
def load_cues(config: Path | None = None) -> Cues:
    """Read the cues of all languages and the settings of the cleaner from the configuration folder.

    Raises:
        ConfigError: a key or a shape that is not allowed.
    """
    config = config or find_paths().config
    path = config / "cleaning.yml"
    settings = load_yaml(path)
    if not isinstance(settings, dict):
        raise ConfigError(path, "must hold a mapping with the keys keep_from, html_weights, other_languages")
    check_keys(path, settings, allowed={"keep_from": True, "html_weights": True, "other_languages": True})
    keep_from = settings["keep_from"]
    if not isinstance(keep_from, float) or not 0 < keep_from < 1:
        raise ConfigError(
            path,
            f"keep_from must be a number between 0 and 1, not {keep_from!r}",
            line=line_of(path, "keep_from"),
        )
    parts: list[tuple[Path, tuple[str, ...], Any]] = [
        (path, ("other_languages", language), cues) for language, cues in settings["other_languages"].items()
    ]
    for language in LANGUAGES:
        file = config / "lexicon" / language / "furniture.yml"
        parts.append((file, (), load_yaml(file)))
    weights = settings["html_weights"]
    for name, weight in weights.items():
        if not isinstance(weight, float):
            raise ConfigError(
                path,
                f"{name} must be a number with a point, not {weight!r}",
                line=line_of(path, "html_weights", name),
            )
    return _compile(parts, keep_from, weights)


def _compile(
    parts: Sequence[tuple[Path, tuple[str, ...], Any]], keep_from: float, html_weights: Mapping[str, float]
) -> Cues:
    heads: dict[str, dict[tuple[str, int], int]] = defaultdict(dict)
    short: dict[str, dict[tuple[str, int], int]] = defaultdict(dict)
    within: dict[tuple[str, str], None] = {}
    words, glyphs = set(), set()
    for path, at, cues in parts:
        if not isinstance(cues, dict):
            raise ConfigError(path, f"must hold a mapping with the keys {', '.join(CUE_KINDS)}, site_words")
        check_keys(path, cues, allowed=(*CUE_KINDS, "site_words"), at=at)
        for word in cues.get("site_words", ()):
            if _is_cjk(word[0]):
                glyphs.add(word)
            else:
                words.add(word)
        for kind, bit in ((k, 1 << i) for i, k in enumerate(CUE_KINDS)):
            places = cues.get(kind, {})
            check_keys(path, places, allowed=_PLACES, at=(*at, kind))
            for place, phrases in places.items():
                for phrase in phrases:
                    cue = phrase.strip()
                    if place == "within":
                        within[phrase, kind] = None
                        continue
                    if (
                        place == "start"
                        and kind != "byline"
                        and len(cue) < 3
                        and cue[0].isalpha()
                        and not _is_cjk(cue[0])
                    ):
                        raise ConfigError(
                            path,
                            f"the cue {phrase!r} is too short to begin a line with; write three letters or more",
                            line=line_of(path, *at, kind, place),
                        )
                    longest = len(cue) + _SLACK if place == "line" else 10**9
                    if place == "start" and kind == "byline":
                        longest = _BYLINE_LENGTH
                    brief = len(cue) < HEAD or _is_cjk(cue[0])
                    found = short[cue[:2]] if brief else heads[cue[:HEAD]]
                    found[cue, bit] = max(found.get((cue, bit), 0), longest)
    return Cues(
        Heads(heads),
        Heads(short),
        tuple(within),
        tuple(phrase for phrase, kind in within if kind == "caption" and _CREDIT_MARKS.intersection(phrase)),
        head_table(heads, 0),
        head_table(short, 1)
        | head_table({cue for cues in short.values() for cue, _ in cues if len(cue) == 3}, 0),
        prefix_table((cue, longest) for cues in heads.values() for (cue, _), longest in cues.items()),
        mark_table(head for head in short if len(head) == 1 and not head.isalpha()),
        head_table({head for head, cues in short.items() if any(bit & _BYLINE_BIT for _, bit in cues)}, 1),
        make_site_table(frozenset(words)),
        tuple(sorted(glyphs)),
        keep_from,
        html_weights,
    )
