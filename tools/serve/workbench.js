// Entry of the local page: results, what runs, what can be started, in the reader's language.
import common from "../words/common.zh.json";
import serve_page from "../words/serve_page.zh.json";
import { el } from "../report/elements.js";
import { html_language, language_switch } from "../report/language_switch.js";
import { language, learn, say, speak } from "../report/words.js";
import { read_json } from "./ask.js";
import { editor_section } from "./editor.js";
import { results_section } from "./results.js";
import { works_section } from "./works.js";

for (const words of [common, serve_page]) learn("zh", words);

const problem = el("p", { class: "problem", "aria-live": "polite" });
const scope = el("p", { class: "scope" });
let listing = null; // what the server told last
let results, works, editor;

async function list() {
  try {
    listing = await read_json("/listing");
    show();
    problem.textContent = "";
  } catch (error) {
    problem.textContent = error.message;
  }
}

function show() {
  if (listing === null) return;
  scope.textContent = say("Results in {folder}", { folder: listing.folder });
  results.show(listing);
  editor.show(listing);
}

// What the reader has marked and written is kept.
function build() {
  document.documentElement.lang = html_language(language());
  works?.stop();
  results = results_section(results?.kept());
  works = works_section(list);
  editor = editor_section(async () => {
    await list();
    await works.look();
  }, editor?.kept());
  const head = el(
    "header",
    {},
    el("h1", {}, "hubwatt"),
    scope,
    el("button", { type: "button", click: list }, say("Look again")),
  );
  document
    .querySelector("main")
    .replaceChildren(language_switch(again), head, problem, results.element, works.element, editor.element);
  const footer = document.querySelector("footer");
  footer.textContent = say(
    "Served by hubwatt {version} from this machine. Nothing is kept but the directories of results and the files " +
      "you save.",
    { version: footer.dataset.version },
  );
}

function again() {
  build();
  show();
  works.look();
}

speak(new URLSearchParams(location.search).get("lang") ?? "en");
build();
begin();

async function begin() {
  await list();
  await works.look();
}
