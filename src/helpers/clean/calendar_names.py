"""Names of months and weekdays in thirteen languages, as CLDR has them (Babel), ready for comparison.

Loading Babel's locales takes longer than cleaning a hundred pages, and all that is needed of them is below; a test compares the two.
Names are folded as `helpers.clean.publication_dates.fold_text` does, without a final full stop. A language is its months from January,
then its weekdays from Monday, parted by spaces; forms of one name are parted by a bar.
"""

from __future__ import annotations

from collections.abc import Mapping

MONTHS: Mapping[str, str] = {
    "be": "студзеня|сту|студзень лютага|лют|люты сакавіка|сак|сакавік красавіка|кра|красавік мая|май чэрвеня|чэр|чэрвень ліпеня|ліп|ліпень жніўня|жні|жнівень верасня|вер|верасень кастрычніка|кас|кастрычнік лістапада|ліс|лістапад снежня|сне|снежань",
    "de": "januar|jan februar|feb märz|mär april|apr mai juni|jun juli|jul august|aug september|sept|sep oktober|okt november|nov dezember|dez",
    "en": "january|jan february|feb march|mar april|apr may june|jun july|jul august|aug september|sep october|oct november|nov december|dec",
    "es": "enero|ene febrero|feb marzo|mar abril|abr mayo|may junio|jun julio|jul agosto|ago septiembre|sept octubre|oct noviembre|nov diciembre|dic",
    "fa": "ژانویه فوریه مارس آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر",
    "fr": "janvier|janv février|févr mars avril|avr mai juin juillet|juil août septembre|sept octobre|oct novembre|nov décembre|déc",
    "it": "gennaio|gen febbraio|feb marzo|mar aprile|apr maggio|mag giugno|giu luglio|lug agosto|ago settembre|set ottobre|ott novembre|nov dicembre|dic",
    "lt": "sausio|saus|sausis vasario|vas|vasaris kovo|kov|kovas balandžio|bal|balandis gegužės|geg|gegužė birželio|birž|birželis liepos|liep|liepa rugpjūčio|rugp|rugpjūtis rugsėjo|rugs|rugsėjis spalio|spal|spalis lapkričio|lapkr|lapkritis gruodžio|gruod|gruodis",
    "pl": "stycznia|sty|styczeń lutego|lut|luty marca|mar|marzec kwietnia|kwi|kwiecień maja|maj czerwca|cze|czerwiec lipca|lip|lipiec sierpnia|sie|sierpień września|wrz|wrzesień października|paź|październik listopada|lis|listopad grudnia|gru|grudzień",
    "ro": "ianuarie|ian februarie|feb martie|mar aprilie|apr mai iunie|iun iulie|iul august|aug septembrie|sept octombrie|oct noiembrie|nov decembrie|dec",
    "ru": "января|янв|январь февраля|февр|февраль марта|мар|март апреля|апр|апрель мая|май июня|июн|июнь июля|июл|июль августа|авг|август сентября|сент|сентябрь октября|окт|октябрь ноября|нояб|ноябрь декабря|дек|декабрь",
    "tr": "ocak|oca şubat|şub mart|mar nisan|nis mayıs|may haziran|haz temmuz|tem ağustos|ağu eylül|eyl ekim|eki kasım|kas aralık|ara",
    "uk": "січня|січ|січень лютого|лют|лютий березня|бер|березень квітня|квіт|квітень травня|трав|травень червня|черв|червень липня|лип|липень серпня|серп|серпень вересня|вер|вересень жовтня|жовт|жовтень листопада|лист|листопад грудня|груд|грудень",
}  # fmt: skip
WEEKDAYS: Mapping[str, str] = {
    "be": "панядзелак|пн аўторак|аў серада|ср чацвер|чц пятніца|пт субота|сб нядзеля|нд",
    "de": "montag dienstag mittwoch donnerstag freitag samstag sonntag",
    "en": "monday|mon tuesday|tue wednesday|wed thursday|thu friday|fri saturday|sat sunday|sun",
    "es": "lunes|lun martes|mar miércoles|mié jueves|jue viernes|vie sábado|sáb domingo|dom",
    "fa": "دوشنبه سهشنبه چهارشنبه پنجشنبه جمعه شنبه یکشنبه",
    "fr": "lundi|lun mardi|mar mercredi|mer jeudi|jeu vendredi|ven samedi|sam dimanche|dim",
    "it": "lunedì|lun martedì|mar mercoledì|mer giovedì|gio venerdì|ven sabato|sab domenica|dom",
    "lt": "pirmadienis antradienis trečiadienis ketvirtadienis penktadienis šeštadienis|št sekmadienis",
    "pl": "poniedziałek|pon wtorek środa|śr czwartek|czw piątek sobota|sob niedziela|niedz",
    "ro": "luni|lun marți|mar miercuri|mie joi vineri|vin sâmbătă|sâm duminică|dum",
    "ru": "понедельник|пн вторник|вт среда|ср четверг|чт пятница|пт суббота|сб воскресенье|вс",
    "tr": "pazartesi|pzt salı|sal çarşamba|çar perşembe|per cuma|cum cumartesi|cmt pazar|paz",
    "uk": "понеділок|пн вівторок|вт середа|ср четвер|чт п'ятниця|пт субота|сб неділя|нд",
}  # fmt: skip
# From Farvardin: Persian, and the transliterations of Iranian pages in other languages, in Cyrillic with the genitive; a test compares
# them with the lexicons of dates.
SOLAR_MONTHS = (
    "فروردین|farvardin|farwardin|farvardín|farvardine|farvardino|ferverdin|фарвардин|фарвардина|фарвардін|фарвардіна|фарвардын|фарвардына"
    " اردیبهشت|ordibehesht|ordibehescht|ordibehecht|ordibeheşt|ordibeheszt|ordibehešto|ордибехешт|ордибехешта|ордібегешта|ордібехешта|ардыбехешта"
    " خرداد|khordad|khordadu|chordad|chordadu|chordado|jordad|hordad|хордад|хордада|хордаду|хардада|хардаду"
    " تیر|tir|tiru|tiro|тир|тира|тір|тіра|тіру|ціра|цір|тыра"
    " مرداد|امرداد|mordad|mordadu|mordado|мордад|мордада|мордаду|мурдада|мардада|мардаду"
    " شهریور|shahrivar|schahriwar|schahrivar|chahrivar|szahriwar|szahriwaru|šahrivaro|şehriver|шахривар|шахривара|шахрівар|шахрівара|шахрывара"
    " مهر|mehr|mehru|mehro|мехр|мехра آبان|ابان|aban|abán|abanu|abano|абан|абана آذر|اذر|azar|azaru|azaro|азар|азара"
    " دی|dey|dej|дей|дея|дэй|дэя بهمن|bahman|bahmán|bahmanu|bahmano|behmen|бахман|бахмана"
    " اسفند|esfand|esfandu|esfando|esfend|isfand|эсфанд|эсфанда|есфанд|есфанда"
)
# Of these, the ones that are everyday words somewhere: they count beside a year of that calendar only (mehr als, четыре тира).
SOLAR_MONTHS_WEAK = "tir tiru tiro тир тира тір тіра тіру ціра цір тыра mehr mehru dey dej deja абан абана"
