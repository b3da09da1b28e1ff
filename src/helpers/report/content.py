"""What a report shows, read once from the tables: milestones in order, each with its evidence, disagreements and gaps."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from helpers.figures.style import clean_text, is_rtl
from helpers.figures.titles import say_date
from helpers.foundation.schemas import ARTICLES, CLAIMS, CONTRADICTIONS, EVENTS, LINES, MILESTONES, QUARANTINE
from helpers.foundation.storage import read_rows, read_rows_if_there

Row = Mapping[str, Any]
CONTEXT = 240  # characters shown before and after a quote


@dataclass(frozen=True, slots=True)
class Quote:
    """One claim as a reader checks it: the sentence in its surroundings, and everything that qualifies it.

    Attributes:
        claim_id: the claim.
        before, text, after: the passage around the quote, the quote itself, what follows; slices of the page.
        language: ISO 639-1 of the quote; `rtl` says which way it runs.
        role: title when the claim stands in the headline.
        says: what the claim asserts, in a few words (status, polarity, documents).
        event_date: the event's date by this article alone, in words, with its basis.
        source: outlet, or the file's name where the page names none.
        title: the article's title.
        published: its publication date in words, with what that rests on.
        origin: who the text goes back to, with the reason.
        chain: who says so, outermost last.
        url: address of the page when known and http(s).
        where: raw file, characters of its page text, and the first digits of the file's SHA-256.
        rules: lexicon rules that fired.
    """

    claim_id: str
    before: str
    text: str
    after: str
    language: str
    rtl: bool
    role: str
    says: str
    event_date: str
    source: str
    title: str
    published: str
    origin: str
    chain: str
    url: str
    where: str
    rules: tuple[str, ...]


@dataclass(frozen=True)
class Content:
    """Rows of the tables, in the order a report shows them, and the run they belong to."""

    run: Mapping[str, Any]
    articles: Mapping[str, Row]
    claims: Mapping[str, Row]
    milestones: tuple[Row, ...]
    events: tuple[Row, ...]
    contradictions: tuple[Row, ...]
    quarantine: tuple[Row, ...]
    removed: Mapping[str, int]
    lines: tuple[Row, ...]
    labels: Mapping[str, int]

    def quotes(self, milestone: Row, *, context: int = CONTEXT) -> list[Quote]:
        """The evidence of a milestone, body before headline, then by source."""
        return self._quote(milestone["claim_ids"], context)

    def opposing(self, milestone: Row, *, context: int = CONTEXT) -> list[Quote]:
        """What stands against a milestone without being part of it: claims of its disputes that tell another event.

        One account has a paper signed, another has the same people only talk: the second is a milestone of its own, and
        its words belong beside the first.
        """
        own = set(milestone["claim_ids"])
        others = {
            c for rows in self.sides(milestone).values() for row in rows for c in row["claim_ids"]
        } - own
        return self._quote(others, context)

    def _quote(self, claim_ids: Iterable[str], context: int) -> list[Quote]:
        claims = [self.claims[c] for c in claim_ids]
        claims.sort(
            key=lambda c: (
                c["role"] == "title",
                self.articles[c["article_id"]]["source_path"],
                c["start"],
                c["claim_id"],
            )
        )
        return [make_quote(c, self.articles[c["article_id"]], context=context) for c in claims]

    @cached_property
    def _sides(self) -> dict[str, dict[str, list[Row]]]:
        out: dict[str, dict[str, list[Row]]] = {}
        for row in self.contradictions:
            if row["milestone_id"] is not None:
                out.setdefault(row["milestone_id"], {}).setdefault(row["field"], []).append(row)
        return out

    def sides(self, milestone: Row) -> dict[str, list[Row]]:
        """The contradictions of a milestone: field -> one row a side."""
        return self._sides.get(milestone["milestone_id"], {})

    @property
    def left_out(self) -> list[Row]:
        """Events that are not charted."""
        return [e for e in self.events if e["milestone_id"] is None]

    @property
    def cited(self) -> list[Row]:
        """Articles with a claim in a milestone, by source."""
        ids = {self.claims[c]["article_id"] for m in self.milestones for c in m["claim_ids"]}
        return sorted(
            (self.articles[i] for i in ids), key=lambda a: (source_of(a), a["source_path"], a["source_part"])
        )


def load_content(processed: Path, run: Mapping[str, Any]) -> Content:
    """Read the tables of a run.

    Raises:
        InputError, DossierError: a table is missing or damaged.
    """
    tables = {
        t.name: read_rows(t, processed)
        for t in (ARTICLES, CLAIMS, MILESTONES, EVENTS, CONTRADICTIONS, QUARANTINE)
    }
    return content_of({**tables, LINES.name: read_rows_if_there(LINES, processed)}, run)


def content_of(tables: Mapping[str, Sequence[Row]], run: Mapping[str, Any]) -> Content:
    """What a report shows of tables that are already read: name -> rows."""
    milestones = sorted(
        tables["milestones"],
        key=lambda m: (m["earliest"] or m["latest"] or "9999", m["latest"] or "9999", m["milestone_id"]),
    )
    return Content(
        run=run,
        articles={a["article_id"]: a for a in tables["articles"]},
        claims={c["claim_id"]: c for c in tables["claims"]},
        milestones=tuple(milestones),
        events=tuple(tables["events"]),
        contradictions=tuple(tables["contradictions"]),
        quarantine=tuple(tables["quarantine"]),
        lines=tuple(tables["lines"]),
        removed=Counter(line["role"] for line in tables["lines"] if not line["kept"]),
        labels=Counter(run.get("labels", {})),
    )


def make_quote(claim: Row, article: Row, *, context: int = CONTEXT) -> Quote:
    """A claim with the passage it stands in, at most `context` characters of it on either side."""
    before, after = _surroundings(claim, article, context)
    said = say_date(claim["earliest"], claim["latest"], claim["weekday"])
    text = claim["quote"]
    return Quote(
        claim_id=claim["claim_id"],
        before=before,
        text=text,
        after=after,
        rtl=is_rtl(text),
        role=claim["role"],
        says=say_claim(claim),
        event_date=f"{said} ({claim['date_basis']})",
        chain=" ← ".join(claim["attribution"]) if claim["attribution"] else "the page itself",
        where=f"{article['source_path']}{' ' + article['source_part'] if article['source_part'] else ''}, characters {claim['start']}–{claim['end']} of its page text, {article['source_sha256'][:23]}…",
        rules=tuple(claim["rules"]),
        **describe_source(article),
    )


def describe_source(article: Row) -> dict[str, str]:
    """What a quote says of its article, by the fields of `Quote`."""
    url = article["url"] or ""
    return {
        "language": article["language"],
        "source": source_of(article),
        "title": article["title"] or "no title on the page",
        "published": say_published(article),
        "origin": f"{article['origin'] or 'unknown'} ({article['origin_reason']})",
        "url": url if url.startswith(("https://", "http://")) else "",
    }


def _surroundings(claim: Row, article: Row, context: int) -> tuple[str, str]:
    at = 0
    spans: Sequence[Sequence[int]] = article["body_spans"]
    for start, end in spans:
        if start <= claim["start"] and claim["end"] <= end:
            passage = article["body"][at : at + end - start]
            cut, stop = claim["start"] - start, claim["end"] - start
            before, after = passage[:cut], passage[stop:]
            return ("…" + before[len(before) - context :] if len(before) > context else before), (
                after[:context] + "…" if len(after) > context else after
            )
        at += end - start + 1
    return "", ""


def source_of(article: Row) -> str:
    """The outlet, or the file's name where the page names none."""
    return (
        clean_text(article["outlet"])
        if article["outlet"]
        else f"unnamed outlet ({article['source_path'].rsplit('/', 1)[-1]})"
    )


def say_published(article: Row) -> str:
    """A publication date in words with what it rests on."""
    said = say_date(article["published_earliest"], article["published_latest"])
    return (
        f"{said} ({article['published_evidence']})"
        if article["published_evidence"] != "none"
        else "not stated on the page"
    )


def say_claim(claim: Row) -> str:
    """What a claim asserts, in a few words: status, polarity when it is not plainly asserted, documents, defence."""
    words = [claim["status"]]
    if claim["polarity"] not in ("asserted", "negated"):
        words.append(claim["polarity"])
    if claim["n_documents"] is not None:
        words.append("1 document" if claim["n_documents"] == 1 else f"{claim['n_documents']} documents")
    words.append({"yes": "defence", "no": "not defence", "unclear": "defence unclear"}[claim["defence"]])
    if claim["role"] == "title":
        words.append("in the headline")
    return ", ".join(words)
