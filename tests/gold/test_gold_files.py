"""The gold itself: complete, resolvable, split as its README says."""

from __future__ import annotations

from milestone_scoring import load_groups
from page_scoring import HERE, load_pages
from scoring import FIELDS, load_sentences, part_of

from helpers.foundation.dates import read_edtf
from helpers.foundation.schemas import CLAIMS, LANGUAGES

PAGE_KEYS = {"q", "opt", "hl", "wd", "parties"}


def test_sentences_cover_every_language_and_status() -> None:
    items = [*load_sentences("tune"), *load_sentences("score")]
    assert len(items) >= 300
    assert {language for language, _ in items} == set(LANGUAGES)
    assert len({item["id"] for _, item in items}) == len(items)
    claims = [c for _, item in items for c in item["claims"]]
    allowed = {c.name: set(c.allowed) for c in CLAIMS.columns}
    assert {c["s"] for c in claims if "s" in c} == allowed["status"]
    assert {c["p"] for c in claims if "p" in c} == allowed["polarity"]
    assert {c["k"] for c in claims if "k" in c} <= allowed["kind"]
    assert all(set(c) <= {*FIELDS, "parties"} for c in claims)


def test_pages_resolve() -> None:
    pages = load_pages()
    assert len(pages) >= 60
    assert {p["language"] for p in pages.values()} == set(LANGUAGES)
    assert {p.stem for p in (HERE / "pages").glob("*.txt")} == set(pages)
    for name, gold in pages.items():
        text = (HERE / "pages" / f"{name}.txt").read_text(encoding="utf-8")
        lines = text.split("\n")
        assert gold["part"] == ("tune" if int(name.split("-")[1]) % 2 else "score"), name
        assert all(lines[int(n) - 1].strip() for n in [gold["title_line"], *gold["body_lines"]]), name
        kept = "\n".join(lines[int(n) - 1] for n in [gold["title_line"], *gold["body_lines"]])
        for claim in gold["claims"]:
            assert claim["q"] in kept, (name, claim["q"])
            assert set(claim) <= {*FIELDS, *PAGE_KEYS}, (name, claim)
            if claim.get("d", "null") != "null":
                read_edtf(claim["d"])


def test_groups_stand_in_one_part() -> None:
    pages = load_pages()
    for name, group in load_groups().items():
        assert {pages[p]["part"] for p in group["pages"]} == {group["part"]}, name
        for gold in group["milestones"]:
            assert set(gold.get("from", ())) <= set(group["pages"]), name


def test_parts_of_sentences() -> None:
    assert [part_of(n) for n in ("en-02", "en-03", "en-h02")] == ["tune", "score", "score"]
