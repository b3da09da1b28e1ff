"""Bytes to text: which encoding, on what evidence; nothing is repaired in silence.

The order follows the WHATWG Encoding Standard and practice: byte order mark, UTF-16 by its zero bytes, the declaration (unless the
bytes contradict it), valid UTF-8, and last the letters: every candidate encoding of config/charset.yml is scored against the
letter frequencies of its languages.

A few undecodable bytes (a cut multi-byte character, a stray byte of a template) do not cost a page: each becomes U+FFFD and the
evidence says how many and where the first one was. More than the configured share, and the data is undecodable.
"""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING, NamedTuple

from helpers.foundation.errors import QuarantineError
from helpers.ingest.encodings import decode_bytes, look_up_label
from helpers.ingest.options import CharsetOptions, load_charset_options

if TYPE_CHECKING:
    from helpers.ingest.letters import Score

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32le"),
    (codecs.BOM_UTF32_BE, "utf-32be"),
    (codecs.BOM_UTF16_LE, "utf-16le"),
    (codecs.BOM_UTF16_BE, "utf-16be"),
)
# Counted by deleting them: ten times as fast as finding each.
_CONTROL_BYTES = bytes([*range(0x09), *range(0x0E, 0x1B), *range(0x1C, 0x20), 0x7F])
_HIGH_BYTES = bytes(range(0x80, 0x100))
_MULTIBYTE = re.compile(rb"[\xc2-\xf4][\x80-\xbf]")
# A declaration is overruled when the letters of another encoding are better by this much (mean log likelihood of a letter) ...
_OVERRULE = 1.5
# ... and there are at least so many bytes outside ASCII to judge by.
_ENOUGH = 12
# Below this mean log likelihood no encoding makes sense of the bytes (a uniform guess among 60 signs gives -4.1).
_SENSELESS = -6.0
# ... but a page of ASCII letters with a few odd signs is a page all the same.
_LONGEST_MEAN_WORD = 60  # bytes; letters without blanks are no text in any of the languages
_SHARE_THAT_MATTERS = 0.03
_SHORT = 1 << 16  # bytes


class Decoded(NamedTuple):
    """Text out of bytes.

    Attributes:
        text: the characters, with universal newlines (CRLF and CR become LF) and without a byte order mark.
        charset: encoding used, WHATWG name in lower case.
        evidence: begins with bom, declared, valid utf-8 or statistics.
    """

    text: str
    charset: str
    evidence: str


