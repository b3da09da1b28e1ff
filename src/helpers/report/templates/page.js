"use strict";
document.documentElement.classList.add("has-script");
const byId = id => document.getElementById(id);
function text(tag, value, parent, attributes = {}) {
  const element = parent.appendChild(document.createElement(tag));
  element.textContent = value;
  for (const [name, v] of Object.entries(attributes)) element.setAttribute(name, v);
  return element;
}
// Quotes of a large report lie in the page as data; they are built, as text, when their milestone is opened.
function fill(details) {
  const box = details.querySelector(".quotes[data-from]");
  if (!box) return;
  const island = byId(box.dataset.from);
  box.removeAttribute("data-from");
  box.replaceChildren();
  for (const q of JSON.parse(island.textContent)) {
    const card = box.appendChild(document.createElement("article"));
    card.className = "quote";
    const block = text("blockquote", "", card, {lang: q.language, dir: q.rtl ? "rtl" : "ltr"});
    const p = text("p", q.before, block);
    text("mark", q.text, p);
    p.append(q.after);
    const list = card.appendChild(document.createElement("dl"));
    const rows = [["Source", q.source + ": " + q.title], ["Says", q.says], ["Event date, by this page alone", q.event_date],
      ["Published", q.published], ["According to", q.chain], ["Origin", q.origin], ["Where", q.where], ["Rules", q.rules.join(", ")]];
    const isWeb = /^https?:\/\//.test(q.url);
    for (const [name, value] of rows) {
      const row = list.appendChild(document.createElement("div"));
      text("dt", name, row);
      const cell = text("dd", value, row, {dir: "auto"});
      if (name === "Source" && isWeb) {
        cell.append(" (");
        text("a", q.url, cell, {href: q.url, rel: "noreferrer"});
        cell.append(")");
      }
    }
  }
}
function openEvidence(id, focus) {
  const details = byId(id);
  if (!details || details.tagName !== "DETAILS") return false;
  fill(details);
  details.open = true;
  details.scrollIntoView({block: "start"});
  if (focus) details.querySelector("summary").focus();
  return true;
}
document.querySelectorAll("details.evidence").forEach(d => d.addEventListener("toggle", () => d.open && fill(d)));
document.addEventListener("click", event => {
  const link = event.target.closest("a.to-evidence");
  if (link && openEvidence(link.getAttribute("href").slice(1), true)) event.preventDefault();
});
window.addEventListener("hashchange", () => openEvidence(location.hash.slice(1), false));
if (location.hash) openEvidence(location.hash.slice(1), false);
window.addEventListener("beforeprint", () => document.querySelectorAll("details.evidence").forEach(d => { fill(d); d.open = true; }));

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
function makeReachable(target) {
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
    hint.textContent = "Click a mark, or reach it with Tab and the arrow keys and press Enter, to read its evidence. Drag to zoom, double-click to see all.";
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
const theme = window.matchMedia("(prefers-color-scheme: dark)");
function drawFigure(source) {
  // Figures are made in the colours of the light page; on a dark one each is exchanged for its twin.
  const colours = theme.matches ? source.textContent.replace(/#[0-9a-fA-F]{6}\b/g, c => DARK[c.toLowerCase()] || c) : source.textContent;
  const figure = JSON.parse(colours), target = byId(source.dataset.figure);
  const menu = (figure.layout.updatemenus || [])[0];
  delete figure.layout.updatemenus;
  if (menu && !target.previousElementSibling?.classList.contains("zoom")) addButtons(target, menu);
  target.style.height = figure.layout.height + "px";
  window.Plotly.react(target, figure.data, figure.layout, {responsive: true, displaylogo: false, displayModeBar: false}).then(() => {
    makeReachable(target);
    if (target.dataset.ready) return;
    target.dataset.ready = "yes";
    target.on("plotly_afterplot", () => makeReachable(target));
    target.on("plotly_click", event => {
      const data = event.points[0].customdata;
      if (data && data[0]) openEvidence(data[0], true);
    });
  });
}
if (window.Plotly) {
  const sources = document.querySelectorAll("script[data-figure]");
  sources.forEach(drawFigure);
  theme.addEventListener("change", () => sources.forEach(drawFigure));
}
