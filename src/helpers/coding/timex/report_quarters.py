"""Which quarter the figures of a business report are of, and which quarter of another year they are compared with."""

from __future__ import annotations

import datetime as dt

from helpers.coding.timex import calendars
from helpers.coding.timex.calendars import Period
from helpers.coding.timex.meaning import Meaning

REACH = 40  # tokens, about a sentence: beyond them a report speaks of its own quarter again


def is_comparison(m: Meaning) -> bool:
    """True for a period of another year beside the one reported on: the year-ago quarter, in the 1988 period."""
    return m.count == -1 or m.year_offset == -1 or (m.kind == "reported" and m.year is not None)


class ReportQuarters:
    """The quarters a text has named so far.

    Attributes:
        named: the quarter named last beside figures, None behind figures of a year or of nine months.
        latest: the latest quarter named that is over, which the report is about.
    """

    def __init__(self) -> None:
        self.named: Period | None = None
        self.latest: Period | None = None
        self._at = 0

    def forget(self, at: int) -> None:
        """Figures of a year or of some months follow the token `at`."""
        self.named, self._at = None, at

    def note(self, m: Meaning, period: Period, at: int, dct: dt.date | None, forward: bool) -> None:
        """Take note of a period at the token `at`, resolved against the DCT; `forward` where its clause looks ahead."""
        if m.kind in ("quarter", "reported") and not is_comparison(m):
            told = m.kind == "reported" or (m.compared and not forward)  # a fiscal quarter may be over
            if dct is None or period.high < dct or told:
                self.named, self._at = period, at
                if self.latest is None or period.high > self.latest.high:
                    self.latest = period
        elif m.kind == "date" and period.grain == "year":
            self.forget(at)

    def near(self, at: int) -> Period | None:
        """The quarter that figures at the token `at` are of: the one named in about this sentence, else the report's."""
        return self.named if at - self._at <= REACH else self.latest

    def year_before(self, at: int) -> Period | None:
        """The same quarter a year before, None where figures are of no quarter."""
        near = self.near(at)
        return (
            calendars.quarter_period(near.low.year - 1, (near.low.month - 1) // 3 + 1)
            if near is not None
            else None
        )

    def resolve(self, m: Meaning, at: int, dct: dt.date | None, previous: Period | None) -> Period | None:
        """The quarter a report is about: the last one named, else the last that is over; of another year where said so.

        Args:
            m: a meaning of kind reported.
            at: index of its first token.
            dct: document creation time, None where open.
            previous: the period of the expression before.
        """
        base = self.latest if m.unit == "quarter" and m.count == 0 else self.near(at)
        if base is None and m.year is not None:
            return calendars.year_period(m.year)
        if base is None and dct is not None and m.unit == "quarter":
            base = calendars.shift_unit(dct, "quarter", -1)
        if base is None and m.count == -1:  # figures of a year or of nine months: the year before
            if m.compared and previous is not None:
                return calendars.year_period(previous.low.year - 1)
            return calendars.year_period(dct.year - 1) if dct is not None else None
        if base is None:
            return None
        number = (base.low.month - 1) // 3 + 1
        return calendars.quarter_period(
            m.year if m.year is not None else base.low.year + (m.count or 0), number
        )
