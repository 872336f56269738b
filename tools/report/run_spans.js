// The spans of time that the courses of a run's jobs, queues and services are averaged over.
import { LineChart } from "echarts/charts";
import { use } from "echarts/core";
import { date_axis, plain_grid, tooltip, value_axis } from "./axes.js";
import { say } from "./words.js";

use([LineChart]);

// "2025-01-01", or with the hour where spans are shorter than a day; in the time of the report.
export function span_labels(run, count) {
  const { start } = run.summary.period;
  const hours = run.jobs.span_hours;
  const begin = Date.parse(start.slice(0, 19) + "Z");
  return Array.from({ length: count }, (_, at) => {
    const text = new Date(begin + at * hours * 3600e3).toISOString();
    return hours < 24 ? text.slice(0, 16).replace("T", " ") : text.slice(0, 10);
  });
}

export function span_name(run) {
  const hours = run.jobs.span_hours;
  if (hours === 1) return say("hour");
  if (hours === 24) return say("day");
  return hours === 168 ? say("week") : say("{n} hours", { n: hours });
}

// Lines over the spans: `lines` are [{name, values, color, show: value -> text, dash, area}].
export function course_option(labels, unit, lines, color, more = {}) {
  return {
    grid: plain_grid,
    xAxis: date_axis(labels, color),
    yAxis: value_axis(unit, color, more),
    tooltip: tooltip(color, ([{ dataIndex }]) => ({
      title: labels[dataIndex],
      rows: lines
        .filter((line) => typeof line.values[dataIndex] === "number")
        .map((line) => [line.name, line.show(line.values[dataIndex]), line.color]),
    })),
    series: lines.map((line) => ({
      type: "line",
      name: line.name,
      data: line.values,
      showSymbol: line.values.length < 2,
      color: line.color,
      lineStyle: { width: line.dash ? 1.5 : 2, type: line.dash ? [5, 4] : "solid", color: line.color },
      areaStyle: line.area ? { color: line.color, opacity: 0.15 } : undefined,
    })),
  };
}
