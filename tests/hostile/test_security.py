"""What the code itself may not do: nothing that runs what it reads, nothing that listens to other machines, no secrets in outputs."""

import ast
import os
import re
import stat
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCES = sorted((ROOT / "src" / "helpers").rglob("*.py"))
# Modules that run code out of what they read.
UNPICKLERS = {
    "pickle",
    "cPickle",
    "_pickle",
    "cloudpickle",
    "dill",
    "marshal",
    "shelve",
    "joblib",
    "jsonpickle",
    "copyreg",
    "imp",
}
# Parsers that follow entities; defusedxml and lxml with entities off are used instead.
XML = {"xml.etree.ElementTree", "xml.sax", "xml.dom.minidom", "xml.dom.pulldom", "xmlrpc"}
CALLS = {
    "eval", "exec", "compile", "os.system", "os.popen", "pd.read_pickle", "pandas.read_pickle", "np.load", "numpy.load", "yaml.unsafe_load",
    "yaml.full_load", "yaml.load_all", "pa.deserialize", "tempfile.mktemp", "zipfile.extractall", "tarfile.open", "shutil.unpack_archive",
}  # fmt: skip


def dotted(node):
    parts = []
    while isinstance(node, ast.Attribute):
        parts.append(node.attr)
        node = node.value
    return ".".join([*([node.id] if isinstance(node, ast.Name) else []), *reversed(parts)])


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: p.relative_to(ROOT / "src").as_posix())
def test_no_module_runs_what_it_reads(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = []
        if isinstance(node, ast.Import):
            names = [a.name for a in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [node.module or ""]
        for name in names:
            assert name.split(".")[0] not in UNPICKLERS, f"{path}:{node.lineno} imports {name}"
            assert name not in XML, f"{path}:{node.lineno} imports {name}; use defusedxml"
        if isinstance(node, ast.Call):
            called = dotted(node.func)
            assert called not in CALLS, f"{path}:{node.lineno} calls {called}"
            assert not called.endswith(".extractall"), (
                f"{path}:{node.lineno} unpacks by the archive's own names"
            )
            for keyword in node.keywords:
                value = getattr(keyword.value, "value", None)
                assert not (keyword.arg == "shell" and value), f"{path}:{node.lineno} starts a shell"
                assert not (keyword.arg == "allow_pickle" and value), f"{path}:{node.lineno} reads pickles"
                assert not (keyword.arg == "verify" and value is False), (
                    f"{path}:{node.lineno} trusts any certificate"
                )
            if called == "yaml.load":
                assert any(k.arg == "Loader" for k in node.keywords), (
                    f"{path}:{node.lineno} loads YAML without a safe loader"
                )


def test_the_yaml_loader_is_the_safe_one():
    from helpers.foundation.settings import _strict_loader

    assert {"SafeLoader", "CSafeLoader"} & {c.__name__ for c in _strict_loader().__mro__}


def test_nothing_listens_beyond_loopback():
    """Addresses in the code: none that means every interface; Lab, kernels and clusters of our own name loopback."""
    for path in SOURCES:
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"0\.0\.0\.0|host\s*=\s*[\"']{2}|ip=\*", text), path
    lab = (ROOT / "src" / "helpers" / "cli" / "lab.py").read_text(encoding="utf-8")
    assert "--ServerApp.ip=127.0.0.1" in lab
    assert "allow_remote_access=False" in lab
    assert not re.search(r"token\s*=\s*[\"']{2}|disable_check_xsrf|allow_origin", lab)


@pytest.mark.long
def test_a_cluster_of_our_own_listens_on_loopback_only():
    psutil = pytest.importorskip("psutil")
    from helpers.foundation.engine import Engine

    said = []
    with Engine(workers=2).started(said.append) as engine:
        assert list(engine.map(abs, [-1, 2, -3])) == [1, 2, 3]
        me = psutil.Process()
        listening = [
            c.laddr.ip
            for process in [me, *me.children(recursive=True)]
            for c in process.net_connections("inet")
            if c.status == psutil.CONN_LISTEN
        ]
    assert listening
    assert set(listening) <= {"127.0.0.1", "::1"}, listening
    assert "127.0.0.1" in said[0]


def test_the_schedulers_folder_is_its_owners_alone(tmp_path):
    """Its job store holds pickles (APScheduler's own): who may write there may run code, so nobody else may."""
    from helpers.report.schedule.plans import state_folder

    assert stat.S_IMODE(state_folder(tmp_path).stat().st_mode) == 0o700


def test_no_table_holds_a_pickle():
    from helpers.foundation.schemas import TABLES

    for table in TABLES.values():
        for field in table.arrow_schema():
            assert not str(field.type).startswith(("extension", "binary", "large_binary")), (
                table.name,
                field,
            )


def test_a_parquet_file_with_an_object_in_it_runs_nothing(tmp_path):
    """pandas metadata and extension types are data: a table with other columns is refused by name."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    from helpers.foundation.errors import DossierError
    from helpers.foundation.schemas import QUARANTINE
    from helpers.foundation.storage import read_rows

    evil = b"cos\nsystem\n(S'touch " + str(tmp_path / "pwned").encode() + b"'\ntR."
    metadata = {b"ARROW:extension:name": b"arrow.py_extension_type", b"ARROW:extension:metadata": evil}
    schema = pa.schema([pa.field("source_path", pa.binary(), metadata=metadata)], metadata={b"pandas": evil})
    pq.write_table(pa.table({"source_path": [evil]}, schema=schema), tmp_path / "quarantine.parquet")
    with pytest.raises(DossierError):
        read_rows(QUARANTINE, tmp_path)
    assert not (tmp_path / "pwned").exists()


def test_the_sql_store_is_no_data_folder():
    """Nothing below data/, reports/ or config/ is read as a database."""
    for path in SOURCES:
        for match in re.finditer(r"sqlite:///\{([^}]*)\}", path.read_text(encoding="utf-8")):
            assert re.match(r"state_folder\(root\)|home", match[1]), (path, match[0])


def test_locks_pin_every_file_by_its_hash():
    for name in ("requirements.lock", "requirements-test.lock", "requirements-pip.lock"):
        text = (ROOT / name).read_text(encoding="utf-8")
        blocks = re.findall(r"(?m)^([A-Za-z0-9][\w.\[\]-]*==\S+)((?:.|\n)*?)(?=^[A-Za-z0-9]|\Z)", text)
        assert blocks
        assert all("--hash=sha256:" in body for _, body in blocks), name
        assert not re.search(r"git\+|https?://|file:", text), name


def test_the_page_on_security_says_what_is_checked_and_how():
    text = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
    for said in (
        "pip-audit -r requirements.lock",
        "tests/hostile",
        "tests/fuzz",
        "tests/faults",
        "127.0.0.1",
        ".schedule",
    ):
        assert said in text
    for path in re.findall(r"`((?:tests|src|config|docs)/[\w./-]+)`", text):
        assert (ROOT / path).exists(), path


def test_an_audit_without_its_database_is_no_clean_result(tmp_path):
    """`make audit` and the page on security run the same command, and it fails where nothing can be looked up."""
    command = "pip-audit -r requirements.lock --no-deps --disable-pip --strict"
    assert f"$(BIN)/{command}" in (ROOT / "Makefile").read_text(encoding="utf-8")
    assert f".venv/bin/{command}" in (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
    program = Path(sys.prefix, "bin", "pip-audit")
    if not program.exists():
        pytest.skip("pip-audit is not installed here; `make setup-test` installs it")
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    (tmp_path / "requirements.lock").write_text(re.search(r"(?m)^zipp==(?:.*\\\n)+.*\n", lock)[0])
    nowhere = dict.fromkeys(("HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy"), "http://127.0.0.1:9")
    done = subprocess.run(
        [program, *command.split()[1:], "--cache-dir", tmp_path / "cache"],
        cwd=tmp_path,
        env={**os.environ, **nowhere, "NO_PROXY": "", "no_proxy": ""},
        capture_output=True,
        check=False,
    )
    assert done.returncode != 0


def test_every_test_that_is_named_for_a_guarantee_is_there():
    named = re.findall(
        r"`([\w/]+\.py)::(test_\w+)`", (ROOT / "tests" / "README.md").read_text(encoding="utf-8")
    )
    assert len(named) > 60
    for path, name in named:
        assert re.search(rf"^def {name}\(", (ROOT / "tests" / path).read_text(encoding="utf-8"), re.M), (
            path,
            name,
        )
