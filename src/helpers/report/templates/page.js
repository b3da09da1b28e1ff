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
    for (const [name, value] of rows) {
      const row = list.appendChild(document.createElement("div"));
      text("dt", name, row);
      text("dd", value, row, {dir: "auto"});
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
if (window.Plotly) document.querySelectorAll("script[data-figure]").forEach(source => {
  // Figures are made in the colours of the light page; on a dark one each is exchanged for its twin.
  const dark = window.matchMedia("(prefers-color-scheme: dark)").matches;
  const colours = dark ? source.textContent.replace(/#[0-9a-fA-F]{6}\b/g, c => DARK[c.toLowerCase()] || c) : source.textContent;
  const figure = JSON.parse(colours), target = byId(source.dataset.figure);
  const config = {responsive: true, displaylogo: false, modeBarButtonsToRemove: ["select2d", "lasso2d", "toImage", "sendDataToCloud"]};
  window.Plotly.newPlot(target, figure.data, figure.layout, config).then(() => {
    target.on("plotly_click", event => {
      const data = event.points[0].customdata;
      if (data) openEvidence(Array.isArray(data) ? data[0] : data, true);
    });
  });
});
