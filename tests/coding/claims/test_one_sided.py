"""Acts of one side towards the other: answers to requests, requests between states, help for a town, goods for one of the two."""

from __future__ import annotations

import pytest
from coded_text import code_text, told_behind_lead

# A request of a state, told towards nobody, and its answer, told by a bare verb.
ANSWERED = {
    "en": "Belarus is important to Iran. Tehran asked for the repair of its helicopters. The hosts refused.",
    "ru": "Беларусь важна для Ирана. Тегеран попросил отремонтировать свои вертолёты. Хозяева отказали.",
    "uk": "Білорусь важлива для Ірану. Тегеран попросив відремонтувати свої гелікоптери. Господарі відмовили.",
    "be": "Беларусь важная для Ірана. Тэгеран папрасіў адрамантаваць свае верталёты. Гаспадары адмовілі.",
    "pl": "Białoruś jest ważna dla Iranu. Teheran poprosił o remont swoich śmigłowców. Gospodarze odmówili.",
    "it": "La Bielorussia è importante per l'Iran. Teheran ha chiesto la riparazione dei suoi elicotteri. I padroni di casa hanno rifiutato.",
    "fr": "Le Bélarus est important pour l'Iran. Téhéran a demandé la réparation de ses hélicoptères. Les hôtes ont refusé.",
    "ro": "Belarusul este important pentru Iran. Teheranul a cerut repararea elicopterelor sale. Gazdele au refuzat.",
    "lt": "Baltarusija svarbi Iranui. Teheranas paprašė suremontuoti jo sraigtasparnius. Šeimininkai atsisakė.",
    "de": "Belarus ist dem Iran wichtig. Teheran bat um die Reparatur seiner Hubschrauber. Die Gastgeber lehnten ab.",
}  # fmt: skip
UNASKED = {
    "en": "Belarus is important to Iran. Tehran asked for patience. The ministry refused to name dates.",
    "ru": "Беларусь важна для Ирана. Тегеран попросил потерпеть. Министерство отказалось назвать сроки.",
    "uk": "Білорусь важлива для Ірану. Тегеран попросив зачекати. Міністерство відмовилося назвати терміни.",
    "be": "Беларусь важная для Ірана. Тэгеран папрасіў пачакаць. Міністэрства адмовілася назваць тэрміны.",
    "pl": "Białoruś jest ważna dla Iranu. Teheran poprosił o cierpliwość. Ministerstwo odmówiło podania terminów.",
    "es": "Bielorrusia es importante para Irán. Teherán pidió paciencia. El ministerio se negó a dar fechas.",
    "it": "La Bielorussia è importante per l'Iran. Teheran ha chiesto pazienza. Il ministero ha rifiutato di dare date.",
    "fr": "Le Bélarus est important pour l'Iran. Téhéran a demandé de la patience. Le ministère a refusé de donner des dates.",
    "ro": "Belarusul este important pentru Iran. Teheranul a cerut răbdare. Ministerul a refuzat să dea termene.",
    "lt": "Baltarusija svarbi Iranui. Teheranas paprašė kantrybės. Ministerija atsisakė nurodyti datas.",
    "de": "Belarus ist dem Iran wichtig. Teheran bat um Geduld. Das Ministerium lehnte es ab, Termine zu nennen.",
}  # fmt: skip
# Help for a house near a town of the other country; and for one at home.
HELPED = {
    "en": "The Iranian Red Crescent donated medical equipment to a hospice near Minsk.",
    "ru": "Красный Полумесяц Ирана подарил хоспису под Минском медицинское оборудование.",
    "uk": "Червоний Півмісяць Ірану передав хоспісу під Мінськом медичне обладнання.",
    "es": "La Media Luna Roja iraní donó equipos médicos a un hospicio cerca de Minsk.",
    "it": "La Mezzaluna Rossa iraniana ha donato attrezzature mediche a un ospizio vicino a Minsk.",
    "fr": "Le Croissant-Rouge iranien a offert du matériel médical à un hospice près de Minsk.",
    "de": "Der Iranische Rote Halbmond spendete einem Hospiz bei Minsk medizinische Geräte.",
}
AT_HOME = {
    "en": "The Iranian Red Crescent donated medical equipment to a hospice near Tabriz.",
    "ru": "Красный Полумесяц Ирана подарил хоспису под Тебризом медицинское оборудование.",
    "uk": "Червоний Півмісяць Ірану передав хоспісу під Тебризом медичне обладнання.",
    "be": "Чырвоны Паўмесяц Ірана перадаў бальніцы пад Тэбрызам медыцынскія апараты.",
    "pl": "Irański Czerwony Półksiężyc przekazał hospicjum pod Tebrizem sprzęt medyczny.",
    "es": "La Media Luna Roja iraní donó equipos médicos a un hospicio cerca de Tabriz.",
    "it": "La Mezzaluna Rossa iraniana ha donato attrezzature mediche a un ospizio vicino a Tabriz.",
    "fr": "Le Croissant-Rouge iranien a offert du matériel médical à un hospice près de Tabriz.",
    "ro": "Semiluna Roșie iraniană a donat echipamente medicale unui spital din Tabriz.",
    "lt": "Irano Raudonasis Pusmėnulis padovanojo medicinos įrangą ligoninei netoli Tebrizo.",
    "de": "Der Iranische Rote Halbmond spendete einem Hospiz bei Täbris medizinische Geräte.",
}
# A plant nobody names works for the air force of one of the two; and its own or somebody's with a name.
SUPPLIED = {
    "ru": "В Беларуси хорошие инженеры. В 2011 году завод отремонтировал для иранских ВВС два истребителя.",
    "uk": "У Білорусі добрі інженери. У 2011 році завод відремонтував для іранських ВПС два винищувачі.",
    "be": "У Беларусі добрыя інжынеры. У 2011 годзе завод адрамантаваў для іранскіх ВПС два знішчальнікі.",
    "es": "Bielorrusia tiene buenos ingenieros. En 2011 la planta reparó para la fuerza aérea iraní dos cazas.",
    "it": "La Bielorussia ha buoni ingegneri. Nel 2011 lo stabilimento ha riparato due caccia per l'aviazione iraniana.",
    "fr": "Le Bélarus a de bons ingénieurs. En 2011, l'usine a réparé deux chasseurs pour l'armée de l'air iranienne.",
}
OWN = {
    "en": "Belarus has good engineers. In 2011 the Iranian plant repaired two fighters for the Iranian air force.",
    "ru": "В Беларуси хорошие инженеры. В 2011 году иранский завод отремонтировал для иранских ВВС два истребителя.",
    "uk": "У Білорусі добрі інженери. У 2011 році іранський завод відремонтував для іранських ВПС два винищувачі.",
    "be": "У Беларусі добрыя інжынеры. У 2011 годзе іранскі завод адрамантаваў для іранскіх ВПС два знішчальнікі.",
    "pl": "Białoruś ma dobrych inżynierów. W 2011 roku irański zakład wyremontował dla irańskich sił powietrznych dwa myśliwce.",
    "es": "Bielorrusia tiene buenos ingenieros. En 2011 la planta iraní reparó para la fuerza aérea iraní dos cazas.",
    "it": "La Bielorussia ha buoni ingegneri. Nel 2011 lo stabilimento iraniano ha riparato due caccia per l'aviazione iraniana.",
    "fr": "Le Bélarus a de bons ingénieurs. En 2011, l'usine iranienne a réparé deux chasseurs pour l'armée de l'air iranienne.",
    "ro": "Belarusul are ingineri buni. În 2011 uzina iraniană a reparat două avioane de vânătoare pentru aviația iraniană.",
}
THEIRS = {
    "en": "Iran has good engineers. In 2011 the plant repaired two fighters for the Iranian air force.",
    "ru": "В Иране хорошие инженеры. В 2011 году завод отремонтировал для иранских ВВС два истребителя.",
    "uk": "В Ірані добрі інженери. У 2011 році завод відремонтував для іранських ВПС два винищувачі.",
    "be": "У Іране добрыя інжынеры. У 2011 годзе завод адрамантаваў для іранскіх ВПС два знішчальнікі.",
    "pl": "Iran ma dobrych inżynierów. W 2011 roku zakład wyremontował dla irańskich sił powietrznych dwa myśliwce.",
    "es": "Irán tiene buenos ingenieros. En 2011 la planta reparó para la fuerza aérea iraní dos cazas.",
    "it": "L'Iran ha buoni ingegneri. Nel 2011 lo stabilimento ha riparato due caccia per l'aviazione iraniana.",
    "fr": "L'Iran a de bons ingénieurs. En 2011, l'usine a réparé deux chasseurs pour l'armée de l'air iranienne.",
}


