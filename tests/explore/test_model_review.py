import os
import signal
import subprocess
import sys
import threading

import pytest

from helpers.chronology.build import build_chronology
from helpers.chronology.reviewing import Shelf
from helpers.chronology.reviews import FILE_NAME, append_decisions, read_decisions
from helpers.explore.model_review import ReviewDesk, compare_chronologies
from helpers.foundation.errors import InputError


@pytest.fixture
def desk(corpus):
    return ReviewDesk(corpus, "A Reviewer")


def test_the_most_doubtful_comes_first_and_says_why(desk):
    queue = desk.queue()
    assert len(queue) == len(desk.corpus.events)
    assert [i.doubt for i in queue] == sorted((i.doubt for i in queue), reverse=True)
    assert queue[0].event["grade"] in "CD"
    for item in queue:
        assert any(r.startswith("contested") for r in item.reasons) == bool(item.event["contradictions"])
        assert ("a single origin" in item.reasons) == (item.event["n_origins"] <= 1)


def test_a_decision_leaves_the_queue_and_stands_in_the_ledger_of_the_command(desk, corpus):
    name = desk.queue()[0].name
    desk.commit(desk.draft("accept", [name], reason="seen the paper"))
    assert name not in [i.name for i in desk.queue()]
    (made,) = read_decisions(corpus.reviews).decisions
    assert (made.action, made.reviewer, made.reason) == ("accept", "A Reviewer", "seen the paper")
    assert Shelf(corpus.raw, corpus.reviews).decided.decisions == (made,)


def test_what_is_shown_before_saving_is_what_the_next_run_does(desk, corpus):
    charted = next(i for i in desk.queue() if i.event["milestone_id"])
    drafts = desk.draft("reject", [charted.name], reason="a misreading")
    assert not (corpus.reviews / FILE_NAME).exists()
    shown = desk.preview(drafts)
    assert {"charted", "left_out_by"} <= {r["field"] for r in shown}

    def build():
        return build_chronology(
            corpus.articles.values(), corpus.claims.values(), profile=corpus.profile, timexes=corpus.timexes,
            decisions=read_decisions(corpus.reviews).decisions, previous=list(corpus.milestones.values()),
        )  # fmt: skip

    before = build()
    desk.commit(drafts)
    assert compare_chronologies(before, build()) == shown


def test_correct_merge_and_split_show_what_they_change(desk):
    queue = desk.queue()
    corrected = desk.preview(desk.draft("correct", [queue[0].name], reason="x", settings=["place=Gomel"]))
    assert ("place", "Gomel") in {(r["field"], r["after"]) for r in corrected}
    merged = desk.preview(desk.draft("merge", [queue[0].name, queue[1].name], reason="x"))
    assert "gone, or joined to another" in {r["after"] for r in merged}
    whole = next(i for i in queue if len(i.event["claim_ids"]) > 2)
    parted = desk.preview(desk.draft("split", [whole.name, whole.event["claim_ids"][0]], reason="x"))
    assert {"claims", "event"} & {r["field"] for r in parted}


def test_undo_brings_back_what_was(desk):
    name = desk.queue()[0].name
    desk.commit(desk.draft("reject", [name], reason="x"))
    desk.commit(desk.undo_last(reason="a slip"))
    assert desk.queue()[0].name == name
    assert desk.ledger().decisions == ()
    with pytest.raises(InputError, match="nothing to undo"):
        desk.undo_last(reason="again")


def test_skipping_puts_behind_and_writes_nothing(desk, corpus):
    names = [i.name for i in desk.queue()]
    desk.skip(names[0])
    desk.skip(names[1])
    assert [i.name for i in desk.queue()] == [*names[2:], names[0], names[1]]
    assert not corpus.reviews.exists()


