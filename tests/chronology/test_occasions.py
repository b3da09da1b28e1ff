"""What pages of one occasion tell beside it: united when it fits, left alone when it does not."""

from __future__ import annotations

from itertools import permutations

from chronology_rows import MEMO, article, build, claim

DAY = {"actors": ["Khrenin", "Nasirzadeh"], "place": "Minsk", "date": "2025-03-12"}
PLAN = {"kind": "consultation", "status": "planned", "polarity": "future"}


def report(name, *, day=DAY, published="2025-03-13", **beside):
    """A page on the signing of 12 March 2025 that adds one thing."""
    page = article(name, published=published)
    return page, [
        claim(page, f"{name} on the signing", **day, **MEMO),
        claim(page, f"{name} beside it", **beside),
    ]


def chronicle(*pages):
    return build(*((page, row) for page, rows in pages for row in rows))


def sizes(*pages):
    return sorted((e["kind"], e["status"], e["n_articles"]) for e in chronicle(*pages).events)


def test_a_vague_plan_told_on_one_occasion_is_one_plan():
    meet = PLAN | {"place": "Tehran", "date": "2026"}
    assert sizes(report("a", **meet), report("b", **meet)) == [
        ("agreement", "signed", 2),
        ("consultation", "planned", 2),
    ]
    other = DAY | {"actors": ["Ashtiani", "Khrenin"], "date": "2023-07-31", "place": "Tehran"}
    apart = report("a", **meet), report("b", day=other, published="2023-08-01", **meet)
    assert [n for kind, _, n in sizes(*apart) if kind == "consultation"] == [1, 1]


def test_nothing_that_excludes_is_overruled():
    meet = PLAN | {"place": "Tehran", "date": "2026"}
    for other in ({"place": "Isfahan"}, {"date": "2027"}, {"kind": "cooperation"}):
        counts = [
            n
            for kind, status, n in sizes(report("a", **meet), report("b", **meet | other))
            if status == "planned"
        ]
        assert counts == [1, 1], other


def test_what_could_be_two_things_stays_apart_in_any_order():
    vague = PLAN | {"date": "2026"}
    pages = [
        report("a", **vague, place="Tehran"),
        report("b", **vague, place="Isfahan"),
        report("c", **vague, country="IRN"),
    ]
    for order in permutations(pages):
        planned = [n for kind, status, n in sizes(*order) if status == "planned"]
        assert planned == [1, 1, 1]


def test_denials_and_what_has_no_date_do_not_move():
    denied = {"kind": "cooperation", "status": "denied", "polarity": "negated"}
    undated = {"kind": "consultation", "status": "discussed", "polarity": "historical"}
    for beside in (denied, undated):
        assert [
            n for kind, _, n in sizes(report("a", **beside), report("b", **beside)) if kind != "agreement"
        ] == [1, 1]


def test_the_log_says_why():
    meet = PLAN | {"place": "Tehran", "date": "2026"}
    log = chronicle(report("a", **meet), report("b", **meet)).join_log
    assert any("pages of one occasion" in note.detail and note.outcome == "joined" for note in log)


def test_two_numbers_of_one_occasion_contradict_each_other():
    """A page without a day that counts seven papers, and one that counts nine on the day both tell of."""
    visit = {"kind": "consultation", "actors": ["Ahmadinejad", "Lukashenko"], "status": "discussed"}
    dated, undated = article("dated", published="2007-05-22"), article("undated")
    other = {
        "actors": ["Khrenin", "Nasirzadeh"],
        "place": "Tehran",
        "date": "2025-03-12",
        "kind": "consultation",
    }

    def found(nine, seven, **met):
        rows = [
            (dated, claim(dated, "He came on Monday.", place="Minsk", date="2007-05-21", **visit)),
            (dated, claim(dated, "Nine papers were signed.", date="2007-05-21", start=200, **nine)),
            (undated, claim(undated, "The two met in Minsk.", **visit | {"place": "Minsk"} | met)),
            (undated, claim(undated, "Seven papers were signed.", start=200, **seven)),
        ]
        return build(*rows)

    papers = {"instrument": "documents", "actors": ["Ahmadinejad", "Lukashenko"]}
    one = found(papers | {"n_documents": 9}, papers | {"n_documents": 7})
    [package] = [e for e in one.events if e["kind"] == "agreement"]
    assert package["contradictions"] == ["n_documents"] and package["n_articles"] == 2
    two = found(papers | {"n_documents": 9}, papers | {"n_documents": 7}, **other)
    assert [e["n_articles"] for e in two.events if e["kind"] == "agreement"] == [1, 1]
