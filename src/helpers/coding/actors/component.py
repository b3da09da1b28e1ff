"""The spaCy component `dossier_actors`: PhraseMatcher over normalised forms, for pipelines and notebooks.

    >>> import spacy
    >>> from helpers.coding.actors import component
    >>> nlp = spacy.blank("en")
    >>> _ = nlp.add_pipe("dossier_actors")
    >>> [s.text for s in nlp("Minsk and Tehran agreed").spans["actors"]]
    ['Minsk', 'Tehran']

It finds what `find_mentions` finds (a test compares them): the words are cut and normalised by the same function, every
form is replaced by the class of the slots it fits, and a PhraseMatcher runs over the classes, so that an inflected name is
one pattern and not dozens. The plain matcher is quicker to build and to run, so the stages call that.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import product
from typing import TYPE_CHECKING, Any

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from helpers.coding.actors.lexicon import SLOT, Lexicon, load_lexicon
from helpers.coding.actors.mentions import mentions_of_words
from helpers.coding.actors.normalise import Token, tokens

if TYPE_CHECKING:
    from helpers.foundation.records import Mention

_OTHER = "-"
_LEADING = 2  # so many words of a pattern go into the PhraseMatcher; the rest is compared where it strikes


class FormClasses:
    """A PhraseMatcher over the classes of forms of one lexicon.

    Two forms are of one class when they fit the same slots of the same patterns. Only the first words of a pattern go in: a
    strike proposes a place, and the plain matcher compares the whole pattern there.
    """

    def __init__(self, lexicon: Lexicon):
        self.lexicon = lexicon
        self.vocab = Vocab()
        slots: dict[frozenset[str], int] = {}
        members: dict[str, set[int]] = {}
        sequences: dict[tuple[int, ...], None] = {}
        for sequence, _ in lexicon.patterns():
            fixed = sequence[: sequence.index(SLOT)] if SLOT in sequence else sequence
            ids = []
            for forms in fixed[:_LEADING]:
                if forms not in slots:
                    slots[forms] = len(slots)
                    for form in forms:
                        members.setdefault(form, set()).add(slots[forms])
                ids.append(slots[forms])
            sequences[tuple(ids)] = None
        names = {
            frozenset(ids): f"c{i}" for i, ids in enumerate(dict.fromkeys(map(frozenset, members.values())))
        }
        self.classes = {form: names[frozenset(ids)] for form, ids in members.items()}
        of_slot: dict[int, list[str]] = {}
        for group, name in names.items():
            for one in sorted(group):
                of_slot.setdefault(one, []).append(name)
        self.matcher = PhraseMatcher(self.vocab, attr="NORM")
        phrases = {p for s in sequences for p in product(*(of_slot[i] for i in s))}
        for i, phrase in enumerate(sorted(phrases)):
            self.matcher.add(f"p{i}", [self._doc(phrase)])

    def _doc(self, words: tuple[str, ...] | list[str]) -> Doc:
        doc = Doc(self.vocab, words=list(words))
        for token, word in zip(doc, words, strict=True):
            token.norm_ = word
        return doc

    def starts(self, words: list[Token]) -> set[int]:
        """The word positions at which a pattern may begin."""
        if not words:
            return set()
        doc = self._doc([self.classes.get(w.form, _OTHER) for w in words])
        return {start for _, start, _ in self.matcher(doc)}


@lru_cache(maxsize=13)
def load_classes(language: str) -> FormClasses:
    """The PhraseMatcher of one language, built once per process."""
    return FormClasses(load_lexicon(language))


class ActorsComponent:
    """Sets `doc._.mentions` and `doc.spans["actors"]` (labels are kinds, `span.id_` the entities, parted by spaces)."""

    def __init__(self, language: str):
        self.language = language

    def __call__(self, doc: Doc) -> Doc:
        """Find the mentions of a document."""
        classes = load_classes(self.language)
        words = tokens(doc.text)
        mentions = mentions_of_words(words, doc.text, classes.lexicon, starts=classes.starts(words))
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
