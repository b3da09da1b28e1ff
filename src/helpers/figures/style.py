"""The house style of every figure: colours, shapes, fonts, the frame around a picture, and reproducible SVG."""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from helpers.figures.compact import compact_svg

if TYPE_CHECKING:
    from matplotlib.figure import Figure

INK, MUTED, GRID, PAPER, EDGE = "#1a1a1a", "#595959", "#dcdcdc", "#ffffff", "#6b6b6b"

# Okabe and Ito (2008), "Color Universal Design": told apart by all common kinds of colour vision.
OKABE_ITO = {
    "black": "#000000", "orange": "#e69f00", "sky": "#56b4e9", "green": "#009e73",
    "yellow": "#f0e442", "blue": "#0072b2", "vermillion": "#d55e00", "purple": "#cc79a7",
}  # fmt: skip

# What a colour of the light page becomes on the dark one; every text colour keeps 4.5:1 against its ground.
DARK = {
    INK: "#f1f1ef", MUTED: "#b9b9b5", GRID: "#3a3a38", PAPER: "#161615", EDGE: "#9a9a96", "#0072b2": "#6cb8ec",
    "#d55e00": "#ff9a5a", "#009e73": "#3fcfa3", "#e69f00": "#f2b233", "#cc79a7": "#e6a3c8", "#f2f2f0": "#242422",
    "#9c4400": "#ff9a5a", "#00664b": "#3fcfa3", "#005a8c": "#6cb8ec", "#000000": "#ffffff",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mark:
    """How one status looks: matplotlib marker, plotly symbol and the character that stands for it in text."""

    print_marker: str
    screen_symbol: str
    glyph: str


# Filled, closed shapes for what was settled; open or crossed ones for what was not.
STATUS_MARKS: Mapping[str, Mark] = {
    "rumoured": Mark("H", "hexagon", "⬢"),
    "discussed": Mark("o", "circle", "●"),
    "planned": Mark("^", "triangle-up", "▲"),
    "agreed": Mark("D", "diamond", "◆"),
    "signed": Mark("s", "square", "■"),
    "ratified": Mark("*", "star", "★"),
    "in force": Mark("p", "pentagon", "⬟"),
    "held": Mark("P", "cross", "✚"),
    "postponed": Mark(">", "triangle-right", "▶"),
    "denied": Mark("X", "x", "✖"),
}

LANES = ("defence", "economic", "diplomatic")
LANE_NAMES = {"defence": "Defence", "economic": "Economic", "diplomatic": "Diplomatic"}
LANE_COLOURS = {
    "defence": OKABE_ITO["vermillion"],
    "economic": OKABE_ITO["green"],
    "diplomatic": OKABE_ITO["blue"],
}
LANE_INK = {"defence": "#9c4400", "economic": "#00664b", "diplomatic": "#005a8c"}  # 4.5:1 as text on paper
GRADE_FILL = {"A": 1.0, "B": 0.62, "C": 0.28, "D": 0.0}  # how full a mark is

_BIDI_CONTROLS = {chr(c) for c in (*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0xFEFF)}


def tint(colour: str, share: float, ground: str = PAPER) -> str:
    """Mix a colour with the ground it stands on: `share` 1 is the colour, 0 is the ground."""
    pairs = ((int(colour[i : i + 2], 16), int(ground[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{round(b + (a - b) * share):02x}" for a, b in pairs)


# How far colours are thinned anywhere: grades, bars of spans, bars that fade; each thinned one has its dark twin.
_SHARES = (*GRADE_FILL.values(), 0.45, 0.6, 0.75, 0.8, *(0.45 * n / 8 for n in range(1, 8)))
DARK |= {
    tint(colour, share): tint(DARK[colour], share, DARK[PAPER])
    for colour in LANE_COLOURS.values()
    for share in _SHARES
    if 0 < share < 1
}
_SVG_COLOUR = re.compile("|".join(re.escape(c) for c in sorted(DARK)))


def clean_text(text: object) -> str:
    """Text for show on one line: control and direction-override characters out, white space as single blanks."""
    kept = (
        " " if unicodedata.category(c) in {"Cc", "Zl", "Zp"} else c
        for c in str(text)
        if c not in _BIDI_CONTROLS
    )
    return " ".join("".join(kept).split())


@lru_cache(maxsize=1)
def font_folder() -> Path:
    """Folder of the fonts that came with matplotlib."""
    import matplotlib

    return Path(matplotlib.get_data_path()) / "fonts" / "ttf"


@lru_cache(maxsize=2)
def _font(bold: bool) -> Any:
    from matplotlib.font_manager import get_font

    return get_font(str(font_folder() / ("DejaVuSans-Bold.ttf" if bold else "DejaVuSans.ttf")))


@lru_cache(maxsize=4096)
def _has_glyph(char: str) -> bool:
    return bool(_font(False).get_char_index(ord(char))) and bool(_font(True).get_char_index(ord(char)))


def printable(text: str) -> str:
    """The text with characters that the print font lacks shown as □, never as a blank or another letter."""
    return "".join(c if c in "\n\u200c\u200d" or _has_glyph(c) else "□" for c in text)


@lru_cache(maxsize=65536)
def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Width of one line of text in inches at `size` points."""
    font = _font(bold)
    font.set_size(100, 72)  # large, so that hinting does not round the letters' widths
    font.set_text(printable(text), 0.0)
    return float(font.get_width_height()[0]) / 64 / 72 * size / 100 * 1.04


def is_rtl(text: str) -> bool:
    """True when the first strong character runs from right to left."""
    for char in text:
        kind = unicodedata.bidirectional(char)
        if kind in {"R", "AL"}:
            return True
        if kind == "L":
            return False
    return False


@contextmanager
def house_style() -> Iterator[None]:
    """Draw inside this: matplotlib's settings are the house's, and what they were before comes back after."""
    import matplotlib

    with matplotlib.rc_context():
        matplotlib.rcdefaults()
        matplotlib.rcParams.update(_read_style())
        yield


@lru_cache(maxsize=1)
def _read_style() -> dict[str, Any]:
    import matplotlib

    params = matplotlib.rc_params_from_file(
        Path(__file__).with_name("house.mplstyle"), use_default_template=False
    )
    return dict(params)


def new_figure(width: float, height: float) -> Figure:
    """A figure of `width` by `height` inches that no window or notebook state knows of."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure(figsize=(width, height))
    FigureCanvasAgg(figure)
    return figure


def frame(figure: Figure, *, title: str, subtitle: str, source: str) -> None:
    """Write finding, measure and source around a figure, and make it as high as they need."""
    from helpers.figures.titles import wrap

    width, height = figure.get_size_inches()
    inner = width - 0.16
    heads = wrap(printable(clean_text(title)), inner, 11, bold=True)
    subs = wrap(printable(clean_text(subtitle)), inner, 8)
    feet = wrap(printable(clean_text(source)), inner, 6.5)
    top = 0.10 + 0.20 * len(heads) + 0.145 * len(subs) + 0.10
    bottom = 0.08 + 0.12 * len(feet)
    total = height + top + bottom
    for axes in figure.axes:
        x0, y0, w, h = axes.get_position().bounds
        axes.set_position((x0, (y0 * height + bottom) / total, w, h * height / total))
    for text in figure.texts:
        x, y = text.get_position()
        text.set_position((x, (y * height + bottom) / total))
    figure.set_size_inches(width, total)
    y = total - 0.10
    for line in heads:
        figure.text(0.08 / width, y / total, line, size=11, weight="bold", va="top")
        y -= 0.20
    for line in subs:
        figure.text(0.08 / width, y / total, line, size=8, color=MUTED, va="top")
        y -= 0.145
    y = bottom - 0.04
    for line in feet:
        figure.text(0.08 / width, y / total, line, size=6.5, color=MUTED, va="top")
        y -= 0.12


def say_in_figure(message: str, *, width: float = 6.9) -> Figure:
    """A figure that says in words why there is nothing to draw."""
    from helpers.figures.titles import wrap

    lines = wrap(printable(clean_text(message)), width - 0.5, 9)
    figure = new_figure(width, 0.35 + 0.2 * len(lines))
    figure.text(0.02, 0.5, "\n".join(lines), size=9, color=MUTED, va="center", linespacing=1.4)
    return figure


def to_svg(figure: Figure) -> str:
    """The figure as SVG text: the same characters for the same figure, no date, no address of a document type."""
    with house_style():
        out = io.StringIO()
        figure.savefig(out, format="svg", metadata={"Date": None, "Creator": None}, transparent=False)
    svg = out.getvalue()
    svg = svg[svg.index("<svg") :]
    svg = re.sub(r"<metadata>.*?</metadata>\s*", "", svg, flags=re.S)
    return compact_svg(
        re.sub(r"font-family: [^;\"]*", "font-family: 'DejaVu Sans', Verdana, sans-serif", svg)
    )


def dark_svg(svg: str) -> str:
    """The same picture for a dark page: each house colour exchanged for its dark twin."""
    return _SVG_COLOUR.sub(lambda m: DARK[m[0]], svg)


def screen_layout(*, height: int, **extra: Any) -> dict[str, Any]:
    """The plotly layout every screen figure shares: transparent ground, house font, no mode bar clutter."""
    layout: dict[str, Any] = {
        "template": "none", "height": height, "margin": {"l": 8, "r": 12, "t": 8, "b": 36}, "showlegend": False,
        "paper_bgcolor": "rgba(0,0,0,0)", "plot_bgcolor": "rgba(0,0,0,0)", "hovermode": "closest", "autosize": True,
        "font": {"family": "system-ui, 'DejaVu Sans', Verdana, sans-serif", "size": 12, "color": INK},
        "hoverlabel": {"align": "left", "bgcolor": PAPER, "font": {"color": INK}, "bordercolor": EDGE},
        "dragmode": "zoom",
    }  # fmt: skip
    return {**layout, **extra}


def screen_text(text: object) -> str:
    """Text for plotly, which reads a small HTML: markup of the page is shown, never followed."""
    cleaned = clean_text(text)
    return cleaned.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