def _kinds(text: str, language: str) -> set[str]:
    return {key for key, _, _, parties in told_behind_lead(text, language) if parties == ("BLR", "IRN")}


@pytest.mark.parametrize("language", ANSWERED)
def test_a_state_asks_what_states_do_and_a_bare_answer_refuses_it(language: str) -> None:
    assert _kinds(ANSWERED[language], language) == {"request", "refuse"}


@pytest.mark.parametrize("language", UNASKED)
def test_a_call_for_patience_and_dates_withheld_are_no_request_and_no_answer(language: str) -> None:
    assert not _kinds(UNASKED[language], language)


@pytest.mark.parametrize("language", HELPED)
def test_the_town_says_to_whom_help_goes(language: str) -> None:
    assert _kinds(HELPED[language], language) == {"aid"}


@pytest.mark.parametrize("language", AT_HOME)
def test_help_at_home_is_for_no_other_side(language: str) -> None:
    assert not _kinds(AT_HOME[language], language)


@pytest.mark.parametrize("language", SUPPLIED)
def test_who_works_for_one_side_is_of_the_other(language: str) -> None:
    assert _kinds(SUPPLIED[language], language) <= {"produce", "deliver"} and _kinds(
        SUPPLIED[language], language
    )


@pytest.mark.parametrize("language", OWN)
def test_a_plant_of_the_same_side_works_at_home(language: str) -> None:
    assert not _kinds(OWN[language], language)


