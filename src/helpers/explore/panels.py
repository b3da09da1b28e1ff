"""The other views of the explorer: concordance, two sources side by side, what is missing and why, pages, saved views."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import ipywidgets as w

from helpers.explore.desk import WIDE, ExplorerDesk
from helpers.explore.markup import comparison_html, concordance_html, safe, table_html, wrapped
from helpers.explore.model_concordance import KeywordIndex, concordance_table
from helpers.explore.model_evidence import choose_sources, compare_sources, comparison_table, list_absences
from helpers.explore.model_view import describe_view, make_view, save_view
from helpers.explore.pages import find_article, page_html, page_table
from helpers.explore.shown import Shown
from helpers.figures.style import clean_text
from helpers.figures.titles import say_date, shorten
from helpers.foundation.errors import DossierError
from helpers.report.content import source_of


def _said(make: Callable[[], str]) -> str:
    """What `make` gives, or the error's own words: a view stays usable after a wrong entry."""
    try:
        return make()
    except DossierError as err:
        return wrapped(f"<p>{safe(err)}</p>")


def show_concordance(desk: ExplorerDesk, keyword: str) -> Shown:
    """Keyword in context over all languages, or those chosen in the facets; what is looked for is kept with a saved view."""
    index = KeywordIndex(desk.corpus)
    box = w.Text(value=keyword, description="Keyword", continuous_update=False, layout=WIDE)
    out = w.HTML()
    box.add_class("dossier-keyword")

    shown: list[Any] = []

    def refresh(_: Any = None) -> None:
        languages = desk.selection["language"]
        if shown != [box.value, languages]:
            shown[:] = [box.value, languages]
            desk.keyword = box.value
            out.value = _said(lambda: concordance_html(index.search(box.value, languages=languages)))

    box.observe(refresh, names="value")
    desk.follow(refresh)
    refresh()
    return Shown(
        w.VBox([box, out]),
        lambda: _said(
            lambda: wrapped(table_html(concordance_table(index.search(box.value)), label="Concordance"))
        ),
    )


def show_sources(desk: ExplorerDesk) -> Shown:
    """Two sources of one event side by side, those that disagree most at first; follows the event whose evidence is open."""
    options = [
        (shorten(f"{say_date(e['earliest'], e['latest'])}: {clean_text(e['title'])}", 100), e["event_id"])
        for e in desk.events
        if len({desk.corpus.claims[c]["article_id"] for c in e["claim_ids"]}) > 1
    ]
    if not options:
        return Shown(
            w.HTML("<p>No event here has two sources.</p>"), lambda: "<p>No event here has two sources.</p>"
        )
    names = [value for _, value in options]
    contested = [e["event_id"] for e in desk.events if e["event_id"] in set(names) and e["contradictions"]]
    start = desk.current if desk.current in (contested or names) else (contested or names)[0]
    event_box = w.Dropdown(options=options, value=start, description="Event", layout=WIDE)
    left, right, out = (
        w.Dropdown(description="Left", layout=WIDE),
        w.Dropdown(description="Right", layout=WIDE),
        w.HTML(),
    )

    def chosen() -> Any:
        return next(e for e in desk.corpus.events if e["event_id"] == event_box.value)

    def compare(_: Any = None) -> None:
        if left.value and right.value:
            out.value = _said(
                lambda: comparison_html(compare_sources(desk.corpus, chosen(), left.value, right.value))
            )

    def refill(_: Any = None) -> None:
        found = [
            (shorten(f"{source_of(a)} · {clean_text(a['source_path'])}", 90), a["article_id"])
            for a in choose_sources(desk.corpus, chosen())
        ]
        left.options, right.options = found, found
        left.value, right.value = found[0][1], found[1][1]
        compare()

    event_box.observe(refill, names="value")
    left.observe(compare, names="value")
    right.observe(compare, names="value")
    refill()
    known = set(names)

    def go_along() -> None:
        if desk.current in known:
            event_box.value = desk.current

    desk.follow(go_along)
    return Shown(
        w.VBox([event_box, w.HBox([left, right]), out]),
        lambda: wrapped(
            table_html(
                comparison_table(compare_sources(desk.corpus, chosen(), left.value, right.value)),
                label="Two sources",
            )
        ),
    )


def show_absences(desk: ExplorerDesk, about: str = "") -> Shown:
    """Why something is not charted: words of its title, file or reason."""
    box = w.Text(
        value=about,
        description="About",
        placeholder="words of the title, file or reason; empty for all",
        layout=WIDE,
    )
    out = w.HTML()

    def render(_: Any = None) -> str:
        found = list_absences(desk.corpus, box.value)
        out.value = wrapped(f"<p>{len(found):,} not charted</p>", table_html(found, label="Why not charted"))
        return str(out.value)

    box.observe(render, names="value")
    render()
    return Shown(w.VBox([box, out]), render)


def show_page(desk: ExplorerDesk, page: str = "") -> Shown:
    """A page with its cleaning decisions coloured, the raw page beside."""
    articles = sorted(
        desk.corpus.articles.values(), key=lambda a: (a["source_path"], a["source_part"], a["article_id"])
    )
    if not articles:
        return Shown(w.HTML("<p>There is no article.</p>"), lambda: "<p>There is no article.</p>")
    start = (
        find_article(desk.corpus, page)
        if page
        else max(articles, key=lambda a: (a["removed_share"], a["article_id"]))
    )
    options = [(clean_text(f"{a['source_path']} {a['source_part']}"), a["article_id"]) for a in articles]
    box = w.Combobox(
        options=[name for name, _ in options], value=next(n for n, i in options if i == start["article_id"]),
        description="Page", ensure_option=True, continuous_update=False, layout=WIDE,
    )  # fmt: skip
    out = w.HTML()
    known = dict(options)

    def refresh(_: Any = None) -> None:
        if box.value in known:
            out.value = _said(lambda: page_html(desk.corpus, desk.corpus.articles[known[box.value]]))

    box.observe(refresh, names="value")
    refresh()
    return Shown(
        w.VBox([box, out]),
        lambda: _said(
            lambda: wrapped(
                table_html(page_table(desk.corpus, desk.corpus.articles[known[box.value]]), label="Page")
            )
        ),
    )


def show_saving(desk: ExplorerDesk, folder: Path, notebooks: Path, *, given: Mapping[str, Any]) -> Shown:
    """Save what the facets show as parameters of a report, and say the command line."""
    name = w.Text(value="my-view", description="Name", continuous_update=False)
    button = w.Button(description="Save this view")
    button.add_class("dossier-save-view")
    out = w.HTML()

    def view() -> Any:
        return make_view(
            name.value, desk.selection, given=given, keyword=desk.keyword, milestone=desk.current
        )

    def announce(_: Any = None) -> None:
        out.value = _said(lambda: wrapped(f"<p>As a report: <code>{safe(view().command)}</code></p>"))

    def save(_: Any) -> None:
        def write() -> str:
            made = view()
            said = describe_view(made, save_view(made, folder, notebooks=notebooks))
            return wrapped(f"<pre>{'<br>'.join(safe(line) for line in said.splitlines())}</pre>")

        out.value = _said(write)

    button.on_click(save)
    name.observe(announce, names="value")
    desk.follow(announce)
    announce()
    return Shown(
        w.VBox([w.HBox([name, button]), out]),
        lambda: _said(lambda: wrapped(f"<p>This view as a report: <code>{safe(view().command)}</code></p>")),
    )
