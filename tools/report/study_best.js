// Which settings are best? The headline of a study, and what is not known yet.
import { el, section, tile_value } from "./elements.js";
import { study_sentences } from "./study_summary.js";
import { name_of } from "./study.js";
import { say } from "./words.js";

export function best(study) {
  return section(
    "best",
    study.has_results ? say("Which settings are best?") : say("How far is the study?"),
    el(
      "ul",
      { class: "summary lead" },
      study_sentences(study).map((sentence) => el("li", {}, sentence)),
    ),
    study.has_results ? el("dl", { class: "tiles" }, tiles(study)) : null,
    unknowns(study),
  );
}

const count = (value) => value.toLocaleString("en-US");

function tiles(study) {
  const { analysis, settings } = study;
  return [
    ...analysis.best.map(({ objective, figure, value, settings: tied }) =>
      tile(
        figure,
        study.objectives[objective].best === "lowest"
          ? say("{figure}: lowest", { figure: name_of(figure) })
          : say("{figure}: highest", { figure: name_of(figure) }),
        study.printed(figure, value),
        tied.length > 1
          ? say("{settings} and {n} more", { settings: study.levels_of(settings[tied[0]]), n: tied.length - 1 })
          : study.levels_of(settings[tied[0]]),
      ),
    ),
    analysis.front.length > 0 && study.objectives.length > 1
      ? tile(
          "front",
          say("Worth a choice"),
          count(analysis.front.length),
          say("of {n} settings; none of the others is as good by all objectives", {
            n: count(analysis.judged.length),
          }),
        )
      : null,
    analysis.rules
      ? tile(
          "rules",
          say("All limits kept"),
          count(analysis.rules.keeping.length),
          say("of {n} settings", { n: count(analysis.rules.settings) }),
        )
      : null,
    tile(
      "done",
      say("Points done"),
      count(analysis.done),
      say("of {n}; {failed} failed, {waiting} wait", {
        n: count(study.rows.length),
        failed: count(analysis.failed),
        waiting: count(analysis.waiting),
      }),
    ),
  ];
}

function tile(key, label, value, below) {
  return el(
    "div",
    { "data-figure": key },
    el("dt", {}, label),
    el("dd", {}, tile_value(...value.split("\u00a0")), el("small", {}, below)),
  );
}

// What the study does not tell.
function unknowns(study) {
  if (!study.has_results) return null;
  const { analysis, settings } = study;
  const whole = settings.filter(({ done, rows }) => done === rows.length).length;
  const unfinished = settings.length - whole;
  const unjudged = whole - analysis.judged.length;
  const notes = [
    unfinished > 0
      ? say("Settings with points that failed or wait, which are not judged: {n}.", { n: unfinished })
      : "",
    unjudged > 0
      ? say("Settings that lack a figure that an objective names, and are not judged: {n}.", { n: unjudged })
      : "",
    analysis.deviations.length === 0
      ? say("Every setting ran with one seed, so nothing tells what chance does to its figures.")
      : "",
    study.file.design === "one-at-a-time"
      ? say("Axes were changed one at a time, so nothing tells what they do together.")
      : "",
    study.file.design === "full-factorial" && analysis.done < study.rows.length
      ? say("Shares of the variance need every point done.")
      : "",
  ].filter((note) => note);
  return notes.map((note) => el("p", { class: "note" }, note));
}
