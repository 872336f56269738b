// The tables of a run: hubs, sides, books of energy, and every figure of summary.json.
import { section } from "./elements.js";
import { table } from "./table.js";
import { say, term } from "./words.js";

const number = (name, of, digits = 4) => ({ name, digits, of });
const share = (key) => (kpis) => (kpis[key] === null ? null : 100 * kpis[key]);
const columns = [
  number(term("IT, MWh"), (kpis) => kpis.it_energy_kwh / 1000),
  number(term("facility, MWh"), (kpis) => kpis.facility_energy_kwh / 1000),
  number(term("PUE"), (kpis) => kpis.pue),
  number(term("green share, %"), share("green_share")),
  number(term("carbon-free hourly, %"), share("cfe_score")),
  number(term("carbon by location, t"), (kpis) => kpis.carbon_location_kg / 1000),
  number(term("carbon by market, t"), (kpis) => kpis.carbon_market_kg / 1000),
  number(term("water, m\u00b3"), (kpis) => kpis.water_l / 1000),
  number(term("WUE, L/kWh"), (kpis) => kpis.wue),
  number(term("cost, CNY"), (kpis) => kpis.cost_cny, 5),
  number(term("demand charge, CNY"), (kpis) => kpis.demand_charge_cny, 5),
  number(term("GPU allocation, %"), share("gpu_allocation")),
  number(term("peak, MW"), (kpis) => kpis.peak_power_kw / 1000),
  number(term("load factor, %"), share("load_factor")),
  number(term("free cooling, h"), (kpis) => kpis.free_cooling_h),
];

const figures = (kpis) => columns.map(({ of }) => of(kpis));

export function where(run) {
  const { total, sides } = run.summary;
  return section(
    "where",
    say("Where?"),
    table(
      say("Hubs"),
      [{ name: term("hub") }, { name: term("id") }, ...columns],
      run.hubs.map(({ id, name, kpis }) => [name, id, ...figures(kpis)]),
    ),
    run.hubs.length > 1
      ? table(
          say("All hubs and sides"),
          [{ name: term("side") }, ...columns],
          [
            [say("All hubs"), ...figures(total)],
            [say("East"), ...figures(sides.east)],
            [say("West"), ...figures(sides.west)],
          ],
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
    return { name, text: say(book_columns[key] ?? name), digits: 6 };
  };
  return table(
    say("Books of energy in kWh"),
    [
      { name: term("hub") },
      ...Object.keys(sources).map((key) => column("from", key)),
      ...Object.keys(sinks).map((key) => column("to", key)),
      { name: term("relative error"), digits: 2 },
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
  return table(
    say("Every figure of the run"),
    [
      { name: term("figure") },
      { name: term("all hubs"), digits: 6 },
      { name: term("east"), digits: 6 },
      { name: term("west"), digits: 6 },
    ],
    Object.keys(total).map((key) => [key, total[key], sides.east[key], sides.west[key]]),
  );
}
