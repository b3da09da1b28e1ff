"""Spanish, French, Italian and Romanian verbs are conjugated as their grammars say; paradigms written out by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.coding.claims import conjugate_es, conjugate_fr, conjugate_it, conjugate_ro
from helpers.coding.claims.conjugate_romance import Forms
from helpers.coding.claims.lexicon import load_lexicon
from helpers.foundation.errors import ConfigError
from helpers.foundation.settings import find_paths

TENSES = {
    "es": conjugate_es.find_tenses, "fr": conjugate_fr.find_tenses, "it": conjugate_it.find_tenses, "ro": conjugate_ro.find_tenses,
}  # fmt: skip
# language, verb, tense -> its words, in the order of Tenses
PARADIGMS = [
    ("es", "firmar", "present", "firma firman"),
    ("es", "firmar", "past", "firmó firmaron firmamos firmaba firmaban"),
    ("es", "firmar", "participle", "firmado firmada firmados firmadas"),
    ("es", "mantener", "past", "mantuvo mantuvieron mantuvimos mantenía mantenían"),
    ("es", "mantener", "future", "mantendrá mantendrán mantendremos"),
    ("es", "convenir", "conditional", "convendría convendrían"),
    ("es", "suscribir", "participle", "suscrito suscrita suscritos suscritas"),
    ("es", "acordar", "present", "acuerda acuerdan"),
    ("es", "ofrecer", "infinitive", "ofrecer ofrecerlo ofrecerla ofrecerlos ofrecerlas ofrecerle ofrecerles ofrecerse ofrezca ofrezcan "
     "ofrezcamos ofreciera ofrecieran ofreciese ofreciesen"),
    ("es", "rubricar", "infinitive", "rubricar rubricarlo rubricarla rubricarlos rubricarlas rubricarle rubricarles rubricarse rubrique "
     "rubriquen rubriquemos rubricara rubricaran rubricase rubricasen"),
    ("es", "ser", "past", "fue fueron fuimos era eran"),
    ("es", "concluir", "past", "concluyó concluyeron concluimos concluía concluían"),
    ("es", "desmentir", "present", "desmiente desmienten desmentimos"),
    ("es", "despedir", "past", "despidió despidieron despedimos despedía despedían"),
    ("fr", "signer", "past", "signa signèrent signait signaient signions"),
    ("fr", "commencer", "past", "commença commencèrent commençait commençaient commencions"),
    ("fr", "engager", "past", "engagea engagèrent engageait engageaient engagions"),
    ("fr", "achever", "future", "achèvera achèveront achèverons"),
    ("fr", "recevoir", "present", "reçoit reçoivent recevons"),
    ("fr", "recevoir", "participle", "reçu reçue reçus reçues"),
    ("fr", "tenir", "past", "tint tinrent tenait tenaient tenions"),
    ("fr", "mettre", "participle", "mis mise mis mises"),
    ("fr", "conclure", "future", "conclura concluront conclurons"),
    ("fr", "accueillir", "future", "accueillera accueilleront accueillerons"),
    ("fr", "avoir", "infinitive", "avoir ait aient"),
    ("fr", "démentir", "present", "dément démentent démentons"),
    ("fr", "entendre", "past", "entendit entendirent entendait entendaient entendions"),
    ("it", "firmare", "past", "firmò firmarono firmava firmavano"),
    ("it", "sottoscrivere", "past", "sottoscrisse sottoscrissero sottoscriveva sottoscrivevano"),
    ("it", "raggiungere", "participle", "raggiunto raggiunta raggiunti raggiunte"),
    ("it", "produrre", "past", "produsse produssero produceva producevano"),
    ("it", "produrre", "future", "produrrà produrranno produrremo"),
    ("it", "definire", "present", "definisce definiscono definiamo"),
    ("it", "smentire", "present", "smentisce smentiscono smentiamo"),
    ("it", "ribadire", "present", "ribadisce ribadiscono ribadiamo"),
    ("it", "spedire", "participle", "spedito spedita spediti spedite"),
    ("it", "disdire", "past", "disdisse disdissero disdiceva disdicevano"),
    ("it", "parafare", "past", "parafò parafarono parafava parafavano"),
    ("it", "soddisfare", "participle", "soddisfatto soddisfatta soddisfatti soddisfatte"),
    ("it", "prevedere", "future", "prevederà prevederanno prevederemo"),
    ("it", "vedere", "future", "vedrà vedranno vedremo"),
    ("it", "avvertire", "present", "avverte avvertono avvertiamo"),
    ("it", "assistere", "participle", "assistito assistita assistiti assistite"),
    ("it", "riconoscere", "past", "riconobbe riconobbero riconosceva riconoscevano"),
    ("it", "chiudere", "participle", "chiuso chiusa chiusi chiuse"),
    ("it", "esprimere", "past", "espresse espressero esprimeva esprimevano"),
    ("fr", "rejeter", "present", "rejette rejettent rejetons"),
    ("fr", "acheter", "present", "achète achètent achetons"),
    ("fr", "reconnaître", "past", "reconnut reconnurent reconnaissait reconnaissaient reconnaissions"),
    ("es", "advertir", "past", "advirtió advirtieron advertimos advertía advertían"),
    ("es", "extender", "present", "extiende extienden extendemos"),
    ("es", "pretender", "present", "pretende pretenden pretendemos"),
    ("es", "resolver", "participle", "resuelto resuelta resueltos resueltas"),
    ("es", "salir", "future", "saldrá saldrán saldremos"),
    ("es", "concertar", "present", "concierta conciertan"),
    ("es", "desplegar", "present", "despliega despliegan"),
    ("it", "cercare", "conditional", "cercherebbe cercherebbero"),
    ("it", "lanciare", "future", "lancerà lanceranno lanceremo"),
    ("it", "rinviare", "infinitive", "rinviare rinviar rinviarlo rinviarla rinviarli rinviarle rinviarsi rinviarne rinvii rinviino "
     "rinviasse rinviassero"),
    ("it", "essere", "past", "fu furono era erano"),
    ("it", "tenere", "infinitive", "tenere tener tenerlo tenerla tenerli tenerle tenersi tenerne tenga tengano tenesse tenessero"),
    ("ro", "semna", "present", "semnează semnează semnăm"),
    ("ro", "semna", "participle", "semnat semnată semnați semnate"),
    ("ro", "semna", "pluperfect", "semnase semnaseră"),
    ("ro", "negocia", "infinitive", "negocia negocieze"),
    ("ro", "primi", "present", "primește primesc primim"),
    ("ro", "conveni", "present", "convine convin convenim"),
    ("ro", "negocia", "present", "negociază negociază negociem"),
    ("it", "mettere", "present", "mette mettono mettiamo"),
    ("it", "fare", "present", "fa fanno facciamo"),
    ("ro", "decide", "gerund", "decizând"),
    ("ro", "transmite", "participle", "transmis transmisă transmiși transmise"),
    ("ro", "hotărî", "participle", "hotărât hotărâtă hotărâți hotărâte"),
    ("ro", "începe", "past", "începea începeau"),
    ("ro", "instrui", "infinitive", "instrui instruiască"),
    ("ro", "avea", "pluperfect", "avusese avuseseră"),
    ("ro", "confirma", "present", "confirmă confirmă confirmăm"),
    ("ro", "declara", "infinitive", "declara declare"),
    ("ro", "comunica", "present", "comunică comunică comunicăm"),
    ("ro", "adăuga", "present", "adaugă adaugă adăugăm"),
    ("ro", "dialoga", "infinitive", "dialoga dialogheze"),
    ("ro", "preda", "present", "predă predau predăm"),
    ("ro", "înțelege", "participle", "înțeles înțeleasă înțeleși înțelese"),
    ("ro", "recunoaște", "present", "recunoaște recunosc recunoaștem"),
    ("ro", "hotărî", "past", "hotăra hotărau"),
    ("ro", "dezbate", "gerund", "dezbătând"),
    ("ro", "sprijini", "present", "sprijină sprijină sprijinim"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "verb", "tense", "words"), PARADIGMS, ids=[f"{p[1]}-{p[2]}" for p in PARADIGMS]
)
def test_paradigm(language: str, verb: str, tense: str, words: str) -> None:
    assert getattr(TENSES[language](verb), tense) == tuple(words.split())


def _texts(forms: Forms, form: str) -> set[str]:
    """Every text a form's patterns stand for, alternatives written out; a part of a form counts as the form."""
    out: set[str] = set()
    for name, patterns in forms.items():
        if name.partition(":")[0] == form:
            for pattern in patterns:
                texts = [""]
                for place in pattern.split():
                    texts = [f"{t} {w}".strip() for t in texts for w in place.split("|")]
                out.update(texts)
    return out


