"""The thread end to end: notebooks under papermill, tables, page and PDF, what is promoted and what is not."""

import json
import re
import shutil
from pathlib import Path

import nbformat
import orjson
import pytest
from click.testing import CliRunner

from helpers.cli.group import cli
from helpers.foundation.errors import DossierError, InputError, RunError, VerificationError
from helpers.foundation.schemas import ARTICLES, CLAIMS, MILESTONES
from helpers.foundation.settings import find_paths
from helpers.foundation.storage import read_rows, write_table
from helpers.report import run as run_module
from helpers.report.parameters import Parameter, check_parameters, read_parameters, read_value
from helpers.report.run import NOTEBOOKS, run_report
from helpers.report.verify import verify_chain

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "data" / "raw" / "sample"
CORPUS = ROOT.parent / "shared" / "corpus"


@pytest.fixture(scope="module")
def sample_run(tmp_path_factory):
    """One run on the sample, shared by the tests that only look at it."""
    home = tmp_path_factory.mktemp("reports")
    return run_report(
        {"raw": str(SAMPLE), "as_of": "2026-01-01"}, processed=str(home / "tables"), reports=str(home)
    )


def tables_of(folder):
    return {p.name: p.read_bytes() for p in sorted((folder / "processed").glob("*.parquet"))}


def test_the_run_leaves_report_tables_notebooks_and_record(sample_run):
    latest = sample_run.folder.parent / "latest"
    assert latest.resolve() == sample_run.folder
    assert {"report.html", "report.pdf", "run.json"} <= {p.name for p in latest.iterdir()}
    assert {f"{n}.ipynb" for n in NOTEBOOKS} <= {p.name for p in (latest / "notebooks").iterdir()}
    record = orjson.loads((latest / "run.json").read_bytes())
    assert record["status"] == "ok"
    assert record["counts"]["milestones"] == len(read_rows(MILESTONES, latest / "processed")) > 0
    assert all(re.fullmatch(r"sha256:[0-9a-f]{64}", i["sha256"]) for i in record["inputs"])
    assert set(record["timings"]) >= set(NOTEBOOKS)
    assert {"python", "papermill", "spacy"} <= set(record["libraries"])
    assert not list((sample_run.folder.parent / "staging").glob("*"))
    assert (sample_run.folder.parent / "tables" / "milestones.parquet").exists()


def test_every_raw_file_is_accounted_for(sample_run):
    articles = {a["source_path"] for a in read_rows(ARTICLES, sample_run.folder / "processed")}
    from helpers.foundation.schemas import QUARANTINE

    quarantined = {q["source_path"] for q in read_rows(QUARANTINE, sample_run.folder / "processed")}
    assert {i["path"] for i in sample_run.record["inputs"]} == articles | quarantined


def test_the_report_carries_the_label_of_the_sample(sample_run):
    assert sample_run.record["labels"]
    page = (sample_run.folder / "report.html").read_text(encoding="utf-8")
    for label in sample_run.record["labels"]:
        assert label in page


def test_the_page_asks_for_nothing_and_runs_only_its_own_scripts(sample_run):
    page = (sample_run.folder / "report.html").read_text(encoding="utf-8")
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)[1]
    assert policy.startswith("default-src 'none'")
    assert "unsafe-inline" not in policy.split("style-src")[0]
    outside = re.sub(r"<script.*?</script>", "", page, flags=re.S)
    assert not re.search(r'<(?:link|iframe|object|embed)\b|\bsrc="(?!data:)', outside)
    assert 'application/gzip" data-figure' in page
    assert len(page.encode()) < 6_000_000


def test_two_runs_give_byte_identical_tables(sample_run, tmp_path):
    again = run_report(
        {"raw": str(SAMPLE), "as_of": "2026-01-01"},
        processed=str(tmp_path / "t"),
        reports=str(tmp_path / "r"),
    )
    assert tables_of(again.folder) == tables_of(sample_run.folder)


