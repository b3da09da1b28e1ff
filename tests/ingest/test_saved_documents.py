"""PDF, DOCX, RTF, feeds, gzip and zip: text out, locked, damaged and hostile ones refused."""

from __future__ import annotations

import gzip
import hashlib
import io
import stat
import struct
import zipfile
from typing import Any

import docx
import pytest


def rc4(key: bytes, data: bytes) -> bytes:
    box = list(range(256))
    j = 0
    for i in range(256):
        j = (j + box[i] + key[i % len(key)]) % 256
        box[i], box[j] = box[j], box[i]
    out, i, j = bytearray(), 0, 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + box[i]) % 256
        box[i], box[j] = box[j], box[i]
        out.append(byte ^ box[(box[i] + box[j]) % 256])
    return bytes(out)


def pdf(text: str, *, password: bytes | None = None, info: str = "") -> bytes:
    """A PDF of one page by hand; with a password, locked by the standard handler of PDF 1.4 (RC4, 40 bits)."""
    content = f"BT /F1 12 Tf 20 100 Td ({text}) Tj ET".encode() if text else b""
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
               b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 200]/Resources<</Font<</F1 5 0 R>>>>/Contents 4 0 R>>",
               b"", b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>", f"<<{info}>>".encode()]  # fmt: skip
    trailer = b"/Root 1 0 R/Info 6 0 R"
    if password is not None:
        pad = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")
        padded = (password + pad)[:32]
        owner = rc4(hashlib.md5(padded).digest()[:5], padded)
        key = hashlib.md5(padded + owner + (0xFFFFFFFC).to_bytes(4, "little") + bytes(16)).digest()[:5]
        user = rc4(key, pad)
        content = rc4(hashlib.md5(key + bytes([4, 0, 0, 0, 0])).digest()[:10], content)
        trailer += (
            b"/ID[<"
            + b"00" * 16
            + b"><"
            + b"00" * 16
            + b">]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<"
            + owner.hex().encode()
            + b">/U<"
            + user.hex().encode()
            + b">>>"
        )
    objects[3] = b"<</Length " + str(len(content)).encode() + b">>\nstream\n" + content + b"\nendstream"
    out = b"%PDF-1.4\n"
    places = []
    for n, body in enumerate(objects, 1):
        places.append(len(out))
        out += str(n).encode() + b" 0 obj\n" + body + b"\nendobj\n"
    table = "".join(f"{p:010} 00000 n \n" for p in places)
    return (
        out
        + f"xref\n0 7\n0000000000 65535 f \n{table}trailer\n<</Size 7".encode()
        + trailer
        + f">>\nstartxref\n{len(out)}\n%%EOF\n".encode()
    )


def test_pdf_text_and_hints(reading: Any) -> None:
    page = reading(
        "a.pdf", pdf("The ferry is back.", info="/Title(Ferry)/CreationDate(D:20240506080000Z)")
    ).page
    assert page.text == "The ferry is back."
    assert {h.field: (h.value, h.evidence) for h in page.hints} == {
        "title": ("Ferry", "pdf Title"), "accessed": ("2024-05-06", "pdf CreationDate"),
    }  # fmt: skip


def test_a_locked_pdf_an_empty_one_and_a_cut_one(reading: Any) -> None:
    assert reading("a.pdf", pdf("The ferry is back.", password=b"secret")).reasons == ["password-protected"]
    assert reading("b.pdf", pdf("")).reasons == ["no text"]
    assert reading("c.pdf", b"%PDF-1.4\n1 0 obj\n").reasons == ["truncated"]
    assert reading("open.pdf", pdf("Open.", password=b"")).page.text == "Open."


def word(*lines: str) -> bytes:
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    document.add_table(1, 1).cell(0, 0).text = "In a table."
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def test_docx_paragraphs_and_tables_in_order(reading: Any) -> None:
    assert (
        reading("a.docx", word("Паром вернулся.", "Zwei\nZeilen.")).page.text
        == "Паром вернулся.\nZwei\nZeilen.\nIn a table."
    )


def test_a_docx_cut_anywhere_is_refused(reading: Any) -> None:
    data = word("A.")
    for share in (0.1, 0.5, 0.9, 0.99):
        read = reading("a.docx", data[: int(len(data) * share)])
        assert (read.pages, read.reasons) == ([], ["truncated"])


