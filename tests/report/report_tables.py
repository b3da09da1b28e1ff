"""Plausible tables for the tests of figures and report: own words, thirteen languages, hostile strings, any size."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

from helpers.foundation import schemas, storage
from helpers.foundation.dates import read_edtf
from helpers.foundation.provenance import sha256_hex, short_id

Rows = dict[str, list[dict[str, Any]]]

# (key, language, outlet, origin, published edtf, evidence, url, title, paragraphs)
PAGES: list[tuple[str, str, str | None, str | None, str | None, str, str | None, str, list[str]]] = [
    ("en1", "en", "Harbour Gazette", "Defence Ministry of Northland", "2023-08-01", "metadata",
     "https://harbour.example/2023/08/01/paper", "Two ministers put their names to a memorandum",
     ["The defence ministers of the two countries signed a memorandum of understanding in Tehran on Monday.",
      "Colonel Example said the paper covers training. <script>alert('page')</script> He gave no number of pages."]),
    ("de1", "de", "Küstenbote", "Defence Ministry of Northland", None, "none", None,
     "Minister unterzeichnen Absichtserklärung über Verteidigung",
     ["Die Verteidigungsminister haben am Montag in Teheran eine Absichtserklärung unterzeichnet, größer als erwartet.",
      "Über die Straße nach Minsk wurde ebenfalls gesprochen."]),
    ("ru1", "ru", "Северный листок", None, "2025-08-21", "dateline", None,
     "Президенты подписали соглашение об обороне",
     ["В Минске президенты подписали соглашение о военно-техническом сотрудничестве.",
      "Подробности документа не раскрываются; журналисты его не видели."]),
    ("ro1", "ro", "Gazeta de Țărm", "Agenția Nord", "2025-08-20", "crawler header",
     "https://tarm.example/stire-1", "Două țări vor să-și întărească legăturile",
     ["Președinții au discutat miercuri, la Minsk, despre cooperarea în domeniul apărării.",
      "Cei doi au convenit să lucreze la un tratat de parteneriat strategic, a anunțat agenția."]),
    ("en2", "en", None, "Agency Two", "2025-08-21", "crawler header", "https://second.example/a?b=1&c=2",
     "Leaders agree to boost ties",
     ["The presidents signed a package of 13 documents in Minsk on Aug. 20.",
      "Nothing on defence was disclosed, and the two sides only discussed military-technical cooperation.",
      "Work towards a strategic partnership treaty is to begin."]),
    ("fa1", "fa", "روزنامه ساحل", "Agency Three", "2023-03-13", "dateline", None,
     "نقشه راه همکاری میان دو کشور امضا شد",
     ["رؤسای جمهور دو کشور در تهران نقشه راه همکاری‌های جامع و هفت یادداشت تفاهم را امضا کردند.",
      "این اسناد حوزه‌های تجارت و حمل‌ونقل را در بر می‌گیرد."]),
    ("be1", "be", "Прыбярэжны веснік", "Agency Three", "2023-03", "address", None, "Падпісана дарожная карта",
     ["Кіраўнікі дзвюх краін падпісалі ў Тэгеране дарожную карту ўсебаковага супрацоўніцтва, гаворыцца ў паведамленні."]),
    ("uk1", "uk", "Береговий вісник", "Agency Four", "2024-05-17", "metadata", None, "Акредитовано військового аташе",
     ["У Мінську вперше акредитували військового аташе Ірану; про це в четвер повідомило міністерство."]),
    ("pl1", "pl", "Głos Wybrzeża", "Agency Five", "2025-06-20", "metadata", None, "Wizyta przełożona",
     ["Wizytę prezydenta zaplanowaną na koniec czerwca przełożono na później, podała kancelaria."]),
    ("lt1", "lt", "Pajūrio žinios", "Agency Five", "2025-06-21", "metadata", None, "Vizitas atidėtas",
     ["Prezidento vizitas atidėtas neribotam laikui, pranešė agentūra."]),
    ("fr1", "fr", "La Gazette du Port", "Agency Six", "2022-12", "closing line", None, "Une commission s'est réunie",
     ["La quinzième commission économique mixte s'est tenue à Minsk l'an dernier, où l'on a parlé de commerce."]),
    ("es1", "es", "El Faro Ejemplo", "Agency Two", "2025-12-10", "metadata", "https://faro.example/n/9",
     '=HYPERLINK("https://evil.example","clic")',
     ["Las dos partes firmaron en Minsk el plan de cooperación militar para 2026, según la agencia."]),
    ("it1", "it", "Il Molo", "Agency Six", "2025-10-23", "metadata", None, "Protocollo #eval(\"1+1\") $x^2$ *stella*",
     ["A Teheran è stato firmato il protocollo della commissione militare-tecnica, dice il ministero; #panic(\"no\")."]),
    ("tr1", "tr", "Kıyı Gazetesi", None, "../2025-11-01", "page banner", None, "İran ve Belarus görüşmeyi yalanladı",
     ["Bakanlık, gizli bir anlaşmanın imzalandığı iddiasını yalanladı ve böyle bir belge olmadığını söyledi."]),
    ("en3", "en", "Harbour Gazette", "Agency Seven", "2007-01-23", "metadata", None, "An earlier paper",
     ["An earlier memorandum <script>alert('page')</script> between the two defence ministries was signed in Tehran in January 2007."]),
    ("ru2", "ru", "Вести побережья", "Agency Two", "2025-08-22", "metadata", None, "Пакет документов",
     ["Стороны подписали двенадцать документов, сообщает агентство; раздел об обороне в списке не значится."]),
]  # fmt: skip

# (id, title, kind, plover, status, instrument, n_documents, edtf, weekday, place, defence, areas, grade, actors, signatories,
#  contradictions, reference (id, date) or None, claims [(page, paragraph, status, polarity, edtf, basis, defence, n_documents)])
EVENTS: list[tuple[Any, ...]] = [
    ("ms-mou", "Defence memorandum of understanding signed in Tehran", "agreement", "SUPPORT", "signed",
     "memorandum of understanding", 1, "2023-07-31", 1, "Tehran", "yes", ["training and exchange"], "B",
     ["Ashtiani", "Khrenin"], ["Ashtiani", "Khrenin"], [], ("2023-defence-mou", "2023-07-31"),
     [("en1", 0, "signed", "asserted", "2023-07-31", "weekday and publication date", "yes", 1),
      ("de1", 0, "signed", "asserted", None, "weekday only", "yes", 1)]),
    ("ms-roadmap", "Roadmap and seven memoranda signed in Tehran", "agreement", "SUPPORT", "signed", "roadmap", 8,
     "2023-03", None, "Tehran", "no", ["trade", "transport"], "B", ["Raisi", "Lukashenko"], ["Raisi", "Lukashenko"], [],
     ("2023-tehran-roadmap", "2023-03-13"),
     [("fa1", 0, "signed", "asserted", "2023-03-10/2023-03-13", "news of the day", "no", 8),
      ("be1", 0, "signed", "asserted", "2023-03", "publication month", "no", None)]),
    ("ms-summit", "Presidents met in Minsk", "consultation", "CONSULT", "discussed", None, None, "2025-08-20", 3, "Minsk",
     "unclear", [], "A", ["Pezeshkian", "Lukashenko"], [], [], ("2025-minsk-summit", "2025-08-20"),
     [("ro1", 0, "discussed", "asserted", "2025-08-20", "weekday and publication date", "unclear", None),
      ("en2", 1, "discussed", "asserted", "2025-08-20", "explicit", "unclear", None)]),
    ("ms-documents", "Package of documents signed in Minsk", "agreement", "SUPPORT", "signed", "package of documents", None,
     "2025-08-20", 3, "Minsk", "contested", ["procurement", "industry"], "C", ["Pezeshkian", "Lukashenko"],
     ["Pezeshkian", "Lukashenko"], ["status", "n_documents", "defence"], None,
     [("en2", 0, "signed", "asserted", "2025-08-20", "explicit", "unclear", 13),
      ("ru1", 0, "signed", "asserted", "2025-08-18/2025-08-21", "news of the day", "yes", None),
      ("ru2", 0, "signed", "asserted", "2025-08-19/2025-08-22", "news of the day", "no", 12),
      ("ro1", 0, "discussed", "asserted", "2025-08-20", "weekday and publication date", "unclear", None)]),
    ("ms-treaty", "Strategic partnership treaty planned", "agreement", "AGREE", "planned", "strategic partnership treaty",
     None, "2025-08-20", 3, "Minsk", "no", [], "A", ["Pezeshkian", "Lukashenko"], [], [],
     ("2025-strategic-treaty-plan", "2025-08-20"),
     [("ro1", 1, "planned", "asserted", "2025-08-20", "weekday and publication date", "no", None),
      ("en2", 2, "planned", "future", "2025-08-20", "explicit", "no", None)]),
    ("ms-commission", "Fifteenth joint economic commission held in Minsk", "consultation", "CONSULT", "held", None, None,
     "2021", None, "Minsk", "no", ["trade"], "C", [], [], [], None,
     [("fr1", 0, "held", "historical", "2021", "relative", "no", None)]),
    ("ms-attache", "Military attaché accredited in Minsk", "cooperation", "COOPERATE", "held", None, None, "2024-05-16", 4,
     "Minsk", "yes", [], "C", ["Revenko"], [], [], ("2024-attache", "2024-05-16"),
     [("uk1", 0, "held", "asserted", "2024-05-16", "weekday and publication date", "yes", None)]),
    ("ms-visit", "Visit to Minsk postponed", "consultation", "CONSULT", "postponed", None, None, "2025-06-24/2025-06-30",
     None, "Minsk", "no", [], "B", ["Pezeshkian"], [], [], ("2025-postponed-visit", "2025-06-26/2025-06-27"),
     [("pl1", 0, "postponed", "asserted", "2025-06-24/2025-06-30", "explicit", "no", None),
      ("lt1", 0, "postponed", "asserted", None, "none", "no", None)]),
    ("ms-plan", "Plan of military cooperation for 2026 signed in Minsk", "agreement", "SUPPORT", "signed",
     "plan of military cooperation", 1, "2025-12-07/2025-12-10", None, "Minsk", "yes", ["exercises"], "C", ["Muraveiko"],
     [], [], ("2025-plan-2026", "2025-12-08/2025-12-10"),
     [("es1", 0, "signed", "asserted", "2025-12-07/2025-12-10", "news of the day", "yes", 1)]),
    ("ms-protocol", "Protocol of the military-technical commission signed in Tehran", "agreement", "SUPPORT", "signed",
     "protocol", 1, "2025-10-20/2025-10-23", None, "Tehran", "yes", ["working groups"], "C", ["Pantus"], [], [], None,
     [("it1", 0, "signed", "asserted", "2025-10-20/2025-10-23", "news of the day", "yes", 1)]),
    ("ms-denial", "Secret agreement denied", "agreement", "REJECT", "denied", "agreement", None, "../2025-11-01", None, None,
     "unclear", [], "D", [], [], [], None,
     [("tr1", 0, "denied", "negated", "../2025-11-01", "publication bound", "unclear", None)]),
    ("ms-2007", "Earlier defence memorandum signed in Tehran", "agreement", "SUPPORT", "signed",
     "memorandum of understanding", 1, "2007-01", None, "Tehran", "yes", ["training and exchange"], "C", ["Najjar", "Maltsev"],
     ["Najjar", "Maltsev"], [], ("2007-defence-mou", "2007-01-22"),
     [("en3", 0, "signed", "asserted", "2007-01", "explicit", "yes", 1)]),
]  # fmt: skip

REFERENCE = [
    {"id": "2007-defence-mou", "date": "2007-01-22", "place": "Tehran", "status": "signed", "defence": "yes",
     "what": "earlier memorandum", "who": ["Najjar"], "cite": ["https://reference.example/1"], "note": ""},
    {"id": "2023-tehran-roadmap", "date": "2023-03-13", "place": "Tehran", "status": "signed", "defence": "no",
     "what": "roadmap and memoranda", "who": ["Raisi"], "cite": ["https://reference.example/2"]},
    {"id": "2023-defence-mou", "date": "2023-07-31", "place": "Tehran", "status": "signed", "defence": "yes",
     "what": "memorandum of understanding", "who": ["Ashtiani"], "cite": ["https://reference.example/3"]},
    {"id": "2024-attache", "date": "2024-05-16", "place": "Minsk", "status": "held", "defence": "yes",
     "what": "attaché accredited", "who": [], "cite": ["https://reference.example/4"]},
    {"id": "2024-air-force-visit", "date": "2024-08-07", "place": "Tehran", "status": "held", "defence": "yes",
     "what": "air force commander visits", "who": [], "cite": ["https://reference.example/5"]},
    {"id": "2025-minsk-summit", "date": "2025-08-20", "place": "Minsk", "status": "held", "defence": "contested",
     "what": "summit", "who": [], "cite": ["https://reference.example/6"]},
    {"id": "2025-strategic-treaty-plan", "date": "2025-08-20", "place": "Minsk", "status": "planned", "defence": "no",
     "what": "treaty to be drafted", "who": [], "cite": ["https://reference.example/7"]},
    {"id": "2025-postponed-visit", "date": "2025-06-26/2025-06-27", "place": "Minsk", "status": "postponed",
     "defence": "no", "what": "visit put off", "who": [], "cite": ["https://reference.example/8"]},
    {"id": "2025-plan-2026", "date": "2025-12-08/2025-12-10", "place": "Minsk", "status": "signed", "defence": "yes",
     "what": "plan for 2026", "who": [], "cite": ["https://reference.example/9"]},
]  # fmt: skip

RUN: dict[str, Any] = {
    "run_id": "20260101T120000Z-abc12345", "status": "ok", "title": "Iran–Belarus defence cooperation",
    "started": "2026-01-01T12:00:00+00:00", "finished": "2026-01-01T12:00:08+00:00", "as_of": "2026-01-01",
    "parameters": {"start": "2005-01-01"},
    "profile": {"parties": ["BLR", "IRN"], "topic": "defence", "languages": ["en", "ru"], "start": "2005-01-01", "end": None},
    "reference": True, "raw": "/somewhere/raw", "without": [],
    "inputs": [{"path": "en1.txt", "sha256": "sha256:" + "0" * 64, "bytes": 1200}],
    "labels": {"Own-words digests made for demonstration": 16}, "decisions_sha256": "", "code_version": "0.1.0 (abc)",
    "code": {"version": "0.1.0"}, "libraries": {"pandas": "3.1.1"}, "timings": {}, "counts": {"articles": 16},
}  # fmt: skip


def interval(edtf: str | None) -> dict[str, str | None]:
    """The earliest and latest columns that go with an EDTF string."""
    if edtf is None:
        return {"earliest": None, "latest": None}
    found = read_edtf(edtf)
    return {
        "earliest": found.earliest.isoformat() if found.earliest else None,
        "latest": found.latest.isoformat() if found.latest else None,
    }


def _article(page: tuple[Any, ...]) -> tuple[dict[str, Any], list[dict[str, Any]], str, list[list[int]]]:
    key, language, outlet, origin, published, evidence, url, title, paragraphs = page
    article_id = short_id("art", key)
    text, spans, lines = "Menu | Weather 21C | Share\n", [], [("furniture", False, 0, 26)]
    title_span = [len(text), len(text) + len(title)]
    lines.append(("title", True, *title_span))
    text += title + "\n"
    for i, paragraph in enumerate(paragraphs):
        spans.append([len(text), len(text) + len(paragraph)])
        lines.append(("lead" if i == 0 else "body", True, *spans[-1]))
        text += paragraph + "\n"
    tail = "Related: five other stories you may like"
    lines.append(("related", False, len(text), len(text) + len(tail)))
    text += tail
    bounds = interval(published)
    row = {
        "article_id": article_id, "source_path": f"{key}.txt", "source_sha256": sha256_hex(text), "source_part": "",
        "media_type": "text/plain", "charset": "utf-8", "charset_evidence": "valid utf-8",
        "page_text_sha256": sha256_hex(text), "language": language, "outlet": outlet,
        "outlet_evidence": "title line" if outlet else "", "byline": "By A. Nonymous" if key == "en1" else None,
        "url": url, "title": title, "title_span": title_span, "lead_span": spans[0], "body": "\n".join(paragraphs),
        "body_spans": spans, "body_roles": ["lead"] + ["body"] * (len(spans) - 1), "removed_share": 0.3,
        "published_edtf": published, "published_earliest": bounds["earliest"], "published_latest": bounds["latest"],
        "published_evidence": evidence, "published_span": None, "cites": [origin] if origin else [],
        "story_id": short_id("sto", key), "origin": origin, "origin_reason": "named first" if origin else "nobody named",
        "duplicate_of": None, "status": "ok", "reason": None,
    }  # fmt: skip
    line_rows = [
        {"article_id": article_id, "start": a, "end": b, "role": role, "kept": kept, "reason": "rule", "score": float(kept)}
        for role, kept, a, b in lines
    ]  # fmt: skip
    return row, line_rows, text, spans


def make_tables(events: list[tuple[Any, ...]] | None = None) -> Rows:
    """Every table of the schemas as rows, for the pages and events above (or other `events` on the same pages)."""
    events = EVENTS if events is None else events
    tables: Rows = {name: [] for name in schemas.TABLES}
    pages = {}
    for page in PAGES:
        row, lines, text, spans = _article(page)
        pages[page[0]] = (row, text, spans)
        tables["articles"].append(row)
        tables["lines"] += lines
    for event in events:
        (mid, title, kind, plover, status, instrument, n_documents, edtf, weekday, place, defence, areas, grade, actors,
         signatories, disputed, reference, claim_specs) = event  # fmt: skip
        claim_ids, origins, outlets, said = [], set(), set(), []
        for n, (key, paragraph, c_status, polarity, c_edtf, basis, c_defence, c_documents) in enumerate(
            claim_specs
        ):
            article, text, spans = pages[key]
            start, end = spans[paragraph]
            claim_id = short_id("clm", mid, str(n), key)
            claim_ids.append(claim_id)
            origins.add(article["origin"] or "unattributed")
            outlets.add(article["outlet"] or article["article_id"])
            said.append((claim_id, article["origin"] or "unattributed", c_status, c_documents, c_defence))
            tables["claims"].append({
                "claim_id": claim_id, "article_id": article["article_id"], "start": start, "end": end,
                "quote": text[start:end], "language": article["language"], "role": "lead" if paragraph == 0 else "body",
                "kind": kind, "plover_type": plover, "plover_mode": None, "contexts": [], "status": c_status,
                "polarity": polarity, "instrument": instrument, "n_documents": c_documents, "actors": actors,
                "parties": ["BLR", "IRN"], "place": place, "country": None, "date_edtf": c_edtf, **interval(c_edtf),
                "weekday": weekday, "date_basis": basis, "date_span": None,
                "attribution": [article["origin"]] if article["origin"] else [], "defence": c_defence, "areas": areas,
                "rules": [f"{article['language']}.sign.1"],
            })  # fmt: skip
        common = {
            "title": title, "kind": kind, "plover_type": plover, "status": status, "parties": ["BLR", "IRN"],
            "actors": actors, "signatories": signatories, "place": place, "instrument": instrument,
            "n_documents": n_documents, "date_edtf": edtf, **interval(edtf), "weekday": weekday,
            "date_steps": json.dumps([{"by": "claim", "basis": s[5], "claim_id": c, "edtf": s[4]}
                                      for c, s in zip(claim_ids, claim_specs, strict=True)]),
            "defence": defence, "areas": areas, "grade": grade, "n_articles": len(claim_specs), "n_outlets": len(outlets),
            "n_origins": len(origins), "n_state_origins": sum("Ministry" in o for o in origins),
            "origins": sorted(origins), "claim_ids": sorted(claim_ids), "contradictions": disputed, "decided_by": None,
        }  # fmt: skip
        event_id = "evt" + mid[2:]
        tables["events"].append(
            {
                "event_id": event_id,
                **common,
                "milestone_id": mid,
                "left_out_by": None,
                "left_out_reason": None,
            }
        )
        tables["milestones"].append({
            "milestone_id": mid, **common, "reference_id": reference[0] if reference else None,
            "reference_date": reference[1] if reference else None,
        })  # fmt: skip
        columns = {"status": 2, "n_documents": 3, "defence": 4}
        for field in disputed:
            values: dict[str, list[tuple[Any, ...]]] = {}
            for s in said:
                if s[columns[field]] is not None:
                    values.setdefault(str(s[columns[field]]), []).append(s)
            for value, sides in values.items():
                side_origins = sorted({s[1] for s in sides})
                tables["contradictions"].append({
                    "event_id": event_id, "milestone_id": mid, "field": field, "value": value,
                    "claim_ids": sorted(s[0] for s in sides), "origins": side_origins, "n_origins": len(side_origins),
                })  # fmt: skip
    if events is EVENTS:
        out = {**tables["events"][5], "event_id": "evt-out", "milestone_id": None, "left_out_by": "general praise",
               "left_out_reason": "a courtesy without an act", "title": "Ties praised", "claim_ids": []}  # fmt: skip
        tables["events"].append(out)
        tables["quarantine"].append({
            "source_path": "broken.bin", "source_sha256": sha256_hex("x"), "source_part": "", "reason": "binary",
            "detail": "62% of the bytes are <control> characters",
        })  # fmt: skip
    return tables


def write_tables(folder: Path, rows: Rows | None = None) -> Path:
    """Write rows as the Parquet tables of a processed folder."""
    rows = make_tables() if rows is None else rows
    for name, table in schemas.TABLES.items():
        storage.write_table(table, rows[name], folder)
    return folder


def big_tables(n_milestones: int, n_claims: int) -> Rows:
    """Tables of any size: many milestones over twenty years, claims spread over them, one article for each claim pair."""
    tables: Rows = {name: [] for name in schemas.TABLES}
    base = make_tables()
    languages = [p[1] for p in PAGES]
    per = max(1, n_claims // n_milestones)
    first = dt.date(2005, 1, 1)
    article_cache: list[tuple[dict[str, Any], str, list[list[int]]]] = []
    for i in range(max(1, n_claims // 2)):
        paragraphs = [
            f"Paragraph {j} of page {i}: the sides met and signed paper number {i * 3 + j} there."
            for j in range(4)
        ]
        page = (f"big{i}", languages[i % len(languages)], f"Outlet {i % 37}", f"Agency {i % 23}",
                str(first + dt.timedelta(days=(i * 7) % 7600)), "metadata", None, f"Page {i}", paragraphs)  # fmt: skip
        row, lines, text, spans = _article(page)
        tables["articles"].append(row)
        tables["lines"] += lines
        article_cache.append((row, text, spans))
    template_claim, template_ms = base["claims"][0], base["milestones"]
    n = 0
    for m in range(n_milestones):
        ids = []
        day = str(first + dt.timedelta(days=(m * 3803) % 7600))
        for k in range(per):
            article, text, spans = article_cache[n // 2 % len(article_cache)]
            start, end = spans[n % 4]
            claim_id = short_id("clm", "big", str(n))
            ids.append(claim_id)
            tables["claims"].append({**template_claim, "claim_id": claim_id, "article_id": article["article_id"],
                                     "start": start, "end": end, "quote": text[start:end], "language": article["language"],
                                     "date_edtf": day, "earliest": day, "latest": day, "status": "signed" if k else "agreed"})  # fmt: skip
            n += 1
        mid = f"ms-{m:05d}"
        row = {**template_ms[m % len(template_ms)], "milestone_id": mid, "title": f"Milestone number {m} signed somewhere",
               "date_edtf": day, "earliest": day, "latest": day, "claim_ids": sorted(ids)}  # fmt: skip
        tables["milestones"].append(row)
        event = {k: v for k, v in row.items() if k not in {"milestone_id", "reference_id", "reference_date"}}
        tables["events"].append(
            {
                "event_id": f"evt-{m:05d}",
                **event,
                "milestone_id": mid,
                "left_out_by": None,
                "left_out_reason": None,
            }
        )
    return tables
