"""Bring a written word to the form under which the lexicon knows it: case, composed letters, look-alike letters."""

from __future__ import annotations

import unicodedata

# Characters that may stand inside or beside a word and say nothing: soft hyphen, joiners, bidi marks, BOM.
INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
_DROP = dict.fromkeys(map(ord, INVISIBLE))
APOSTROPHES = "'’ʼ‘`´′"
_APOSTROPHES = {ord(c): "'" for c in APOSTROPHES}
# Arabic letters as Persian writes them; vowel marks go.
_PERSIAN = (
    {ord(a): b for a, b in zip("يىكۀةأإٱؤۂە", "ییکههااا" + "وهه", strict=True)}
    | dict.fromkeys(range(0x64B, 0x660))
    | {0x670: None, 0x640: None}
)
# Romanian is often written without its marks, and in the older spelling with î within a word (sîmbătă, sâmbătă, sambata).
_ROMANIAN = {ord(a): b for a, b in zip("șțşţăâî", "ststaai", strict=True)}
_TURKISH = {ord("I"): "ı", ord("İ"): "i"}
_YO = {ord("ё"): "е"}
_CYRILLIC_LOOKALIKES = {ord(a): b for a, b in zip("iaeopcyxi", "іаеорсухі", strict=True)}


def _has_cyrillic(word: str) -> bool:
    return any("\u0400" <= c <= "\u04ff" for c in word)


def fold_word(word: str, language: str) -> str:
    """The form of `word` under which the lexicon of `language` lists it; changes meaning never, spelling only.

    Args:
        word: letters with combining marks, apostrophes and invisible characters as written.
        language: ISO 639-1 code.
    """
    if word.isascii():
        return word.translate(_TURKISH).lower() if language == "tr" else word.lower()
    word = unicodedata.normalize("NFC", word).translate(_DROP)
    if language == "tr":
        word = word.translate(_TURKISH)
    word = word.lower().translate(_APOSTROPHES)
    if language == "fa":
        return word.translate(_PERSIAN)
    if language == "ro":
        marked = word.endswith("ă")  # the ending tells iarnă from iarna
        word = (word[:1] + word[1:].replace("î", "â")).translate(_ROMANIAN)
        return word[:-1] + "ă" if marked else word
    if language in ("ru", "uk", "be") and _has_cyrillic(word):
        word = word.translate(_CYRILLIC_LOOKALIKES) if language != "ru" else word.translate(_YO)
    if language == "lt":
        # stress marks of dictionaries (acute, grave, tilde) are not part of the word; ė, ū, ų and the carons are
        word = unicodedata.normalize(
            "NFC", "".join(c for c in unicodedata.normalize("NFD", word) if c not in "\u0300\u0301\u0303")
        )
    return word


def strip_marks(word: str) -> str:
    """The word without accents, cedillas and the like, as it is often typed: fevrier, sabado, carsamba, sroda."""
    plain = unicodedata.normalize("NFD", word.replace("ı", "i").replace("ł", "l"))
    return "".join(c for c in plain if not unicodedata.combining(c))
