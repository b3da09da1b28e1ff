"""Page text as HTML that is only ever text: escaped, direction controls taken out, right-to-left lines aligned right."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Sequence
from html import escape
from typing import TYPE_CHECKING, Any

from helpers.explore.model_concordance import Concordance
from helpers.explore.model_evidence import Comparison, Evidence
from helpers.figures.style import clean_text
from helpers.figures.titles import say_count
from helpers.report.content import Quote, source_of

if TYPE_CHECKING:
    import pandas as pd

STYLE = """<style>
.dossier{font-size:13px;line-height:1.45;color:var(--jp-ui-font-color1,#1a1a1a)}
.dossier table{border-collapse:collapse;width:100%} .dossier td,.dossier th{padding:.25em .6em;vertical-align:top;text-align:start;
border-bottom:1px solid var(--jp-border-color2,#dcdcdc)} .dossier h4{margin:.4em 0} .dossier .muted{color:var(--jp-ui-font-color2,#595959)}
.dossier blockquote{margin:.4em 0;padding:.3em .8em;border-inline-start:3px solid #0072b2;white-space:pre-wrap;overflow-wrap:anywhere}
.dossier mark{background:#f0e442;color:#1a1a1a} .dossier .differ td{background:#d55e0022} .dossier [dir=rtl]{text-align:right}
.dossier .kwic .line{display:grid;grid-template-columns:minmax(0,1fr) auto minmax(0,1fr);gap:.4em;white-space:nowrap}
.dossier .kwic td:nth-child(3){width:60%} .dossier .kwic .b{display:flex;justify-content:flex-end;overflow:hidden} .dossier .kwic .a{text-align:start;overflow:hidden}
.dossier .scroll{max-height:32em;overflow:auto} .dossier .cut{color:#595959;background:#e69f0022} .dossier .kept{border-inline-start:3px solid #009e73}
.dossier .pair{display:grid;grid-template-columns:1fr 1fr;gap:1em} .dossier .pair>*{min-width:0;overflow-wrap:anywhere}
.dossier .lines td:first-child{white-space:nowrap;overflow-wrap:normal;color:#595959}
.dossier pre{white-space:pre-wrap;word-break:normal;overflow-wrap:anywhere;margin:0}
.dossier details{color:var(--jp-ui-font-color2,#595959);margin:.1em 0 .6em} .dossier summary{cursor:pointer}
</style>"""


def safe(text: object) -> str:
    """One line of text for HTML: direction and control characters out, everything else escaped."""
    return escape(clean_text(text))


def wrapped(*parts: str) -> str:
    """Parts of HTML under the explorer's style."""
    return f'{STYLE}<div class="dossier">{"".join(parts)}</div>'


def table_html(frame: pd.DataFrame, *, label: str, most: int = 200) -> str:
    """A data frame as a plain table of text; rows beyond `most` are counted."""
    rows = [list(r) for r in frame.head(most).itertuples(index=False)]
    more = f'<p class="muted">and {len(frame) - most:,} more rows</p>' if len(frame) > most else ""
    return rows_html(list(frame.columns), rows, label=label) + more


def rows_html(heads: Sequence[str], rows: Iterable[Sequence[Any]], *, label: str) -> str:
    """Rows of text as a table that scrolls by itself and can be reached by keyboard."""
    head = "".join(f'<th scope="col">{safe(h)}</th>' for h in heads)
    body = "".join(
        "<tr>" + "".join(f'<td dir="auto">{safe("" if c is None else c)}</td>' for c in row) + "</tr>"
        for row in rows
    )
    return (
        f'<div class="scroll" tabindex="0" role="region" aria-label="{safe(label)}"><table><thead><tr>{head}</tr></thead>'
        f"<tbody>{body}</tbody></table></div>"
    )


def picture_html(svg: str, alt: str) -> str:
    """A drawing as a picture that can hold no script, with its words."""
    encoded = base64.b64encode(svg.encode("utf-8")).decode("ascii")
    return f'<img src="data:image/svg+xml;base64,{encoded}" alt="{safe(alt)}" style="max-width:100%;background:#fff">'


def quote_html(quote: Quote) -> str:
    """One quote in its passage, with everything that qualifies it."""
    side = ' dir="rtl"' if quote.rtl else ' dir="ltr"'
    before = f'<span class="muted">{safe(quote.before)}</span> ' if quote.before else ""
    after = f' <span class="muted">{safe(quote.after)}</span>' if quote.after else ""
    return (
        f"<h4>{safe(quote.source)} <span class='muted'>{safe(quote.title)}</span></h4>"
        f'<blockquote lang="{safe(quote.language)}"{side}>{before}'
        f"<mark>{safe(quote.text)}</mark>{after}</blockquote>"
        f'<div class="muted">says: {safe(quote.says)} · event: {safe(quote.event_date)} · published {safe(quote.published)} · '
        f"origin {safe(quote.origin)} · chain: {safe(quote.chain)}</div>"
        f"<details><summary>{safe(quote.where)}</summary>rules: {safe(', '.join(quote.rules))}</details>"
    )


def evidence_html(evidence: Evidence) -> str:
    """The evidence pane of one event."""
    event = evidence.event
    parts = [
        f'<h3 class="evidence-title">{safe(event["title"])}</h3>',
        f"<p><b>{safe(evidence.date)}</b> · {safe(event['status'])} · grade {safe(event['grade'])} · "
        f"{say_count(event['n_origins'], 'origin')}, {say_count(event['n_articles'], 'article')} · <code>{safe(event['milestone_id'] or event['event_id'])}</code></p>",
    ]
    if event["milestone_id"] is None:
        parts.append(f"<p>Not charted: {safe(event['left_out_reason'])}</p>")
    if evidence.sides:
        rows = [(s["field"], s["value"], ", ".join(s["origins"]), s["n_origins"]) for s in evidence.sides]
        parts += [
            "<h4>Disagreements</h4>",
            rows_html(["field", "value", "origins", "count"], rows, label="Disagreements"),
        ]
    if evidence.narrowed_by:
        steps = "".join(f"<li>{safe(s)}</li>" for s in evidence.narrowed_by)
        parts.append(f"<details><summary>How the date was narrowed</summary><ol>{steps}</ol></details>")
    parts += [quote_html(q) for q in evidence.quotes]
    return wrapped(*parts)


def concordance_html(found: Concordance) -> str:
    """Keyword in context: keywords in one column; a right-to-left line runs from the right and stands at the right edge."""
    rows = []
    for n in found.lines:
        side = "rtl" if n.rtl else "ltr"
        meta = f'<td class="muted">{safe(n.language)}</td><td class="muted">{safe(n.source)}</td>'
        if n.found_by == "wording":
            # a right-to-left row is laid out from the right: what comes before the keyword stands right of it
            line = (
                f'<div class="line" dir="{side}"><span class="b">{safe(n.before)}</span><mark>{safe(n.keyword)}</mark>'
                f'<span class="a">{safe(n.after)}</span></div>'
            )
        else:
            line = f'<div dir="{side}">{safe(n.keyword)}</div>'
        rows.append(f"<tr>{meta}<td>{line}</td><td class='muted'>{safe(n.found_by)}</td></tr>")
    said = say_count(found.total, "line") + (
        f", the first {len(found.lines):,} shown" if found.total > len(found.lines) else ""
    )
    return wrapped(
        f'<p><bdi>{safe(found.keyword)}</bdi>: {said}</p><div class="scroll" tabindex="0" role="region" aria-label="Concordance">'
        '<table class="kwic"><thead><tr><th scope="col">language</th><th scope="col">source</th><th scope="col">line</th>'
        '<th scope="col">found by</th></tr></thead>'
        f"<tbody>{''.join(rows)}</tbody></table></div>"
    )


def comparison_html(comparison: Comparison) -> str:
    """Two sources side by side: fields on which they differ are coloured and marked ≠."""
    body = "".join(
        f'<tr class="{"differ" if differ else ""}"><th scope="row">{safe(name)}{" ≠" if differ else ""}</th>'
        f'<td dir="auto">{safe(a or "not stated")}</td><td dir="auto">{safe(b or "not stated")}</td></tr>'
        for name, a, b, differ in comparison.rows
    )
    heads = "".join(f'<th scope="col">{safe(source_of(a))}</th>' for a in (comparison.left, comparison.right))
    left, right = ("".join(quote_html(q) for q in side) for side in comparison.quotes)
    return wrapped(
        f'<table><thead><tr><th scope="col">field</th>{heads}</tr></thead><tbody>{body}</tbody></table>'
        f'<div class="pair"><div>{left}</div><div>{right}</div></div>'
    )
