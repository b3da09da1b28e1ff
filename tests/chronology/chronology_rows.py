"""Rows of the articles and claims tables made by hand, as the stages before the chronology would give them."""

from __future__ import annotations

import datetime as dt
import hashlib
from functools import lru_cache
from typing import Any

from helpers.chronology.anniversaries import load_anniversaries
from helpers.chronology.build import Chronology, build_chronology
from helpers.chronology.describe import Knowledge
from helpers.chronology.people import People, Person
from helpers.chronology.rules import load_rules
from helpers.foundation.dates import DateInterval, read_edtf
from helpers.foundation.provenance import sha256_hex, short_id
from helpers.foundation.settings import Profile, load_profile


def article(name: str, *, published: str | None = None, **fields: Any) -> dict[str, Any]:
    """A row of the articles table for an invented page called `name`."""
    interval = read_edtf(published) if published else DateInterval()
    row: dict[str, Any] = {
        "article_id": f"art-{hashlib.sha256(name.encode()).hexdigest()[:12]}",
        "source_path": f"{name}.txt", "source_sha256": sha256_hex(name), "source_part": "", "media_type": "text/plain",
        "charset": "utf-8", "charset_evidence": "valid utf-8", "page_text_sha256": sha256_hex("page " + name),
        "language": "en", "outlet": None, "outlet_evidence": "", "byline": None, "url": None, "title": None,
        "title_span": None, "lead_span": None, "body": "", "body_spans": [], "body_roles": [], "removed_share": 0.0,
        "published_edtf": published,
        "published_earliest": interval.earliest.isoformat() if interval.earliest else None,
        "published_latest": interval.latest.isoformat() if interval.latest else None,
        "published_evidence": "metadata" if published else "none", "published_span": None, "cites": [],
        "story_id": short_id("sty", name), "origin": None, "origin_reason": "no source named", "duplicate_of": None,
        "status": "ok", "reason": None,
    }  # fmt: skip
    return row | fields


def claim(page: dict[str, Any], quote: str, **fields: Any) -> dict[str, Any]:
    """A row of the claims table: `quote` stands at `start` (default 0) of `page`.

    `date` (EDTF) and `weekday` give the event date; everything else is a column.
    """
    date = fields.pop("date", None)
    interval = read_edtf(date) if date and not date.startswith("XXXX") else DateInterval()
    start = fields.pop("start", 0)
    kind = fields.get("kind", "agreement")
    status = fields.get("status", "signed")
    row: dict[str, Any] = {
        "claim_id": short_id("clm", page["article_id"], str(start), quote, kind, status),
        "article_id": page["article_id"], "start": start, "end": start + len(quote), "quote": quote,
        "language": page["language"], "role": "body", "kind": kind,
        "plover_type": {"agreement": "SUPPORT", "consultation": "CONSULT"}.get(kind, "COOPERATE"),
        "plover_mode": None, "contexts": [], "status": status, "polarity": "asserted", "instrument": None,
        "n_documents": None, "actors": [], "parties": ["BLR", "IRN"], "place": None, "country": None,
        "date_edtf": date, "earliest": interval.earliest.isoformat() if interval.earliest else None,
        "latest": interval.latest.isoformat() if interval.latest else None, "weekday": None,
        "date_basis": "explicit" if date else "no date", "date_span": None, "attribution": [], "defence": "unclear",
        "areas": [], "rules": ["test"],
    }  # fmt: skip
    return row | fields


def term(edtf: str) -> DateInterval:
    return read_edtf(edtf)


@lru_cache(maxsize=1)
def knowledge() -> Knowledge:
    """The project's codebook and anniversaries, and a few people with their terms."""
    people = [
        Person("Lukashenko", "Aleksandr Lukashenko", "BLR", (term("1994-07-20/.."),)),
        Person("Khrenin", "Viktor Khrenin", "BLR", (term("2020-01-20/.."),)),
        Person("Maltsev", "Leonid Maltsev", "BLR", (term("2001-03/2009-12"),)),
        Person("Ryzhenkov", "Maxim Ryzhenkov", "BLR", (term("2024-06-27/.."),)),
        Person("Ashtiani", "Mohammad Reza Ashtiani", "IRN", (term("2021-08-25/2024-08-21"),)),
        Person("Nasirzadeh", "Aziz Nasirzadeh", "IRN", (term("2024-08-21/.."),)),
        Person("Bagheri", "Mohammad Bagheri", "IRN", (term("2016-06-28/2025-06-13"),)),
        Person("Najjar", "Mostafa Mohammad Najjar", "IRN", (term("2005-08-24/2009-09-03"),)),
        Person("Raisi", "Ebrahim Raisi", "IRN", (term("2021-08-03/2024-05-19"),)),
        Person("Pezeshkian", "Masoud Pezeshkian", "IRN", (term("2024-07-28/.."),)),
        Person("Araghchi", "Abbas Araghchi", "IRN", (term("2024-08-21/.."),)),
    ]
    return Knowledge(load_rules(), People({p.surname: p for p in people}), load_anniversaries())


def profile() -> Profile:
    return load_profile()


def inside(row: dict[str, Any], low: str, high: str) -> bool:
    """True when the row's date lies inside [low, high]."""
    return bool(row["earliest"] and row["latest"] and low <= row["earliest"] and row["latest"] <= high)


def contains(row: dict[str, Any], day: str) -> bool:
    """True when the row's date allows `day`."""
    interval = DateInterval(
        dt.date.fromisoformat(row["earliest"]) if row["earliest"] else None,
        dt.date.fromisoformat(row["latest"]) if row["latest"] else None,
        row["weekday"],
    )
    return interval.contains(dt.date.fromisoformat(day))


MEMO = {"instrument": "memorandum of understanding", "n_documents": 1, "defence": "yes"}


def build(*told: tuple[dict[str, Any], dict[str, Any]]) -> Chronology:
    articles = {a["article_id"]: a for a, _ in told}
    return build_chronology(articles.values(), [c for _, c in told], profile=profile(), knowledge=knowledge())


def told(name: str, published: str | None = None, **fields: Any) -> tuple[dict[str, Any], dict[str, Any]]:
    page = article(name, published=published, **fields.pop("page", {}))
    return page, claim(page, f"quote of {name}", **fields)


def events(chronology: Chronology, kind: str = "agreement") -> list[dict[str, Any]]:
    return [e for e in chronology.events if e["kind"] == kind]
