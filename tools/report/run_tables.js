// The tables of a run: hubs, sides, books of energy, and every figure of summary.json.
import { section } from "./elements.js";
import { table } from "./table.js";
import { explained_columns } from "./run_why.js";
import { say, term } from "./words.js";

const column = (key, name, shown = (value) => value, digits = 4) => ({ key, name, shown, digits });
const thousands = (value) => value / 1000;
const percent = (value) => 100 * value;
const columns = [
  column("it_energy_kwh", term("IT, MWh"), thousands),
  column("facility_energy_kwh", term("facility, MWh"), thousands),
  column("pue", term("PUE")),
  column("green_share", term("green share, %"), percent),
  column("cfe_score", term("carbon-free hourly, %"), percent),
  column("carbon_location_kg", term("carbon by location, t"), thousands),
  column("carbon_market_kg", term("carbon by market, t"), thousands),
  column("water_l", term("water, m\u00b3"), thousands),
  column("wue", term("WUE, L/kWh")),
  column("cost_cny", term("cost, CNY"), undefined, 5),
  column("demand_charge_cny", term("demand charge, CNY"), undefined, 5),
  column("gpu_allocation", term("GPU allocation, %"), percent),
  column("peak_power_kw", term("peak, MW"), thousands),
  column("load_factor", term("load factor, %"), percent),
  column("free_cooling_h", term("free cooling, h")),
];

const figures = (kpis) => columns.map(({ key, shown }) => (kpis[key] === null ? null : shown(kpis[key])));

export function where(run) {
  const { total, sides } = run.summary;
  const places = ["total", "sides.east", "sides.west"];
  const rows = [
    [say("All hubs"), ...figures(total)],
    [say("East"), ...figures(sides.east)],
    [say("West"), ...figures(sides.west)],
  ];
  return section(
    "where",
    say("Where?"),
    table(
      say("Hubs"),
      [{ name: term("hub") }, { name: term("id") }, ...explained_columns(run, columns, (row) => `hubs.${row[1]}`)],
      run.hubs.map(({ id, name, kpis }) => [name, id, ...figures(kpis)]),
    ),
    run.hubs.length > 1
      ? table(
          say("All hubs and sides"),
          [{ name: term("side") }, ...explained_columns(run, columns, (row) => places[rows.indexOf(row)])],
          rows,
        )
      : null,
  );
}

export function all_figures(run) {
  return section("figures", say("All figures"), ledger(run), all_kpis(run));
}

const book_columns = {
  grid: term("from the grid"),
  on_site: term("from on site"),
  direct: term("from direct lines"),
  generators: term("from generators"),
  battery_discharge: term("from batteries"),
  it: term("to IT equipment"),
  cooling: term("to cooling"),
  power_chain_loss: term("to losses of the power chain"),
  other: term("to the rest"),
  battery_charge: term("to batteries"),
  curtailed: term("curtailed"),
};

// Sources and sinks of each hub, to the kWh.
function ledger(run) {
  const books = Object.entries(run.summary.ledger);
  const { sources, sinks } = books[0][1];
  const column = (way, key) => {
    const name = `${way} ${key.replaceAll("_", " ")}`;
    const part = way === "from" ? "sources" : "sinks";
    const why = ([id]) => run.path(`ledger.${id}.${part}.${key}`);
    return { name, text: say(book_columns[key] ?? name), digits: 6, why };
  };
  return table(
    say("Books of energy in kWh"),
    [
      { name: term("hub") },
      ...Object.keys(sources).map((key) => column("from", key)),
      ...Object.keys(sinks).map((key) => column("to", key)),
      { name: term("relative error"), digits: 2, why: ([id]) => run.path(`ledger.${id}.relative_error`) },
    ],
    books.map(([id, book]) => [
      id,
      ...Object.keys(sources).map((key) => book.sources[key]),
      ...Object.keys(sinks).map((key) => book.sinks[key]),
      book.relative_error,
    ]),
  );
}

function all_kpis(run) {
  const { total, sides } = run.summary;
  const of = (place) => ([key]) => run.path(`${place}.${key}`);
  return table(
    say("Every figure of the run"),
    [
      { name: term("figure") },
      { name: term("all hubs"), digits: 6, why: of("total") },
      { name: term("east"), digits: 6, why: of("sides.east") },
      { name: term("west"), digits: 6, why: of("sides.west") },
    ],
    Object.keys(total).map((key) => [key, total[key], sides.east[key], sides.west[key]]),
  );
}
