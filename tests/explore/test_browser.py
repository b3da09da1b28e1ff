"""JupyterLab itself in a browser: open the explorer, run it, filter, click a mark, read its evidence, record a decision."""

import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from helpers.foundation.schemas import TABLES
from helpers.foundation.storage import write_table

pytestmark = pytest.mark.browser
ROOT = Path(__file__).parents[2]
FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip
CHROMIUM = os.environ.get("DOSSIER_CHROMIUM", "") or next(
    (p for n in ("chromium", "chromium-browser", "google-chrome") if (p := shutil.which(n))), ""
)
WAIT = 40_000  # milliseconds; generous, so that a busy machine only makes it slower


@pytest.fixture(scope="module")
def project(tmp_path_factory, processed):
    """A project of its own, so that nothing of the checkout is written to."""
    home = tmp_path_factory.mktemp("project")
    for name in ("config", "notebooks", "data/raw/sample"):
        shutil.copytree(ROOT / name, home / name)
    shutil.copyfile(ROOT / "pyproject.toml", home / "pyproject.toml")
    for name, rows in processed.items():
        # the fixture read the sample folder itself; the project reads data/raw, of which it is a part
        moved = [
            {**r, "source_path": f"sample/{r['source_path']}"} if "source_path" in r else r for r in rows
        ]
        write_table(TABLES[name], moved, home / "data" / "processed")
    return home


@pytest.fixture(scope="module")
def lab(project, tmp_path_factory):
    """A running server, stopped by its pid: its address and token."""
    home = tmp_path_factory.mktemp("home")
    places = {f"JUPYTER_{n}_DIR": str(home / n.lower()) for n in ("CONFIG", "DATA", "RUNTIME")}
    env = {**os.environ, **places, "HOME": str(home), "DOSSIER_HOME": str(project)}
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        port = s.getsockname()[1]
    log = home / "lab.log"
    command = [sys.executable, "-m", "helpers.cli.main", "lab", "--no-browser", "--port", str(port)]
    with log.open("wb") as out:
        process = subprocess.Popen(command, env=env, stdout=out, stderr=subprocess.STDOUT, cwd=home)
    try:
        deadline = time.monotonic() + 60
        token = None
        while token is None:
            assert process.poll() is None, log.read_text(errors="replace")[-3000:]
            assert time.monotonic() < deadline, log.read_text(errors="replace")[-3000:]
            token = re.search(rf"127\.0\.0\.1:{port}/\S*token=([0-9a-f]+)", log.read_text(errors="replace"))
            time.sleep(0.3)
        yield f"http://127.0.0.1:{port}", token[1]
    finally:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait(10)


@pytest.fixture
def page(tmp_path):
    if not CHROMIUM:
        if os.environ.get("DOSSIER_REQUIRE_BROWSER") == "1":
            pytest.fail("no Chromium found, and DOSSIER_REQUIRE_BROWSER=1 asks for one")
        pytest.skip("no Chromium on this machine; install one, or name it in DOSSIER_CHROMIUM")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        found = browser.new_page(viewport={"width": 1500, "height": 1300})
        found.set_default_timeout(WAIT)
        yield found
        found.screenshot(path=tmp_path / "last.png")  # kept by pytest when the test fails
        browser.close()


def test_explore_and_decide(page, lab, project):
    address, token = lab
    asked = []
    page.context.on("request", lambda r: asked.append(r.url))
    page.goto(f"{address}/lab/tree/notebooks/explore.ipynb?token={token}&reset")
    page.locator(".jp-Notebook .jp-CodeCell").first.wait_for()
    page.get_by_text("Python 3 (ipykernel) | Idle").wait_for()
    page.locator('.lm-MenuBar-itemLabel:text-is("Run")').click()
    page.locator('.lm-Menu-itemLabel:text-is("Run All Cells")').click()
    page.locator(".dossier-review .review-keys").wait_for(state="attached")

    explorer = page.locator(".dossier-explorer")
    explorer.scroll_into_view_if_needed()

    # the chart is all there: no mark stands beyond the edge of the cell, however narrow the window becomes
    for width in (1500, 1150):
        page.set_viewport_size({"width": width, "height": 1300})
        explorer.scroll_into_view_if_needed()
        page.wait_for_function(
            """() => {
                const drawn = document.querySelector(".dossier-explorer .js-plotly-plot .main-svg");
                const room = drawn?.closest(".jp-OutputArea-output").clientWidth;
                return room && Math.abs(drawn.getBoundingClientRect().width - room) < 8;
            }"""
        )
    page.set_viewport_size({"width": 1500, "height": 1300})
    explorer.scroll_into_view_if_needed()
    said = page.locator(".dossier-said")

    # filter: the count follows, and goes back
    before = said.inner_text()
    option = page.locator(".facet-language option", has_text=re.compile(r"^\s*tr\s"))
    shown = int(re.search(r"\((\d+)\)", option.text_content())[1])
    page.locator(".facet-language select").select_option(option.get_attribute("value"))
    page.locator(".dossier-said", has_text=re.compile(rf"^{shown} of ")).wait_for()
    page.get_by_role("button", name="Clear all").click()
    page.locator(".dossier-said", has_text=before).wait_for()

    # click a mark, read its evidence
    code = page.locator(".dossier-evidence code").first
    first = code.inner_text()
    page.wait_for_timeout(1000)
    marks = page.locator(".dossier-explorer .js-plotly-plot .scatterlayer .trace .points path.point")
    marks.last.scroll_into_view_if_needed()
    for i in range(marks.count() - 1, -1, -1):
        box = marks.nth(i).bounding_box()
        page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        page.wait_for_timeout(300)
        page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        page.wait_for_timeout(700)
        if code.inner_text() != first:
            break
    opened = code.inner_text()
    assert opened != first
    assert opened.startswith("mls-")
    assert page.locator(".dossier-evidence blockquote mark").count() >= 1

    # decide by keyboard: what it changes is shown before it is saved
    review = page.locator(".dossier-review")
    review.scroll_into_view_if_needed()
    title = page.locator(".review-title").inner_text()
    review.focus()
    page.keyboard.press("r")
    page.keyboard.type("a misreading of the page")
    page.keyboard.press("Enter")
    page.locator(".review-draft td", has_text="left_out_by").or_(
        page.locator(".review-draft td", has_text="decided_by")
    ).first.wait_for()
    ledger = project / "data" / "reviews" / "decisions.jsonl"
    assert not ledger.exists()
    page.keyboard.press("Enter")
    page.locator(".review-message", has_text="saved dec-").wait_for()
    assert page.locator(".review-title").inner_text() != title
    (row,) = [json.loads(line) for line in ledger.read_text(encoding="utf-8").splitlines()]
    assert (row["action"], row["reason"]) == ("reject", "a misreading of the page")

    outside = [
        u for u in asked if not u.startswith((address, address.replace("http", "ws"), "data:", "blob:"))
    ]
    assert outside == []
    with pytest.raises(urllib.error.HTTPError, match="403"):
        urllib.request.urlopen(f"{address}/api/contents", timeout=10)


