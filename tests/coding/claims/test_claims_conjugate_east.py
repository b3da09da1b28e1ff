"""Russian, Ukrainian, Belarusian, Polish and Lithuanian verbs have the forms that the dictionaries' tables give."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from helpers.coding.claims.conjugate import CONJUGATIONS
from helpers.coding.claims.conjugate_baltic import conjugate_lithuanian
from helpers.coding.claims.conjugate_slavic import conjugate_polish, conjugate_russian
from helpers.coding.claims.lexicon import load_lexicon

# Written from the tables of reference grammars, not from what the code makes: form -> words, blanks part them.
TABLES = [
    ("ru", "подписать/подпишут", {
        "past": "подписал подписала подписало подписали подписав", "future": "подпишет подпишут подпишем", "infinitive": "подписать",
        "participle": "подписан подписана подписано подписаны подписанный подписанная подписанного подписанному подписанным подписанные подписанных",
    }),
    ("ru", "обсуждать/обсуждают/i", {
        "past": "обсуждал обсуждала обсуждали обсуждался обсуждалась обсуждались", "present": "обсуждает обсуждают обсуждается обсуждаются",
    }),
    ("ru", "встретиться/встретятся", {"past": "встретился встретилась встретились встретившись", "future": "встретится встретятся встретимся"}),
    ("ru", "подписывать/подписывают/i", {"present": "подписывая подписывающий"}),
    ("ru", "встречаться/встречаются/i", {"present": "встречаясь встречающиеся", "past": "встречавшиеся"}),
    ("ru", "встретиться/встретятся", {"past": "встретившиеся встретившимися"}),
    ("uk", "підписувати/підписують/i", {"present": "підписуючи"}),
    ("be", "сустракацца/сустракаюцца/i", {"present": "сустракаючыся"}),
    ("pl", "podpisać/podpisze", {"possible": "podpisałby podpisałyby podpisaliby"}),
    ("ru", "прийти/придут/past=пришел+пришла/part=-", {"past": "пришел пришла пришло пришли", "future": "придет придут"}),
    ("ru", "вестись/ведутся/past=вел+вела/i", {"past": "велся велась велись", "present": "ведется ведутся"}),
    ("ru", "обсудить/обсудят", {"participle": "обсужден обсуждены", "future": "обсудит обсудят обсудим"}),
    ("ru", "отложить/отложат", {"participle": "отложен отложена", "future": "отложит отложат"}),
    ("ru", "посетить/посетят", {"future": "посетит посетят", "participle": "посещен"}),
    ("ru", "помочь/помогут/past=помог+помогла/part=-", {"past": "помог помогла помогли", "future": "поможет помогут поможем"}),
    ("ru", "принять/примут/part=принят", {"participle": "принят принята принятый принятого принятые принятых"}),
    ("uk", "підписати/підпишуть", {
        "past": "підписав підписала підписало підписали підписавши", "future": "підпише підпишуть підпишемо",
        "participle": "підписаний підписана підписане підписані підписано підписаного підписаних",
    }),
    ("uk", "укладати/укладають/i", {"past": "укладав укладала укладали", "present": "укладає укладають", "future": "укладатиме укладатимуть"}),
    ("uk", "домовитися/домовляться", {"past": "домовився домовилася домовилися домовились", "future": "домовиться домовляться"}),
    ("uk", "зустрітися/зустрінуться", {"past": "зустрівся зустрілися", "future": "зустрінеться зустрінуться", "infinitive": "зустрітися зустрітись"}),
    ("uk", "погодити/погодять", {"participle": "погоджений погоджено", "future": "погодить погодять"}),
    ("uk", "прибути/прибудуть/part=-", {"past": "прибув прибула прибули", "future": "прибуде прибудуть"}),
    ("be", "падпісаць/падпішуць", {
        "past": "падпісаў падпісала падпісалі падпісаўшы", "future": "падпіша падпішуць", "participle": "падпісаны падпісана падпісаныя падпісаных",
    }),
    ("be", "сустрэцца/сустрэнуцца", {"past": "сустрэўся сустрэлася сустрэліся", "future": "сустрэнецца сустрэнуцца", "infinitive": "сустрэцца"}),
    ("be", "сабрацца/збяруцца", {"past": "сабраўся сабралася сабраліся", "future": "збярэцца збяруцца"}),
    ("be", "зацвердзіць/зацвердзяць", {"future": "зацвердзіць зацвердзяць", "participle": "зацверджаны зацверджана"}),
    ("be", "правесці/правядуць/past=правёў+правяла/part=праведзен", {"past": "правёў правяла правялі", "future": "правядзе правядуць", "participle": "праведзены"}),
    ("be", "завяршыць/завершаць", {"future": "завершыць завершаць"}),
    ("be", "дапамагчы/дапамогуць/past=дапамог+дапамагла/part=-", {"past": "дапамог дапамагла", "future": "дапаможа дапамогуць"}),
    ("pl", "podpisać/podpisze", {
        "past": "podpisał podpisała podpisało podpisali podpisały podpisano podpisaliśmy", "future": "podpisze podpiszą podpiszemy",
        "participle": "podpisany podpisana podpisane podpisani podpisanego podpisanej podpisaną podpisanych podpisanymi",
    }),
    ("pl", "uzgodnić/uzgodni", {"past": "uzgodnił uzgodnili uzgodniono", "future": "uzgodni uzgodnią", "participle": "uzgodniony uzgodnione uzgodnieni"}),
    ("pl", "przyjąć/przyjmie", {"past": "przyjął przyjęła przyjęli przyjęły przyjęto", "future": "przyjmie przyjmą", "participle": "przyjęty przyjęci"}),
    ("pl", "zatwierdzić/zatwierdzi", {"past": "zatwierdzono", "future": "zatwierdzą", "participle": "zatwierdzony zatwierdzeni"}),
    ("pl", "przełożyć/przełoży", {"past": "przełożył przełożono", "future": "przełoży przełożą", "participle": "przełożony przełożona"}),
    ("pl", "odwołać/odwoła", {"past": "odwołał odwołano", "future": "odwoła odwołają", "participle": "odwołany"}),
    ("pl", "ogłosić/ogłosi", {"future": "ogłosi ogłoszą", "participle": "ogłoszony"}),
    ("pl", "gościć/gości/i", {"present": "gości goszczą gościmy"}),
    ("pl", "odbyć/odbędzie/part=odbyt", {"past": "odbył odbyto", "future": "odbędzie odbędą odbędziemy"}),
    ("pl", "pojechać/pojedzie/part=-", {"past": "pojechali", "future": "pojedzie pojadą"}),
    ("pl", "brać/bierze/i", {"present": "bierze biorą"}),
    ("pl", "osiągnąć/osiągnie", {"past": "osiągnął osiągnęli osiągnięto", "future": "osiągną", "participle": "osiągnięty osiągnięte osiągnięci"}),
    ("pl", "wejść/wejdzie/past=wszedł+weszła/part=-", {"past": "wszedł weszła weszło weszli weszły", "future": "wejdzie wejdą"}),
    ("lt", "pasirašyti/pasirašo/pasirašė", {
        "past": "pasirašė pasirašęs pasirašiusi pasirašę pasirašius", "present": "pasirašo pasirašoma pasirašomas", "possible": "pasirašytų",
        "participle": "pasirašytas pasirašyta pasirašyti pasirašytos pasirašytą pasirašytame", "future": "pasirašys",
        "negated": "nepasirašė nepasirašo nepasirašys nepasirašytas nepasirašyta", "noun": "pasirašymas pasirašymo pasirašymą",
    }),
    ("lt", "susitikti/susitinka/susitiko", {"past": "susitiko susitikęs susitikusi susitikus", "future": "susitiks", "noun": "susitikimas susitikimo susitikime"}),
    ("lt", "pakviesti/pakviečia/pakvietė", {"past": "pakvietė pakvietęs pakvietę pakviečius", "future": "pakvies", "participle": "pakviestas"}),
    ("lt", "lankytis/lankosi/lankėsi", {"past": "lankėsi lankydamasis", "future": "lankysis", "negated": "nesilankė nesilanko nesilankys", "possible": "lankytųsi"}),
    ("lt", "ratifikuoti/ratifikuoja/ratifikavo", {"noun": "ratifikavimas ratifikavimo", "participle": "ratifikuotas", "future": "ratifikuos"}),
    ("lt", "vežti/veža/vežė", {"future": "veš", "present": "veža", "possible": "vežtų"}),
    ("ru", "заключить/заключат", {"past": "заключивший заключившие заключившего заключившими", "participle": "заключенный"}),
    ("ru", "обсуждать/обсуждают/i", {"present": "обсуждающий обсуждающие обсуждающих", "past": "обсуждавший обсуждавших"}),
    ("uk", "парафувати/парафують", {"participle": "парафований парафовано парафованого"}),
    ("uk", "анулювати/анулюють", {"participle": "анульований анульовано"}),
    ("pl", "podpisywać/podpisuje/i", {"present": "podpisuje podpisują podpisywany podpisywana podpisując", "past": "podpisywał podpisywano"}),
]  # fmt: skip


def words_of(language: str, verb: str, form: str) -> set[str]:
    """The single words a conjugation gives for a form."""
    return {w for p in CONJUGATIONS[language](verb)[form] if " " not in p for w in p.split("|")}


@pytest.mark.parametrize(("language", "verb", "table"), TABLES, ids=[f"{lang}-{v}" for lang, v, _ in TABLES])
def test_a_verb_has_the_forms_of_its_table(language: str, verb: str, table: dict[str, str]) -> None:
    for form, words in table.items():
        assert set(words.split()) <= words_of(language, verb, form)


def test_no_form_is_told_twice() -> None:
    """A word of a future is no past: what a form says must not depend on which one is read first."""
    for language, verb, _ in TABLES:
        forms = CONJUGATIONS[language](verb)
        past, future = (
            words_of(language, verb, "past"),
            {w for f in ("future", "present") for p in forms.get(f, []) for w in p.split("|")},
        )
        assert not past & future


@pytest.mark.parametrize(
    ("conjugate", "verb", "said"),
    [
        (conjugate_russian, "подписать", "one third person"),
        (conjugate_russian, "подпись/подпишут", "third person|no infinitive"),
        (conjugate_russian, "подписать/подпишу", "no third person plural"),
        (conjugate_russian, "подписать/подпишут/parts=подписан", "behind slashes"),
        (conjugate_polish, "podpis/podpisze", "no infinitive"),
        (conjugate_lithuanian, "pasirašyti/pasirašo", "apart by slashes"),
        (conjugate_lithuanian, "pasirašė/pasirašo/pasirašė", "-ti or -tis"),
    ],
)
def test_what_is_no_verb_is_refused(conjugate: Callable[[str], object], verb: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        conjugate(verb)


def test_words_behind_the_verb_stay_and_się_stands_on_either_side() -> None:
    assert conjugate_russian("провести/проведут/past=провел .. переговор*|встреч*")["past"] == [
        "провел|провела|провело|провели .. переговор*|встреч*"
    ]
    assert {p.split(" ")[0] for p in conjugate_polish("spotkać/spotka się")["infinitive"]} == {
        "spotkać",
        "się",
    }


@pytest.mark.parametrize("language", ["be", "lt", "pl", "ru", "uk"])
def test_a_form_found_is_named_by_its_verb(language: str) -> None:
    verb = {"be": "падпісаць", "lt": "pasirašyti", "pl": "podpisać", "ru": "подписать", "uk": "підписати"}[
        language
    ]
    entries = [e for e in load_lexicon(language).entries if e.category == "trigger" and e.source == verb]
    assert {e.key for e in entries} == {"sign"} and {"past", "future"} <= {e.form for e in entries}
