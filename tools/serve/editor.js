// A copy of a scenario or projection to write on. It is checked while one types; what exists is never written to.
import { el, section } from "../report/elements.js";
import { say, term } from "../report/words.js";
import { post, read_text } from "./ask.js";

const pause_ms = 350;

// A name that is not taken: hello-2, hello-3, ...
function free_name(path, files) {
  const stem = path.replace(/^.*\//, "").replace(/\.toml$/, "").replace(/-\d+$/, "");
  const taken = new Set(files.map((file) => file.path.replace(/^.*\//, "").replace(/\.toml$/, "")));
  let number = 2;
  while (taken.has(`${stem}-${number}`)) number += 1;
  return `${stem}-${number}`;
}

// The name of the file, with a number where there is a result of that name: none is ever replaced.
function free_directory(path, results) {
  const stem = path.replace(/^.*\//, "").replace(/\.toml$/, "");
  const taken = new Set(results.map(({ directory }) => directory));
  let name = stem;
  for (let number = 2; taken.has(name); number += 1) name = `${stem}-${number}`;
  return name;
}

const kinds = { scenario: term("scenario"), projection: term("projection"), unclear: term("unclear") };

// `started` is called when files or runs have changed; `kept` is of an earlier section what was written in it.
export function editor_section(started, kept) {
  let files = [];
  let results = [];
  let origin = null; // the path of what is copied
  let asked = 0; // counts checks, so that an answer that comes late is left out
  let timer = 0;
  const chooser = el("select", { "aria-label": say("File to copy") });
  const text = el("textarea", {
    "aria-label": say("Text of the copy"),
    spellcheck: "false",
    autocomplete: "off",
    wrap: "off",
    input: () => {
      asked += 1;
      clearTimeout(timer);
      timer = setTimeout(check, pause_ms);
    },
  });
  const name = el("input", { type: "text", "aria-label": say("Name of the copy"), maxlength: "80", autocomplete: "off" });
  const said = el("div", { "aria-live": "polite" });
  const told = el("p", { class: "note", "aria-live": "polite" });
  const button = (label, click) => el("button", { type: "button", click }, label);
  const tried = (action) => async () => {
    told.className = "note";
    try {
      await action();
    } catch (problem) {
      told.className = "problem";
      told.textContent = problem.message;
    }
  };

  function go_to({ line, column }) {
    const before = text.value.split("\n").slice(0, line - 1);
    const at = before.reduce((sum, one) => sum + one.length + 1, 0) + Math.max(0, column - 1);
    text.focus();
    text.setSelectionRange(at, at);
    text.scrollTop = Math.max(0, (line - 4) * parseFloat(getComputedStyle(text).lineHeight));
  }

  function mistake(one) {
    const sentence = [one.key, one.problem].filter((part) => part).join(": ");
    const here = one.line > 0;
    const words = here ? sentence + (one.suggestion ? "; " + one.suggestion : "") : one.text;
    return el("li", {}, here ? button(say("line {n}", { n: one.line }), () => go_to(one)) : null, words);
  }

  async function check() {
    clearTimeout(timer);
    const number = (asked += 1);
    try {
      const { mistakes } = await post("/check", { path: origin, text: text.value });
      if (number !== asked) return;
      const list = el("ul", { class: "mistakes" }, mistakes.map(mistake));
      said.replaceChildren(mistakes.length === 0 ? el("p", { class: "note" }, say("No mistakes.")) : list);
    } catch (problem) {
      if (number === asked) said.replaceChildren(el("p", { class: "problem" }, problem.message));
    }
  }

  async function open() {
    const path = chooser.value;
    text.value = await read_text("/file", [["path", path]]);
    origin = path;
    name.value = free_name(path, files);
    told.textContent = say("A copy of {path}, saved beside it.", { path });
    desk.hidden = false;
    await check();
  }

  async function save() {
    const { path } = await post("/save", { path: origin, name: name.value, text: text.value });
    told.textContent = say("Saved as {path}.", { path });
    await started();
    return path;
  }

  async function start(path) {
    const directory = free_directory(path, results);
    await post("/start", { path, directory });
    told.textContent = say("{path} was started; its result will be {directory}.", { path, directory });
    await started();
  }

  function show(listing) {
    ({ files, results } = listing);
    const chosen = chooser.value;
    chooser.replaceChildren(...files.map(({ path, kind }) => el("option", { value: path }, say("{name} ({id})", { name: path, id: say(kinds[kind] ?? kind) }))));
    if (files.some(({ path }) => path === chosen)) chooser.value = chosen;
  }

  const desk = el(
    "div",
    { hidden: true },
    text,
    said,
    el(
      "div",
      { class: "bar" },
      el("label", { class: "choice" }, say("Save as"), name, ".toml"),
      button(say("Save"), tried(save)),
      button(say("Save and start"), tried(async () => start(await save()))),
    ),
  );
  const top = el(
    "div",
    { class: "bar" },
    chooser,
    button(say("Edit a copy"), tried(open)),
    button(say("Start as it is"), tried(() => start(chooser.value))),
  );
  if (kept?.origin) {
    origin = kept.origin;
    text.value = kept.text;
    name.value = kept.name;
    told.textContent = say("A copy of {path}, saved beside it.", { path: origin });
    desk.hidden = false;
    check();
  }
  return {
    element: section("editor", say("Scenarios and projections"), top, told, desk),
    show,
    kept: () => ({ origin, text: text.value, name: name.value }),
  };
}
