// Entry of the local page: results, what runs, what can be started.
import { el } from "../report/elements.js";
import { read_json } from "./ask.js";
import { editor_section } from "./editor.js";
import { results_section } from "./results.js";
import { works_section } from "./works.js";

const problem = el("p", { class: "problem", "aria-live": "polite" });
const scope = el("p", { class: "scope" });
const results = results_section();
const works = works_section(list);
const editor = editor_section(async () => {
  await list();
  await works.look();
});

async function list() {
  try {
    const listing = await read_json("/listing");
    scope.textContent = `Results in ${listing.folder}`;
    results.show(listing);
    editor.show(listing);
    problem.textContent = "";
  } catch (error) {
    problem.textContent = error.message;
  }
}

const head = el(
  "header",
  {},
  el("h1", {}, "hubwatt"),
  scope,
  el("button", { type: "button", click: list }, "Look again"),
);
document.querySelector("main").append(head, problem, results.element, works.element, editor.element);
begin();

async function begin() {
  await list();
  await works.look();
}