def open_form(page, lab):
    """The scheduler's form for the first notebook."""
    address, token = lab
    page.goto(f"{address}/lab/tree/notebooks/10_clean_corpus.ipynb?token={token}&reset")
    page.get_by_text("Python 3 (ipykernel) | Idle").wait_for()
    page.locator(".jp-DirListing-item", has_text="10_clean").click(button="right")
    page.locator('.lm-Menu-itemLabel:text-is("Create Job")').click()
    page.get_by_label("PDF").wait_for()


def choose_cron(page, expression):
    """Fill in a cron expression of one's own."""
    page.get_by_label("Run on a schedule").check()
    page.get_by_label("Interval").click()
    page.get_by_role("option", name="Custom schedule").click()
    page.locator("input[name=schedule]").fill(expression)


def stored_schedules(lab):
    address, token = lab
    asked = urllib.request.Request(
        f"{address}/scheduler/job_definitions", headers={"Authorization": f"token {token}"}
    )
    with urllib.request.urlopen(asked, timeout=20) as answer:
        return json.load(answer)["job_definitions"]


def test_the_form_sends_what_it_shows_and_refuses_what_no_clock_can_follow(page, lab):
    open_form(page, lab)
    environment = page.locator("input[name=environment]")
    assert "this notebook" in environment.locator("..").inner_text()
    environment.locator("..").locator("[role=combobox],[role=button]").first.click()
    page.get_by_role("option", name="the whole report").click()
    page.get_by_label("PDF").wait_for()  # the formats stay when something else is to be run
    sent = []
    page.on(
        "request", lambda r: sent.append(r.post_data_json) if r.method == "POST" and "job_def" in r.url else 0
    )
    for expression, said in (("0 6 31 2 *", "never falls due"), ("0 0 L * *", "cannot be read")):
        choose_cron(page, expression)
        page.get_by_role("button", name="Create", exact=True).click()
        page.get_by_text(said).wait_for()
    assert {row["runtime_environment_name"] for row in sent} == {"the whole report"}
    assert sent[0]["output_formats"] == ["ipynb", "html", "pdf"]
    choose_cron(page, "61 * * * *")
    assert page.get_by_role("button", name="Create", exact=True).is_disabled()
    assert stored_schedules(lab) == []


@pytest.mark.long
def test_a_schedule_made_in_the_form_is_really_fired(page, lab, project):
    staging = project / ".schedule" / "lab" / "staging"
    there = set(staging.rglob("*"))
    open_form(page, lab)
    page.get_by_label("Job name").fill("every-minute")
    choose_cron(page, "* * * * *")
    page.get_by_role("button", name="Create", exact=True).click()
    page.get_by_text("has been created").wait_for()
    (stored,) = stored_schedules(lab)
    assert (stored["name"], stored["schedule"], stored["active"]) == ("every-minute", "* * * * *", True)
    page.locator("button[role=tab]", has_text=re.compile("^Jobs$")).click()
    begun, state = time.monotonic(), ""
    while "Completed" not in state and time.monotonic() - begun < 240:
        page.wait_for_timeout(2000)
        page.get_by_role("button", name="Reload").click()
        state = " ".join(page.get_by_role("row").all_inner_texts())
        assert "Failed" not in state
    assert "Completed" in state
    assert "every-minute" in state
    made = {p.suffix for p in set(staging.rglob("10_clean_corpus*")) - there}
    assert made == {".ipynb", ".html", ".pdf"}
    address, token = lab
    last = urllib.request.Request(
        f"{address}/scheduler/job_definitions/{stored['job_definition_id']}",
        headers={"Authorization": f"token {token}"}, method="DELETE",
    )  # fmt: skip
    urllib.request.urlopen(last, timeout=20).close()


def test_run_a_job_from_the_page_of_the_scheduler(page, lab, project):
    open_form(page, lab)
    page.get_by_role("button", name="Create", exact=True).click()
    page.get_by_role("button", name="Reload").wait_for()
    for _ in range(40):
        page.wait_for_timeout(1000)
        page.get_by_role("button", name="Reload").click()
        state = page.get_by_role("row").last.inner_text()
        assert "Failed" not in state
        assert "Stopped" not in state
        if "Completed" in state:
            break
    assert "Completed" in state
    made = {p.suffix for p in (project / ".schedule" / "lab" / "staging").rglob("10_clean_corpus*")}
    assert made == {".ipynb", ".html", ".pdf"}
