"""Names of milestones and people's decisions over several runs: evidence comes, narrows and goes."""

from __future__ import annotations

from typing import Any

from chronology_rows import MEMO, article, claim, knowledge, profile

from helpers.chronology.build import Chronology, build_chronology
from helpers.chronology.evidence import evidence_keys
from helpers.chronology.reviews import Decision, new_decision

WHO: dict[str, Any] = {"actors": ["Ashtiani", "Khrenin"], "place": "Tehran", **MEMO}
FIRST = article("first", published="2023-08-01")
SECOND = article("second", published="2023-08-09")
THIRD = article("third", published="2023-09-01")
WIDE = claim(FIRST, "signed in July", date="2023-07", **WHO)
MONDAY = claim(SECOND, "signed on a Monday in the last week of July", date="2023-07-24/2023-07-31", **WHO)
DAY = claim(THIRD, "signed on 31 July", date="2023-07-31", **WHO)
TALKS = claim(
    THIRD, "talks in Minsk", kind="consultation", status="discussed", place="Minsk", date="2023-08-20"
)


def run(
    *told: tuple[dict[str, Any], dict[str, Any]], before: Chronology | None = None, **more: Any
) -> Chronology:
    pages = {p["article_id"]: p for p, _ in told}
    previous = before.milestones if before else ()
    return build_chronology(
        pages.values(),
        [c for _, c in told],
        profile=profile(),
        knowledge=knowledge(),
        previous=previous,
        **more,
    )


def names(chronology: Chronology) -> set[str]:
    return {m["milestone_id"] for m in chronology.milestones}


def decide(action: str, *claims: tuple[dict[str, Any], dict[str, Any]], **fields: Any) -> Decision:
    keys = [evidence_keys([p], [c])[c["claim_id"]] for p, c in claims]
    return new_decision(action, keys=keys, reviewer="R. Reader", reason="read it", **fields)


def test_name_stays_while_three_pages_narrow_the_date() -> None:
    one = run((FIRST, WIDE))
    two = run((FIRST, WIDE), (SECOND, MONDAY), before=one)
    three = run((FIRST, WIDE), (SECOND, MONDAY), (THIRD, DAY), before=two)
    assert names(one) == names(two) == names(three)
    assert [r.milestones[0]["date_edtf"] for r in (one, two, three)] == [
        "2023-07", "2023-07-24/2023-07-31", "2023-07-31",
    ]  # fmt: skip


def test_name_stays_when_the_page_that_gave_it_is_withdrawn() -> None:
    before = run((FIRST, WIDE), (SECOND, MONDAY), (THIRD, DAY))
    after = run((SECOND, MONDAY), (THIRD, DAY), before=before)
    assert names(after) == names(before)
    assert run((SECOND, MONDAY), (THIRD, DAY)).milestones[0]["milestone_id"] not in names(before)


def test_split_leaves_the_name_with_the_larger_part_and_merging_back_restores_it() -> None:
    told = ((FIRST, WIDE), (SECOND, MONDAY), (THIRD, DAY))
    before = run(*told)
    keys = [evidence_keys([p], [c])[c["claim_id"]] for p, c in told]
    split = new_decision(
        "split", scope="event", keys=keys[2:], others=keys[:2], reviewer="R. Reader", reason="two papers"
    )
    apart = run(*told, before=before, decisions=[split])
    sizes = {m["milestone_id"]: m["n_articles"] for m in apart.milestones}
    [name] = names(before)
    assert sizes[name] == 2 and sorted(sizes.values()) == [1, 2]
    again = run(*told, before=apart, decisions=[])
    assert names(again) == {name}


def test_decisions_of_each_kind_hold_when_the_date_narrows() -> None:
    decisions = [
        decide("correct", (FIRST, WIDE), scope="claim", values={"place": "Minsk"}),
        decide("reject", (THIRD, TALKS), scope="event"),
        decide("accept", (SECOND, MONDAY), scope="claim"),
    ]
    for told in (((FIRST, WIDE), (SECOND, MONDAY)), ((FIRST, WIDE), (SECOND, MONDAY), (THIRD, DAY))):
        result = run(*told, (THIRD, TALKS), decisions=decisions)
        rejected = [e for e in result.events if e["left_out_by"] == "rejected"]
        assert [e["kind"] for e in rejected] == ["consultation"]
        assert not result.orphaned
        places = {e["place"] for e in result.events if e["kind"] == "agreement"}
        assert places == {"Minsk", "Tehran"}, (
            "the corrected claim is about another place, hence another event"
        )


def test_decision_comes_back_to_life_with_its_page() -> None:
    """Orphaned is not lost: what was decided applies again when the page is there again."""
    reject = decide("reject", (SECOND, MONDAY), scope="claim")
    gone = run((FIRST, WIDE), decisions=[reject])
    assert [d.decision_id for d in gone.orphaned] == [reject.decision_id]
    back = run((FIRST, WIDE), (SECOND, MONDAY), decisions=[reject])
    assert back.orphaned == () and list(back.rejected_claims.values()) == [reject.decision_id]
