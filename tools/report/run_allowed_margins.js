// How much room is left to a limit: bars to the right of it where it is kept, to the left where it is missed.
import { el, choice } from "./elements.js";
import { Chart } from "./chart.js";
import { broken_path, plain_grid, tooltip, value_axis } from "./axes.js";
import { change, percent, tick } from "./figures.js";
import { place_of, verdict } from "./run_allowed_checks.js";
import { say } from "./words.js";

const most_bars = 20;

// Every rule in the place with the least room, or one rule in its places.
export function margins(run, rules) {
  const by_place = rules.filter(({ checks }) => checks.length > 1);
  let chosen = null;
  const chart = new Chart("margins", (width, color) => {
    const shown = chosen ? of_rule(run, chosen) : of_all(run, rules);
    return described(shown, width, color);
  });
  return el(
    "div",
    { class: "block" },
    choice(
      say("Rule"),
      [
        { value: "", text: say("Every rule, where it has the least room") },
        ...by_place.map(({ rule }) => ({ value: rule, text: rule })),
      ],
      (value) => {
        chosen = by_place.find(({ rule }) => rule === value) ?? null;
        chart.draw();
      },
    ),
    chart.element,
  );
}

// Limits of different figures compare in percent of themselves.
function of_all(run, rules) {
  const bars = rules
    .map((rule) => {
      const least = rule.checks[0];
      return {
        name: rule.rule,
        title: rule.text,
        size: least.limit === 0 ? null : (100 * least.margin) / Math.abs(least.limit),
        check: least,
        print: rule.print,
        place: place_of(run, least),
      };
    })
    .filter(({ size }) => size !== null)
    .sort((a, b) => a.size - b.size);
  return {
    title: say("Room to the limit by rule, in percent of the limit"),
    note: say("Each rule in the place where it has the least room; left of nought it is missed."),
    bars,
    label: (bar) => change(bar.size, 3) + "\u00a0%",
  };
}

function of_rule(run, { rule, text, checks, print }) {
  const bars = checks.slice(0, most_bars).map((check) => ({
    name: check.hub,
    title: place_of(run, check),
    size: check.margin * print.by,
    check,
    print,
  }));
  const unit = print.unit === "%" ? say("percentage points") : print.unit;
  return {
    title:
      unit === ""
        ? say("Room to the limit: {rule}", { rule })
        : say("Room to the limit in {unit}: {rule}", { unit, rule }),
    note:
      checks.length > most_bars
        ? say("{text}. The {n} of {all} with the least room.", { text, n: most_bars, all: checks.length })
        : say("{text}.", { text }),
    bars,
    label: (bar) => print.margin(bar.check.margin),
  };
}

function described({ title, note, bars, label }, width, color) {
  const narrow = width < 500;
  const sizes = bars.map(({ size }) => size);
  const low = Math.min(0, ...sizes),
    high = Math.max(0, ...sizes);
  const span = high - low || 1;
  const mark = ({ check }) => (check.pass ? color.series[2] : color.lack);
  return {
    title,
    note,
    height: 50 + (narrow ? 34 : 26) * bars.length,
    legend: [
      { name: verdict(true), color: color.series[2] },
      { name: verdict(false), color: color.lack },
    ].filter((_, at) => bars.some(({ check }) => check.pass === (at === 0))),
    option: {
      grid: { ...plain_grid, top: 8, right: 8 },
      xAxis: value_axis("", color, {
        min: low < 0 ? low - span * (narrow ? 0.6 : 0.16) : 0,
        max: high > 0 ? high + span * (narrow ? 0.6 : 0.16) : 0,
        splitNumber: narrow ? 2 : 5,
        axisLabel: {
          color: color.soft,
          fontSize: 12,
          showMinLabel: low === 0,
          showMaxLabel: high === 0,
          hideOverlap: true,
          formatter: tick,
        },
      }),
      yAxis: {
        type: "category",
        inverse: true,
        data: bars.map(({ name }) => name),
        axisTick: { show: false },
        axisLine: { show: true, onZero: true, lineStyle: { color: color.text } },
        axisLabel: {
          color: color.text,
          fontSize: 12,
          lineHeight: 13,
          interval: 0,
          formatter: (name) => broken_path(name, narrow ? 14 : 34),
        },
      },
      tooltip: tooltip(
        color,
        ([{ dataIndex }]) => {
          const { title: name, check, print, place } = bars[dataIndex];
          return {
            title: name,
            rows: [
              ...(place ? [[say("where"), place]] : []),
              [say("limit"), print.limit(check.limit)],
              [say("value"), print.value(check.value)],
              [say("margin"), print.margin(check.margin), mark(bars[dataIndex])],
              [
                say("of the limit"),
                check.limit === 0 ? "\u2013" : percent(check.margin / Math.abs(check.limit), 3),
              ],
            ],
          };
        },
        { axisPointer: { type: "shadow" } },
      ),
      series: [
        {
          type: "bar",
          barMaxWidth: 16,
          data: bars.map((bar) => ({
            value: bar.size,
            itemStyle: { color: mark(bar) },
            label: { position: bar.size < 0 ? "left" : "right" },
          })),
          label: {
            show: true,
            color: color.text,
            fontSize: 12,
            formatter: ({ dataIndex }) => label(bars[dataIndex]),
          },
        },
      ],
    },
  };
}
