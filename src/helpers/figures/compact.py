"""SVG pictures made small: two decimals, and looks that recur written once."""

from __future__ import annotations

import re
from collections import Counter

_TAG = re.compile(r"<[^<>]*>")
_LONG_NUMBER = re.compile(r"-?\d+\.\d{3,}")
_STYLE = re.compile(r' style="([^"]*)"')
_MARKER = re.compile(r'<path id="(m[0-9a-f]{10})"')
_OWN_ID = re.compile(r'<g id="[a-zA-Z0-9]+_\d+">')
_NO_TURN = re.compile(r' transform="rotate\(-0 [-0-9. ]+\)"')
_BLANKS = re.compile(r">\s+<(?!/text)")
LEAST = 3  # uses from which a look is worth a class


def compact_svg(svg: str) -> str:
    """The same picture in fewer characters: what stands between tags, the texts, is left as it is."""
    uses = Counter(look for tag in _TAG.findall(svg) for look in _STYLE.findall(tag))
    names = {look: f"l{i}" for i, look in enumerate(look for look, n in uses.items() if n >= LEAST)}

    def shorten_tag(match: re.Match[str]) -> str:
        tag = _LONG_NUMBER.sub(lambda m: f"{float(m[0]):.2f}".rstrip("0").rstrip("."), match[0])
        if " class=" in tag:
            return tag
        return _STYLE.sub(lambda m: f' class="{names[m[1]]}"' if m[1] in names else m[0], tag)

    small = _TAG.sub(shorten_tag, svg)
    for i, key in enumerate(dict.fromkeys(_MARKER.findall(small))):
        small = small.replace(f'id="{key}"', f'id="m{i}"').replace(f'"#{key}"', f'"#m{i}"')
    small = _NO_TURN.sub("", _OWN_ID.sub("<g>", small)).replace("xlink:href=", "href=")
    small = _BLANKS.sub(">\n<", small)
    rules = "".join(f".{name}{{{look}}}" for look, name in names.items())
    return small.replace("</style>", f"{rules}</style>", 1) if "</style>" in small else svg
