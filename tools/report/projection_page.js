// The page of one or several projections, in the order of a planner's questions.
import { choice, el, section } from "./elements.js";
import { Chart, draw_all, forget_absent } from "./chart.js";
import { figure, listing } from "./figures.js";
import { Trajectory } from "./trajectory.js";
import { short_summary, summary } from "./summary.js";
import { fan_chart } from "./fan_chart.js";
import { causes } from "./projection_causes.js";
import { certainty } from "./projection_certainty.js";
import { timing } from "./projection_timing.js";
import { what_if } from "./projection_what_if.js";
import * as tables from "./tables.js";

export function projection_page(projections) {
  const trajectories = projections.map((projection) => new Trajectory(projection.trajectory));
  const details = el("div");
  const show = (index) => {
    details.replaceChildren(...one(trajectories[index]));
    forget_absent();
    draw_all();
  };
  const pick = choice(
    "Projection",
    trajectories.map(({ name }, index) => ({ value: index, text: name })),
    show,
  );
  details.append(...one(trajectories[0]));
  return [
    heading(trajectories),
    section(
      "use",
      "What does it use?",
      trajectories.length === 1 ? tiles(trajectories[0]) : tables.side_by_side(trajectories),
      fan(trajectories),
    ),
    pick ? el("div", { class: "pick" }, pick) : null,
    details,
    what_if(trajectories),
    section("figures", "All figures", all_figures(trajectories)),
  ];
}

function heading(trajectories) {
  return el(
    "header",
    {},
    el("p", { class: "kind" }, "Projection of data-center energy and capacity"),
    el("h1", {}, title_of(trajectories)),
    trajectories.length === 1 ? introduction(trajectories[0]) : introductions(trajectories),
  );
}

function title_of(trajectories) {
  return trajectories.length > 3
    ? `${trajectories.length} projections side by side`
    : listing(trajectories.map(({ name }) => name));
}

const scope_of = ({ file }) => `Scope \u201c${file.scope.id}\u201d: ${file.scope.note}.`;

function introduction(trajectory) {
  return [
    el("p", { class: "scope" }, scope_of(trajectory)),
    el(
      "ul",
      { class: "summary lead" },
      summary(trajectory).map((sentence) => el("li", {}, sentence)),
    ),
  ];
}

// One entry for each of several projections.
function introductions(trajectories) {
  const sentences = (each) => [scope_of(each), ...short_summary(each)].join(" ");
  return el(
    "ul",
    { class: "summary" },
    trajectories.map((each) => el("li", {}, el("b", {}, each.name), ". ", sentences(each))),
  );
}

// Tables of several projections are folded.
function all_figures(trajectories) {
  if (trajectories.length === 1) return tables.all_figures(trajectories[0]);
  return trajectories.map((each) =>
    el("details", { class: "data" }, el("summary", {}, each.name), tables.all_figures(each)),
  );
}

const shown_first = [
  "facility_energy",
  "pue",
  "green_share",
  "carbon_location",
  "carbon_market",
  "water",
  "cost",
  "capacity_fp32",
];

// The headline figures of the last year, with the band where there is one.
function tiles(trajectory) {
  const year = trajectory.years.at(-1);
  return [
    el("h3", {}, `Headline of ${year}`),
    el(
      "p",
      { class: "note" },
      "Central values; " +
        (trajectory.quantity("facility_energy").bands
          ? "below them what 9 of 10 draws lie between."
          : `below them the figures of ${trajectory.years[0]}.`),
    ),
    el(
      "dl",
      { class: "tiles" },
      shown_first
        .map((key) => trajectory.quantity(key))
        .filter((known) => known)
        .map((quantity) =>
          el(
            "div",
            { "data-quantity": quantity.key },
            el("dt", { title: quantity.definition }, quantity.label),
            el(
              "dd",
              {},
              el("b", {}, figure(quantity.central.at(-1), 3), el("span", {}, " " + quantity.unit)),
              el(
                "small",
                {},
                quantity.bands
                  ? `${figure(quantity.bands.p05.at(-1), 3)} to ${figure(quantity.bands.p95.at(-1), 3)}`
                  : `${figure(quantity.central[0], 3)} in ${trajectory.years[0]}`,
              ),
            ),
          ),
        ),
    ),
  ];
}

function fan(trajectories) {
  const known = new Map(
    trajectories.flatMap((each) => each.headlines()).map((quantity) => [quantity.key, quantity.label]),
  );
  if (!known.has("facility_energy")) known.set("facility_energy", "Facility energy");
  let key = "facility_energy";
  const chart = new Chart("fan", (width, color) => fan_chart(trajectories, key)(width, color));
  const data = el("details", { class: "data" });
  const fill = () =>
    data.replaceChildren(el("summary", {}, "Figures of this chart"), tables.fan_figures(trajectories, key));
  fill();
  return [
    choice(
      "Quantity",
      [...known].map(([value, text]) => ({ value, text })),
      (value) => {
        key = value;
        fill();
        chart.draw();
      },
    ),
    chart.element,
    data,
  ];
}

function one(trajectory) {
  return [causes(trajectory), timing(trajectory), certainty(trajectory)].filter((part) => part);
}
