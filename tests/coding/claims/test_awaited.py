"""What has to come first, and what will only come later: once parliament ratifies it; ne sera signé qu'après la visite."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from coded_text import LEADS, code_text

ONLY_THEN = [
    ("en", "The agreement will not enter into force until January.", ["planned"]),
    ("en", "The memorandum will not be signed until after the visit.", ["planned"]),
    ("en", "The memorandum will not be signed until both governments approve it.", ["planned", "planned"]),
    ("fr", "Le mémorandum ne sera signé qu'en juin.", ["planned"]),
    ("fr", "L'accord n'entrera en vigueur qu'en janvier.", ["planned"]),
    ("fr", "L'exercice n'aura lieu qu'à l'automne.", ["planned"]),
    ("es", "El acuerdo no entrará en vigor hasta enero.", ["planned"]),
    ("it", "L'accordo non entrerà in vigore che a gennaio.", ["planned"]),
    ("ro", "Acordul nu va intra în vigoare decât în ianuarie.", ["planned"]),
    # nothing says that it will be later
    ("en", "The agreement will not be signed.", ["denied"]),
    ("fr", "L'accord ne sera pas signé.", ["denied"]),
    ("es", "El acuerdo no se firmará.", ["denied"]),
]
ONCE = [
    ("en", "The plan will be signed as soon as parliament ratifies it.", ["planned"]),
    ("de", "Sobald das Parlament das Abkommen ratifiziert, beginnt die Ausbildung.", ["planned"]),
    ("fr", "Dès que le Parlement ratifie l'accord, la formation commencera.", ["planned"]),
    ("es", "Una vez que el Parlamento ratifique el acuerdo, comenzará la formación.", ["planned"]),
    ("it", "Non appena il parlamento ratifica l'accordo, comincerà l'addestramento.", ["planned"]),
    ("ru", "Как только парламент ратифицирует соглашение, оно вступит в силу.", ["planned", "planned"]),
    ("pl", "Gdy tylko parlament ratyfikuje umowę, rozpocznie się szkolenie.", ["planned"]),
    # it came about
    ("en", "Once the agreement was signed, the ministers visited a plant.", ["signed", "discussed"]),
    ("en", "Parliament once ratified such an agreement.", ["ratified"]),
    (
        "ru",
        "После того как парламент ратифицировал соглашение, оно вступило в силу.",
        ["ratified", "in force"],
    ),
]
WAS_TO = [
    ("be", "Пагадненне, якое мусілі падпісаць у Мінску ў траўні, так і не падпісалі.", ["denied"]),
    ("lt", "Susitarimas, kurį gegužę Minske ketinta pasirašyti, taip ir nebuvo pasirašytas.", ["denied"]),
    ("pl", "Umowa, którą miano podpisać w Mińsku w maju, nigdy nie została podpisana.", ["denied"]),
]

UNREAL = {
    "en": "Had the treaty been signed in May, the plant would be running by now.",
    "fr": "Si le traité avait été signé en mai, l'usine tournerait déjà.",
    "ru": "Если бы договор подписали в мае, завод уже работал бы.",
    "uk": "Якби договір підписали у травні, завод уже працював би.",
    "be": "Калі б дагавор падпісалі ў траўні, завод ужо працаваў бы.",
    "pl": "Gdyby traktat podpisano w maju, fabryka już by działała.",
    "lt": "Jei sutartis būtų pasirašyta gegužę, gamykla jau veiktų.",
    "tr": "Anlaşma mayısta imzalanmış olsaydı fabrika çoktan çalışıyor olurdu.",
    "fa": "اگر پیمان در اردیبهشت امضا شده بود، کارخانه اکنون کار می‌کرد.",
}
NOT_CONFIRMED = {
    "fr": "Aucune des parties n'a confirmé qu'un accord avait été conclu.",
    "es": "Ninguna de las partes confirmó que se hubiera alcanzado un acuerdo.",
    "it": "Nessuna delle parti ha confermato che sia stato raggiunto un accordo.",
    "ro": "Niciuna dintre părți nu a confirmat că s-ar fi ajuns la un acord.",
    "ru": "Ни одна из сторон не подтвердила, что соглашение достигнуто.",
    "uk": "Жодна зі сторін не підтвердила, що угоди досягнуто.",
    "pl": "Żadna ze stron nie potwierdziła, że osiągnięto porozumienie.",
    "tr": "Taraflardan hiçbiri anlaşmaya varıldığını doğrulamadı.",
}


@pytest.mark.parametrize("language", sorted(UNREAL))
def test_what_would_have_been(language: str) -> None:
    found = code_text(f"{LEADS[language]}\n{UNREAL[language]}", language, published="2024-12-18")
    assert [f.draft.judgement.polarity for f in found] == ["hypothetical"]
    assert found[0].dated.interval.is_unknown


@pytest.mark.parametrize("language", sorted(NOT_CONFIRMED))
def test_what_nobody_confirms(language: str) -> None:
    found = code_text(f"{LEADS[language]}\n{NOT_CONFIRMED[language]}", language, published="2024-12-18")
    assert [f.draft.judgement.status for f in found] == ["rumoured"]


@pytest.mark.parametrize(("language", "text", "statuses"), [*ONLY_THEN, *ONCE, *WAS_TO])
def test_what_comes_first(language: str, text: str, statuses: list[str]) -> None:
    found = code_text(f"{LEADS[language]}\n{text}", language, published="2024-12-18")
    assert [f.draft.judgement.status for f in found] == statuses


INSTEAD = {
    "en": "Instead of signing the agreement, the ministers agreed to meet again.",
    "de": "Statt das Abkommen zu unterzeichnen, vereinbarten die Minister ein weiteres Treffen.",
    "fr": "Au lieu de signer l'accord, les ministres ont convenu de se revoir.",
    "es": "En lugar de firmar el acuerdo, los ministros acordaron volver a reunirse.",
    "it": "Invece di firmare l'accordo, i ministri hanno concordato di rivedersi.",
    "ro": "În loc să semneze acordul, miniștrii au convenit să se revadă.",
    "ru": "Вместо того чтобы подписать соглашение, министры договорились встретиться снова.",
    "uk": "Замість того щоб підписати угоду, міністри домовилися зустрітися знову.",
    "be": "Замест таго каб падпісаць пагадненне, міністры дамовіліся сустрэцца зноў.",
    "pl": "Zamiast podpisać umowę, ministrowie uzgodnili kolejne spotkanie.",
    "lt": "Užuot pasirašę susitarimą, ministrai sutarė susitikti dar kartą.",
    "tr": "Bakanlar anlaşmayı imzalamak yerine yeniden görüşme kararı aldı.",
    "fa": "وزیران به جای امضای موافقت‌نامه توافق کردند دوباره دیدار کنند.",
}


@pytest.mark.parametrize("language", sorted(INSTEAD))
def test_instead_of_signing(language: str) -> None:
    found = code_text(f"{LEADS[language]}\n{INSTEAD[language]}", language, published="2024-12-18")
    told = [(f.draft.key, f.draft.judgement.status) for f in found]
    assert told == [("sign", "denied"), ("meet", "planned")]


@pytest.mark.parametrize(
    ("language", "text", "status"),
    [
        ("en", "When the two presidents sign the treaty, cooperation will deepen.", "planned"),
        ("en", "The plant will open when the contract is signed.", "planned"),
        ("en", "Before the agreement is signed, experts will study the text.", "planned"),
        ("fr", "Avant que l'accord ne soit signé, des experts étudieront le texte.", "planned"),
        ("tr", "İki cumhurbaşkanı anlaşmayı imzaladığında iş birliği derinleşecek.", "planned"),
        ("tr", "Sözleşme imzalanınca fabrika açılacak.", "planned"),
        ("tr", "Anlaşma imzalanmadan önce uzmanlar metni inceleyecek.", "planned"),
        # the main clause tells what is over
        ("en", "When the ministers signed the plan, cooperation deepened.", "signed"),
        ("tr", "İki bakan anlaşmayı imzaladığında Lukaşenko salondaydı.", "signed"),
        ("tr", "Anlaşma imzalanmadan önce bakanlar fabrikayı gezdi.", "signed"),
    ],
)
def test_a_clause_without_a_time_has_that_of_the_main_one(language: str, text: str, status: str) -> None:
    found = code_text(f"{LEADS[language]}\n{text}", language)
    assert [f.draft.judgement.status for f in found if f.draft.kind == "agreement"] == [status]
