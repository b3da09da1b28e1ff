"""Hostile files through the real readers: pages or quarantine with a reason, in a time that grows no faster than the file."""

import os
import tracemalloc
from functools import partial
from pathlib import Path

import pytest
from babel import Locale
from growth import assert_linear
from nasty import NAMES, billion_laughs, external_entity, files, gzip_bomb, nested_gzip, zip_with_link, zipped

from helpers.clean.articles import clean_page
from helpers.coding.code_article import code_article
from helpers.coding.timex import find_timexes
from helpers.foundation.dates import DateInterval
from helpers.foundation.errors import ConfigError, QuarantineError
from helpers.foundation.records import Page, Quarantined
from helpers.foundation.schemas import LANGUAGES
from helpers.foundation.settings import load_yaml
from helpers.ingest.read import find_raw_file, list_raw_files, raw_source_path, read_raw_file


@pytest.fixture
def read(tmp_path):
    def read(name, data):
        path = tmp_path / name
        path.write_bytes(data)
        return list(read_raw_file(path, tmp_path))

    return read


def reasons(records):
    return {r.reason for r in records if isinstance(r, Quarantined)}


@pytest.mark.parametrize("name", sorted(n for n in files() if not n.startswith("deep")))
def test_every_nasty_file_ends_as_pages_or_with_a_reason(read, name):
    check_ends_well(read, name)
    assert not Path("/tmp/pwned").exists()


def check_ends_well(read, name):
    records = read(name, files()[name])
    assert records
    for record in records:
        if isinstance(record, Page):
            try:
                clean_page(record)
            except QuarantineError as err:
                assert err.reason
        else:
            assert record.reason != "failed", record.detail


def test_path_traversal_in_archives(read):
    for member in ("../x", "/x", "a/../../x", "..\\x", "C:\\x"):
        assert reasons(read("a.docx", zipped([("word/document.xml", "<x/>"), (member, "x")]))) == {
            "unsafe archive"
        }, member


def test_symlinks_in_archives(read):
    assert reasons(read("a.docx", zip_with_link())) == {"unsafe archive"}


def test_zip_and_gzip_bombs_stay_small_in_memory(read):
    bomb = zipped([("word/document.xml", b" " * 40_000_000)])
    packed = gzip_bomb()
    tracemalloc.start()
    assert reasons(read("a.docx", bomb)) == {"archive limit"}
    assert reasons(read("b.txt.gz", packed)) & {"archive limit", "too large", "unknown format"}
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 60_000_000


def test_what_unpacks_to_too_much_is_refused_however_well_it_packs(read, monkeypatch):
    """The bound on all that comes out of one file, below any ratio that would give a bomb away."""
    import gzip
    import random

    from helpers.ingest import read as reading

    options = reading.load_options()
    limits = options.limits._replace(unpacked_bytes=200_000)
    monkeypatch.setattr(reading, "load_options", lambda: options._replace(limits=limits))
    dice = random.Random(1)
    words = " ".join(f"{dice.getrandbits(64):x}" for _ in range(20_000))
    assert len(words) / len(gzip.compress(words.encode())) < 3
    assert reasons(read("a.txt.gz", gzip.compress(words.encode()))) == {"archive limit"}
    assert reasons(read("a.docx", zipped([("word/document.xml", words.encode())]))) == {"archive limit"}


def test_gzip_inside_gzip(read):
    assert reasons(read("a.txt.gz", nested_gzip())) == {"unknown format"}


def test_xml_entities_unfold_nothing_and_read_no_file(read):
    for name, data in (("a.rss", billion_laughs()), ("b.rss", external_entity())):
        for record in read(name, data):
            if isinstance(record, Page):
                assert "root:" not in record.text
                assert len(record.text) < 10_000


@pytest.mark.parametrize(
    "text",
    [
        "sha256: !!python/object/apply:os.system ['touch /tmp/pwned']",
        "!!python/object/new:os.system ['touch /tmp/pwned']",
        "a: &a [x]\nb: [*a, *a]\nsha256: !!binary aGVsbG8=",
        "sha256: 1\nsha256: 2",
        "- [" * 3000,
        "a: &a\n  <<: *a",
        "\0",
        "? {a: b}\n: c",
    ],
)
def test_yaml_tags_in_sidecars_make_no_objects(tmp_path, text):
    page = tmp_path / "a.txt"
    page.write_text("The ministers met in Minsk.")
    (tmp_path / "a.txt.origin.yml").write_text(text)
    assert reasons(read_raw_file(page, tmp_path)) == {"broken sidecar"}
    assert not Path("/tmp/pwned").exists()


def test_yaml_aliases_that_multiply_are_harmless(tmp_path):
    lines = ["a0: &a0 [x,x,x,x,x,x,x,x,x,x]"] + [
        f"a{i}: &a{i} [{','.join([f'*a{i - 1}'] * 10)}]" for i in range(1, 10)
    ]
    path = tmp_path / "bomb.yml"
    path.write_text("\n".join(lines))
    try:
        load_yaml(path)
    except ConfigError as err:
        assert str(path) in str(err)
    page = tmp_path / "a.txt"
    page.write_text("The ministers met in Minsk.")
    (tmp_path / "a.txt.origin.yml").write_text("\n".join(lines))
    (record,) = read_raw_file(page, tmp_path)
    assert record.reason == "broken sidecar"
    assert len(record.detail) < 1000


def test_a_feed_of_nothing_but_its_declaration(read):
    assert reasons(read("a.rss", b'<?xml version="1.0"?>')) == {"unreadable"}


