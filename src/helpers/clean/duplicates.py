"""Stories: articles of one language that copy one text, whole, lightly edited or cut, and who that text goes back to."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Any

from helpers.clean.comparing import LoadShingles, find_copies, likely_pairs
from helpers.clean.copies import PairMemory, print_body
from helpers.clean.outlets import Registry, load_outlets, outlet_of_name
from helpers.foundation.provenance import short_id
from helpers.foundation.records import Article

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    import pyarrow as pa

    from helpers.clean.copies import U32, Numbers


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


class Stories:
    """The story of every article, by the article's place; some bytes for each.

    Args:
        ids: the articles' ids.
    """

    def __init__(self, ids: pa.Array):
        self._ids = ids
        self._original = array("q", bytes(8 * len(ids)))
        self._label = array("q", bytes(8 * len(ids)))
        self._labels: dict[tuple[str | None, str], int] = {}
        self._told: list[tuple[str | None, str]] = []

    def __len__(self) -> int:
        return len(self._original)

    def __getitem__(self, place: int) -> Story:
        original = self._original[place]
        name = self._ids[original].as_py()
        return Story(
            short_id("sty", name), *self._told[self._label[place]], None if original == place else name
        )

    def tell(self, places: Iterable[int], original: int, origin: str | None, reason: str) -> None:
        """Set the story of some articles."""
        label = self._labels.setdefault((origin, reason), len(self._told))
        if label == len(self._told):
            self._told.append((origin, reason))
        for place in places:
            self._original[place] = original
            self._label[place] = label


def print_schema() -> pa.Schema:
    """What grouping needs of an article when its text is elsewhere.

    n_words counts the words of the body, words is their hash, equal for exact copies, and prints are the fingerprints chosen by
    winnowing, sorted; the other columns are those of `StoryText`.
    """
    import pyarrow as pa

    return pa.schema(
        [
            pa.field("article_id", pa.string()), pa.field("language", pa.string()), pa.field("outlet", pa.string()),
            pa.field("cites", pa.list_(pa.string())), pa.field("day", pa.string()), pa.field("n_words", pa.int32()),
            pa.field("words", pa.string()), pa.field("prints", pa.list_(pa.uint32())),
        ]
    )  # fmt: skip


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
    import pyarrow as pa

    rows: list[dict[str, Any]] = []
    shingles: list[U32] = []
    for article in articles:
        t = story_text(article) if isinstance(article, Article) else article
        n_words, words, own, chosen = print_body(t.body)
        rows.append(
            {
                "article_id": t.article_id, "language": t.language, "outlet": t.outlet, "cites": t.cites, "day": t.day,
                "n_words": n_words, "words": words, "prints": chosen,
            }
        )  # fmt: skip
        shingles.append(own)
    table = pa.Table.from_pylist(rows, schema=print_schema())
    stories = group_prints(table, lambda places: (shingles[i] for i in places), registry=registry)
    return {row["article_id"]: stories[i] for i, row in enumerate(rows)}


def group_prints(
    articles: pa.Table,
    load_shingles: LoadShingles,
    *,
    registry: Registry | None = None,
    memory: PairMemory | None = None,
) -> Stories:
    """`group_stories` for texts that are elsewhere: only those of likely copies are asked for.

    Args:
        articles: a table of `print_schema`, every article_id once, in any order.
        load_shingles: gives the shingles of likely copies by place in `articles`.
        registry: known outlets; the project's by default.
        memory: pairs that were compared before.

    Raises:
        ValueError: an article_id stands twice.
    """
    import numpy as np
    import pyarrow as pa
    import pyarrow.compute as pc

    known = registry or load_outlets()
    columns = {name: _whole(articles.column(name)) for name in articles.column_names}
    del articles  # the parts it was made of
    ids = columns["article_id"]
    order = pc.array_sort_indices(ids).to_numpy()
    ordered = ids.take(pa.array(order))
    twice = pc.index(pc.equal(ordered.slice(1), ordered.slice(0, max(len(ids) - 1, 0))), True).as_py()
    if twice >= 0:
        raise ValueError(f"article_id {ordered[twice].as_py()!r} stands twice")
    hashes = _hash_words(columns["words"])[order]
    languages = columns["language"].dictionary_encode().indices.to_numpy()[order]
    # everything below is by the articles' places in the order of their ids
    joined = _Groups(len(order))
    alike = np.lexsort((hashes, languages))
    new = np.ones(len(alike), np.bool_)
    new[1:] = (languages[alike[1:]] != languages[alike[:-1]]) | (hashes[alike[1:]] != hashes[alike[:-1]])
    leaders = alike[np.flatnonzero(new)[np.cumsum(new) - 1]] if len(alike) else alike
    for first, other in zip(leaders[~new].tolist(), alike[~new].tolist(), strict=True):
        joined.join(first, other)
    texts = np.sort(alike[new])
    blocks = (
        likely_pairs(texts[languages[texts] == n], order, columns["prints"]) for n in np.unique(languages)
    )
    likely = chain.from_iterable(blocks)
    for one, other in find_copies(likely, order, hashes, load_shingles, memory or PairMemory()):
        joined.join(one, other)
    stories = Stories(ids)
    for group in joined.groups():
        members = order[group].tolist()
        told = [_Member.of(columns, i) for i in members]
        origin, reason, original = _tell_story(told, known)
        stories.tell(members, original.place, origin, reason)
    return stories


def _whole(column: pa.ChunkedArray) -> pa.Array:
    """A column as one array."""
    import pyarrow as pa

    return column.combine_chunks() if column.num_chunks else pa.array([], column.type)


def _hash_words(words: pa.Array) -> npt.NDArray[np.uint64]:
    """The first 64 bits of each hash."""
    import numpy as np

    return np.fromiter((int(w.as_py().rpartition(":")[2][:16], 16) for w in words), np.uint64, len(words))


class _Groups:
    """Union-find; the smallest member stands for its group."""

    def __init__(self, size: int):
        self.parent = array("q", range(size))

    def find(self, i: int) -> int:
        while self.parent[i] != i:
            self.parent[i] = self.parent[self.parent[i]]
            i = self.parent[i]
        return i

    def join(self, a: int, b: int) -> None:
        a, b = self.find(a), self.find(b)
        self.parent[max(a, b)] = min(a, b)

    def groups(self) -> Iterator[Numbers]:
        """The members of each group."""
        import numpy as np

        roots = np.fromiter(map(self.find, range(len(self.parent))), np.int64, len(self.parent))
        members = np.argsort(roots, kind="stable")
        begins = np.flatnonzero(np.diff(roots[members], prepend=-1))
        for start, n in zip(begins, np.diff(begins, append=len(members)), strict=True):
            yield members[start : start + n]


@dataclass(frozen=True, slots=True)
class _Member:
    """An article of a story; `place` is its place in the table."""

    place: int
    article_id: str
    outlet: str | None
    cites: tuple[str, ...]
    day: str | None
    n_words: int

    @classmethod
    def of(cls, columns: dict[str, pa.Array], place: int) -> _Member:
        names = ("article_id", "outlet", "cites", "day", "n_words")
        article_id, outlet, cites, day, n_words = (columns[name][place].as_py() for name in names)
        return cls(place, article_id, outlet, tuple(cites), day, n_words)


def _tell_story(group: Sequence[_Member], known: Registry) -> tuple[str | None, str, _Member]:
    """The origin of a story, why, and the article that the others copy."""
    origin, reason, source = _find_origin(group, known)

    def rank(t: _Member) -> tuple[Any, ...]:
        own = origin is not None and t.outlet == origin
        return (not own, t.day or "9999", -t.n_words, t.article_id)

    original = source or min(group, key=rank)
    if len(group) > 1 and origin is None:
        origin = original.outlet
        which = "earliest" if original.day else "most complete"
        reason = f"the {which} of {len(group)} copies; none names an agency"
        if origin is None:
            reason += ", and its publisher is unknown"
    return origin, reason, original


def _find_origin(group: Sequence[_Member], known: Registry) -> tuple[str | None, str, _Member | None]:
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
