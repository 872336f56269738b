// What does it use? The headline figures of a run.
import { el, section } from "./elements.js";
import { figure, percent, tick } from "./figures.js";
import { run_sentences } from "./run_summary.js";
import { energy, mass, money, water } from "./run.js";

const share = (value) => (value === null ? "\u2013" : percent(value, 4));

// [key, label, value, what stands below it]
export function headline_figures(run) {
  const { total } = run;
  const hours = run.summary.period.hours;
  const services = Object.values(run.summary.inference);
  const requests = services.reduce((sum, { requests }) => sum + requests, 0);
  const met = services.reduce((sum, each) => sum + each.requests * (each.slo_attainment ?? 0), 0);
  return [
    ["facility_energy_kwh", "Facility energy", energy(total.facility_energy_kwh), `in ${tick(hours)} hours`],
    [
      "pue",
      total.pue_kind,
      total.pue === null ? "\u2013" : figure(total.pue),
      total.pue_kind === "PUE" ? "facility / IT energy, whole year" : "facility / IT energy, part of a year",
    ],
    ["green_share", "Green share", share(total.green_share), "by attributes, over the whole run"],
    [
      "carbon_location_kg",
      "Carbon, location-based",
      mass(total.carbon_location_kg),
      `market-based ${mass(total.carbon_market_kg)}`,
    ],
    [
      "cost_cny",
      "Cost of energy",
      money(total.cost_cny),
      `of it demand charge ${money(total.demand_charge_cny)}`,
    ],
    ["gpu_allocation", "GPU allocation", share(total.gpu_allocation), `active ${share(total.gpu_activity)}`],
    requests > 0 ? ["slo", "Requests on time", share(met / requests), "first token within the target"] : null,
    total.water_l > 0
      ? ["water_l", "Site water", water(total.water_l), `WUE ${figure(total.wue)}\u00a0L/kWh`]
      : null,
  ].filter((entry) => entry);
}

export function headline(run) {
  const tiles = headline_figures(run).map(([key, label, value, below]) =>
    el(
      "div",
      { "data-figure": key },
      el("dt", {}, label),
      el("dd", {}, el("b", {}, value), el("small", {}, below)),
    ),
  );
  return section(
    "use",
    "What does it use?",
    el(
      "ul",
      { class: "summary lead" },
      run_sentences(run).map((sentence) => el("li", {}, sentence)),
    ),
    el("dl", { class: "tiles" }, tiles),
  );
}
