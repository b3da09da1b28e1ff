"""What a run reads besides pages, read once before anything is started: a fault is said at once, not after the coding."""

from __future__ import annotations

from collections.abc import Iterable

from helpers.foundation.settings import find_paths


def check_inputs() -> None:
    """Read what people decided and the configuration that every run needs; lexicons are read by the run itself.

    Raises:
        InputError: naming file, line, what is wrong and what is allowed.
    """
    from helpers.chronology.reviews import read_decisions

    read_decisions(find_paths().reviews)
    check_configuration()


def check_configuration(languages: Iterable[str] = ()) -> None:
    """Read the configuration, and the lexicons of some languages.

    Raises:
        ConfigError: as above.
    """
    from helpers.chronology.anniversaries import load_anniversaries
    from helpers.chronology.reference import load_reference
    from helpers.chronology.rules import load_rules
    from helpers.clean.outlets import load_outlets
    from helpers.coding.claims.codebook import load_codebook
    from helpers.figures.institutions import read_institutions

    load_codebook()
    load_rules()
    load_reference()
    load_anniversaries()
    load_outlets()
    read_institutions(find_paths().config / "institutions.yml")
    for language in languages:
        from helpers.coding.claims.lexicon import load_lexicon as load_claims
        from helpers.coding.timex.lexicon import load_lexicon as load_dates

        load_claims(language)
        load_dates(language)
