// Inference: the time to the first token against its target, requests on time, and who serves them.
import { choice, el, section } from "./elements.js";
import { Chart } from "./chart.js";
import { figure, in_percent, percent } from "./figures.js";
import { course_option, span_labels, span_name } from "./run_spans.js";
import { table } from "./table.js";
import { explained_columns } from "./run_why.js";
import { say, sentences, term } from "./words.js";

export function services(run) {
  const totals = Object.entries(run.summary.inference);
  if (totals.length === 0) return null;
  const data = run.jobs.services;
  const shown = data?.length
    ? courses(run, data)
    : el("p", { class: "note" }, say("The run wrote no inference.csv, so there is no course over time."));
  return section(
    "services",
    say("Do answers come in time?"),
    shown,
    service_table(run, totals),
    data ? hub_table(data) : null,
  );
}

function courses(run, data) {
  let service = data[0];
  const labels = () => span_labels(run, service.course.requests.length);
  const milliseconds = (value) => say("{n}\u00a0ms", { n: figure(value) });
  const latency = new Chart("latency", (_width, color) => {
    const target = run.summary.inference[service.service].response_target_ms;
    const { mean_latency_ms, worst_p99_ms } = service.course;
    const lines = [
      { name: say("mean"), values: mean_latency_ms, color: color.series[0], show: milliseconds },
      {
        name: say("99 % within, worst step of a hub"),
        values: worst_p99_ms,
        color: color.series[1],
        show: milliseconds,
      },
      target && {
        name: say("target"),
        values: mean_latency_ms.map(() => target),
        color: color.lack,
        show: milliseconds,
        dash: true,
      },
    ].filter((line) => line);
    return {
      title: say("Time to the first token: {service}", { service: service.service }),
      note: say("Each {span}: network there and back, wait, prefill.", { span: span_name(run) }),
      height: 300,
      legend: lines.map(({ name, color: mark, dash }) => ({
        name,
        color: mark,
        shape: dash ? "dash" : "line",
      })),
      option: course_option(labels(), say("ms"), lines, color, { min: 0 }),
    };
  });
  const on_time = new Chart("slo", (_width, color) => {
    const hundred_times = (values) => values.map((value) => (value === null ? null : value * 100));
    const lines = [
      { name: say("on time"), values: hundred_times(service.course.slo_attainment), color: color.series[2] },
      {
        name: say("served"),
        values: hundred_times(service.course.served_share),
        color: color.series[6],
        dash: true,
      },
    ].map((line) => ({ ...line, show: (value) => in_percent(figure(value, 6)) }));
    const least = Math.min(...lines.flatMap(({ values }) => values.filter((value) => value !== null)));
    return {
      title: say("Requests served and on time: {service}", { service: service.service }),
      note: sentences(
        say("Share of the requests of each {span}.", { span: span_name(run) }),
        least > 90 ? say("The axis does not begin at nought.") : "",
      ),
      height: 300,
      legend: lines.map(({ name, color: mark, dash }) => ({
        name,
        color: mark,
        shape: dash ? "dash" : "line",
      })),
      option: course_option(labels(), "%", lines, color, { min: axis_start(least), max: 100 }),
    };
  });
  return [
    choice(
      say("Service"),
      data.map(({ service: name }, at) => ({ value: at, text: name })),
      (at) => {
        service = data[at];
        latency.draw();
        on_time.draw();
      },
    ),
    el("div", { class: "pair" }, latency.element, on_time.element),
  ];
}

// Where an axis of percent begins whose least value is this: nought, 90, 99, 99.9, ...
function axis_start(least) {
  const lacking = 100 - least;
  return lacking > 10 ? 0 : 100 - Math.max(0.1, 10 ** Math.ceil(Math.log10(lacking || 0.1)));
}

const share = (value) => percent(value, 6);
const tokens = (value) =>
  value >= 1e12 ? say("{n}\u00a0trillion", { n: figure(value / 1e12) }) : figure(value);

const columns = [
  { key: "requests", name: term("requests") },
  { key: "served_share", name: term("served"), show: share },
  { key: "slo_attainment", name: term("on time"), show: share },
  { key: "mean_latency_ms", name: term("mean first token ms") },
  { key: "p99_latency_ms", name: term("p99 first token ms") },
  { key: "response_target_ms", name: term("target ms") },
  { key: "tokens_out", name: term("tokens out"), show: tokens },
  { key: "energy_kwh", name: term("energy kWh") },
  { key: "energy_j_per_token", name: term("energy J per token") },
];

function service_table(run, totals) {
  return table(
    say("Services"),
    [
      { name: term("service") },
      ...explained_columns(run, columns, ([service]) => `inference.${service}`),
    ],
    totals.map(([name, figures]) => [name, ...columns.map(({ key }) => figures[key])]),
  );
}

function hub_table(data) {
  return table(
    say("Services by hub"),
    [
      { name: term("service and hub") },
      { name: term("requests") },
      { name: term("share of requests"), show: (value) => percent(value, 4) },
      { name: term("on time"), show: share },
      { name: term("mean first token ms") },
      { name: term("tokens out"), show: tokens },
      { name: term("energy kWh") },
    ],
    data.flatMap(({ service, requests, hubs }) =>
      hubs
        .filter((hub) => hub.requests > 0)
        .map((hub) => [
          say("{service}, {hub}", { service, hub: hub.hub }),
          hub.requests,
          hub.requests / requests,
          hub.slo_attainment,
          hub.mean_latency_ms,
          hub.tokens_out,
          hub.energy_kwh,
        ]),
    ),
  );
}
