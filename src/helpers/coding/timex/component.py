"""The recogniser as a spaCy component: `nlp.add_pipe("dossier_timex")`."""

from __future__ import annotations

import datetime as dt
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span

from helpers.coding.timex.find import find_timexes
from helpers.coding.timex.lexicon import get_lexicon
from helpers.foundation.dates import DateInterval, read_edtf

SPANS_KEY = "timexes"


@Language.factory(  # type: ignore[untyped-decorator,unused-ignore]
    "dossier_timex", default_config={"language": None, "dct": None, "country": None}
)
def create_timex_component(
    nlp: Language, name: str, language: str | None, dct: str | None, country: str | None
) -> TimexComponent:
    """Build the component; `language` defaults to the pipeline's, `dct` is EDTF and may be set per document."""
    return TimexComponent(language or nlp.lang, dct, country)


class TimexComponent:
    """Sets `doc._.timexes` (records with character offsets) and `doc.spans["timexes"]` with `span._.timex`.

    The document creation time of a document is `doc._.dct` (a day, an EDTF string or a `DateInterval`) where set, else the
    component's. A span covers the tokens that hold the expression; the exact characters are in the record.

    Args:
        language: ISO 639-1 code of one of the project's languages.
        dct: EDTF string, or None when not known.
        country: ISO 3166 code of the outlet's country, for the order of numeric dates.

    Raises:
        ValueError: the language is none of the project's, or the DCT is not EDTF.
    """

    def __init__(self, language: str, dct: str | None = None, country: str | None = None):
        get_lexicon(language)
        self.language, self.country = language, country
        self.dct = _read_dct(dct)
        if not Doc.has_extension("timexes"):
            Doc.set_extension("timexes", default=())
        if not Doc.has_extension("dct"):
            Doc.set_extension("dct", default=None)
        if not Span.has_extension("timex"):
            Span.set_extension("timex", default=None)

    def __call__(self, doc: Doc) -> Doc:
        """Add the temporal expressions of one document."""
        dct = _read_dct(doc._.dct) if doc._.dct is not None else self.dct
        found = find_timexes(doc.text, self.language, dct, country=self.country)
        doc._.timexes = tuple(found)
        spans = []
        for timex in found:
            span = doc.char_span(timex.start, timex.end, label=timex.type, alignment_mode="expand")
            if span is not None:
                span._.timex = timex
                spans.append(span)
        doc.spans[SPANS_KEY] = spans
        return doc


def _read_dct(value: Any) -> DateInterval:
    if value is None:
        return DateInterval()
    if isinstance(value, DateInterval):
        return value
    if isinstance(value, dt.date):
        return DateInterval.day(value)
    return read_edtf(str(value))
