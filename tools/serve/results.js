// Finished runs, projections and studies: open one, mark two runs or projections to compare.
import { el, section } from "../report/elements.js";
import { language, say, term } from "../report/words.js";
import { address, read_json } from "./ask.js";

const report = (...directories) =>
  address("/report", [...directories.map((one) => ["dir", one]), ["lang", language()]]);
const page_link = (text, ...directories) =>
  el("a", { href: report(...directories), target: "_blank", rel: "noopener noreferrer" }, text);

const kinds = { run: term("run"), projection: term("projection"), study: term("study") };

// `kept` of an earlier section: what is marked, and the two that are compared.
export function results_section(kept = { marked: [], shown: null }) {
  const marked = new Set(kept.marked);
  let shown = null;
  const place = el("div");
  const compared = el("div", { "aria-live": "polite" });
  const button = el("button", { type: "button", disabled: marked.size !== 2, click: () => compare([...marked]) }, say("Compare"));

  async function compare([a, b]) {
    compared.replaceChildren();
    shown = [a, b];
    try {
      const { text } = await read_json("/compare", [["a", a], ["b", b]]);
      const both = el("p", {}, page_link(say("Both on one page: {a}, {b}", { a, b }), a, b));
      compared.replaceChildren(both, el("pre", { tabindex: "0" }, text));
    } catch (problem) {
      compared.replaceChildren(el("p", { class: "problem" }, problem.message));
    }
  }

  function mark(directory, chosen) {
    if (chosen) marked.add(directory);
    else marked.delete(directory);
    button.disabled = marked.size !== 2;
  }

  function row({ directory, kind, name, written }) {
    const box = el("input", {
      type: "checkbox",
      "aria-label": say("mark {directory}", { directory }),
      change: (event) => mark(directory, event.target.checked),
    });
    box.checked = marked.has(directory);
    const finished = kind !== "unfinished";
    return el(
      "tr",
      {},
      el("td", {}, finished && kind !== "study" ? box : ""),
      el("td", {}, finished ? page_link(directory, directory) : directory),
      el("td", {}, finished ? name : el("span", { class: "problem" }, say("files are missing; run it again"))),
      el("td", {}, finished ? say(kinds[kind]) : ""),
      el("td", { class: "late" }, written),
    );
  }

  function show({ folder, results }) {
    for (const one of [...marked]) if (!results.some(({ directory }) => directory === one)) mark(one, false);
    if (results.length === 0)
      return place.replaceChildren(el("p", { class: "note" }, say("There is nothing in {folder} yet. Start a run below.", { folder })));
    const head = ["", say("Directory"), say("Name"), say("Kind")].map((text) => el("th", { scope: "col" }, text));
    head.push(el("th", { scope: "col", class: "late" }, say("Written")));
    place.replaceChildren(
      el(
        "div",
        { class: "scroll", tabindex: "0", role: "region", "aria-label": say("Results") },
        el("table", {}, el("thead", {}, el("tr", {}, head)), el("tbody", {}, results.map(row))),
      ),
    );
  }

  const bar = el("div", { class: "bar" }, button, el("span", { class: "note" }, say("Mark two of a kind.")));
  if (kept.shown) compare(kept.shown);
  return {
    element: section("results", say("Results"), place, bar, compared),
    show,
    kept: () => ({ marked: [...marked], shown }),
  };
}
