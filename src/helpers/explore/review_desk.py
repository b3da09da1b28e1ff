"""The review queue in JupyterLab, driven by the keyboard; every decision goes through `model_review` to the ledger."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import anywidget
import traitlets

from helpers.chronology.reviews import CORRECTABLE, EVENT_CORRECTABLE, Decision
from helpers.explore.markup import rows_html, wrapped
from helpers.explore.model_evidence import gather_evidence
from helpers.explore.model_review import Item, ReviewDesk, day_of
from helpers.explore.shown import Shown
from helpers.figures.style import clean_text
from helpers.figures.titles import say_date
from helpers.foundation.errors import DossierError, InputError

MOST_NEIGHBOURS = 12
MOST_QUOTES = 40
NOTHING: dict[str, Any] = {}


class ReviewWidget(anywidget.AnyWidget):  # type: ignore[misc,unused-ignore]
    """Shows one event of the queue; keys and buttons send messages, Python answers with a new state.

    All text travels as data and is put on the page as text, never as markup.
    """

    _esm = Path(__file__).with_name("review.js")
    state = traitlets.Dict().tag(sync=True)

    def __init__(self, desk: ReviewDesk, **options: Any):
        self.desk = desk
        self._draft: list[Decision] = []
        self._shown: str = ""
        self._warned: str = ""  # decision of someone else that was told of before saving beside it
        super().__init__(**options)
        self.on_msg(lambda _, content, __: self.answer(content))
        self._tell("")

    def answer(self, message: Mapping[str, Any]) -> None:
        """Do what a key or button asks for; what goes wrong is said, and nothing is lost."""
        try:
            self._tell(self._act(message))
        except DossierError as err:
            self._tell(str(err))

    def _act(self, message: Mapping[str, Any]) -> str:
        kind = message.get("kind")
        if reviewer := str(message.get("reviewer") or "").strip():
            self.desk.reviewer = reviewer
        reason = str(message.get("reason") or "")
        if kind == "draft":
            action, name = str(message.get("action")), str(message.get("name") or "")
            if action == "undo":
                self._draft = self.desk.undo_last(reason=reason)
            else:
                if (other := self.desk.decision_on(name)) is not None:
                    self._draft = []
                    raise InputError(f"{_say_decided(name, other)}; shown is what waits now")
                others = [str(o) for o in message.get("others") or ()]
                settings = [str(s) for s in message.get("settings") or ()]
                self._draft = self.desk.draft(action, [name, *others], reason=reason, settings=settings)
            return ""
        if kind == "save":
            if not self._draft:
                return "nothing to save; choose a decision first"
            other = self.desk.decision_on(self._shown) if self._draft[0].action != "undo" else None
            if other is not None and other.decision_id != self._warned:
                self._warned = other.decision_id
                raise InputError(
                    f"{_say_decided(self._shown, other)}; save again to record yours after it, or cancel"
                )
            drafts, self._draft = self._draft, []
            try:
                self.desk.commit(drafts)
            except DossierError:
                self._draft = drafts  # still there to be tried again
                raise
            return f"saved {', '.join(d.decision_id for d in drafts)}; it counts from the next run on"
        if kind == "skip":
            self.desk.skip(str(message.get("name")))
        self._draft = []
        return ""

    def _tell(self, said: str) -> None:
        queue = self.desk.queue()
        item = queue[0] if queue else None
        if self._draft and self._draft[0].action != "undo" and self._shown:
            # a decision made elsewhere may have moved the queue; what is being decided on stays on the screen
            item = next((i for i in self.desk.items() if i.name == self._shown), item)
        self._shown = item.name if item else ""
        self.state = {
            "left": len(queue), "reviewer": self.desk.reviewer, "message": clean_text(said),
            "fields": list(EVENT_CORRECTABLE), "claim_fields": list(CORRECTABLE),
            "item": self._describe(item) if item else NOTHING, "draft": self._describe_draft() if self._draft else NOTHING,
        }  # fmt: skip

    def _describe(self, item: Item) -> dict[str, Any]:
        found = gather_evidence(self.desk.corpus, item.event)
        return {
            "name": item.name, "title": clean_text(item.event["title"]), "date": found.date, "doubt": item.doubt,
            "status": item.event["status"], "grade": item.event["grade"], "reasons": [clean_text(r) for r in item.reasons],
            "quotes": [
                {"claim": q.claim_id, "source": clean_text(q.source), "says": clean_text(q.says), "text": clean_text(q.text),
                 "rtl": q.rtl, "language": q.language, "date": clean_text(q.event_date), "origin": clean_text(q.origin)}
                for q in found.quotes[:MOST_QUOTES]
            ],
            "more": max(0, len(found.quotes) - MOST_QUOTES),
            "sides": [clean_text(f"{s['field']}: {s['value']} ({', '.join(s['origins'])})") for s in found.sides],
            "neighbours": self._neighbours(item),
        }  # fmt: skip

    def _neighbours(self, item: Item) -> list[dict[str, str]]:
        """Events nearest in time, to merge with."""
        day = day_of(item.event)
        others = [e for e in self.desk.corpus.events if e["event_id"] != item.event["event_id"]]
        others.sort(key=lambda e: (abs(day_of(e) - day), e["event_id"]))
        return [
            {"name": e["milestone_id"] or e["event_id"],
             "title": clean_text(f"{say_date(e['earliest'], e['latest'])}: {e['title']}")}
            for e in others[:MOST_NEIGHBOURS]
        ]  # fmt: skip

    def _describe_draft(self) -> dict[str, Any]:
        first = self._draft[0]
        return {
            "action": first.action,
            "reason": clean_text(first.reason),
            "scope": self._say_scope(),
            "changes": self.desk.preview(self._draft)[:60],
        }

    def _say_scope(self) -> str:
        """Over what the changes were worked out, when that is not everything."""
        n, known = len(self.desk.preview_scope(self._draft)), len(self.desk.corpus.articles)
        return "" if n == known else f"worked out over the {n:,} articles nearest in time, of {known:,}"


def _say_decided(name: str, other: Decision) -> str:
    return f"{name} was decided on meanwhile: {other.action} by {other.reviewer} ({clean_text(other.reason)})"


def show_review(desk: ReviewDesk) -> Shown:
    """The queue with its keys; as a table, what waits for a decision and what was decided."""
    return Shown(ReviewWidget(desk), lambda: review_twin(desk))


def review_twin(desk: ReviewDesk) -> str:
    """Queue and ledger as plain tables."""
    queue = [
        (
            i.doubt,
            say_date(i.event["earliest"], i.event["latest"]),
            i.event["title"],
            "; ".join(i.reasons),
            i.name,
        )
        for i in desk.queue()
    ]
    made = [
        (d.time[:19], d.reviewer, d.action, d.scope, d.reason, d.quotes[0] if d.quotes else "", d.decision_id)
        for d in desk.ledger().decisions
    ]
    return wrapped(
        f"<h4>{len(queue)} events wait for a decision, most doubtful first</h4>",
        rows_html(["doubt", "date", "event", "why", "name"], queue, label="Queue"),
        f"<h4>{len(made)} decisions count</h4>",
        rows_html(
            ["time", "reviewer", "action", "scope", "reason", "quote", "decision"], made, label="Decisions"
        ),
    )