def test_without_the_reference_the_corpus_side_is_the_same(sample_run, tmp_path):
    without = run_report(
        {"raw": str(SAMPLE), "as_of": "2026-01-01", "reference": False},
        processed=str(tmp_path / "t"),
        reports=str(tmp_path / "r"),
    )
    ours, theirs = tables_of(sample_run.folder), tables_of(without.folder)
    assert {n: b for n, b in ours.items() if n != "milestones.parquet"} == {
        n: b for n, b in theirs.items() if n != "milestones.parquet"
    }
    cut = [
        {k: v for k, v in m.items() if not k.startswith("reference_")}
        for m in read_rows(MILESTONES, sample_run.folder / "processed")
    ]
    assert cut == [
        {k: v for k, v in m.items() if not k.startswith("reference_")}
        for m in read_rows(MILESTONES, without.folder / "processed")
    ]


@pytest.mark.skipif(
    not CORPUS.is_dir(), reason="the five real pages are not here: ../shared/corpus is absent"
)
def test_the_thread_holds_on_real_pages(tmp_path):
    done = run_report({"raw": str(CORPUS)}, processed=str(tmp_path / "t"), reports=str(tmp_path / "r"))
    milestones = read_rows(MILESTONES, done.folder / "processed")
    assert {m["reference_id"] for m in milestones} >= {
        "2023-defence-mou",
        "2023-tehran-roadmap",
        "2025-minsk-summit",
        "2025-strategic-treaty-plan",
    }
    page = (done.folder / "report.html").read_text(encoding="utf-8")
    assert set(re.findall(r'data-milestone="([^"]+)"', page)) == {m["milestone_id"] for m in milestones}


@pytest.mark.parametrize(
    ("table", "change", "message"),
    [
        (CLAIMS, {"quote": "something else"}, r"claim clm-\w+: quote: characters \d+ to \d+"),
        (CLAIMS, {"start": 0}, r"claim clm-\w+: quote"),
        (ARTICLES, {"source_sha256": "sha256:0"}, "SHA-256 should be"),
        (ARTICLES, {"page_text_sha256": "sha256:0"}, "SHA-256 of the page text"),
        (ARTICLES, {"source_path": "gone.txt"}, "raw file gone.txt: not below"),
        (MILESTONES, {"claim_ids": ["clm-none"]}, r"claims \['clm-none'\] are not in"),
        (MILESTONES, {"n_articles": 99}, "n_articles should be 99"),
        (MILESTONES, {"milestone_id": "mls-forged"}, "mls-"),
    ],
)
def test_verify_names_the_link_that_does_not_hold(sample_run, tmp_path, table, change, message):
    folder = tmp_path / "run"
    shutil.copytree(sample_run.folder, folder)
    rows = read_rows(table, folder / "processed")
    if table is CLAIMS and "start" in change:
        rows[0] = (
            {**rows[0], "start": max(0, rows[0]["start"] - 1)}
            if rows[0]["start"]
            else {**rows[0], "start": 1}
        )
    else:
        rows[0] = {**rows[0], **change}
    write_table(table, rows, folder / "processed")
    with pytest.raises(VerificationError, match=message):
        verify_chain(folder / "processed", SAMPLE, report=folder)


def test_verify_sees_a_raw_file_that_changed(sample_run, tmp_path):
    raw = tmp_path / "raw"
    shutil.copytree(SAMPLE, raw, ignore=shutil.ignore_patterns("*.origin.yml"))
    victim = next(p for p in sorted(raw.rglob("*.txt")))
    victim.write_bytes(victim.read_bytes() + b" ")
    with pytest.raises(VerificationError, match="SHA-256"):
        verify_chain(sample_run.folder / "processed", raw)


def test_verify_command_and_status_on_a_good_run(sample_run):
    home = str(sample_run.folder.parent)
    done = CliRunner().invoke(cli, ["verify", "--reports", home])
    assert done.exit_code == 0, done.output
    assert "every link holds" in done.output
    said = CliRunner().invoke(cli, ["status", "--reports", home])
    assert said.exit_code == 0
    assert "raw files are as they were then" in said.output


