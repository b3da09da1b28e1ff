"""Page and PDF of a small report after its kernels have ended: seconds of work, and a ratio to nbconvert's own page."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
BUDGET = (
    3.0  # seconds of processor time for both, pandoc's included: what a machine with nothing else to do takes
)


def worked() -> float:
    """Seconds of processor time of this process and of those it has waited for."""
    return sum(os.times()[:4])


def main() -> int:
    """Print the figures of the last run; 1 when page and PDF together take longer than the budget."""
    import orjson
    from nbconvert.exporters.html import HTMLExporter

    from helpers.chronology.reference import load_reference
    from helpers.report.html import export_report
    from helpers.report.pdf import render_pdf

    latest = ROOT / "reports" / "latest"
    notebook = latest / "notebooks" / "40_report.ipynb"
    if not notebook.is_file():
        print(f"{notebook}: there is no report yet; make one first (make report)", file=sys.stderr)
        return 2
    run = orjson.loads((latest / "run.json").read_bytes())
    reference = load_reference() if run["reference"] else None
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        taken: dict[str, list[float]] = {"page": [], "PDF": [], "stock page": []}
        # the first round pays for imports, which the kernels of a run have behind them
        for _ in range(4):
            begun = worked()
            export_report(notebook, folder / "report.html")
            taken["page"].append(worked() - begun)
            begun = worked()
            render_pdf(latest / "processed", run, folder / "report.pdf", reference=reference)
            taken["PDF"].append(worked() - begun)
            begun = worked()
            HTMLExporter().from_filename(str(notebook))  # type: ignore[no-untyped-call]
            taken["stock page"].append(worked() - begun)
    warm = {what: min(seconds[1:]) for what, seconds in taken.items()}
    both = warm["page"] + warm["PDF"]
    for what, seconds in taken.items():
        print(f"{what}: {warm[what]:.2f} s (first time, imports included: {seconds[0]:.2f} s)")
    print(
        f"page and PDF: {both:.2f} s of {BUDGET:.0f} s; {both / warm['stock page']:.1f} times nbconvert's own page alone"
    )
    return both > BUDGET


if __name__ == "__main__":
    sys.exit(main())
