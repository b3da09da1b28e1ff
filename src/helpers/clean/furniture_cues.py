"""Language cues of page furniture: loaded from configuration, matched at the beginning of lines by a two-letter index."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np

from helpers.clean.furniture_characters import CJK, COMMA, DIGIT, LOWER
from helpers.clean.furniture_heads import (
    HEAD,
    HEAD_KEYS,
    LEADERS,
    LONG_HEAD,
    head_keys,
    mark_table,
    prefix_keys,
    skip_leaders,
    take_letters,
)
from helpers.clean.furniture_lines import Bools, Ints, PageLines
from helpers.clean.furniture_words import mark_sites, site_keys
from helpers.foundation.languages import LANGUAGES
from helpers.foundation.settings import find_paths

CUE_KINDS = (
    "comments", "related", "legal", "consent", "share", "promotion", "caption", "byline", "date", "tags", "navigation",
)  # fmt: skip
SLACK = 12  # a `line` cue leaves room for a count or a mark: Comments (12), Share:
_SHORT = HEAD + SLACK
_FEW = 64  # lines that are sooner looked at one by one
_MENU = 40  # lines shorter than this come again on every page of a site
BYLINE_BIT = 1 << CUE_KINDS.index("byline")
DATE_BIT = 1 << CUE_KINDS.index("date")
_REMEMBERED = 50_000
_HEAD_OF_LINE = 80  # no cue is longer than this less `SLACK`
_HEAD_PLACES = np.arange(HEAD)[:, None]
CREDIT_MARKS = frozenset("(:/.（：／'")  # of a phrase that names a picture and nothing else
_FIRST_CJK = 0x2E80
_WORD = re.compile(r"[^\W\d_]+")
# Modules that make of the configuration what is kept of it.
_MADE_BY = ("cue_files", "cues", "heads", "kept", "parts", "words")


Head: TypeAlias = tuple[tuple[str, ...], tuple[tuple[str, int, int], ...]]


_BUTTONS_BEHIND = (". ", "! ", "? ", " | ", " / ", " · ")


class Heads(Mapping[str, Head]):
    """First letters -> (the cues that begin so, (cue, bit of its kind, longest line) of each).

    What a head leads to is read when a line is met that begins so: a command meets few of them.

    Args:
        raw: first letters -> cue, bit of its kind and longest line of each, in order, as JSON.
    """

    def __init__(self, raw: Mapping[str, str]):
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
            each = tuple((cue, bit, longest) for cue, bit, longest in json.loads(found))
            entry = tuple(dict.fromkeys(cue for cue, _, _ in each)), each
        if found is not None or len(self._known) < _REMEMBERED:
            self._known[head] = entry
        return entry


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Cues:
    """All cues of all languages, ready to match.

    Attributes:
        by_head: the cues by their first letters.
        by_short_head: cues of fewer than four letters, and those without spaces, by two letters.
        within: (cue, kind) that names what a line was, wherever in it the cue stands.
        caption_phrases: the phrases of `within` that name pictures.
        head_table: True at the keys of the heads in `by_head`.
        short_table: the same for `by_short_head`, and at the keys of its cues of three letters.
        prefix_table: at the keys (`prefix_keys`) of cues of four letters or more, the longer ones cut: the longest line that may
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
        ends = zip(lines.start[some].tolist(), lines.end[some].tolist(), strict=True)
        bits[some] = self.match_starts([text[a:b] for a, b in ends])
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
        if not line[:1].isalpha():
            line = line.lstrip(LEADERS)
        written = line[:_HEAD_OF_LINE]
        line = written.replace("İ", "i").lower()  # Turkish
        bits = 0
        entry = self.by_head.find(line[:HEAD])
        if entry is not None and line.startswith(entry[0]):
            bits = _match(line, entry[1])
        if len(line) < _SHORT or line[:1] > "\u2e80" or not line[:3].isalpha():
            entry = self.by_short_head.find(line[:2])
            if entry is not None and line.startswith(entry[0]):
                bits |= _match(line, entry[1], written)
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
        return entry is not None and bool(_match(line, entry[1]) & BYLINE_BIT)

    def speaks_of_site(self, line: str) -> bool:
        """True for a line with a word in which sites speak of themselves."""
        words = {word for word in _WORD.findall(line.lower()) if len(word) >= HEAD - 1}
        return bool(words) and bool(self.site_table[site_keys(frozenset(words))].any())

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


def asks_for_consent(line: str, cues: Cues) -> bool:
    """True for a banner on cookies with its buttons behind it on the same line: "We use cookies. Accept | Reject"."""
    if not any(mark in line for mark in _BUTTONS_BEHIND):
        return False
    lowered = line.lower()
    return any(kind == "consent" and phrase in lowered for phrase, kind in cues.within)


def names_picture(line: str, cues: Cues) -> bool:
    """True when a phrase of picture credits stands in the line; all of them hold one of a few marks, most lines none."""
    if CREDIT_MARKS.isdisjoint(line):
        return False
    lowered = line.lower()
    return any(phrase in lowered for phrase in cues.caption_phrases)


def _match(line: str, found: tuple[tuple[str, int, int], ...], written: str = "") -> int:
    """The bits of the cues that begin a line in lower case; `written` is the line as it stands, where words such as by are asked for."""
    bits, length = 0, len(line)
    for cue, bit, longest in found:
        size = len(cue)
        if length <= longest and line.startswith(cue):
            if length > size and line[size].isalpha() and cue[-1].isalpha() and not is_cjk(cue[-1]):
                continue  # the line goes on with the same word
            if bit == BYLINE_BIT and size < HEAD and written[size + 1 : size + 2].islower():
                continue  # by whom is a name: "Von Anna Muster", not "Von wegen", "De ce contează"
            bits |= bit
    return bits


def is_cjk(character: str) -> bool:
    """Whether a character is of a script without spaces between words."""
    return "\u2e80" <= character <= "\u9fff"


@lru_cache(maxsize=4)
def load_cues(config: Path | None = None) -> Cues:
    """The cues of all languages and the settings of the cleaner, from the configuration folder or as they were kept.

    Raises:
        ConfigError: a key or a shape that is not allowed.
    """
    from helpers.clean.furniture_kept import keep_made, read_numbers, read_sparse

    config = config or find_paths().config
    files = [config / "cleaning.yml", *(config / "lexicon" / code / "furniture.yml" for code in LANGUAGES)]
    here = Path(__file__)
    modules = [here.with_name(f"furniture_{name}.py") for name in _MADE_BY]

    def make() -> Mapping[str, bytes]:
        from helpers.clean.furniture_cue_files import pack_cues

        return pack_cues(config)

    made = keep_made("cues", config, [*files, *modules], make)
    told = json.loads(bytes(made["told"]))
    return Cues(
        by_head=Heads(json.loads(bytes(made["heads"]))),
        by_short_head=Heads(json.loads(bytes(made["short_heads"]))),
        within=tuple((phrase, kind) for phrase, kind in told["within"]),
        caption_phrases=tuple(told["caption_phrases"]),
        head_table=read_sparse(made, "head_table", HEAD_KEYS, np.bool_),
        short_table=read_sparse(made, "short_table", HEAD_KEYS, np.bool_),
        prefix_table=read_sparse(made, "prefix_table", HEAD_KEYS, np.int64),
        mark_table=mark_table(told["marks"]),
        byline_table=read_sparse(made, "byline_table", HEAD_KEYS, np.bool_),
        site_table=mark_sites(read_numbers(made, "site_keys", np.int64)),
        glyphs=tuple(told["glyphs"]),
        keep_from=told["keep_from"],
        html_weights=told["html_weights"],
    )
