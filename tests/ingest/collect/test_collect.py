"""Collecting from a server of our own on the loopback address: manners, limits, what is kept and what is refused."""

import gzip
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from helpers.foundation.errors import ConfigError, InputError
from helpers.foundation.provenance import sha256_hex
from helpers.ingest.collect.collect import collect_pages, summarise
from helpers.ingest.collect.sources import Limits, Plan, Source, load_plan
from helpers.ingest.read import read_raw_file
from helpers.ingest.sidecar import read_sidecar

AGENT = "tests/1.0 (+mailto:tests@example.org)"


class Site:
    """A little site: path -> function of the request's headers and its number that gives (status, headers, body)."""

    def __init__(self):
        self.answers, self.asked = {}, []
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                site.asked.append((self.path, dict(self.headers)))
                answer = site.answers.get(self.path)
                times = sum(path == self.path for path, _ in site.asked)
                status, headers, body = (
                    answer(self.headers, times) if callable(answer) else answer or (404, {}, b"none")
                )
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                if isinstance(body, bytes):
                    self.send_header("Content-Length", str(len(body)))
                    self.end_headers()
                    self.wfile.write(body)
                    return
                self.end_headers()
                try:
                    for piece in body:
                        self.wfile.write(piece)
                except (BrokenPipeError, ConnectionResetError):
                    self.close_connection = True

            def log_message(self, *args):
                return

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def paths(self):
        return [path for path, _ in self.asked]


@pytest.fixture
def site():
    site = Site()
    yield site
    site.server.shutdown()
    site.server.server_close()


def page(text, **headers):
    return (
        200,
        {"Content-Type": "text/html; charset=utf-8", **headers},
        f"<html><body><p>{text}</p></body></html>".encode(),
    )


def plan(*sources, **limits):
    return Plan(Limits(user_agent=AGENT, **{"pause": 0.0, "timeout": 5.0, **limits}), sources)


def run(the_plan, raw, sleeps=None, **options):
    return list(
        collect_pages(
            the_plan, raw, allow_private=True, sleep=(sleeps if sleeps is not None else []).append, **options
        )
    )


def test_a_feed_becomes_raw_files_with_sidecars_and_a_warc(site, tmp_path):
    items = "".join(f"<item><title>{n}</title><link>{site.address}/{n}</link></item>" for n in "ab")
    site.answers["/feed"] = (
        200,
        {"Content-Type": "application/rss+xml"},
        f"<rss version='2.0'><channel><title>t</title>{items}</channel></rss>".encode(),
    )
    site.answers["/a"], site.answers["/b"] = page("first"), page("second")
    source = Source(
        "daily", "feed", f"{site.address}/feed", outlet="Example Daily", licence="all rights reserved"
    )
    outcomes = run(plan(source), tmp_path)
    assert summarise(outcomes) == {"new": 2, "unchanged": 0, "held": 0, "failed": 0}
    for outcome in outcomes:
        file = tmp_path / outcome.detail
        sidecar = read_sidecar(file, limit=10_000)
        assert sidecar["sha256"] == sha256_hex(file.read_bytes())
        assert (sidecar["outlet"], sidecar["address"]) == ("Example Daily", outcome.address)
    assert len(list((tmp_path / ".warc").glob("*.warc.gz"))) == 1
    assert all(headers["User-Agent"] == AGENT for _, headers in site.asked)


def test_a_second_collection_asks_conditionally_and_a_cut_off_one_goes_on(site, tmp_path):
    site.answers["/p"] = lambda headers, n: (
        (304, {}, b"") if headers.get("If-None-Match") == '"v1"' else page("text", ETag='"v1"')
    )
    source = Source("one", "page", f"{site.address}/p")
    assert summarise(run(plan(source), tmp_path))["new"] == 1
    assert summarise(run(plan(source), tmp_path))["unchanged"] == 1


def test_same_bytes_under_another_address_are_held(site, tmp_path):
    site.answers["/p"], site.answers["/q"] = page("same"), page("same")
    outcomes = run(
        plan(Source("p", "page", f"{site.address}/p"), Source("q", "page", f"{site.address}/q")), tmp_path
    )
    assert summarise(outcomes) == {"new": 1, "unchanged": 0, "held": 1, "failed": 0}


def test_robots_txt_is_obeyed_and_recorded(site, tmp_path):
    site.answers["/robots.txt"] = (200, {"Content-Type": "text/plain"}, b"User-agent: *\nDisallow: /private")
    site.answers["/private/p"] = page("secret")
    outcomes = run(plan(Source("p", "page", f"{site.address}/private/p")), tmp_path)
    assert outcomes[0].what == "failed"
    assert "robots.txt" in outcomes[0].detail
    assert "/private/p" not in site.paths()
    assert "Disallow: /private" in next((tmp_path / ".warc").glob("*.robots.txt")).read_text()


def test_an_unreachable_robots_txt_forbids(site, tmp_path):
    site.answers["/robots.txt"] = (503, {}, b"")
    site.answers["/p"] = page("x")
    assert run(plan(Source("p", "page", f"{site.address}/p")), tmp_path)[0].what == "failed"
    assert "/p" not in site.paths()


