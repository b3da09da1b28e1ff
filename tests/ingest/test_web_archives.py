"""MHTML, WARC and WACZ: pages with their address and the day of capture, truncation reported after what could be read."""

from __future__ import annotations

import io
import json
import zipfile
from typing import Any

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

MHTML = (
    "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://news.example/ferry\r\nSubject: =?utf-8?B?0J/QsNGA0L7QvA==?=\r\n"
    "Date: Mon, 6 May 2024 08:00:00 -0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n"
    "\tboundary=\"----B\"\r\n\r\n\r\n------B\r\nContent-Type: text/html; charset=\"windows-1251\"\r\nContent-Transfer-Encoding: "
    "quoted-printable\r\nContent-Location: https://news.example/ferry\r\n\r\n<html><body><p>=CF=E0=F0=EE=EC in port.</p></body></html>"
    "\r\n------B\r\nContent-Type: text/html\r\nContent-Location: https://ads.example/frame\r\n\r\n<p>Buy now</p>\r\n------B\r\n"
    "Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n------B--\r\n"
)  # fmt: skip


def test_mhtml_gives_its_root_page(reading: Any) -> None:
    page = reading("a.mhtml", MHTML).page
    assert page.text == "Паром in port."
    assert (page.charset, page.charset_evidence) == ("windows-1251", "declared: mime charset 'windows-1251'")
    assert page.hint("url").value == "https://news.example/ferry"
    assert page.hint("accessed").evidence == "mhtml header Date"
    assert page.hint("title").value == "Паром"
    assert page.hint("published") is None


def test_mhtml_that_breaks_off(reading: Any) -> None:
    after = reading("a.mhtml", MHTML[: MHTML.index("iVBOR")])
    assert (len(after.pages), after.reasons) == (1, ["truncated"])
    within = reading("b.mhtml", MHTML[: MHTML.index(" in port")])
    assert (within.pages, within.reasons) == ([], ["truncated"])


def warc(*, packed: bool, pages: int = 3) -> bytes:
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=packed)

    def add(address: str, kind: str, body: bytes, status: str = "200 OK") -> None:
        headers = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
        writer.write_record(
            writer.create_warc_record(
                address,
                "response",
                payload=io.BytesIO(body),
                http_headers=headers,
                warc_headers_dict={"WARC-Date": "2024-05-06T08:00:00Z"},
            )
        )

    writer.write_record(writer.create_warcinfo_record("x.warc", {"software": "test"}))
    for i in range(pages):
        add(
            f"https://news.example/{i}",
            "text/html; charset=koi8-r",
            f"<p>Паром номер {i} вернулся.</p>".encode("koi8-r"),
        )
    add("https://news.example/logo.png", "image/png", b"\x89PNG")
    add("https://news.example/moved", "text/html", b"<p>moved</p>", "301 Moved")
    add("https://news.example/none", "text/html", b"<p>not found</p>", "404 Not Found")
    return out.getvalue()


@pytest.mark.parametrize("packed", [False, True])
def test_warc_gives_a_page_for_each_html_response(reading: Any, packed: bool) -> None:
    read = reading("a.warc.gz" if packed else "a.warc", warc(packed=packed))
    assert [p.text for p in read.pages] == [f"Паром номер {i} вернулся." for i in range(3)]
    assert [p.source_part for p in read.pages] == ["record 2", "record 3", "record 4"]
    page = read.pages[0]
    assert page.charset_evidence == "declared: http content-type 'koi8-r'"
    assert page.hint("url").value == "https://news.example/0"
    assert (page.hint("accessed").value, page.hint("published")) == ("2024-05-06T08:00:00Z", None)
    assert [(q.source_part, q.reason) for q in read.refused] == [("record 7", "unreadable")]
    assert "HTTP status 404" in read.refused[0].detail


@pytest.mark.parametrize("packed", [False, True])
def test_warc_that_breaks_off_keeps_what_came_before(reading: Any, packed: bool) -> None:
    data = warc(packed=packed)
    read = reading("a.warc.gz" if packed else "a.warc", data[: len(data) // 2])
    assert 1 <= len(read.pages) < 3
    assert set(read.reasons) == {"truncated"}


def test_a_damaged_warc_is_unreadable(reading: Any) -> None:
    assert reading(
        "a.warc", b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 5\r\n\r\nHTTP/\r\n\r\nnothing\r\n\r\n"
    ).reasons == ["unreadable"]


def wacz(listed: list[int], **members: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("datapackage.json", "{}")
        archive.writestr("archive/data.warc.gz", warc(packed=True))
        lines = [{"format": "json-pages-1.0"}, *({"url": f"https://news.example/{i}"} for i in listed)]
        archive.writestr("pages/pages.jsonl", "\n".join(map(json.dumps, lines)))
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def test_wacz_gives_the_listed_pages_and_reports_missing_ones(reading: Any) -> None:
    read = reading("a.wacz", wacz([0, 2, 9]))
    assert [p.hint("url").value for p in read.pages] == ["https://news.example/0", "https://news.example/2"]
    assert [(q.reason, q.source_part) for q in read.refused] == [
        ("truncated", "counts https://news.example/9")
    ]
    assert read.pages[0].media_type == "application/wacz"


def test_wacz_without_a_list_gives_all_pages(reading: Any) -> None:
    assert len(reading("a.wacz", wacz([])).pages) == 3


def test_wacz_with_a_path_outside_is_unsafe(reading: Any) -> None:
    assert reading("a.wacz", wacz([0], **{"../../evil": b"x"})).reasons == ["unsafe archive"]


def test_wacz_that_lost_its_first_bytes_is_unreadable(reading: Any) -> None:
    data = wacz([0])
    begins = data.index(b"PK\x01\x02")
    # the directory says that its members begin before the file does
    damaged = data[begins:-6] + (begins + 40).to_bytes(4, "little") + data[-2:]
    assert reading("a.wacz", data[:4] + damaged).reasons == ["unreadable"]
