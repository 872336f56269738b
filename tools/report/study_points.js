// All points: what each was set to, and the figures that the page holds of it.
import { el, section } from "./elements.js";
import { typed } from "./figures.js";
import { command } from "./study_failures.js";
import { title_of } from "./study.js";
import { table } from "./table.js";
import { say, term } from "./words.js";

const most_rows = 100;
const states = { done: term("done"), failed: term("failed"), waiting: term("waiting") };

export function points(study) {
  const figures = study.figures.map((path) => ({
    name: path,
    text: title_of(path, study.scale(path).unit),
    show: study.printer(path),
  }));
  return section(
    "points",
    say("All points"),
    table(
      say("Points"),
      [
        { name: term("point"), show: String },
        ...study.axes.map(({ name, range }) => ({ name, text: name, show: range && typed })),
        { name: term("seed"), show: String },
        { name: term("state"), show: (value) => say(states[value]) },
        ...figures,
      ],
      study.rows.map((row) => [
        row.number,
        ...row.levels,
        row.seed,
        row.state,
        ...study.figures.map((path) => study.value(row, path)),
      ]),
      { most: most_rows },
    ),
    study.has_results ? rest(study) : null,
  );
}

// Where the figures are that the page does not hold.
function rest({ file, figures }) {
  const shell_word = (text) => (/^[\w./-]+$/.test(text) ? text : "'" + text.replaceAll("'", "'\\''") + "'");
  const values =
    "SELECT point, path, value FROM value JOIN figure ON figure.id = value.figure ORDER BY point, figure";
  return [
    el(
      "p",
      { class: "note after" },
      say("The page holds {n} of {all} figures of each point; the study\u2019s file has them all. As CSV:", {
        n: figures.length,
        all: file.all_figures,
      }),
    ),
    command(`sqlite3 -header -csv ${shell_word(file.file)} "${values}"`),
  ];
}
