"""Stories: articles of one language that copy one text, whole, lightly edited or cut, and who that text goes back to."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Any
from zlib import crc32

from helpers.clean.outlets import Registry, load_outlets, outlet_of_name
from helpers.clean.publication_dates import fold_text
from helpers.foundation.provenance import sha256_hex, short_id
from helpers.foundation.records import Article

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    U32 = npt.NDArray[np.uint32]

# Fingerprints by winnowing (Schleimer, Wilkerson, Aiken: Winnowing, SIGMOD 2003): shingles of SHINGLE words, the smallest hash of
# every WINDOW of them. Any run of SHINGLE + WINDOW - 1 words that two texts share gives them a fingerprint in common, however
# much longer one of them is; MinHash, which estimates the likeness of whole texts, loses the copy that was cut.
SHINGLE, WINDOW = 4, 6
# In shorter bodies every shingle is a fingerprint; shorter than one shingle is only compared as a whole.
# A fingerprint in more texts than this (a standing formula) pairs each of them with its next ones only.
NEIGHBOURS = 16
# Pairs that are compared share so many fingerprints, and this share of those in no more texts than NEIGHBOURS: of two copies at
# least half of the shingles are equal, and then rarely under a third of the fingerprints.
FEWEST_PRINTS, SHARED_PRINTS = 3, 0.12
# Two texts are copies when this share of the shorter one's shingles stands in the longer one ...
CONTAINED = 0.5
# ... or, when one is this many times as long as the other, only if the lead is shared: agencies are cut from the end, while a
# round-up holds one story in its middle.
MUCH_LONGER, LEAD_WORDS, LEAD_SHARED = 3.0, 40, 0.4
# Fewer shared shingles than this are a common phrase or quotation.
FEWEST_SHARED = 12

# Pairs whose texts are loaded at once.
PAIRS_AT_ONCE = 50_000
# So many fingerprints are compared at once; more are taken in shares.
SHARE_ABOVE, SHARES = 4_000_000, 8

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Story:
    """What is known of an article's text beyond the article itself.

    Attributes:
        story_id: shared by all articles with the same text.
        origin: agency or outlet the text goes back to; None when unknown.
        origin_reason: why, in words.
        duplicate_of: article_id of the copy's original, None for an original.
    """

    story_id: str
    origin: str | None
    origin_reason: str
    duplicate_of: str | None


@dataclass(frozen=True, slots=True)
class StoryText:
    """What grouping needs of an article; small, so that a large corpus fits into memory.

    Attributes:
        article_id: key.
        language: ISO 639-1; only articles of one language are compared.
        body: lead, subheadings and body.
        outlet: publisher, or None.
        cites: agencies cited, origin first.
        day: day of publication as ISO string, when it is known to the day, else None.
    """

    article_id: str
    language: str
    body: str
    outlet: str | None
    cites: tuple[str, ...]
    day: str | None


def story_text(article: Article) -> StoryText:
    """The part of an article that grouping looks at."""
    interval = article.published.interval
    day = interval.earliest.isoformat() if interval.is_day and interval.earliest else None
    return StoryText(article.article_id, article.language, article.body, article.outlet, article.cites, day)


@dataclass(frozen=True, slots=True, eq=False)
class StoryPrint:
    """What grouping needs of an article when its text is elsewhere: about as many bytes as the text has characters / 8.

    Attributes:
        article_id, language, outlet, cites, day: as in `StoryText`.
        n_words: words of the body.
        words: hash of the words, equal for exact copies.
        prints: the fingerprints chosen by winnowing, sorted, as 32-bit numbers.
    """

    article_id: str
    language: str
    outlet: str | None
    cites: tuple[str, ...]
    day: str | None
    n_words: int
    words: str
    prints: U32


@dataclass(slots=True, eq=False)
class Shingles:
    """The shingles of one text in order, and each once, sorted."""

    ordered: U32
    unique: U32 = field(init=False)

    def __post_init__(self) -> None:
        import numpy as np

        self.unique = np.unique(self.ordered)


# Gives the shingles of some articles by their places in the list of prints.
LoadShingles = Callable[[Sequence[int]], Mapping[int, "U32"]]


def print_body(body: str) -> tuple[int, str, U32, U32]:
    """The number of words of a body, their hash, its shingles in order and the fingerprints among them."""
    words = _WORD.findall(fold_text(body))
    shingles = shingle_words(words)
    return len(words), sha256_hex(" ".join(words)), shingles, _winnow(shingles)


def group_stories(
    articles: Iterable[Article | StoryText], *, registry: Registry | None = None
) -> dict[str, Story]:
    """Group articles that copy one text and say where the text comes from.

    Exact copies (equal words), near copies and cut copies of one language share a story. The result does not depend on
    the order of the articles. Time grows linearly with the corpus (fingerprints, one sort, a bounded number of pairs).

    Args:
        articles: articles, or what `story_text` keeps of them; every article_id once.
        registry: known outlets; the project's by default.

    Returns:
        A story for every article_id.

    Raises:
        ValueError: an article_id stands twice.
    """
    prints: list[StoryPrint] = []
    shingles: list[U32] = []
    for article in articles:
        t = story_text(article) if isinstance(article, Article) else article
        n_words, words, own, chosen = print_body(t.body)
        prints.append(StoryPrint(t.article_id, t.language, t.outlet, t.cites, t.day, n_words, words, chosen))
        shingles.append(own)
    return group_prints(prints, lambda places: {i: shingles[i] for i in places}, registry=registry)


def group_prints(
    articles: Sequence[StoryPrint], load_shingles: LoadShingles, *, registry: Registry | None = None
) -> dict[str, Story]:
    """`group_stories` for texts that are elsewhere: only those of likely copies are asked for.

    Args:
        articles: every article_id once, in any order.
        load_shingles: gives the shingles of likely copies, by place in `articles`; asked for at most `PAIRS_AT_ONCE` pairs.
        registry: known outlets; the project's by default.

    Raises:
        ValueError: an article_id stands twice.
    """
    known = registry or load_outlets()
    order = sorted(range(len(articles)), key=lambda i: articles[i].article_id)
    texts = [articles[i] for i in order]
    for one, other in pairwise(texts):
        if one.article_id == other.article_id:
            raise ValueError(f"article_id {one.article_id!r} stands twice")
    joined = _Groups(len(texts))
    exact: dict[tuple[str, str], int] = {}
    by_language: dict[str, list[int]] = defaultdict(list)
    for i, t in enumerate(texts):
        first = exact.setdefault((t.language, t.words), i)
        if first == i:
            by_language[t.language].append(i)
        else:
            joined.join(first, i)
    likely = [
        (members[a], members[b])
        for _, members in sorted(by_language.items())
        for a, b in find_likely([texts[i].prints for i in members])
    ]
    for start in range(0, len(likely), PAIRS_AT_ONCE):
        pairs = likely[start : start + PAIRS_AT_ONCE]
        loaded = load_shingles(sorted({order[i] for pair in pairs for i in pair}))
        texts_of = {place: Shingles(ordered) for place, ordered in loaded.items()}
        for a, b in pairs:
            if joined.find(a) != joined.find(b) and _is_copy(texts_of[order[a]], texts_of[order[b]]):
                joined.join(a, b)
    out: dict[str, Story] = {}
    for group in joined.groups():
        out |= _tell_story([texts[i] for i in group], known)
    return out


class _Groups:
    """Union-find; the smallest member stands for its group."""

    def __init__(self, size: int):
        self.parent = list(range(size))

    def find(self, i: int) -> int:
        while self.parent[i] != i:
            self.parent[i] = self.parent[self.parent[i]]
            i = self.parent[i]
        return i

    def join(self, a: int, b: int) -> None:
        a, b = self.find(a), self.find(b)
        self.parent[max(a, b)] = min(a, b)

    def groups(self) -> list[list[int]]:
        members: dict[int, list[int]] = defaultdict(list)
        for i in range(len(self.parent)):
            members[self.find(i)].append(i)
        return [members[k] for k in sorted(members)]


def find_likely(prints: Sequence[U32]) -> list[tuple[int, int]]:
    """Pairs of texts, given by their fingerprints, that share enough of them to be compared; (smaller, larger) index.

    A pair shares at least `FEWEST_PRINTS` fingerprints, and `SHARED_PRINTS` either of all or of those that tell texts apart,
    being in few texts: a text that is made of standing sentences has something in common with every other such text.
    Fingerprints are taken in shares of their range, so that memory is bounded by the largest share.
    """
    import numpy as np

    n = max(len(prints), 1)
    sizes = np.fromiter((len(p) for p in prints), np.int64, len(prints))
    values = np.concatenate(prints) if prints else np.empty(0, np.uint32)
    owners = np.repeat(np.arange(len(prints), dtype=np.uint32), sizes)
    telling = np.zeros(len(prints), np.int64)
    pairs, shared, shared_telling = (np.empty(0, np.int64) for _ in range(3))
    shares = 1 if len(values) < SHARE_ABOVE else SHARES
    for share in range(shares):
        inside = slice(None) if shares == 1 else values % np.uint32(shares) == share
        own, by = values[inside], owners[inside]
        order = np.argsort(own, kind="stable")  # owners stay in order among equal values
        own, by = own[order], by[order].astype(np.int64)
        _, which, holders = np.unique(own, return_inverse=True, return_counts=True)
        tells = holders[which] <= NEIGHBOURS + 1
        telling += np.bincount(by[tells], minlength=len(prints))
        keys, weights = [pairs], [shared_telling]
        for step in range(1, NEIGHBOURS + 1):
            same = own[:-step] == own[step:]
            keys.append(by[:-step][same] * n + by[step:][same])
            weights.append(tells[:-step][same])
        before = len(pairs)
        pairs, where = np.unique(np.concatenate(keys), return_inverse=True)
        counts = np.bincount(where[before:], minlength=len(pairs))
        shared = counts + np.bincount(where[:before], weights=shared, minlength=len(pairs)).astype(np.int64)
        shared_telling = np.bincount(where, weights=np.concatenate(weights), minlength=len(pairs)).astype(
            np.int64
        )
    if not len(pairs):
        return []
    first, second = pairs // n, pairs % n
    size, told = np.minimum(sizes[first], sizes[second]), np.minimum(telling[first], telling[second])
    fewest = np.minimum(FEWEST_PRINTS, size)
    of_telling = (shared_telling >= fewest) & (shared_telling >= SHARED_PRINTS * told)
    likely = (first != second) & (shared >= fewest) & (of_telling | (shared >= SHARED_PRINTS * size))
    return list(zip(first[likely].tolist(), second[likely].tolist(), strict=True))


def shingle_words(words: Sequence[str]) -> U32:
    """Hashes of all runs of SHINGLE words, in order."""
    import numpy as np

    hashed = np.fromiter((crc32(w.encode("utf-8", "surrogatepass")) for w in words), np.uint64, len(words))
    count = len(hashed) - SHINGLE + 1
    if count <= 0:
        return np.empty(0, np.uint32)
    total = np.zeros(count, np.uint64)
    for j in range(SHINGLE):
        total = total * np.uint64(0x9E3779B97F4A7C15) + hashed[j : j + count]
    total ^= total >> np.uint64(29)
    total *= np.uint64(0xBF58476D1CE4E5B9)
    mixed: U32 = (total >> np.uint64(32)).astype(np.uint32)
    return mixed


def _winnow(shingles: U32) -> U32:
    import numpy as np

    if len(shingles) <= WINDOW:
        return np.unique(shingles)
    return np.unique(np.lib.stride_tricks.sliding_window_view(shingles, WINDOW).min(axis=1))


def _is_copy(a: Shingles, b: Shingles) -> bool:
    short, long = sorted((a, b), key=lambda text: len(text.ordered))
    shared = int(_holds(long.unique, short.unique).sum())
    if shared < min(FEWEST_SHARED, len(short.unique)) or shared < CONTAINED * len(short.unique):
        return False
    if len(long.ordered) > MUCH_LONGER * len(short.ordered):
        return bool(_holds(short.unique, long.ordered[:LEAD_WORDS]).mean() >= LEAD_SHARED)
    return True


def _holds(held: U32, asked: U32) -> npt.NDArray[np.bool_]:
    """Which of the numbers asked about stand among those held, which are sorted."""
    if not len(held):
        return asked != asked
    found: npt.NDArray[np.bool_] = held[held.searchsorted(asked).clip(max=len(held) - 1)] == asked
    return found


def _tell_story(group: list[StoryPrint], known: Registry) -> dict[str, Story]:
    origin, reason, source = _find_origin(group, known)

    def rank(t: StoryPrint) -> tuple[Any, ...]:
        own = origin is not None and t.outlet == origin
        return (not own, t.day or "9999", -t.n_words, t.article_id)

    original = source or min(group, key=rank)
    if len(group) > 1 and origin is None:
        origin = original.outlet
        which = "earliest" if original.day else "most complete"
        reason = f"the {which} of {len(group)} copies; none names an agency"
        if origin is None:
            reason += ", and its publisher is unknown"
    story_id = short_id("sty", original.article_id)
    return {
        t.article_id: Story(story_id, origin, reason, None if t is original else original.article_id)
        for t in group
    }


def _find_origin(group: Sequence[StoryPrint], known: Registry) -> tuple[str | None, str, StoryPrint | None]:
    """Origin by credit: the agency that publishes one of the copies, else the agency that most copies credit first."""
    size = f" of {len(group)} copies" if len(group) > 1 else ""
    credits = Counter(t.cites[0] for t in group if t.cites)
    own = [
        t for t in group
        if t.outlet and not t.cites and (o := outlet_of_name(t.outlet, registry=known)) and o.kind == "agency"
    ]  # fmt: skip
    if credits:
        best = min(credits, key=lambda name: (-credits[name], name))
        chains = Counter(t.cites for t in group if t.cites and t.cites[0] == best)
        chain = min(chains, key=lambda c: (-len(c), c))
        how = f"credited by {credits[best]}{size}" if size else "credited in the text"
        if len(chain) > 1:
            how += f": {' → '.join(chain)}"
        others = sorted(set(credits) - {best})
        if others:
            how += f"; others credit {', '.join(others)}"
        source = min(
            (t for t in own if t.outlet == best), key=lambda t: (t.day or "9999", t.article_id), default=None
        )
        return best, how, source
    if own:
        first = min(own, key=lambda t: (t.day or "9999", t.article_id))
        return first.outlet, "published by the agency itself" + (f", one{size}" if size else ""), first
    return None, "the text names no source", None


def count_copies(stories: Mapping[str, Story]) -> Mapping[str, int]:
    """Number of articles of each story_id."""
    return Counter(s.story_id for s in stories.values())
