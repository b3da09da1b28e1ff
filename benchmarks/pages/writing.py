"""Which page stands where: every page follows from the seed and its number alone, so that any part can be written by itself."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from benchmarks.pages.dressing import Story, as_html, as_text, not_found, paragraphs_of
from benchmarks.pages.happenings import FIRST, LAST, Happening
from benchmarks.pages.words import SHARES, ordinary, ordinary_sentence, recall, tell

SUBJECT = 0.3  # share of pages about a planted happening
WIRE = 0.5  # of those, copies of an agency's text, lightly edited
RECALLING = 0.15  # of those, with a sentence about an earlier happening
WRONG = 0.01  # pages whose metadata are a year off
EMPTY = 0.01  # pages without an article
FEWEST = 4  # pages that tell of each happening at least
IN_FOLDER = 500
# where a page shows its day: weights
SHOWN = {"meta": 30, "label": 25, "crawler": 20, "dateline": 15, "banner": 5, "nowhere": 5}


@dataclass(frozen=True, slots=True)
class InventedPage:
    """One page: its path below the folder, its bytes, the happening it tells of (None for ordinary news)."""

    path: str
    data: bytes
    happening: Happening | None


def write_pages(pages: int, happenings: Sequence[Happening], seed: int) -> Iterator[InventedPage]:
    """Invent pages one by one, in no order of day or subject."""
    told = _plan(happenings, seed)
    subject = 0
    for i in range(pages):
        about = None
        if int((i + 1) * SUBJECT) > int(i * SUBJECT):
            about = told(subject)
            subject += 1
        yield _write(i, pages, about, happenings, seed)


def _plan(happenings: Sequence[Happening], seed: int):
    """Which happening the n-th page on the subject tells of: each a few times first, then some far more often than others."""
    rng = random.Random(f"order {seed}")
    order = list(happenings)
    rng.shuffle(order)
    weights = [1 / (rank + 5) for rank in range(len(order))]

    def told(n: int) -> Happening:
        if n < FEWEST * len(order):
            return order[n % len(order)]
        return random.Random(f"told {seed} {n}").choices(order, weights)[0]

    return told


def _write(
    i: int, pages: int, about: Happening | None, happenings: Sequence[Happening], seed: int
) -> InventedPage:
    rng = random.Random(f"page {seed} {i}")
    language = rng.choices(list(SHARES), list(SHARES.values()))[0]
    html = rng.random() < 0.5
    name = f"{rng.getrandbits(48):012x}{i:x}"
    path = f"{i % (1 + (pages - 1) // IN_FOLDER):04d}/{name}.{'html' if html else 'txt'}"
    if about is None and rng.random() < EMPTY:
        return InventedPage(
            path.removesuffix(".html") + ("" if not html else ".txt"), not_found(language, rng).encode(), None
        )
    if about is None:
        day = FIRST + dt.timedelta(days=rng.randrange((LAST - FIRST).days))
        title, sentences = ordinary(language, rng)
    else:
        day, title, sentences = _about(about, language, happenings, seed, rng)
    shown = rng.choices(list(SHOWN), list(SHOWN.values()))[0]
    if shown == "banner":
        day += dt.timedelta(days=rng.randrange(1, 60))
    elif shown == "meta" and rng.random() < WRONG:
        day = dt.date(day.year - 1, day.month, min(day.day, 28))
    city = about.place if about else "Minsk"
    story = Story(language, title, paragraphs_of(sentences, rng), day, shown, city)
    return InventedPage(path, (as_html if html else as_text)(story, rng).encode(), about)


def _about(
    about: Happening, language: str, happenings: Sequence[Happening], seed: int, rng: random.Random
) -> tuple[dt.date, str, list[str]]:
    """Day, headline and sentences of a page about a happening: an agency's text or the outlet's own."""
    delay = rng.choice((0, 0, 0, 1, 1, 2, 3))
    if rng.random() < WIRE:
        wire = random.Random(f"wire {seed} {about.id} {language} {rng.randrange(2)}")
        title, sentences = tell(about, language, wire.choice(("weekday", "day")), wire)
        edit = rng.randrange(4)
        if edit == 1:
            del sentences[-1]
        elif edit == 2:
            sentences[-1], sentences[-2] = sentences[-2], sentences[-1]
        elif edit == 3:
            sentences.append(ordinary_sentence(language, rng))
    else:
        how = rng.choice(("weekday", "weekday", "day", "day", "" if delay < 2 else "day"))
        title, sentences = tell(about, language, how, rng)
    if rng.random() < RECALLING:
        earlier = [h for h in happenings if h.day < about.day - dt.timedelta(days=60)]
        if earlier:
            sentences.append(recall(rng.choice(earlier), language, rng.choice(("day", "year"))))
    return about.day + dt.timedelta(days=delay), title, sentences
