"""Every figure is drawn, or says in words why not, for every table it may meet; titles follow the table."""

import json
import re

import pytest
from report_tables import EVENTS, REFERENCE, make_tables

from helpers.figures import (
    actors,
    changes,
    compact,
    corroboration,
    coverage,
    ladder,
    removed,
    style,
    timeline,
)
from helpers.figures.titles import MAX_TITLE_WORDS

NAMES = ("id", "title", "kind", "plover", "status", "instrument", "n_documents", "edtf", "weekday", "place", "defence", "areas",
         "grade", "actors", "signatories", "contradictions", "reference", "claims")  # fmt: skip
HOSTILE = '<script>alert(1)</script> $x^2$ #eval("1") \u202eleft\u202c & </text> \\frac{1}{2} =1+1'


def event(number, **changed):
    """One event of the fixtures with some of its fields exchanged."""
    row = list(EVENTS[number % len(EVENTS)])
    for name, value in changed.items():
        row[NAMES.index(name)] = value
    return tuple(row)


CASES = {
    "usual": EVENTS,
    "none": [],
    "one": [EVENTS[0]],
    "undated": [event(0, edtf=None, weekday=None)],
    "one day": [event(i, id=f"ms-{i}", edtf="2025-08-20") for i in range(12)],
    "one week": [event(i, id=f"ms-{i}", edtf=f"2025-08-{18 + i:02d}") for i in range(7)],
    "forty years": [event(0, edtf="1985/2025"), event(1, id="ms-a", edtf="1990"), event(2, id="ms-b", edtf="../1987"), event(3, id="ms-c", edtf="2024/..")],
    "far days": [event(0, edtf="0001-01-01"), event(1, id="ms-a", edtf="9999-12-31")],
    "long labels": [event(0, title="a long title " * 16), event(1, id="ms-a", title="x" * 200, place="y" * 200, actors=["z" * 200, "w" * 200])],
    "right to left": [event(0, title="یادداشت تفاهم دفاعی در تهران امضا شد", place=None), event(1, id="ms-a", title="中文 😀 \x00\x1b[31m")],
    "hostile": [event(0, title=HOSTILE, instrument=HOSTILE, place=HOSTILE, actors=[HOSTILE, "b"])],
    "many": [event(i, id=f"ms-{i}", edtf=f"20{i % 20 + 5:02d}-0{i % 9 + 1}") for i in range(130)],
}  # fmt: skip


def prepare_all(events, *, articles=True):
    rows = make_tables(events)
    milestones, claims, pages = rows["milestones"], rows["claims"], rows["articles"] if articles else []
    return {
        timeline: timeline.prepare(milestones, rows["events"], reference=REFERENCE, profile={"parties": ["BLR", "IRN"]}),
        corroboration: corroboration.prepare(milestones, claims, rows["articles"]),
        ladder: ladder.prepare(milestones, claims, rows["articles"]),
        actors: actors.prepare(milestones),
        coverage: coverage.prepare(pages, {"Harbour Gazette": ("GBR", False), "Вести побережья": ("RUS", True)}),
        removed: removed.prepare(pages, rows["lines"] if articles else []),
        changes: changes.prepare(None),
    }  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_every_figure_is_drawn_or_says_why_not(case):
    for module, prepared in prepare_all(CASES[case], articles=case != "none").items():
        svg = style.to_svg(module.plot_print(prepared))
        assert re.search(r">[^<]*\w{3,}[^<]*</text>", svg), module.__name__
        screen = json.loads(module.plot_screen(prepared).to_json())
        assert screen["data"] or screen["layout"]["annotations"], module.__name__
        assert len(module.title(prepared).split()) <= MAX_TITLE_WORDS
        assert module.alt_text(prepared).strip()
        assert module.subtitle(prepared).strip()
        assert module.source_line(prepared).strip()
        module.data_table(prepared)


def test_text_of_a_page_is_shown_as_text():
    for module, prepared in prepare_all(CASES["hostile"]).items():
        svg = style.to_svg(module.plot_print(prepared))
        assert "<script" not in svg
        assert "\u202e" not in svg
        screen = module.plot_screen(prepared).to_json()
        assert "<script" not in json.loads(screen).__repr__().replace("[['", "") or "customdata" in screen
    svg = style.to_svg(timeline.plot_print(prepare_all(CASES["hostile"])[timeline]))
    assert "$x^2$" in svg


