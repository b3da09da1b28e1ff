"""Fuzz targets: one for each reader, for cleaning, dates, claims and what people write. Each takes bytes and checks the laws.

The laws: nothing is raised but QuarantineError (readers, cleaning) or InputError (what people write); a reader never ends in
the reason 'failed', which stands for an error nobody foresaw; offsets lie in the text and give what they say they give.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from helpers.chronology.reviews import FILE_NAME, read_decisions
from helpers.clean.articles import clean_page
from helpers.coding.code_article import code_article
from helpers.coding.timex import find_timexes
from helpers.foundation.dates import DateInterval, read_edtf
from helpers.foundation.errors import ConfigError, InputError, QuarantineError
from helpers.foundation.records import Article, Page, Quarantined
from helpers.foundation.schemas import LANGUAGES, QUARANTINE_REASONS
from helpers.foundation.settings import load_yaml
from helpers.ingest.charset import decode
from helpers.ingest.read import read_raw_file

SUFFIXES = {
    "text": "txt", "html": "html", "mhtml": "mhtml", "warc": "warc", "gzip": "txt.gz", "docx": "docx", "wacz": "wacz", "csv": "csv",
    "json": "json", "jsonl": "jsonl", "pdf": "pdf", "rtf": "rtf", "feed": "rss",
}  # fmt: skip


@lru_cache(maxsize=1)
def _folder() -> Path:
    shm = Path("/dev/shm")
    _folder.kept = tempfile.TemporaryDirectory(dir=shm if shm.is_dir() else None, prefix="dossier-fuzz-")  # type: ignore[attr-defined]
    return Path(_folder.kept.name)  # type: ignore[attr-defined]


def read_as(suffix: str, data: bytes) -> list[Page | Quarantined]:
    """What the reader of a format makes of bytes."""
    path = _folder() / f"page.{suffix}"
    path.write_bytes(data)
    records = list(read_raw_file(path, _folder()))
    assert records, "a file that vanished"
    for record in records:
        if isinstance(record, Quarantined):
            assert record.reason in QUARANTINE_REASONS
            assert record.reason != "failed", record.detail
            record.detail.encode("utf-8")
        else:
            record.text.encode("utf-8")
            assert record.text.strip()
            assert "\r" not in record.text
    return records


def _reader(suffix: str) -> Callable[[bytes], None]:
    def target(data: bytes) -> None:
        read_as(suffix, data)

    target.__doc__ = f"The reader of .{suffix}."
    return target


def make_page(data: bytes) -> Page | None:
    """A page of bytes: as HTML when they begin like it, else as text; None when there is no text in them."""
    text = data.decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n")
    if text.lstrip().startswith("<"):
        found = [r for r in read_as("html", data) if isinstance(r, Page)]
        return found[0] if found else None
    if not text.strip():
        return None
    return Page("a.txt", "sha256:0", "", "text/plain", "utf-8", "", text)


def check_article(article: Article) -> None:
    """Offsets of an article lie in its page, in order and apart."""
    end = 0
    for passage in sorted(article.passages, key=lambda p: p.span):
        assert end <= passage.span.start <= passage.span.end <= len(article.page.text)
        end = passage.span.end
    assert article.language
    assert 0 <= article.removed_share <= 1


def fuzz_charset(data: bytes) -> None:
    """Telling the encoding."""
    try:
        decoded = decode(data)
    except QuarantineError:
        return
    assert "\x00" not in decoded.text or b"\x00" in data


def fuzz_cleaning(data: bytes) -> None:
    """Cleaning a page."""
    page = make_page(data)
    if page is None:
        return
    try:
        article = clean_page(page)
    except QuarantineError as err:
        assert err.reason in QUARANTINE_REASONS
        return
    check_article(article)


def fuzz_dates(data: bytes) -> None:
    """Dates in a text; the first byte chooses the language."""
    language = LANGUAGES[data[0] % len(LANGUAGES)] if data else "en"
    text = data[1:].decode("utf-8", "replace")
    end = 0
    for timex in find_timexes(text, language, DateInterval()):
        assert end <= timex.start < timex.end <= len(text)
        assert text[timex.start : timex.end] == timex.surface
        end = timex.end
        if timex.edtf:
            read_edtf(timex.edtf)


def fuzz_claims(data: bytes) -> None:
    """Coding a page that can be cleaned."""
    page = make_page(data)
    if page is None:
        return
    try:
        article = clean_page(page)
    except QuarantineError:
        return
    timexes, claims = code_article(article)
    text = article.page.text
    for timex in timexes:
        assert 0 <= timex.start < timex.end <= len(text)
    for claim in claims:
        assert text[claim.start : claim.end] == claim.quote


def fuzz_edtf(data: bytes) -> None:
    """A date as people and files write it."""
    try:
        interval = read_edtf(data.decode("utf-8", "replace"))
    except ValueError:
        return
    if interval.earliest and interval.latest:
        assert interval.earliest <= interval.latest


def fuzz_ledger(data: bytes) -> None:
    """The file of decisions."""
    (_folder() / FILE_NAME).write_bytes(data)
    try:
        found = read_decisions(_folder())
    except ConfigError as err:
        assert FILE_NAME in str(err)
        return
    assert len({d.decision_id for d in found.decisions}) == len(found.decisions)


def fuzz_yaml(data: bytes) -> None:
    """A file of configuration, or a sidecar."""
    path = _folder() / "a.yml"
    path.write_bytes(data)
    try:
        load_yaml(path)
    except InputError as err:
        assert "a.yml" in str(err)


TARGETS: dict[str, Callable[[bytes], None]] = {
    **{f"read_{name}": _reader(suffix) for name, suffix in SUFFIXES.items()},
    "charset": fuzz_charset,
    "cleaning": fuzz_cleaning,
    "dates": fuzz_dates,
    "claims": fuzz_claims,
    "edtf": fuzz_edtf,
    "ledger": fuzz_ledger,
    "yaml": fuzz_yaml,
}
