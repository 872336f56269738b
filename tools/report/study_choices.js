// Which settings are worth a choice? Two figures against each other, and the settings that none beats.
import { choice, el, section } from "./elements.js";
import { Chart } from "./chart.js";
import { plain_grid, tooltip, value_axis } from "./axes.js";
import { coloring, colorings } from "./study_colors.js";
import { name_of, name_within, title_of } from "./study.js";
import { trade_off_sentence } from "./study_summary.js";
import { table } from "./table.js";
import { say, term } from "./words.js";

export function choices(study) {
  if (!study.has_results) return null;
  const objectives = study.objectives.map(({ figure }) => figure).filter((path) => study.figures.includes(path));
  const chosen = { x: objectives[0] ?? study.figures[0], y: objectives[1] ?? study.figures[1], color: 0 };
  if (!chosen.y) chosen.y = chosen.x;
  const chart = new Chart("choices", (width, color) => scatter(study, chosen, width, color));
  const pick = (key) => (value) => {
    chosen[key] = key === "color" ? Number(value) : value;
    chart.draw();
  };
  // What is drawn at first stands first in its list.
  const figures = (first) =>
    [first, ...study.figures.filter((path) => path !== first)].map((value) => ({ value, text: name_of(value) }));
  return section(
    "choices",
    say("Which settings are worth a choice?"),
    study.analysis.trade_offs.length > 1
      ? el("ul", { class: "summary" }, study.analysis.trade_offs.map((one) => el("li", {}, trade_off_sentence(study, one))))
      : null,
    el(
      "div",
      { class: "choices" },
      choice(say("Across"), figures(chosen.x), pick("x")),
      choice(say("Upwards"), figures(chosen.y), pick("y")),
      choice(say("Colour by"), colorings(study), pick("color")),
    ),
    chart.element,
    front_table(study),
  );
}

const ways = { lowest: term("lowest is best"), highest: term("highest is best") };
function axis_name(study, path, unit) {
  const objective = study.objectives.find(({ figure }) => figure === path);
  const quantity = title_of(path, unit);
  return objective ? say("{quantity}, {way}", { quantity, way: say(ways[objective.best]) }) : quantity;
}

function scatter(study, { x, y, color: by }, width, color) {
  const [across, upwards] = [study.scale(x), study.scale(y)];
  const colors = study.axes.length > 0 ? coloring(study, by, color) : { of: () => color.series[0], legend: [] };
  const shown = study.settings
    .map((setting, at) => ({ setting, at, place: [study.mean(setting, x), study.mean(setting, y)] }))
    .filter(({ place }) => place[0] !== null && place[1] !== null);
  const point = ({ setting, at, place }) => ({
    value: [place[0] / across.by, place[1] / upwards.by],
    itemStyle: {
      color: colors.of(setting),
      borderColor: study.front.has(at) ? color.text : color.panel,
      borderWidth: study.front.has(at) ? 2 : 1,
    },
    symbolSize: study.front.has(at) ? 13 : 9,
    told: told(study, setting, [...new Set([x, y, ...study.figures.slice(0, 6)])]),
  });
  const axis = (path, unit, more) =>
    value_axis(axis_name(study, path, unit), color, { scale: true, ...more });
  const narrow = width < 500;
  return {
    title: say("{y} against {x}", { y: name_of(y), x: name_within(x) }),
    note:
      study.objectives.length > 1
        ? say("A point is a setting, by its mean over seeds. Ringed: none of the others is as good by all objectives.")
        : say("A point is a setting, by its mean over seeds. Ringed: the best."),
    height: narrow ? 360 : 440,
    legend: [...colors.legend, ...front_legend(study, x, y, color)],
    option: {
      grid: { ...plain_grid, bottom: 30, right: narrow ? 12 : 24 },
      xAxis: axis(x, across.unit, { nameLocation: "middle", nameGap: 30, splitNumber: narrow ? 3 : 6, nameTextStyle: { color: color.soft, fontSize: 12 } }),
      yAxis: axis(y, upwards.unit),
      tooltip: tooltip(color, (params) => params.data.told, { trigger: "item" }),
      series: [
        front_line(study, shown, x, y, [across.by, upwards.by], color),
        { type: "scatter", z: 3, data: shown.filter(({ at }) => !study.front.has(at)).map(point) },
        { type: "scatter", z: 4, data: shown.filter(({ at }) => study.front.has(at)).map(point) },
      ],
    },
  };
}

// Only of two objectives the front is a line.
const is_plane_of_objectives = (study, x, y) =>
  study.objectives.length === 2 && x !== y && study.objectives.every(({ figure }) => figure === x || figure === y);

function front_legend(study, x, y, color) {
  return is_plane_of_objectives(study, x, y)
    ? [{ name: say("the best there is of both"), color: color.text, shape: "dash" }]
    : [];
}

function front_line(study, shown, x, y, [by_x, by_y], color) {
  const line = is_plane_of_objectives(study, x, y) ? shown.filter(({ at }) => study.front.has(at)) : [];
  return {
    type: "line",
    z: 2,
    silent: true,
    showSymbol: false,
    lineStyle: { color: color.text, width: 1.5, type: "dotted" },
    data: line.map(({ place }) => [place[0] / by_x, place[1] / by_y]).sort((a, b) => a[0] - b[0]),
  };
}

export function told(study, setting, paths) {
  return {
    title: study.levels_of(setting),
    rows: paths.map((path) => [name_of(path), study.printed(path, study.mean(setting, path))]),
  };
}

// Ordered by the first objective, best first, with what each costs against the best.
function front_table(study) {
  const paths = study.objectives.map(({ figure }) => figure).filter((path) => study.figures.includes(path));
  if (study.analysis.front.length === 0 || paths.length === 0) return null;
  const sign = study.objectives[0].best === "lowest" ? 1 : -1;
  const order = [...study.analysis.front].sort(
    (a, b) => sign * (study.mean(study.settings[a], paths[0]) - study.mean(study.settings[b], paths[0])),
  );
  const from = study.settings[order[0]];
  const more = study.figures.filter((path) => !paths.includes(path)).slice(0, 4);
  const column = (path) => {
    return { name: path, text: title_of(path, study.scale(path).unit), show: study.printer(path) };
  };
  return table(
    study.objectives.length > 1 ? say("Settings that none beats") : say("The best settings"),
    [
      ...study.axes.map(({ name }) => ({ name, text: name })),
      ...paths.map(column),
      ...paths.map((path) => ({
        name: path + " change",
        text: say("{quantity}: change from the first", { quantity: name_of(path) }),
        show: (value) => study.change(path, value, study.mean(from, path)),
      })),
      ...more.map(column),
    ],
    order.map((at) => {
      const setting = study.settings[at];
      const changes = paths.map((path) => study.mean(setting, path) - study.mean(from, path));
      return [
        ...study.shown_levels(setting),
        ...paths.map((path) => study.mean(setting, path)),
        ...changes,
        ...more.map((path) => study.mean(setting, path)),
      ];
    }),
  );
}
