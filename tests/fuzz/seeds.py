"""Small valid files of every format, made by code, for a fuzzer to begin with."""

import gzip
import io
import json
import zipfile

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

TEXT = (
    b"Ministers sign paper\n\nMINSK, March 3, 2021 - The defence ministers of Belarus and Iran signed a memorandum of understanding on "
    b"Wednesday, the ministry said. A joint exercise is planned for 2023-07-31 or next spring.\n\nThey met on 31.07.2023.\n"
)
HTML = (
    b'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Paper signed</title><meta property="og:site_name" content="Daily">'
    b'<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2021-03-03"}</script></head><body><nav>Menu</nav><article>'
    b"<h1>Paper signed</h1><p>The defence ministers of Belarus and Iran signed a memorandum on March 3, 2021, the ministry said.</p></article></body></html>"
)
MHTML = (
    b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://news.example/a\r\nMIME-Version: 1.0\r\n"
    b'Content-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html; charset="utf-8"\r\n'
    b"Content-Transfer-Encoding: quoted-printable\r\nContent-Location: https://news.example/a\r\n\r\n<html><body><p>The ministers met =3D on Monday.</p></body></html>\r\n--b--\r\n"
)  # fmt: skip
RSS = (
    b'<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Daily</title><item><title>Paper signed</title>'
    b"<link>https://news.example/a</link><pubDate>Wed, 03 Mar 2021 10:00:00 GMT</pubDate><description>The ministers signed a paper in Minsk on Wednesday.</description></item></channel></rss>"
)
RTF = rb"{\rtf1\ansi\ansicpg1251{\fonttbl{\f0 Arial;}}\f0 The ministers met in Minsk.\par {\field{\*\fldinst HYPERLINK http://x}{\fldrslt link}} \u1052? \'cc}"
PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>endobj\n4 0 obj<</Length 47>>stream\nBT /F1 12 Tf 9 99 Td (Ministers met in Minsk) Tj ET\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF"
JSON = json.dumps(
    {
        "totalResults": 1,
        "articles": [
            {"title": "Paper", "content": "The ministers met in Minsk.", "publishedAt": "2021-03-03"}
        ],
    }
).encode()
CSV = b'title,text,url,publish_date\r\nPaper,"The ministers met, and signed.",https://news.example/a,2021-03-03\r\n'


def _warc():
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=False)
    headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1")
    writer.write_record(
        writer.create_warc_record(
            "https://news.example/a", "response", payload=io.BytesIO(HTML), http_headers=headers
        )
    )
    return out.getvalue()


def _zip(members):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as z:
        for name, data in members.items():
            z.writestr(name, data)
    return out.getvalue()


def _docx():
    import docx

    document = docx.Document()
    document.add_heading("Paper signed")
    document.add_paragraph("The ministers met in Minsk on Monday.")
    document.add_table(1, 2).cell(0, 0).text = "cell"
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def make_seeds():
    """Name of a target -> files to begin with."""
    warc = _warc()
    wacz = _zip(
        {
            "archive/a.warc": warc,
            "pages/pages.jsonl": b'{"format":"json-pages-1.0"}\n{"url":"https://news.example/a","title":"t"}\n',
            "datapackage.json": b"{}",
        }
    )
    decision = {
        "decision_id": "dec-1", "time": "2024-01-01T00:00:00.000000Z", "reviewer": "R", "action": "accept", "scope": "claim", "keys": ["k"],
        "others": [], "values": {}, "undoes": None, "reason": "r", "quotes": [],
    }  # fmt: skip
    line = json.dumps(decision).encode() + b"\n"
    return {
        "read_text": [TEXT], "read_html": [HTML], "read_mhtml": [MHTML], "read_warc": [warc], "read_gzip": [gzip.compress(TEXT), gzip.compress(warc)],
        "read_docx": [_docx()], "read_wacz": [wacz], "read_csv": [CSV, CSV.replace(b",", b";")], "read_json": [JSON], "read_jsonl": [JSON + b"\n" + JSON],
        "read_pdf": [PDF], "read_rtf": [RTF], "read_feed": [RSS, RSS.replace(b"rss", b"feed")],
        "charset": [TEXT, "Міністри підписали угоду".encode("cp1251"), "وزیران دیدار کردند".encode("utf-16")],
        "cleaning": [TEXT, HTML], "dates": [b"\x00" + TEXT, b"\x03" + "۱۲ تیر ۱۴۰۲ و سال گذشته".encode(), b"\x02" + "31 июля 2023 года, в прошлую среду".encode()],
        "claims": [TEXT, HTML], "edtf": [b"2023-03-01/2023-03-13", b"../2022", b"2023-21", b"202X", b"2023-07-31?~"],
        "ledger": [line, line + line.replace(b"dec-1", b"dec-2")],
        "yaml": [b"a: [1, 2]\nb: {c: d}\n# e\n", b"sha256: sha256:0\naddress: https://news.example/a\n"],
    }  # fmt: skip
