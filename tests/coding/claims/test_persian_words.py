"""Persian words are read as one however they are written, and formal verbs as the plain ones."""

from __future__ import annotations

import pytest
from coded_text import LEADS, code_text

from helpers.coding.claims.lexicon import load_lexicon


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("گفت‌وگو", "گفتگو"),
        ("گفت‌وگوهای", "گفت و گوهای"),
        ("گفت‌وگوهای", "گفت وگو های"),
        ("می‌شود", "می شود"),
        ("نمی‌کنند", "نمی کنند"),
        ("تفاهم‌نامه‌ای", "تفاهم نامه ای"),
        ("موافقت‌نامه‌هایی", "موافقت نامه هایی"),
        ("همکاری‌های", "همکاری های"),
        ("کرده‌اند", "کرده اند"),
        ("هیئت‌های", "هیأت های"),
        ("هیئتی", "هیاتی"),
        ("تأیید", "تائید"),
        ("امضا", "امضاء"),
        ("نقشه", "نقشه‌ی"),
        ("شد", "گردید"),
        ("شده‌اند", "گردیده‌اند"),
        ("کرد", "نمود"),
        ("می‌کنند", "می‌نمایند"),
        ("می‌شود", "می‌گردد"),
        ("شود", "گردد"),
        ("نکرده‌است", "ننموده‌است"),
        ("است", "می‌باشد"),
    ],
)
def test_two_spellings_are_one_word(one: str, other: str) -> None:
    lexicon = load_lexicon("fa")
    first, second = ([t.norm for t in lexicon.tokenise(word)] for word in (one, other))
    assert first == second
    assert len(first) == 1


@pytest.mark.parametrize(
    "text",
    [
        "نهم می در مینسک",
        "گفت و گوش داد",
        "راهی مینسک",
        "نماینده و گردان",
        "که ای کاش",
        "گردشگر",
        "در گشت مشترک",
    ],
)
def test_other_words_stay_apart(text: str) -> None:
    words = [t.norm for t in load_lexicon("fa").tokenise(text)]
    assert words == [w.replace("آ", "ا") for w in text.split()]


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        (
            "وزیران دفاع ایران و بلاروس تفاهم نامه ای درباره همکاری های نظامی منعقد نمودند.",
            "agreement",
            "signed",
        ),
        ("گفت وگوهای نظامی ایران و بلاروس در مینسک برگزار گردید.", "consultation", "discussed"),
        ("پیمان دفاعی ایران و بلاروس هنوز به امضا در نیامده است.", "agreement", "denied"),
        ("موافقت نامه نظامی ایران و بلاروس ماه آینده منعقد می گردد.", "agreement", "planned"),
    ],
)
def test_claims_of_any_spelling(text: str, kind: str, status: str) -> None:
    claims = code_text(f"{LEADS['fa']}\n{text}", "fa", published="2023-05-10")
    assert (kind, status) in [(c.draft.kind, c.draft.judgement.status) for c in claims]
