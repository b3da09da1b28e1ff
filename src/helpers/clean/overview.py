"""What cleaning did, for people: files reconciled, lines kept and cut with their reasons, coverage, one page before and after."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from helpers.foundation.errors import InputError, VerificationError
from helpers.foundation.provenance import sha256_hex
from helpers.foundation.records import Page

if TYPE_CHECKING:
    import pandas as pd

Row = Mapping[str, Any]
UNKNOWN = "not known"
# Lines shown of one page; the rest is counted.
MOST_LINES = 600
LONGEST_SHOWN = 600


def count_files(articles: Sequence[Row], quarantine: Sequence[Row], *, n_files: int) -> pd.DataFrame:
    """What became of the raw files: one row an outcome, with files and articles or parts; `all` must equal `n_files`.

    A file of which one part became an article and another went to quarantine counts as `some of each`.

    Raises:
        VerificationError: the files of the two tables are not as many as there are raw files.
    """
    import pandas as pd

    good = Counter(a["source_path"] for a in articles)
    bad = Counter(q["source_path"] for q in quarantine)
    both = good.keys() & bad.keys()
    rows = [
        ("articles", len(good.keys() - both), sum(n for p, n in good.items() if p not in both)),
        ("some of each", len(both), sum(good[p] + bad[p] for p in both)),
        ("quarantine", len(bad.keys() - both), sum(n for p, n in bad.items() if p not in both)),
    ]
    total = sum(files for _, files, _ in rows)
    if total != n_files:
        raise VerificationError(
            f"{n_files} raw files, but {total} in the tables articles and quarantine; the counts must reconcile"
        )
    rows.append(("all", total, sum(n for _, _, n in rows)))
    return pd.DataFrame(rows, columns=["outcome", "files", "articles or parts"]).set_index("outcome")


def count_by(rows: Sequence[Row], *columns: str) -> pd.DataFrame:
    """Number of rows for each combination of the columns, most frequent first; a missing value reads 'not known'."""
    import pandas as pd

    counted = Counter(tuple(UNKNOWN if r[c] is None else str(r[c]) for c in columns) for r in rows)
    listed = sorted(counted.items(), key=lambda item: (-item[1], item[0]))
    return pd.DataFrame([(*key, n) for key, n in listed], columns=[*columns, "articles"])


def count_months(articles: Sequence[Row]) -> pd.DataFrame:
    """Articles by month of publication and language; a date that spans months or is open stands as it is known.

    One row a month (YYYY-MM), an interval in EDTF where no single month is known, or 'not known'; one column a language.
    """
    import pandas as pd

    languages = sorted({a["language"] for a in articles})
    counted = Counter((_month_of(a), a["language"]) for a in articles)
    months = sorted({m for m, _ in counted}, key=lambda m: (m == UNKNOWN, m.startswith(".."), m))
    table = pd.DataFrame(
        [[counted[m, code] for code in languages] for m in months],
        index=pd.Index(months, name="published"),
        columns=languages,
    )
    table["all"] = table.sum(axis=1)
    return table


def list_publications(articles: Sequence[Row]) -> pd.DataFrame:
    """What each article's publication date rests on: one row an article, by path and part."""
    import pandas as pd

    columns = [
        "source_path",
        "source_part",
        "language",
        "outlet",
        "published_edtf",
        "published_evidence",
        "cites",
    ]
    rows = [
        [", ".join(a[c]) if c == "cites" else (a[c] if a[c] is not None else "") for c in columns]
        for a in sorted(articles, key=lambda a: (a["source_path"], a["source_part"]))
    ]
    return pd.DataFrame(rows, columns=columns)


def count_evidence(articles: Sequence[Row]) -> pd.DataFrame:
    """Articles by what their publication date rests on and whether it is a day, an interval, a bound or unknown."""
    import pandas as pd

    def precision(a: Row) -> str:
        low, high = a["published_earliest"], a["published_latest"]
        if low and high:
            return "day" if low == high else "interval"
        return "bound" if low or high else "unknown"

    counted = Counter((a["published_evidence"], precision(a)) for a in articles)
    kinds = ["day", "interval", "bound", "unknown"]
    evidence = sorted({e for e, _ in counted})
    return pd.DataFrame(
        [[counted[e, k] for k in kinds] for e in evidence],
        index=pd.Index(evidence, name="evidence"),
        columns=kinds,
    )


def count_reasons(lines: Sequence[Row]) -> pd.DataFrame:
    """Lines by what they were taken for and why, kept ones first: role, kept, reason, lines, characters."""
    import pandas as pd

    counted: Counter[tuple[str, bool, str]] = Counter()
    characters: Counter[tuple[str, bool, str]] = Counter()
    for line in lines:
        key = (line["role"], line["kept"], line["reason"])
        counted[key] += 1
        characters[key] += line["end"] - line["start"]
    listed = sorted(counted, key=lambda k: (not k[1], -counted[k], k))
    return pd.DataFrame(
        [
            (role, kept, reason, counted[role, kept, reason], characters[role, kept, reason])
            for role, kept, reason in listed
        ],
        columns=["role", "kept", "reason", "lines", "characters"],
    )