def test_two_tabs_see_each_other_and_lose_nothing(corpus):
    desks = [ReviewDesk(corpus, f"Reviewer {n}") for n in range(2)]
    names = [i.name for i in desks[0].queue()]

    def decide(n):
        for name in names[n::2]:
            desks[n].commit(desks[n].draft("accept", [name], reason="read it"))

    threads = [threading.Thread(target=decide, args=(n,)) for n in range(2)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    assert len(desks[0].ledger().decisions) == len(names)
    assert desks[0].queue() == desks[1].queue() == []


WRITER = """
import sys
from pathlib import Path
from helpers.chronology.reviews import append_decisions, read_decisions
source, ledger, part = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
for decision in read_decisions(source).decisions[part::2]:
    append_decisions(ledger, [decision])
    print(decision.decision_id, flush=True)
"""


def test_kernels_killed_while_they_write_lose_nothing_they_called_saved(desk, corpus, tmp_path):
    for item in desk.queue():
        desk.commit(desk.draft("accept", [item.name], reason="read it " * 40))
    made = {d.decision_id for d in desk.ledger().decisions}
    for kill_after in (1, 4):
        ledger = tmp_path / f"ledger-{kill_after}"
        kernels = [
            subprocess.Popen(
                [sys.executable, "-c", WRITER, str(corpus.reviews), str(ledger), str(n)],
                stdout=subprocess.PIPE,
                text=True,
            )
            for n in range(2)
        ]
        said = [kernels[0].stdout.readline().strip() for _ in range(kill_after)]
        os.kill(kernels[0].pid, signal.SIGKILL)
        said += kernels[0].stdout.read().split() + kernels[1].stdout.read().split()
        assert [k.wait(30) for k in kernels] == [-signal.SIGKILL, 0]
        for k in kernels:
            k.stdout.close()
        kept = [d.decision_id for d in read_decisions(ledger).decisions]
        assert set(said) <= set(kept) <= made
        assert len(kept) == len(set(kept))
        # the next kernel goes on with what is missing
        shelf = [d for d in desk.ledger().decisions if d.decision_id not in kept]
        append_decisions(ledger, shelf)
        assert {d.decision_id for d in read_decisions(ledger).decisions} == made


def test_a_key_pressed_twice_is_one_decision(desk):
    drafts = desk.draft("accept", [desk.queue()[0].name], reason="x")
    desk.commit(drafts)
    desk.commit(drafts)
    assert len(desk.ledger().decisions) == 1


def test_what_a_crash_cut_short_is_set_aside_and_the_rest_stays(desk, corpus):
    names = [i.name for i in desk.queue()]
    desk.commit(desk.draft("accept", [names[0]], reason="x"))
    with (corpus.reviews / FILE_NAME).open("ab") as f:
        f.write(b'{"decision_id": "dec-half')
    again = ReviewDesk(corpus, "A Reviewer")
    assert names[0] not in [i.name for i in again.queue()]
    again.commit(again.draft("accept", [names[1]], reason="x"))
    assert len(again.ledger().decisions) == 2
    assert (corpus.reviews / FILE_NAME).with_suffix(".torn").read_bytes().startswith(b'{"decision_id"')


@pytest.mark.parametrize(
    ("action", "settings", "said"),
    [
        ("skip", [], "no decision"),
        ("correct", [], "FIELD=VALUE"),
        ("correct", ["colour=red"], "colour"),
        ("undo", [], "no such decision"),
    ],
)
def test_what_does_not_fit_is_refused(desk, action, settings, said):
    with pytest.raises(InputError, match=said):
        desk.draft(action, [desk.queue()[0].name], reason="x", settings=settings)
    with pytest.raises(InputError, match="say why"):
        desk.draft("accept", [desk.queue()[0].name], reason=" ")


def test_with_a_large_corpus_a_preview_reads_what_is_nearest(desk, monkeypatch):
    charted = next(i for i in desk.queue() if i.event["milestone_id"])
    drafts = desk.draft("reject", [charted.name], reason="x")
    whole = desk.preview(drafts)
    monkeypatch.setattr("helpers.explore.model_review.MOST_CLAIMS", 30)
    scope = desk.preview_scope(drafts)
    own = {desk.corpus.claims[c]["article_id"] for c in charted.event["claim_ids"]}
    assert own <= scope < set(desk.corpus.articles)
    near = desk.preview(drafts)
    assert ("charted", "no") in {(r["field"], r["after"]) for r in near} & {
        (r["field"], r["after"]) for r in whole
    }