def test_nul_bytes(read):
    assert reasons(read("a.txt", b"The ministers met.\0" * 500)) & {"binary", "undecodable"}
    (record,) = read("b.txt", b"The ministers met in Minsk on Monday. " * 200 + b"\0")
    assert isinstance(record, (Page, Quarantined))


def test_a_line_of_50_mb(read):
    assert reasons(read("a.txt", b"x" * 50_000_000)) == {"too large"}
    assert reasons(read("a.csv", b"title,text\nt," + b"x" * 50_000_000)) == {"too large"}
    assert reasons(read("a.jsonl", b'{"text": "' + b"x" * 50_000_000 + b'"}')) == {"too large"}
    assert reasons(read("a.html", b"<html><body>" + b"x" * 50_000_000)) == {"too large"}


@pytest.mark.parametrize("name", ["deep.html", "deep.json", "deep-objects.json", "deep.jsonl", "deep.rtf"])
def test_deep_nesting(read, name):
    check_ends_well(read, name)


REPEATED = (
    "a", " ", "1", ".", "-", "\t", "-- ", "1.1.", "am 1. ", "on May ", "в ", "1 2 3 ", "von bis ", "((", "\u200c", "،", "&amp;", "http://", "a.b@",
    "03/04/", "2023-", "Mr. ", "\n", " \n", "\u00a0", "٫", "last ", "no ", "not un", "which ", "\"", "« ", "от ", "a1b2",
)  # fmt: skip


@pytest.mark.parametrize("unit", REPEATED)
def test_regex_bombs_cost_linear_time(unit):
    """Eight times the text may cost eight times the time, not sixty-four: dates and cleaning on one thing repeated."""

    def act(text):
        find_timexes(text, "en", DateInterval())
        page = Page(
            "a.txt",
            "sha256:0",
            "",
            "text/plain",
            "utf-8",
            "",
            f"Title of the page\n\n{text}\n\nThe ministers met.",
        )
        try:
            clean_page(page)
        except QuarantineError as err:
            assert err.reason

    assert_linear(lambda n: partial(act, unit * (n // len(unit))), 2500)


def test_hostile_names_are_listed_read_and_found_again(tmp_path):
    for name in NAMES:
        with open(os.path.join(os.fsencode(tmp_path), name), "wb") as f:  # noqa: PTH118, PTH123
            f.write(b"The ministers met in Minsk on Monday, the ministry said.\n")
    found = list_raw_files(tmp_path)
    assert len(found) == len(NAMES)
    for path in found:
        (record,) = read_raw_file(path, tmp_path)
        assert isinstance(record, Page)
        record.source_path.encode("utf-8")
        assert record.source_path == raw_source_path(path, tmp_path)
        assert find_raw_file(record.source_path, tmp_path) == path
    assert find_raw_file("../etc/passwd", tmp_path) is None
    assert find_raw_file("no\\xff", tmp_path) is None


def test_links_in_circles_and_out_of_the_folder(tmp_path):
    (tmp_path / "loop").symlink_to("loop")
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    (tmp_path / "round").symlink_to(".")
    (tmp_path / "up").symlink_to("..")
    (tmp_path / "out.txt").symlink_to("/etc/passwd")
    (tmp_path / "gone.txt").symlink_to("nowhere")
    found = list_raw_files(tmp_path)
    assert len(found) == 7
    for path in found:
        (record,) = read_raw_file(path, tmp_path)
        assert record.reason == "unreadable"
        assert "link" in record.detail


def test_a_wacz_with_damaged_packing_is_reported(tmp_path):
    """Found by fuzzing: bytes of the packed archive that are no deflate stream."""
    good = bytearray(zipped([("archive/a.warc", b"WARC/1.0\r\n" * 500), ("datapackage.json", b"{}")]))
    seen = set()
    for at in range(40, 70):
        bad = bytearray(good)
        bad[at : at + 6] = b"\xff" * 6
        path = tmp_path / "a.wacz"
        path.write_bytes(bad)
        seen |= reasons(read_raw_file(path, tmp_path))
    assert "failed" not in seen
    assert "unreadable" in seen


@pytest.mark.parametrize(
    "language", [pytest.param(x, marks=() if x == "ru" else pytest.mark.long) for x in LANGUAGES]
)
def test_regex_bombs_cost_linear_time_in_every_language(language):
    """One thing repeated, with the months, weekdays and signs of ranges of the language: dates alone."""
    locale = Locale.parse(language)
    month, day = locale.months["format"]["wide"][5], locale.days["format"]["wide"][2]
    for unit in ("5–", "1.1.", f"{month} ", f"5 {month} ", f"{day}, "):
        assert_linear(
            lambda n, u=unit: partial(find_timexes, u * (n // len(u)), language, DateInterval()), 4000
        )


CLAIMED = (
    "signed ", "Iran ", "Belarus ", "the memorandum of understanding ", "agreed to ", "said that ", "not ", "Minister ", '"said" ', "(IRNA) ",
    "in Minsk on March 3, 2021 ", "will sign an agreement ", "signed a memorandum, ",
)  # fmt: skip


@pytest.mark.parametrize("unit", CLAIMED)
def test_words_of_claims_repeated_cost_linear_time(unit):
    def act(text):
        body = f"The defence ministers of Belarus and Iran signed a memorandum of understanding {text} the ministry said."
        page = f"Ministers sign paper\n\nMINSK, March 3, 2021 - {body}\n\nThey met again in Tehran."
        article = clean_page(Page("a.txt", "sha256:0", "", "text/plain", "utf-8", "", page))
        code_article(article)

    act("")
    assert_linear(lambda n: partial(act, unit * (n // len(unit))), 1000)
