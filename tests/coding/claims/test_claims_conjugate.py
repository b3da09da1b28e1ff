"""Turkish and Persian verbs are conjugated as their grammars say."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.coding.claims.conjugate import conjugate_persian, conjugate_turkish
from helpers.coding.claims.lexicon import load_lexicon
from helpers.foundation.errors import ConfigError
from helpers.foundation.settings import find_paths


@pytest.mark.parametrize(
    ("verb", "form", "wanted"),
    [
        ("imzalamak", "past", ["imzaladı", "imzaladık", "imzaladığını", "imzalayan"]),
        ("imzalamak", "present", ["imzalıyor"]),  # the last vowel narrows before -yor
        ("görüşmek", "past", ["görüştü", "görüştüklerini"]),  # d becomes t behind a voiceless sound
        ("iptal etmek", "future", ["iptal edecek", "iptal edeceğini"]),  # t softens before a vowel
        ("gitmek", "present", ["gidiyor"]),
        ("imzalanmak", "negated", ["imzalanmadan", "imzalanmadığını", "imzalanmayacak"]),
        ("bir araya gelmek", "pluperfect", ["bir araya gelmişti"]),
        ("üretmek", "possible", ["üretebilir", "üretebileceğini"]),
        ("imza atmak", "possible", ["imza atabilir", "imza atarsa"]),
        # the past of other tenses: was to sign, was signing, while receiving
        ("imzalamak", "future", ["imzalayacaktı", "imzalayacaklardı"]),
        ("gitmek", "past", ["gidiyordu", "gidiyorlardı", "giderken"]),
        ("görüşmek", "past", ["görüşüyordu", "görüşmekteydi", "görüşürken", "görüşünce"]),
        (
            "imzalanmak",
            "negated",
            ["imzalanmayacaktı", "imzalanmıyordu", "imzalanmış değil", "imzalanamadığı"],
        ),
        ("üretmek", "possible", ["üretebilirdi", "üretmiş olmalı"]),
    ],
)
def test_turkish(verb: str, form: str, wanted: list[str]) -> None:
    assert set(wanted) <= set(conjugate_turkish(verb)[form])


@pytest.mark.parametrize(
    ("form", "wanted"),
    [
        ("past", ["امضا کرد", "امضا کردیم", "امضا کرده‌اند"]),
        ("possible", ["امضا کرده باشند"]),
        ("present", ["امضا می‌کنند", "امضا می کنند"]),
        ("future", ["امضا خواهند کرد"]),
        ("infinitive", ["امضا کنند"]),
        ("negated", ["امضا نکرده‌اند", "امضا نخواهد کرد", "امضا نمی‌کنند", "امضا نمی‌کرد", "امضا نکرده باشد"]),
        ("pluperfect", ["امضا کرده بودند"]),
    ],
)
def test_persian(form: str, wanted: list[str]) -> None:
    assert set(wanted) <= set(conjugate_persian("امضا کردن")[form])


@pytest.mark.parametrize(
    ("verb", "form", "wanted"),
    [
        ("به تهران آمدن", "negated", ["به تهران نیامد", "به تهران نیامده است", "به تهران نمی‌آید"]),
        ("به تهران آمدن", "infinitive", ["به تهران بیاید"]),
        ("به تعویق انداختن", "negated", ["به تعویق نینداخت"]),
        ("به امضا درآمدن", "negated", ["به امضا درنیامد", "به امضا در نیامده است"]),
        ("به امضا درآمدن", "future", ["به امضا درخواهد آمد", "به امضا در خواهد آمد"]),
        ("به تهران بازگشتن", "present", ["به تهران بازمی‌گردد", "به تهران باز می‌گردد"]),
        ("برگزار نمودن", "present", ["برگزار می‌نماید"]),
        ("امضا کردن", "pluperfect", ["امضا می‌کردند"]),
    ],
)
def test_persian_stems_that_change(verb: str, form: str, wanted: list[str]) -> None:
    assert set(wanted) <= set(conjugate_persian(verb)[form])


def test_what_is_no_verb_is_refused() -> None:
    with pytest.raises(ValueError, match="-mak or -mek"):
        conjugate_turkish("imza")
    with pytest.raises(ValueError, match="no light verb known"):
        conjugate_persian("امضا")


@pytest.mark.parametrize(
    ("language", "old", "new", "said"),
    [
        ("tr", "enter_force: [yürürlüğe girmek", "enter_force: [yürürlüğe", "no Turkish infinitive"),
        (
            "tr",
            "  enter_force: [yürürlüğe girmek",
            "  enterforce: [yürürlüğe girmek",
            "unknown key 'enterforce'",
        ),
        ("en", "  sign: [sign, ink", "  sign: [to sign, ink", "base of an English verb"),
        ("de", "  sign: [unterzeichnen,", "  sign: [unterzeichnung,", "no German infinitive"),
    ],
)
def test_a_wrong_verb_names_file_and_line(
    tmp_path: Path, language: str, old: str, new: str, said: str
) -> None:
    text = find_paths().lexicon(language, "claims").read_text(encoding="utf-8")
    assert old in text
    path = tmp_path / "claims.yml"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ConfigError, match=said) as caught:
        load_lexicon(language, path)
    assert "claims.yml:" in str(caught.value)


def test_forms_written_out_stand_as_written() -> None:
    entries = load_lexicon("tr").entries
    assert [e.form for e in entries if e.category == "trigger" and e.source == "imzaladı"] == ["past"]
