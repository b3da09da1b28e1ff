"""Nasty pages through the whole thread: nothing of them runs or escapes in HTML, PDF, DOCX, tables, notebooks, logs or terminal."""

import base64
import contextlib
import csv
import hashlib
import html
import json
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import lxml.etree
import lxml.html
import nbformat
import orjson
import pytest
from calling import call_dossier
from nasty import PAYLOADS, write_corpus

from helpers.foundation.schemas import ARTICLES, CLAIMS, MILESTONES, QUARANTINE
from helpers.foundation.storage import read_rows

ROOT = Path(__file__).parents[2]
# What no terminal, log or file name of ours may hold.
UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


@pytest.fixture(scope="session")
def project(tmp_path_factory):
    """A project, in a folder with a hostile name, whose raw pages are the nasty ones; run once, exported once."""
    root = tmp_path_factory.mktemp("hostile") / "pro{raw}ject '#x\" <b>"
    for name in ("config", "notebooks"):
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns(".ipynb_checkpoints"))
    write_corpus(root / "data" / "raw")
    return root


@pytest.fixture(scope="session")
def latest(project):
    code, output = call_dossier(project, "run", "--as-of", "2026-01-01")
    assert code == 0, output
    assert not CONTROLS.search(output)
    return project / "reports" / "latest"


@pytest.fixture(scope="session")
def exported(project, latest):
    code, output = call_dossier(project, "export", "--out", project / "exports")
    assert code == 0, output
    assert not CONTROLS.search(output)
    return project / "exports"


def test_every_nasty_file_is_accounted_for(latest):
    record = orjson.loads((latest / "run.json").read_bytes())
    done = {r["source_path"] for t in (ARTICLES, QUARANTINE) for r in read_rows(t, latest / "processed")}
    assert {i["path"] for i in record["inputs"]} == done
    assert "failed" not in {q["reason"] for q in read_rows(QUARANTINE, latest / "processed")}
    quotes = " ".join(c["quote"] for c in read_rows(CLAIMS, latest / "processed"))
    for payload in (
        "<script>window.pwned=1</script>",
        '#panic("typst ran")',
        "\x1b[2J",
        "\u202egnp.exe",
        "+cmd|",
    ):
        assert payload in quotes, "the payload never got as far as a quote, so the rest would prove nothing"
    assert len(read_rows(MILESTONES, latest / "processed")) >= 10
    assert not list(Path.cwd().glob("pwned"))
    assert not Path("/tmp/pwned").exists()


def test_verify_holds_on_hostile_names(project, latest):
    code, output = call_dossier(project, "verify")
    assert code == 0, output


def pages_of(latest):
    return [p for p in sorted(latest.rglob("*.html")) if p.is_file()]


def check_html(page):
    """Only scripts that the policy names, no handler, no address that runs or leads out, no frame."""
    text = page.read_text(encoding="utf-8")
    outside = re.sub(r"<script>.*?</script>", "", text, flags=re.DOTALL)
    found = UNSEEN.search(outside)
    assert not found, (page, outside[max(0, found.start() - 80) : found.start() + 80])
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', text)[1]
    assert "default-src 'none'" in policy
    assert "unsafe-inline" not in policy.split("style-src")[0]
    tree = lxml.html.document_fromstring(
        text.encode(), parser=lxml.html.HTMLParser(huge_tree=True, encoding="utf-8")
    )
    for element in tree.iter():
        if not isinstance(element.tag, str):
            continue
        assert element.tag not in ("iframe", "object", "embed", "base", "link", "applet", "form"), (
            page,
            element.tag,
        )
        for name, value in element.attrib.items():
            assert not name.lower().startswith("on"), (page, name, value)
            if name.lower() in (
                "href",
                "src",
                "action",
                "formaction",
                "xlink:href",
                "srcset",
                "poster",
                "background",
                "data",
            ):
                allowed = (
                    ("#", "data:image/", "https://", "http://")
                    if element.tag == "a"
                    else ("data:image/", "#")
                )
                assert value.startswith(allowed) or re.fullmatch(r"[\w./-]*", value), (
                    page,
                    name,
                    value[:100],
                )
        if element.tag == "script":
            assert "src" not in element.attrib
            if element.get("type") not in (None, "", "text/javascript", "application/javascript", "module"):
                continue  # data: no browser runs it
            digest = base64.b64encode(hashlib.sha256((element.text or "").encode()).digest()).decode()
            assert f"'sha256-{digest}'" in policy, (page, (element.text or "")[:100])
        if element.tag == "style":
            assert "evil.example" not in (element.text or "")
    shown = html.unescape(text)
    assert "1337" not in re.sub(r"<script.*?</script>", "", shown, flags=re.DOTALL) or "7*191" in shown


def test_html(latest):
    pages = pages_of(latest)
    assert {p.name for p in pages} >= {"report.html"}
    for page in pages:
        check_html(page)