def test_the_same_table_gives_the_same_picture():
    first, second = (prepare_all(EVENTS) for _ in range(2))
    for module in (timeline, corroboration, coverage):
        assert style.to_svg(module.plot_print(first[module])) == style.to_svg(
            module.plot_print(second[module])
        )
        assert module.plot_screen(first[module]).to_json() == module.plot_screen(second[module]).to_json()


def test_titles_follow_the_table():
    usual = prepare_all(EVENTS)
    assert timeline.title(usual[timeline]) == "Six signings between 2007 and 2025, one disputed"
    fewer = prepare_all([e for e in EVENTS if e[0] != "ms-2007"])
    assert timeline.title(fewer[timeline]) == "Five signings between 2023 and 2025, one disputed"
    assert corroboration.title(usual[corroboration]) == "Three of twelve milestones rest on several origins"
    assert corroboration.title(fewer[corroboration]) == "Three of eleven milestones rest on several origins"
    ratified = prepare_all(
        [event(0, claims=[("en1", 0, "ratified", "asserted", "2023-07-31", "x", "yes", 1)]), EVENTS[1]]
    )
    assert ladder.title(ratified[ladder]) == "Two of two papers said signed, one ratified"
    assert actors.title(usual[actors]) == "Lukashenko and Pezeshkian appear together most"
    postponed = [
        event(i, status="postponed") if "Lukashenko" in EVENTS[i][13] else EVENTS[i]
        for i in range(len(EVENTS))
    ]
    assert "Lukashenko" not in actors.alt_text(prepare_all(postponed)[actors])
    assert coverage.title(usual[coverage]).startswith("16 articles from 14 outlets")


def _labels(figure):
    figure.canvas.draw()
    renderer = figure.canvas.get_renderer()
    return [
        (t.get_text(), t.get_window_extent(renderer))
        for a in figure.axes
        for t in a.texts
        if t.get_text().strip()
    ]


@pytest.mark.parametrize("case", ["usual", "one day", "one week", "forty years", "long labels"])
def test_labels_of_the_timeline_do_not_collide(case):
    figure = timeline.plot_print(prepare_all(CASES[case])[timeline])
    labels = [(text, box) for text, box in _labels(figure) if text not in ("//",) and "shortened" not in text]
    for i, (text, box) in enumerate(labels):
        assert box.x0 > -2, text
        assert box.x1 < figure.bbox.width + 2, text
        for other, there in labels[i + 1 :]:
            across = min(box.x1, there.x1) - max(box.x0, there.x0)
            down = min(box.y1, there.y1) - max(box.y0, there.y0)
            assert across <= 2 or down <= 3, (text, other)


def test_imprecise_dates_are_bars_and_days_are_not():
    prepared = prepare_all(EVENTS)[timeline].set_index("key")
    assert prepared.loc["ms-mou", "precision"] == "day"
    assert prepared.loc["ms-roadmap", "precision"] == "span"
    assert prepared.loc["ms-denial", "precision"] == "open"
    assert prepared.loc["ms-documents", "contested"]
    bars = [t for t in timeline.plot_screen(prepare_all(EVENTS)[timeline]).data if t.mode == "lines"]
    drawn = {x for t in bars for x in t.x if x}
    assert {"2023-03-01", "2023-03-31"} <= drawn
    assert "2023-07-31" not in drawn


def test_every_mark_of_the_screen_leads_to_its_milestone():
    rows = make_tables()
    figure = timeline.plot_screen(prepare_all(EVENTS)[timeline])
    keys = [c[0] for t in figure.data if t.meta == "marks" for c in t.customdata]
    assert sorted(keys) == sorted(m["milestone_id"] for m in rows["milestones"])


def test_the_reference_is_a_layer_of_its_own():
    rows = make_tables()
    without = timeline.prepare(rows["milestones"], None, reference=None)
    with_it = timeline.prepare(rows["milestones"], None, reference=REFERENCE)
    assert set(without["layer"]) == {"corpus"}
    corpus = with_it[with_it["layer"] == "corpus"].reset_index(drop=True)
    columns = ["key", "earliest", "latest", "status", "grade"]
    assert corpus[columns].equals(without[columns].reset_index(drop=True))
    assert "Reference" not in timeline.source_line(without)