@pytest.mark.parametrize(
    ("forms", "form", "wanted"),
    [
        (conjugate_es.conjugate_spanish("reunirse con"), "past", "se reunió con; se ha reunido con; nos reunimos con; reuniéndose con"),
        (conjugate_es.conjugate_spanish("presentar"), "present", "presenta; presentan"),
        (conjugate_es.conjugate_spanish("sentarse"), "present", "se sienta; se sientan"),
        (conjugate_es.conjugate_spanish("renovar"), "present", "renueva; renuevan"),
        (conjugate_es.conjugate_spanish("prorrogar"), "present", "prorroga"),
        (conjugate_es.conjugate_spanish("caerse"), "past", "se cayó"),
        (conjugate_ro.conjugate_romanian("bloca"), "present", "blochează"),
        (conjugate_ro.conjugate_romanian("repeta"), "present", "repetă"),
        (conjugate_ro.conjugate_romanian("chema"), "present", "cheamă"),
        (conjugate_es.conjugate_spanish("reunirse"), "infinitive", "reunirse; se reúnan; se reuniera"),
        (conjugate_es.conjugate_spanish("ser recibido|recibidos"), "past", "fue recibido; fueron recibidos; sido recibido"),
        (conjugate_fr.conjugate_french("se réunir"), "past", "se réunit; s est réunie; se sont réunis"),
        (conjugate_fr.conjugate_french("s entretenir avec"), "present", "s entretient avec; nous entretenons avec"),
        (conjugate_fr.conjugate_french("s entretenir"), "conditional", "s entretiendrait; se seraient entretenus"),
        (conjugate_it.conjugate_italian("riunirsi"), "past", "si riunì; si è riunita; si sono riuniti; riunendosi"),
        (conjugate_it.conjugate_italian("proporsi di"), "infinitive", "proporsi di; si propongano di"),
        (conjugate_ro.conjugate_romanian("se întâlni"), "past", "s a întâlnit; ne am întâlnit; se întâlneau"),
        (conjugate_ro.conjugate_romanian("semna"), "infinitive", "a semna; semneze; fie semnat; fi semnate"),
        (conjugate_ro.conjugate_romanian("semna"), "participle", "semnată"),
    ],
)  # fmt: skip
def test_patterns(forms: Forms, form: str, wanted: str) -> None:
    assert set(wanted.split("; ")) <= (
        _texts(forms, form) | {w for w in _texts(forms, "present") if form == "past"}
    )


