// The figures of a run by their paths, how each is declared to be made, and the inputs that feed it: what
// tools/run_figures.cpp and tools/why_inputs.cpp do for the text. `explained` is what all runs
// of the page share, as tools/run_page_why.hpp lays it out.

export class Figures {
  constructor(file, explained) {
    this.inputs = unpacked(file.inputs, explained);
    this.declared = new Map(explained.terms.map((row) => [row[0] + " " + row[1], declaration(row)]));
    this.by_path = new Map();
    const { summary } = file;
    const hubs = Object.keys(summary.hubs);
    this.add({ kind: "place", path: "total", owner: "", hubs }, summary.total);
    for (const id of hubs)
      this.add({ kind: "place", path: `hubs.${id}`, owner: id, hubs: [id] }, summary.hubs[id]);
    for (const [side, kpis] of Object.entries(summary.sides)) {
      const members = hubs.filter((id) => this.value_of(`hub.${id}.side`) === side);
      this.add({ kind: "place", path: `sides.${side}`, owner: "", hubs: members }, kpis);
    }
    this.add({ kind: "jobs", path: "jobs", owner: "", hubs }, summary.jobs);
    for (const kind of ["inference", "network", "ledger"])
      for (const [name, figures] of Object.entries(summary[kind]))
        this.add(
          { kind, path: `${kind}.${name}`, owner: name, hubs: kind === "ledger" ? [name] : hubs },
          figures,
        );
    this.add({ kind: "period", path: "period", owner: "", hubs }, summary.period);
  }

  // What no figure is declared of, such as names and places, is passed over.
  add(table, figures, prefix = "") {
    for (const [key, value] of Object.entries(figures)) {
      if (value !== null && typeof value === "object") {
        this.add(table, value, prefix + key + ".");
        continue;
      }
      const terms = this.declared.get(table.kind + " " + prefix + key);
      if (!terms) continue;
      const path = `${table.path}.${prefix}${key}`;
      this.by_path.set(path, { path, table, terms, value });
    }
  }

  find(path) {
    return this.by_path.get(path);
  }

  // The figure that a formula of `of` names; undefined where there is none, as of a hub without a battery.
  term(of, path) {
    if (!path.includes(".*.")) return this.find(`${of.table.path}.${path}`) ?? this.find(path);
    return of_one_hub(of) ? this.find(path.replace(".*.", `.${of.table.owner}.`)) : undefined;
  }

  // The value of a key, text without its quotes.
  value_of(key) {
    return bare(this.inputs.rows.find((row) => row.key === key)?.value ?? "");
  }

  // Figures that one is made of: {sum, divisors, followed}, each [{figure, factor, share}].
  parts(of) {
    const { above, below } = parsed(of.terms.formula);
    const named = (terms) =>
      terms.map((term) => ({ ...term, figure: this.term(of, term.path) })).filter(({ figure }) => figure);
    const sum = named(above);
    const whole = sum.reduce((all, { figure, factor }) => all + factor * (figure.value ?? 0), 0);
    if (sum.length > 1 && whole !== 0)
      for (const part of sum) part.share = (part.factor * (part.figure.value ?? 0)) / whole;
    return { sum, divisors: named(below), followed: named(words(of.terms.from).map((path) => ({ path }))) };
  }

  // The same figure of each hub, the greatest first; none for a figure of one hub.
  hubs(of) {
    if (!over_hubs(of)) return [];
    return of.table.hubs
      .map((id) => this.find(`hubs.${id}.${of.terms.key}`))
      .filter((figure) => figure)
      .map((figure) => ({
        figure,
        share: of.terms.over_hubs === "sum" && of.value ? figure.value / of.value : undefined,
      }))
      .sort((a, b) => b.figure.value - a.figure.value);
  }

  // Inputs that its declaration names, and those of every figure it is made of or follows from. A figure that
  // is nought feeds nothing.
  inputs_feeding(of) {
    const keys = new Set();
    const followed = new Set();
    const follow = (figure) => {
      if (followed.has(figure)) return;
      followed.add(figure);
      for (const pattern of words(figure.terms.inputs))
        for (const key of this.keys_of(pattern, figure)) keys.add(key);
      const { sum, divisors, followed: causes } = this.parts(figure);
      for (const next of [...this.hubs(figure), ...sum, ...divisors, ...causes])
        if (next.figure.value) follow(next.figure);
    };
    follow(of);
    return this.inputs.rows.filter(({ key }) => beginnings(key).some((begin) => keys.has(begin)));
  }

  keys_of(pattern, { table }) {
    if (pattern.includes("?")) return this.servers(table.hubs).map((type) => pattern.replace("?", type));
    if (!pattern.includes("*")) return [pattern];
    return (pattern.startsWith("hub.") ? table.hubs : [table.owner]).map((name) => pattern.replace("*", name));
  }

  // Server types in the racks of these hubs.
  servers(hubs) {
    const racks = hubs.map((id) => `hub.${id}.rack.`);
    const stands_there = ({ key }) => key.endsWith(".server") && racks.some((begin) => key.startsWith(begin));
    return this.inputs.rows.filter(stands_there).map(({ value }) => bare(value));
  }
}

const of_one_hub = ({ table }) => table.kind === "ledger" || table.path.startsWith("hubs.");
const over_hubs = (of) => of.table.kind === "place" && !of_one_hub(of) && of.terms.over_hubs !== "same";
export const in_hubs_only = (of) => of.terms.formula.includes(".*.") && !of_one_hub(of);

const bare = (value) => value.replace(/^"(.*)"$/, "$1");
const words = (text) => text.split(" ").filter((word) => word);

// "a.b.c" -> ["a", "a.b", "a.b.c"]
function beginnings(key) {
  const parts = key.split(".");
  return parts.map((_, at) => parts.slice(0, at + 1).join("."));
}

const declaration = ([, key, unit, formula, how, from, inputs, over, definition]) => ({
  key,
  unit,
  formula,
  how,
  from,
  inputs,
  over_hubs: over,
  definition,
});

// "a + 2 b - c / d": {above: [{path, factor}], below: [{path}]}
function parsed(formula) {
  const out = { above: [], below: [] };
  let [sign, factor, below] = [1, 1, false];
  for (const word of words(formula)) {
    if (word === "+" || word === "-") sign = word === "-" ? -1 : 1;
    else if (word === "/") below = true;
    else if (Number.isFinite(Number(word))) factor = Number(word);
    else {
      if (below) out.below.push({ path: word });
      else out.above.push({ path: word, factor: sign * factor });
      sign = factor = 1;
    }
  }
  return out;
}

// Rows with their texts.
function unpacked({ rows: ranges, ...assumptions }, { sources, texts, rows }) {
  const text = (at) => texts[at ?? -1] ?? "";
  const known = sources.map(([entry, source, confidence]) => ({ entry, source, confidence }));
  return {
    ...assumptions,
    moves: assumptions.moves.map((move) => ({ ...move, source: known[move.source] })),
    rows: ranges
      .flatMap(([first, count]) => rows.slice(first, first + count))
      .map(([owner, tail, value, file, line, source, meaning, by_default]) => ({
        key: [text(owner), text(tail)].filter((part) => part).join("."),
        value: text(value),
        place: place(text(file), line),
        source: known[source ?? -1],
        meaning: text(meaning),
        by_default: text(by_default),
      })),
  };
}

// "hello.toml:12", "--set seed=7".
export const place = (file, line) => (line > 0 ? `${file}:${line}` : file);