def locked_office(*, package: int, directory_last: bool) -> bytes:
    """A compound file as Office writes an encrypted document (MS-OFFCRYPTO): EncryptionInfo and EncryptedPackage, by hand."""
    sector, end, free = 512, 0xFFFFFFFE, 0xFFFFFFFF
    info = struct.pack("<HHI", 4, 4, 0x40) + b'<?xml version="1.0"?><encryption/>'.ljust(4096 - 8)
    secret = hashlib.shake_256(b"secret").digest(package)
    streams = [info, struct.pack("<Q", package) + secret]
    sizes = [-(-len(stream) // sector) for stream in streams]
    n_fat = -(-(sum(sizes) + 4) // 128)
    at = [n_fat + (0 if directory_last else 1)]
    at.append(at[0] + sizes[0])
    directory = at[1] + sizes[1] if directory_last else n_fat

    def entry(
        name: str, kind: int, *, child: int = -1, right: int = -1, start: int = 0, size: int = 0
    ) -> bytes:
        label = name.encode("utf-16-le") + b"\0\0"
        links = struct.pack("<BBiii", kind, 1, -1, right, child)
        return (
            label.ljust(64, b"\0")
            + struct.pack("<H", len(label))
            + links
            + bytes(36)
            + struct.pack("<IQ", start, size)
        )

    listed = entry("Root Entry", 5, child=1, start=end)
    listed += entry("EncryptionInfo", 2, right=2, start=at[0], size=len(streams[0]))
    listed += entry("EncryptedPackage", 2, start=at[1], size=len(streams[1]))
    fat = [free] * (n_fat * 128)
    fat[:n_fat] = [0xFFFFFFFD] * n_fat
    fat[directory] = end
    for first, size in zip(at, sizes, strict=True):
        fat[first : first + size] = [*range(first + 1, first + size), end]
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    head += struct.pack("<IIIIIIIII", 0, n_fat, directory, 0, 4096, end, 0, end, 0)
    head += struct.pack("<109I", *range(n_fat), *[free] * (109 - n_fat))
    body = b"".join(stream.ljust(size * sector, b"\0") for stream, size in zip(streams, sizes, strict=True))
    listed = listed.ljust(sector, b"\0")
    return head + struct.pack(f"<{len(fat)}I", *fat) + (body + listed if directory_last else listed + body)


@pytest.mark.parametrize("directory_last", [False, True])
@pytest.mark.parametrize("package", [5_000, 300_000])
def test_locked_office_documents(reading: Any, package: int, directory_last: bool) -> None:
    data = locked_office(package=package, directory_last=directory_last)
    assert reading("locked.docx", data).reasons == ["password-protected"]
    found = reading("locked.bin", data).reasons
    assert found == ["password-protected" if package == 5_000 or not directory_last else "unknown format"]


def zipped(**members: bytes | str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


@pytest.mark.parametrize("name", ["../evil.txt", "/etc/evil", "a/../../evil", "C:\\evil", "..\\evil"])
@pytest.mark.parametrize("kind", ["zip", "docx", "wacz"])
def test_archives_with_paths_outside_themselves_are_unsafe(reading: Any, name: str, kind: str) -> None:
    assert reading(f"a.{kind}", zipped(**{"word/document.xml": "<x/>", name: "x"})).reasons == [
        "unsafe archive"
    ]


def test_links_locks_and_bombs_in_archives(reading: Any) -> None:
    link = zipfile.ZipInfo("link")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(link, "/etc/passwd")
    assert reading("a.zip", out.getvalue()).reasons == ["unsafe archive"]
    locked = bytearray(zipped(**{"word/document.xml": "<x/>"}))
    locked[locked.index(b"PK\x01\x02") + 8] |= 1
    assert reading("b.docx", bytes(locked)).reasons == ["password-protected"]
    assert reading("c.docx", zipped(**{"word/document.xml": bytes(40_000_000)})).reasons == ["archive limit"]
    assert reading("d.zip", zipped(**{"notes.txt": "x"})).reasons == ["unknown format"]
    assert reading("e.docx", zipped(**{"notes.txt": "x"})).reasons == ["mislabelled"]


def test_a_docx_with_xml_entities_unfolds_nothing(reading: Any) -> None:
    bomb = (
        '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa">'
        + "".join(f'<!ENTITY {chr(98 + i)} "{("&" + chr(97 + i) + ";") * 10}">' for i in range(9))
        + "]>"
    )
    data = word("A.")
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for item in old.infolist():
            content = old.read(item)
            if item.filename == "word/document.xml":
                content = content.replace(b"<w:document", bomb.encode() + b"<w:document", 1).replace(
                    b">A.<", b">&j;<"
                )
            new.writestr(item, content)
    read = reading("a.docx", out.getvalue())
    assert sum(len(p.text) for p in read.pages) < 1000


def test_gzip_is_read_by_what_is_inside(reading: Any) -> None:
    assert reading("a.txt.gz", gzip.compress(b"The ferry is back.\n")).page.text == "The ferry is back.\n"
    assert reading("b.csv.gz", gzip.compress(b"title,text\nA,one\n")).page.text == "A\n\none"
    assert (
        reading(
            "c.html.gz", gzip.compress(b"<html><body><p>A</p>") + gzip.compress(b"<p>B</p></body></html>")
        ).page.text
        == "A\nB"
    )


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.txt.gz", gzip.compress(b"The ferry is back. " * 50)[:-9], "truncated"),
        ("a.txt.gz", gzip.compress(bytes(30_000_000)), "archive limit"),
        ("a.txt.gz", gzip.compress(b"x")[:3], "truncated"),
        ("a.txt.gz", gzip.compress(gzip.compress(b"x")), "unknown format"),
        ("a.txt.gz", gzip.compress(b"x" * 100) + b"tail", "unreadable"),
        ("a.warc.gz", gzip.compress(b"no archive"), "mislabelled"),
        ("a.txt.gz", gzip.compress(b""), "empty"),
    ],
    # gzip writes the time into its header: names made of the bytes would differ between test processes
    ids=["cut", "bomb", "head alone", "twice packed", "with a tail", "no archive", "of nothing"],
)
def test_bad_gzip(reading: Any, name: str, data: bytes, reason: str) -> None:
    assert reading(name, data).reasons == [reason]


def test_rtf_with_code_page_and_links(reading: Any) -> None:
    rtf = (r"{\rtf1\ansi\ansicpg1251{\fonttbl{\f0\fcharset204 Arial;}}\f0 \'cf\'e0\'f0\'ee\'ec \u1074? "
           r"{\field{\*\fldinst{HYPERLINK \"https://x.example\"}}{\fldrslt port}}\par End.\par}")  # fmt: skip
    assert reading("a.rtf", rtf).page.text.split("\n")[:2] == ["Паром в port", "End."]
    assert reading("b.rtf", rtf[:-30]).reasons == ["truncated"]
    assert reading("c.rtf", "{\\rtf1{\\fonttbl" + "\\f1 " * 9000 + "}}").reasons == ["unreadable"]


RSS = (
    '<?xml version="1.0" encoding="windows-1251"?><rss version="2.0"><channel><title>Beispielbote</title><lastBuildDate>Mon, 06 May 2024 08:00:00 GMT'
    "</lastBuildDate><item><title>Паром</title><link>https://news.example/1</link><pubDate>Thu, 02 May 2024 08:00:00 GMT</pubDate>"
    "<description>&lt;p&gt;Паром вернулся.&lt;/p&gt;</description></item><item><title>Верфь</title></item></channel></rss>"
)


def test_a_feed_gives_its_entries(reading: Any) -> None:
    read = reading("a.rss", RSS.encode("cp1251"))
    assert [p.text for p in read.pages] == ["Паром\n\nПаром вернулся.", "Верфь"]
    page = read.pages[0]
    assert page.charset_evidence == "declared: xml declaration 'windows-1251'"
    assert page.hint("published").value == "Thu, 02 May 2024 08:00:00 GMT"
    assert (page.hint("accessed").evidence, page.hint("outlet").value) == ("feed build date", "Beispielbote")


def test_feeds_that_break_off_or_hide_bombs(reading: Any) -> None:
    cut = reading("a.rss", RSS.replace("windows-1251", "utf-8")[: RSS.index("Верфь") + 2])
    assert ([p.source_part for p in cut.pages], cut.reasons) == (["entry 1"], ["truncated"])
    bomb = RSS.replace("windows-1251", "utf-8").replace("<rss", '<!DOCTYPE rss [<!ENTITY a "b">]><rss', 1)
    assert reading("b.xml", bomb).reasons == ["unreadable"]
    assert reading("c.xml", '<?xml version="1.0"?><sitemap><url/></sitemap>').reasons == ["unreadable"]
