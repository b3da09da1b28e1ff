"""Every fuzz target for a short while with hypothesis: bytes of any kind, and valid files with a few things wrong."""

import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parent))

from growth import assert_ends
from seeds import make_seeds
from targets import TARGETS

SEEDS = make_seeds()
# Pieces that mean something to one format or another.
WORDS = [
    b"<", b">", b"</", b"<!--", b"-->", b"<![CDATA[", b"]]>", b"&", b"&#x", b"&#0;", b"&#1114112;", b'"', b"'", b"\\", b"\\u", b"\\u-99999999", b"\\bin99",
    b"{", b"}", b"[", b"]", b",", b":", b"\n", b"\r", b"\r\n\r\n", b"\t", b"\0", b"\xff", b"\xef\xbb\xbf", b"\xff\xfe", b"\x1f\x8b", b"PK\x03\x04", b"%PDF-",
    b"WARC/1.0\r\n", b"Content-Length: -1\r\n", b"Content-Length: 99999999999\r\n", b"charset=utf-7", b"charset=\xff", b"charset=idna", b"charset=rot13",
    b"<meta charset=utf-16>", b"0000-00-00", b"9999-99-99", b"99999999999999999999", b"1e999", b"NaN", b"-Infinity", b"!!int x", b"&a [*a]", b"null", b"..", b"/",
    "۱۴۰۲".encode(), "٫".encode(), "\u202e".encode(), "\u0130".encode(), "ﷺ".encode(), "\u1e9e".encode(), b"\xed\xa0\x80", b"31.02.", b"Feb 30, ", b"last ", b"next ",
]  # fmt: skip


@st.composite
def damaged(draw, seeds):
    """A valid file with up to six things cut, doubled, changed or put in."""
    data = bytearray(draw(st.sampled_from(seeds)))
    for _ in range(draw(st.integers(0, 6))):
        at = draw(st.integers(0, len(data)))
        end = min(len(data), at + draw(st.integers(0, 24)))
        what = draw(st.sampled_from(("cut", "double", "word", "bytes", "end")))
        if what == "cut":
            del data[at:end]
        elif what == "double":
            data[at:at] = data[at:end] * draw(st.integers(1, 30))
        elif what == "word":
            data[at:end] = draw(st.sampled_from(WORDS))
        elif what == "bytes":
            data[at:end] = draw(st.binary(max_size=8))
        else:
            del data[at:]
    return bytes(data)


def search(name, examples, *, anew):
    """Look for inputs that break a target; the same ones every time unless `anew`."""

    @settings(
        derandomize=not anew,
        max_examples=examples,
        suppress_health_check=list(HealthCheck),
        deadline=None,
        database=None,
    )
    @given(
        st.one_of(
            damaged(SEEDS[name]),
            st.binary(max_size=300),
            st.text(max_size=200).map(lambda t: t.encode("utf-8", "replace")),
        )
    )
    def run(data):
        assert_ends(lambda: TARGETS[name](data), 5 + len(data) / 2000)

    run()


@pytest.mark.parametrize("name", TARGETS)
def test_seeds_hold(name):
    for seed in SEEDS[name]:
        TARGETS[name](seed)


@pytest.mark.parametrize("name", TARGETS)
def test_fuzz(name):
    search(name, 25, anew=False)


@pytest.mark.long
@pytest.mark.parametrize("name", TARGETS)
def test_fuzz_for_longer(name):
    search(name, 1500, anew=True)


def test_the_atheris_harness_says_what_it_needs():
    import subprocess

    done = subprocess.run(
        [sys.executable, str(Path(__file__).with_name("with_atheris.py"))],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "atheris is not installed" in done.stderr or "usage: with_atheris.py TARGET" in done.stderr