def test_retry_after_is_waited_for_up_to_a_limit(site, tmp_path):
    site.answers["/p"] = lambda headers, n: (429, {"Retry-After": "7"}, b"") if n == 1 else page("x")
    site.answers["/q"] = (429, {"Retry-After": "100000"}, b"")
    sleeps = []
    outcomes = run(
        plan(Source("p", "page", f"{site.address}/p"), Source("q", "page", f"{site.address}/q")),
        tmp_path,
        sleeps,
    )
    assert [o.what for o in outcomes] == ["new", "failed"]
    assert 7.0 in sleeps
    assert max(sleeps) <= 120


def test_requests_to_one_host_keep_their_distance(site, tmp_path):
    site.answers["/p"], site.answers["/q"] = page("1"), page("2")
    sleeps = []
    run(
        plan(Source("p", "page", f"{site.address}/p"), Source("q", "page", f"{site.address}/q"), pause=60.0),
        tmp_path,
        sleeps,
    )
    assert len([s for s in sleeps if 50.0 < s <= 60.0]) >= 2


def test_redirects_are_followed_so_far_and_no_further(site, tmp_path):
    site.answers["/r"] = (302, {"Location": "/p"}, b"")
    site.answers["/p"] = page("x")
    site.answers["/loop"] = (302, {"Location": "/loop"}, b"")
    site.answers["/file"] = (302, {"Location": "file:///etc/hostname"}, b"")
    outcomes = run(plan(*(Source(n, "page", f"{site.address}/{n}") for n in ("r", "loop", "file"))), tmp_path)
    assert [o.what for o in outcomes] == ["new", "failed", "failed"]
    assert "redirects more than" in outcomes[1].detail


def test_an_endless_body_is_cut_off(site, tmp_path):
    site.answers["/big"] = lambda headers, n: (
        200,
        {"Content-Type": "text/html"},
        (b"x" * 10_000 for _ in range(10_000)),
    )
    outcomes = run(plan(Source("big", "page", f"{site.address}/big"), most_bytes=100_000), tmp_path)
    assert "larger than 100000" in outcomes[0].detail


def test_a_compressed_bomb_counts_unpacked(site, tmp_path):
    site.answers["/z"] = (
        200,
        {"Content-Type": "text/html", "Content-Encoding": "gzip"},
        gzip.compress(b"x" * 5_000_000),
    )
    assert (
        "larger"
        in run(plan(Source("z", "page", f"{site.address}/z"), most_bytes=100_000), tmp_path)[0].detail
    )


def test_a_failing_source_does_not_stop_the_others(site, tmp_path):
    site.answers["/feed"] = (200, {}, b"this is no feed <<<")
    site.answers["/map"] = (
        200,
        {},
        b'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "x">]><urlset>&a;</urlset>',
    )
    site.answers["/p"] = page("x")
    outcomes = run(
        plan(
            *(
                Source(n, k, f"{site.address}/{n}")
                for n, k in (("feed", "feed"), ("map", "sitemap"), ("gone", "page"), ("p", "page"))
            )
        ),
        tmp_path,
    )
    assert [o.what for o in outcomes] == ["failed", "failed", "failed", "new"]


def test_a_body_that_breaks_off_is_a_failure_and_nothing_half_is_kept(site, tmp_path):
    def broken():
        yield b"<html><body><p>half a sent"
        raise BrokenPipeError

    site.answers["/cut"] = (200, {"Content-Type": "text/html", "Content-Length": "5000"}, broken())
    site.answers["/p"] = page("whole")
    sources = [Source(n, "page", f"{site.address}/{n}") for n in ("cut", "p")]
    first = run(plan(*sources, retries=0), tmp_path)
    assert [o.what for o in first] == ["failed", "new"]
    assert not list(tmp_path.glob("cut/*"))
    # the next time the page is whole, and is fetched
    site.answers["/cut"] = page("a whole sentence")
    assert [o.what for o in run(plan(*sources, retries=0), tmp_path)] == ["new", "held"]


def test_an_empty_body_is_a_failure(site, tmp_path):
    site.answers["/p"] = (200, {"Content-Type": "text/html"}, b"")
    (outcome,) = run(plan(Source("p", "page", f"{site.address}/p")), tmp_path)
    assert outcome.what == "failed"
    assert "with nothing" in outcome.detail


@pytest.mark.parametrize(
    ("declared", "written"),
    [("utf-8", "windows-1251"), ("iso-8859-1", "utf-8"), ("x-no-such-charset", "utf-8")],
)
def test_a_charset_that_is_wrong_in_the_header_costs_no_letter(site, tmp_path, declared, written):
    text = "Министры обороны двух стран провели встречу, на которой обсудили план совместных учений. " * 8
    body = f"<html><head><title>Встреча</title></head><body><p>{text}</p></body></html>".encode(written)
    site.answers["/p"] = (200, {"Content-Type": f"text/html; charset={declared}"}, body)
    (outcome,) = run(plan(Source("p", "page", f"{site.address}/p")), tmp_path)
    assert (tmp_path / outcome.detail).read_bytes() == body  # bytes are kept as they came
    (found,) = read_raw_file(tmp_path / outcome.detail, tmp_path)
    assert text.strip() in found.text


