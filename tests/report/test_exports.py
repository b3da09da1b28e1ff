"""Exports: readable by the tools they are for, safe, with the run id, and quiet about nothing they leave out."""

import csv
import io
import json
import re
import zipfile

import pyarrow.parquet as pq
import pypdfium2
import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from report_tables import PAGES, RUN, make_tables, write_tables

from helpers.cli.export import export
from helpers.foundation.errors import InputError
from helpers.foundation.schemas import TABLES
from helpers.report.exports import QUOTE_LIMIT, list_formats, write_exports
from helpers.report.exports_tables import FORMULA, safe_cell


@pytest.fixture(scope="module")
def processed(tmp_path_factory):
    return write_tables(tmp_path_factory.mktemp("processed"))


@pytest.fixture(scope="module")
def out(processed, tmp_path_factory):
    folder = tmp_path_factory.mktemp("private")
    write_exports(processed, RUN, folder)
    return folder


@pytest.fixture(scope="module")
def public(processed, tmp_path_factory):
    folder = tmp_path_factory.mktemp("public")
    write_exports(processed, RUN, folder, profile="public")
    return folder


def texts(folder):
    """Every file as text, archives unpacked."""
    for path in sorted(folder.rglob("*")):
        if path.suffix == ".docx":
            with zipfile.ZipFile(path) as archive:
                yield (
                    path.name,
                    "".join(
                        archive.read(n).decode("utf-8", "replace")
                        for n in archive.namelist()
                        if n.endswith(".xml")
                    ),
                )
        elif path.suffix == ".parquet":
            table = pq.read_table(path)
            yield path.name, f"{table.to_pylist()} {table.schema.metadata}"
        elif path.suffix == ".pdf":
            yield (
                path.name,
                " ".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(path)),
            )
        elif path.is_file():
            yield path.name, path.read_text(encoding="utf-8")


def test_every_file_names_the_run(out):
    unnamed = [
        name
        for name, text in texts(out)
        if RUN["run_id"] not in re.sub(r"\r?\n ", "", text)
        and "quarantine" not in name
        and "timexes" not in name
    ]
    assert unnamed == []


def test_the_readme_says_what_each_format_cannot_express(out):
    said = (out / "README.txt").read_text(encoding="utf-8")
    for form in list_formats().values():
        assert f"{form.name}:" in said
        assert all(limit in said for limit in form.limits)
    assert "Own-words digests made for demonstration" in said


def test_the_data_package_validates(out):
    frictionless = pytest.importorskip("frictionless")
    report = frictionless.Package(str(out / "csv" / "datapackage.json")).validate()
    assert report.valid, report.flatten(["type", "note"])


@pytest.mark.parametrize("name", TABLES)
def test_csv_holds_the_rows_of_the_table(out, name):
    rows = list(
        csv.DictReader(io.StringIO((out / "csv" / f"{name}.csv").read_text(encoding="utf-8"), newline=""))
    )
    source = make_tables()[name]
    assert len(rows) == len(source)
    key = TABLES[name].key
    assert {tuple(r[k].lstrip("'") for k in key) for r in rows} == {
        tuple(str(r[k]) for k in key) for r in source
    }


def test_no_cell_is_a_formula(out):
    for path in [*(out / "csv").glob("*.csv"), out / "data_dictionary.csv"]:
        for row in csv.reader(io.StringIO(path.read_text(encoding="utf-8"), newline="")):
            assert not [c for c in row if c.startswith(FORMULA)]


@given(st.text(max_size=40))
def test_a_safe_cell_keeps_its_text(text):
    cell = safe_cell(text)
    assert cell.lstrip("'") == text.lstrip("'")
    assert not cell.startswith(FORMULA)
    assert not cell.lstrip(" \u00a0").startswith(("=", "+", "-", "@"))


def test_the_calendar_reads_and_says_what_it_leaves_out(out):
    icalendar = pytest.importorskip("icalendar")
    calendar = icalendar.Calendar.from_ical((out / "milestones.ics").read_bytes())
    events = {str(e["uid"]): e for e in calendar.walk("VEVENT")}
    assert len(events) == len(make_tables()["milestones"]) - 1  # the one with an open end
    assert "One milestone left out" in str(calendar["x-wr-caldesc"])
    day, month = events["ms-mou@dossier"], events["ms-roadmap@dossier"]
    assert (day["dtend"].dt - day["dtstart"].dt).days == 1
    assert (month["dtend"].dt - month["dtstart"].dt).days == 31
    assert "some day within March 2023" in str(month["summary"])


def test_timelinejs_escapes_and_lists_open_ends(out):
    value = json.loads((out / "timelinejs.json").read_text(encoding="utf-8"))
    assert [left["milestone_id"] for left in value["left_out"]] == ["ms-denial"]
    assert all("<script" not in e["text"]["headline"] for e in value["events"])
    assert "open end" in " ".join(value["about"]["cannot_express"])


def test_plover_records_are_the_claims_of_milestones(out):
    tables = make_tables()
    events = json.loads((out / "plover.json").read_text(encoding="utf-8"))["events"]
    assert sorted(e["id"] for e in events) == sorted(c for m in tables["milestones"] for c in m["claim_ids"])
    by_id = {c["claim_id"]: c for c in tables["claims"]}
    for e in events:
        claim = by_id[e["id"]]
        assert e["event"] == claim["plover_type"]
        assert (e["date"] is None) == (claim["earliest"] is None or claim["earliest"] != claim["latest"])


