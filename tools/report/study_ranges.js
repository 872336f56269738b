// How does a figure follow the ranges of a study that draws its points? Points along a range, and how strongly the
// figure goes with each.
import { choice, el, section } from "./elements.js";
import { Chart } from "./chart.js";
import { plain_grid, tooltip, value_axis } from "./axes.js";
import { figure } from "./figures.js";
import { name_of, name_within, title_of } from "./study.js";
import { told } from "./study_choices.js";
import { table } from "./table.js";
import { say, term } from "./words.js";

export function ranges(study) {
  const places = study.axes.flatMap(({ range }, at) => (range ? [at] : []));
  if (places.length === 0 || !study.has_results) return null;
  const chosen = { path: study.figures[0], axis: places[0] };
  const along = new Chart("range", (width, color) => points(study, chosen, width, color));
  const strength = new Chart("strength", (width, color) => bars(study, chosen.path, width, color));
  const draw = () => {
    along.draw();
    strength.draw();
  };
  return section(
    "ranges",
    say("What do the ranges do?"),
    el(
      "div",
      { class: "choices" },
      choice(
        say("Figure"),
        study.figures.map((value) => ({ value, text: name_of(value) })),
        (value) => {
          chosen.path = value;
          draw();
        },
      ),
      choice(
        say("Range"),
        places.map((value) => ({ value, text: study.axes[value].name })),
        (value) => {
          chosen.axis = Number(value);
          draw();
        },
      ),
    ),
    el("div", { class: "pair" }, along.element, regression_of(study, chosen.path) ? strength.element : null),
    regression_table(study),
  );
}

const regression_of = (study, path) => study.analysis.regressions.find(({ figure }) => figure === path);

function points(study, { path, axis }, width, color) {
  const { unit, by } = study.scale(path);
  const { name, range } = study.axes[axis];
  const shown = study.settings.filter((setting) => study.mean(setting, path) !== null);
  const number_unit = /[A-Za-z%\u00b0].*$/.exec(study.settings[0].levels[axis])?.[0] ?? range.unit;
  return {
    title: say("{quantity} along {axis}", { quantity: title_of(path, unit), axis: name }),
    note: say("A point is a setting, by its mean over seeds; the other axes differ from point to point."),
    height: 320,
    option: {
      grid: { ...plain_grid, top: 14, bottom: 30 },
      xAxis: value_axis(number_unit === "" ? name : say("{quantity} in {unit}", { quantity: name, unit: number_unit }), color, {
        scale: true,
        nameLocation: "middle",
        nameGap: 30,
        nameTextStyle: { color: color.soft, fontSize: 12 },
        splitNumber: width < 500 ? 3 : 5,
      }),
      yAxis: value_axis("", color, { scale: true }),
      tooltip: tooltip(color, (params) => params.data.told, { trigger: "item" }),
      series: [
        {
          type: "scatter",
          symbolSize: 9,
          data: shown.map((setting) => ({
            value: [study.place(setting, axis), study.mean(setting, path) / by],
            itemStyle: {
              color: color.series[0],
              opacity: 0.8,
              borderColor: study.front.has(study.settings.indexOf(setting)) ? color.text : color.panel,
              borderWidth: 1,
            },
            told: told(study, setting, [path]),
          })),
        },
      ],
    },
  };
}

const measures = [
  ["standardised_coefficient", term("standardised coefficient")],
  ["rank_correlation", term("rank correlation")],
];

function bars(study, path, width, color) {
  const found = regression_of(study, path) ?? { ranges: [], r_squared: null };
  return {
    title: say("How {quantity} goes with each range", { quantity: name_within(path) }),
    note:
      found.r_squared === null
        ? say("From \u22121 (falls) to 1 (rises). There are too few points for a plane.")
        : say("From \u22121 (falls) to 1 (rises). A plane explains {share} of the variance (R\u00b2).", {
            share: figure(found.r_squared, 3),
          }),
    height: 50 + 44 * Math.max(1, found.ranges.length),
    legend: measures.map(([, text], at) => ({ name: say(text), color: color.series[at] })),
    option: {
      grid: { ...plain_grid, top: 4, right: 24 },
      xAxis: value_axis("", color, { min: -1, max: 1, splitNumber: 4 }),
      yAxis: {
        type: "category",
        inverse: true,
        data: found.ranges.map(({ axis }) => axis),
        axisTick: { show: false },
        axisLine: { lineStyle: { color: color.soft }, onZero: false },
        axisLabel: { color: color.text, fontSize: 12, width: width < 500 ? 110 : 200, overflow: "break" },
      },
      tooltip: tooltip(
        color,
        ([{ dataIndex }]) => ({
          title: found.ranges[dataIndex].axis,
          rows: measures.map(([key, text], at) => [
            say(text),
            found.ranges[dataIndex][key] === null ? "\u2013" : figure(found.ranges[dataIndex][key], 3),
            color.series[at],
          ]),
        }),
        { axisPointer: { type: "shadow" } },
      ),
      series: measures.map(([key, text], at) => ({
        type: "bar",
        name: text,
        barMaxWidth: 14,
        color: color.series[at],
        data: found.ranges.map((range) => range[key]),
      })),
    },
  };
}

function regression_table(study) {
  const known = study.analysis.regressions.filter(({ figure }) => study.figures.includes(figure));
  if (known.length === 0) return null;
  return el(
    "details",
    { class: "data" },
    el("summary", {}, say("All figures and ranges")),
    table(
      say("Ranges and figures"),
      [
        { name: term("figure") },
        { name: term("axis") },
        { name: term("standardised coefficient"), digits: 3 },
        { name: term("rank correlation"), digits: 3 },
        { name: "R\u00b2", text: "R\u00b2", digits: 3 },
      ],
      known.flatMap(({ figure, ranges, r_squared }) =>
        ranges.map(({ axis, standardised_coefficient, rank_correlation }) => [
          name_of(figure),
          axis,
          standardised_coefficient,
          rank_correlation,
          r_squared,
        ]),
      ),
    ),
  );
}
