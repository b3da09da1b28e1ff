"""The chronology of tables on disk, read article by article: of the articles no text, of the claims what is asked of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

from helpers.chronology.build import Chronology, build_from_articles
from helpers.clean.cleaned import SLIM
from helpers.foundation.errors import SchemaError
from helpers.foundation.schemas import ARTICLES, CLAIMS, TIMEXES
from helpers.foundation.settings import Profile
from helpers.foundation.stored import read_parts, read_some, stored_rows
from helpers.foundation.table_files import TableRows

if TYPE_CHECKING:
    import pyarrow as pa

    from helpers.chronology.reference import ReferenceEntry
    from helpers.chronology.reviews import Decision

Row = Mapping[str, Any]
# What notebooks and figures ask of articles beside what the chronology does.
ARTICLE_COLUMNS = (*SLIM, "title", "language", "source_path")
# Of the timexes.
TIMEX_COLUMNS = ("article_id", "start", "end", "surface", "value", "anchor", "rule")
# Rows that are decoded at once.
AT_ONCE = 4_096


def build_stored(
    folder: Path,
    *,
    profile: Profile,
    decisions: Sequence[Decision] = (),
    reference: Sequence[ReferenceEntry] | None = None,
    previous: Sequence[Row] = (),
) -> Chronology:
    """`build_chronology` for the tables articles, timexes and claims in a folder, whose rows stay there.

    Args:
        folder: where the tables are.
        profile: the subject.
        decisions: people's decisions.
        reference: entries of the reference layer, None to leave it out.
        previous: milestones of the run before, for names that survive.

    Raises:
        InputError, DossierError: a table is missing or damaged.
        SchemaError: a claim without its article.
        ConfigError: the codebook or the profile says something it may not say.
    """
    return build_from_articles(
        _pair_stored(folder),
        _dating_timexes(folder),
        profile=profile,
        decisions=decisions,
        reference=reference,
        previous=previous,
    )


def stored_articles(folder: Path) -> TableRows:
    """The articles with what notebooks and figures ask of them, without their texts."""
    return stored_rows(ARTICLES, folder, ARTICLE_COLUMNS)


def read_charted(
    folder: Path, milestones: Sequence[Row], contradictions: Sequence[Row]
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The claims that milestones and contradictions rest on, and the articles these stand in."""
    ids = {claim_id for row in (*milestones, *contradictions) for claim_id in row["claim_ids"]}
    claims = read_some(CLAIMS, folder, CLAIMS.column_names, where="claim_id", among=ids)
    told = {claim["article_id"] for claim in claims}
    return claims, read_some(ARTICLES, folder, ARTICLE_COLUMNS, where="article_id", among=told)


def _pair_stored(folder: Path) -> Iterator[tuple[Row, Sequence[Row]]]:
    """Every article with its claims; claims are sorted by article while they are columns, which takes little room."""
    import pyarrow as pa

    parts = [*read_parts(CLAIMS, folder)]
    claims = pa.concat_tables(parts).sort_by("article_id") if parts else CLAIMS.arrow_schema().empty_table()
    parts.clear()
    pairs = groupby(_decoded(claims), key=lambda row: str(row["article_id"]))
    article_id, own = next(pairs, ("", iter(())))
    for article in stored_rows(ARTICLES, folder, SLIM):
        if article["article_id"] == article_id:
            yield article, list(own)
            article_id, own = next(pairs, ("", iter(())))
        else:
            yield article, ()
    for claim in own:
        raise SchemaError(
            f"claim {claim['claim_id']!r} stands in article {article_id!r}, which is not in the articles table"
        )


def _decoded(table: pa.Table) -> Iterator[dict[str, Any]]:
    for batch in table.to_batches(max_chunksize=AT_ONCE):
        yield from batch.to_pylist()


def _dating_timexes(folder: Path) -> Iterator[Row]:
    for part in read_parts(TIMEXES, folder, TIMEX_COLUMNS):
        yield from dating_timexes(part).to_pylist()


def dating_timexes(timexes: pa.Table) -> pa.Table:
    """The expressions the chronology asks about: open months, spans, and those against the publication date."""
    import pyarrow.compute as pc

    value = timexes.column("value")
    asked = pc.or_kleene(pc.starts_with(value, "XXXX-"), pc.match_substring(value, "/"))
    return timexes.filter(pc.or_kleene(asked, pc.equal(timexes.column("anchor"), "dct")))
