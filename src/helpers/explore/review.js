// The review queue: keys and buttons in, messages out. Text from pages is only ever set as textContent.
const KEYS = { a: "accept", r: "reject", c: "correct", m: "merge", p: "split", s: "skip", u: "undo" };

function element(parent, tag, text, attributes = {}) {
  const node = document.createElement(tag);
  if (text !== undefined) node.textContent = text;
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  parent.appendChild(node);
  return node;
}

function render({ model, el }) {
  const root = element(el, "div", undefined, { tabindex: "0", class: "dossier-review", role: "group", "aria-label": "Review queue" });
  // JupyterLab's own single-letter keys must not act on the cell meanwhile
  root.setAttribute("data-lm-suppress-shortcuts", "true");
  root.style.cssText = "padding:8px;border:1px solid var(--jp-border-color2,#ccc);font-size:13px;line-height:1.45";
  let mode = "";
  let form = {};

  const send = (message) => model.send({ reviewer: form.reviewer?.value ?? "", reason: form.reason?.value ?? "", ...message });
  const item = () => model.get("state").item;
  const drafting = () => Boolean(model.get("state").draft?.action);

  function start(action) {
    if (action === "skip") return send({ kind: "skip", name: item().name });
    mode = action;
    form.ask(action);
  }

  function draft() {
    const others = [];
    const settings = [];
    if (mode === "merge") others.push(form.other.value);
    if (mode === "split") for (const box of form.claims) if (box.checked) others.push(box.value);
    if (mode === "correct") settings.push(`${form.field.value}=${form.value.value}`);
    send({ kind: "draft", action: mode, name: item().name ?? "", others, settings });
  }

  function build() {
    const state = model.get("state");
    const kept = { reason: form.reason?.value ?? "", reviewer: form.reviewer?.value, field: form.field?.value, value: form.value?.value };
    root.replaceChildren();
    form = {};
    const top = element(root, "div", `${state.left} events wait for a decision. `, { class: "review-left" });
    top.style.color = "#595959";
    element(root, "div", state.message, { class: "review-message", role: "status", "aria-live": "polite" }).style.fontWeight = "600";
    const it = state.item;
    if (it.name) {
      element(root, "h3", `${it.date}: ${it.title}`, { class: "review-title" });
      element(root, "div", `${it.status}, grade ${it.grade}, doubt ${it.doubt}: ${it.reasons.join("; ")} (${it.name})`);
      for (const side of it.sides) element(root, "div", `≠ ${side}`);
    } else element(root, "h3", "Nothing waits for a decision.");
    form.claims = [];
    for (const q of it.quotes ?? []) {
      const line = element(root, "label");
      line.style.display = "block";
      const box = element(line, "input", undefined, { type: "checkbox", value: q.claim, "aria-label": "take this claim out" });
      box.style.display = mode === "split" ? "inline" : "none";
      form.claims.push(box);
      element(line, "b", ` ${q.source} `);
      element(line, "span", `${q.says} · ${q.date} · ${q.origin}`).style.color = "#595959";
      const quote = element(line, "blockquote", q.text, { dir: q.rtl ? "rtl" : "ltr", lang: q.language });
      quote.style.cssText = `margin:2px 0 6px;padding:2px 8px;border-inline-start:3px solid #0072b2;text-align:${q.rtl ? "right" : "left"}`;
    }
    if (it.more) element(root, "div", `and ${it.more} more claims`);

    const ask = element(root, "div");
    const row = element(ask, "div");
    element(row, "label", "Reviewer ").appendChild((form.reviewer = document.createElement("input")));
    form.reviewer.value = kept.reviewer ?? state.reviewer;
    form.reviewer.className = "review-reviewer";
    element(row, "label", " Reason ").appendChild((form.reason = document.createElement("input")));
    form.reason.value = state.message.startsWith("saved") ? "" : kept.reason;
    form.reason.size = 50;
    form.reason.className = "review-reason";
    const extra = element(ask, "div");
    form.ask = (action) => {
      extra.replaceChildren();
      for (const box of form.claims) box.style.display = action === "split" ? "inline" : "none";
      element(extra, "span", `${action}: say why, then Enter shows what it changes. `).style.fontWeight = "600";
      if (action === "correct") {
        form.field = element(extra, "select", undefined, { "aria-label": "field" });
        for (const name of state.fields) element(form.field, "option", name, { value: name });
        form.value = element(extra, "input", undefined, { "aria-label": "value", placeholder: "value; empty for not known" });
        if (kept.field) form.field.value = kept.field;
        form.value.value = kept.value ?? "";
      }
      if (action === "merge") {
        form.other = element(extra, "select", undefined, { "aria-label": "merge with" });
        for (const other of it.neighbours ?? []) element(form.other, "option", other.title, { value: other.name });
      }
      if (action === "split") element(extra, "span", "Tick the claims to take out.");
      form.reason.focus();
    };
    if (mode && !state.draft?.action && !state.message.startsWith("saved")) form.ask(mode);

    const bar = element(root, "div", undefined, { class: "review-keys" });
    bar.style.margin = "6px 0";
    for (const [key, action] of Object.entries(KEYS)) {
      const button = element(bar, "button", `${action} (${key})`, { type: "button", class: `review-${action}` });
      button.style.marginInlineEnd = "4px";
      button.onclick = () => start(action);
    }
    if (state.draft?.action) {
      const box = element(root, "div", undefined, { class: "review-draft" });
      element(box, "b", `${state.draft.action}: what it changes`);
      if (!state.draft.changes.length) element(box, "div", "nothing in the tables; it is recorded all the same");
      if (state.draft.scope) element(box, "div", state.draft.scope);
      const table = element(box, "table");
      for (const change of state.draft.changes) {
        const line = element(table, "tr");
        for (const name of ["event", "field", "before", "after"]) element(line, "td", change[name], { dir: "auto" }).style.padding = "1px 8px";
      }
      const save = element(box, "button", "Save (Enter)", { type: "button", class: "review-save" });
      save.onclick = () => { mode = ""; send({ kind: "save" }); };
      element(box, "button", "Cancel (Esc)", { type: "button", class: "review-cancel" }).onclick = () => { mode = ""; send({ kind: "cancel" }); };
      root.focus();
    } else if (state.message.startsWith("saved")) root.focus();
  }

  root.addEventListener("keydown", (event) => {
    const typing = ["INPUT", "SELECT"].includes(event.target.tagName) && event.target.type !== "checkbox";
    if (event.key === "Escape") { mode = ""; send({ kind: "cancel" }); root.focus(); }
    else if (event.key === "Enter" && event.target.tagName !== "BUTTON") {
      if (drafting()) { mode = ""; send({ kind: "save" }); } else if (mode) draft();
    } else if (!typing && KEYS[event.key] && !event.ctrlKey && !event.metaKey && !event.altKey) start(KEYS[event.key]);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  model.on("change:state", build);
  build();
}

export default { render };
