import logging
import stat
from pathlib import Path
from types import SimpleNamespace

import nbformat
import pytest
from jupyter_scheduler.exceptions import SchedulerError
from jupyter_scheduler.models import CreateJobDefinition, UpdateJobDefinition
from jupyter_scheduler.orm import JobDefinition, create_session, create_tables
from nbconvert.exporters.html import HTMLExporter
from traitlets.config.loader import KeyValueConfigLoader

from helpers.explore import scheduler as s
from helpers.explore.lab import lab_options, trust_notebooks
from helpers.foundation.errors import InputError, RunError

WIDGET = "application/vnd.jupyter.widget-view+json"
ROOT = Path(__file__).parents[2]
FIRST = ROOT / "notebooks" / "10_clean_corpus.ipynb"
GOOD = {
    "input_uri": "notebooks/10_clean_corpus.ipynb", "runtime_environment_name": s.NOTEBOOK, "name": "nightly",
    "output_formats": ["ipynb"], "schedule": "30 6 * * 1-5", "timezone": "Europe/Berlin",
}  # fmt: skip


@pytest.fixture
def database(tmp_path):
    url = f"sqlite:///{tmp_path / 'scheduler.sqlite'}"
    create_tables(url)
    return url


@pytest.fixture
def lab(database, tmp_path):
    found = s.ProjectScheduler(
        root_dir=str(ROOT), environments_manager=s.ProjectEnvironments(), db_url=database
    )
    found.staging_path = str(tmp_path / "staging")
    found.execution_manager_class = s.PapermillExecution
    return found


def definition(**changes):
    return CreateJobDefinition(**{**GOOD, **changes})


def stored(database):
    with create_session(database)() as session:
        return [(d.name, d.schedule, d.active) for d in session.query(JobDefinition)]


def write_notebook(path, *sources, parameters="n: int = 1  # how many\nwho: str = ''  # whom"):
    cells = [nbformat.v4.new_code_cell(parameters, metadata={"tags": ["parameters"]})]
    nb = nbformat.v4.new_notebook(cells=[*cells, *map(nbformat.v4.new_code_cell, sources)])
    nb.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3", "language": "python"}
    nbformat.write(nb, str(path))
    return path


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"schedule": "61 * * * *"}, "cron '61"),
        ({"schedule": "* * * *"}, "five are needed"),
        ({"schedule": "every day"}, "fields"),
        ({"schedule": "0 6 31 2 *"}, "never falls due"),
        ({"timezone": "Mars/Base"}, "IANA"),
        ({"runtime_environment_name": "conda"}, "allowed: this notebook, the whole report"),
        ({"parameters": {"langages": "en"}}, "did you mean languages"),
        ({"parameters": {"workers": "many"}}, "a number"),
    ],
)
def test_what_cannot_run_is_refused_before_it_is_stored(lab, database, changes, said):
    with pytest.raises(SchedulerError, match=said):
        lab.create_job_definition(definition(**changes))
    assert stored(database) == []


def test_a_good_schedule_is_stored_and_a_bad_change_leaves_it(lab, database):
    name = lab.create_job_definition(definition(parameters={"workers": "2", "languages": "en,ru"}))
    assert stored(database) == [("nightly", "30 6 * * 1-5", True)]
    with pytest.raises(SchedulerError, match="cron"):
        lab.update_job_definition(name, UpdateJobDefinition(schedule="0 25 * * *"))
    assert stored(database) == [("nightly", "30 6 * * 1-5", True)]


def test_one_bad_row_in_the_database_does_not_stop_the_others(lab, database, caplog):
    lab.create_job_definition(definition())
    with create_session(database)() as session:
        session.add(
            JobDefinition(
                name="broken",
                schedule="99 * * * *",
                runtime_environment_name=s.NOTEBOOK,
                input_filename="x.ipynb",
            )
        )
        session.commit()
    runner = s.CarefulTaskRunner(scheduler=lab)
    with caplog.at_level(logging.ERROR):
        runner.populate_cache()
    assert len(runner.queue) == 1
    assert ("broken", None, False) in stored(database)


def test_strings_of_the_form_become_the_types_declared():
    given = {
        "workers": "010",
        "languages": "en, fa",
        "reference": "false",
        "start": "'2023-01-01'",
        "topic": '"trade"',
    }
    values = s.convert_parameters(given, [FIRST])
    assert values == {
        "workers": 10,
        "languages": ["en", "fa"],
        "reference": False,
        "start": "2023-01-01",
        "topic": "trade",
    }
    assert s.convert_parameters({}, [FIRST]) == {}
    with pytest.raises(InputError, match="reference"):
        s.convert_parameters({"reference": "perhaps"}, [FIRST])


