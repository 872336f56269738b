// What does it use? The headline figures of a run.
import { el, section, tile_value } from "./elements.js";
import { figure, percent, tick } from "./figures.js";
import { run_sentences } from "./run_summary.js";
import { explained } from "./run_why.js";
import { energy, mass, money, water } from "./run.js";
import { say } from "./words.js";

const share = (value) => (value === null ? "\u2013" : percent(value, 4));

// [key, label, value, what stands below it]
export function headline_figures(run) {
  const { total } = run;
  const hours = run.summary.period.hours;
  const services = Object.values(run.summary.inference);
  const requests = services.reduce((sum, { requests }) => sum + requests, 0);
  const met = services.reduce((sum, each) => sum + each.requests * (each.slo_attainment ?? 0), 0);
  return [
    [
      "facility_energy_kwh",
      say("Facility energy"),
      energy(total.facility_energy_kwh),
      say("in {n} hours", { n: tick(hours) }),
    ],
    [
      "pue",
      total.pue_kind,
      total.pue === null ? "\u2013" : figure(total.pue),
      total.pue_kind === "PUE"
        ? say("facility / IT energy, whole year")
        : say("facility / IT energy, part of a year"),
    ],
    ["green_share", say("Green share"), share(total.green_share), say("by attributes, over the whole run")],
    [
      "carbon_location_kg",
      say("Carbon, location-based"),
      mass(total.carbon_location_kg),
      say("market-based {carbon}", { carbon: mass(total.carbon_market_kg) }),
    ],
    [
      "cost_cny",
      say("Cost of energy"),
      money(total.cost_cny),
      say("of it demand charge {cost}", { cost: money(total.demand_charge_cny) }),
    ],
    [
      "gpu_allocation",
      say("GPU allocation"),
      share(total.gpu_allocation),
      say("active {share}", { share: share(total.gpu_activity) }),
    ],
    requests > 0
      ? ["slo", say("Requests on time"), share(met / requests), say("first token within the target")]
      : null,
    total.water_l > 0
      ? [
          "water_l",
          say("Site water"),
          water(total.water_l),
          say("WUE {wue}\u00a0L/kWh", { wue: figure(total.wue) }),
        ]
      : null,
  ].filter((entry) => entry);
}

// Requests on time are told service by service; of several, no figure of the summary is that of all.
function path_of(run, key) {
  const services = Object.keys(run.summary.inference);
  if (key !== "slo") return `total.${key}`;
  return services.length === 1 ? `inference.${services[0]}.slo_attainment` : "";
}

export function headline(run) {
  const tiles = headline_figures(run).map(([key, label, value, below]) =>
    el(
      "div",
      { "data-figure": key },
      el("dt", {}, label),
      el("dd", {}, explained(run, path_of(run, key), tile_value(...value.split("\u00a0"))), el("small", {}, below)),
    ),
  );
  return section(
    "use",
    say("What does it use?"),
    el(
      "ul",
      { class: "summary lead" },
      run_sentences(run).map((sentence) => el("li", {}, sentence)),
    ),
    el("dl", { class: "tiles" }, tiles),
    run.figures
      ? el("p", { class: "note" }, say("A click on a figure with a dotted line below it tells how it is made and what it rests on."))
      : null,
  );
}
