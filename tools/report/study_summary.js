// A study in about five sentences, made from its figures.
import { figure, percent } from "./figures.js";
import { design_of, name_of, name_within } from "./study.js";
import { say } from "./words.js";

export function study_sentences(study) {
  return [what(study), ...(study.has_results ? [best(study), cost(study), moves(study), chance(study)] : []), ends(study)].filter(
    (sentence) => sentence,
  );
}

const count = (value) => value.toLocaleString("en-US");

function what(study) {
  const values = {
    name: study.name,
    scenario: study.file.scenario,
    settings: count(study.settings.length),
    axes: study.axes.map(({ name }) => name).join(say(", ")),
    design: design_of(study.file.design),
    seeds: count(study.seeds.length),
    done: count(study.analysis.done),
    points: count(study.rows.length),
  };
  return study.seeds.length === 1
    ? say(
        "{name} runs {scenario} with {settings} settings of {axes} ({design}), one seed each; {done} of {points} " +
          "points are done.",
        values,
      )
    : say(
        "{name} runs {scenario} with {settings} settings of {axes} ({design}), {seeds} seeds each; {done} of " +
          "{points} points are done.",
        values,
      );
}

function best(study) {
  const { best } = study.analysis;
  if (best.length === 0) return "";
  const [{ objective, figure, value, worst, settings }] = best;
  const values = {
    figure: name_of(figure),
    value: study.printed(figure, value),
    settings: study.levels_of(study.settings[settings[0]]),
    worst: study.printed(figure, worst),
    more: study.change(figure, worst - value, value),
    n: settings.length - 1,
  };
  if (value === worst) return say("{figure} is the same with every setting: {value}.", values);
  const lowest = study.objectives[objective].best === "lowest";
  if (settings.length > 1)
    return lowest
      ? say("{figure} is lowest, {value}, with {settings} and {n} more; the highest is {worst} ({more}).", values)
      : say("{figure} is highest, {value}, with {settings} and {n} more; the lowest is {worst} ({more}).", values);
  return lowest
    ? say("{figure} is lowest, {value}, with {settings}; the highest is {worst} ({more}).", values)
    : say("{figure} is highest, {value}, with {settings}; the lowest is {worst} ({more}).", values);
}

// What it costs to do better by the second objective.
export function trade_off_sentence(study, { objective, other, from, to, lost, gained }) {
  const [first, second] = [study.objectives[objective], study.objectives[other]];
  const values = { first: name_within(first.figure), second: name_within(second.figure) };
  if (from === to || (lost === 0 && gained === 0))
    return say("One setting is best both by {first} and by {second}: {settings}.", {
      ...values,
      settings: study.levels_of(study.settings[to]),
    });
  const [a, b] = [study.settings[from], study.settings[to]];
  const at = (setting, { figure }) => study.printed(figure, study.mean(setting, figure));
  return say(
    "Going from the best by {first} to the best by {second} ({settings}) takes {second} from {dear} to {good} " +
      "({gained}) and {first} from {cheap} to {bad} ({lost}).",
    {
      ...values,
      settings: study.levels_of(b),
      dear: at(a, second),
      good: at(b, second),
      gained: study.change(second.figure, gained, study.mean(a, second.figure)),
      cheap: at(a, first),
      bad: at(b, first),
      lost: study.change(first.figure, lost, study.mean(a, first.figure)),
    },
  );
}

function cost(study) {
  const [first] = study.analysis.trade_offs;
  return first ? trade_off_sentence(study, first) : "";
}

// The axis that moves the first objective most.
function moves(study) {
  const path = study.analysis.best[0]?.figure;
  return range_that_moves(study, path) || axis_that_moves(study, path);
}

function axis_that_moves(study, path) {
  const effects = study.analysis.effects.filter(({ figure }) => figure === path);
  if (effects.length === 0) return "";
  const most = effects.reduce((a, b) => (b.span > a.span ? b : a));
  if (most.span === 0) return "";
  const levels = [...most.levels].sort((a, b) => a.mean - b.mean);
  const values = {
    axis: most.axis,
    figure: name_within(path),
    low: study.printed(path, levels[0].mean),
    low_level: levels[0].level,
    high: study.printed(path, levels.at(-1).mean),
    high_level: levels.at(-1).level,
  };
  const parts = study.analysis.variance.find(({ figure }) => figure === path);
  if (!parts)
    return say(
      "Of the axes {axis} moves {figure} most: from {low} on average with {low_level} to {high} with {high_level}.",
      values,
    );
  const own = parts.axes.find(({ axis }) => axis === most.axis).sum_of_squares;
  return say(
    "Of the axes {axis} moves {figure} most: from {low} on average with {low_level} to {high} with {high_level}; " +
      "{share} of all differences go with it.",
    { ...values, share: percent(own / parts.total, 3) },
  );
}

function range_that_moves(study, path) {
  const ranges = (study.analysis.regressions.find(({ figure }) => figure === path)?.ranges ?? []).filter(
    ({ rank_correlation }) => rank_correlation !== null,
  );
  if (ranges.length === 0) return "";
  const most = ranges.reduce((a, b) =>
    Math.abs(b.rank_correlation) > Math.abs(a.rank_correlation) ? b : a,
  );
  return say("Of the ranges {figure} follows {axis} most: the rank correlation is {correlation}.", {
    figure: name_within(path),
    axis: most.axis,
    correlation: figure(most.rank_correlation, 3),
  });
}

function chance(study) {
  const path = study.analysis.best[0]?.figure;
  const own = study.analysis.deviations.find(({ figure }) => figure === path);
  if (!own || own.mean === 0) return "";
  return say("Seeds alone move {figure} by {deviation} (one standard deviation); smaller differences tell nothing.", {
    figure: name_within(path),
    deviation: percent(own.deviation / Math.abs(own.mean), 3),
  });
}

function ends(study) {
  const { failed, waiting, done, rules } = study.analysis;
  const values = { failed: count(failed), waiting: count(waiting), done: count(done), n: count(study.rows.length) };
  if (waiting > 0 && !study.has_results)
    return say("There is nothing to judge yet; go on with hubwatt sweep STUDY.toml --resume.");
  if (waiting > 0)
    return failed > 0
      ? say(
          "{done} of {n} points are done and {failed} failed; go on with hubwatt sweep STUDY.toml --resume.",
          values,
        )
      : say("{done} of {n} points are done; go on with hubwatt sweep STUDY.toml --resume.", values);
  if (failed > 0) return say("{failed} of {n} points failed; what they said stands below.", values);
  if (!rules) return "";
  return say("{kept} of {settings} settings keep every limit that is checked.", {
    kept: count(rules.keeping.length),
    settings: count(rules.settings),
  });
}
