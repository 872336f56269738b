// Settings by colour: one for each level of an axis, shades along a range or where there are more levels than colours.
import { faded } from "./colors.js";
import { typed } from "./figures.js";
import { say } from "./words.js";

// For a list to choose from: axes by their position.
export const colorings = (study) => study.axes.map(({ name }, value) => ({ value, text: name }));

// {of: setting -> colour, legend} by the axis at a position.
export function coloring(study, at, color) {
  const { levels, range } = study.axes[at];
  if (levels && levels.length <= color.series.length)
    return {
      of: (setting) => color.series[study.place(setting, at)] ?? color.soft,
      legend: levels.map(({ name }, level) => ({ name, color: color.series[level], shape: "dot" })),
    };
  const places = study.settings.map((setting) => study.place(setting, at));
  const [low, high] = [Math.min(...places), Math.max(...places)];
  const shade = (share) => faded(color.series[0], 0.2 + 0.8 * share);
  const end = (place) => (range ? typed(study.settings[places.indexOf(place)].levels[at]) : levels[place].name);
  return {
    of: (setting) => shade(high > low ? (study.place(setting, at) - low) / (high - low) : 1),
    legend: [
      { name: say("lowest: {level}", { level: end(low) }), color: shade(0), shape: "dot" },
      { name: say("highest: {level}", { level: end(high) }), color: shade(1), shape: "dot" },
    ],
  };
}
