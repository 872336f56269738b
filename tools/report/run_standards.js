// What standards ask of a data center beside limits: their figures, energy grades, and what must be reported.
import { el, section } from "./elements.js";
import { figure, percent } from "./figures.js";
import { titled } from "./run.js";
import { changes_text, spoken } from "./run_allowed_checks.js";
import { table } from "./table.js";
import { say, term } from "./words.js";

export function standards(run) {
  return section(
    "standards",
    say("What do the standards say?"),
    figures_table(run),
    standards_note(run),
    grades(run),
    reporting(run),
  );
}

// Hubs, sides and all, without those that used nothing.
export function places_in_use(run) {
  const { total, sides } = run.summary;
  const hubs = run.hubs.map(({ id, name, kpis }) => ({ place: name, id, kpis }));
  const together = [
    { place: say("East"), id: "east", kpis: sides.east },
    { place: say("West"), id: "west", kpis: sides.west },
    { place: say("All hubs"), id: "total", kpis: total },
  ];
  return [...hubs, ...(hubs.length > 1 ? together : [])].filter(({ kpis }) => kpis.facility_energy_kwh > 0);
}

// [head, key, digits, the standard and what it divides by what]
function standard_figures({ pue_kind: kind }) {
  const pue = (category, of) =>
    say("ISO/IEC 30134-2, category {category}: facility energy over IT energy {of}", { category, of });
  return [
    [`${kind} category 1`, "pue1", 4, pue(1, say("at the UPS output")), say("{kind} category 1", { kind })],
    [
      `${kind} category 2`,
      "pue2",
      4,
      pue(2, say("at the distribution output")),
      say("{kind} category 2", { kind }),
    ],
    [
      `${kind} category 3`,
      "pue3",
      4,
      pue(3, say("at the input of the IT equipment")),
      say("{kind} category 3", { kind }),
    ],
    ["REF", "green_share", 4, say("ISO/IEC 30134-3: renewable energy factor, of the facility energy")],
    [term("CUE, kg/kWh"), "cue", 4, say("ISO/IEC 30134-8: location-based carbon over IT energy")],
    [term("WUE, L/kWh"), "wue", 4, say("ISO/IEC 30134-9: site water over IT energy")],
    ["ERF", "erf", 4, say("ISO/IEC 30134-6: reused heat over facility energy")],
    ["ERE", "ere", 4, say("facility energy less reused heat, over IT energy (The Green Grid)")],
    ["ITEUsv", "iteu_sv", 4, say("ISO/IEC 30134-5: mean utilization of CPU servers")],
  ];
}

function figures_table(run) {
  const figures = standard_figures(run.total);
  return table(
    say("Figures by standard"),
    [
      { name: term("place") },
      ...figures.map(([name, , digits, title, text]) => ({ name, text, digits, title })),
      { name: term("id") },
    ],
    places_in_use(run).map(({ place, id, kpis }) => [place, ...figures.map(([, key]) => kpis[key]), id]),
  );
}

function standards_note(run) {
  const notes = [
    say(
      "Parts of ISO/IEC 30134: PUE 2 (interim, iPUE, for runs of less than 365 days), REF 3, ITEUsv 5, " +
        "ERF 6, CUE 8, WUE 9.",
    ),
  ];
  if (places_in_use(run).some(({ kpis }) => kpis.iteu_sv === null))
    notes.push(
      say(
        "ITEUsv is of CPU servers; a place whose servers all have accelerators has none, which the dash says.",
      ),
    );
  return el("p", { class: "note after" }, notes.join(" "));
}

function grades(run) {
  const graded = run.summary.standards.grades;
  if (graded.length === 0) return null;
  const name = (id) => titled({ id, name: run.summary.hubs[id]?.name ?? id });
  const remedies = graded.some(({ to_better }) => to_better !== null);
  return table(
    say("Energy grades of hubs"),
    [
      { name: term("hub") },
      { name: term("standard") },
      { name: run.total.pue_kind, digits: 4 },
      { name: term("grade"), title: say("1 is the best") },
      {
        name: term("better from"),
        digits: 4,
        title: say("the value from which the next better grade begins"),
      },
      ...(remedies ? [{ name: term("what leads there"), wide: true }] : []),
    ],
    graded.map(({ hub, rule, value, grade, better_limit, to_better }) => [
      name(hub),
      standard_name(rule),
      value,
      grade === null ? say("no grade") : String(grade),
      better_limit,
      ...(remedies ? [changes_text(to_better)] : []),
    ]),
  );
}

// "gb-40879-2021" -> "GB 40879-2021".
const standard_name = (rule) => rule.replace(/^gb-/, "GB ").replace(/^eu-(\d+)-(\d+)$/, "EU $1/$2");

// One list for each set of figures that must be reported.
function reporting(run) {
  const sets = [...new Set(run.summary.standards.reporting.map(({ set }) => set))];
  return sets.map((set) => {
    const asked = run.summary.standards.reporting.filter((each) => each.set === set);
    const told = asked.filter((each) => each.told).length;
    const name = standard_name(set);
    return el(
      "details",
      { class: "data" },
      el(
        "summary",
        {},
        say("{name}: the run tells {told} of the {all} figures to report", { name, told, all: asked.length }),
      ),
      table(
        say("Figures to report by {name}", { name }),
        [
          { name: term("symbol") },
          { name: term("what it is") },
          { name: term("value"), digits: 6 },
          { name: term("unit") },
          { name: term("where from") },
        ],
        asked.map(({ symbol, about, about_zh, key, value, told: known }) => [
          say(symbol),
          spoken(about, about_zh),
          value,
          key === null ? "" : unit_of(key),
          known ? say("told by this run") : say("to learn elsewhere"),
        ]),
      ),
    );
  });
}

// Keys end in their unit.
function unit_of(key) {
  const units = { kwh: "kWh", kw: "kW", l: "L", kg: "kg", cny: "CNY", h: "h" };
  return units[/_([a-z]+)$/.exec(key)?.[1]] ?? "";
}
