import importlib.util
import json
from pathlib import Path
from types import SimpleNamespace

import pytest

from helpers.explore import panels
from helpers.explore.desk import ExplorerDesk
from helpers.explore.model_review import ReviewDesk
from helpers.explore.review_desk import ReviewWidget, show_review
from helpers.foundation.errors import InputError

ROOT = Path(__file__).parents[2]


@pytest.fixture
def desk(corpus):
    return ExplorerDesk(corpus)


def test_a_click_on_a_mark_opens_its_evidence(desk):
    figure = desk._chart.children[0]
    trace = next(t for t in figure.data if t.meta == "marks")
    key = trace.customdata[1][0]
    desk._on_click(trace, SimpleNamespace(point_inds=[1]), None)
    assert desk.event["milestone_id"] == key
    assert key in desk._evidence.value


def test_every_milestone_has_a_mark_to_click_on(desk):
    keys = {c[0] for t in desk._chart.children[0].data if t.meta == "marks" for c in t.customdata}
    dated = {m["milestone_id"] for m in desk.corpus.milestones.values() if m["earliest"] or m["latest"]}
    assert keys == dated


def test_a_chosen_facet_moves_counts_chart_and_evidence(desk):
    desk._boxes["language"].value = ("tr",)
    assert desk.selection["language"] == ("tr",)
    assert all("tr" in {desk.corpus.claims[c]["language"] for c in e["claim_ids"]} for e in desk.events)
    assert desk.event in desk.events
    assert f"{len(desk.events)} of {len(desk.corpus.events)} events pass" in desk._said.value
    assert "(0)" not in str(desk._boxes["status"].options)
    desk._boxes["language"].value = ()
    assert len(desk.events) == len(desk.corpus.events)


def test_nothing_passing_is_said(desk):
    desk.choose({"language": ["tr"], "period": ["2007"]})
    assert desk.events == []
    assert desk.event is None
    assert "No event passes" in desk._evidence.value


def test_wrong_parameters_of_the_notebook_are_named(corpus):
    with pytest.raises(InputError, match="mls-none"):
        ExplorerDesk(corpus, milestone="mls-none")
    with pytest.raises(InputError, match="language='xx'"):
        ExplorerDesk(corpus, selection={"language": ["xx"]})


def test_every_view_has_a_widget_and_a_plain_table(desk, tmp_path):
    views = [
        desk.show(), panels.show_concordance(desk, "memorandum"), panels.show_sources(desk), panels.show_absences(desk),
        panels.show_page(desk), panels.show_saving(desk, tmp_path, ROOT / "notebooks", given={}),
        show_review(ReviewDesk(desk.corpus, "A Reviewer")),
    ]  # fmt: skip
    for view in views:
        bundle = view._repr_mimebundle_()
        assert "application/vnd.jupyter.widget-view+json" in bundle
        assert "<table" in bundle["text/html"] or "<code>" in bundle["text/html"]
        assert "<script" not in bundle["text/html"]


def test_a_view_is_saved_with_its_command(desk, tmp_path):
    desk.choose({"language": ["en"]})
    shown = panels.show_saving(desk, tmp_path, ROOT / "notebooks", given={"raw": ""})
    shown.widget.children[0].children[1].click()
    saved = json.loads((tmp_path / "my-view.json").read_text(encoding="utf-8"))
    assert saved["command"] == "dossier run --languages en"
    assert saved["command"] in shown.widget.children[1].value