def test_unknown_status_raises():
    rows = make_tables()
    rows["milestones"][0]["status"] = "celebrated"
    with pytest.raises(ValueError, match="celebrated"):
        timeline.prepare(rows["milestones"])


def test_changes_name_fields_and_causes():
    found = [
        {"milestone_id": "b", "title": "Old", "what": "changed", "field": "grade", "before": "C", "after": "B", "causes": ("new source",)},
        {"milestone_id": "b", "title": "Old", "what": "changed", "field": "n_origins", "before": 1, "after": 2, "causes": ("new source",)},
        {"milestone_id": "a", "title": "New", "what": "added", "field": "", "before": None, "after": None, "causes": ("new source",)},
    ]  # fmt: skip
    prepared = changes.prepare(found, since="run-1")
    assert changes.title(prepared) == "One added and one changed since the run before"
    assert "grade: C → B" in changes.alt_text(prepared)
    assert changes.title(changes.prepare([])) == "Nothing changed since the run before"
    with pytest.raises(ValueError, match="vanished"):
        changes.prepare([{**found[0], "what": "vanished"}])


@pytest.mark.parametrize(("copies", "dtick"), [(1, 1), (9, None)])
def test_columns_of_few_articles_are_measured_in_whole_articles(copies, dtick):
    pages = [a for a in make_tables()["articles"] if a["published_earliest"]][:1] * copies
    axis = coverage.plot_screen(coverage.prepare(pages, {})).layout.yaxis
    assert axis.dtick == dtick


def test_dark_twins_keep_contrast():
    def luminance(colour):
        parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    def contrast(a, b):
        low, high = sorted((luminance(a), luminance(b)))
        return (high + 0.05) / (low + 0.05)

    inks = [style.INK, style.MUTED, *style.LANE_INK.values()]
    assert all(contrast(c, style.PAPER) >= 4.5 for c in inks)
    assert all(contrast(style.DARK[c], style.DARK[style.PAPER]) >= 4.5 for c in inks)
    assert all(contrast(style.DARK[c], style.DARK[style.PAPER]) >= 3 for c in style.LANE_COLOURS.values())


def test_what_stands_against_a_milestone_is_on_the_figures():
    rows = make_tables()
    summit = next(m for m in rows["milestones"] if m["milestone_id"] == "ms-summit")
    documents = next(m for m in rows["milestones"] if m["milestone_id"] == "ms-documents")
    documents["claim_ids"] = [c for c in documents["claim_ids"] if c not in _claims_of(rows, "Agenția Nord")]
    documents["origins"] = [o for o in documents["origins"] if o != "Agenția Nord"]
    side = {"event_id": "x", "milestone_id": "ms-documents", "field": "status", "value": "discussed only",
            "claim_ids": [c for c in summit["claim_ids"] if c in _claims_of(rows, "Agenția Nord")], "origins": ["Agenția Nord"], "n_origins": 1}  # fmt: skip
    matrix = corroboration.prepare(rows["milestones"], rows["claims"], rows["articles"], [side])
    cell = matrix[(matrix["milestone_id"] == "ms-documents") & (matrix["origin"] == "Agenția Nord")].iloc[0]
    assert cell["against"]
    assert cell["disputes"]
    assert cell["says"] == "discussed"
    steps = ladder.prepare(rows["milestones"], rows["claims"], rows["articles"], [side])
    rung = steps[(steps["milestone_id"] == "ms-documents") & (steps["rung"] == "discussed")].iloc[0]
    assert rung["origins"] == ["Agenția Nord"]
    assert rung["contested"]


def said_of(rows, contradictions=()):
    cells = corroboration.prepare(rows["milestones"], rows["claims"], rows["articles"], contradictions)
    return {c["origin"]: (c["says"], c["others"]) for c in cells.to_dict("records")}


