"use strict";
const HAS_SCRIPT = "DecompressionStream" in window;
document.documentElement.classList.toggle("has-script", HAS_SCRIPT);
const byId = id => document.getElementById(id);
function text(tag, value, parent, attributes = {}) {
  const element = parent.appendChild(document.createElement(tag));
  element.textContent = value;
  for (const [name, v] of Object.entries(attributes)) element.setAttribute(name, v);
  return element;
}
// Much of the page lies in it packed (base64 of gzip) and is unpacked when it is wanted.
const unpacked = new Map();
function unpack(source) {
  if (!unpacked.has(source)) {
    const bytes = Uint8Array.from(atob(source.textContent), c => c.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    unpacked.set(source, new Response(stream).text());
  }
  return unpacked.get(source);
}
const SOURCE = %%SOURCE%%, QUOTE = %%QUOTE%%;
function makeQuote(q) {
  const card = byId("quote-mould").content.cloneNode(true);
  const slot = name => card.querySelector(`[data-slot=${name}]`);
  for (const name of ["source", "title", "says", "event_date", "published", "chain", "origin", "where"]) slot(name).textContent = q[name];
  slot("rules").textContent = q.rules.join(", ");
  slot("title").lang = q.language;
  Object.assign(slot("text"), {lang: q.language, dir: q.rtl ? "rtl" : "ltr"});
  const p = slot("text").querySelector("p"), mark = p.querySelector("mark");
  mark.textContent = q.text;
  p.replaceChildren(q.before, mark, q.after);
  if (/^https?:\/\//.test(q.url)) {
    slot("title").after(" (", text("a", q.url, slot("title").parentElement, {href: q.url, rel: "noreferrer"}), ")");
  }
  return card;
}
// Packed evidence: each milestone of the table gets its element at once, its content when it is opened.
const packedEvidence = byId("packed-evidence");
if (packedEvidence && HAS_SCRIPT) {
  const shells = document.createDocumentFragment();
  document.querySelectorAll("#milestone-rows tr").forEach((row, i) => {
    const id = row.dataset.milestone, [when, title] = row.cells;
    const details = text("details", "", shells, {class: "evidence", id, "data-part": Math.floor(i / packedEvidence.dataset.size), "data-at": i % packedEvidence.dataset.size});
    details.hidden = i >= 20; // the others come when they are opened from a figure or the table
    const summary = text("summary", "", details);
    text("span", when.textContent, summary, {class: "when"});
    summary.append(" ");
    text("strong", title.textContent, summary);
  });
  packedEvidence.append(shells);
}
async function fill(details) {
  if (!details.dataset.part || details.dataset.filled) return;
  details.dataset.filled = "yes";
  const sources = JSON.parse(await unpack(byId("evidence-sources")));
  const part = JSON.parse(await unpack(byId(`evidence-${details.dataset.part}`))), at = Number(details.dataset.at);
  details.innerHTML = part.heads[at];
  let i = part.counts.slice(0, at).flat().reduce((a, b) => a + b, 0);
  for (const [k, title] of ["", "Against it"].entries()) {
    const n = part.counts[at][k];
    if (!n) continue;
    if (title) text("h3", title, details, {class: "against"});
    const holder = text("div", "", details, {class: "quotes"});
    for (const end = i + n; i < end; i++) {
      const q = {};
      QUOTE.forEach(name => { q[name] = part[name][i]; });
      SOURCE.forEach((name, j) => { q[name] = sources[part.article[i]][j]; });
      holder.append(makeQuote(q));
    }
  }
}
function openEvidence(id, focus) {
  const details = byId(id);
  if (!details || details.tagName !== "DETAILS") return false;
  details.hidden = false;
  details.open = true;
  if (focus) details.querySelector("summary").focus({preventScroll: true});
  fill(details).then(() => {
    details.scrollIntoView({block: "start", behavior: "instant"});
    if (focus) details.querySelector("summary").focus({preventScroll: true});
  });
  return true;
}
document.querySelectorAll("details.evidence").forEach(d => d.addEventListener("toggle", () => d.open && fill(d)));
document.addEventListener("click", event => {
  const link = event.target.closest("a.to-evidence");
  if (link && openEvidence(link.getAttribute("href").slice(1), true)) event.preventDefault();
});
window.addEventListener("hashchange", () => openEvidence(location.hash.slice(1), false));
if (location.hash) openEvidence(location.hash.slice(1), false);
window.addEventListener("beforeprint", () => document.querySelectorAll("details.evidence").forEach(d => { d.open = d.open || !d.dataset.part; }));

// Long tables show their first rows; the others are added, as text, when they are asked for.
for (const button of document.querySelectorAll("button.more")) {
  button.hidden = !HAS_SCRIPT;
  button.addEventListener("click", async () => {
    const body = button.closest("details").querySelector("tbody"), rows = document.createDocumentFragment();
    for (const values of JSON.parse(await unpack(byId(button.dataset.rows)))) {
      const row = rows.appendChild(document.createElement("tr"));
      for (const value of values) text("td", value, row, {dir: "auto"});
    }
    body.append(rows);
    button.previousElementSibling.remove();
    button.remove();
  });
}
// A table of many milestones can be narrowed by the words in its rows.
for (const input of document.querySelectorAll("input[data-filters]")) {
  const rows = [...byId(input.dataset.filters).rows], box = input.closest(".filter");
  box.hidden = rows.length < 12;
  const words = rows.map(row => row.textContent.toLowerCase());
  input.addEventListener("input", () => {
    const wanted = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    let n = 0;
    rows.forEach((row, i) => { row.hidden = !wanted.every(w => words[i].includes(w)); n += !row.hidden; });
    box.querySelector("[role=status]").textContent = wanted.length ? `${n} of ${rows.length}` : "";
  });
}

// Marks of a figure are reached by keyboard: one tab stop a figure, arrow keys go from mark to mark, Enter opens the evidence.
function marksOf(target) {
  const found = [];
  for (const trace of target.querySelectorAll(".scatterlayer .trace")) {
    const first = trace.__data__ && trace.__data__[0];
    if (!first || !first.trace || first.trace.meta !== "marks") continue;
    for (const path of trace.querySelectorAll("path.point")) {
      const data = first.trace.customdata[path.__data__.i];
      if (data && data[0]) found.push({path, id: data[0], words: data[1], x: path.getBoundingClientRect().x});
    }
  }
  return found.sort((a, b) => a.x - b.x);
}
function makeReachable(target, zooms) {
  const marks = marksOf(target);
  marks.forEach((mark, i) => {
    mark.path.setAttribute("role", "button");
    mark.path.setAttribute("aria-label", mark.words);
    mark.path.setAttribute("tabindex", i === 0 ? "0" : "-1");
    mark.path.onkeydown = event => {
      const step = {ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1}[event.key];
      const to = event.key === "Home" ? 0 : event.key === "End" ? marks.length - 1 : step ? i + step : -1;
      if (event.key === "Enter" || event.key === " ") {
        event.preventDefault();
        openEvidence(mark.id, true);
      } else if (marks[to]) {
        event.preventDefault();
        mark.path.setAttribute("tabindex", "-1");
        marks[to].path.setAttribute("tabindex", "0");
        marks[to].path.focus();
      }
    };
  });
  if (marks.length && !target.nextElementSibling?.classList.contains("hint")) {
    const hint = document.createElement("p");
    hint.className = "meta hint";
    hint.textContent = "Click a mark, or reach it with Tab and the arrow keys and press Enter, to read its evidence." + (zooms ? " Drag to zoom, double-click to see all." : "");
    target.after(hint);
  }
}
// plotly draws its buttons as pictures of buttons; the page has real ones.
function addButtons(target, menu) {
  const bar = document.createElement("div");
  bar.className = "zoom";
  bar.setAttribute("role", "group");
  bar.setAttribute("aria-label", "Period shown");
  for (const button of menu.buttons) {
    const element = text("button", button.label, bar, {type: "button"});
    element.addEventListener("click", () => window.Plotly.relayout(target, button.args[0]));
  }
  target.before(bar);
}
// A chart too full for words gets them when few marks are left in view: each beside its mark, where the row has room.
const MOST_NAMED = 40, LETTER = 7;
function nameMarksInView(target) {
  const axis = target._fullLayout.xaxis, [low, high] = axis.range.map(v => axis.d2l(v)), scale = axis._length / (high - low);
  const marks = [];
  for (const trace of target.data.filter(t => t.meta === "marks")) {
    trace.x.forEach((x, i) => {
      const at = (axis.d2l(x) - low) * scale;
      const [what, when] = trace.hovertext[i].replace(/<\/?b>/g, "").split("<br>");
      if (at >= 0 && at <= axis._length) marks.push({x, y: trace.y[i], at, words: `${what.length > 60 ? what.slice(0, 59) + "…" : what}, ${when}`});
    });
  }
  if (target.dataset.named === String(axis.range)) return; // the update below reports a change of its own
  target.dataset.named = String(axis.range);
  const few = marks.length <= MOST_NAMED;
  marks.sort((a, b) => a.y - b.y || a.at - b.at);
  const pad = "\u00a0\u00a0\u00a0\u00a0", named = [];
  let taken = 0; // how far words reach in the row so far
  marks.forEach((m, i) => {
    const row = j => marks[j] && marks[j].y === m.y ? marks[j] : null, width = m.words.length * LETTER + 14;
    if (!row(i - 1)) taken = 0;
    const right = (row(i + 1) ? row(i + 1).at - 12 : axis._length) - m.at, left = m.at - Math.max(taken, row(i - 1) ? row(i - 1).at + 12 : 0);
    if (!few || Math.max(left, right) < width) return;
    const side = right >= width ? "right" : "left";
    if (side === "right") taken = m.at + width;
    named.push({...m, side, text: side === "right" ? pad + m.words : m.words + pad});
  });
  const own = target.data.findIndex(t => t.meta === "names"), given = [...target.data.keys()].filter(i => target.data[i].meta === "labels");
  const range = [...axis.range];
  window.Plotly.update(target, {x: [named.map(m => m.x)], y: [named.map(m => m.y)], text: [named.map(m => m.text)], textposition: [named.map(m => `middle ${m.side}`)]}, {"xaxis.range": range, "xaxis.autorange": false}, [own]);
  for (const i of given) if ((target.data[i].visible ?? true) === few) window.Plotly.restyle(target, {visible: !few}, [i]);
}
const theme = window.matchMedia("(prefers-color-scheme: dark)"), narrow = window.matchMedia("(max-width: 40rem)");
async function drawFigure(source) {
  // Figures are made in the colours of the light page; on a dark one each is exchanged for its twin.
  const made = await unpack(source);
  const colours = theme.matches ? made.replace(/#[0-9a-fA-F]{6}\b/g, c => DARK[c.toLowerCase()] || c) : made;
  const figure = JSON.parse(colours), target = byId(source.dataset.figure);
  const zooms = !figure.layout.xaxis?.fixedrange;
  const menu = (figure.layout.updatemenus || [])[0];
  delete figure.layout.updatemenus;
  if (menu && !target.previousElementSibling?.classList.contains("zoom")) addButtons(target, menu);
  target.style.height = figure.layout.height + "px";
  const words = figure.data.filter(t => t.meta === "labels").reduce((n, t) => n + t.text.length, 0);
  const isFull = figure.layout.meta?.kind === "timeline" && words < figure.data.filter(t => t.meta === "marks").reduce((n, t) => n + t.x.length, 0);
  if (isFull) {
    figure.data.unshift({x: [], y: [], text: [], mode: "text", meta: "names", hoverinfo: "skip", cliponaxis: false,
      textposition: "middle right", textfont: {size: 12, color: figure.layout.font.color}});
  }
  await window.Plotly.react(target, figure.data, figure.layout, {responsive: true, displaylogo: false, displayModeBar: false});
  makeReachable(target, zooms);
  if (target.dataset.ready) return;
  target.dataset.ready = "yes";
  if (isFull) target.on("plotly_relayout", change => { if (Object.keys(change).some(k => k.startsWith("xaxis"))) setTimeout(() => nameMarksInView(target), 60); });
  target.on("plotly_afterplot", () => makeReachable(target, zooms));
  target.on("plotly_click", event => {
    const data = event.points[0].customdata;
    if (data && data[0]) openEvidence(data[0], true);
  });
}
// plotly itself is packed as well; the policy of the page names its hash, so what runs is what was put in. Narrow windows show
// pictures and never load it.
async function drawFigures() {
  const sources = document.querySelectorAll("script[data-figure]"), library = byId("plotly-source");
  if (!HAS_SCRIPT || !library || narrow.matches) return;
  if (!window.Plotly) {
    const script = document.createElement("script");
    script.textContent = await unpack(library);
    unpacked.delete(library);
    document.head.append(script);
  }
  if (!window.Plotly) {
    document.documentElement.classList.remove("has-script"); // pictures then
    return;
  }
  for (const source of sources) await drawFigure(source);
}
drawFigures();
for (const query of [theme, narrow]) query.addEventListener("change", drawFigures);