@pytest.mark.parametrize("language", THEIRS)
def test_a_plant_of_whom_was_told_last_is_theirs(language: str) -> None:
    assert not _kinds(THEIRS[language], language)


# A capital asks a capital; the word before it says "in" or "to" elsewhere.
CAPITALS = {
    "en": "Belarus and Iran talk. Tehran asked Minsk for spare parts.",
    "de": "Belarus und Iran reden. Teheran hat Minsk um Ersatzteile gebeten.",
    "es": "Bielorrusia e Irán dialogan. Teherán pidió a Minsk asistencia técnica.",
    "fr": "Le Bélarus et l'Iran dialoguent. Téhéran a demandé à Minsk des pièces détachées.",
    "it": "Bielorussia e Iran dialogano. Teheran ha chiesto a Minsk pezzi di ricambio.",
    "ro": "Belarus și Iranul discută. Teheranul a cerut Minskului piese de schimb.",
    "ru": "Белоруссия и Иран близки. Тегеран попросил у Минска запчасти.",
    "uk": "Білорусь та Іран близькі. Тегеран попросив у Мінська запчастини.",
    "pl": "Białoruś i Iran są blisko. Teheran poprosił Mińsk o części zamienne.",
    "lt": "Baltarusija ir Iranas artimi. Teheranas paprašė Minsko pagalbos.",
    "tr": "Belarus ve İran yakın. Tahran, Minsk'ten yedek parça istedi.",
    "fa": "بلاروس و ایران به هم نزدیک‌اند. تهران از مینسک قطعات یدکی درخواست کرد.",
}
NO_CAPITALS = {
    "es": "Bielorrusia e Irán dialogan. En Teherán pidió a Minsk asistencia técnica una empresa rusa.",
    "fr": "Le Bélarus et l'Iran dialoguent. Téhéran a demandé de la patience à Minsk comme à Bakou.",
    "it": "Bielorussia e Iran dialogano. Mosca ha chiesto a Minsk pezzi di ricambio.",
    "en": "Belarus and Iran talk. Moscow asked Minsk for spare parts.",
    "ru": "Белоруссия и Иран близки. В Тегеране у Минска попросили запчасти россияне.",
    "pl": "Białoruś i Iran są blisko. Moskwa poprosiła Mińsk o części zamienne.",
}


@pytest.mark.parametrize("language", CAPITALS)
def test_a_capital_asks_a_capital(language: str) -> None:
    told = [f for f in code_text(CAPITALS[language], language) if f.draft.key == "request"]
    assert [(f.draft.judgement.status, f.parties) for f in told] == [("held", ("BLR", "IRN"))]


@pytest.mark.parametrize("language", NO_CAPITALS)
def test_who_asks_is_a_capital_of_the_other_side(language: str) -> None:
    told = [f for f in code_text(NO_CAPITALS[language], language) if f.draft.key == "request"]
    assert not any(f.parties == ("BLR", "IRN") for f in told)
