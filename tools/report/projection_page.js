// The page of one or several projections, in the order of a planner's questions.
import { choice, el, section, tile_value } from "./elements.js";
import { Chart, draw_all, forget_absent } from "./chart.js";
import { told } from "./data_words.js";
import { figure, listing } from "./figures.js";
import { Trajectory } from "./trajectory.js";
import { short_summary, summary } from "./summary.js";
import { fan_chart } from "./fan_chart.js";
import { causes } from "./projection_causes.js";
import { certainty } from "./projection_certainty.js";
import { timing } from "./projection_timing.js";
import { what_if } from "./projection_what_if.js";
import * as tables from "./tables.js";
import { say, sentences } from "./words.js";

export function projection_page(projections) {
  const trajectories = projections.map((projection) => new Trajectory(projection.trajectory));
  const details = el("div");
  const show = (index) => {
    details.replaceChildren(...one(trajectories[index]));
    forget_absent();
    draw_all();
  };
  const pick = choice(
    say("Projection"),
    trajectories.map(({ name }, index) => ({ value: index, text: name })),
    show,
  );
  details.append(...one(trajectories[0]));
  return [
    heading(trajectories),
    section(
      "use",
      say("What does it use?"),
      trajectories.length === 1 ? tiles(trajectories[0]) : tables.side_by_side(trajectories),
      fan(trajectories),
    ),
    pick ? el("div", { class: "pick" }, pick) : null,
    details,
    what_if(trajectories),
    section("figures", say("All figures"), all_figures(trajectories)),
  ];
}

function heading(trajectories) {
  return el(
    "header",
    {},
    el("p", { class: "kind" }, say("Projection of data-center energy and capacity")),
    el("h1", {}, title_of(trajectories)),
    trajectories.length === 1 ? introduction(trajectories[0]) : introductions(trajectories),
  );
}

function title_of(trajectories) {
  return trajectories.length > 3
    ? say("{n} projections side by side", { n: trajectories.length })
    : listing(trajectories.map(({ name }) => name));
}

const scope_of = ({ file }) =>
  say("Scope \u201c{id}\u201d: {note}.", { id: file.scope.id, note: told(file.scope.note) });

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
  return el(
    "ul",
    { class: "summary" },
    trajectories.map((each) =>
      el("li", {}, el("b", {}, each.name), say(": "), sentences(scope_of(each), ...short_summary(each))),
    ),
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
    el("h3", {}, say("Headline of {year}", { year })),
    el(
      "p",
      { class: "note" },
      trajectory.quantity("facility_energy").bands
        ? say("Central values; below them what 9 of 10 draws lie between.")
        : say("Central values; below them the figures of {year}.", { year: trajectory.years[0] }),
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
              tile_value(figure(quantity.central.at(-1), 3), quantity.unit),
              el(
                "small",
                {},
                quantity.bands
                  ? say("{low} to {high}", {
                      low: figure(quantity.bands.p05.at(-1), 3),
                      high: figure(quantity.bands.p95.at(-1), 3),
                    })
                  : say("{figure} in {year}", {
                      figure: figure(quantity.central[0], 3),
                      year: trajectory.years[0],
                    }),
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
  if (!known.has("facility_energy")) known.set("facility_energy", say("Facility energy"));
  let key = "facility_energy";
  const chart = new Chart("fan", (width, color) => fan_chart(trajectories, key)(width, color));
  const data = el("details", { class: "data" });
  const fill = () =>
    data.replaceChildren(
      el("summary", {}, say("Figures of this chart")),
      tables.fan_figures(trajectories, key),
    );
  fill();
  return [
    choice(
      say("Quantity"),
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