def test_the_review_widget_drafts_shows_saves_and_goes_on(corpus):
    widget = ReviewWidget(ReviewDesk(corpus, "A Reviewer"))
    first = widget.state["item"]["name"]
    widget.answer({"kind": "draft", "action": "accept", "name": first, "reason": ""})
    assert "say why" in widget.state["message"]
    widget.answer({"kind": "draft", "action": "accept", "name": first, "reason": "checked"})
    assert widget.state["draft"]["action"] == "accept"
    assert widget.state["draft"]["changes"]
    assert widget.state["item"]["name"] == first
    assert widget.desk.ledger().decisions == ()
    widget.answer({"kind": "save"})
    assert widget.state["message"].startswith("saved dec-")
    assert widget.state["item"]["name"] != first
    widget.answer({"kind": "save"})
    assert len(widget.desk.ledger().decisions) == 1
    widget.answer({"kind": "draft", "action": "undo", "reason": "a slip", "reviewer": "A Reviewer"})
    widget.answer({"kind": "save"})
    assert widget.state["item"]["name"] == first


def test_an_event_decided_in_another_tab_is_not_decided_again_unawares(corpus):
    tabs = [ReviewWidget(ReviewDesk(corpus, f"Reviewer {n}")) for n in range(2)]
    first = tabs[0].state["item"]["name"]
    assert tabs[1].state["item"]["name"] == first
    say = {"kind": "draft", "name": first, "reason": "read it"}
    tabs[0].answer({**say, "action": "reject"})
    tabs[0].answer({"kind": "save"})
    # the other tab still shows the event: its key must not decide on it, nor on the one shown next
    tabs[1].answer({**say, "action": "accept"})
    assert "decided on meanwhile: reject by Reviewer 0 (read it)" in tabs[1].state["message"]
    assert tabs[1].state["draft"] == {}
    assert tabs[1].state["item"]["name"] != first
    tabs[1].answer({"kind": "save"})
    assert len(tabs[1].desk.ledger().decisions) == 1


def test_what_is_decided_elsewhere_between_draft_and_save_is_said_before_saving(corpus):
    tabs = [ReviewWidget(ReviewDesk(corpus, f"Reviewer {n}")) for n in range(2)]
    first = tabs[0].state["item"]["name"]
    for n, action in enumerate(("reject", "accept")):
        tabs[n].answer({"kind": "draft", "action": action, "name": first, "reason": f"reason {n}"})
    tabs[0].answer({"kind": "save"})
    tabs[1].answer({"kind": "save"})
    assert "decided on meanwhile" in tabs[1].state["message"]
    assert tabs[1].state["item"]["name"] == first  # what is decided on stays on the screen
    assert tabs[1].state["draft"]["action"] == "accept"
    tabs[1].answer({"kind": "save"})
    assert [d.action for d in tabs[1].desk.ledger().decisions] == ["reject", "accept"]


def test_a_restarted_kernel_goes_on_where_the_ledger_ends(corpus):
    before = ReviewWidget(ReviewDesk(corpus, "A Reviewer"))
    first = before.state["item"]["name"]
    before.answer({"kind": "draft", "action": "accept", "name": first, "reason": "checked"})
    before.answer({"kind": "save"})
    second = before.state["item"]["name"]
    before.answer({"kind": "draft", "action": "reject", "name": second, "reason": "never saved"})
    again = ReviewWidget(ReviewDesk(corpus, "A Reviewer"))
    # what was saved is there; a draft that was never saved is no decision, and its event waits again
    assert again.state["item"]["name"] == second
    assert [d.reason for d in again.desk.ledger().decisions] == ["checked"]
    again.answer({"kind": "draft", "action": "undo", "reason": "a slip", "reviewer": "A Reviewer"})
    again.answer({"kind": "save"})
    assert again.state["item"]["name"] == first


def test_a_ledger_that_cannot_be_written_keeps_the_draft(corpus, monkeypatch):
    widget = ReviewWidget(ReviewDesk(corpus, "A Reviewer"))
    widget.answer(
        {"kind": "draft", "action": "accept", "name": widget.state["item"]["name"], "reason": "checked"}
    )

    def full(*_):
        raise InputError("no space left")

    with monkeypatch.context() as patched:
        patched.setattr("helpers.explore.model_review.append_decisions", full)
        widget.answer({"kind": "save"})
    assert widget.state["message"] == "no space left"
    assert widget.state["draft"]["action"] == "accept"
    widget.answer({"kind": "save"})
    assert len(widget.desk.ledger().decisions) == 1