@pytest.mark.parametrize(
    ("conjugate", "entry"),
    [
        (conjugate_es.conjugate_spanish, "firma"),
        (conjugate_fr.conjugate_french, "signature"[:-1]),
        (conjugate_it.conjugate_italian, "firma"),
        (conjugate_ro.conjugate_romanian, "semnez"),
        (conjugate_ro.conjugate_romanian, "coace"),
    ],
)
def test_what_is_no_infinitive_is_refused(conjugate: object, entry: str) -> None:
    with pytest.raises(ValueError, match=r"infinitive|follows no rule"):
        conjugate(entry)  # type: ignore[operator]


def test_forms_that_mean_something_else_can_be_left_out(tmp_path: Path) -> None:
    text = find_paths().lexicon("es", "claims").read_text(encoding="utf-8")
    assert "proponer (without participle)" in text
    offers = [e for e in load_lexicon("es").entries if e.key == "offer" and "proponer" in e.source]
    assert {"future", "infinitive"} <= {e.form for e in offers}
    assert not any("propuesto" in w for e in offers for part in e.elements for w in part.words)
    path = tmp_path / "claims.yml"
    path.write_text(
        text.replace("proponer (without participle)", "proponer (without passive)"), encoding="utf-8"
    )
    with pytest.raises(ConfigError, match="names no forms"):
        load_lexicon("es", path)
