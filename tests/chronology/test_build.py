"""From claims to milestones: what five hand-coded pages and their neighbours must give."""

from __future__ import annotations

import json
import random
from typing import Any

import pytest
from chronology_rows import article, claim, contains, inside, knowledge, profile

from helpers.chronology.build import Chronology, build_chronology
from helpers.foundation.schemas import CONTRADICTIONS, EVENTS, MILESTONES


def build(articles: list[dict[str, Any]], claims: list[dict[str, Any]], **options: Any) -> Chronology:
    options.setdefault("knowledge", knowledge())
    return build_chronology(articles, claims, profile=profile(), **options)


def five_pages() -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Five pages in our own words: a summit told three times, a memorandum told twice."""
    a0 = article("summit-unnamed", published="2025-08-21", outlet="Herald", language="ru")
    a1 = article(
        "summit-agency", published="2025-08-20", outlet="Curier", language="ro", origin="BelTA",
        origin_reason="cites BelTA", cites=["BelTA", "Reuters", "Agerpres"],
    )  # fmt: skip
    a2 = article("memo-tv", outlet="ParsToday", language="de", origin="PressTV", cites=["PressTV"])
    a3 = article("summit-package", published="2025-08-21")
    a4 = article("memo-copy", published="../2023-09-25", outlet="Gulf Digest")
    heads = ["Lukashenko", "Pezeshkian"]
    ministers = ["Ashtiani", "Khrenin"]
    claims = [
        claim(a0, "During his visit to Minsk the president signed agreements, one of them military", start=10,
              role="lead", status="signed", instrument="package of documents", actors=["Pezeshkian"], place="Minsk",
              country="BLR", date="2025-08-18/2025-08-21", defence="yes", areas=["procurement"]),
        claim(a0, "During his visit to Minsk the president signed agreements, one of them military", start=10,
              role="lead", kind="consultation", status="discussed", actors=["Pezeshkian"], place="Minsk",
              country="BLR", date="2025-08-18/2025-08-21"),
        claim(a0, "The key was an agreement on military-technical cooperation", start=100, status="signed",
              instrument="agreement", n_documents=1, date="2025-08-18/2025-08-21", defence="yes",
              areas=["procurement"]),
        claim(a0, "Two countries sign military pacts", role="title", instrument="agreements", defence="yes",
              date="2025-08-18/2025-08-21"),
        claim(a1, "Talks of the presidents took place on Wednesday in Minsk", role="lead", kind="consultation",
              status="discussed", actors=heads, place="Minsk", country="BLR", date="2025-08-20",
              attribution=["Reuters"]),
        claim(a1, "They could work together in various fields, the military-technical one among them", start=300,
              kind="consultation", status="discussed", polarity="hypothetical", actors=heads, date="2025-08-20",
              attribution=["Lukashenko", "BelTA"], defence="yes"),
        claim(a1, "The presidents agreed to work on a strategic partnership treaty", start=200, status="planned",
              instrument="strategic partnership treaty", n_documents=1, actors=heads, date="2025-08-20",
              attribution=["BelTA"], plover_type="AGREE"),
        claim(a1, "In January he signed a treaty with the Russian leader", start=500, polarity="historical",
              parties=["IRN", "RUS"], instrument="treaty", actors=["Pezeshkian"], date="2025-01"),
        claim(a2, "The ministers signed a memorandum of understanding in Tehran on Monday", start=40,
              instrument="memorandum of understanding", n_documents=1, actors=ministers, place="Tehran",
              country="IRN", weekday=1, defence="yes"),
        claim(a2, "talks in Tehran in March", start=200, kind="consultation", status="discussed",
              polarity="historical", actors=["Lukashenko"], place="Tehran", country="IRN", date="XXXX-03"),
        claim(a2, "Beide Präsidenten unterzeichneten acht Abkommen im Rahmen eines Fahrplans zu 30 Jahren"
              " diplomatischer Beziehungen", start=300, polarity="historical", instrument="roadmap", n_documents=8,
              actors=["Raisi", "Lukashenko"], place="Tehran", country="IRN", date="XXXX-03", defence="no",
              areas=["trade", "transport"]),
        claim(a3, "The leaders signed new agreements to boost ties, defence among them", role="lead", start=20,
              instrument="agreements", date="2025-08-18/2025-08-21", defence="unclear"),
        claim(a3, "Both presidents signed a package of 13 documents on Aug. 20 in Minsk", start=120,
              instrument="package of documents", n_documents=13, actors=heads, place="Minsk", country="BLR",
              date="2025-08-20", defence="unclear", areas=["industry"]),
        claim(a3, "He said his country was ready to cooperate on all issues", start=400, kind="consultation",
              status="discussed", actors=heads, date="2025-08-18/2025-08-21", defence="yes"),
        claim(a3, "They would start work toward a strategic partnership treaty", start=600, status="planned",
              instrument="strategic partnership treaty", n_documents=1, actors=heads, plover_type="AGREE"),
        claim(a4, "On Monday the defence ministers signed a memorandum of understanding (MOU)", role="lead",
              instrument="memorandum of understanding", n_documents=1, date="../2023-09-25", weekday=1,
              defence="yes"),
        claim(a4, "It was signed when the two ministers met in Tehran", start=100, instrument="agreement",
              actors=ministers, place="Tehran", country="IRN", date="../2023-09-25", weekday=1, defence="yes"),
        claim(a4, "It was signed when the two ministers met in Tehran", start=100, kind="consultation",
              status="discussed", actors=ministers, place="Tehran", country="IRN", date="../2023-09-25", weekday=1),
        claim(a4, "The joint economic commission met in Minsk last year", start=300, kind="consultation",
              status="held", polarity="historical", place="Minsk", country="BLR", date="../2022",
              defence="no", areas=["trade"]),
    ]  # fmt: skip
    return [a0, a1, a2, a3, a4], claims


@pytest.fixture(scope="module")
def chronology() -> Chronology:
    return build(*five_pages())


def find(chronology: Chronology, **fields: Any) -> dict[str, Any]:
    found = [m for m in chronology.milestones if all(m[k] == v for k, v in fields.items())]
    assert len(found) == 1, [m["title"] for m in chronology.milestones]
    return found[0]


def test_six_milestones(chronology: Chronology) -> None:
    MILESTONES.check_rows(chronology.milestones)
    EVENTS.check_rows(chronology.events)
    CONTRADICTIONS.check_rows(chronology.contradictions)
    titles = sorted(m["title"] for m in chronology.milestones)
    assert len(titles) == 6, (titles, [(e["title"], e["left_out_by"]) for e in chronology.events])


def test_memorandum_of_2023(chronology: Chronology) -> None:
    memo = find(chronology, instrument="memorandum of understanding")
    assert memo["n_articles"] == 2 and memo["n_origins"] == 2 and memo["place"] == "Tehran"
    assert memo["signatories"] == ["Mohammad Reza Ashtiani", "Viktor Khrenin"]
    assert contains(memo, "2023-07-31") and inside(memo, "2023-03-01", "2023-09-25") and memo["weekday"] == 1
    assert memo["earliest"] != memo["latest"] and memo["defence"] == "yes"
    by = [s["by"] for s in json.loads(memo["date_steps"])]
    assert "term of office" in by and "order of telling" in by


def test_roadmap_lies_in_march_2023(chronology: Chronology) -> None:
    roadmap = find(chronology, n_documents=8)
    assert roadmap["date_edtf"] == "2023-03" and roadmap["defence"] == "no"
    by = [s["by"] for s in json.loads(roadmap["date_steps"])]
    assert by[-1] == "month" and "anniversary" in by


def test_summit_is_one_consultation_of_three_articles(chronology: Chronology) -> None:
    summit = find(chronology, kind="consultation", place="Minsk", status="discussed")
    assert summit["date_edtf"] == "2025-08-20" and summit["n_articles"] == 3 and summit["n_origins"] == 2


def test_documents_are_contested(chronology: Chronology) -> None:
    documents = find(chronology, n_documents=13)
    assert documents["date_edtf"] == "2025-08-20" and documents["n_articles"] == 2
    assert documents["defence"] == "contested" and "defence" in documents["contradictions"]
    sides = {
        r["value"]: r["n_origins"]
        for r in chronology.contradictions
        if r["milestone_id"] == documents["milestone_id"] and r["field"] == "defence"
    }
    assert set(sides) == {"yes", "unclear", "discussed only"} and sides["yes"] == 1


def test_treaty_is_planned_and_apart_from_the_documents(chronology: Chronology) -> None:
    treaty = find(chronology, status="planned")
    assert treaty["n_articles"] == 2 and treaty["date_edtf"] == "2025-08-20" and treaty["signatories"] == []


def test_left_out_events_say_why(chronology: Chronology) -> None:
    left = {e["title"]: e["left_out_by"] for e in chronology.events if e["milestone_id"] is None}
    assert all(left.values())
    assert "other parties" in left.values() and "occasion of a paper" in left.values()


def test_order_of_rows_does_not_matter(chronology: Chronology) -> None:
    articles, claims = five_pages()
    for seed in range(5):
        random.Random(seed).shuffle(articles)
        random.Random(seed + 99).shuffle(claims)
        assert build(articles, claims) == chronology
