"""Encodings: what is declared, what is valid, what the letters say; never repaired in silence."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.foundation.errors import QuarantineError
from helpers.ingest.charset import decode, universal_newlines
from helpers.ingest.encodings import look_up_label

# Own words; one short paragraph a language.
TEXTS = {
    "ru": "Паром вернулся в порт после долгого ремонта. Капитан сказал, что следующий рейс состоится в понедельник — если позволит погода.",
    "uk": "Пором повернувся до порту після довгого ремонту. Капітан сказав, що наступний рейс відбудеться в понеділок, якщо дозволить погода. Її чекають.",
    "be": "Паром вярнуўся ў порт пасля доўгага рамонту. Капітан сказаў, што наступны рэйс адбудзецца ў панядзелак, калі дазволіць надвор'е.",
    "de": "Die Fähre kehrte nach langer Überholung zurück. Der Kapitän erklärte, die nächste Fahrt müsse auf Grund des Wetters später stattfinden; größere Schäden gebe es nicht.",
    "fr": "Le bac est revenu au port après une longue réparation. Le capitaine a déclaré que la prochaine traversée était prévue à l'été.",
    "es": "El transbordador regresó al puerto después de una larga reparación. El capitán señaló que la próxima travesía será mañana.",
    "it": "Il traghetto è tornato in porto. Il capitano ha detto che la città potrà contare su più corse e che la qualità è già migliorata.",
    "pl": "Prom powrócił do portu po długim remoncie. Kapitan powiedział, że następny rejs odbędzie się w poniedziałek, jeśli pogoda będzie sprzyjać. Źródła są zgodne.",
    "ro": "Feribotul s-a întors în port după o lungă reparaţie. Căpitanul a spus că următoarea cursă va avea loc luni, dacă vremea va fi bună şi marea liniştită.",
    "lt": "Keltas grįžo į uostą po ilgo remonto. Kapitonas sakė, kad kitas reisas įvyks pirmadienį, jei leis oras, ir kad žmonės jau laukia.",
    "tr": "Feribot uzun bir onarımdan sonra limana döndü. Kaptan, bir sonraki seferin hava koşulları uygun olursa pazartesi günü yapılacağını söyledi.",
    "fa": "کشتی پس از تعمیر طولاني به بندر بازگشت. ناخدا گفت سفر بعدي روز دوشنبه انجام خواهد شد",
}
PYTHON = {"koi8-u": "koi8-u", "ibm866": "cp866", "utf-16le": "utf-16-le", "utf-16be": "utf-16-be"}
UNDECLARED = [
    ("ru", "windows-1251"), ("ru", "koi8-r"), ("ru", "iso-8859-5"), ("ru", "ibm866"), ("uk", "windows-1251"), ("uk", "koi8-u"),
    ("be", "windows-1251"), ("de", "windows-1252"), ("fr", "windows-1252"), ("es", "windows-1252"), ("it", "windows-1252"),
    ("pl", "windows-1250"), ("pl", "iso-8859-2"), ("ro", "windows-1250"), ("ro", "iso-8859-2"), ("lt", "windows-1257"),
    ("tr", "windows-1254"), ("fa", "windows-1256"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "charset"), UNDECLARED)
def test_undeclared_encodings_are_told_by_their_letters(language: str, charset: str) -> None:
    text = TEXTS[language].translate({0x6A9: "ك", 0x6CC: "ي"})  # windows-1256 has the Arabic forms only
    if charset in {"ibm866", "iso-8859-5", "iso-8859-2", "koi8-r"}:
        text = text.replace("—", "-")
    decoded = decode(text.encode(PYTHON.get(charset, charset)))
    assert decoded.text == text
    assert decoded.evidence.startswith("statistics: ")


def test_koi8_u_holds_the_belarusian_short_u() -> None:
    data = "".join({"ў": "\u255d", "Ў": "\u256c"}.get(c, c) for c in TEXTS["be"]).encode("koi8-u")
    assert decode(data).text == TEXTS["be"]


def test_romanian_quotes_tell_iso_8859_16() -> None:
    text = "Căpitanul a spus: „Următoarea cursă va fi luni, dacă vremea e bună”, iar „marea va fi liniștită și caldă”."
    decoded = decode(text.encode("iso-8859-16"))
    assert (decoded.text, decoded.charset) == (text, "iso-8859-16")


@pytest.mark.parametrize("language", sorted(TEXTS))
@pytest.mark.parametrize("charset", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark(language: str, charset: str) -> None:
    assert decode(TEXTS[language].encode(charset)).text == TEXTS[language]


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "utf-32"])
def test_byte_order_marks_win_and_are_no_part_of_the_text(codec: str) -> None:
    decoded = decode(TEXTS["ru"].encode(codec), declared="koi8-r")
    assert decoded.text == TEXTS["ru"]
    assert decoded.evidence == "bom"


@pytest.mark.parametrize(
    ("label", "name"),
    [("latin1", "windows-1252"), ("ISO-8859-1", "windows-1252"), ("cp1251", "windows-1251"), ("'UTF8'", "utf-8"), ("koi8", "koi8-r"),
     ("iso-8859-9", "windows-1254"), ("l2", "iso-8859-2"), ("nonsense", None), ("base64", None)],
)  # fmt: skip
def test_labels_of_the_whatwg_standard(label: str, name: str | None) -> None:
    assert look_up_label(label) == name


def test_a_declaration_is_believed() -> None:
    decoded = decode(
        "größte Fähre".encode("cp1250"), declared="windows-1250", declared_by="html meta charset"
    )
    assert (decoded.charset, decoded.evidence) == (
        "windows-1250",
        "declared: html meta charset 'windows-1250'",
    )


def test_a_wrong_declaration_is_overruled_and_the_evidence_says_so() -> None:
    decoded = decode(TEXTS["ru"].encode("cp1251"), declared="latin1", declared_by="http content-type")
    assert decoded.charset == "windows-1251"
    assert "against the http content-type 'latin1'" in decoded.evidence
    decoded = decode(TEXTS["ru"].encode(), declared="windows-1251")
    assert decoded.text == TEXTS["ru"]
    assert decoded.evidence == "valid utf-8, against the declaration 'windows-1251'"


def test_an_unknown_label_is_reported() -> None:
    assert "'klingon' is no known encoding" in decode(TEXTS["de"].encode(), declared="klingon").evidence


def test_a_stray_byte_is_replaced_and_reported() -> None:
    data = TEXTS["ru"].encode() + b" \xff " + TEXTS["ru"].encode()
    decoded = decode(data)
    assert decoded.text.count("\ufffd") == 1
    at = len(TEXTS["ru"].encode()) + 1
    assert decoded.evidence.endswith(f"1 undecodable byte(s) replaced by U+FFFD, the first at byte {at}")


def test_a_cut_last_character_is_reported() -> None:
    decoded = decode(TEXTS["ru"].encode() + "я".encode()[:1])
    assert decoded.text.endswith("\ufffd")
    assert "1 undecodable byte(s)" in decoded.evidence


@pytest.mark.parametrize("data", [b"\x81\x8d\x8f\x90\x9d" * 40, b"\xff" * 500])
def test_nonsense_is_undecodable(data: bytes) -> None:
    with pytest.raises(QuarantineError) as err:
        decode(data)
    assert err.value.reason == "undecodable"


def test_control_characters_are_binary() -> None:
    with pytest.raises(QuarantineError) as err:
        decode(bytes(range(256)) * 20)
    assert err.value.reason == "binary"


def test_english_with_a_few_signs_stays_english() -> None:
    text = (
        "The ferry company said on Monday that repairs had cost £3 million, more than planned. " * 6
        + "© Example"
    )
    assert decode(text.encode("cp1252")).text == text


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=200))
def test_utf_8_always_comes_back(text: str) -> None:
    assert decode(b"\xef\xbb\xbf" + text.encode()).text == text.removeprefix("\ufeff")


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_text_with_evidence_or_refused_with_a_reason(data: bytes) -> None:
    try:
        decoded = decode(data)
    except QuarantineError as err:
        assert err.reason in {"undecodable", "binary"}
    else:
        assert decoded.evidence.split(":")[0].split(",")[0].split(";")[0].split(" but")[0] in {
            "bom",
            "declared",
            "valid utf-8",
            "statistics",
        }
        assert ("\ufffd" in decoded.text) <= (
            "U+FFFD" in decoded.evidence or "\ufffd".encode() in data or decoded.charset.startswith("utf-16")
        )


@given(st.text(alphabet="a\r\n\u2028\x85", max_size=30))
def test_newlines_are_those_of_pythons_text_files(text: str) -> None:
    import io

    assert universal_newlines(text) == io.TextIOWrapper(io.BytesIO(text.encode()), encoding="utf-8").read()