def test_a_redirect_to_a_private_address_is_refused(site, tmp_path, monkeypatch):
    from helpers.ingest.collect.transport import GuardedBackend

    inside = Site()
    real = GuardedBackend.connect_tcp

    def only_the_site_is_public(self, host, port, *rest, **options):
        self.allow_private = port == site.server.server_port
        return real(self, host, port, *rest, **options)

    monkeypatch.setattr(GuardedBackend, "connect_tcp", only_the_site_is_public)
    site.answers["/out"] = (302, {"Location": f"{inside.address}/secret"}, b"")
    inside.answers["/secret"] = page("secret")
    (outcome,) = run(plan(Source("p", "page", f"{site.address}/out")), tmp_path)
    inside.server.shutdown()
    inside.server.server_close()
    assert outcome.what == "failed"
    assert "not a public address" in outcome.detail
    assert "/out" in site.paths()
    assert inside.asked == []


def test_sitemap_indexes_are_followed(site, tmp_path):
    site.answers["/map"] = (
        200,
        {},
        f"<sitemapindex><sitemap><loc>{site.address}/m1.gz</loc></sitemap></sitemapindex>".encode(),
    )
    inner = f"<urlset><url><loc>{site.address}/news/p</loc></url><url><loc>{site.address}/sport/q</loc></url></urlset>"
    site.answers["/m1.gz"] = (200, {}, gzip.compress(inner.encode()))
    site.answers["/news/p"] = page("x")
    outcomes = run(plan(Source("s", "sitemap", f"{site.address}/map", match="/news/")), tmp_path)
    assert [(o.what, o.address) for o in outcomes] == [("new", f"{site.address}/news/p")]


def test_private_addresses_are_refused_unless_allowed(site, tmp_path):
    site.answers["/p"] = page("x")
    outcomes = list(collect_pages(plan(Source("p", "page", f"{site.address}/p")), tmp_path))
    assert outcomes[0].what == "failed"
    assert "not a public address" in outcomes[0].detail
    assert site.asked == []


def test_a_warc_can_be_replayed_without_the_network(site, tmp_path):
    site.answers["/p"] = page("replayed")
    source = Source("p", "page", f"{site.address}/p")
    first = run(plan(source), tmp_path / "a")
    warc = next((tmp_path / "a" / ".warc").glob("*.warc.gz"))
    asked = len(site.asked)
    again = list(collect_pages(plan(source), tmp_path / "b", offline=warc))
    assert [o.what for o in again] == ["new"]
    assert len(site.asked) == asked
    assert (tmp_path / "a" / first[0].detail).read_bytes() == (tmp_path / "b" / again[0].detail).read_bytes()


def test_a_slow_server_runs_into_the_deadline(site, tmp_path):
    def drip():
        for _ in range(50):
            time.sleep(0.05)
            yield b"x"

    site.answers["/slow"] = lambda headers, n: (200, {}, drip())
    assert (
        "takes longer"
        in run(plan(Source("slow", "page", f"{site.address}/slow"), deadline=0.3, retries=0), tmp_path)[
            0
        ].detail
    )


def test_one_collection_at_a_time(site, tmp_path):
    site.answers["/p"] = page("x")
    going = collect_pages(plan(Source("p", "page", f"{site.address}/p")), tmp_path, allow_private=True)
    next(going)
    with pytest.raises(InputError, match="another collection"):
        run(plan(), tmp_path)
    going.close()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("limits: {user_agent: x}\nsources: []\n", "names no contact"),
        ("limits: {user_agent: a@b.example, speed: 3}\nsources: []\n", "unknown key 'speed'"),
        (
            "limits: {user_agent: a@b.example}\nsources:\n- {name: a, kind: gopher, address: 'http://a.example'}\n",
            "allowed: feed, sitemap, page",
        ),
        (
            "limits: {user_agent: a@b.example}\nsources:\n- {name: ../a, kind: page, address: 'http://a.example'}\n",
            "becomes a folder",
        ),
        (
            "limits: {user_agent: a@b.example}\nsources:\n- {name: a, kind: page, address: 'file:///etc/passwd'}\n",
            "http:// or https://",
        ),
        ("limits: {user_agent: a@b.example, pause: fast}\nsources: []\n", "allowed: float"),
    ],
)
def test_a_wrong_plan_says_where(tmp_path, text, message):
    path = tmp_path / "sources.yml"
    path.write_text(text)
    with pytest.raises(ConfigError, match=message):
        load_plan(path)


def test_the_shipped_plan_is_valid_and_fetches_nothing():
    from helpers.foundation.settings import find_paths

    assert load_plan(find_paths().config / "sources.yml").sources == ()
