"""The marked sentences of thirteen languages: every expression, its span, type, value and interval; nothing on a trap."""

import pytest
from fixture_reader import FOLDER, differences, read_sentences

from helpers.foundation.schemas import LANGUAGES

FRESH = (
    "en",
    "es",
    "fr",
    "it",
    "lt",
    "pl",
    "ro",
    "tr",
)  # written after the rules, scored once before mending
# second and third: ten sentences a language each, fourth six, fifth four, sixth three; scored once before mending
# (95 and 122 of 130, 66 of 77, 47 of 52, 38 of 39 were right); seventh and eighth thirteen
# a language, 161 and 137 of 169 right; ninth and tenth twelve, 138 and 143 of 156 right at first sight: of these five and
# four were marked wrongly (vague adjectives, articles, Turkish günü, a Solar Hijri summer) and corrected; eleventh five to
# seven, 84 of 86, one marked wrongly; twelfth twenty a language, 237 of 260, nine of them marked wrongly; thirteenth
# twenty a language, 231 of 260, seven marked wrongly or reworded; fourteenth and fifteenth fifteen a language, 172 and 180
# of 195, three reworded; sixteenth (the same thing said in thirteen languages) 250 of 260; bounds (since, until and by
# before every grain) 186 of 194; seventeenth five a language, 59 of 65, one reworded; eighteenth holds what probes without
# marks showed
PARTS = {
    language: (
        "tune",
        "heldout",
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "tenth",
        "eleventh",
        "twelfth",
        "thirteenth",
        "fourteenth",
        "fifteenth",
        "sixteenth",
        "bounds",
        "seventeenth",
        "eighteenth",
        *(("fresh",) if language in FRESH else ()),
    )
    for language in LANGUAGES
}
SENTENCES = [
    (language, part, sentence)
    for language in LANGUAGES
    for part in PARTS[language]
    for sentence in read_sentences(language, part)
]


@pytest.mark.parametrize(
    ("language", "part", "sentence"), SENTENCES, ids=[f"{a}-{b}-{c.text[:40]}" for a, b, c in SENTENCES]
)
def test_every_expression_is_read_as_marked(language, part, sentence):
    assert differences(sentence) == []


def test_every_language_has_forty_sentences():
    assert sorted(p.stem for p in FOLDER.glob("*.yml")) == sorted(LANGUAGES)
    for language in LANGUAGES:
        count = sum(len(read_sentences(language, part)) for part in ("tune", "heldout"))
        assert count >= 40, f"{language} has {count} sentences"
