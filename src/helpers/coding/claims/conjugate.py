"""The forms of a verb where a language builds them by rule: Turkish endings, Persian light verbs; patterns by grammatical form."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

from helpers.coding.claims.conjugate_baltic import conjugate_lithuanian
from helpers.coding.claims.conjugate_english import conjugate_english
from helpers.coding.claims.conjugate_es import conjugate_spanish
from helpers.coding.claims.conjugate_fr import conjugate_french
from helpers.coding.claims.conjugate_german import conjugate_german
from helpers.coding.claims.conjugate_it import conjugate_italian
from helpers.coding.claims.conjugate_ro import conjugate_romanian
from helpers.coding.claims.conjugate_slavic import (
    conjugate_belarusian,
    conjugate_polish,
    conjugate_russian,
    conjugate_ukrainian,
)

Forms = dict[str, list[str]]  # grammatical form of the lexicon -> patterns

# ---- Turkish (Göksel and Kerslake, Turkish: a comprehensive grammar, chapters 3, 8 and 25) ----
_VOWELS = "aeıioöuü"
_BACK = "aıou"
_VOICELESS = "fstkçşhp"
_HIGH = {"a": "ı", "ı": "ı", "e": "i", "i": "i", "o": "u", "u": "u", "ö": "ü", "ü": "ü"}
_OF_AORIST = ("rsA", "rken")
_SOFTENED = {"et": "ed", "git": "gid", "tat": "tad", "güt": "güd"}
# Endings: A is a or e, I is ı i u ü, D is d or t by what stands before; (y) only behind a vowel. Those that carry "-mI"
# and "-mA" inside are spelled out, for harmony runs through them as well.
_TURKISH: Mapping[str, tuple[str, ...]] = {
    "past": (
        "DI", "DIlAr", "DIk", "DIm", "mIş", "mIşlAr", "mIştIr", "mIşlArdIr", "DIğInI", "DIklArInI", "DIğI", "DIklArI", "DIğImIzI",
        "(y)An", "(y)Ip", "(y)ArAk", "DIktAn sonra", "DIğIndA", "mAsInIn ardından", "mAsInIn akabinde", "mAsIndAn sonra", "mAlArInIn ardından",
        "mAlArIndAn sonra", "mAsIylA", "mAlArIylA", "mAyA başladı", "mAyA başladılar", "mAyA başlamış",
        "Iyordu", "IyorlArdI", "IyordUk", "mAktAydI", "mAktAydIlAr", "mIş bulunuyor", "mIş bulunmaktadır", "mIş oldu", "mIş oldular", "DIğImIz", "(y)rken", "(y)IncA",
    ),
    "present": ("Iyor", "IyorlAr", "IyorUz", "mAktA", "mAktAdIr", "mAktAlAr", "mAktAdIrlAr"),
    "pluperfect": ("mIştI", "mIşlArdI", "mIştIk"),
    "future": (
        "(y)AcAk", "(y)AcAklAr", "(y)AcAktIr", "(y)AcAğIz", "(y)AcAğInI", "(y)AcAklArInI", "(y)AcAğI", "(y)AcAklArI", "(y)AcAğImIzI",
        "(y)AcAktI", "(y)AcAklArdI", "(y)AcAktIk", "(y)AcAkken", "(y)AcAk olAn",
    ),
    "infinitive": ("mA niyetinde", "mA kararı", "mAk", "mAyI", "mAyA", "mAsI", "mAsInI", "mAsInA", "mAsInIn", "mAlArI", "mAlArInI", "mAlArInA"),
    "negated": (
        "mAdI", "mAdIlAr", "mAdIk", "mAmIş", "mAmIşlArdIr", "mAmIştI", "mAdIğInI", "mAdIklArInI", "mAdIğI", "mAdIklArI",
        "mAyAcAk", "mAyAcAklAr", "mAyAcAktIr", "mAyAcAğInI", "mAyAcAklArInI", "mAyAcAğIz", "mIyor", "mIyorlAr", "mAdAn", "(y)AmAdAn", "mAksIzIn",
        "(y)AmAdI", "(y)AmAdIlAr", "(y)AmAdIk", "(y)AmAdIğInI", "(y)AmAdIklArInI", "mAz", "mAzlAr", "mAmAsI", "mAmAsInI", "mAdIm", "mAktAn vazgeçti",
        "mAktAn vazgeçtiler", "mA planı yok",
        "mAyAcAğI", "mAyAcAklArI", "mAyAcAğImIzI", "mAyAcAktI", "mAyAcAklArdI", "mIyordu", "mIyorlardı", "mAmIştIr", "mAmIşlArdI", "mAdIğImIzI", "mAmAktA",
        "mAmAktAdIr", "mAyAn", "mAmAsInIn", "mAmAsInA", "mAmAlArI", "(y)AmAyAcAk", "(y)AmAyAcAğInI", "(y)AmAyAcAklArInI", "(y)AmIyor", "(y)AmIyorlar",
        "(y)AmAdIğI", "(y)AmAdIklArInI", "(y)AmAmIştI", "(y)AmAyAn", "mIş değil", "mIş değiller", "(y)AcAk değil", "(y)AcAk değiller",
    ),
    "possible": (
        "(y)Abilir", "(y)Abilirler", "(y)Abilecek", "(y)Abileceğini", "(y)Abileceklerini", "(y)Abileceği", "(y)Abilmesi", "(y)sA", "(y)rsA", "mIş olabilir",
        "mIş olabilirler", "mIş olabileceği", "mIş olabileceğini",
        "(y)Abilirdi", "(y)Abilirlerdi", "(y)Abileceklerdi", "(y)Abilecekti", "mIş olsa", "mIş olsalar", "mIş olmalı", "mIş olmalılar",
    ),
}  # fmt: skip


def conjugate_turkish(infinitive: str) -> Forms:
    """Forms of a Turkish verb by vowel harmony, from its infinitive; words before the verb stay as they are (imza atmak).

    Raises:
        ValueError: the word does not end in -mak or -mek.
    """
    if not infinitive.endswith(("mak", "mek")):
        raise ValueError(f"{infinitive!r} is no Turkish infinitive: it must end in -mak or -mek")
    before, _, verb = infinitive[:-3].rpartition(" ")
    head = f"{before} " if before else ""
    return {form: [head + _attach_turkish(verb, e) for e in endings] for form, endings in _TURKISH.items()}


@cache
def _attach_turkish(stem: str, ending: str) -> str:
    word = stem
    if ending.startswith("(y)"):
        ending = ending[3:]
        if stem[-1] in _VOWELS:
            word = stem if ending in ("sA", *_OF_AORIST) else stem + "y"
        elif ending in _OF_AORIST:
            # the aorist before the condition and before "while"
            ending = ("A" if sum(c in _VOWELS for c in stem) == 1 else "I") + ending
    if ending.startswith("Iyor") and stem[-1] in "ae":
        rest = [c for c in stem[:-1] if c in _VOWELS]
        word = stem[:-1] + _HIGH[rest[-1] if rest else stem[-1]]
        ending = ending[1:]
    elif ending.startswith("Iyor") and stem[-1] in _VOWELS:
        ending = ending[1:]
    if ending[0] in "AI" and stem in _SOFTENED and word == stem:
        word = _SOFTENED[stem]
    out = word
    for letter in ending:
        last = next((c for c in reversed(out) if c in _VOWELS), "e")
        if letter in "AE":
            out += "a" if last in _BACK else "e"
        elif letter in "IU":
            out += _HIGH[last]
        elif letter == "D":
            out += "t" if out[-1] in _VOICELESS else "d"
        else:
            out += letter
    return out


# ---- Persian (Lazard, A grammar of contemporary Persian): past stem, present stem and subjunctive of the light verbs ----
_PERSIAN: Mapping[str, tuple[str, str]] = {
    "کردن": ("کرد", "کن"), "شدن": ("شد", "شو"), "دادن": ("داد", "ده"), "گرفتن": ("گرفت", "گیر"), "داشتن": ("داشت", "دار"),
    "رساندن": ("رساند", "رسان"), "رسیدن": ("رسید", "رس"), "زدن": ("زد", "زن"), "آوردن": ("آورد", "آور"), "یافتن": ("یافت", "یاب"),
    "بستن": ("بست", "بند"), "گذاشتن": ("گذاشت", "گذار"), "رفتن": ("رفت", "رو"), "انداختن": ("انداخت", "انداز"),
    "افتادن": ("افتاد", "افت"), "نمودن": ("نمود", "نمای"), "گفتن": ("گفت", "گوی"), "خریدن": ("خرید", "خر"), "فروختن": ("فروخت", "فروش"),
    "ساختن": ("ساخت", "ساز"), "دیدن": ("دید", "بین"), "پیوستن": ("پیوست", "پیوند"), "گردیدن": ("گردید", "گرد"), "پرداختن": ("پرداخت", "پرداز"),
    "پذیرفتن": ("پذیرفت", "پذیر"), "نشستن": ("نشست", "نشین"), "ورزیدن": ("ورزید", "ورز"), "فرستادن": ("فرستاد", "فرست"),
    "گذاردن": ("گذارد", "گذار"), "خواندن": ("خواند", "خوان"), "دانستن": ("دانست", "دان"), "آمدن": ("آمد", "آی"), "گذراندن": ("گذراند", "گذران"),
    "خواستن": ("خواست", "خواه"), "بردن": ("برد", "بر"), "برداشتن": ("برداشت", "بردار"), "نوشتن": ("نوشت", "نویس"), "نامیدن": ("نامید", "نام"),
    "رسانیدن": ("رسانید", "رسان"), "بودن": ("بود", "باش"), "خوردن": ("خورد", "خور"), "کشیدن": ("کشید", "کش"), "ماندن": ("ماند", "مان"),
    "درآمدن": ("درآمد", "درآی"), "درآوردن": ("درآورد", "درآور"), "نهادن": ("نهاد", "نه"), "گشودن": ("گشود", "گشای"), "جستن": ("جست", "جوی"), "بریدن": ("برید", "بر"),
    "سپردن": ("سپرد", "سپار"), "گماردن": ("گمارد", "گمار"), "گماشتن": ("گماشت", "گمار"), "برگزیدن": ("برگزید", "برگزین"), "شتافتن": ("شتافت", "شتاب"),
    "آموختن": ("آموخت", "آموز"), "آزمودن": ("آزمود", "آزمای"), "آغازیدن": ("آغازید", "آغاز"), "پیمودن": ("پیمود", "پیمای"), "کاستن": ("کاست", "کاه"),
    "افزودن": ("افزود", "افزای"), "چیدن": ("چید", "چین"), "گزاردن": ("گزارد", "گزار"), "کوشیدن": ("کوشید", "کوش"), "انجامیدن": ("انجامید", "انجام"),
    "برگشتن": ("برگشت", "برگرد"), "بازگشتن": ("بازگشت", "بازگرد"), "فراخواندن": ("فراخواند", "فراخوان"), "بخشیدن": ("بخشید", "بخش"),
    "کاشتن": ("کاشت", "کار"), "فشردن": ("فشرد", "فشار"), "گستراندن": ("گستراند", "گستران"), "پیچیدن": ("پیچید", "پیچ"), "طلبیدن": ("طلبید", "طلب"),
}  # fmt: skip
_HALF = "\u200c"
# Before آ and ا a ی stands behind the negation and the mark of the subjunctive: نیامد, بیاید, نیفتاد.
_LINKED = {"آ": "یا", "ا": "ی"}
# Particles that come before both: درنیامد, درمی‌آید, بازنگشت.
_PARTICLES = ("فرا", "باز", "در", "بر")
_PARTICLE_VERBS = frozenset({"درآمدن", "درآوردن", "برداشتن", "برگشتن", "بازگشتن", "برگزیدن", "فراخواندن"})
# Verbs whose passive is made with شدن behind the participle: تحویل داده شد.
_PASSIVE = frozenset(
    {"دادن", "گرفتن", "گذاشتن", "آوردن", "پذیرفتن", "فرستادن", "ساختن", "سپردن", "گماردن", "گماشتن", "برگزیدن", "خریدن", "فروختن", "نوشتن", "خواندن", "بردن", "برداشتن", "رساندن", "انداختن", "دیدن", "زدن", "بستن"}
)  # fmt: skip


def conjugate_persian(infinitive: str) -> Forms:
    """Forms of a Persian verb, mostly a noun with a light verb (امضا کردن), from its infinitive.

    Written with a half-space, a space or joined, as texts do (می‌کند, می کند). Third persons and the first.

    Raises:
        ValueError: the light verb is not one that is known.
    """
    before, _, verb = infinitive.rpartition(" ")
    if verb not in _PERSIAN:
        raise ValueError(f"{verb!r} in {infinitive!r} is no light verb known: {', '.join(_PERSIAN)}")
    particle = next((p for p in _PARTICLES if verb.startswith(p)), "") if verb in _PARTICLE_VERBS else ""
    past, present = (stem.removeprefix(particle) for stem in _PERSIAN[verb])
    persons = ("د", "ند", "یم")
    stems = ("", "ند", "یم", "م")  # of the past
    head = f"{before} {particle}" if before else particle
    done = past + "ه"
    not_past, not_present = (f"ن{_link(stem)}" for stem in (past, present))
    not_done = not_past + "ه"
    forms: dict[str, list[str]] = {
        "past": [
            *(past + s for s in stems), done, f"{done} است", f"{done}{_HALF}است", f"{done}{_HALF}اند", f"{done} اند", f"{done}{_HALF}ایم", f"{done}{_HALF}ام",
        ],
        "pluperfect": [
            *(f"{done}{gap}{b}" for b in ("بود", "بودند", "بودیم") for gap in (" ", _HALF)), *(f"می{gap}{past}{s}" for s in stems[:3] for gap in (_HALF, " ")),
        ],
        "present": [f"می{gap}{present}{s}" for s in persons for gap in (_HALF, " ")],
        "future": [f"{w} {past}" for w in ("خواهد", "خواهند", "خواهیم")],
        "infinitive": [*(present + s for s in persons), *(f"ب{_link(present)}{s}" for s in persons)],
        "negated": [
            *(not_past + s for s in stems), not_done, f"{not_done} است", f"{not_done}{_HALF}اند", f"{not_done} اند", f"{not_done} بود", f"{not_done} بودند",
            *(f"{w} {past}" for w in ("نخواهد", "نخواهند", "نخواهیم")), *(f"نمی{gap}{present}{s}" for s in persons for gap in (_HALF, " ")),
            *(not_present + s for s in persons), *(f"نمی{gap}{past}{s}" for s in stems[:3] for gap in (_HALF, " ")), f"{not_done}{_HALF}است",
            f"{not_done} باشد", f"{not_done} باشند",
        ],
        "possible": [f"{done} {b}" for b in ("باشد", "باشند", "باشیم")],
        "noun": [past + "ن"],
    }  # fmt: skip
    if verb in _PASSIVE:
        for form, told in conjugate_persian("شدن").items():
            forms[form] += [f"{done} {word}" for word in told if form != "noun"]
    heads = [head, f"{head} "] if particle else [head]  # درمی‌آید, در می‌آید
    return {form: [h + p for p in patterns for h in heads] for form, patterns in forms.items()}


def _link(stem: str) -> str:
    """A stem as it stands behind the negation or the mark of the subjunctive."""
    return _LINKED.get(stem[0], stem[0]) + stem[1:]


CONJUGATIONS: Mapping[str, Callable[[str], Forms]] = {
    "be": conjugate_belarusian, "de": conjugate_german, "en": conjugate_english, "es": conjugate_spanish, "fa": conjugate_persian, "fr": conjugate_french, "it": conjugate_italian,
    "lt": conjugate_lithuanian, "pl": conjugate_polish, "ro": conjugate_romanian, "ru": conjugate_russian, "tr": conjugate_turkish,
    "uk": conjugate_ukrainian,
}  # fmt: skip
