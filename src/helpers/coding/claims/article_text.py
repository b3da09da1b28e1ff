"""An article made ready for coding: its sentences with what stands in them, its lead, and the two countries it is about."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

from helpers.coding.claims.answers import mark_answers
from helpers.coding.claims.chronicle import date_entries
from helpers.coding.claims.dateline import dateline_end
from helpers.coding.claims.lexicon import Lexicon
from helpers.coding.claims.live_page import mark_live_entries
from helpers.coding.claims.parties import find_pair
from helpers.coding.claims.prelude import prelude_end
from helpers.coding.claims.sentences import Sentence, read_sentence
from helpers.coding.claims.tokens import COMMAS, split_sentences
from helpers.foundation.dates import DateInterval
from helpers.foundation.records import Mention, PassageRole, Timex

_SHORTEST_LEAD = 40  # characters
_MADE = ("sign", "agree", "ratify", "enter_force")
_RECENT = 14  # days; what happened in them is news


def read_article(
    text: str,
    passages: Sequence[tuple[PassageRole, int, int]],
    *,
    mentions: Sequence[Mention],
    timexes: Sequence[Timex],
    published: DateInterval,
    lexicon: Lexicon,
) -> list[Sentence]:
    """The sentences of an article in the order of its text, with what stands in them.

    Args:
        text: title, lead and body, joined by line breaks.
        passages: role, first and one past the last character of each.
        mentions: of people and places in the text.
        timexes: of the text.
        published: publication date.
        lexicon: of its language.
    """
    out = []
    mentions_left, timexes_left = _Ordered(mentions), _Ordered(timexes)
    for number, (role, start, end) in enumerate(passages):
        dateline = start
        if role != "title":
            dateline = dateline_end(
                text[start:end], start, mentions=mentions, timexes=timexes, published=published
            )
        for a, b in split_sentences(text[start:end]):
            sentence = read_sentence(text, start + a, start + b, role=role, passage=number, lexicon=lexicon)
            sentence.mentions = [
                m for m in mentions_left.within(sentence.start, sentence.end) if m.start >= dateline
            ]
            sentence.timexes = timexes_left.within(sentence.start, sentence.end)
            _drop_dates_from_cues(sentence, published)
            _drop_made_plans_from_cues(sentence)
            sentence.timexes = [t for t in sentence.timexes if t.start >= dateline]
            sentence.prelude = prelude_end(sentence)
            out.append(sentence)
    date_entries(text, passages, out, published=published)
    mark_live_entries(text, passages, out, published=published)
    mark_answers(out)
    return out


def lead_of(sentences: Sequence[Sentence]) -> int:
    """The passage an article without a marked lead opens with: the first below its title that is more than a few words."""
    title = max((s.start for s in sentences if s.role == "title"), default=-1)
    told = [s for s in sentences if s.role in ("lead", "body")]
    below = [s.passage for s in told if s.start > title and s.end - s.start >= _SHORTEST_LEAD]
    return next(iter(below or [s.passage for s in told]), -1)


def article_pair(sentences: Sequence[Sentence], profile: tuple[str, ...]) -> tuple[str, ...]:
    """The two countries an article is about, by its title, its lead and the rest."""
    title = [m for s in sentences if s.role == "title" for m in s.mentions]
    first = next((s.passage for s in sentences if s.role != "title"), -1)
    lead = [m for s in sentences if s.role == "lead" or s.passage == first for m in s.mentions]
    rest = [
        m for s in sentences if s.role in ("body", "subheading") and s.passage != first for m in s.mentions
    ]
    return find_pair(title, lead, rest, profile)


def _drop_dates_from_cues(sentence: Sentence, published: DateInterval) -> None:
    """The month of May is no "may", and last week, on a page of known day, is no background."""
    cues = sentence.of("cue")
    dated: set[int] = set()
    recent: set[int] = set()
    for t in sentence.timexes:
        words = range(sentence.token_at(t.start), sentence.token_at(t.end - 1) + 1)
        dated.update(words)
        if (
            published.earliest
            and t.interval.earliest
            and (published.earliest - t.interval.earliest).days <= _RECENT
        ):
            recent.update(words)
    if dated and cues:
        sentence.hits["cue"] = [
            c for c in cues
            if not (c.entry.key == "hypothetical" and c.last - c.first == 1 and c.first in dated)
            and not (c.entry.key == "historical" and c.first in recent and c.last - 1 in recent)
        ]  # fmt: skip


def _drop_made_plans_from_cues(sentence: Sentence) -> None:
    """По плану, утвержденному в январе; zgodnie z planem zatwierdzonym: a plan that was approved makes nothing planned."""
    scheduled = [c for c in sentence.cues("scheduled") if c.last - c.first > 1]
    if not scheduled:
        return
    made = {t.first for t in sentence.of("trigger") if t.entry.form == "participle" and t.entry.key in _MADE}
    behind = {
        c: c.last + (sentence.tokens[c.last].norm in COMMAS)
        for c in scheduled
        if c.last < len(sentence.tokens)
    }
    dropped = {c for c, at in behind.items() if at in made}
    if dropped:
        sentence.hits["cue"] = [c for c in sentence.of("cue") if c not in dropped]


_T = TypeVar("_T", Mention, Timex)


class _Ordered(Generic[_T]):
    """Spans in order, handed out by range in one pass."""

    def __init__(self, items: Iterable[_T]):
        self._items: list[_T] = sorted(items, key=lambda m: (m.start, m.end))
        self._at = 0

    def within(self, start: int, end: int) -> list[_T]:
        """Those that begin and end in the range; ranges must come in order."""
        while self._at < len(self._items) and self._items[self._at].start < start:
            self._at += 1
        out: list[_T] = []
        while self._at < len(self._items) and self._items[self._at].start < end:
            if self._items[self._at].end <= end:
                out.append(self._items[self._at])
            self._at += 1
        return out
