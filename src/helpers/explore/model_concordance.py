"""Keyword in context over all articles and languages, found by wording and by what was coded."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from helpers.explore.corpus import Corpus
from helpers.figures.style import clean_text, is_rtl
from helpers.foundation.errors import InputError
from helpers.foundation.provenance import spans_from_lists
from helpers.report.content import source_of

Row = Mapping[str, Any]
CONTEXT = 60  # characters on each side
MOST_LINES = 400
# Letters that are one to a reader: Russian ё, Arabic forms of Persian letters, the joiner inside Persian words.
_SAME = {
    "ё": "е",
    "ي": "ی",
    "ى": "ی",
    "ك": "ک",
    "\u200c": " ",
    "\u00a0": " ",
    "\u00ad": "-",
    "’": "'",
    "ı": "i",
    "İ": "i",
}


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the concordance.

    Attributes:
        article_id, start, end: where, in characters of the page text.
        before, keyword, after: slices of the page, on one line.
        language: of the article; `rtl` says which way it runs.
        source: the outlet, or the file's name.
        published: publication date as EDTF, '' when not known.
        found_by: 'wording', or the coded field that holds the keyword.
    """

    article_id: str
    start: int
    end: int
    before: str
    keyword: str
    after: str
    language: str
    rtl: bool
    source: str
    published: str
    found_by: str


@dataclass(frozen=True, slots=True)
class Concordance:
    """Lines found; `total` counts those beyond the limit as well."""

    keyword: str
    lines: tuple[Line, ...]
    total: int


def fold(text: str) -> str:
    """Text for comparison: lower case, accents off, look-alike letters as one; as many characters as before."""
    return text.translate(_FOLDING)


