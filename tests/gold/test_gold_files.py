"""The gold itself: complete, resolvable, split as its README says."""

from __future__ import annotations

from collections import Counter

from milestone_scoring import load_groups
from page_scoring import HERE, SETS, load_pages, page_path
from scoring import FIELDS, load_sentences, part_of

from helpers.foundation.dates import read_edtf
from helpers.foundation.schemas import CLAIMS, LANGUAGES, MILESTONES

PAGE_KEYS = {"q", "opt", "hl", "wd", "parties"}
MILESTONE_KEYS = {
    "kind", "status", "place", "instrument", "n", "defence", "contains", "inside", "from", "origins", "contradictions"
}  # fmt: skip
EVIDENCE = {"metadata", "address", "dateline", "crawler header", "closing line", "page banner", "none"}


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
    assert sorted(p.stem for folder in SETS for p in (folder / "pages").glob("*.txt")) == sorted(pages)
    for name, gold in pages.items():
        path = page_path(name)
        lines = path.read_text(encoding="utf-8").split("\n")
        folder = path.parents[1]
        more = "" if folder == HERE else f"-{folder.name}"
        assert gold["part"] == ("tune" if int(name.split("-")[1]) % 2 else "score") + more, name
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


def test_blind_pages_are_labelled_in_full() -> None:
    """The blind sets: four pages of every language each (the sixth three, the ninth and tenth two, the eleventh to fifteenth up to three of some), every label of the schema, every quote once, in the body."""
    sets = (
        "-more",
        "-third",
        "-fourth",
        "-fifth",
        "-sixth",
        "-seventh",
        "-eighth",
        "-ninth",
        "-tenth",
        "-eleventh",
        "-twelfth",
        "-thirteenth",
        "-fourteenth",
        "-fifteenth",
    )
    pages = {n: p for n, p in load_pages().items() if p["part"].endswith(sets)}
    (
        more,
        third,
        fourth,
        fifth,
        sixth,
        seventh,
        eighth,
        ninth,
        tenth,
        eleventh,
        twelfth,
        thirteenth,
        fourteenth,
        fifteenth,
    ) = ({n for n, p in pages.items() if p["part"].endswith(s)} for s in sets)
    assert more == {f"{language}-{n}" for language in LANGUAGES for n in (21, 22, 23, 24)}
    assert all(sum(n.startswith(f"{language}-3") for n in third) == 4 for language in LANGUAGES)
    assert fourth == {f"{language}-{n}" for language in LANGUAGES for n in (41, 42, 43, 44)}
    assert fifth == {f"{language}-{n}" for language in LANGUAGES for n in (51, 52, 53, 54)}
    assert sixth == {f"{language}-{n}" for language in LANGUAGES for n in (62, 64, 66)}
    assert seventh == {f"{language}-{n}" for language in LANGUAGES for n in (71, 72, 73, 74)}
    assert eighth == {f"{language}-{n}" for language in LANGUAGES for n in (81, 82, 83, 84)}
    spoken = ("en", "de", "fa", "tr", "es", "fr", "it", "ro")
    assert ninth == {f"{language}-{n}" for language in spoken for n in (92, 94)}
    assert tenth == {f"{language}-{n}" for language in ("ru", "uk", "be") for n in (102, 104)}
    assert eleventh == {f"{language}-{n}" for language in ("pl", "lt") for n in (112, 114, 116)}
    assert Counter(n[:2] for n in twelfth) == dict.fromkeys(("es", "fa", "it", "ro"), 3) | {
        "ru": 2,
        "be": 1,
        "lt": 1,
        "pl": 1,
        "uk": 1,
    }
    assert Counter(n[:2] for n in thirteenth) == dict.fromkeys(("en", "de", "fr", "tr"), 3)
    assert Counter(n[:2] for n in fourteenth) == dict.fromkeys(
        ("be", "fa", "lt", "pl", "ro", "ru", "uk"), 2
    ) | {"es": 3, "it": 3}
    assert Counter(n[:2] for n in fifteenth) == dict.fromkeys(
        ("de", "es", "fr", "pl", "tr", "uk"), 3
    ) | dict.fromkeys(("be", "lt", "ro"), 2)
    allowed = {c.name: set(c.allowed) for c in CLAIMS.columns}
    for name, gold in pages.items():
        assert gold["language"] == name[:2], name
        least = (
            2
            if name in fourth
            else 4
            if name
            in fifth
            | sixth
            | seventh
            | eighth
            | ninth
            | tenth
            | eleventh
            | twelfth
            | thirteenth
            | fourteenth
            | fifteenth
            else 6
        )  # a wire flash has two sentences
        assert least <= len(gold["body_lines"]) <= 20, name
        assert gold["published"]["evidence"] in EVIDENCE, name
        assert (gold["published"]["edtf"] == "null") == (gold["published"]["evidence"] == "none"), name
        text = page_path(name).read_text(encoding="utf-8")
        title, body = int(gold["title_line"]), {int(n) for n in gold["body_lines"]}
        for claim in gold["claims"]:
            at = claim["q"]
            line = text.count("\n", 0, text.rindex(at)) + 1
            assert text.count(at) == 1, (name, at)
            assert line in ({title} if "hl" in claim else body), (name, at)
            for key, column in (("k", "kind"), ("s", "status"), ("p", "polarity"), ("def", "defence")):
                assert claim.get(key) is None or claim[key] in allowed[column], (name, at, key)
            parties = claim.get("parties", ["BLR", "IRN"])
            assert parties == sorted(parties), (name, at)
            assert claim.get("a", []) == sorted(claim.get("a", [])), (name, at)
            assert claim.get("s") != "denied" or claim.get("p", "negated") in ("negated", "hypothetical"), (
                name,
                at,
            )


def test_milestones_of_groups_are_well_formed() -> None:
    allowed = {c.name: set(c.allowed) for c in MILESTONES.columns}
    for name, group in load_groups().items():
        assert set(group) <= {"part", "pages", "milestones", "optional"}, name
        for gold in [*group["milestones"], *group.get("optional", ())]:
            assert set(gold) <= MILESTONE_KEYS, (name, gold)
            for key in ("kind", "status"):
                value = gold.get(key, [])
                assert set([value] if isinstance(value, str) else value) <= allowed[key], (name, gold)
            if "contains" in gold:
                low, high = gold["inside"]
                assert low <= gold["contains"] <= high, (name, gold)


def test_parts_of_sentences() -> None:
    assert [part_of(n) for n in ("en-02", "en-03", "en-h02")] == ["tune", "score", "score"]
