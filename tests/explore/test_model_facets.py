import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.explore.model_facets import (
    FACETS,
    counts_table,
    describe_event,
    index_facets,
    positions,
    years_of,
)
from helpers.foundation.errors import InputError


def count_by_hand(corpus, selection):
    described = [describe_event(corpus, e) for e in corpus.events]
    out = {}
    for facet in FACETS:
        others = {f: set(v) for f, v in selection.items() if v and f != facet}
        passing = [d for d in described if all(d[f] & v for f, v in others.items())]
        values = {value for d in described for value in d[facet]}
        counted = {value: sum(value in d[facet] for d in passing) for value in values}
        out[facet] = {v: n for v, n in counted.items() if n or v in selection.get(facet, ())}
    return out


@given(data=st.data())
def test_counts_are_those_of_a_recount(sample, data):
    index = index_facets(sample)
    selection = {
        f: data.draw(st.lists(st.sampled_from(sorted(index.bits[f])), max_size=2, unique=True), label=f)
        for f in data.draw(st.lists(st.sampled_from(FACETS), max_size=3, unique=True), label="facets")
    }
    found = {f: {c.value: c.events for c in counts} for f, counts in index.count(selection).items()}
    assert found == count_by_hand(sample, selection)


def test_every_event_is_counted_once_nothing_is_chosen(sample):
    index = index_facets(sample)
    assert [e["event_id"] for e in index.select({})] == [e["event_id"] for e in sample.events]
    assert sum(c.events for c in index.count({})["grade"]) == len(sample.events)
    assert len(counts_table(index.count({}))) == sum(len(v) for v in index.bits.values())


def test_a_chosen_value_without_events_stays_visible(sample):
    index = index_facets(sample)
    counts = index.count({"language": ["tr"], "period": ["2007"]})
    assert [(c.value, c.events, c.chosen) for c in counts["language"] if c.chosen] == [("tr", 0, True)]


@pytest.mark.parametrize("selection", [{"colour": ["red"]}, {"grade": ["E"]}])
def test_an_unknown_facet_or_value_is_named(sample, selection):
    with pytest.raises(InputError, match=r"colour|grade='E'"):
        index_facets(sample).check(selection)


@given(st.sets(st.integers(0, 300)))
def test_positions_are_the_bits_set(wanted):
    assert list(positions(sum(1 << i for i in wanted))) == sorted(wanted)


@pytest.mark.parametrize(
    ("low", "high", "years"),
    [
        (None, None, ["not known"]),
        ("2023-12-31", "2024-01-01", ["2023", "2024"]),
        (None, "2024-01-01", ["open"]),
        ("2023-05-01", None, ["open"]),
        ("1801-01-01", "1900-12-31", ["open"]),
    ],
)
def test_years_of_dates_of_every_precision(low, high, years):
    assert years_of({"earliest": low, "latest": high}) == years