def test_a_headline_goes_back_to_whom_its_page_names_and_nobody_is_called_unattributed_who_is_named():
    rows = make_tables([event(3)])
    milestone = rows["milestones"][0]
    first, second = (c for c in rows["claims"] if c["claim_id"] in milestone["claim_ids"][:2])
    second["article_id"] = first["article_id"]
    article = next(a for a in rows["articles"] if a["article_id"] == first["article_id"])
    article["origin"] = "Paper of the Harbour"
    first["attribution"], second["attribution"] = ["Ministry of Ships"], []
    milestone["claim_ids"] = [first["claim_id"], second["claim_id"]]
    milestone["origins"] = ["Ministry of Ships", "Agency Nobody"]
    said = said_of(rows)
    assert "unattributed" not in said
    assert "Paper of the Harbour" not in said
    assert said["Ministry of Ships"][0] == "signed"
    milestone["origins"] = ["Agency Nobody", "Agency Else"]
    assert said_of(rows)["Paper of the Harbour"][0] == "signed"
    cells = corroboration.prepare(rows["milestones"], rows["claims"], rows["articles"])
    assert cells.set_index("origin")["counted"].to_dict()["Paper of the Harbour"] is False
    assert "What each of two independent origins says" in corroboration.subtitle(cells)
    assert "is not counted" in corroboration.subtitle(cells)


def test_a_denial_that_contradicts_nothing_is_no_step_of_a_paper():
    rows = make_tables([event(3)])
    milestone = rows["milestones"][0]
    claim = next(c for c in rows["claims"] if c["claim_id"] == milestone["claim_ids"][-1])
    claim["status"] = "denied"
    milestone["contradictions"] = []

    def rungs():
        steps = ladder.prepare(rows["milestones"], rows["claims"], rows["articles"])
        said = said_of(rows).values()
        return "denied" in set(steps["rung"]), any("denied" in (says, *others) for says, others in said)

    assert rungs() == (False, False)
    milestone["contradictions"] = ["status"]
    assert rungs() == (True, True)


def _claims_of(rows, origin):
    articles = {a["article_id"] for a in rows["articles"] if a["origin"] == origin}
    return {c["claim_id"] for c in rows["claims"] if c["article_id"] in articles}


def test_a_rung_has_the_days_its_claims_leave_and_none_where_the_chronology_has_none():
    rows = make_tables([event(1, edtf="2023-03")])
    first = ladder.prepare(rows["milestones"], rows["claims"], rows["articles"]).iloc[0]
    assert (str(first["low"]), str(first["high"])) == ("2023-03-10", "2023-03-13")
    rows = make_tables([event(1, edtf=None)])
    first = ladder.prepare(rows["milestones"], rows["claims"], rows["articles"]).iloc[0]
    assert first["date_words"] == "date unknown"


def test_institutions_meet_as_their_people_do():
    prepared = prepare_all(EVENTS)[actors]
    pair = prepared[(prepared["a"] == "Ashtiani") & (prepared["b"] == "Khrenin")].iloc[0]
    assert (pair["a_side"], pair["b_side"]) == ("IRN", "BLR")
    assert pair["a_institution"] == pair["b_institution"] == "defence ministry"
    found = actors._grid(prepared)
    assert ("defence ministry", "") in found.rows
    heads = [label for i, (label, _) in enumerate(found.rows) if i in found.strong]
    assert set(heads) == {"presidency", "defence ministry"}
    assert "Rows: Belarus, columns: Iran" in actors.subtitle(prepared)
    contested = prepare_all([event(3), event(3, id="ms-b")])[actors]
    assert contested["n_contested"].tolist() == [2]


def test_marks_are_explained_where_they_are():
    usual = prepare_all(EVENTS)[timeline]
    said = timeline.explain_marks(usual)
    assert "■ signed" in said
    assert "Ring: accounts exclude each other." in said
    assert "▽ reference" in said
    calm = timeline.prepare(make_tables(EVENTS[:2])["milestones"])
    assert timeline.explain_marks(calm) == "■ signed; the fuller a mark, the better supported (grade A to D)."


def test_a_small_picture_is_the_same_picture():
    with style.house_style():
        svg = style.to_svg(timeline.plot_print(prepare_all(EVENTS)[timeline]))
    assert 'class="l0"' in svg
    assert not re.search(r'"[^"]*\d\.\d{3,}[^"]*"', svg)
    again = compact.compact_svg(svg)
    assert re.findall(r">([^<]+)</text>", again) == re.findall(r">([^<]+)</text>", svg)
