"""Tables for reading the coded corpus in a notebook: counts and lists, never anything the method decides on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from heapq import nsmallest
from typing import TYPE_CHECKING, Any

from helpers.foundation.schemas import RESOLUTIONS, STATUSES

if TYPE_CHECKING:
    import pandas as pd

Row = Mapping[str, Any]


def count_coded(
    articles: Sequence[Row], timexes: Sequence[Row], claims: Sequence[Row], *, failed: Mapping[str, str]
) -> pd.DataFrame:
    """One row a step with the number that is left: articles, articles with a claim, claims, temporal expressions, failed."""
    import pandas as pd

    steps = [
        ("articles read", len(articles)),
        ("articles coded", sum(a["status"] == "ok" for a in articles) - len(failed)),
        ("articles that failed", len(failed)),
        ("temporal expressions", len(timexes)),
        ("claims", len(claims)),
        ("articles with a claim", len({c["article_id"] for c in claims})),
    ]
    return pd.DataFrame(steps, columns=["step", "n"]).set_index("step")


def count_statuses(claims: Sequence[Row]) -> pd.DataFrame:
    """Claims by kind (rows) and status (columns, in the order of the ladder)."""
    import pandas as pd

    counts = Counter((c["kind"], c["status"]) for c in claims)
    kinds = sorted({k for k, _ in counts})
    return pd.DataFrame(
        [[counts[k, s] for s in STATUSES] for k in kinds],
        index=pd.Index(kinds, name="kind"),
        columns=list(STATUSES),
    )


def list_claims(
    articles: Sequence[Row], claims: Sequence[Row], *, parties: Sequence[str], most: int = 40
) -> pd.DataFrame:
    """Claims about the parties with their quotes, first by date; at most `most` rows, and the caption says so.

    One row a claim: date, status, polarity, kind, place, quote, language, source.
    """
    import pandas as pd

    n_wanted = 0

    def about_them() -> Iterator[Row]:
        nonlocal n_wanted
        for claim in claims:
            if set(parties) <= set(claim["parties"]):
                n_wanted += 1
                yield claim

    shown = nsmallest(most, about_them(), key=lambda c: (c["latest"] or "9999", c["claim_id"]))
    told = {c["article_id"] for c in shown}
    source = {a["article_id"]: a["outlet"] or a["source_path"] for a in articles if a["article_id"] in told}
    frame = pd.DataFrame(
        [
            (
                c["date_edtf"] or "unknown",
                c["status"],
                c["polarity"],
                c["kind"],
                c["place"],
                c["quote"],
                c["language"],
                source[c["article_id"]],
            )
            for c in shown
        ],
        columns=["date", "status", "polarity", "kind", "place", "quote", "language", "source"],
    )
    frame.attrs["caption"] = f"{len(frame)} of {n_wanted} claims about {' and '.join(parties)}"
    return frame


def count_resolutions(timexes: Sequence[Row]) -> pd.DataFrame:
    """Temporal expressions by type (rows) and how they were resolved (columns)."""
    import pandas as pd

    counts = Counter((t["type"], t["resolution"]) for t in timexes)
    types = sorted({k for k, _ in counts})
    return pd.DataFrame(
        [[counts[k, r] for r in RESOLUTIONS] for k in types],
        index=pd.Index(types, name="type"),
        columns=list(RESOLUTIONS),
    )


def list_third_parties(claims: Sequence[Row], *, parties: Sequence[str]) -> pd.DataFrame:
    """Claims by parties other than those of the subject, one row a group of parties, the most frequent first."""
    import pandas as pd

    counts: Counter[str] = Counter(
        " ".join(c["parties"]) or "nobody named" for c in claims if not set(parties) <= set(c["parties"])
    )
    names = sorted(counts, key=lambda name: (-counts[name], name))
    return pd.DataFrame([(name, counts[name]) for name in names], columns=["parties", "claims"]).set_index(
        "parties"
    )
