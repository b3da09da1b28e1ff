"""The dossier as a graph (GraphML, GEXF): milestones, people, places, origins and articles, and how they hang together."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import Any

from helpers.figures.style import clean_text
from helpers.figures.titles import say_date
from helpers.foundation.storage import write_bytes
from helpers.report.exports import Dossier, Format, about

LIMITS = (
    "missing values: a missing text is empty, a missing number is left out",
    "lists: they are joined with ' | '",
    "dates as intervals: earliest, latest and EDTF are plain texts",
    "quotes and their offsets: an edge says which claim it stands for",
)
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def _text(value: Any) -> str:
    """Text that XML 1.0 allows."""
    if value is None:
        return ""
    joined = " | ".join(map(str, value)) if isinstance(value, list) else str(value)
    return _NOT_XML.sub("", clean_text(joined))


def build_graph(dossier: Dossier) -> Any:
    """A networkx MultiDiGraph; nodes have `kind` and `label`, edges `kind`. Keys of nodes are the ids of the tables.

    Edges: article -says-> milestone (one a claim), origin -stands behind-> milestone, actor -takes part in-> milestone,
    milestone -happened in-> place.
    """
    import networkx as nx

    graph = nx.MultiDiGraph()
    graph.graph.update(
        run_id=dossier.run_id,
        title=_text(dossier.run["title"]),
        cannot_express="; ".join(LIMITS),
        profile=dossier.profile,
    )
    claims, articles = dossier.claims, dossier.articles
    for m in dossier.tables["milestones"]:
        mid = m["milestone_id"]
        graph.add_node(
            mid, kind="milestone", label=_text(m["title"]), status=m["status"], grade=m["grade"], date_edtf=_text(m["date_edtf"]),
            earliest=_text(m["earliest"]), latest=_text(m["latest"]), date=say_date(m["earliest"], m["latest"], m["weekday"]),
            defence=m["defence"], n_origins=int(m["n_origins"]), contradictions=_text(m["contradictions"]),
        )  # fmt: skip
        for kind, names, edge in (
            ("origin", m["origins"], "stands behind"),
            ("actor", m["actors"], "takes part in"),
        ):
            for name in names:
                node = f"{kind}:{_text(name)}"
                graph.add_node(node, kind=kind, label=_text(name))
                graph.add_edge(node, mid, key=edge, kind=edge)
        if m["place"]:
            node = f"place:{_text(m['place'])}"
            graph.add_node(node, kind="place", label=_text(m["place"]))
            graph.add_edge(mid, node, key="happened in", kind="happened in")
        for claim_id in m["claim_ids"]:
            c = claims[claim_id]
            a = articles[c["article_id"]]
            graph.add_node(
                a["article_id"], kind="article", label=_text(a["title"]) or _text(a["source_path"]), outlet=_text(a["outlet"]),
                language=a["language"], published=_text(a["published_edtf"]), url=_text(a["url"]),
            )  # fmt: skip
            graph.add_edge(
                a["article_id"],
                mid,
                key=claim_id,
                kind="says",
                status=c["status"],
                polarity=c["polarity"],
                claim_id=claim_id,
            )
    return graph


def write_graphml(dossier: Dossier, out: Path) -> list[Path]:
    """graph.graphml, written by networkx."""
    import networkx as nx

    buffer = io.BytesIO()
    nx.write_graphml_xml(build_graph(dossier), buffer, named_key_ids=True)
    path = out / "graph.graphml"
    write_bytes(path, buffer.getvalue())
    return [path]


def write_gexf(dossier: Dossier, out: Path) -> list[Path]:
    """graph.gexf (1.2), written by networkx; the day of writing that it puts in is exchanged for the run's."""
    import networkx as nx

    graph = build_graph(dossier)
    for _, data in graph.nodes(
        data=True
    ):  # 'kind' of an edge has a meaning of its own in GEXF; attributes may not clash
        data["type_of_node"] = data.pop("kind")
    for _, _, data in graph.edges(data=True):
        data["relation"] = data.pop("kind")
    text = "\n".join(nx.generate_gexf(graph, version="1.2draft"))
    text = re.sub(r'lastmodifieddate="[^"]*"', f'lastmodifieddate="{dossier.run["as_of"]}"', text, count=1)
    said = about(dossier, LIMITS)
    comment = f"run {said['run_id']}; cannot express: {'; '.join(LIMITS)}".replace("--", "- -")
    text = re.sub(
        r"<creator>[^<]*</creator>",
        f"<creator>dossier</creator><description>{comment}</description>",
        text,
        count=1,
    )
    path = out / "graph.gexf"
    write_bytes(path, ('<?xml version="1.0" encoding="UTF-8"?>\n' + text + "\n").encode("utf-8"))
    return [path]


FORMATS = (
    Format(
        "graphml",
        "graph.graphml: milestones, articles, origins, actors and places as a graph",
        LIMITS,
        write_graphml,
    ),
    Format("gexf", "graph.gexf: the same graph for Gephi", LIMITS, write_gexf),
)
