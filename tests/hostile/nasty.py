"""A small corpus of nasty pages, made by code: news in the usual words, with what should neither run nor escape inside them."""

import gzip
import io
import json
import zipfile
import zlib

# What each payload would do if it got through. `pwned` is looked for in the browser, `evil.example` among addresses.
PAYLOADS = {
    "script": "<script>window.pwned=1</script>",
    "script-end": "</script></style></textarea></title><script>window.pwned=2</script>",
    "handler": "<img src=x onerror=window.pwned=3>",
    "svg": '"><svg/onload=window.pwned=4>',
    "quote-break": "' onmouseover='window.pwned=5' x='",
    "javascript-link": '<a href="javascript:window.pwned=6">paper</a>',
    "frame": '<iframe srcdoc="<script>parent.pwned=7</script>"></iframe>',
    "import": "<style>@import url(http://evil.example/x.css);</style>",
    "comment": "<!-- --!> <!--newer run--><b>x</b><!--/newer run--> ]]>",
    "markdown-link": "[paper](javascript:window.pwned=8) ![x](http://evil.example/p.png)",
    "template": "{{ 7*191 }} {% raw %} ${7*191} <%= 7*191 %> %%CSP%%",
    "typst": '#panic("typst ran") #read("/etc/passwd") $ x^2 $ @label <label> \\u{41} = heading',
    "typst-raw": '```{=typst} #panic("typst ran") ```',
    "typst-end": '"] #panic("typst ran") [" ) ]',
    "pandoc-raw": "```{=html} <script>window.pwned=9</script> ``` <div>{=openxml}`<w:br/>`</div> \\input{/etc/passwd}",
    "formula-equals": '=HYPERLINK("http://evil.example","paper")',
    "formula-plus": "+cmd|' /C calc'!A0",
    "formula-minus": "-2+3+cmd|' /C calc'!A0",
    "formula-at": "@SUM(1+1)*cmd|' /C calc'!A0",
    "ansi": "\x1b[2J\x1b[31mred\x1b]0;owned\x07\x1b]8;;http://evil.example\x07link",
    "bidi": "\u202egnp.exe\u202c \u2066isolated\u2069 \u200f",
    "controls": "bell\x07 back\x08 escape\x1b nul-less\x01",
    "yaml": "!!python/object/apply:os.system ['touch pwned'] &a [*a]",
    "ics": "BEGIN:VEVENT\\nATTACH:http://evil.example\\nEND:VEVENT",
    "ris": "ER  - TY  - JOUR",
    "percent": "%s %n %(x)s {0} {x!r} {raw}",
    "shell": "; touch pwned `touch pwned` $(touch pwned) --help -rf",
    "backslash": "\\ \\' \\\" \\n \\x41 \\N{BULLET}",
}


def article(payload, n):
    """A page whose title, quote and byline carry a payload; each of another day, so each is an event of its own."""
    month, day = 1 + n % 12, 1 + n // 2
    name = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ]
    when = f"{name[month - 1]} {day}, {2001 + n // 3}"
    # a text that began with a tag would be read as a web page
    title = (
        f"Ministers sign paper {n} {payload}" if payload[0] == "<" else f"{payload} Ministers sign paper {n}"
    )
    return (
        f"{title}\n\n"
        f"By {payload}\n\n"
        f"MINSK, {when} - The defence ministers of Belarus and Iran signed a memorandum of understanding on military "
        f"cooperation {payload} in Minsk on {when}, the ministry said.\n\n"
        f"{payload} The two sides also discussed the training of officers, the ministry said. {payload}\n\n"
        "A spokesman told reporters that the paper covers exercises and the exchange of students for five years.\n"
        # more than a few control characters in a hundred make a file binary, and it would be put aside at once
        + ("\nThe delegation also visited a museum and a factory, where it was shown how tractors are put together.\n" * 60)
        * (min(payload) < " ")
    )  # fmt: skip


def html_article(payload, n):
    """The same as a web page with hostile metadata and addresses."""
    text = article(payload, n).split("\n\n")
    body = "".join(f"<p>{p}</p>" for p in text[1:])
    quoted = payload.replace('"', "&quot;")
    return (
        f'<!doctype html><html lang="en"><head><title>{payload}Ministers sign</title>'
        f'<meta property="og:site_name" content="{quoted}"><meta name="author" content="{quoted}">'
        f'<link rel="canonical" href="javascript:window.pwned=10//{quoted}">'
        f'<base href="http://evil.example/"></head><body onload="window.pwned=11"><article><h1>{text[0]}</h1>{body}'
        '<a href="javascript:window.pwned=12">more</a></article></body></html>'
    )  # fmt: skip


