"""Nexis Uni and Factiva: many articles a file, metadata from their fields, declared counts against what is there."""

from __future__ import annotations

import io
from typing import Any

import docx
import pytest

NEXIS = [
    "User Name: = Reader", "Date and Time: = Monday, May 6, 2024 8:00:00 AM CEST", "Documents (2)", "1. Ferry back in port", "2. Ferry gone",
    "Ferry back in port", "Beispielbote (English)", "May 2, 2024 Thursday", "Copyright 2024 Beispielbote All Rights Reserved",
    "Section: NEWS; Pg. 3", "Length: 17 words", "Byline: Newsroom", "Body",
    "The ferry is back in port after a long repair at the yard.", "It sails on Monday.", "Classification", "Language: ENGLISH",
    "Load-Date: May 3, 2024", "End of Document",
    "Ferry gone", "Beispielbote (English)", "3 May 2024", "Length: 80 words", "Body", "The ferry is gone.", "Load-Date: May 4, 2024", "End of Document",
]  # fmt: skip


def word(lines: list[str]) -> bytes:
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def test_nexis_articles_and_their_fields(reading: Any) -> None:
    read = reading("a.docx", word(NEXIS))
    assert [p.source_part for p in read.pages] == ["article 1", "article 2"]
    first = read.pages[0]
    assert (
        first.text
        == "Ferry back in port\n\nThe ferry is back in port after a long repair at the yard.\nIt sails on Monday."
    )
    assert {h.field: (h.value, h.evidence) for h in first.hints} == {
        "title": ("Ferry back in port", "nexis title"), "outlet": ("Beispielbote (English)", "nexis source"),
        "published": ("May 2, 2024 Thursday", "nexis date line"), "byline": ("Newsroom", "nexis Byline"),
        "language": ("ENGLISH", "nexis Language"), "accessed": ("May 3, 2024", "nexis Load-Date"),
        "licence": ("Copyright 2024 Beispielbote All Rights Reserved", "nexis Copyright"),
    }  # fmt: skip
    assert [(q.reason, q.source_part) for q in read.refused] == [("truncated", "article 2 text")]


def test_nexis_counts_are_reconciled(reading: Any) -> None:
    lines = [line.replace("Documents (2)", "Documents (5)") for line in NEXIS]
    assert ("counts", "the cover declares 5 document(s), 2 found") in [
        (q.source_part, q.detail) for q in reading("a.docx", word(lines)).refused
    ]
    cut = reading("b.docx", word(NEXIS[:-1]))
    assert [(q.source_part, q.detail) for q in cut.refused] == [
        ("article 2", "the last article has no end mark")
    ]


CODED = [
    ("SE", "World"), ("HD", "Ferry back"), ("BY", "Newsroom"), ("WC", "15 words"), ("PD", "2 May 2024"), ("SN", "Beispielbote"),
    ("SC", "BEISP"), ("LA", "English"), ("CY", "Copyright 2024 Beispielbote"), ("LP", "The ferry is back in port."),
    ("TD", "It sails on Monday."), ("", "IN the yard the work goes on."), ("CO", "ferry : Ferry Line"), ("AN", "Document BEISP00020240502ek5200001"),
    ("HD", "Ferry gone"), ("WC", "200 words"), ("PD", "3 May 2024"), ("SN", "Beispielbote"), ("LP", "The ferry is gone."), ("TD", "Nobody knows."),
    ("AN", "Document BEISP00020240503ek5300002"),
]  # fmt: skip


def factiva_rtf(separator: str, found: int) -> bytes:
    body = "\\par ".join(f"{code}{separator}{text}" if code else text for code, text in CODED)
    return f"{{\\rtf1\\ansi\\ansicpg1251{{\\fonttbl{{\\f0 Arial;}}}}\\f0 {body}\\par Search Summary\\par Results Found {found}\\par}}".encode()


