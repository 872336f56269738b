// What rests on estimates: assumptions of confidence `estimate` that move the headline, each changed alone.
import { breakable, el, section } from "./elements.js";
import { change, figure } from "./figures.js";
import { place } from "./run_why_figures.js";
import { table } from "./table.js";
import { say, sentences, term } from "./words.js";

const headline = [
  ["facility_energy_kwh", term("facility energy, %")],
  ["pue", term("PUE, %")],
  ["green_share", term("green share, %")],
  ["carbon_location_kg", term("carbon by location, %")],
  ["carbon_market_kg", term("carbon by market, %")],
  ["cost_cny", term("cost, %")],
  ["water_l", term("water, %")],
];

// A part of the page of its own; null where the run tells nothing of its assumptions.
export function estimates(run) {
  if (!run.figures) return null;
  const { inputs } = run.figures;
  if (inputs.tested === 0) return null;
  const threshold = figure(inputs.threshold * 100, 1);
  const known = headline.filter(([key]) => inputs.moves.some(({ effects }) => key in effects));
  return section(
    "estimates",
    say("What rests on estimates?"),
    el("p", { class: "note" }, tested(inputs)),
    inputs.moves.length === 0
      ? el("p", {}, say("None of them moves a headline figure by more than {n} %.", { n: threshold }))
      : table(
          say("Estimates that move a headline figure by more than {n} %", { n: threshold }),
          [
            { name: term("assumption"), wide: true },
            { name: term("value") },
            { name: term("changed by") },
            ...known.map(([, name]) => ({ name, show: (value) => change(value, 2) })),
            { name: term("stands at") },
            { name: term("what it rests on"), wide: true },
          ],
          inputs.moves.map((move) => [
            move.name,
            move.value,
            move.change,
            ...known.map(([key]) => (key in move.effects ? 100 * move.effects[key] : null)),
            place(move.file.replaceAll("../", ""), move.line),
            move.source?.source ?? "",
          ]),
        ),
    ...not_tested(inputs),
  );
}

// Why assumptions were not changed, by the reason that scenarios/input_use.hpp has.
const reasons = {
  limits: (names) =>
    say("Not tested, as a tenth of nought is nought or a limit refuses both more and less: {names}", { names }),
  pools: (names) => say("Not tested, as racks that ran as one would run apart: {names}", { names }),
  places: (names) =>
    say("Not tested, as they move only places, dates and latencies, which stayed as they were: {names}", { names }),
  shares: (names) =>
    say("Not tested, as they are parts of a whole, and a tenth more of each is the same whole: {names}", { names }),
  "": (names) => say("Not tested: {names}", { names }),
};

const not_tested = (inputs) =>
  Object.entries(reasons)
    .map(([reason, sentence]) => [inputs.not_tested.filter(([, why]) => why === reason), sentence])
    .filter(([those]) => those.length > 0)
    .map(([those, sentence]) => el("p", { class: "note" }, sentence(those.map(([name]) => name).join(", "))));

const tested = ({ tested: count }) =>
  sentences(
    say("{n} estimates were changed one by one.", { n: count }),
    say(
      "Where work goes, when, and what policies decide stayed as in the run; more work was done only where accelerators were free.",
    ),
  );

// Those that move the figure asked for, the greatest first.
export function moves_of(inputs, key) {
  const moves = inputs.moves
    .filter(({ effects }) => Math.abs(effects[key] ?? 0) > 0)
    .sort((a, b) => Math.abs(b.effects[key]) - Math.abs(a.effects[key]));
  if (moves.length === 0) return [];
  return [
    el("h3", {}, say("Estimates that move it, of all hubs")),
    el(
      "ul",
      { class: "moves" },
      moves.map((move) =>
        el(
          "li",
          {},
          el("code", {}, breakable(move.name), " = ", move.value),
          " ",
          el("span", { class: "place" }, place(move.file, move.line)),
          " ",
          say("{change}: {effect} %", { change: move.change, effect: change(100 * move.effects[key], 2) }),
        ),
      ),
    ),
    el("p", { class: "note" }, tested(inputs)),
  ];
}
