// The page of one or several studies, in the order of a planner's questions. A part is a function of a Study that
// gives a section, or null where the study has nothing to show for it.
import { choice, el } from "./elements.js";
import { draw_all, forget_absent } from "./chart.js";
import { listing } from "./figures.js";
import { told_apart } from "./run_comparison.js";
import { Study } from "./study.js";
import { best } from "./study_best.js";
import { choices } from "./study_choices.js";
import { axes } from "./study_axes.js";
import { ranges } from "./study_ranges.js";
import { paths } from "./study_paths.js";
import { failures } from "./study_failures.js";
import { points } from "./study_points.js";
import { say } from "./words.js";

const parts = [best, choices, axes, ranges, paths, failures, points];

export function study_page(files) {
  const studies = files.map((file) => new Study(file));
  const details = el("div", {}, one(studies[0]));
  const names = told_apart(studies.map(({ name }) => name));
  const show = (index) => {
    details.replaceChildren(...one(studies[index]));
    forget_absent();
    draw_all();
  };
  const pick = choice(
    say("Study"),
    names.map((text, value) => ({ value, text })),
    show,
  );
  return [
    el(
      "header",
      {},
      el("p", { class: "kind" }, studies.length === 1 ? say("Study of a scenario") : say("Studies of scenarios")),
      el("h1", {}, studies.length > 3 ? say("{n} studies", { n: studies.length }) : listing(names)),
    ),
    pick ? el("div", { class: "pick" }, pick) : null,
    details,
  ];
}

function one(study) {
  return parts.map((part) => part(study)).filter((section) => section);
}
