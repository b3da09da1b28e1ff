"""Event dates: what governs them, what bounds them, and when none is given."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest


def test_a_weekday_beside_the_verb_of_saying_bounds_the_event_from_above(code: Any) -> None:
    [claim] = list(
        code(
            "Iran and Belarus signed a protocol in Minsk, the Iranian foreign ministry said on Tuesday.", "en"
        )
    )
    assert claim.dated.interval.edtf == "2023-05-07/2023-05-09"


def test_an_undated_news_lead_tells_of_the_days_before(code: Any) -> None:
    [claim] = code("Iran and Belarus signed a protocol.", "en")
    assert (claim.dated.interval.edtf, claim.dated.basis) == ("2023-05-07/2023-05-10", "news of the day")
    [claim] = code("Iran and Belarus signed a protocol.", "en", published="../2023-05-10")
    assert claim.dated.interval.is_unknown


def test_an_open_publication_date_leaves_the_weekday(code: Any) -> None:
    [claim] = code("On Monday Iran and Belarus signed a protocol.", "en", published="../2023-05-10")
    assert (claim.dated.interval.edtf, claim.dated.interval.weekday) == ("../2023-05-08", 1)


def test_last_year_on_a_page_known_only_from_above(code: Any) -> None:
    [claim] = code("Iran and Belarus signed a protocol last year.", "en", published="../2023-11-02")
    assert claim.dated.interval.edtf == "../2022-12-31"
    assert claim.draft.judgement.polarity == "historical"


def test_what_a_paper_is_for_is_not_when_it_was_signed(code: Any) -> None:
    [claim] = code("Iran and Belarus signed a cooperation plan for 2024.", "en")
    assert claim.dated.interval.edtf == "2023-05-07/2023-05-10"


def test_a_dateline_is_neither_place_nor_date(code: Any) -> None:
    [claim] = code("MINSK, 10 May (BelTA) - Iran and Belarus signed a protocol in Tehran on Monday.", "en")
    assert (claim.place.name, claim.dated.interval.edtf) == ("Tehran", "2023-05-08")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("GREENHILL, May 10 (Harbour Post) - The ministers of Iran and Belarus signed a protocol on Monday.", "en"),
        ("MINSK - May 10 - The ministers of Iran and Belarus signed a protocol on Monday.", "en"),
        ("Minsk, 10 May 2023: Iran and Belarus signed a protocol on Monday.", "en"),
        ("Minsk (Hafenpost), 10. Mai – Iran und Belarus haben am Montag ein Protokoll unterzeichnet.", "de"),
        ("10 мая, Минск /Корр. ГАВАНЬ/. Иран и Беларусь подписали в понедельник протокол.", "ru"),
        ("Минск. 10 мая. Гавань - Иран и Беларусь подписали в понедельник протокол.", "ru"),
        ("Mińsk, 10.05.2023 (Port) - Iran i Białoruś podpisały w poniedziałek protokół.", "pl"),
    ],
)  # fmt: skip
def test_the_day_of_a_dateline_dates_no_event(code: Any, text: str, language: str) -> None:
    [claim] = code(text, language)
    assert claim.dated.interval.edtf == "2023-05-08"
    [undated] = code(text.replace(" on Monday", "").replace(" am Montag", "").replace(" в понедельник", "").replace(" w poniedziałek", ""), language)  # fmt: skip
    assert undated.dated.basis == "news of the day"


def test_the_day_at_the_head_of_a_chronicle_dates_its_entry(code: Any) -> None:
    [claim] = code("Minsk, 21 March 2019: Iran and Belarus signed a protocol.", "en")
    assert claim.dated.interval.edtf == "2019-03-21"


def test_background_does_not_get_the_date_of_the_news(code: Any) -> None:
    claims = code(
        "On Tuesday the defence ministers of Iran and Belarus, Ashtiani and Khrenin, met in Minsk.\n"
        "Lukashenko had visited Tehran in March 2022.\n"
        "During that visit Lukashenko and Raisi signed eight agreements.",
        "en",
    )
    signed = next(f for f in claims if f.draft.kind == "agreement")
    assert signed.draft.judgement.polarity == "historical"
    assert signed.dated.interval.edtf == "2022-03"


def test_third_countries_never_get_the_news_of_the_page(code: Any) -> None:
    claims = code(
        "On Tuesday Iran and Belarus signed a protocol in Minsk.\nIran and Russia signed a treaty.", "en"
    )
    other = next(f for f in claims if f.parties == ("IRN", "RUS"))
    assert other.dated.interval.is_unknown and other.draft.judgement.polarity == "historical"


def test_a_plan_dated_by_the_decision(code: Any) -> None:
    [claim] = code("On Tuesday Iran and Belarus agreed to draft a treaty.", "en")
    assert (claim.draft.judgement.status, claim.dated.interval.edtf) == ("planned", "2023-05-09")


def test_headline_and_lead_take_the_day_from_the_body(code: Any) -> None:
    claims = code(
        "Iran and Belarus have signed a memorandum.\nThe memorandum was signed by Iran and Belarus in Minsk on Monday.", "en",
        title="Iran, Belarus sign memorandum",
    )  # fmt: skip
    assert {f.dated.interval.edtf for f in claims} == {"2023-05-08"}
    assert {f.place.name for f in claims} == {"Minsk"}


def test_a_headline_that_says_more_is_a_claim_of_its_own(code: Any) -> None:
    claims = code(
        "The defence ministers of Iran and Belarus discussed a military agreement in Tehran on Monday.\n"
        "The document is expected to be signed next year, IRNA reported, citing the Iranian defence ministry.\n"
        "Lukashenko denied that it had been signed.",
        "en",
        title="Iran, Belarus sign military pact",
    )
    told = [(f.sentence.role, f.draft.kind, f.draft.judgement.status, f.dated.interval.edtf) for f in claims]
    assert told[0][:3] == ("title", "agreement", "signed") and told[0][3] != "2024"
    assert ("body", "consultation", "discussed", "2023-05-08") in told
    assert ("body", "agreement", "planned", "2024") in told
    planned = next(f for f in claims if f.draft.judgement.status == "planned")
    assert planned.attribution == ("ministry of defence of Iran", "IRNA")
    assert planned.parties == ("BLR", "IRN")


def test_the_day_of_a_decision_is_not_the_day_of_what_was_decided(code: Any) -> None:
    [claim] = code("On Tuesday Iran and Belarus agreed to hold joint exercises.", "en")
    assert claim.draft.judgement.status == "planned" and claim.dated.interval.is_unknown
    [claim] = code("On Tuesday Iran and Belarus agreed to hold joint exercises in September.", "en")
    assert claim.dated.interval.edtf == "2023-09"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The visit of the Iranian president to Minsk, planned for 19 May, was postponed.", "en"),
        ("The Iranian president's visit to Minsk, scheduled for 19 May, was put off until autumn.", "en"),
        ("Der für den 19. Mai geplante Besuch des iranischen Präsidenten in Minsk wurde verschoben.", "de"),
        ("Визит президента Ирана в Минск, намеченный на 19 мая, отложен.", "ru"),
        ("Візіт прэзідэнта Ірана ў Мінск, запланаваны на 19 мая, перанесены.", "be"),
        ("La visite du président iranien à Minsk, prévue pour le 19 mai, a été reportée.", "fr"),
    ],
)
def test_what_is_put_off_is_dated_by_the_day_it_was_planned_for(code: Any, text: str, language: str) -> None:
    [claim] = code(text, language)
    assert (claim.draft.judgement.status, claim.dated.interval.edtf) == ("postponed", "2023-05-19")


@pytest.mark.parametrize(
    ("text", "language", "edtf"),
    [
        ("The April visit of the Iranian minister to Minsk was postponed.", "en", "2023-04"),
        ("In April the visit of the Iranian minister to Minsk was postponed.", "en", None),
        ("Kwietniowy wyjazd irańskich pułkowników do Mińska przełożono.", "pl", "2023-04"),
        ("Апрельский визит иранского министра в Минск был отложен.", "ru", "2023-04"),
        ("В апреле визит иранского министра в Минск был отложен.", "ru", None),
        ("Квітневий візит іранського міністра до Мінська перенесли.", "uk", "2023-04"),
    ],
)
def test_a_month_as_attribute_is_the_one_planned_for(
    code: Any, text: str, language: str, edtf: str | None
) -> None:
    [claim] = code(text, language)
    assert (claim.draft.judgement.status, claim.dated.interval.edtf) == ("postponed", edtf)


@pytest.mark.parametrize(
    "text",
    [
        "The visit of the Iranian president to Minsk was postponed to 19 May.",
        "The visit of the Iranian president to Minsk was postponed on Monday.",
        "The visit of the Iranian president to Minsk will be postponed until June.",
    ],
)
def test_the_day_something_is_put_off_to_or_on_dates_nothing(code: Any, text: str) -> None:
    [claim] = code(text, "en")
    assert claim.draft.judgement.status == "postponed" and claim.dated.interval.is_unknown


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The presidents of Belarus and Iran met in Minsk on 5 May and signed two documents.", "en"),
        ("Die Präsidenten von Belarus und Iran trafen sich am 5. Mai in Minsk und unterzeichneten ein Abkommen.", "de"),
        ("Президенты Беларуси и Ирана встретились 5 мая в Минске и подписали соглашение.", "ru"),
    ],
)  # fmt: skip
def test_coordinated_verbs_share_their_day(code: Any, text: str, language: str) -> None:
    claims = code(text, language)
    assert [f.dated.interval.edtf for f in claims] == ["2023-05-05"] * 2


def test_a_year_to_come_dates_what_is_invited_to(code: Any) -> None:
    claims = code(
        "Lukashenko met Raisi in Tehran on Monday.\nLukashenko invited Raisi to visit Minsk in 2024.", "en"
    )
    assert claims[-1].draft.key == "invite"
    assert (claims[-1].dated.interval.edtf, claims[-1].draft.judgement.polarity) == ("2024", "asserted")


def test_what_lasts_since_a_day_has_an_open_end(code: Any) -> None:
    [claim] = code("Делегация министерства обороны Беларуси находится с визитом в Тегеране с 6 мая.", "ru")
    assert claim.dated.interval.edtf == "2023-05-06/.."


def test_a_verb_of_saying_behind_a_comma_does_not_own_the_day_of_what_is_told(code: Any) -> None:
    [claim] = code("Iran and Belarus signed a protocol in Minsk on Tuesday, the ministry said.", "en")
    assert claim.dated.interval.edtf == "2023-05-09"


def test_a_year_behind_in_says_when_and_not_which_plan(code: Any) -> None:
    [claim] = code("Iran and Belarus signed an agreement in 2019.", "en")
    assert claim.dated.interval.edtf == "2019"
    [claim] = code("Iran and Belarus will sign a plan next year.", "en")
    assert claim.dated.interval.edtf == "2024"
    [claim] = code("Iran and Belarus signed the 2024 plan.", "en")
    assert claim.dated.basis == "news of the day"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("it", "A settembre ufficiali medici dei due eserciti, di Bielorussia e Iran, frequenteranno insieme, a Minsk, un corso."),
        ("en", "In September the defence ministers of Iran and Belarus will meet in Minsk."),
        ("ru", "В сентябре министры обороны Ирана и Беларуси встретятся в Минске."),
    ],
)  # fmt: skip
def test_a_month_ahead_of_a_page_whose_last_day_alone_is_known(code: Any, language: str, text: str) -> None:
    """Out by June 2011: by September of that year, never by the September before."""
    for found in code(text, language, published="../2011-06-30"):
        assert found.dated.interval.latest == dt.date(2011, 9, 30)


@pytest.mark.parametrize(
    ("text", "language", "fresh"),
    [
        ("Iran and Belarus rely on a 2021 agreement on military cooperation, signed in Minsk.", "en", False),
        (
            "Grundlage ist eine 2021 in Minsk unterzeichnete Vereinbarung zwischen Iran und Belarus.",
            "de",
            False,
        ),
        ("Iran and Belarus signed an agreement in Minsk.", "en", True),
        ("Iran and Belarus signed a 2023 cooperation plan in Minsk.", "en", True),
        ("Irán y Bielorrusia firmaron un acuerdo en Minsk.", "es", True),
    ],
)
def test_a_paper_of_an_older_year_is_no_news_of_the_day(
    code: Any, text: str, language: str, fresh: bool
) -> None:
    [signed] = [f for f in code(text, language) if f.draft.key == "sign"]
    assert (signed.dated.basis == "news of the day") is fresh
    assert fresh or signed.dated.interval.is_unknown


def test_a_paper_known_by_its_year_was_signed_in_it(code: Any) -> None:
    [signed] = [
        f
        for f in code("El acuerdo de 2021 entre Irán y Bielorrusia fue firmado en Minsk.", "es")
        if f.draft.key == "sign"
    ]
    assert signed.dated.interval.edtf == "2021"