# Names that a file system allows and programs trip over.
NAMES = [
    b"--help.txt", b"-rf.txt", b"two\nlines.txt", b"ansi\x1b[31mred\x1b[0m.txt", b"bidi\xe2\x80\xaegnp.txt", b"quote'\".txt",
    b"<script>window.pwned=13<.txt", b"a" * 251 + b".txt", b"bytes\xff\xfe.txt", b"=1+1.txt", b"{raw}.txt", b"%s%n.txt",
    b"$(touch pwned).txt", b" space .txt", b"back\\slash.txt", "فارسی‌نام.txt".encode(), b"*.txt", b"#panic(1).txt",
]  # fmt: skip


def write_corpus(raw):
    """Write every payload as text and as HTML, and every name; gives how many files there are."""
    import os

    raw.mkdir(parents=True)
    for n, (name, payload) in enumerate(PAYLOADS.items()):
        (raw / f"{name}.txt").write_text(article(payload, n), encoding="utf-8")
        if n % 3 == 0:
            (raw / f"{name}.html").write_text(html_article(payload, n), encoding="utf-8")
    for i, name in enumerate(NAMES):
        with open(os.path.join(os.fsencode(raw), name), "wb") as f:  # noqa: PTH118, PTH123 - names that are no text
            f.write(article(f"Named {i}.", 30 + i).encode())
    for name, data in files().items():
        (raw / name).write_bytes(data)
    (raw / "loop").symlink_to("loop")
    (raw / "round").symlink_to(".")
    (raw / "out.txt").symlink_to("/etc/passwd")
    return sum(1 for _ in raw.iterdir())


def zipped(members):
    """A zip of (name, data) pairs or ZipInfo objects."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as z:
        for name, data in members:
            z.writestr(name, data)
    return out.getvalue()


def zip_with_link():
    """A DOCX that holds a symbolic link to the password file."""
    info = zipfile.ZipInfo("word/document.xml")
    info.external_attr = 0o120777 << 16
    return zipped([(info, "/etc/passwd")])


def gzip_bomb():
    """40 MB of blanks in 40 kB."""
    return gzip.compress(b" " * 40_000_000)


def nested_gzip(depth=50):
    """Gzip in gzip in gzip."""
    data = b"page " * 100
    for _ in range(depth):
        data = gzip.compress(data)
    return data


def billion_laughs(kind="rss"):
    """Entities that unfold to gigabytes."""
    entities = '<!ENTITY a0 "ha">' + "".join(f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 11))
    return f'<?xml version="1.0"?><!DOCTYPE {kind} [{entities}]><{kind}><channel><title>&a10;</title><item><title>&a10;</title></item></channel></{kind}>'.encode()


def external_entity():
    """An entity that would read a file."""
    return b'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss version="2.0"><channel><title>t</title><item><title>&x;</title><description>&x; words of the entry</description></item></channel></rss>'


def files():
    """Broken, overlong and bottomless files by name; each must end as pages or in quarantine, quickly."""
    return {
        "traversal.docx": zipped([("word/document.xml", "<x/>"), ("../../../../tmp/pwned", "x")]),
        "absolute.docx": zipped([("word/document.xml", "<x/>"), ("/tmp/pwned", "x")]),
        "linked.docx": zip_with_link(),
        "bomb.docx": zipped([("word/document.xml", b" " * 40_000_000)]),
        "bomb.txt.gz": gzip_bomb(),
        "nested.txt.gz": nested_gzip(),
        "laughs.rss": billion_laughs(),
        "entity.rss": external_entity(),
        "entity.docx": zipped([("[Content_Types].xml", "<Types/>"), ("word/document.xml", billion_laughs("w"))]),
        "nul.txt": b"Ministers met in Minsk.\0\0\0" * 400,
        "deep.html": b"<html><body>" + b"<div>" * 100_000 + b"The ministers met in Minsk on Monday, the ministry said." + b"</div>" * 100_000,
        "deep.json": b'{"articles": ' + b"[" * 100_000 + b"]" * 100_000 + b"}",
        "deep-objects.json": b'{"a":' * 100_000 + b"1" + b"}" * 100_000,
        "deep.jsonl": b'{"text":' * 100_000 + b"\n" + json.dumps({"title": "t", "text": "The ministers met. " * 20}).encode(),
        "deep.rtf": b"{\\rtf1 " + b"{" * 100_000 + b"text" + b"}" * 100_000 + b"}",
        "attributes.html": b"<html><body><p " + b"a=b " * 50_000 + b">The ministers met in Minsk.</p></body></html>",
        "entities.html": b"<html><body><p>" + b"&amp;lt;" * 100_000 + b"</p></body></html>",
        "unclosed.html": b"<html><body>" + b"<a href='" * 50_000,
        "comments.html": b"<html><body>" + b"<!--" * 50_000 + b"<p>The ministers met in Minsk.</p></body></html>",
        "pdf.pdf": b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj\n2 0 obj<</Type/Pages/Kids[2 0 R]/Count 1000000>>endobj\ntrailer<</Root 1 0 R>>",
        "zlib.pdf": b"%PDF-1.7\n" + zlib.compress(b" " * 10_000_000),
    }  # fmt: skip
