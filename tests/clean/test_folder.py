from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner
from page_frames import load_frames, make_page

from helpers.clean.folder import name_outputs
from helpers.clean.passages import classify_page, keep_text
from helpers.cli.clean import clean
from helpers.foundation.errors import InputError
from helpers.foundation.records import Page
from helpers.ingest.read import read_raw_file

FRAMES = load_frames()


def run(*args: str) -> str:
    result = CliRunner().invoke(clean, list(args), catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.output


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    (folder / "sub").mkdir(parents=True)
    for frame in FRAMES[:4]:
        (folder / "sub" / f"{frame['id']}.txt").write_text(frame["text"], encoding="utf-8")
    (folder / "same.txt").write_text(FRAMES[4]["text"], encoding="utf-8")
    (folder / "same.html").write_text(
        "<html><head><title>t</title></head><body><article>"
        + "".join(f"<p>{line}</p>" for line in FRAMES[5]["text"].split("\n"))
        + "</article></body></html>",
        encoding="utf-8",
    )
    (folder / "empty.txt").write_bytes(b"")
    (folder / "blob.bin").write_bytes(bytes(range(256)) * 40)
    (folder / "menu.txt").write_text("Home\nNews\nContact\n", encoding="utf-8")
    return folder


def test_same_names_and_a_list_of_the_rest(raw: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    text = run(str(raw), str(out))
    names = sorted(p.relative_to(out).as_posix() for p in out.rglob("*") if p.is_file())
    assert names == sorted(
        [f"sub/{f['id']}.txt" for f in FRAMES[:4]] + ["same.txt", "same.html.txt", "quarantine.jsonl"]
    )
    listed = [json.loads(line) for line in (out / "quarantine.jsonl").read_text().splitlines()]
    assert {q["source_path"] for q in listed} == {"empty.txt", "blob.bin", "menu.txt"}
    assert "9 files: 6 texts" in text and "3 quarantined" in text
    cleaned = (out / "sub" / f"{FRAMES[0]['id']}.txt").read_text(encoding="utf-8").splitlines()
    assert cleaned[0] == "Harbour towns agree on joint ferry line"
    assert set(cleaned) <= set(FRAMES[0]["text"].split("\n"))
    assert "Home" not in cleaned


def test_two_processes_give_the_same(raw: Path, tmp_path: Path) -> None:
    a, b = tmp_path / "a", tmp_path / "b"
    run(str(raw), str(a))
    run(str(raw), str(b), "--workers", "2")
    for path in a.rglob("*"):
        if path.is_file():
            assert path.read_bytes() == (b / path.relative_to(a)).read_bytes()


def test_wrong_folders(raw: Path, tmp_path: Path) -> None:
    (tmp_path / "none").mkdir()
    for source, target, message in (
        (raw, raw, "one lies in the other"),
        (raw, raw / "out", "one lies in the other"),
        (tmp_path / "missing", tmp_path / "o", "missing"),
        (tmp_path / "none", tmp_path / "o", "holds no files"),
        (raw, raw / "same.txt", "one lies in the other"),
    ):
        with pytest.raises(InputError, match=message):
            run(str(source), str(target))


@pytest.mark.parametrize("frame", FRAMES[::4], ids=lambda f: f["id"])
def test_the_quick_way_keeps_the_same_lines(frame: dict) -> None:
    page = make_page(frame["text"])
    assert keep_text(page) == "\n".join(line.span.of(page.text) for line in classify_page(page) if line.kept)


def test_names_do_not_collide() -> None:
    named = name_outputs(["a.txt", "a.html", "b.html", "c/a.pdf", "A.htm"])
    assert {k: str(v) for k, v in named.items()} == {
        "a.txt": "a.txt", "a.html": "a.html.txt", "b.html": "b.txt", "c/a.pdf": "c/a.txt", "A.htm": "A.htm.txt",
    }  # fmt: skip
    assert len({str(v).casefold() for v in named.values()}) == len(named)


def test_html_pages_are_cleaned_by_their_document(raw: Path, caplog: pytest.LogCaptureFixture) -> None:
    (page,) = read_raw_file(raw / "same.html", raw)
    assert isinstance(page, Page) and page.html is not None
    # the title of an HTML page is metadata of the document; the cleaned text is its body
    kept = [line.span.of(page.text) for line in classify_page(page) if line.kept and line.role != "title"]
    assert keep_text(page) == "\n".join(kept) and any("Residents had asked" in line for line in kept)
    assert not caplog.records
    strange = replace(page, text=FRAMES[0]["text"])
    by_text = [
        line.span.of(strange.text)
        for line in classify_page(replace(strange, html=None))
        if line.kept and line.role != "title"
    ]
    assert keep_text(strange) == "\n".join(by_text)
    assert "by its text alone" in caplog.text
