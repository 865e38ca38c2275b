"use strict";

// The editor of a mail: syntax colours, a preview beside it, and what the check says beside its line.
(() => {
  const draft = document.getElementById("draft");
  if (!draft || !window.CodeMirror) return;

  const at = id => document.getElementById(id);
  const base = `/studio/mails/${draft.dataset.mail}/`;
  let key = draft.elements.formKey.value;

  CodeMirror.defineMode("mail", config =>
    CodeMirror.overlayMode(CodeMirror.getMode(config, "text/html-mail"), mustache));
  CodeMirror.defineMIME("text/html-mail", { name: "xml", htmlMode: false, allowMissing: true, allowUnquoted: true });
  const mustache = {
    token(stream) {
      if (stream.match("{{")) {
        while (!stream.eol()) if (stream.match("}}")) break; else stream.next();
        return "mustache";
      }
      while (stream.next() != null && !stream.match("{{", false)) {}
      return null;
    },
  };
  CodeMirror.defineMode("words", () => mustache);

  function editor(name, mode) {
    const area = at(name);
    const made = CodeMirror.fromTextArea(area, {
      mode,
      theme: "studio",
      lineNumbers: true,
      lineWrapping: true,
      inputStyle: "contenteditable",
      readOnly: false,
      // Tab leaves the editor, so that nobody with a keyboard is caught in it.
      extraKeys: { Tab: false, "Shift-Tab": false },
    });
    const label = document.querySelector(`label[for=${name}]`);
    made.getInputField().setAttribute("aria-label", label.textContent);
    made.getInputField().setAttribute("role", "textbox");
    made.getInputField().setAttribute("aria-multiline", "true");
    label.addEventListener("click", () => made.focus());
    return made;
  }
  const editors = { mjml: editor("mjml", "mail"), text: editor("text", "words") };
  const lines = { subject: at("subject"), preview: at("preview") };
  let last = editors.mjml;
  let dirty = at("problem") !== null;

  function fields() {
    // As the mail goes; what the browser prefers is turned off where another look was asked for.
    const night = matchMedia("(prefers-color-scheme: dark)").matches;
    const colors = view === "dark" ? "dark" : night ? "light" : "";
    const all = new URLSearchParams({ formKey: key, sample: at("sample").value, colors });
    for (const [name, each] of Object.entries(editors)) all.set(name, each.getValue());
    for (const [name, each] of Object.entries(lines)) all.set(name, each.value);
    return all;
  }

  async function post(action, signal) {
    const response = await fetch(base + action, {
      method: "POST",
      headers: { accept: "application/json" },
      body: fields(),
      signal,
    });
    const answer = await response.json();
    if (!response.ok) throw new Error(answer.error);
    return answer;
  }

  // ---- Preview -----------------------------------------------------------------------------------

  let view = "desktop";
  let frames = 0;
  let asked;

  function tell(problem) {
    at("previewProblem").textContent = problem;
    at("previewProblem").hidden = !problem;
  }

  async function show() {
    asked?.abort();
    asked = new AbortController();
    try {
      const mail = await post("preview", asked.signal);
      tell(mail.problem);
      if (mail.problem) return;
      at("inboxSubject").textContent = mail.subject;
      at("inboxPreview").textContent = mail.preview;
      at("plain").textContent = mail.text;
      frame();
    } catch (error) {
      if (error.name !== "AbortError") tell(error.message);
    }
  }

  // A new frame for each look: the old one stays until it is there, and the way back in the browser
  // does not lead through all of them.
  function frame() {
    const next = document.createElement("iframe");
    next.setAttribute("sandbox", "");
    next.title = at("stage").getAttribute("aria-label");
    next.name = `look${++frames}`;
    next.className = "waiting";
    next.tabIndex = -1;
    const old = [...at("stage").querySelectorAll("iframe")];
    at("stage").append(next);
    const form = document.createElement("form");
    form.method = "post";
    form.action = base + "frame";
    form.target = next.name;
    form.hidden = true;
    for (const [name, value] of fields()) {
      const field = document.createElement("textarea");
      field.name = name;
      field.value = value;
      form.append(field);
    }
    document.body.append(form);
    let sent = false;
    next.addEventListener("load", () => {
      if (!sent) return;
      old.forEach(each => each.remove());
      next.classList.remove("waiting");
    });
    sent = true;
    form.submit();
    form.remove();
  }

  for (const button of document.querySelectorAll("[data-view]")) {
    button.addEventListener("click", () => {
      const before = view;
      view = button.dataset.view;
      for (const each of document.querySelectorAll("[data-view]")) {
        each.setAttribute("aria-pressed", String(each === button));
      }
      at("stage").className = `stage ${view}`;
      at("stage").hidden = view === "text";
      at("plain").hidden = view !== "text";
      if ((before === "dark") !== (view === "dark")) show();
    });
  }

  // ---- Whom it is tried on -----------------------------------------------------------------------

  function group(label, choices) {
    const all = document.createElement("optgroup");
    all.label = label;
    for (const choice of choices) all.append(new Option(choice.label, choice.id));
    return all;
  }

  async function samples(wanted) {
    const response = await fetch(`${base}samples?q=${encodeURIComponent(wanted)}`, {
      headers: { accept: "application/json" },
    });
    const answer = await response.json();
    if (!response.ok) throw new Error(answer.error);
    return answer.samples;
  }

  async function fill() {
    const select = at("sample");
    const all = await samples("");
    const real = all.filter(each => each.real);
    const difficult = all.filter(each => !each.real);
    select.replaceChildren();
    if (real.length) select.append(group(select.dataset.real, real));
    select.append(group(select.dataset.difficult, difficult));
    await show();
  }

  at("sample").addEventListener("change", show);
  at("search").addEventListener("submit", async event => {
    event.preventDefault();
    const result = at("searchResult");
    const wanted = at("wanted").value.trim();
    const listed = [...at("sample").options].find(each => wanted && each.text.includes(wanted));
    if (listed) {
      at("sample").value = listed.value;
      result.textContent = "";
      return show();
    }
    try {
      const found = await samples(at("wanted").value);
      result.textContent = found.length ? `${result.dataset.found} ${found.length}` : result.dataset.none;
      if (!found.length) return;
      const select = at("sample");
      const known = new Set([...select.options].map(each => each.value));
      const fresh = found.filter(each => !known.has(each.id));
      if (fresh.length) select.prepend(group(at("wanted").value, fresh));
      select.value = found[0].id;
      await show();
    } catch (error) {
      result.textContent = error.message;
    }
  });

  // ---- The check ---------------------------------------------------------------------------------

  const beside = [];
  let checked;

  function jump(finding) {
    const line = lines[finding.part];
    if (line) return line.focus();
    const each = editors[finding.part];
    each.focus();
    each.setCursor(Math.max(0, finding.line - 1), 0);
  }

  function says(finding) {
    const note = document.createElement("div");
    note.className = `beside ${finding.severity}`;
    note.textContent = finding.reason;
    return note;
  }

  function list(findings) {
    const state = at("findingsState").dataset;
    const names = at("findings").dataset;
    const errors = findings.filter(each => each.severity === "error").length;
    const warnings = findings.length - errors;
    at("findingsState").textContent =
      (errors ? `${state.errors} ${errors}` : state.good) + (warnings ? ` · ${state.warnings} ${warnings}` : "");
    at("findings").replaceChildren(
      ...findings.map(finding => {
        const item = document.createElement("li");
        item.className = finding.severity;
        const go = document.createElement("button");
        go.type = "button";
        go.className = "plain";
        go.textContent = names[finding.part] + (finding.line && editors[finding.part] ? ` ${names.line} ${finding.line}` : "");
        go.addEventListener("click", () => jump(finding));
        item.append(go, ` ${finding.reason} ${finding.hint}`);
        return item;
      }),
    );
    beside.splice(0).forEach(each => each.clear());
    for (const finding of findings) {
      const each = editors[finding.part];
      if (each && finding.line > 0 && finding.line <= each.lineCount()) {
        beside.push(each.addLineWidget(finding.line - 1, says(finding)));
      }
    }
    for (const [name, field] of Object.entries(lines)) {
      const own = findings.filter(each => each.part === name);
      field.setAttribute("aria-invalid", String(own.some(each => each.severity === "error")));
      at(`${name}Says`).replaceChildren(...own.map(says));
    }
    const short = at("findingsShort");
    if (short) {
      short.textContent = at("findingsState").textContent;
      short.className = `badge ${errors ? "bad" : "good"}`;
    }
  }

  async function check() {
    checked?.abort();
    checked = new AbortController();
    const state = at("findingsState");
    state.textContent = state.dataset.running;
    try {
      list((await post("lint", checked.signal)).findings);
    } catch (error) {
      if (error.name !== "AbortError") state.textContent = error.message || state.dataset.gone;
    }
  }

  // ---- Writing -----------------------------------------------------------------------------------

  let soon;
  let later;

  function changed() {
    dirty = true;
    clearTimeout(soon);
    clearTimeout(later);
    soon = setTimeout(show, 200);
    later = setTimeout(check, 500);
  }

  for (const each of Object.values(editors)) {
    each.on("change", changed);
    each.on("focus", () => (last = each));
  }
  for (const each of Object.values(lines)) {
    each.addEventListener("input", changed);
    each.addEventListener("focus", () => (last = each));
  }

  for (const button of document.querySelectorAll("[data-insert]")) {
    button.addEventListener("click", () => {
      const text = button.dataset.insert;
      button.closest("details").open = false;
      if (last instanceof HTMLInputElement) {
        last.setRangeText(text, last.selectionStart, last.selectionEnd, "end");
        last.focus();
        changed();
      } else {
        last.replaceSelection(text);
        last.focus();
      }
    });
  }
  document.addEventListener("keydown", event => {
    const menu = document.querySelector("details.insert[open]");
    if (event.key === "Escape" && menu) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  });

  at("test")?.addEventListener("click", async event => {
    const button = event.currentTarget;
    button.disabled = true;
    at("testDone").textContent = "…";
    try {
      at("testDone").textContent = (await post("test")).done;
    } catch (error) {
      at("testDone").textContent = error.message;
    }
    button.disabled = false;
  });

  // Saved from the page, so that nothing that was written is lost where it cannot be saved.
  async function save() {
    const all = new URLSearchParams(new FormData(draft));
    const send = () => {
      all.set("formKey", key);
      return fetch(draft.action, { method: "POST", headers: { accept: "text/html" }, body: all });
    };
    let response = await send();
    if (response.status === 401 || response.status === 403) {
      // Perhaps somebody signed in again in another tab: then the page's key is another one.
      // Not followed: without a sign-in the way leads to another site.
      const page = await fetch(location.pathname, {
        headers: { accept: "text/html" },
        redirect: "manual",
      });
      const fresh = new DOMParser()
        .parseFromString(page.ok ? await page.text() : "", "text/html")
        .querySelector("#draft input[name=formKey]");
      if (!fresh) throw new Error(at("saveProblem").dataset.signIn);
      key = fresh.value;
      response = await send();
    }
    if (response.ok && response.redirected) {
      dirty = false;
      location.assign(response.url);
      return;
    }
    const answer = new DOMParser().parseFromString(await response.text(), "text/html");
    const newest = answer.querySelector("#draft input[name=newest]");
    if (newest) draft.elements.newest.value = newest.value;
    throw new Error(answer.querySelector("[role=alert]")?.textContent ?? String(response.status));
  }

  draft.addEventListener("submit", event => {
    event.preventDefault();
    Object.values(editors).forEach(each => each.save());
    at("saveProblem").hidden = true;
    save().catch(error => {
      at("saveProblem").textContent = error.message;
      at("saveProblem").hidden = false;
      at("saveProblem").scrollIntoView({ block: "center" });
    });
  });
  window.addEventListener("beforeunload", event => {
    if (dirty) event.preventDefault();
  });

  fill().catch(error => tell(error.message));
  check();
})();