class _Folding(dict[int, str]):
    """Characters folded one by one, each worked out once."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        low = _SAME.get(char) or _SAME.get(char.lower()) or char.lower()
        base = (
            unicodedata.normalize("NFD", low)[:1] if unicodedata.category(char) in ("Lu", "Ll", "Lt") else low
        )
        # й and ў are letters of their own, not и and у with a mark
        folded = low if "\u0400" <= char <= "\u04ff" else base
        self[code] = folded if len(folded) == 1 else char
        return self[code]


_FOLDING = _Folding()


class KeywordIndex:
    """The articles' texts, folded once, for any number of searches.

    Args:
        corpus: the tables.
    """

    def __init__(self, corpus: Corpus):
        self.corpus = corpus
        ok = [a for a in corpus.articles.values() if a["status"] == "ok"]
        ok.sort(key=lambda a: (a["language"], a["source_path"], a["source_part"], a["article_id"]))
        self._articles = ok
        self._starts: list[int] = []
        parts: list[str] = []
        at = 0
        for article in ok:
            text = fold(f"{article['title'] or ''}\n{article['body']}")
            self._starts.append(at)
            parts.append(text)
            at += len(text) + 1
        self._text = "\x00".join(parts)
        self._claims: dict[str, list[tuple[str, str]]] = {}
        for claim in corpus.claims.values():
            for field in ("instrument", "place", "kind", "status"):
                if claim[field]:
                    self._add(claim[field], field, claim)
            for field in ("actors", "areas"):
                for value in claim[field]:
                    self._add(value, field, claim)

    def _add(self, value: str, field: str, claim: Row) -> None:
        self._claims.setdefault(fold(value), []).append((field, claim["claim_id"]))

    def search(self, keyword: str, *, languages: tuple[str, ...] = (), most: int = MOST_LINES) -> Concordance:
        """Find a keyword in the wording of every article, and the claims coded with it in any language.

        Args:
            keyword: a word or its beginning; `|` between alternatives.
            languages: only these; empty for all.
            most: lines given back; the total counts all.

        Raises:
            InputError: an alternative is shorter than two characters.
        """
        wanted = [fold(w.strip()) for w in keyword.split("|") if w.strip()]
        if not wanted or any(len(w) < 2 for w in wanted):
            raise InputError(f"keyword={keyword!r}: give two characters or more, with | between alternatives")
        lines: list[Line] = []
        total = 0
        seen: dict[str, list[tuple[int, int]]] = {}
        for number, low, high in self._hits(wanted):
            article = self._articles[number]
            if languages and article["language"] not in languages:
                continue
            total += 1
            if len(lines) < most:
                line = self._line(article, low, high)
                seen.setdefault(line.article_id, []).append((line.start, line.end))
                lines.append(line)
        for word in wanted:
            coded = [
                entry
                for value, listed in self._claims.items()
                if f" {word}" in f" {value}"
                for entry in listed
            ]
            for field, claim_id in dict.fromkeys(coded):
                claim = self.corpus.claims[claim_id]
                if languages and claim["language"] not in languages:
                    continue
                spans = seen.get(claim["article_id"], ())
                if any(claim["start"] <= a and b <= claim["end"] for a, b in spans):
                    continue
                total += 1
                if len(lines) < most:
                    lines.append(self._coded_line(claim, field))
        lines.sort(key=lambda n: (n.language, fold(n.after)[:20], n.article_id, n.start))
        return Concordance(keyword, tuple(lines), total)

    def _hits(self, wanted: list[str]) -> Iterator[tuple[int, int, int]]:
        """Number of the article and characters in its title and body, for each hit at the start of a word."""
        text = self._text
        for word in wanted:
            at = text.find(word)
            while at >= 0:
                if at == 0 or not text[at - 1].isalnum():
                    number = bisect_right(self._starts, at) - 1
                    yield number, at - self._starts[number], at - self._starts[number] + len(word)
                at = text.find(word, at + 1)

    def _line(self, article: Row, low: int, high: int) -> Line:
        title = article["title"] or ""
        if low <= len(title):
            text, shift = title, (article["title_span"] or [0])[0]
        else:
            low, high, text = low - len(title) - 1, high - len(title) - 1, article["body"]
            shift = _page_shift(article, low)
        while high < len(text) and text[high].isalnum():
            high += 1
        return _make_line(article, text, low, high, low + shift, "wording")

    def _coded_line(self, claim: Row, field: str) -> Line:
        article = self.corpus.articles[claim["article_id"]]
        return _make_line(article, claim["quote"], 0, len(claim["quote"]), claim["start"], f"coded: {field}")


def _page_shift(article: Row, at: int) -> int:
    begun = 0
    for span in spans_from_lists(article["body_spans"]):
        if at <= begun + span.end - span.start:
            return span.start - begun
        begun += span.end - span.start + 1
    return 0


def _make_line(article: Row, text: str, low: int, high: int, start: int, found_by: str) -> Line:
    return Line(
        article_id=article["article_id"],
        start=start,
        end=start + high - low,
        before=_shown(text[max(0, low - CONTEXT) : low], cut=low > CONTEXT, front=True),
        keyword=clean_text(text[low:high]),
        after=_shown(text[high : high + CONTEXT], cut=high + CONTEXT < len(text), front=False),
        language=article["language"],
        rtl=is_rtl(text[low:high]),
        source=source_of(article),
        published=article["published_edtf"] or "",
        found_by=found_by,
    )


def _shown(text: str, *, cut: bool, front: bool) -> str:
    kept = clean_text(text)
    if not cut:
        return kept
    return "…" + kept if front else kept + "…"


def concordance_table(found: Concordance) -> pd.DataFrame:
    """The concordance as a plain table: one row a line."""
    columns = [
        "language",
        "published",
        "source",
        "before",
        "keyword",
        "after",
        "found by",
        "article",
        "start",
        "end",
    ]
    rows = [
        (
            n.language,
            n.published,
            n.source,
            n.before,
            n.keyword,
            n.after,
            n.found_by,
            n.article_id,
            n.start,
            n.end,
        )
        for n in found.lines
    ]
    return pd.DataFrame(rows, columns=columns)
