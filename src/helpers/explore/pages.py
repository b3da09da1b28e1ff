"""The page viewer: the page as cleaning read it, each line coloured by what became of it, and the raw page beside."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from helpers.clean.overview import compare_lines, read_page
from helpers.explore.corpus import Corpus
from helpers.explore.markup import safe, wrapped
from helpers.foundation.errors import InputError

Row = Mapping[str, Any]
MOST_LINES = 400
MOST_CHARACTERS = 40_000  # of the raw page
TEXT_TYPES = ("text/", "application/xhtml", "application/xml", "application/json")


def find_article(corpus: Corpus, name: str) -> Row:
    """The article of an id, or of a path below the raw folder (its first part).

    Raises:
        InputError: there is none.
    """
    if name in corpus.articles:
        return corpus.articles[name]
    found = [a for a in corpus.articles.values() if a["source_path"] == name]
    if not found:
        some = ", ".join(sorted(a["source_path"] for a in corpus.articles.values())[:8])
        raise InputError(f"page={name!r} became no article; allowed: an article id or a path such as {some}")
    return min(found, key=lambda a: str(a["source_part"]))


def page_table(corpus: Corpus, article: Row) -> pd.DataFrame:
    """The page line by line: before, after ('' where cut), role, reason, score.

    Raises:
        VerificationError: the raw file has changed since.
    """
    page = read_page(article, corpus.raw)
    return compare_lines(page.text, corpus.lines.get(article["article_id"], ()))


def raw_text(corpus: Corpus, article: Row) -> str:
    """The raw page as it was saved: decoded bytes of a text format, else the page text taken from it.

    Raises:
        VerificationError: the raw file has changed since.
    """
    page = read_page(article, corpus.raw)
    if article["source_part"] == "" and article["media_type"].startswith(TEXT_TYPES):
        data = (corpus.raw / article["source_path"]).read_bytes()
        return str(data.decode(article["charset"], "replace"))
    return page.text


def page_html(corpus: Corpus, article: Row) -> str:
    """The page with its cleaning decisions on the left, the raw page on the right; all of it text, never markup."""
    table = page_table(corpus, article)
    lines = []
    for row in table.head(MOST_LINES).itertuples(index=False):
        kept = str(row.after) != ""
        mark = "kept" if kept else "cut"
        why = safe(f"{row.role}: {row.reason}")
        lines.append(
            f'<tr class="{mark}"><td>{row.line}</td><td dir="auto">{safe(str(row.before)[:600])}</td>'
            f'<td class="muted">{"" if kept else "✂ "}{why}</td></tr>'
        )
    if len(table) > MOST_LINES:
        lines.append(f'<tr><td></td><td colspan="2">and {len(table) - MOST_LINES:,} more lines</td></tr>')
    raw = raw_text(corpus, article)
    shown = "\n".join(safe(line) for line in raw[:MOST_CHARACTERS].splitlines())
    if len(raw) > MOST_CHARACTERS:
        shown += f"\n… and {len(raw) - MOST_CHARACTERS:,} more characters"
    return wrapped(
        f"<p>{safe(_named(article))}: {article['removed_share']:.0%} of the characters were cut; "
        f"{safe(article['source_sha256'])}</p>",
        '<div class="pair"><h4>Read line by line, and what became of it</h4><h4>The raw page</h4><div class="scroll" tabindex="0" role="region" aria-label="Cleaned page"><table class="lines">'
        f"<tbody>{''.join(lines)}</tbody></table></div>",
        f'<div class="scroll" tabindex="0" role="region" aria-label="Raw page"><pre dir="auto">{shown}</pre></div></div>',
    )


def _named(article: Row) -> str:
    """Path and part of the file an article was read from."""
    return f"{article['source_path']} {article['source_part']}".strip()
