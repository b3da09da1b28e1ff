"""Decisions: appended safely, re-applied on every run, orphaned when their evidence has gone, never guessed."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from chronology_rows import article, claim, knowledge, profile

from helpers.chronology.build import Chronology, build_chronology
from helpers.chronology.evidence import evidence_keys
from helpers.chronology.reviews import Decision, append_decisions, new_decision, read_decisions
from helpers.foundation.errors import ConfigError, InputError

MINISTERS = ["Ashtiani", "Khrenin"]


def pages() -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    a = article("first", published="2023-08-01", origin="Mehr")
    b = article("second", published="2023-08-02", origin="BelTA")
    return [a, b], [
        claim(a, "A memorandum was signed in Tehran on Monday", instrument="memorandum of understanding",
              actors=MINISTERS, place="Tehran", date="2023-07-31", defence="yes"),
        claim(b, "The ministers signed a memorandum on 31 July", instrument="memorandum of understanding",
              actors=MINISTERS, place="Tehran", date="2023-07-31", defence="yes"),
        claim(b, "An exercise is said to be possible", start=300, kind="cooperation", status="rumoured",
              polarity="hypothetical", date="2023-08"),
    ]  # fmt: skip


def decide(action: str, scope: str, *claims: dict[str, Any], **options: Any) -> Decision:
    articles, _ = pages()
    by_article = {a["article_id"]: a for a in articles}
    keys = [evidence_keys([by_article[c["article_id"]]], [c])[c["claim_id"]] for c in claims]
    return new_decision(action, scope=scope, keys=keys, reviewer="R. Reader", reason="checked", **options)


def run(*decisions: Decision, drop: int | None = None) -> Chronology:
    articles, claims = pages()
    if drop is not None:
        del claims[drop]
    return build_chronology(articles, claims, profile=profile(), decisions=decisions, knowledge=knowledge())


def test_rejected_claim_joins_no_event() -> None:
    _, claims = pages()
    decision = decide("reject", "claim", claims[1])
    result = run(decision)
    assert [m["n_articles"] for m in result.milestones] == [1]
    assert result.rejected_claims == {claims[1]["claim_id"]: decision.decision_id}


def test_rejected_milestone_is_left_out_and_says_so() -> None:
    _, claims = pages()
    result = run(decide("reject", "event", claims[0], claims[1]))
    assert result.milestones == ()
    event = next(e for e in result.events if e["kind"] == "agreement")
    assert event["left_out_by"] == "rejected" and event["decided_by"] == "R. Reader"


def test_accepted_event_is_charted_whatever_rule_leaves_it_out() -> None:
    _, claims = pages()
    assert not any(m["kind"] == "cooperation" for m in run().milestones)
    accepted = [m for m in run(decide("accept", "event", claims[2])).milestones if m["kind"] == "cooperation"]
    assert len(accepted) == 1 and accepted[0]["decided_by"] == "R. Reader"


def test_corrected_claim_moves_the_date() -> None:
    _, claims = pages()
    fix = {"date_edtf": "2023-07-24"}
    result = run(*[decide("correct", "claim", c, values=fix) for c in claims[:2]])
    [memo] = result.milestones
    assert memo["date_edtf"] == "2023-07-24" and memo["decided_by"] == "R. Reader"
    assert "corrected by a reviewer" in memo["date_steps"]


def test_corrected_milestone_keeps_its_name() -> None:
    _, claims = pages()
    [before] = run().milestones
    [after] = run(decide("correct", "event", claims[0], claims[1], values={"status": "ratified"})).milestones
    assert after["status"] == "ratified" and after["milestone_id"] == before["milestone_id"]


def test_split_and_merge() -> None:
    _, claims = pages()
    left, right = decide("split", "event", claims[1]).keys, decide("split", "event", claims[0]).keys
    split = new_decision("split", scope="event", keys=left, others=right, reviewer="R", reason="two papers")
    assert len([e for e in run(split).events if e["kind"] == "agreement"]) == 2
    merged = run(split, decide("merge", "event", claims[0], claims[1]))
    assert len([e for e in merged.events if e["kind"] == "agreement"]) == 1


def test_split_of_claims_that_one_article_tells_together() -> None:
    page = article("first", published="2023-08-01")
    both = [
        claim(
            page,
            "a memorandum was signed",
            instrument="memorandum",
            date="2023-07-31",
            **{"actors": MINISTERS},
        ),
        claim(page, "another paper was signed too", start=90, instrument="agreement", date="2023-07-31"),
    ]
    keys = evidence_keys([page], both)
    split = new_decision(
        "split", scope="event", keys=[keys[both[1]["claim_id"]]], others=[keys[both[0]["claim_id"]]],
        reviewer="R", reason="two papers",
    )  # fmt: skip
    for decisions, expected in (((), 1), ((split,), 2)):
        result = build_chronology([page], both, profile=profile(), decisions=decisions, knowledge=knowledge())
        assert len(result.events) == expected


def test_merge_over_what_excludes_becomes_a_contradiction() -> None:
    articles, claims = pages()
    claims[1] |= {"date_edtf": "2023-09-04", "earliest": "2023-09-04", "latest": "2023-09-04"}
    merge = decide("merge", "event", claims[0], claims[1])
    result = build_chronology(articles, claims, profile=profile(), decisions=[merge], knowledge=knowledge())
    event = next(e for e in result.events if e["kind"] == "agreement")
    assert event["contradictions"] == ["date"] and event["date_edtf"] == "2023-07-31/2023-09-04"


def test_decision_without_its_evidence_is_orphaned() -> None:
    _, claims = pages()
    decision = decide("reject", "claim", claims[1])
    result = run(decision, drop=1)
    assert result.orphaned == (decision,) and len(result.milestones) == 1


def test_decision_survives_new_offsets_status_and_date() -> None:
    articles, claims = pages()
    decision = decide("reject", "claim", claims[1])
    claims[1] |= {
        "start": 77,
        "end": 99,
        "status": "agreed",
        "date_edtf": None,
        "earliest": None,
        "latest": None,
    }
    claims[1]["claim_id"] = "clm-other"
    result = build_chronology(
        articles, claims, profile=profile(), decisions=[decision], knowledge=knowledge()
    )
    assert "clm-other" in result.rejected_claims


def test_decision_on_scattered_claims_is_orphaned_not_guessed() -> None:
    _, claims = pages()
    decision = decide("reject", "event", claims[0], claims[2])
    result = run(decision)
    assert result.orphaned == (decision,) and len(result.milestones) == 1


# --- the file -------------------------------------------------------------------------------------------------------


def make(reason: str = "why") -> Decision:
    return new_decision("reject", scope="claim", keys=["evd-1"], reviewer="R", reason=reason)


def test_what_is_appended_is_read_back(tmp_path: Path) -> None:
    first, second = make("one"), make("two")
    append_decisions(tmp_path, [first])
    append_decisions(tmp_path, [second])
    assert read_decisions(tmp_path).decisions == (first, second)
    undo = new_decision("undo", scope="claim", keys=(), reviewer="R", reason="no", undoes=first.decision_id)
    append_decisions(tmp_path, [undo])
    found = read_decisions(tmp_path)
    assert found.decisions == (second,) and found.undone == (first,)
    assert len((tmp_path / "decisions.jsonl").read_text().splitlines()) == 3


@pytest.mark.parametrize("cut", [1, 10, 60])
def test_torn_last_line_is_reported_and_set_aside(tmp_path: Path, cut: int) -> None:
    first, second, third = make("one"), make("two"), make("three")
    path = append_decisions(tmp_path, [first, second])
    data = path.read_bytes()
    path.write_bytes(data[: -cut - 1])
    found = read_decisions(tmp_path)
    assert found.decisions == (first,) and found.torn
    append_decisions(tmp_path, [third])
    assert read_decisions(tmp_path).decisions == (first, third) and read_decisions(tmp_path).torn is None
    assert path.with_suffix(".torn").read_bytes().strip() == data[:-1].splitlines()[1][:-cut]


def test_complete_line_that_only_lacks_its_break_counts(tmp_path: Path) -> None:
    path = append_decisions(tmp_path, [make("one")])
    path.write_bytes(path.read_bytes().rstrip(b"\n"))
    append_decisions(tmp_path, [make("two")])
    assert [d.reason for d in read_decisions(tmp_path).decisions] == ["one", "two"]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"colour": 1}, r"decisions\.jsonl:1: unknown key"),
        ({"action": "like"}, "allowed: accept, reject"),
        ({"keys": []}, "holds on to nothing"),
        ({"time": "yesterday"}, "no time"),
        ({"values": {"status": "done"}}, "allowed: rumoured"),
        ({"undoes": "dec-1"}, "belongs to the action undo"),
    ],
)
def test_wrong_line_names_file_line_and_what_is_allowed(
    tmp_path: Path, change: dict[str, Any], message: str
) -> None:
    (tmp_path / "decisions.jsonl").write_text(json.dumps(make().to_row() | change) + "\n")
    with pytest.raises(ConfigError, match=message) as caught:
        read_decisions(tmp_path)
    assert caught.value.exit_code == 2


def test_broken_line_in_the_middle_stops(tmp_path: Path) -> None:
    path = append_decisions(tmp_path, [make()])
    path.write_bytes(b"{broken\n" + path.read_bytes())
    with pytest.raises(ConfigError, match=r"decisions\.jsonl:1: no JSON"):
        read_decisions(tmp_path)


def test_undo_of_an_unknown_decision_is_refused(tmp_path: Path) -> None:
    undo = new_decision("undo", scope="claim", keys=(), reviewer="R", reason="no", undoes="dec-none")
    with pytest.raises(InputError, match="no such decision"):
        append_decisions(tmp_path, [undo])


@pytest.mark.parametrize("given", [{"reviewer": " "}, {"reason": ""}])
def test_decision_needs_somebody_and_a_reason(given: dict[str, str]) -> None:
    with pytest.raises(InputError, match=r"say who|say why"):
        new_decision("reject", scope="claim", keys=["k"], **({"reviewer": "R", "reason": "x"} | given))


def test_two_writers_lose_nothing(tmp_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path\n"
        "from helpers.chronology.reviews import append_decisions, new_decision\n"
        "for i in range(20):\n"
        "    d = new_decision('reject', scope='claim', keys=['evd-1'], reviewer=sys.argv[2], reason=str(i))\n"
        "    append_decisions(Path(sys.argv[1]), [d])\n"
    )
    writers = [subprocess.Popen([sys.executable, "-c", script, str(tmp_path), who]) for who in ("A", "B")]
    assert [w.wait(timeout=60) for w in writers] == [0, 0]
    found = read_decisions(tmp_path)
    assert len(found.decisions) == 40 and found.torn is None
    for who in ("A", "B"):
        assert [d.reason for d in found.decisions if d.reviewer == who] == [str(i) for i in range(20)]
