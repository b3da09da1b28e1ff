"""An article's text into a saved page: menus, banners, sidebars, captions, comments, dates in different places, text or HTML."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import dataclass
from html import escape
from typing import Any

from benchmarks.pages.words import load_words, ordinary, write_date, write_number


@dataclass(frozen=True, slots=True)
class Story:
    """What a page is about.

    Attributes:
        language: ISO 639-1.
        title: headline.
        paragraphs: the body.
        published: the day the page claims (which may be wrong).
        shown: where the page shows it: crawler, label, dateline, meta, banner (then it is the later day of capture) or nowhere.
        city: of the dateline.
    """

    language: str
    title: str
    paragraphs: tuple[str, ...]
    published: dt.date
    shown: str
    city: str


def paragraphs_of(sentences: list[str], rng: random.Random) -> tuple[str, ...]:
    """Sentences in paragraphs of one to three; the lead stands alone."""
    out, at = [sentences[0]], 1
    while at < len(sentences):
        n = rng.randrange(1, 4)
        out.append(" ".join(sentences[at : at + n]))
        at += n
    return tuple(out)


def as_text(story: Story, rng: random.Random) -> str:
    """The page as a text dump."""
    words = load_words(story.language)
    own, outlet, date = (
        words["furniture"],
        rng.choice(words["outlets"]),
        write_date(story.published, story.language),
    )
    lines: list[str] = []
    if story.shown == "crawler":
        lines.append(f" date {story.published} {story.title}")
    if story.shown == "banner":
        lines.append(f"{date} | {own['weather']}")
    lines += [outlet, "   ".join(rng.sample(own["menu"], 6)), ""]
    if rng.random() < 0.3:
        lines += [own["cookies"], ""]
    lines.append(story.title)
    if story.shown in {"label", "meta"}:
        lines.append(own["published"].format(date=date))
    if story.shown == "dateline":
        lines.append(f"{words['datelines'][story.city]}, {date}")
    if rng.random() < 0.4:
        lines.append(rng.choice(own["captions"]).format(outlet=outlet))
    for paragraph in story.paragraphs:
        lines += ["", paragraph]
    lines += ["", own["share"]]
    if rng.random() < 0.7:
        lines += [own["related"], *(ordinary(story.language, rng)[0] for _ in range(3))]
    if rng.random() < 0.5:
        lines += ["", own["popular"], *(ordinary(story.language, rng)[0] for _ in range(4))]
    lines += _remarks(story, own, rng)
    lines.append(own["footer"].format(outlet=outlet))
    return "\n".join(lines) + "\n"


def as_html(story: Story, rng: random.Random) -> str:
    """The page as HTML, with or without semantic elements."""
    words = load_words(story.language)
    own, outlet = words["furniture"], rng.choice(words["outlets"])
    date = write_date(story.published, story.language)
    direction = ' dir="rtl"' if story.language == "fa" else ""
    meta = ""
    if story.shown in {"meta", "crawler"}:
        meta = f'<meta property="article:published_time" content="{story.published}T{rng.randrange(6, 22):02d}:15:00+00:00">'
    head = (
        f'<!DOCTYPE html><html lang="{story.language}"{direction}><head><meta charset="utf-8"><title>{escape(story.title)} – '
        f'{escape(outlet)}</title><meta property="og:site_name" content="{escape(outlet)}">{meta}'
        "<style>body{margin:0}</style><script>var a=1;</script></head>"
    )
    semantic = rng.random() < 0.6
    block, side, menu = ("article", "aside", "nav") if semantic else ("div", "div", "div")
    banner = (
        f'<div class="top">{escape(date)} | {escape(own["weather"])}</div>' if story.shown == "banner" else ""
    )
    items = "".join(f'<li><a href="#">{escape(x)}</a></li>' for x in rng.sample(own["menu"], 7))
    label = (
        f'<p class="date">{escape(own["published"].format(date=date))}</p>' if story.shown == "label" else ""
    )
    line = (
        f"<p>{escape(words['datelines'][story.city])}, {escape(date)}</p>"
        if story.shown == "dateline"
        else ""
    )
    picture = ""
    if rng.random() < 0.4:
        caption = escape(rng.choice(own["captions"]).format(outlet=outlet))
        picture = f'<figure><img src="p.jpg" alt=""><figcaption>{caption}</figcaption></figure>'
    body = "".join(f"<p>{escape(p)}</p>\n" for p in story.paragraphs)
    links = "".join(f'<li><a href="#">{escape(ordinary(story.language, rng)[0])}</a></li>' for _ in range(5))
    remarks = "".join(f'<div class="comment">{escape(x)}</div>' for x in _remarks(story, own, rng))
    return (
        f"{head}\n<body>{banner}<header><a href='/'>{escape(outlet)}</a></header><{menu} class='menu'><ul>{items}</ul></{menu}>\n"
        f"<{block} class='story'><h1>{escape(story.title)}</h1>\n{label}{picture}{line}{body}"
        f"<div class='share'>{escape(own['share'])}</div></{block}>\n"
        f"<{side} class='sidebar'><h3>{escape(own['related'])}</h3><ul>{links}</ul></{side}>\n"
        f"<section class='comments'>{remarks}</section><footer>{escape(own['footer'].format(outlet=outlet))}</footer></body></html>\n"
    )


def not_found(language: str, rng: random.Random) -> str:
    """A page that holds no article at all."""
    own = load_words(language)["furniture"]
    return "\n".join(["404", "   ".join(rng.sample(own["menu"], 6)), own["share"]]) + "\n"


def _remarks(story: Story, own: dict[str, Any], rng: random.Random) -> list[str]:
    n = rng.randrange(0, 4)
    if not n:
        return []
    shown = [f"reader_{rng.randrange(1000)}: {remark}" for remark in rng.sample(own["remarks"], n)]
    return [own["comments"].format(n=write_number(n, story.language)), *shown]
