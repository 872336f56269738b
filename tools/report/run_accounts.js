// How green is it? Three accounts side by side: attributes over the whole run, supply matched hour by hour,
// and carbon. They answer different questions and are never added.
import { el, section } from "./elements.js";
import { coverage } from "./run_accounts_chart.js";
import { places_in_use } from "./run_standards.js";
import { table } from "./table.js";
import { say, term } from "./words.js";

const thousand = (key) => (kpis) => kpis[key] / 1000;
const percent_of = (key) => (kpis) => (kpis[key] === null ? null : 100 * kpis[key]);
const supply = (kpis) => (kpis.on_site_energy_kwh + kpis.direct_energy_kwh + kpis.grid_attributes_kwh) / 1000;

// [head, figure of a place, what it is]
function account_columns() {
  return [
    [term("facility, MWh"), thousand("facility_energy_kwh"), ""],
    [
      term("attributes: supply, MWh"),
      supply,
      say("made on site and used, from direct supply, and of the grid where the hub holds its attributes"),
    ],
    [term("attributes: certificates, MWh"), thousand("certificate_energy_kwh"), say("bought")],
    [
      term("attributes: counted, MWh"),
      thousand("green_energy_kwh"),
      say("supply and certificates up to the hub\u2019s own energy"),
    ],
    [
      term("attributes: left over, MWh"),
      thousand("green_surplus_kwh"),
      say("held beyond the hub\u2019s own energy"),
    ],
    [term("attributes: green share, %"), percent_of("green_share"), say("REF, ISO/IEC 30134-3")],
    [
      term("hourly: matched, MWh"),
      thousand("matched_energy_kwh"),
      say("energy that carbon-free supply met in the same hour"),
    ],
    [term("hourly: without grid, %"), percent_of("cfe_score_without_grid"), ""],
    [term("hourly: with grid, %"), percent_of("cfe_score"), ""],
    [
      term("carbon: location-based, t"),
      thousand("carbon_location_kg"),
      say("grid energy at the grid\u2019s own factor"),
    ],
    [
      term("carbon: market-based, t"),
      thousand("carbon_market_kg"),
      say("contracts at their own factor, the rest at the residual factor"),
    ],
  ];
}

export function accounts(run) {
  const places = places_in_use(run);
  if (places.length === 0) return null;
  const columns = account_columns();
  return section(
    "accounts",
    say("How green is the energy?"),
    el(
      "p",
      {},
      say(
        "Three accounts, each for a question of its own, never to be added: attributes held over the whole " +
          "run, supply matched hour by hour, and carbon by the grid\u2019s factor or by contracts.",
      ),
    ),
    coverage(run).element,
    table(
      say("Three green accounts"),
      [
        { name: term("place") },
        ...columns.map(([name, , title]) => ({ name, title, digits: 4 })),
        { name: term("id"), wide: true },
      ],
      places.map(({ place, id, kpis }) => [place, ...columns.map(([, of]) => of(kpis)), id]),
    ),
    el(
      "p",
      { class: "note after" },
      say(
        "Attributes of one hub cover no other: they count up to the hub\u2019s own energy, and what is " +
          "left over counts nowhere. Certificates count for the share of the year, not for any hour.",
      ),
    ),
  );
}
