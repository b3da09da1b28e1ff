"""The spaCy component `dossier_actors`: PhraseMatcher over normalised forms, for pipelines and notebooks.

    >>> import spacy
    >>> from helpers.coding.actors import component
    >>> nlp = spacy.blank("en")
    >>> _ = nlp.add_pipe("dossier_actors")
    >>> [s.text for s in nlp("Minsk and Tehran agreed").spans["actors"]]
    ['Minsk', 'Tehran']

It finds what `find_mentions` finds (a test compares them): the words are cut and normalised by the same function, and a
PhraseMatcher strikes on the normal forms with which patterns begin. The plain matcher is quicker to build and to run, so the
stages call that; the component is for spaCy pipelines and notebooks.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from helpers.coding.actors.lexicon import Lexicon, load_lexicon
from helpers.coding.actors.mentions import mentions_of_words
from helpers.coding.actors.normalise import Token, tokens

if TYPE_CHECKING:
    from helpers.foundation.records import Mention


class FirstWords:
    """A PhraseMatcher over the normal forms with which the patterns of a language begin.

    A strike proposes a place, and the pattern is compared there. Whole patterns are not put in: with the inflected forms of
    each of their words that would be millions of phrases.
    """

    def __init__(self, lexicon: Lexicon):
        self.lexicon = lexicon
        self.vocab = Vocab()
        self.matcher = PhraseMatcher(self.vocab, attr="NORM")
        self.matcher.add("actor", [self._doc([form]) for form in sorted(lexicon.first)])

    def _doc(self, words: list[str]) -> Doc:
        doc = Doc(self.vocab, words=words)
        for token, word in zip(doc, words, strict=True):
            token.norm_ = word
        return doc

    def starts(self, words: list[Token]) -> set[int]:
        """The word positions at which a pattern may begin."""
        if not words:
            return set()
        return {start for _, start, _ in self.matcher(self._doc([w.form for w in words]))}


@lru_cache(maxsize=13)
def load_first_words(language: str) -> FirstWords:
    """The PhraseMatcher of one language, built once per process."""
    return FirstWords(load_lexicon(language))


class ActorsComponent:
    """Sets `doc._.mentions` and `doc.spans["actors"]` (labels are kinds, `span.id_` the entities, parted by spaces)."""

    def __init__(self, language: str):
        self.language = language

    def __call__(self, doc: Doc) -> Doc:
        """Find the mentions of a document."""
        matcher = load_first_words(self.language)
        words = tokens(doc.text)
        mentions = mentions_of_words(words, doc.text, matcher.lexicon, starts=matcher.starts(words))
        doc._.mentions = tuple(mentions)
        doc.spans["actors"] = [span for m in mentions if (span := _span(doc, m)) is not None]
        return doc


def _span(doc: Doc, mention: Mention) -> Span | None:
    """The tokens of a mention; spaCy's tokens may be longer than the name (Tahran'da)."""
    span: Span | None = doc.char_span(
        mention.start,
        mention.end,
        label=mention.kind,
        span_id=" ".join(mention.entities),
        alignment_mode="expand",
    )
    return span


@Language.factory("dossier_actors", default_config={"language": None}, assigns=["doc._.mentions"])  # type: ignore[untyped-decorator]
def create_actors(nlp: Language, name: str, language: str | None) -> ActorsComponent:
    """Create the component; `language` defaults to the pipeline's, and to `be` for a blank `xx` one."""
    if not Doc.has_extension("mentions"):
        Doc.set_extension("mentions", default=None)
    own: Any = nlp.lang
    return ActorsComponent(language or ("be" if own == "xx" else str(own)))
