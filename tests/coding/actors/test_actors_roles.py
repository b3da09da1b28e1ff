"""Who held an office on a date: terms, gaps, ambiguity."""

import datetime as dt

import pytest

from helpers.coding.actors import find_mentions, load_actors, resolve_role, surname, terms_of
from helpers.foundation.dates import DateInterval, read_edtf
from helpers.foundation.settings import find_paths, load_yaml

SHARED = find_paths().root.parent / "shared" / "reference" / "milestones.yml"


@pytest.mark.parametrize(
    ("office", "date", "who"),
    [
        ("IRN:defence-minister", "2007-01-22", ("najjar",)),
        ("IRN:defence-minister", "2023-07-31", ("ashtiani",)),
        ("IRN:defence-minister", "2025-03-12", ("nasirzadeh",)),
        ("BLR:defence-minister", "2007-01-22", ("maltsev",)),
        ("BLR:defence-minister", "2023-07-31", ("khrenin",)),
        ("IRN:president", "2023-03-13", ("raisi",)),
        ("IRN:president", "2024-06", ("mokhber",)),
        ("IRN:president", "2024", ("raisi", "mokhber", "pezeshkian")),
        ("IRN:defence-minister", "2021-08-24/2021-08-26", ("hatami", "ashtiani")),
        ("IRN:former-president", "2023", ()),
        ("*:president", "2023", ()),
        ("BLR:wizard", "2023", ()),
        ("BLR:prime-minister", "2025-03-10", ("golovchenko", "turchin")),
    ],
)
def test_holders(office, date, who):
    assert resolve_role(office, read_edtf(date)) == who


def test_an_unknown_date_leaves_every_holder_open():
    assert len(resolve_role("IRN:president", DateInterval())) >= 6


def test_a_mention_of_both_ministers_gives_both():
    (mention, *_) = find_mentions("The defence ministers of Iran and Belarus signed.", "en")
    assert resolve_role(mention, DateInterval.day(dt.date(2023, 7, 31))) == ("ashtiani", "khrenin")


@pytest.mark.parametrize(
    ("language", "text", "country"),
    [
        ("en", "The Majlis speaker arrived on Monday.", ("IRN",)),
        ("ru", "Его принял секретарь Высшего совета национальной безопасности.", ("IRN",)),
        ("be", "Яго прыняў сакратар Вышэйшага савета нацыянальнай бяспекі.", ("IRN",)),
        ("en", "The parliament speaker arrived on Monday.", ()),
    ],
)
def test_a_role_is_of_the_country_whose_body_it_names(language, text, country):
    (office,) = [m for m in find_mentions(text, language) if m.kind == "office"]
    assert office.countries == country


def test_until_now_is_no_town_in_ukrainian():
    assert [m.kind for m in find_mentions("Досі Білорусь маневрів не проводила.", "uk")] == ["country"]
    assert [m.label for m in find_mentions("Зустріч відбулася в Досі.", "uk")] == ["Doha"]


def test_an_ambassador_is_found_with_and_without_the_host():
    assert "sanei" in resolve_role("IRN:ambassador-to-BLR", DateInterval())
    assert "sanei" in resolve_role("IRN:ambassador", DateInterval())


def test_terms_bound_a_date():
    (term,) = [t for office, t in terms_of("ashtiani") if office == "IRN:defence-minister"]
    assert (term.earliest, term.latest) == (dt.date(2021, 8, 25), dt.date(2024, 8, 21))
    assert terms_of("nobody") == ()
    assert surname("ashtiani") == "Ashtiani"


def test_no_office_of_the_two_countries_is_held_twice_for_long():
    """Two holders at once only where the change falls into one month or year that is not known closer."""
    for office, held in load_actors().holders.items():
        several = any(w in office for w in ("spokesperson", "ambassador", "deputy"))
        if several or office.partition(":")[0] not in ("IRN", "BLR"):
            continue
        for i, (one, a) in enumerate(held):
            for other, b in held[i + 1 :]:
                both = a.intersect(b)
                if one != other and both is not None:
                    assert both.earliest and both.latest and (both.latest - both.earliest).days <= 366, (
                        office,
                        one,
                        other,
                    )


@pytest.mark.skipif(not SHARED.exists(), reason="the shared reference chronology is not here")
def test_the_people_of_the_reference_held_office_then():
    by_surname = {p.surname: p for p in load_actors().people.values()}
    for row in load_yaml(SHARED):
        for name in row["who"]:
            person = by_surname[name]
            assert any(t.intersect(read_edtf(row["date"])) is not None for _, t in person.terms), (
                row["id"],
                name,
            )


@pytest.mark.parametrize(
    ("language", "text", "office"),
    [
        ("lt", "Baltarusijos gynybos ministro pirmasis pavaduotojas atvyko.", "BLR:deputy-defence-minister"),
        ("lt", "Irano kariuomenės vado pavaduotojas atvyko.", "IRN:deputy-army-commander"),
        ("lt", "Irano gynybos ministras, pavaduotojas ir vertėjas atvyko.", "IRN:defence-minister"),
        ("tr", "Belarus Savunma Bakanı Birinci Yardımcısı geldi.", "BLR:deputy-defence-minister"),
        ("tr", "Belarus Savunma Bakanı ve yardımcısı geldi.", "BLR:defence-minister"),
        ("fa", "معاون اول رئیس ستاد کل بلاروس آمد.", "BLR:deputy-chief-of-staff"),
        ("fa", "جانشین فرمانده کل ارتش ایران آمد.", "IRN:deputy-army-commander"),
        ("en", "Iran's chargé d'affaires in Paris arrived.", "IRN:charge-d-affaires-to-FRA"),
        ("tr", "İran'ın Paris maslahatgüzarı geldi.", "IRN:charge-d-affaires-to-FRA"),
    ],
)
def test_deputies_and_charges_d_affaires(language, text, office):
    assert [m.entities for m in find_mentions(text, language) if m.kind == "office"] == [(office,)]
