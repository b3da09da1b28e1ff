"""What a fact check quotes is what others say: denied, open or told by its verdict, in thirteen languages."""

from __future__ import annotations

import pytest
from coded_text import told_behind_lead


@pytest.mark.parametrize(
    ("language", "text", "status"),
    [
        # what was looked into and found false
        ("en", "Claim: the two defence ministers signed a secret pact in Minsk.\nVerdict: false.", "denied"),
        ("de", "Behauptung: Die beiden Verteidigungsminister haben in Minsk einen Geheimpakt unterzeichnet.\nBewertung: falsch.", "denied"),
        ("fr", "L'affirmation : les deux ministres de la Défense ont signé un pacte secret à Minsk.\nNotre verdict : faux.", "denied"),
        ("es", "La afirmación: los dos ministros de Defensa firmaron un pacto secreto en Minsk.\nVeredicto: falso.", "denied"),
        ("it", "L'affermazione: i due ministri della Difesa hanno firmato un patto segreto a Minsk.\nVerdetto: falso.", "denied"),
        ("ro", "Afirmația: cei doi miniștri ai apărării au semnat un pact secret la Minsk.\nVerdict: fals.", "denied"),
        ("ru", "Утверждение: министры обороны двух стран подписали в Минске секретный пакт.\nВердикт: ложь.", "denied"),
        ("uk", "Твердження: міністри оборони двох країн підписали в Мінську таємний пакт.\nВердикт: неправда.", "denied"),
        ("be", "Сцвярджэнне: міністры абароны дзвюх краін падпісалі ў Мінску сакрэтны пакт.\nВердыкт: няпраўда.", "denied"),
        ("pl", "Twierdzenie: ministrowie obrony obu krajów podpisali w Mińsku tajny pakt.\nWerdykt: fałsz.", "denied"),
        ("lt", "Teiginys: abiejų šalių gynybos ministrai Minske pasirašė slaptą paktą.\nVerdiktas: melas.", "denied"),
        ("tr", "İddia: İki ülkenin savunma bakanları Minsk'te gizli bir pakt imzaladı.\nSonuç: yanlış.", "denied"),
        ("fa", "ادعا: وزیران دفاع دو کشور در مینسک یک پیمان محرمانه امضا کردند.\nنتیجه: نادرست.", "denied"),
        # what was only quoted
        ("en", "Claim: the two defence ministers signed a secret pact in Minsk.", "rumoured"),
        ("de", "Behauptung: Die beiden Verteidigungsminister haben in Minsk einen Geheimpakt unterzeichnet.", "rumoured"),
        ("fr", "L'affirmation : les deux ministres de la Défense ont signé un pacte secret à Minsk.", "rumoured"),
        ("es", "La afirmación: los dos ministros de Defensa firmaron un pacto secreto en Minsk.", "rumoured"),
        ("it", "L'affermazione: i due ministri della Difesa hanno firmato un patto segreto a Minsk.", "rumoured"),
        ("ro", "Afirmația: cei doi miniștri ai apărării au semnat un pact secret la Minsk.", "rumoured"),
        ("ru", "Утверждение: министры обороны двух стран подписали в Минске секретный пакт.", "rumoured"),
        ("uk", "Твердження: міністри оборони двох країн підписали в Мінську таємний пакт.", "rumoured"),
        ("be", "Сцвярджэнне: міністры абароны дзвюх краін падпісалі ў Мінску сакрэтны пакт.", "rumoured"),
        ("pl", "Twierdzenie: ministrowie obrony obu krajów podpisali w Mińsku tajny pakt.", "rumoured"),
        ("lt", "Teiginys: abiejų šalių gynybos ministrai Minske pasirašė slaptą paktą.", "rumoured"),
        ("tr", "İddia: İki ülkenin savunma bakanları Minsk'te gizli bir pakt imzaladı.", "rumoured"),
        ("fa", "ادعا: وزیران دفاع دو کشور در مینسک یک پیمان محرمانه امضا کردند.", "rumoured"),
        # what was found to be so
        ("en", "Claim: the two defence ministers signed a secret pact in Minsk.\nVerdict: true.", "signed"),
        ("de", "Behauptung: Die beiden Verteidigungsminister haben in Minsk einen Geheimpakt unterzeichnet.\nBewertung: richtig.", "signed"),
        ("fr", "L'affirmation : les deux ministres de la Défense ont signé un pacte secret à Minsk.\nNotre verdict : vrai.", "signed"),
        ("es", "La afirmación: los dos ministros de Defensa firmaron un pacto secreto en Minsk.\nVeredicto: verdadero.", "signed"),
        ("it", "L'affermazione: i due ministri della Difesa hanno firmato un patto segreto a Minsk.\nVerdetto: vero.", "signed"),
        ("ro", "Afirmația: cei doi miniștri ai apărării au semnat un pact secret la Minsk.\nVerdict: adevărat.", "signed"),
        ("ru", "Утверждение: министры обороны двух стран подписали в Минске секретный пакт.\nВердикт: правда.", "signed"),
        ("uk", "Твердження: міністри оборони двох країн підписали в Мінську таємний пакт.\nВердикт: правда.", "signed"),
        ("be", "Сцвярджэнне: міністры абароны дзвюх краін падпісалі ў Мінску сакрэтны пакт.\nВердыкт: праўда.", "signed"),
        ("pl", "Twierdzenie: ministrowie obrony obu krajów podpisali w Mińsku tajny pakt.\nWerdykt: prawda.", "signed"),
        ("lt", "Teiginys: abiejų šalių gynybos ministrai Minske pasirašė slaptą paktą.\nVerdiktas: tiesa.", "signed"),
        # what is told as an invention
        ("en", "Myth: the two defence ministers signed a secret pact in Minsk.", "denied"),
        ("de", "Mythos: Die beiden Verteidigungsminister haben in Minsk einen Geheimpakt unterzeichnet.", "denied"),
        ("fr", "Intox: les deux ministres de la Défense ont signé un pacte secret à Minsk.", "denied"),
        ("es", "Bulo: los dos ministros de Defensa firmaron un pacto secreto en Minsk.", "denied"),
        ("it", "Bufala: i due ministri della Difesa hanno firmato un patto segreto a Minsk.", "denied"),
        ("ro", "Mit: cei doi miniștri ai apărării au semnat un pact secret la Minsk.", "denied"),
        ("ru", "Фейк: министры обороны двух стран подписали в Минске секретный пакт.", "denied"),
        ("uk", "Фейк: міністри оборони двох країн підписали в Мінську таємний пакт.", "denied"),
        ("be", "Фэйк: міністры абароны дзвюх краін падпісалі ў Мінску сакрэтны пакт.", "denied"),
        ("pl", "Mit: ministrowie obrony obu krajów podpisali w Mińsku tajny pakt.", "denied"),
        ("lt", "Mitas: abiejų šalių gynybos ministrai Minske pasirašė slaptą paktą.", "denied"),
        ("tr", "Efsane: İki ülkenin savunma bakanları Minsk'te gizli bir pakt imzaladı.", "denied"),
        ("fa", "افسانه: وزیران دفاع دو کشور در مینسک یک پیمان محرمانه امضا کردند.", "denied"),
        # a verdict of a court, and a claim to something
        ("en", "Both ministers signed a pact in Minsk.\nVerdict: false alarms are over.", "signed"),
        ("de", "Beide Minister unterzeichneten in Minsk einen Pakt.\nFazit: Die Zusammenarbeit wächst.", "signed"),
        ("fr", "Les deux ministres ont signé un pacte à Minsk.\nConclusion : la coopération grandit.", "signed"),
        ("ru", "Министры двух стран подписали в Минске пакт.\nВывод: сотрудничество растёт.", "signed"),
        ("tr", "İki ülkenin bakanları Minsk'te bir pakt imzaladı.\nSonuç: iş birliği büyüyor.", "signed"),
    ],
)  # fmt: skip
def test_a_fact_check_tells_what_it_found(language: str, text: str, status: str) -> None:
    told = [t for t in told_behind_lead(text, language) if t[0] == "sign"]
    assert [t[1] for t in told] == [status]
