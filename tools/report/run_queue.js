// Utilization and queue: accelerators held and at work, jobs that wait, over time.
import { choice, el, section } from "./elements.js";
import { Chart } from "./chart.js";
import { figure } from "./figures.js";
import { course_option, span_labels, span_name } from "./run_spans.js";
import { table } from "./table.js";
import { hub_label } from "./run.js";
import { say, sentences, term } from "./words.js";

const quantities = ["gpus_held", "gpus_active", "waiting_jobs"];

// Means of a hub, or the sum over all.
function course(queue, hub, quantity) {
  const chosen = queue.filter((each) => hub === "total" || each.hub === hub);
  return chosen[0][quantity].map((_, at) => chosen.reduce((sum, each) => sum + (each[quantity][at] ?? 0), 0));
}

export function queue(run) {
  const data = run.jobs.queue;
  if (!data?.some((hub) => quantities.some((quantity) => hub[quantity].some((value) => value > 0))))
    return null;
  let hub = run.places()[0].value;
  const labels = span_labels(run, data[0].gpus_held.length);
  const where = () => run.places().find(({ value }) => value === hub).text;
  const shown = (name, title, note, unit, lines) =>
    new Chart(name, (_width, color) => {
      const drawn = lines(color);
      return {
        title: say("{title}: {place}", { title, place: where() }),
        note,
        height: 280,
        legend: drawn.map((line) => ({ name: line.name, color: line.color, shape: "line" })),
        option: course_option(labels, unit, drawn, color, { min: 0 }),
      };
    });
  const line = (name, quantity, color, area) => ({
    name,
    values: course(data, hub, quantity),
    color,
    area,
    show: (value) => figure(value),
  });
  const mean = say("Means of each {span}.", { span: span_name(run) });
  const use = shown(
    "utilization",
    say("GPUs held and at work"),
    sentences(mean, say("Held by jobs and replicas; at work by their activity.")),
    say("GPUs"),
    (color) => [
      line(say("GPUs held"), "gpus_held", color.series[0], true),
      line(say("GPUs at work"), "gpus_active", color.series[2], true),
    ],
  );
  const waiting = shown("queue", say("Jobs that wait in the queue"), mean, say("jobs"), (color) => [
    line(say("waiting"), "waiting_jobs", color.series[1], true),
  ]);
  return section(
    "queue",
    say("How busy are the GPUs?"),
    choice(say("Hub"), run.places(), (value) => {
      hub = value;
      use.draw();
      waiting.draw();
    }),
    el("div", { class: "pair" }, use.element, waiting.element),
    use_table(run),
  );
}

function use_table(run) {
  const percent_of = (value) => (typeof value === "number" ? value * 100 : null);
  const row = (name, kpis) => [
    name,
    ...["gpu_allocation", "gpu_activity", "server_utilization"].map((key) => percent_of(kpis[key])),
  ];
  return table(
    say("Use of servers by hub"),
    [
      { name: term("hub") },
      { name: term("GPUs held %") },
      { name: term("GPUs at work %") },
      { name: term("server utilization %") },
    ],
    [...run.hubs.map((hub) => row(hub_label(hub), hub.kpis)), row(say("all hubs"), run.total)],
  );
}