def test_html_shows_a_payload_as_text(latest):
    text = (latest / "report.html").read_text(encoding="utf-8")
    assert "<script>window.pwned" not in text
    assert "onerror=window.pwned" not in re.sub(r"&lt;.*?&gt;|\\u003c.*?\\u003e", "", text)


@pytest.mark.browser
def test_html_in_a_browser(latest):
    """Chromium opens the pages, every fold and figure of them: nothing of a page has run, nothing was asked for."""
    playwright = pytest.importorskip("playwright.sync_api", reason="needs the test extra (playwright)")
    path = next(
        (p for name in ("chromium", "chromium-browser", "google-chrome") if (p := shutil.which(name))), None
    )
    if path is None:
        pytest.skip("needs Chromium (apt-get install chromium)")
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(
            executable_path=path, args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        )
        for file in pages_of(latest):
            page = browser.new_page()
            asked, dialogs = [], []
            page.on("request", lambda r, asked=asked: asked.append(r.url))
            page.on("dialog", lambda d, dialogs=dialogs: (dialogs.append(d.message), d.dismiss()))
            page.goto(file.as_uri())
            page.evaluate("() => { for (const d of document.querySelectorAll('details')) d.open = true }")
            for element in page.query_selector_all("a, summary, button, [tabindex]")[:150]:
                with contextlib.suppress(playwright.Error):
                    element.hover(timeout=200)
            page.wait_for_timeout(1500)  # folds are filled when they are opened
            assert page.evaluate("() => window.pwned") is None, file
            assert dialogs == []
            assert [a for a in asked if not a.startswith(("file://", "data:", "blob:"))] == []
            page.close()
        browser.close()


def test_pdf(latest):
    for path in sorted(latest.glob("*.pdf")):
        data = path.read_bytes()
        assert b"/ObjStm" not in data, "objects are packed: nothing below would be seen"
        for name in (b"/JavaScript", b"/JS", b"/Launch", b"/SubmitForm", b"javascript:"):
            assert name not in data, (path, name)
        assert not re.search(rb"/URI\s*\((?!https?://|mailto:)", data), path
    if shutil.which("pdftotext"):
        text = subprocess.run(
            ["pdftotext", str(latest / "report.pdf"), "-"], capture_output=True, text=True, check=True
        ).stdout
        joined = "".join(text.split())
        assert '#panic("typstran")' in joined
        assert "window.pwned" in joined
        assert "root:x:" not in joined
        assert not re.search("[\u202d\u202e\x1b]", text)


def test_docx(exported):
    files = list(exported.rglob("*.docx"))
    assert files
    for path in files:
        with zipfile.ZipFile(path) as archive:
            for name in archive.namelist():
                assert "vba" not in name.lower()
                if name.endswith((".xml", ".rels")):
                    tree = lxml.etree.fromstring(
                        archive.read(name), parser=lxml.etree.XMLParser(resolve_entities=False)
                    )
                    for element in tree.iter():
                        tag = str(element.tag).rpartition("}")[2]
                        assert tag not in ("fldSimple", "altChunk", "object", "OLEObject"), (name, tag)
                        if tag == "instrText":
                            assert not re.search(r"DDE|INCLUDE|HYPERLINK", element.text or "")
                        if tag == "Relationship" and element.get("TargetMode") == "External":
                            assert element.get("Target").startswith(("http://", "https://")), element.get(
                                "Target"
                            )
            assert "<script" not in archive.read("word/document.xml").decode()


def test_csv_cells_are_no_formulas(exported):
    files = list(exported.rglob("*.csv"))
    assert files
    seen = 0
    for path in files:
        with path.open(encoding="utf-8-sig", newline="") as f:
            csv.field_size_limit(10**9)
            for row in csv.reader(f):
                for cell in row:
                    seen += "cmd|" in cell
                    if re.match(r"[=+\-@\t\r\n]", cell):
                        assert re.fullmatch(r"[+-]?\d+(\.\d+)?(e[+-]?\d+)?", cell), (path.name, cell[:80])
                    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f]", cell), (path.name, cell[:80])
    assert seen


def test_other_exports_are_what_they_say(exported):
    """Each is read by a parser of its format, and no text of a page has become structure."""
    suffixes = set()
    for path in sorted(p for p in exported.rglob("*") if p.is_file()):
        suffixes.add(path.suffix)
        if path.suffix in (".json", ".jsonld", ".geojson"):
            json.loads(path.read_text(encoding="utf-8"))
        elif path.suffix == ".jsonl":
            for line in path.read_text(encoding="utf-8").split("\n"):
                assert not line or json.loads(line)
        elif path.suffix in (".graphml", ".gexf", ".xml", ".svg"):
            lxml.etree.parse(str(path), lxml.etree.XMLParser(resolve_entities=False, huge_tree=True))
        elif path.suffix == ".ics":
            text = path.read_bytes().decode("utf-8")
            assert "\nATTACH" not in text
            assert text.count("BEGIN:VEVENT\r\n") == text.count("END:VEVENT\r\n")
        elif path.suffix == ".ris":
            tags = re.findall(r"(?m)^([A-Z][A-Z0-9])  - ", path.read_text(encoding="utf-8"))
            assert tags.count("TY") == tags.count("ER")
        elif path.suffix == ".html":
            check_html(path)
    assert {".json", ".csv"} <= suffixes