def factiva_html() -> str:
    rows = "".join(f"<tr><td><b>{code}</b></td><td><p>{text}</p></td></tr>" for code, text in CODED)
    return (
        f"<!DOCTYPE html><html><head><meta charset='utf-8'></head><body><table>{rows}</table></body></html>"
    )


@pytest.mark.parametrize("form", ["tab", "blank", "line", "html"])
def test_factiva_field_codes(reading: Any, form: str) -> None:
    if form == "html":
        read = reading("a.html", factiva_html())
    else:
        read = reading("a.rtf", factiva_rtf({"tab": "\\tab ", "blank": " ", "line": "\\par "}[form], 2))
    assert [p.text for p in read.pages] == [
        "Ferry back\n\nThe ferry is back in port.\nIt sails on Monday.\nIN the yard the work goes on.",
        "Ferry gone\n\nThe ferry is gone.\nNobody knows.",
    ]
    hints = {h.field: (h.value, h.evidence) for h in read.pages[0].hints}
    assert hints["published"] == ("2 May 2024", "factiva PD")
    assert hints["outlet"] == ("Beispielbote", "factiva SN")
    assert hints["language"] == ("English", "factiva LA")
    assert [(q.reason, q.source_part) for q in read.refused] == [("truncated", "article 2 text")]


def test_factiva_counts_are_reconciled(reading: Any) -> None:
    assert "counts" in [q.source_part for q in reading("a.rtf", factiva_rtf(" ", 3)).refused]


def test_factiva_without_codes(reading: Any) -> None:
    lines = ["World", "Ferry back", "By Newsroom", "11 words", "2 May 2024", "08:15", "Beispielbote", "BEISP", "English",
             "Copyright 2024 Beispielbote. All rights reserved.", "The ferry is back in port.", "It sails on Monday.",
             "Document BEISP00020240502ek5200001"]  # fmt: skip
    page = reading("a.rtf", "{\\rtf1\\ansi " + "\\par ".join(lines) + "\\par}").page
    assert page.text == "Ferry back\n\nThe ferry is back in port.\nIt sails on Monday."
    assert {h.field: h.value for h in page.hints} == {
        "title": "Ferry back", "byline": "By Newsroom", "published": "2 May 2024", "outlet": "Beispielbote", "language": "English",
        "licence": "Copyright 2024 Beispielbote. All rights reserved.",
    }  # fmt: skip


NUMBERED = """
                               1 of 2 DOCUMENTS

                     Beispielbote (English)

                        May 2, 2014 Friday

Ferry back in port

BYLINE: Newsroom

SECTION: HARBOUR; Pg. 3

LENGTH: 12 words

The ferry came back on Thursday.

It had been away for nine days.

LOAD-DATE: May 3, 2014

LANGUAGE: ENGLISH

PUBLICATION-TYPE: Newspaper

                Copyright 2014 Beispielbote
                    All Rights Reserved

                               2 of 2 DOCUMENTS

                     Beispielbote

                        3. Mai 2014 Samstag

Schleuse bleibt zu

LÄNGE: 6 Wörter

Die Schleuse bleibt bis Ostern zu.

SPRACHE: DEUTSCH
"""


def test_older_nexis_exports_with_numbered_documents(reading: Any) -> None:
    read = reading("deliveries.docx", word([line for line in NUMBERED.splitlines() if line.strip()]))
    first, second = read.pages
    assert not read.refused
    assert (
        first.text
        == "Ferry back in port\n\nThe ferry came back on Thursday.\nIt had been away for nine days."
    )
    found = {h.field: h.value for h in first.hints}
    assert found["outlet"] == "Beispielbote (English)"
    assert found["published"] == "May 2, 2014 Friday"
    assert found["byline"] == "Newsroom"
    assert found["accessed"] == "May 3, 2014"
    assert found["licence"] == "Copyright 2014 Beispielbote"
    assert second.text == "Schleuse bleibt zu\n\nDie Schleuse bleibt bis Ostern zu."
    assert {h.field: h.value for h in second.hints}["language"] == "DEUTSCH"
