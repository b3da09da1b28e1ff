"""A page that says nothing of the subject leaves the chronology as it was; whatever can change it has it built anew."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from helpers.chronology import build
from helpers.chronology.folder import NAMES, write_folder
from helpers.chronology.reviews import new_decision
from helpers.foundation.cache import open_cache
from helpers.foundation.engine import Engine
from helpers.foundation.settings import load_profile

PAGES = Path(__file__).parent / "pages"
KITE = "A kite over the mill\n\nA kite was seen over the mill on Sunday. It was blue and had no string.\n"


@pytest.fixture
def built(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Grows with each chronology that is built."""
    counted: list[int] = []
    plain = build.build_from_articles

    def count(*args: object, **kwargs: object) -> object:
        counted.append(len(counted))
        return plain(*args, **kwargs)

    monkeypatch.setattr(build, "build_from_articles", count)
    return counted


def write(raw: Path, out: Path, cache: Path | None, decisions: tuple[object, ...] = ()) -> dict[str, bytes]:
    with open_cache(cache) as kept:
        write_folder(
            raw, out, profile=load_profile(), decisions=decisions, cache=kept, engine=Engine(workers=1)
        )
    return {name: (out / f"{name}.jsonl").read_bytes() for name in NAMES}


def test_only_pages_that_tell_of_something_have_it_built_anew(tmp_path: Path, built: list[int]) -> None:
    raw, out, cache = tmp_path / "raw", tmp_path / "out", tmp_path / "cache"
    raw.mkdir()
    sources = sorted(PAGES.rglob("*.txt"))
    for source in sources[:6]:
        shutil.copy(source, raw)
    first = write(raw, out, cache)
    (raw / "kite.txt").write_text(KITE, encoding="utf-8")
    more = write(raw, out, cache)
    assert len(built) == 1 and more["articles"] != first["articles"]
    assert all(more[name] == first[name] for name in ("claims", "events", "milestones", "contradictions"))
    assert write(raw, tmp_path / "anew", None) == more and len(built) == 2

    shutil.copy(sources[6], raw / "another.txt")
    told = write(raw, out, cache)
    assert len(built) == 3 and told["claims"] != more["claims"]
    assert write(raw, tmp_path / "anew", None) == told and len(built) == 4

    decision = new_decision("reject", scope="claim", keys=["evd-0"], reviewer="R", reason="gone")
    write(raw, out, cache, (decision,))
    assert len(built) == 5


def test_a_copy_that_changes_the_origin_of_a_story_has_it_built_anew(
    tmp_path: Path, built: list[int]
) -> None:
    """The copy makes no claim that was not there, but the others now share their story with it."""
    raw, out, cache = tmp_path / "raw", tmp_path / "out", tmp_path / "cache"
    raw.mkdir()
    source = sorted(PAGES.rglob("*.txt"))[0]
    shutil.copy(source, raw / "b.txt")
    write(raw, out, cache)
    shutil.copy(source, raw / "a.txt")
    both = write(raw, out, cache)
    assert len(built) == 2
    assert write(raw, tmp_path / "anew", None) == both


RIVER = """The river rose again on Monday and the ferry stayed at its pier.

Fishermen mended their nets in the shade of the old mill. Children counted the barges that waited for the lock, and the baker sold
twice as many rolls as on any other day. The keeper of the lock said that the water would fall within a week. Nobody had seen the
gauge so high since the spring of the great thaw. Carts with hay stood along the road to the market, and their drivers played cards
on the steps of the chapel. In the evening a band from the next village played for those who could not get home.
"""
TOLD = (
    "The defence ministers of Iran and Belarus signed a memorandum of understanding in Minsk on 3 March 2021."
)


def test_a_page_without_claims_that_gives_a_story_its_origin_has_it_built_anew(
    tmp_path: Path, built: list[int]
) -> None:
    """An agency's text of which a page tells more: the claim is as it was, but whom it goes back to is not."""
    raw, out, cache = tmp_path / "raw", tmp_path / "out", tmp_path / "cache"
    raw.mkdir()
    (raw / "page.txt").write_text(f"High water\n\n{RIVER}\n{TOLD}\n", encoding="utf-8")
    alone = write(raw, out, cache)
    assert TOLD.encode() in alone["claims"]
    (raw / "agency.txt").write_text(f"High water\n\nMINSK, 4 March 2021 (BelTA) - {RIVER}", encoding="utf-8")
    both = write(raw, out, cache)
    assert both["claims"] == alone["claims"] and both["events"] != alone["events"] and len(built) == 2
    assert write(raw, tmp_path / "anew", None) == both