# bad input: one clear line before any kernel starts


def no_kernels(*args, **kwargs):
    pytest.fail("a kernel was started")


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"raw": "/nowhere/at/all"}, "there is no such folder"),
        ({"colour": "red"}, "unknown parameter 'colour'"),
        ({"languges": ["en"]}, "did you mean languages"),
        ({"reference": "yes"}, "must be bool"),
        ({"languages": "en"}, "give a list"),
        ({"languages": ["en", 3]}, "not known"),
        ({"start": "soon"}, "start='soon' is not a day"),
        ({"start": "2025-01-02", "end": "2025-01-01"}, "is after end"),
        ({"parties": ["IRN", "XXX"]}, "not known"),
    ],
)
def test_bad_parameters_stop_before_anything_runs(tmp_path, monkeypatch, given, message):
    monkeypatch.setattr(run_module.kernels, "start_preloading", no_kernels)
    with pytest.raises(InputError, match=message):
        run_report({"raw": str(SAMPLE), **given}, reports=str(tmp_path))
    assert not list(tmp_path.iterdir())


def test_an_empty_raw_folder_is_said_plainly(tmp_path, monkeypatch):
    monkeypatch.setattr(run_module.kernels, "start_preloading", no_kernels)
    with pytest.raises(InputError, match="holds no file"):
        run_report({"raw": str(tmp_path)}, reports=str(tmp_path / "r"))


