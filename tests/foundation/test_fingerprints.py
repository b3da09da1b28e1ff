"""Fingerprints follow the sources: what a stage imports, however it is written, and nothing else."""

import ast

from helpers.foundation import fingerprints
from helpers.foundation.fingerprints import file_fingerprint, imports_of, library_fingerprint, modules_of


def test_imports_are_those_that_python_sees():
    """The quick search for imports finds what the parser finds, in every module of the package."""
    everything = modules_of("helpers")
    for name, source in everything.items():
        wanted = set()
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.Import):
                wanted |= {a.name for a in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                wanted |= {node.module, *(f"{node.module}.{a.name}" for a in node.names)}
        ours = {w for w in wanted if w in everything}
        known = imports_of(source.decode("utf-8"))
        assert ours <= known, f"{name} imports {sorted(ours - known)}"


def test_a_stage_is_made_of_what_it_imports():
    coding = modules_of("helpers.coding.code_article")
    assert "helpers.coding.timex.resolve" in coding and "helpers.foundation.dates" in coding
    assert not [
        name for name in coding if name.startswith(("helpers.report", "helpers.figures", "helpers.cli"))
    ]


def test_a_changed_source_changes_the_fingerprint(tmp_path, monkeypatch):
    package = tmp_path / "helpers"
    package.mkdir()
    for name, text in {
        "__init__": "", "a": "def f():\n    from helpers.b import (\n        g,\n    )\n", "b": "import helpers.c\n", "c": "X = 1\n",
        "d": "Y = 1\n",
    }.items():  # fmt: skip
        (package / f"{name}.py").write_text(text)
    monkeypatch.setattr(fingerprints, "PACKAGE", package)

    def now():
        fingerprints._file_of.cache_clear()
        return fingerprints.code_fingerprint.__wrapped__("helpers.a")

    before = now()
    (package / "d.py").write_text("Y = 2\n")
    assert now() == before, "d is not imported"
    (package / "c.py").write_text("X = 2\n")
    assert now() != before
    fingerprints._file_of.cache_clear()


def test_files_count_by_name_and_content(tmp_path):
    one, two = tmp_path / "one", tmp_path / "two"
    one.write_text("a")
    seen = {file_fingerprint([one, two], root=tmp_path)}
    two.write_text("")
    seen.add(file_fingerprint([one, two], root=tmp_path))
    one.write_text("b")
    seen.add(file_fingerprint([one, two], root=tmp_path))
    assert len(seen) == 3
    assert file_fingerprint([one, two], root=tmp_path) == file_fingerprint([two, one, one], root=tmp_path)


def test_libraries_count():
    assert len(library_fingerprint()) == 64
