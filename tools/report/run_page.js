// The page of one or several runs, in the order of a planner's questions. A part is a function of a Run that
// gives a section, or null where the run has nothing to show for it.
import { choice, el } from "./elements.js";
import { draw_all, forget_absent } from "./chart.js";
import { listing } from "./figures.js";
import { Run } from "./run.js";
import { accounts } from "./run_accounts.js";
import { allowed } from "./run_allowed.js";
import { comparison, told_apart } from "./run_comparison.js";
import { flow } from "./run_flow.js";
import { headline } from "./run_headline.js";
import { jobs } from "./run_jobs.js";
import { places } from "./run_map.js";
import { queue } from "./run_queue.js";
import { services } from "./run_services.js";
import { standards } from "./run_standards.js";
import { all_figures, where } from "./run_tables.js";
import { water_cost } from "./run_water_cost.js";
import { when } from "./run_when.js";
import { explain_clicks } from "./run_why.js";
import { estimates } from "./run_why_moves.js";
import { say } from "./words.js";

const parts = [
  headline,
  allowed,
  standards,
  accounts,
  estimates,
  flow,
  where,
  places,
  when,
  queue,
  jobs,
  services,
  water_cost,
  all_figures,
];

export function run_page(files, explained) {
  const labels = told_apart(files.map(({ name }) => name));
  const runs = files.map((file, at) => new Run(file, explained, labels[at]));
  let run = runs[0];
  const details = el("div", { click: explain_clicks(() => run) }, one(run));
  const show = (index) => {
    run = runs[index];
    details.replaceChildren(...one(run));
    forget_absent();
    draw_all();
  };
  const pick = choice(
    say("Run"),
    runs.map(({ label }, index) => ({ value: index, text: label })),
    show,
  );
  return [
    el(
      "header",
      {},
      el("p", { class: "kind" }, runs.length === 1 ? say("Run of a simulation") : say("Runs of simulations")),
      el(
        "h1",
        {},
        runs.length > 3
          ? say("{n} runs side by side", { n: runs.length })
          : listing(labels),
      ),
    ),
    comparison(runs),
    pick ? el("div", { class: "pick" }, pick) : null,
    details,
  ];
}

function one(run) {
  return parts.map((part) => part(run)).filter((section) => section);
}