def test_a_notebook_runs_from_the_root_with_typed_parameters_and_gives_every_format(tmp_path):
    source = write_notebook(
        tmp_path / "job.ipynb", "from pathlib import Path\nassert Path('pyproject.toml').is_file()", "n + 1, who",
    )  # fmt: skip
    outputs = {k: tmp_path / f"out.{k}" for k in s.FORMATS}
    s.run_notebook(source, {"n": "41", "who": "<script>#eval(1)</script>"}, outputs, root=ROOT)
    last = nbformat.read(str(outputs["ipynb"]), as_version=4).cells[-1]
    assert last.outputs[0].data["text/plain"] == "(42, '<script>#eval(1)</script>')"
    assert "&lt;script&gt;" in outputs["html"].read_text(encoding="utf-8")
    assert outputs["pdf"].read_bytes().startswith(b"%PDF")


def test_a_failing_notebook_is_kept_up_to_the_failure_and_fails_the_job(tmp_path):
    source = write_notebook(tmp_path / "job.ipynb", "print('so far')", "1 / 0", "print('never')")
    outputs = {k: tmp_path / f"out.{k}" for k in s.FORMATS}
    with pytest.raises(RunError, match=r"job\.ipynb, cell 3: ZeroDivisionError"):
        s.run_notebook(source, {}, outputs, root=ROOT)
    text = outputs["html"].read_text(encoding="utf-8")
    assert "so far" in text
    assert "ZeroDivisionError" in text
    assert outputs["pdf"].is_file()


def test_the_whole_report_is_that_of_dossier_run(tmp_path, monkeypatch):
    asked = {}
    folder = tmp_path / "run"
    (folder / "notebooks").mkdir(parents=True)
    for name in ("report.html", "report.pdf", "notebooks/40_report.ipynb"):
        (folder / name).write_text(name, encoding="utf-8")

    def run_report(given, *, processed, reports):
        asked.update(given=given, processed=processed, reports=reports)
        return SimpleNamespace(folder=folder)

    monkeypatch.setattr(s, "run_report", run_report)
    outputs = {k: tmp_path / f"out.{k}" for k in s.FORMATS}
    s.run_whole_report({"reports": "out", "languages": "en", "reference": "no"}, outputs)
    assert asked == {"given": {"languages": ["en"], "reference": False}, "processed": "", "reports": "out"}
    assert outputs["pdf"].read_text(encoding="utf-8") == "report.pdf"


def test_the_form_offers_the_two_ways_and_the_three_formats():
    manager = s.ProjectEnvironments()
    assert [e.name for e in manager.list_environments()] == [s.NOTEBOOK, s.REPORT]
    # the form sends the label, and finds the formats by it
    assert [e.label for e in manager.list_environments()] == [s.NOTEBOOK, s.REPORT]
    assert s.read_environment("The whole report") == s.REPORT
    assert set(manager.output_formats_mapping()) == {"ipynb", "html", "pdf"}
    assert s.PapermillExecution.validate(s.PapermillExecution, str(FIRST))
    assert not s.PapermillExecution.validate(s.PapermillExecution, str(ROOT / "README.md"))
    features = s.PapermillExecution.supported_features(s.PapermillExecution)
    assert sum(features.values()) == 6


def test_lab_is_told_of_the_scheduler_and_trusts_the_notebooks(tmp_path, monkeypatch):
    monkeypatch.setenv("JUPYTER_DATA_DIR", str(tmp_path / "data"))
    options = lab_options(tmp_path)
    assert sum("helpers.explore.scheduler." in o for o in options) == 4
    assert stat.S_ISDIR((tmp_path / ".schedule" / "lab").stat().st_mode)
    assert FIRST in trust_notebooks(FIRST.parent)


def test_what_lab_exports_shows_the_tables_behind_widgets(tmp_path):
    given = KeyValueConfigLoader().load_config([o for o in lab_options(tmp_path) if "NbConvertBase" in o])
    output = nbformat.v4.new_output(
        "display_data", data={WIDGET: {"model_id": "m", "version_major": 2, "version_minor": 0}, "text/html": "<p>as a table</p>"},
    )  # fmt: skip
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("desk.show()", outputs=[output])])
    text, _ = HTMLExporter(config=given).from_notebook_node(notebook)
    assert "<p>as a table</p>" in text
