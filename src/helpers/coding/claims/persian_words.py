"""Persian words as one, however they are written and whichever verb is chosen: می شود is می‌شود, گفت و گو is گفت‌وگو, منعقد گردید is منعقد شد.

A blank often stands where a half-space should; formal prose says نمودن and گردیدن for کردن and شدن, and می‌باشد for است; hamzas come and go.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_LETTER = "[\u0620-\u065f\u066e-\u06d3]"
_BLANK = "[ \u00a0]"
# Present and past stems behind می.
_STEMS = (
    "کن|شو|ده|گیر|دار|رس|رسان|زن|آور|یاب|بند|گذار|رو|انداز|افت|نما|نمای|گو|گوی|خر|فروش|ساز|بین|پیوند|گرد|پرداز|پذیر|نشین|ورز|فرست|خوان|دان|آی|گذران|خواه|"
    "نویس|نام|باش|خور|کش|مان|نه|گشای|جوی|توان|کوش|افزای|برگزین|شود|کرد|شد|داد|گرفت|داشت|رسید|رساند|زد|آورد|یافت|بست|گذاشت|رفت|انداخت|افتاد|گفت|"
    "خرید|فروخت|ساخت|دید|گردید|پرداخت|پذیرفت|نشست|فرستاد|خواند|دانست|آمد|گذراند|خواست|برد|نوشت|توانست|ماند|کشید"
)
_VERB = rf"ن?می{_BLANK}(?:{_STEMS})(?:د|ند|م|یم|ید|ی)?(?!{_LETTER})"
_TALKS = rf"گفت[\u200c \u00a0]+و[\u200c \u00a0]*گو(?:(?:ی{{1,2}}(?:ش|شان)?)?|[\u200c \u00a0]?ها(?:ی{{0,2}}(?:ش|شان)?)?)(?!{_LETTER})"
_COMPOUND = (
    rf"(?:(?:تفاهم|موافقت|توافق|مقاوله|پیمان|دعوت|معرفی|استوار|اعتبار){_BLANK}نامه|پیش{_BLANK}نویس|صورت{_BLANK}جلسه)"
    rf"(?:\u200c?{_LETTER}+)*"
)
# What may stand before the word as it is usually written, and what may follow it.
SPACED_WORDS = rf"{_VERB}|{_TALKS}|{_COMPOUND}"
SPACED_ENDINGS = (
    rf"(?:{_BLANK}(?:ها(?:ی{{0,2}}|یش|یشان)|هایی)(?!{_LETTER})"
    rf"|(?<={_LETTER}{_LETTER}ه){_BLANK}(?:اند|ایم|ای|ام)(?!{_LETTER}))?"
)
_MARK_IN_PATTERN = re.compile(rf"(?<!{_LETTER})(ن?می) (\S+)")
_SPACED_IN_PATTERN = re.compile(rf"(?<!{_LETTER})(?:{_TALKS}|{_COMPOUND})|{_BLANK}های?(?!{_LETTER})")

_SYNONYMS: Mapping[str, str] = {
    "نمود": "کرد", "گردید": "شد", "نماید": "کند", "نمایند": "کنند", "نماییم": "کنیم", "بنماید": "بکند", "گردد": "شود", "گردند": "شوند", "گشته": "شده",
    "میباشد": "است", "میباشند": "هستند", "نمیباشد": "نیست", "نمیباشند": "نیستند",
}  # fmt: skip
_FORMAL = re.compile(r"(ن?)(?:(نمود)|گردید)(ه?(?:ند|یم|م|اند|ایم|ام|است)?)")
_FORMAL_PRESENT = re.compile(r"(نمی|می|ن)(?:نما(ید|یند|ییم)|گرد(د|ند|یم))")


def close_words(pattern: str) -> str:
    """A lexicon pattern with half-spaces where a blank parts a word: as the text's words are read."""
    written = _MARK_IN_PATTERN.sub(lambda m: "|".join(f"{m[1]}\u200c{w}" for w in m[2].split("|")), pattern)
    return _SPACED_IN_PATTERN.sub(lambda m: re.sub(_BLANK, "\u200c", m[0]), written)


def usual_form(word: str) -> str:
    """The usual form of a normalised Persian word: its spelling, and the plainer verb of two that say the same."""
    word = word.replace(" ", "").replace("\u00a0", "")
    if "گفتوگو" in word:
        word = word.replace("گفتوگو", "گفتگو")
    if word.startswith("هیی"):
        word = word.replace("هییت", "هیات", 1)
    if word.endswith("اء"):
        word = word[:-1]
    if word in _SYNONYMS:
        return _SYNONYMS[word]
    if "نمود" in word or "گردید" in word:
        m = _FORMAL.fullmatch(word)
        return word if m is None else m[1] + ("کرد" if m[2] else "شد") + m[3]
    if "نما" in word or "گرد" in word:
        m = _FORMAL_PRESENT.fullmatch(word)
        if m is not None:
            ending = (m[2] or m[3]).removeprefix("ی")
            return m[1] + ("کن" if m[2] else "شو") + ending
    return word
