"""Not in Tehran but in Isfahan, not a treaty but a memorandum: it happened, with what stands for what is taken back."""

from __future__ import annotations

import pytest
from coded_text import LEADS, code_text

TOWNS = (
    ("en", "The ministers did not meet in Tehran but in Isfahan."),
    ("de", "Die Minister trafen sich nicht in Teheran, sondern in Isfahan."),
    ("fr", "Les ministres ne se sont pas rencontrés à Téhéran mais à Ispahan."),
    ("es", "Los ministros no se reunieron en Teherán, sino en Isfahán."),
    ("it", "I ministri non si sono incontrati a Teheran, ma a Isfahan."),
    ("ro", "Miniștrii nu s-au întâlnit la Teheran, ci la Isfahan."),
    ("ru", "Министры встретились не в Тегеране, а в Исфахане."),
    ("uk", "Міністри зустрілися не в Тегерані, а в Ісфагані."),
    ("be", "Міністры сустрэліся не ў Тэгеране, а ў Ісфахане."),
    ("pl", "Ministrowie spotkali się nie w Teheranie, lecz w Isfahanie."),
    ("lt", "Ministrai susitiko ne Teherane, o Isfahane."),
    ("tr", "Bakanlar Tahran'da değil, İsfahan'da görüştü."),
    ("fa", "وزیران نه در تهران بلکه در اصفهان دیدار کردند."),
)
PAPERS = (
    ("de", "Unterzeichnet wurde kein Vertrag, sondern ein Memorandum."),
    ("fr", "Les ministres n'ont pas signé un traité mais un mémorandum."),
    ("es", "Los ministros no firmaron un tratado, sino un memorando."),
    ("it", "I ministri non hanno firmato un trattato, ma un memorandum."),
    ("ro", "Miniștrii nu au semnat un tratat, ci un memorandum."),
    ("ru", "Министры подписали не договор, а меморандум."),
    ("uk", "Міністри підписали не договір, а меморандум."),
    ("be", "Міністры падпісалі не дагавор, а мемарандум."),
    ("pl", "Ministrowie podpisali nie umowę, lecz memorandum."),
    ("lt", "Ministrai pasirašė ne sutartį, o memorandumą."),
    ("fa", "وزیران نه پیمان بلکه یادداشت تفاهم امضا کردند."),
    ("tr", "Bakanlar antlaşma değil, mutabakat zaptı imzaladı."),
)
# A verb of its own behind "but", or nothing like it there: the denial holds.
DENIED = (
    ("en", "The ministers did not sign a treaty but discussed a memorandum.", "sign"),
    (
        "de",
        "Die Minister haben keinen Vertrag unterzeichnet, sondern über ein Memorandum gesprochen.",
        "sign",
    ),
    ("ru", "Договор министры не подписали, а меморандум обсудили.", "sign"),
    ("es", "Los ministros no firmaron un tratado, sino que hablaron de comercio.", "sign"),
    ("it", "I ministri non si sono incontrati a Teheran, ma hanno parlato al telefono.", "meet"),
    ("fr", "Les ministres ne se sont pas rencontrés à Téhéran mais prévoient un appel.", "meet"),
)


@pytest.mark.parametrize(("language", "sentence"), TOWNS)
def test_a_town_put_in_the_place_of_another(language: str, sentence: str) -> None:
    (found,) = (c for c in code_text(f"{LEADS[language]}\n{sentence}", language) if c.draft.key == "meet")
    assert found.draft.judgement.status == "discussed"
    assert found.place is not None
    assert found.place.name == "Isfahan"


@pytest.mark.parametrize(("language", "sentence"), PAPERS)
def test_a_paper_put_in_the_place_of_another(language: str, sentence: str) -> None:
    (found,) = (c for c in code_text(f"{LEADS[language]}\n{sentence}", language) if c.draft.key == "sign")
    assert found.draft.judgement.status == "signed"
    assert found.draft.paper is not None
    assert (found.draft.paper.name.split()[0], found.draft.paper.count) == ("memorandum", 1)


@pytest.mark.parametrize(("language", "sentence", "key"), DENIED)
def test_a_denial_without_a_like_thing_behind_holds(language: str, sentence: str, key: str) -> None:
    found = code_text(f"{LEADS[language]}\n{sentence}", language)
    assert "denied" in [c.draft.judgement.status for c in found if c.draft.key == key]


PEOPLE = (
    ("en", "Khrenin signed a protocol with Araghchi instead of Nasirzadeh in Tehran on Friday.", "Khrenin"),
    ("en", "On Friday not Khrenin but Ryzhenkov signed a protocol with Araghchi in Minsk.", "Ryzhenkov"),
    (
        "de",
        "Nicht Chrenin, sondern Ryschenkow unterzeichnete am Freitag mit Araghtschi in Minsk ein Protokoll.",
        "Ryzhenkov",
    ),
    ("de", "Statt Nasirsadeh empfing am Freitag Araghtschi in Teheran Viktor Chrenin.", "Khrenin"),
    ("ru", "Вместо Насирзаде Хренина принял в пятницу в Тегеране Арагчи.", "Khrenin"),
    ("ru", "Протокол подписали Рыженков и Арагчи, а не Хренин и Насирзаде.", "Ryzhenkov"),
    ("fr", "Khrenine a été reçu vendredi à Téhéran par Araghchi au lieu de Nasirzadeh.", "Khrenin"),
    ("pl", "Zamiast Nasirzadeha Chrenina przyjął w piątek w Teheranie Aragczi.", "Khrenin"),
    ("tr", "Hrenin cuma günü Tahran'da Nasırzade'nin yerine Arakçi ile görüştü.", "Khrenin"),
)
# Instead of doing something with somebody: it was not done.
UNDONE = (
    ("en", "Instead of signing a protocol with Nasirzadeh, Khrenin talked to Araghchi on Friday."),
    (
        "de",
        "Statt mit Nasirsadeh ein Protokoll zu unterzeichnen, sprach Chrenin am Freitag mit Araghtschi.",
    ),
    ("pl", "Zamiast podpisać protokół z Nasirzadehem, Chrenin spotkał się w piątek z Aragczim."),
    (
        "ru",
        "Вместо того чтобы подписать протокол с Насирзаде, Хренин встретился в пятницу с Арагчи.",
    ),
)


@pytest.mark.parametrize(("language", "sentence", "other"), PEOPLE)
def test_somebody_put_in_the_place_of_another(language: str, sentence: str, other: str) -> None:
    (found,) = code_text(f"{LEADS[language]}\n{sentence}", language, published="2025-11-10")
    assert found.draft.judgement.status in ("signed", "discussed")
    assert found.actors == ("Araghchi", other)


@pytest.mark.parametrize(("language", "sentence"), UNDONE)
def test_something_else_done_with_somebody_else(language: str, sentence: str) -> None:
    found = code_text(f"{LEADS[language]}\n{sentence}", language, published="2025-11-10")
    assert [c.draft.judgement.status for c in found] == ["denied", "discussed"]
    assert "Nasirzadeh" in found[0].actors
