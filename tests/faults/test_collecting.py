"""A collection that is killed anywhere, replayed from a WARC: every page is there once, whole and with its sidecar."""

import io
import shutil

import pytest
from breaking import crash_points, fill, small_disk
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from helpers.foundation.errors import InputError, RunError
from helpers.foundation.locks import only_one
from helpers.foundation.provenance import sha256_hex
from helpers.ingest.collect.collect import UNFINISHED, collect_pages, summarise
from helpers.ingest.collect.keep import STATE
from helpers.ingest.collect.sources import Limits, Plan, Source
from helpers.ingest.read import survey_raw_folder
from helpers.ingest.sidecar import read_sidecar

HOST = "http://news.example"
ADDRESSES = [f"{HOST}/{n}.html" for n in range(3)]
PLAN = Plan(
    Limits(user_agent="test (mailto:a@news.example)", pause=0, retries=0),
    tuple(Source(f"s{n}", "page", address) for n, address in enumerate(ADDRESSES)),
)


@pytest.fixture
def warc(memory):
    path = memory / "all.warc.gz"
    with path.open("wb") as f:
        writer = WARCWriter(f, gzip=True)
        for n, address in enumerate(ADDRESSES):
            body = f"<html><body><p>Page {n} {'x' * 500}</p></body></html>".encode()
            headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1")
            writer.write_record(
                writer.create_warc_record(address, "response", payload=io.BytesIO(body), http_headers=headers)
            )
    return path


def collect(raw, warc):
    return list(collect_pages(PLAN, raw, offline=warc))


def pages(raw):
    found = survey_raw_folder(raw)
    assert found.orphans == ()
    for path in found.files:
        assert read_sidecar(path, limit=65536)["sha256"] == sha256_hex(path.read_bytes())
    return sorted(p.read_bytes() for p in found.files)


def test_killed_anywhere_while_collecting(memory, warc):
    whole = memory / "whole"
    collect(whole, warc)
    expected = pages(whole)
    assert len(expected) == 3
    raw = memory / "raw"

    def check(n, killed):
        for path in survey_raw_folder(raw).files if raw.exists() else ():
            assert path.read_bytes() in expected, n
        outcomes = collect(raw, warc)
        assert summarise(outcomes)["failed"] == 0
        assert pages(raw) == expected, n
        assert not (raw / UNFINISHED).exists()
        assert not list(raw.rglob(".*.part")), n
        assert summarise(collect(raw, warc))["new"] == 0
        shutil.rmtree(raw)

    assert crash_points(lambda: collect(raw, warc), check) > 20


def test_a_lost_or_damaged_state_is_read_from_the_sidecars(memory, warc):
    raw = memory / "raw"
    collect(raw, warc)
    for damage in (b'{"pages": {', b"[]", b"\xff\xfe", None):
        if damage is None:
            (raw / STATE).unlink()
        else:
            (raw / STATE).write_bytes(damage)
        assert summarise(collect(raw, warc)) == {"new": 0, "unchanged": 0, "held": 3, "failed": 0}


def test_two_collections_at_once_are_refused(memory, warc):
    with (
        only_one(memory / "raw", doing="collection", remedy=""),
        pytest.raises(InputError, match="another collection is going on"),
    ):
        collect(memory / "raw", warc)


def test_a_full_disk_stops_a_collection_with_one_line(tmp_path, warc):
    """A file system that is really full, with ever more room: what is there is whole, the next collection has the rest."""
    whole = tmp_path / "whole"
    collect(whole, warc)
    expected = pages(whole)
    stopped = 0
    for room in range(0, 60_000, 4096):
        with small_disk(tmp_path / f"disk{room}", "128k") as disk:
            fill(disk, leave=room)
            raw = disk / "raw"
            try:
                collect(raw, warc)
            except (RunError, InputError) as err:
                assert "free space" in str(err)
                stopped += 1
            for path in survey_raw_folder(raw).files if raw.exists() else ():
                assert path.read_bytes() in expected
            (disk / "ballast").unlink()
            collect(raw, warc)
            assert pages(raw) == expected
            assert not list(raw.rglob(".*.part"))
    assert stopped >= 3


def test_a_warc_cut_short_is_replayed_as_far_as_it_goes(memory, warc):
    data = warc.read_bytes()
    for share in (0.95, 0.5):
        warc.write_bytes(data[: int(len(data) * share)])
        raw = memory / f"raw{share}"
        try:
            outcomes = collect(raw, warc)
        except InputError as err:
            assert "cannot be replayed" in str(err)
            continue
        counts = summarise(outcomes)
        assert counts["new"] + counts["failed"] == 3
        assert counts["failed"] >= 1
