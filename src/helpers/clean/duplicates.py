"""Stories: articles of one language that copy one text, whole, lightly edited or cut, and who that text goes back to."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from helpers.clean.copies import PairMemory, Shingles, find_likely, is_copy, print_body
from helpers.clean.outlets import Registry, load_outlets, outlet_of_name
from helpers.foundation.provenance import short_id
from helpers.foundation.records import Article

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    U32 = npt.NDArray[np.uint32]


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


# Gives the shingles of some articles by their places in the list of prints.
LoadShingles = Callable[[Sequence[int]], Sequence["U32"]]
# Pairs whose texts are loaded at once.
PAIRS_AT_ONCE = 50_000


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
    return group_prints(prints, lambda places: [shingles[i] for i in places], registry=registry)


def group_prints(
    articles: Sequence[StoryPrint],
    load_shingles: LoadShingles,
    *,
    registry: Registry | None = None,
    memory: PairMemory | None = None,
) -> dict[str, Story]:
    """`group_stories` for texts that are elsewhere: only those of likely copies are asked for.

    Args:
        articles: every article_id once, in any order.
        load_shingles: gives the shingles of likely copies by place in `articles`, in the order asked for.
        registry: known outlets; the project's by default.
        memory: pairs that were compared before.

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
    for a, b in _find_copies(
        texts, by_language, lambda places: load_shingles([order[i] for i in places]), memory
    ):
        joined.join(a, b)
    out: dict[str, Story] = {}
    for group in joined.groups():
        out |= _tell_story([texts[i] for i in group], known)
    return out


def _find_copies(
    texts: Sequence[StoryPrint],
    by_language: Mapping[str, Sequence[int]],
    load_shingles: Callable[[Sequence[int]], Sequence[U32]],
    memory: PairMemory | None,
) -> Iterator[tuple[int, int]]:
    """Pairs of texts that are copies, by their places."""
    import numpy as np

    firsts, seconds = [np.empty(0, np.int64)], [np.empty(0, np.int64)]
    for _, listed in sorted(by_language.items()):
        members = np.asarray(listed, np.int64)
        a, b = find_likely([texts[i].prints for i in listed])
        firsts.append(members[a])
        seconds.append(members[b])
    first, second = np.concatenate(firsts), np.concatenate(seconds)
    hashes = np.fromiter((int(t.words.rpartition(":")[2][:16], 16) for t in texts), np.uint64, len(texts))

    def compare(pairs: npt.NDArray[np.int64]) -> npt.NDArray[np.bool_]:
        out = np.zeros(len(pairs), np.bool_)
        for start in range(0, len(pairs), PAIRS_AT_ONCE):
            some = pairs[start : start + PAIRS_AT_ONCE]
            wanted = np.unique(np.concatenate([first[some], second[some]])).tolist()
            loaded = dict(zip(wanted, map(Shingles, load_shingles(wanted)), strict=True))
            for k, (a, b) in enumerate(zip(first[some].tolist(), second[some].tolist(), strict=True), start):
                out[k] = is_copy(loaded[a], loaded[b])
        return out

    copies = (memory or PairMemory()).judge(hashes[first], hashes[second], compare)
    yield from zip(first[copies].tolist(), second[copies].tolist(), strict=True)


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
