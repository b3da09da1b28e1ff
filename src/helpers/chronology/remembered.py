"""The chronology of a folder: from the cache when no article that tells of something has changed, else built anew.

Most pages say nothing of the subject. One more of these leaves the chronology as it was, and its tables with it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING, Any

from helpers.chronology.grouped import Grouped
from helpers.chronology.reading import Block, ReadBefore
from helpers.chronology.resolved import Resolved
from helpers.chronology.stored import TIMEX_COLUMNS, dating_timexes
from helpers.coding.corpus import coding_fingerprint
from helpers.foundation.cache import Cache, hash_parts
from helpers.foundation.fingerprints import folder_fingerprint
from helpers.foundation.partitions import Partition
from helpers.foundation.schemas import TABLES
from helpers.foundation.settings import Profile, find_paths

if TYPE_CHECKING:
    from helpers.chronology.reference import ReferenceEntry
    from helpers.chronology.reviews import Decision
    from helpers.clean.cleaned import CleanedCorpus
    from helpers.coding.corpus import CodedCorpus

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Chronicle:
    """The tables of a chronology.

    Attributes:
        events, milestones, contradictions: rows of these tables.
        n_orphaned: decisions whose evidence is not here.
    """

    events: Sequence[Row]
    milestones: Sequence[Row]
    contradictions: Sequence[Row]
    n_orphaned: int


def chronicle_folder(
    cleaned: CleanedCorpus,
    coded: CodedCorpus,
    *,
    profile: Profile,
    decisions: Sequence[Decision],
    reference: Sequence[ReferenceEntry] | None,
    judging: str,
    cache: Cache,
) -> Chronicle:
    """The chronology of a cleaned and coded folder.

    Args:
        cleaned: the cleaned corpus, with the articles marked that could not be coded.
        coded: the coded corpus.
        profile: the subject.
        decisions: people's decisions.
        reference: entries of the reference layer, None to leave it out.
        judging: hash of everything but the pages that a chronology depends on.
        cache: where chronologies and what they resolved are kept.
    """
    import orjson

    from helpers.chronology.build import build_from_articles

    told = find_told(coded)
    key = hash_parts(judging, _hash_told(cleaned, coded, told))
    content = cache.get("chronology", key)
    if content is not None:
        return Chronicle(**orjson.loads(content))
    languages = sorted(cleaned.index.columns["language"].unique().to_pylist())
    lexicons = hash_parts(*map(coding_fingerprint, languages))
    resolved = Resolved(cache.get("resolved", lexicons))
    blocks = _blocks(cleaned, coded, told, judging)
    before, grouped = ReadBefore(cache, blocks), Grouped(cache, blocks)
    built = build_from_articles(
        (),
        (),
        profile=profile,
        decisions=decisions,
        reference=reference,
        resolved=resolved,
        before=before,
        grouped=grouped,
    )
    chronicle = Chronicle(built.events, built.milestones, built.contradictions, len(built.orphaned))
    same_config = folder_fingerprint.__wrapped__(find_paths().config) == folder_fingerprint(
        find_paths().config
    )
    if same_config and all(coding_fingerprint.__wrapped__(n) == coding_fingerprint(n) for n in languages):
        if resolved.is_new:
            cache.put("resolved", lexicons, resolved.content())
        tables = {name: getattr(chronicle, name) for name in Chronicle.__slots__}
        cache.put("chronology", key, orjson.dumps(tables))
    else:
        before.disown()
        grouped.disown()
    return chronicle


def find_told(coded: CodedCorpus) -> list[list[int]]:
    """Of each partition the articles that make claims, by their rows there, in order."""
    out = []
    for partition in coded.partitions:
        names = coded.store.read(partition).columns("claims", ["article_id"]).column("article_id").to_pylist()
        if names:
            ids = coded.ids(partition)
            rows = dict(zip(ids, range(len(ids)), strict=True))
            out.append([rows[name] for name, _ in groupby(names)])
        else:
            out.append([])
    return out


def _hash_told(cleaned: CleanedCorpus, coded: CodedCorpus, told: Sequence[Sequence[int]]) -> str:
    """Hash of the articles that make claims: of what their claims were made from, and of what other articles decide on them."""
    digest = hashlib.sha256()
    for partition, rows in zip(coded.partitions, told, strict=True):
        if rows:
            keys = partition.keys
            for row in rows:
                late = cleaned.late(partition.start + row)
                digest.update(repr((keys[row], *late)).encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def _blocks(
    cleaned: CleanedCorpus, coded: CodedCorpus, told: Sequence[Sequence[int]], judging: str
) -> list[Block]:
    """Partition by partition the articles that make claims, and the key of all that reading and grouping their claims depends on."""
    blocks = []
    for partition, rows in zip(coded.partitions, told, strict=True):
        if rows:
            keys, ids = partition.keys, coded.ids(partition)
            made_from = [repr((keys[row], *cleaned.late(partition.start + row))) for row in rows]
            key = hash_parts("accounts", judging, *made_from)
            load = partial(_load_block, cleaned, coded, partition, rows)
            blocks.append(Block(key, [ids[row] for row in rows], load))
    return blocks


def _load_block(
    cleaned: CleanedCorpus, coded: CodedCorpus, partition: Partition, rows: Sequence[int]
) -> tuple[Iterator[tuple[Row, Sequence[Row]]], Iterator[Row]]:
    return _pair(cleaned, coded, partition, rows), _few_timexes(coded, partition)


def _pair(
    cleaned: CleanedCorpus, coded: CodedCorpus, partition: Partition, rows: Sequence[int]
) -> Iterator[tuple[Row, Sequence[Row]]]:
    """Every article of a partition that makes claims, with them: both stages have the articles in the same order."""
    claims = coded.store.read(partition).columns("claims", TABLES["claims"].column_names).to_pylist()
    by_article = groupby(claims, key=lambda row: row["article_id"])
    articles = cleaned.slim_rows([partition.start + row for row in rows])
    for article, (_, own) in zip(articles, by_article, strict=True):
        yield article, list(own)


def _few_timexes(coded: CodedCorpus, partition: Partition) -> Iterator[Row]:
    """Of the expressions the chronology asks about those that date a claim."""
    entry = coded.store.read(partition)
    claims = entry.columns("claims", ["article_id", "date_span"])
    spans = zip(claims.column("article_id").to_pylist(), claims.column("date_span").to_pylist(), strict=True)
    dating = {(article_id, *span) for article_id, span in spans if span}
    if dating:
        rows = dating_timexes(entry.columns("timexes", TIMEX_COLUMNS)).to_pylist()
        yield from (r for r in rows if (r["article_id"], r["start"], r["end"]) in dating)
