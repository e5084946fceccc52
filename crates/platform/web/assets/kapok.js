// Small comforts on top of pages that work without them. Every part looks for its own data attributes and does
// nothing where there are none. Words come from the page, never from here.

const all = (selector, root = document) => [...root.querySelectorAll(selector)];
// A browser may refuse storage (private window, full disk): comforts fall away, the page goes on.
const remember = (store, key, value) => { try { value === null ? store.removeItem(key) : store.setItem(key, value); } catch { /* see above */ } };
const recall = (store, key) => { try { return store.getItem(key); } catch { return null; } };

// data-js: controls that make sense only with a script are hidden until there is one.
for (const el of all("[data-js]")) el.hidden = false;
// data-focus: what went wrong is read out first.
document.querySelector("[data-focus]")?.focus();

// button[data-once]: a form is sent once. The button stays enabled, or its name and value would not be sent.
addEventListener("submit", (event) => {
  const form = event.target;
  const button = event.submitter;
  if (event.defaultPrevented || !form.querySelector("[data-once]")) return;
  if (form.dataset.sent) { event.preventDefault(); return; }
  form.dataset.sent = "yes";
  button?.setAttribute("aria-disabled", "true");
  // A connection that never answers must not lock the form for good.
  setTimeout(() => release(form), 15000);
});
const release = (form) => {
  delete form.dataset.sent;
  for (const b of all("[aria-disabled]", form)) b.removeAttribute("aria-disabled");
};
addEventListener("pageshow", (event) => { if (event.persisted) all("form[data-sent]").forEach(release); });

// textarea[data-draft="name"]: what is typed survives a lost connection or a closed page, in this tab only. It is
// forgotten once it has been sent: that is, when the page after sending has another form or a notice.
const draftKey = (name) => "kapok-draft-" + name;
const pending = recall(sessionStorage, "kapok-sending");
// [data-unsent]: the session had ended; what was sent waits on this page and is not in the record yet.
if (pending && !document.querySelector("[data-unsent]")) {
  const field = document.querySelector(`[data-draft="${CSS.escape(pending)}"]`);
  if (!field || document.querySelector("[data-notice]")) remember(sessionStorage, draftKey(pending), null);
  remember(sessionStorage, "kapok-sending", null);
}
for (const field of all("[data-draft]")) {
  const key = draftKey(field.dataset.draft);
  const kept = recall(sessionStorage, key);
  if (kept && !field.value.trim()) field.value = kept;
  field.addEventListener("input", () => remember(sessionStorage, key, field.value || null));
  field.form?.addEventListener("submit", () => remember(sessionStorage, "kapok-sending", field.dataset.draft));
}

// <div data-like="/say/like" data-for="words" aria-live="polite">: matters that look like what is being typed.
for (const box of all("[data-like]")) {
  const field = document.getElementById(box.dataset.for);
  let timer, running, asked = "";
  const ask = async () => {
    const text = field.value.trim().slice(0, 400);
    if (text === asked) return;
    asked = text;
    running?.abort();
    if (text.length < 8 && !/[^\u0000-\u2fff]{4}/.test(text)) { box.replaceChildren(); return; }
    running = new AbortController();
    try {
      const answer = await fetch(box.dataset.like + "?text=" + encodeURIComponent(text), { signal: running.signal, headers: { accept: "text/html" } });
      if (answer.ok) box.innerHTML = await answer.text();
    } catch { /* no connection: the form works without this */ }
  };
  field?.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(ask, 700); });
}