def test_notebooks(latest):
    """What JupyterLab shows when it trusts them: no script, handler or address that runs in any output."""
    for path in sorted(latest.rglob("*.ipynb")):
        notebook = nbformat.read(path, as_version=4)
        nbformat.validate(notebook)
        for cell in notebook.cells:
            for output in cell.get("outputs", []):
                data = output.get("data", {})
                assert "application/javascript" not in data
                for kind in ("text/html", "image/svg+xml"):
                    if kind not in data:
                        continue
                    tree = lxml.html.fragment_fromstring("".join(data[kind]), create_parent="div")
                    for element in tree.iter():
                        if isinstance(element.tag, str):
                            assert element.tag not in (
                                "script",
                                "iframe",
                                "object",
                                "embed",
                                "base",
                                "link",
                                "form",
                            ), path
                            assert not [a for a in element.attrib if a.lower().startswith("on")], path
                            for name in ("href", "src", "xlink:href"):
                                assert not re.match(
                                    r"\s*(javascript|vbscript|data:text)", element.get(name, ""), re.I
                                ), path
                if output["output_type"] == "stream":
                    assert not CONTROLS.search("".join(output["text"])), path


@pytest.mark.parametrize(
    "words",
    [
        ["status"], ["doctor"], ["verify"], ["review", "list"], ["review", "list", "--events"], ["review", "list", "--claims"],
        ["review", "list", "--decisions"], ["review", "accept", "\x1b[31mx\u202e", "--reviewer", "R", "--reason", "r"],
        ["run", "--raw", "\x1b[31mx\u202e"], ["verify", "--run", "\x1b]0;owned\x07"], ["export", "--format", "\x1b[2J"],
        ["run", "-p", "\x1b[2J", "x"], ["run", "--start", "\x1b[2J"], ["run", "--languages", "\x1b[2J"],
    ],
    ids=lambda w: " ".join(w[:2]).encode("unicode_escape").decode(),
)  # fmt: skip
def test_terminal(project, latest, words):
    _, output = call_dossier(project, *words)
    assert output.strip()
    assert not CONTROLS.search(output), CONTROLS.search(output)
    assert "Traceback" not in output


def test_json_lists_for_other_programs_stay_json(project, latest):
    code, output = call_dossier(project, "review", "list", "--claims", "--json")
    assert code == 0
    for line in output.splitlines():
        assert json.loads(line)
    assert "\x1b" not in output


def test_logs_and_texts_of_clean(project, latest, tmp_path, capfd):
    code, output = call_dossier(project, "clean", project / "data" / "raw", tmp_path / "out")
    assert code == 0, output
    said = capfd.readouterr()
    assert not CONTROLS.search(output + said.out + said.err)
    inside = (tmp_path / "out").resolve()
    for path in (tmp_path / "out").rglob("*"):
        assert path.resolve().is_relative_to(inside)
    assert {p.name for p in tmp_path.iterdir()} == {"out"}


@pytest.mark.parametrize(
    "value",
    [
        '"; import os; os.system("touch pwned") #', "'''\nimport os\n'''", "\\", '\\"', "{x}", "%s", "\n!touch pwned", "%%bash\ntouch pwned",
        "\x00", "\u2028\nimport os", "__import__('os').system('touch pwned')", "a" * 100_000, "\udcff",
    ],
    ids=lambda v: v[:20].encode("unicode_escape").decode(),
)  # fmt: skip
def test_parameters_cannot_become_code(value):
    """papermill writes parameters into a cell: it must be assignments of exactly these values, and nothing else."""
    import ast

    from papermill.iorw import load_notebook_node
    from papermill.parameterize import parameterize_notebook

    notebook = load_notebook_node(str(ROOT / "notebooks" / "10_clean_corpus.ipynb"))
    given = {"raw": value, "languages": [value, "en"], "reference": True}
    made = parameterize_notebook(notebook, given)
    (cell,) = [c for c in made.cells if "injected-parameters" in c.metadata.get("tags", [])]
    tree = ast.parse(cell.source)
    assert all(isinstance(node, ast.Assign) for node in tree.body)
    assert {node.targets[0].id: ast.literal_eval(node.value) for node in tree.body} == given


def test_payloads_are_many():
    assert len(PAYLOADS) >= 25
