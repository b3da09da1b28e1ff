"""The picture in the README shows what the sample corpus gives today."""

import html
import re
from pathlib import Path

from helpers.cli.picture import draw_sample

ROOT = Path(__file__).parents[2]


def words_of(svg):
    """Every label, whatever the fonts of this machine made of its place."""
    return {
        html.unescape(re.sub("<[^>]+>", "", t)).strip() for t in re.findall(r"<text.*?</text>", svg, re.S)
    }


def test_the_picture_of_the_readme_is_true():
    drawn = words_of((ROOT / "docs" / "timeline.svg").read_text(encoding="utf-8"))
    assert drawn == words_of(draw_sample(ROOT / "data" / "raw" / "sample")), (
        "draw it anew: python -m helpers.cli.picture"
    )
