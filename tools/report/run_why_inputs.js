// The inputs behind a figure: table by table, each with its value, where it stands and how well it is founded.
import { breakable, el } from "./elements.js";
import { say, term } from "./words.js";

// `many`: of several hubs, whose tables of one kind and part of the catalogue are told together. Links, origins and
// servers always are.
export function input_list(rows, many) {
  if (rows.length === 0) return [];
  const groups = new Map();
  for (const row of rows) {
    const own = table_of(row.key);
    const table = many || !own.startsWith("hub.") ? general(own) : own;
    const [section, entry] = table === own ? ["", ""] : section_of(row.source?.entry ?? "");
    const key = table + " " + section;
    if (!groups.has(key)) groups.set(key, { table, section, entries: new Set(), rows: [] });
    if (entry) groups.get(key).entries.add(entry);
    groups.get(key).rows.push(row);
  }
  return [
    el("h3", {}, say("Inputs that feed it: {n}", { n: rows.length })),
    ...[...groups.values()].map((group) => folded(group)),
  ];
}

// "cooling" and "cold-plate" of "cooling.cold-plate".
const section_of = (entry) => (entry ? [entry.split(".")[0], entry.slice(entry.indexOf(".") + 1)] : ["", ""]);

// "hub.horinger.cooling" of "hub.horinger.cooling.fans.share"; what stands in a hub itself is of "hub.horinger".
function table_of(key) {
  const parts = key.split(".");
  if (parts.length < 2) return "";
  return parts.slice(0, Math.min(parts[0] === "hub" ? 3 : 2, parts.length - 1)).join(".");
}

const general = (table) => table.replace(/^(hub|link|origin|server)\.[^.]+/, "$1.*");

// Rows are many where hubs are, so they are made when they are asked for.
function folded({ table, section, entries, rows }) {
  const name = table || say("the run");
  const marks = [...new Set(rows.map(({ source }) => source?.confidence).filter((each) => each))];
  const fold = el(
    "details",
    { class: "inputs" },
    el(
      "summary",
      {},
      breakable(name),
      " ",
      el("small", {}, section ? `${section}: ${[...entries].join(", ")}; ` : "", say("values: {n}", { n: rows.length })),
      ...marks.map((confidence) => mark(confidence)),
    ),
  );
  const fill = () => {
    if (fold.open && fold.children.length === 1)
      fold.append(el("ul", {}, rows.map((row) => input(row, table))), sources_of(rows));
  };
  fold.addEventListener("toggle", fill);
  return fold;
}

function input({ key, value, place, source, meaning, by_default }, table) {
  const short = table && key.startsWith(table + ".") ? key.slice(table.length + 1) : key;
  const where = by_default ? say("default: {reason}", { reason: by_default }) : place;
  return el(
    "li",
    {},
    el("code", {}, breakable(short), " = ", value),
    " ",
    el("span", { class: "place" }, where),
    source?.confidence ? mark(source.confidence) : null,
    meaning ? el("small", {}, say(meaning)) : null,
  );
}

const confidences = {
  official: term("official"),
  paper: term("paper"),
  computed: term("computed"),
  estimate: term("estimate"),
};

export const mark = (confidence) =>
  el("span", { class: `confidence ${confidence}` }, say(confidences[confidence] ?? confidence));

function sources_of(rows) {
  const sources = [...new Set(rows.map(({ source }) => source).filter((each) => each?.source))];
  return sources.map(({ entry, source, confidence }) =>
    el("p", { class: "note" }, entry ? `${entry}: ` : "", source, confidence ? mark(confidence) : null),
  );
}
