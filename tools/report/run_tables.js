// The tables of a run: hubs, sides, books of energy, and every figure of summary.json.
import { section } from "./elements.js";
import { table } from "./table.js";

const number = (name, of, digits = 4) => ({ name, digits, of });
const share = (key) => (kpis) => (kpis[key] === null ? null : 100 * kpis[key]);
const columns = [
  number("IT, MWh", (kpis) => kpis.it_energy_kwh / 1000),
  number("facility, MWh", (kpis) => kpis.facility_energy_kwh / 1000),
  number("PUE", (kpis) => kpis.pue),
  number("green share, %", share("green_share")),
  number("carbon-free hourly, %", share("cfe_score")),
  number("carbon by location, t", (kpis) => kpis.carbon_location_kg / 1000),
  number("carbon by market, t", (kpis) => kpis.carbon_market_kg / 1000),
  number("water, m\u00b3", (kpis) => kpis.water_l / 1000),
  number("WUE, L/kWh", (kpis) => kpis.wue),
  number("cost, CNY", (kpis) => kpis.cost_cny, 5),
  number("demand charge, CNY", (kpis) => kpis.demand_charge_cny, 5),
  number("GPU allocation, %", share("gpu_allocation")),
  number("peak, MW", (kpis) => kpis.peak_power_kw / 1000),
  number("load factor, %", share("load_factor")),
  number("free cooling, h", (kpis) => kpis.free_cooling_h),
];

const figures = (kpis) => columns.map(({ of }) => of(kpis));

export function where(run) {
  const { total, sides } = run.summary;
  return section(
    "where",
    "Where?",
    table(
      "Hubs",
      [{ name: "hub" }, { name: "id" }, ...columns],
      run.hubs.map(({ id, name, kpis }) => [name, id, ...figures(kpis)]),
    ),
    run.hubs.length > 1
      ? table(
          "All hubs and sides",
          [{ name: "place" }, ...columns],
          [
            ["All hubs", ...figures(total)],
            ["East", ...figures(sides.east)],
            ["West", ...figures(sides.west)],
          ],
        )
      : null,
  );
}

export function all_figures(run) {
  return section("figures", "All figures", ledger(run), all_kpis(run));
}

// Sources and sinks of each hub, to the kWh.
function ledger(run) {
  const books = Object.entries(run.summary.ledger);
  const { sources, sinks } = books[0][1];
  const name = (key) => key.replaceAll("_", " ");
  return table(
    "Books of energy in kWh",
    [
      { name: "hub" },
      ...Object.keys(sources).map((key) => ({ name: `from ${name(key)}`, digits: 6 })),
      ...Object.keys(sinks).map((key) => ({ name: `to ${name(key)}`, digits: 6 })),
      { name: "relative error", digits: 2 },
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
    "Every figure of the run",
    [
      { name: "figure" },
      { name: "all hubs", digits: 6 },
      { name: "east", digits: 6 },
      { name: "west", digits: 6 },
    ],
    Object.keys(total).map((key) => [key, total[key], sides.east[key], sides.west[key]]),
  );
}
