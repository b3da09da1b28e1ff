"""The report notebook's outputs made without a kernel: what its cells show, as an executed notebook."""

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output
from report_tables import REFERENCE, RUN

from helpers.report import sections
from helpers.report.content import content_of
from helpers.report.html import render_notebook
from helpers.report.pictures import prepare_pictures


def make_notebook(rows, monkeypatch):
    """An executed notebook that shows every section of a report on these rows."""
    import IPython.display

    content = content_of(rows, RUN)
    outputs = []

    def display(shown, raw=False, metadata=None, **_):
        data = shown if raw else {"text/html": shown._repr_html_()}
        outputs.append(new_output("display_data", data=data, metadata=metadata or {}))

    monkeypatch.setattr(IPython.display, "display", display)
    cells = [new_markdown_cell("# A notebook", metadata={"tags": ["no-report"]})]

    def add(title, show):
        outputs.clear()
        shown = show()
        if shown is not None:
            display(shown)
        cells.extend(
            [
                *([new_markdown_cell(f"## {title}")] if title else []),
                new_code_cell("call()", outputs=list(outputs)),
            ]
        )

    add("", lambda: sections.banner(content))
    add("Findings", lambda: sections.findings(content))
    for name, picture in prepare_pictures(content, reference=REFERENCE).items():
        add(name.capitalize(), lambda picture=picture: sections.show(picture.module, picture.prepared))
    for title, section in (("Milestones", sections.milestones), ("Disputes", sections.disagreements), ("Evidence", sections.evidence),
                           ("Left out", sections.left_out), ("Quarantine", sections.quarantine), ("Method", sections.method)):  # fmt: skip
        add(title, lambda section=section: section(content))
    add("Dictionary", sections.data_dictionary)
    return nbformat.from_dict(new_notebook(cells=cells))


def make_page(rows, monkeypatch, path, *, with_code=False):
    """The page of a report on these rows, written to `path`."""
    path.write_text(render_notebook(make_notebook(rows, monkeypatch), with_code=with_code), encoding="utf-8")
    return path