def test_a_wrong_call_is_one_line_and_exit_code_2(tmp_path):
    import subprocess
    import sys

    done = subprocess.run(
        [sys.executable, "-m", "helpers.cli.main", "run", "--start", "31.07.2023"],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "start='31.07.2023'" in done.stderr


def test_single_bad_files_go_to_quarantine_and_the_report_says_so(tmp_path):
    raw = tmp_path / "raw"
    raw.mkdir()
    for page in sorted(SAMPLE.glob("*.txt"))[:3]:
        shutil.copyfile(page, raw / page.name)
    (raw / "empty.txt").write_bytes(b"")
    (raw / "noise.bin").write_bytes(bytes(range(256)) * 20)
    done = run_report({"raw": str(raw)}, processed=str(tmp_path / "t"), reports=str(tmp_path / "r"))
    assert done.record["counts"]["quarantine"] >= 2
    page = (done.folder / "report.html").read_text(encoding="utf-8")
    assert "empty.txt" in page
    assert "noise.bin" in page


@pytest.fixture
def broken_project(tmp_path, monkeypatch):
    """A project whose second notebook fails, with a good report from before."""
    paths = find_paths()
    root = tmp_path / "project"
    for name in ("config", "notebooks"):
        shutil.copytree(paths.root / name, root / name)
    raw = root / "data" / "raw"
    raw.mkdir(parents=True)
    shutil.copyfile(sorted(SAMPLE.glob("*.txt"))[0], raw / "a.txt")
    latest = root / "reports" / "latest"
    latest.mkdir(parents=True)
    (latest / "report.html").write_text("the good one")
    path = root / "notebooks" / "20_code_claims.ipynb"
    notebook = nbformat.read(path, as_version=4)
    notebook.cells[-1].source = "raise ValueError('broken on purpose')"
    nbformat.write(notebook, path)
    monkeypatch.setenv("DOSSIER_HOME", str(root))
    return root


@pytest.mark.parametrize(
    ("name", "line", "message"),
    [
        ("data/reviews/decisions.jsonl", '{"broken', r"decisions\.jsonl:1: no JSON"),
        ("config/outlets.yml", "colour: red", r"outlets\.yml:\d+: unknown key 'colour'; allowed: outlets"),
        ("config/codebook.yml", "colour: red", r"codebook\.yml:\d+: unknown key 'colour'; allowed: "),
        ("config/institutions.yml", "colour: red", r"institutions\.yml:\d+: unknown key 'colour'; allowed: "),
    ],
)
def test_what_people_wrote_is_checked_before_anything_is_started(broken_project, name, line, message):
    path = broken_project / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text((path.read_text() if path.exists() else "") + line + "\n")
    with pytest.raises(InputError, match=message):
        run_report({})
    assert not (broken_project / "reports" / "staging").exists()
    assert (broken_project / "reports" / "latest" / "report.html").read_text() == "the good one"
    said = CliRunner().invoke(cli, ["doctor"])
    assert re.search(message, said.output)


def test_wrong_input_found_by_a_notebook_is_the_users_to_mend(broken_project):
    path = broken_project / "notebooks" / "20_code_claims.ipynb"
    notebook = nbformat.read(path, as_version=4)
    notebook.cells[
        -1
    ].source = (
        "from helpers.foundation.errors import ConfigError\nraise ConfigError('x.yml', 'wrong', line=3)"
    )
    nbformat.write(notebook, path)
    with pytest.raises(InputError, match=r"^x\.yml:3: wrong \(found by notebook 20_code_claims\.ipynb, "):
        run_report({})
    assert (broken_project / "reports" / "latest" / "report.html").read_text() == "the good one"


def test_a_failing_notebook_is_kept_and_named_and_latest_is_untouched(broken_project):
    with pytest.raises(
        RunError,
        match=r"20_code_claims\.ipynb failed in cell \d+: ValueError: broken on purpose; it is kept as (.*)",
    ) as caught:
        run_report({})
    kept = Path(re.search(r"it is kept as (.*)$", str(caught.value))[1])
    assert kept.is_file()
    assert kept.is_relative_to(broken_project / "reports" / "staging")
    assert (broken_project / "reports" / "latest" / "report.html").read_text() == "the good one"
    record = json.loads((kept.parents[1] / "run.json").read_text())
    assert record["status"] == "failed"
    assert "broken on purpose" in record["failure"]
    said = CliRunner().invoke(cli, ["status"])
    assert "broken on purpose" in said.output


def test_two_runs_at_once_are_refused(tmp_path):
    from filelock import FileLock

    with FileLock(tmp_path / ".lock"), pytest.raises(InputError, match="another run is going on"):
        run_report({"raw": str(SAMPLE)}, reports=str(tmp_path))


def test_values_from_the_command_line_are_read_by_declared_type():
    text = Parameter("x", "str", '""', "", ())
    assert read_value("010", text) == "010"
    assert read_value("a, b", Parameter("x", "list[str]", "[]", "", ())) == ["a", "b"]
    assert read_value("no", Parameter("x", "bool", "True", "", ())) is False
    with pytest.raises(InputError, match="true or false"):
        read_value("maybe", Parameter("x", "bool", "True", "", ()))


def test_every_notebook_declares_typed_parameters_with_help():
    declared = read_parameters([find_paths().notebooks / f"{n}.ipynb" for n in NOTEBOOKS])
    assert {
        "raw",
        "processed",
        "reports",
        "start",
        "end",
        "languages",
        "parties",
        "topic",
        "as_of",
        "reference",
    } <= set(declared)
    assert all(p.help for p in declared.values())
    check_parameters({"languages": ["en"], "reference": True}, declared)


@pytest.mark.parametrize("path", sorted((ROOT / "notebooks").glob("*.ipynb")), ids=lambda p: p.stem)
def test_notebooks_are_thin_and_stored_without_outputs(path):
    notebook = nbformat.read(path, as_version=4)
    for cell in notebook.cells:
        if cell.cell_type != "code":
            continue
        assert cell.outputs == []
        assert cell.execution_count is None
        assert not re.search(r"^\s*(?:def|class)\s|sys\.path", cell.source, re.M)
        lines = [
            line
            for line in cell.source.splitlines()
            if line.strip() and not line.startswith(("from ", "import "))
        ]
        assert len(lines) <= 14, cell.source


def test_a_damaged_table_is_an_error_that_says_what_to_do(tmp_path):
    (tmp_path / "milestones.parquet").write_bytes(b"not a table")
    with pytest.raises(DossierError, match="delete the file and run again"):
        read_rows(MILESTONES, tmp_path)
