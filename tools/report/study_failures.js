// Did anything fail? What failed points said, and how to run one by itself.
import { el, section } from "./elements.js";
import { say } from "./words.js";

const most_points = 100;

export function failures(study) {
  const failed = study.rows.filter(({ state }) => state === "failed");
  if (failed.length === 0) return null;
  const reasons = new Map();
  for (const row of failed) reasons.set(row.problem, [...(reasons.get(row.problem) ?? []), row]);
  return section(
    "failed",
    say("What failed?"),
    el(
      "p",
      { class: "note" },
      say("Points that failed are in no figure of this page. A command runs one by itself, from the study\u2019s folder."),
    ),
    [...reasons].map(([problem, rows]) => reason(study, problem, rows)),
  );
}

function reason(study, problem, rows) {
  const [first, ...others] = rows;
  return el(
    "div",
    { class: "failure" },
    el("h3", {}, rows.length === 1 ? point_name(study, first) : say("{n} points failed alike", { n: rows.length })),
    el("pre", {}, problem),
    rows.length > 1 ? el("p", { class: "note" }, point_name(study, first)) : null,
    command(first.command),
    others.length > 0
      ? el(
          "details",
          { class: "data" },
          el("summary", {}, say("The others")),
          others.slice(0, most_points).map((row) => [el("p", { class: "note" }, point_name(study, row)), command(row.command)]),
          others.length > most_points
            ? el("p", { class: "note" }, say("and {n} more, in the table below", { n: others.length - most_points }))
            : null,
        )
      : null,
  );
}

const point_name = (study, row) =>
  say("Point {number}: {settings}, seed {seed}", { number: row.number, settings: study.levels_of(row), seed: row.seed });

// A line to type, with a button that takes it along.
export function command(text) {
  const code = el("code", {}, text);
  const button = el(
    "button",
    {
      type: "button",
      class: "copy",
      click: async () => {
        try {
          await navigator.clipboard.writeText(text);
          button.textContent = say("Copied");
        } catch {
          getSelection().selectAllChildren(code);
        }
      },
    },
    say("Copy"),
  );
  return el("div", { class: "command" }, code, button);
}