def list_stories(articles: Sequence[Row]) -> pd.DataFrame:
    """Stories, most copied first: story_id, articles, outlets, languages, origin and why."""
    import pandas as pd

    groups: dict[str, list[Row]] = {}
    for a in articles:
        groups.setdefault(a["story_id"], []).append(a)
    rows = [
        (
            story, len(group), ", ".join(sorted({a["outlet"] or UNKNOWN for a in group})),
            ", ".join(sorted({a["language"] for a in group})), group[0]["origin"] or UNKNOWN, group[0]["origin_reason"],
        )
        for story, group in groups.items()
    ]  # fmt: skip
    rows.sort(key=lambda r: (-r[1], r[0]))
    return pd.DataFrame(rows, columns=["story_id", "articles", "outlets", "languages", "origin", "reason"])


def list_quarantine(quarantine: Sequence[Row]) -> pd.DataFrame:
    """What became no article, with the reason: one row a file or part."""
    import pandas as pd

    columns = ["source_path", "source_part", "reason", "detail"]
    rows = sorted(([q[c] for c in columns] for q in quarantine), key=lambda r: (r[0], r[1], r[2]))
    return pd.DataFrame(rows, columns=columns)


def choose_page(articles: Sequence[Row], source_path: str = "") -> Row:
    """The article to show: the first of `source_path`, or the one of which most was cut.

    Raises:
        InputError: there is no article of that path, or none at all.
    """
    if not articles:
        raise InputError("there is no article to show; see the quarantine")
    if not source_path:
        return max(articles, key=lambda a: (a["removed_share"], a["source_path"], a["source_part"]))
    found = [a for a in articles if a["source_path"] == source_path]
    if not found:
        some = ", ".join(sorted({a["source_path"] for a in articles})[:8])
        raise InputError(
            f"page={source_path!r} became no article; allowed are paths below the raw folder: {some} ..."
        )
    return min(found, key=lambda a: str(a["source_part"]))


def read_page(article: Row, raw: Path) -> Page:
    """Read the page of an article again from its raw file.

    Raises:
        VerificationError: the file does not give that page any more.
    """
    from helpers.ingest.read import read_raw_file

    for record in read_raw_file(raw / article["source_path"], raw):
        if (
            isinstance(record, Page)
            and record.source_part == article["source_part"]
            and sha256_hex(record.text) == article["page_text_sha256"]
        ):
            return record
    raise VerificationError(
        f"{article['source_path']}: the raw file does not give the page text that was cleaned; run the notebook again"
    )


def compare_lines(text: str, lines: Iterable[Row]) -> pd.DataFrame:
    """Before and after, line by line: line (1-based), before, after ('' where it was cut), role, reason, score.

    Args:
        text: the page text.
        lines: its rows of the lines table.
    """
    import pandas as pd

    rows = []
    at, number = 0, 1
    for line in sorted(lines, key=lambda r: r["start"]):
        number += text.count("\n", at, line["start"])
        at = line["start"]
        shown = text[line["start"] : line["end"]]
        rows.append(
            (number, shown, shown if line["kept"] else "", line["role"], line["reason"], line["score"])
        )
    return pd.DataFrame(rows, columns=["line", "before", "after", "role", "reason", "score"])


def render_page(articles: Sequence[Row], lines: Sequence[Row], raw: Path, *, source_path: str = "") -> str:
    """One page before and after as an HTML table: the line as read, the same line if it was kept, else what it was and why.

    Page text is hostile data and is escaped. At most 600 lines of 600 characters are shown, the rest counted.

    Args:
        articles: rows of the articles table.
        lines: rows of the lines table.
        raw: the raw folder.
        source_path: the page; '' for the one of which most was cut.

    Raises:
        InputError: no such page.
        VerificationError: the raw file has changed.
    """
    article = choose_page(articles, source_path)
    page = read_page(article, raw)
    table = compare_lines(page.text, [r for r in lines if r["article_id"] == article["article_id"]])
    body = []
    for row in table.head(MOST_LINES).itertuples(index=False):
        before = escape(_shorten(str(row.before)))
        kept = str(row.after) != ""
        after = before if kept else ""
        why = escape(f"{row.role}: {row.reason}")
        body.append(
            f'<tr class="{"kept" if kept else "cut"}"><td>{row.line}</td><td dir="auto">{before}</td>'
            f'<td dir="auto">{after}</td><td>{"" if kept else "✂ "}{why}</td></tr>'
        )
    if len(table) > MOST_LINES:
        body.append(f'<tr><td></td><td colspan="3">and {len(table) - MOST_LINES} more lines</td></tr>')
    part = f", {article['source_part']}" if article["source_part"] else ""
    caption = f"{article['source_path']}{part}: {article['removed_share']:.0%} of the characters were cut"
    return (
        "<style>.before-after td,.before-after th{vertical-align:top;text-align:start!important;padding:.2em .6em}"
        ".before-after .cut td{color:#595959}.before-after .kept td:nth-child(3){border-inline-start:3px solid #005a8c}"
        ".before-after td:nth-child(n+2){max-width:34em;white-space:pre-wrap;overflow-wrap:anywhere}</style>"
        f'<table class="before-after"><caption>{escape(caption)}</caption><thead><tr><th scope="col">line</th>'
        '<th scope="col">before</th><th scope="col">after</th><th scope="col">what and why</th></tr></thead>'
        f"<tbody>{''.join(body)}</tbody></table>"
    )


def _shorten(text: str) -> str:
    return text if len(text) <= LONGEST_SHOWN else text[:LONGEST_SHOWN] + " …"


def _month_of(article: Row) -> str:
    low, high = article["published_earliest"], article["published_latest"]
    if low and high and low[:7] == high[:7]:
        return str(low[:7])
    return str(article["published_edtf"] or UNKNOWN)
