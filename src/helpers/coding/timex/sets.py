"""Rules for what comes back: every Friday, каждый год, alle drei Jahre, her yıl."""

from __future__ import annotations

from helpers.coding.timex.amounts import duration_value
from helpers.coding.timex.cursor import Cursor
from helpers.coding.timex.meaning import Meaning, Parsed
from helpers.coding.timex.pieces import month_at

_EACH = frozenset(("по", "па"))  # prepositions, which stay outside


def parse_every(p: Cursor, i: int) -> Parsed | None:
    """every Friday, каждый год, alle drei Jahre, her yıl: a SET."""
    t = p.tokens
    k = p.skip(i + 1, "art", limit=1)
    cats = t[k].cats
    if t[i].word in _EACH and ("plwd" in cats or "wday" in cats):
        return None  # по | понедельникам, с понедельника по пятницу
    if "wday" in cats or "wday_weak" in cats or "plwd" in cats:
        number = cats.get("wday", cats.get("wday_weak", cats.get("plwd")))
        return Meaning("set", value=f"XXXX-WXX-{number}", rule="set"), k + 1 + ("wdw_a" in t[k + 1].cats)
    if "season" in cats:
        return Meaning("set", value=f"XXXX-{('SP', 'SU', 'FA', 'WI')[cats['season'] - 1]}", rule="set"), k + 1
    month = month_at(p, k)
    if month is not None and month[3] == 2:
        return Meaning("set", value=f"XXXX-{month[1]:02d}", rule="set"), month[2]
    if "unit" in cats:
        return Meaning("set", value=duration_value("1", cats["unit"]), rule="set"), k + 1
    found = p.number(k) or p.ordinal(k)
    following = k + 1 if cats.get("dir") == -1 else found[1] if found is not None else k
    if following > k and "wday" in t[following].cats:
        return Meaning("set", value=f"XXXX-WXX-{t[following].cats['wday']}", rule="set"), following + 1
    if found is not None and "unit" in t[found[1]].cats:
        return Meaning(
            "set", value=duration_value(str(found[0]), t[found[1]].cats["unit"]), rule="set"
        ), found[1] + 1
    return None