// data-keys on a page with single-key commands: data-key="a" is pressed or focused by that key; j and k walk through
// [data-row]; "?" opens the list of keys, where they can be switched off (WCAG 2.1.4).
const help = document.querySelector("dialog[data-help]");
const keysOn = document.querySelector("[data-keys-on]");
if (keysOn) {
  keysOn.checked = recall(localStorage, "kapok-keys") !== "off";
  keysOn.addEventListener("change", () => remember(localStorage, "kapok-keys", keysOn.checked ? null : "off"));
}
for (const opener of all("[data-open-help]")) opener.addEventListener("click", () => help?.showModal());
const typing = (el) => el.isContentEditable || /^(textarea|select)$/i.test(el.tagName) || (el.tagName === "INPUT" && !/^(checkbox|radio|button|submit|reset)$/.test(el.type));
const walk = (step) => {
  const rows = all("[data-row]");
  const at = rows.findIndex((row) => row.contains(document.activeElement) || row.getAttribute("aria-current") === "true");
  const row = rows[Math.min(rows.length - 1, Math.max(0, at + step))];
  const target = row?.querySelector("a, button, input") ?? row;
  target?.focus();
  row?.scrollIntoView({ block: "nearest" });
};
if (document.querySelector("[data-keys]")) addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || typing(event.target) || help?.open) return;
  if (event.key === "?") { event.preventDefault(); help?.showModal(); return; }
  if (keysOn && !keysOn.checked) return;
  const el = all(`[data-key="${CSS.escape(event.key)}"]`).find((e) => e.getClientRects().length);
  if (el) {
    event.preventDefault();
    typing(el) ? el.focus() : el.click();
  } else if (event.key === "j" || event.key === "k") {
    event.preventDefault();
    walk(event.key === "j" ? 1 : -1);
  }
});

// data-print and data-copy="id of the code": the receipt.
for (const el of all("[data-print]")) el.addEventListener("click", () => print());
for (const el of all("[data-copy]")) el.addEventListener("click", async () => {
  await navigator.clipboard?.writeText(document.querySelector(el.dataset.copy)?.textContent.trim() ?? "");
  if (el.dataset.done) el.textContent = el.dataset.done;
});

// Ctrl+Enter in a longer text sends it, where the form has one button that sends.
if (document.querySelector("[data-keys]")) addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || !event.target.matches("form textarea")) return;
  const buttons = all("[data-once]", event.target.form);
  if (buttons.length !== 1) return;
  event.preventDefault();
  event.target.form.requestSubmit(buttons[0]);
});

// <form data-enter-next>: in a grid Enter goes to the next field and Shift+Enter begins a new line; only a button sends the
// form. Whoever comes to the last row finds another one below it.
const MOST_ROWS = 500;
const another = (last) => {
  const number = all("[data-row]", last.parentElement).length;
  if (number >= MOST_ROWS) return;
  const row = last.cloneNode(true);
  const renumber = (text) => text.replace(String(number), String(number + 1));
  for (const el of all("th span", row)) el.textContent = renumber(el.textContent);
  for (const el of all("input, textarea, select", row)) {
    el.id = el.id.replace(/\d+$/, String(number + 1));
    el.setAttribute("aria-label", renumber(el.getAttribute("aria-label")));
    el.removeAttribute("aria-invalid");
    el.removeAttribute("aria-describedby");
    if (el.matches("select")) { el.selectedIndex = 0; } else { el.value = el.defaultValue = ""; }
  }
  last.parentElement.append(row);
};
for (const form of all("form[data-enter-next]")) {
  const grid = "[data-row] :is(input, textarea, select)";
  form.addEventListener("focusin", (event) => {
    const row = event.target.closest("[data-row]");
    if (row && row === all("[data-row]", form).pop()) another(row);
  });
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing || !event.target.matches(`${grid}, input:not([type=file]), select`)) return;
    event.preventDefault();
    const fields = all(`fieldset :is(input, select), ${grid}`, form);
    fields[fields.indexOf(event.target) + 1]?.focus();
  });
}

// Words typed into a form of staff and not sent: the browser asks before it leaves them. [data-staff] is on staff pages.
let leaving = false;
addEventListener("submit", (event) => { leaving = !event.defaultPrevented; });
addEventListener("pageshow", () => { leaving = false; });
const written = (el) => el.value.trim() && el.value !== el.defaultValue;
if (document.querySelector("[data-staff]")) addEventListener("beforeunload", (event) => {
  if (!leaving && all("main form[method=post] :is(textarea, input[type=text], input:not([type]))").some(written)) event.preventDefault();
});