def universal_newlines(text: str) -> str:
    """The text with CRLF and CR as LF: the one newline rule of page texts. Every other character stays."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _finish(
    data: bytes, charset: str, evidence: str, options: CharsetOptions, *, text: str | None = None
) -> Decoded:
    """The text, its encoding and why; `text` where the data was decoded already and its sample has no control character."""
    if text is not None and len(data) <= options.sample_bytes:
        return Decoded(universal_newlines(text), charset, evidence)
    text, bad, first = decode_bytes(data, charset)
    if bad:
        share = bad / max(1, len(data))
        if bad > options.stray_bytes and share > options.stray_share:
            raise QuarantineError(
                "undecodable",
                f"{bad} of {len(data)} bytes are not {charset} ({evidence}), the first at byte {first}",
            )
        evidence += f"; {bad} undecodable byte(s) replaced by U+FFFD, the first at byte {first}"
    # control characters are one byte each in UTF-8, whatever the page was encoded in
    controls = _count(text[: options.sample_bytes].encode("utf-8", "replace"), _CONTROL_BYTES)
    if controls > max(1, options.control_share * min(len(text), options.sample_bytes)):
        raise QuarantineError(
            "binary", f"{controls} control characters among the first {min(len(text), options.sample_bytes)}"
        )
    text = text[1:] if text.startswith("\ufeff") else text
    return Decoded(universal_newlines(text), charset, evidence)


def _guess_utf16(data: bytes) -> str | None:
    """UTF-16 without a mark: one half of each pair of bytes is nearly always the same (00 and 01 Latin, 04 Cyrillic, 06 Arabic)."""
    sample = data[:4096]
    half = len(sample) // 2
    if half < 4:
        return None
    for charset, at, other in (("utf-16le", 1, 0), ("utf-16be", 0, 1)):
        high, low = sample[at::2][:half], sample[other::2][:half]
        letters = sum(high.count(b) for b in (b"\x00", b"\x01", b"\x04", b"\x06"))
        typical = letters + high.count(b"\x20")
        if typical >= 0.95 * half and letters >= 0.8 * half and low.count(b"\x00") <= 0.02 * half:
            text, bad, _ = decode_bytes(sample[: 2 * half], charset)
            words = sum(c.isalpha() or c.isspace() for c in text)
            if bad <= 1 and words >= 0.6 * len(text):
                return charset
    return None


def _describe(score: Score) -> str:
    return f"{score.charset} by the letters of {score.language} ({score.mean:.1f})"


def _count(data: bytes, which: bytes) -> int:
    return len(data) - len(data.translate(None, which))


def decode(
    data: bytes,
    *,
    declared: str | None = None,
    declared_by: str = "declaration",
    options: CharsetOptions | None = None,
) -> Decoded:
    """Decode a page.

    Args:
        data: the bytes.
        declared: label that the page or its envelope declares, any WHATWG alias; None when it declares none.
        declared_by: where the label stood, for the evidence ('html meta charset', 'http content-type').
        options: thresholds and letters; default: the project's configuration.

    Raises:
        QuarantineError: 'undecodable' (no encoding fits, or too many undecodable bytes) or 'binary' (control characters).
    """
    if declared is None and options is None and len(data) <= _SHORT:
        return _decode_short(data)
    return _decode(data, declared, declared_by, options or load_charset_options())


_last: list[tuple[bytes, Decoded]] = []  # what was decoded last


def _decode_short(data: bytes) -> Decoded:
    """A short file is decoded to see what it is, and then again to be read: the very same bytes, which need not be compared."""
    for known, decoded in _last:
        if known is data:
            return decoded
    decoded = _decode(data, None, "", load_charset_options())
    _last[:] = [(data, decoded)]
    return decoded


def _decode(data: bytes, declared: str | None, declared_by: str, options: CharsetOptions) -> Decoded:
    for bom, charset in _BOMS:
        if data.startswith(bom):
            return _finish(data, charset, "bom", options)
    sample = data[: options.sample_bytes]
    controls = _count(sample, _CONTROL_BYTES)
    # half of UTF-16's bytes are control characters in the scripts read here
    if controls and (guessed := _guess_utf16(data)):
        return _finish(data, guessed, "statistics: every second byte is that of one script", options)
    if controls > max(1, options.control_share * min(len(data), options.sample_bytes)):
        raise QuarantineError(
            "binary",
            f"{controls} control characters among the first {min(len(data), options.sample_bytes)} bytes",
        )
    ascii_only = data.isascii()
    name = look_up_label(declared) if declared else None
    said = f"{declared_by} {declared!r}"
    note = "" if not declared or name else f"; {said} is no known encoding"
    if ascii_only and (name is None or name not in {"utf-16le", "utf-16be", "iso-2022-jp", "utf-7"}):
        text = None if controls else data.decode("ascii")
        return _finish(data, "utf-8", "valid utf-8: all bytes are ASCII" + note, options, text=text)
    utf8: str | None
    try:
        utf8 = data.decode("utf-8")
    except UnicodeDecodeError:
        utf8 = None
    if name in {"utf-16le", "utf-16be", "utf-32le", "utf-32be"}:
        # A declaration that could be read to be declared cannot be right about two bytes a character.
        note, name = f"; {said} contradicts the bytes", None
    if utf8 is not None:
        evidence = "valid utf-8" + note if name is None else f"valid utf-8, against the {said}"
        if name == "utf-8":
            evidence = f"declared: {said}"
        return _finish(data, "utf-8", evidence, options, text=None if controls else utf8)
    if (stray := _nearly_utf8(data, options)) and (name in {None, "utf-8"} or stray > _ENOUGH):
        evidence = f"declared: {said}" if name == "utf-8" else "valid utf-8 but for stray bytes" + note
        return _finish(data, "utf-8", evidence, options)
    high = _count(sample, _HIGH_BYTES) or (0 if ascii_only else 1)
    return _decide_by_letters(data, name, said, note=note, high=high, options=options)


def _nearly_utf8(data: bytes, options: CharsetOptions) -> int:
    """Number of good multi-byte characters when the data is UTF-8 but for a few stray bytes, else 0."""
    good = len(_MULTIBYTE.findall(data[: options.sample_bytes]))
    if not good:
        return 0
    _, bad, _ = decode_bytes(data, "utf-8")
    allowed = max(options.stray_bytes, options.stray_share * len(data))
    return good if bad <= allowed and good >= 4 * bad else 0


def _decide_by_letters(
    data: bytes, name: str | None, said: str, *, note: str, high: int, options: CharsetOptions
) -> Decoded:
    from helpers.ingest.letters import best_encodings, score_encoding, take_sample

    sample = take_sample(data, options.sample_bytes)
    scores = best_encodings(sample, options)
    best = scores[0]
    if name is not None:
        own = score_encoding(sample, name, options)
        if own is None or high < _ENOUGH or own.mean >= best.mean - _OVERRULE:
            _, bad, _ = decode_bytes(data, name)
            if bad <= max(options.stray_bytes, options.stray_share * len(data)):
                return _finish(data, name, f"declared: {said}", options)
            note = f", against the {said}, which leaves {bad} bytes undecodable"
        else:
            note = f", against the {said} ({own.mean:.1f})"
    matter = high >= _ENOUGH and high >= _SHARE_THAT_MATTERS * min(len(data), options.sample_bytes)
    words = len(data.split()) >= len(data) / _LONGEST_MEAN_WORD
    if matter and (best.mean < _SENSELESS or not words):
        raise QuarantineError(
            "undecodable",
            f"not UTF-8, and no encoding gives letters of a language known here; the best is {_describe(best)}{note}",
        )
    rival = next((s for s in scores[1:] if s.text != best.text), None)
    evidence = f"statistics: {_describe(best)}"
    if rival is not None:
        evidence += f", next {_describe(rival)}"
    if high < _ENOUGH:
        evidence += f", from only {high} byte(s) outside ASCII"
    return _finish(data, best.charset, evidence + note, options)