def test_the_script_of_the_review_sets_text_only_as_text():
    script = (ROOT / "src/helpers/explore/review.js").read_text(encoding="utf-8")
    for way in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "http:", "https:"):
        assert way not in script


def test_the_notebook_is_thin():
    nb = json.loads((ROOT / "notebooks" / "explore.ipynb").read_text(encoding="utf-8"))
    cells = [c for c in nb["cells"] if c["cell_type"] == "code"]
    tagged = [c for c in cells if "parameters" in c["metadata"].get("tags", [])]
    assert len(tagged) == 1
    for line in "".join(tagged[0]["source"]).splitlines():
        assert ": " in line.split("=")[0]
        assert "  # " in line
    for cell in cells:
        text = "".join(cell["source"])
        assert cell["outputs"] == []
        assert cell["execution_count"] is None
        assert "def " not in text
        assert "class " not in text
        if cell is not tagged[0] and "import" not in text:
            assert text.count("\n") < 6


def test_long_values_keep_their_end_and_their_count(desk):
    from helpers.explore.desk import MOST_LETTERS, _shorten_value

    ends = [_shorten_value(f"ministry of foreign affairs of {name}") for name in ("Belarus", "Iran")]
    assert len(set(ends)) == 2
    assert max(map(len, ends)) <= MOST_LETTERS
    assert _shorten_value("BelTA") == "BelTA"
    assert len(_shorten_value("x" * 90)) <= MOST_LETTERS


def test_the_chart_is_as_wide_as_there_is_room(desk):
    usual = desk._chart.children[0].layout.width
    desk._room.width = 612
    assert desk._chart.children[0].layout.width == 612 != usual
    desk._room.width = 120
    assert desk._chart.children[0].layout.width == 480
    before = {c[0] for t in desk._chart.children[0].data if t.meta == "marks" for c in t.customdata}
    desk._room.width = 1400
    assert before == {c[0] for t in desk._chart.children[0].data if t.meta == "marks" for c in t.customdata}


def test_other_views_go_along_with_what_is_chosen_and_opened(desk, tmp_path):
    words = panels.show_concordance(desk, "memorandum").widget
    sources = panels.show_sources(desk).widget
    saving = panels.show_saving(desk, tmp_path, ROOT / "notebooks", given={}).widget
    pair = next(v for _, v in sources.children[0].options if v != sources.children[0].value)
    desk.open_evidence(pair)
    assert sources.children[0].value == pair
    alone = next(
        e for e in desk.events if len({desk.corpus.claims[c]["article_id"] for c in e["claim_ids"]}) == 1
    )
    desk.open_evidence(alone["event_id"])
    assert sources.children[0].value == pair
    every = words.children[1].value
    desk.choose({"language": ["fa"]})
    assert words.children[1].value != every
    assert "dossier run --languages fa" in saving.children[1].value
    words.children[0].value = "roadmap"
    saving.children[0].children[1].click()
    saved = json.loads((tmp_path / "my-view.json").read_text(encoding="utf-8"))
    assert (saved["keyword"], saved["milestone"]) == ("roadmap", desk.current)


def test_a_click_is_answered_with_ten_thousand_articles_and_more_marks_than_can_be_drawn():
    spec = importlib.util.spec_from_file_location("explore_benchmark", ROOT / "benchmarks" / "explore.py")
    benchmark = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(benchmark)
    big = ExplorerDesk(benchmark.make_corpus())
    assert len(big.corpus.articles) == 10_000
    panels.show_concordance(big, "paper")
    panels.show_sources(big)
    clicks = [{"language": [v]} for v in list(big.index.bits["language"])[:4]] + [{}]
    for selection in clicks:  # benchmarks/explore.py says how long each takes
        big.choose(selection)
        assert len(big._shown_marks()) == 150
