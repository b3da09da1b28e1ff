"""The look of report.docx: pandoc's own reference document on A4, in smaller letters, with notes in grey."""

from __future__ import annotations

import io
import subprocess
import zipfile
from functools import lru_cache

from helpers.foundation.errors import RunError

NOTE = "Note"  # character style of what stands under a quote or a figure
_NOTE_STYLE = (
    f'<w:style w:type="character" w:customStyle="1" w:styleId="{NOTE}"><w:name w:val="{NOTE}"/>'
    '<w:rPr><w:color w:val="595959"/><w:sz w:val="15"/><w:szCs w:val="15"/></w:rPr></w:style>'
)
_PAGE = (
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1247" w:right="1134" w:bottom="1247" w:left="1134" '
    'w:header="624" w:footer="624" w:gutter="0"/>'
)
# (part, what stands there, what replaces it): half points for letters, twentieths of a point for spaces
_CHANGES = (
    ("word/styles.xml", '<w:sz w:val="24" />\n        <w:szCs w:val="24" />', '<w:sz w:val="19"/><w:szCs w:val="19"/>'),
    ("word/styles.xml", '<w:sz w:val="56" />\n      <w:szCs w:val="56" />', '<w:sz w:val="40"/><w:szCs w:val="40"/>'),
    ("word/styles.xml", '<w:spacing w:before="180" w:after="180" />', '<w:spacing w:before="80" w:after="80"/>'),
    (
        "word/styles.xml",
        '<w:spacing w:before="36" w:after="36" />\n    </w:pPr>',
        '<w:spacing w:before="36" w:after="36"/></w:pPr><w:rPr><w:sz w:val="16"/><w:szCs w:val="16"/></w:rPr>',
    ),
    (
        "word/styles.xml",
        '<w:ind w:firstLine="0" w:left="480" w:right="480" />',
        '<w:keepNext/><w:ind w:firstLine="0" w:left="240" w:right="240"/>',
    ),
    ("word/styles.xml", "</w:styles>", f"{_NOTE_STYLE}</w:styles>"),
    ("word/document.xml", "<w:sectPr>", f"<w:sectPr>{_PAGE}"),
)  # fmt: skip


@lru_cache(maxsize=1)
def make_reference() -> bytes:
    """The reference document that pandoc takes styles and page from; the same bytes every time.

    Raises:
        RunError: pandoc's own reference document is not as this version of pandoc writes it.
    """
    import pypandoc

    done = subprocess.run(
        [pypandoc.get_pandoc_path(), "--print-default-data-file", "reference.docx"],
        check=False,
        capture_output=True,
    )
    if done.returncode:
        raise RunError(f"pandoc has no reference document: {done.stderr.decode('utf-8', 'replace').strip()}")
    source = zipfile.ZipFile(io.BytesIO(done.stdout))
    parts = {name: source.read(name) for name in source.namelist()}
    for name, old, new in _CHANGES:
        text = parts[name].decode("utf-8")
        if old not in text:
            raise RunError(
                f"pandoc's reference document: {name} does not hold {old!r}; another version of pandoc? "
                "install the one of the lock"
            )
        parts[name] = text.replace(old, new, 1).encode("utf-8")
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name, data in parts.items():
            target.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), data)
    return out.getvalue()