def test_graphs_read_and_keep_every_claim(out):
    nx = pytest.importorskip("networkx")
    tables = make_tables()
    claims = {c for m in tables["milestones"] for c in m["claim_ids"]}
    graph = nx.read_graphml(out / "graph.graphml", force_multigraph=True)
    assert {d["claim_id"] for *_, d in graph.edges(data=True) if d["kind"] == "says"} == claims
    assert RUN["run_id"] in str(graph.graph)
    gexf = nx.read_gexf(out / "graph.gexf")
    assert {"ms-mou", "ms-documents"} <= set(gexf.nodes)


def test_annotations_point_into_the_page(out):
    graph = json.loads((out / "dossier.jsonld").read_text(encoding="utf-8"))["@graph"]
    articles = {a["article_id"]: a for a in make_tables()["articles"]}
    found = [n for n in graph if n["type"] == "Annotation"]
    assert found
    for n in found:
        quote, position = n["target"]["selector"]
        article = articles[n["target"]["source"].rsplit(":", 1)[1]]
        assert quote["exact"] in article["body"]
        assert quote.get("prefix", "") + quote["exact"] + quote.get("suffix", "") in article["body"]
        assert position["end"] - position["start"] == len(quote["exact"])
    events = {n["id"]: n for n in graph if n["type"] == "schema:Event"}
    assert events["urn:dossier:milestone:ms-mou"]["schema:startDate"] == "2023-07-31"
    assert "schema:startDate" not in events["urn:dossier:milestone:ms-roadmap"]


def test_references_invent_nothing(out):
    rispy = pytest.importorskip("rispy")
    entries = {e["id"]: e for e in rispy.loads((out / "references.ris").read_text(encoding="utf-8"))}
    items = {i["id"]: i for i in json.loads((out / "references.csl.json").read_text(encoding="utf-8"))}
    bib = (out / "references.bib").read_text(encoding="utf-8")
    articles = {a["article_id"]: a for a in make_tables()["articles"]}
    assert entries.keys() == items.keys() <= articles.keys()
    for key, item in items.items():
        assert f"{{{key}," in bib
        if articles[key]["published_edtf"] is None:
            assert "issued" not in item
            assert "year" not in entries[key]
        if articles[key]["outlet"] is None:
            assert "container-title" not in item
    by_title = {i["title"]: i for i in items.values()}
    assert by_title["Падпісана дарожная карта"]["issued"] == {"date-parts": [[2023, 3]]}
    assert by_title["İran ve Belarus görüşmeyi yalanladı"]["issued"] == {"literal": "../2025-11-01"}


def test_the_document_shows_pages_text_as_text(out):
    text = dict(texts(out))["report.docx"]
    assert "&lt;script&gt;alert" in text
    assert "#panic(" in text
    assert "=HYPERLINK(" in text
    for page in PAGES:
        assert page[8][0][:20] in text
    assert "Six signings between 2007 and 2025, one disputed" in text


def test_the_public_profile_holds_back(public, out):
    private = make_tables()
    for name, text in texts(public):
        assert "A. Nonymous" not in text, name
        assert "/somewhere/raw" not in text, name
    rows = pq.read_table(public / "parquet" / "articles.parquet").to_pylist()
    assert all(r["body"] == "" and r["byline"] is None for r in rows)
    claims = pq.read_table(public / "parquet" / "claims.parquet").to_pylist()
    assert all(len(c["quote"]) <= QUOTE_LIMIT for c in claims)
    assert {c["claim_id"]: (c["start"], c["end"]) for c in claims} == {
        c["claim_id"]: (c["start"], c["end"]) for c in private["claims"]
    }
    assert any("A. Nonymous" in text for _, text in texts(out))


def test_exports_are_reproducible(processed, out, tmp_path):
    write_exports(processed, RUN, tmp_path)
    for path in sorted(tmp_path.rglob("*")):
        if path.is_file():
            assert path.read_bytes() == (out / path.relative_to(tmp_path)).read_bytes(), path.name


def test_no_milestone_is_no_error(tmp_path):
    write_exports(write_tables(tmp_path / "processed", make_tables([])), RUN, tmp_path / "out")
    assert json.loads((tmp_path / "out" / "references.csl.json").read_text()) == []


def test_the_command_says_what_is_allowed(processed, tmp_path):
    with pytest.raises(InputError, match="allowed: csv, parquet"):
        write_exports(processed, RUN, tmp_path, formats=["xlsx"])
    with pytest.raises(InputError, match="allowed: private, public"):
        write_exports(processed, RUN, tmp_path, profile="secret")
    result = CliRunner().invoke(export, ["--run", str(tmp_path)])
    assert isinstance(result.exception, InputError)
    assert "make report" in str(result.exception)


def test_the_command_writes(processed, tmp_path):
    (tmp_path / "run" / "processed").mkdir(parents=True)
    for path in processed.glob("*.parquet"):
        (tmp_path / "run" / "processed" / path.name).write_bytes(path.read_bytes())
    (tmp_path / "run" / "run.json").write_text(json.dumps(RUN))
    result = CliRunner().invoke(
        export,
        [
            "--run",
            str(tmp_path / "run"),
            "--out",
            str(tmp_path / "out"),
            "--format",
            "ris",
            "--format",
            "csl",
        ],
    )
    assert result.exit_code == 0, result.output
    assert {p.name for p in (tmp_path / "out").iterdir()} == {
        "references.ris",
        "references.csl.json",
        "README.txt",
    }
