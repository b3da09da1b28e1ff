"""CPU time of cleaning beside jusText and trafilatura on the same invented pages: `python -m benchmarks.cleaning_speed [pages]`.

HTML pages go to all three as they are; ours reads and cleans them as `dossier clean` does, and asks trafilatura among others
which block is the article, so it cannot be the quicker one. jusText gets the stop words of the page's language, trafilatura
its fastest setting. Quality is measured in benchmarks/cleaning.py.
"""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import justext
import trafilatura

from benchmarks.pages.happenings import plant
from benchmarks.pages.words import SHARES
from benchmarks.pages.writing import write_pages
from benchmarks.rows import Row, cpu_seconds
from helpers.clean.folder import clean_files
from helpers.clean.furniture import clean_texts
from helpers.ingest.read import list_raw_files

# Languages as jusText names its lists.
STOPLISTS = {
    "en": "English", "ru": "Russian", "de": "German", "uk": "Ukrainian", "pl": "Polish", "ro": "Romanian", "fr": "French",
    "es": "Spanish", "it": "Italian", "tr": "Turkish", "lt": "Lithuanian", "fa": "Persian", "be": "Belarusian",
}  # fmt: skip


def measure(pages: int = 300) -> list[Row]:
    """Rows: HTML pages beside both peers, text dumps beside jusText."""
    with TemporaryDirectory(prefix="dossier-bench-") as name:
        root = Path(name)
        for page in write_pages(pages, plant(8, 1), 1):
            path = root / page.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(page.data)
        html = [p for p in list_raw_files(root) if p.suffix == ".html"]
        text = [p for p in list_raw_files(root) if p.suffix == ".txt"]
        sources = [p.read_text(encoding="utf-8") for p in html]
        dumps = [p.read_text(encoding="utf-8") for p in text]
        stop = {code: justext.get_stoplist(STOPLISTS[code]) for code in SHARES}
        lists = [stop[s.partition('<html lang="')[2][:2]] for s in sources]
        clean_files([(p, root) for p in html[:20]])
        trafilatura.extract(sources[0], fast=True)
        ours = len(html) / cpu_seconds(lambda: clean_files([(p, root) for p in html]), 2)
        just = len(html) / cpu_seconds(
            lambda: [justext.justext(s, w) for s, w in zip(sources, lists, strict=True)]
        )
        traf = len(html) / cpu_seconds(lambda: [trafilatura.extract(s, fast=True) for s in sources])
        # the text dumps as paragraphs, which is all that jusText can read
        marked = ["".join(f"<p>{x.replace('<', ' ')}</p>" for x in d.splitlines()) for d in dumps]
        own = len(dumps) / cpu_seconds(lambda: clean_texts(dumps), 2)
        peer = len(dumps) / cpu_seconds(lambda: [justext.justext(m, stop["en"]) for m in marked])
    return [
        Row("cleaning HTML", f"{ours:.0f} pages/s", f"trafilatura {traf:.0f}", ours / traf, "times as fast"),
        Row("cleaning HTML", f"{ours:.0f} pages/s", f"jusText {just:.0f}", ours / just, "times as fast"),
        Row("cleaning text dumps", f"{own:.0f} pages/s", f"jusText {peer:.0f}", own / peer, "times as fast"),
    ]


def main() -> None:
    """Print the rows."""
    for row in measure(int(sys.argv[1]) if len(sys.argv) > 1 else 300):
        print(f"{row.what:22} {row.ours:>16} {row.peer:>20}  ratio {row.ratio:.2f} ({row.means})")


if __name__ == "__main__":
    main()
