// Where the energy comes from and goes to: a Sankey of the ledger, which closes.
import { choice, section } from "./elements.js";
import { Chart } from "./chart.js";
import { tooltip } from "./axes.js";
import { percent } from "./figures.js";
import { energy } from "./run.js";

// In the order they stand, from the top.
const nodes = {
  grid: ["Grid", 7],
  on_site: ["On site", 2],
  direct: ["Direct line", 5],
  generators: ["Generators", 6],
  battery_discharge: ["Battery out", 3],
  site: ["Site", 0],
  it: ["IT equipment", 0],
  "it.idle": ["Idle servers", 7],
  "it.jobs": ["Jobs", 0],
  "it.services": ["Services", 2],
  "it.fans": ["Server fans", 5],
  cooling: ["Cooling", 5],
  power_chain_loss: ["Power chain", 1],
  other: ["Other", 7],
  battery_charge: ["Battery in", 3],
  curtailed: ["Curtailed", 4],
};

// Sums of the ledger over all hubs, or one.
export function flows(run, place) {
  const books = place === "total" ? Object.values(run.summary.ledger) : [run.summary.ledger[place]];
  const sum = (part) => {
    const out = {};
    for (const book of books)
      for (const [name, kwh] of Object.entries(book[part])) out[name] = (out[name] ?? 0) + kwh;
    return out;
  };
  return {
    sources: sum("sources"),
    sinks: sum("sinks"),
    it: sum("it"),
    error: Math.max(...books.map((book) => book.relative_error)),
  };
}

// What was not served is no flow; then IT equipment is not told apart.
function links({ sources, sinks, it }) {
  return [
    ...Object.entries(sources).map(([name, value]) => ({ source: name, target: "site", value })),
    ...Object.entries(sinks).map(([name, value]) => ({ source: "site", target: name, value })),
    ...(it.not_served < 0
      ? []
      : Object.entries(it).map(([name, value]) => ({ source: "it", target: "it." + name, value }))),
  ].filter(({ value, source, target }) => value > 0 && nodes[source] && nodes[target]);
}

export function flow(run) {
  const places = run.places();
  let place = places[0].value;
  const chart = new Chart("flow", (width, color) => {
    const found = flows(run, place);
    const total = (part) => Object.values(part).reduce((sum, kwh) => sum + kwh, 0);
    const shown = links(found);
    const used = new Set(shown.flatMap(({ source, target }) => [source, target]));
    return {
      title: "Electricity from sources to sinks",
      note:
        `Sources ${energy(total(found.sources), 6)}, sinks ${energy(total(found.sinks), 6)}; ` +
        (found.error < 1e-6
          ? "the books of every hub close."
          : `a hub\u2019s books are off by ${percent(found.error)}.`) +
        (found.it.not_served < 0 ? ` ${energy(-found.it.not_served)} of IT load could not be served.` : ""),
      height: width < 500 ? 420 : 440,
      option: {
        tooltip: tooltip(
          color,
          ({ dataType, data }) => ({
            title:
              dataType === "edge"
                ? `${nodes[data.source][0]} \u2192 ${nodes[data.target][0]}`
                : nodes[data.name][0],
            rows: [["", energy(dataType === "edge" ? data.value : through(shown, data.name))]],
          }),
          { trigger: "item" },
        ),
        series: [
          {
            type: "sankey",
            left: 4,
            right: width < 500 ? 96 : 190,
            top: 8,
            bottom: 8,
            nodeGap: width < 500 ? 22 : 14,
            nodeWidth: 14,
            draggable: false,
            emphasis: { focus: "adjacency" },
            layoutIterations: 0,
            data: Object.keys(nodes)
              .filter((name) => used.has(name))
              .map((name) => ({
                name,
                itemStyle: { color: color.series[nodes[name][1]], borderWidth: 0 },
              })),
            links: shown,
            lineStyle: { color: "gradient", opacity: 0.35 },
            label: {
              color: color.text,
              fontSize: width < 500 ? 10.5 : 13,
              lineHeight: width < 500 ? 12 : 16,
              formatter: ({ name }) =>
                nodes[name][0] + (width < 500 ? "\n" : "  ") + energy(through(shown, name), 3),
            },
          },
        ],
      },
    };
  });
  return section(
    "flow",
    "Where does the energy come from, and where does it go?",
    choice("Hub", places, (value) => {
      place = value;
      chart.draw();
    }),
    chart.element,
  );
}

function through(shown, name) {
  const sum = (end) => shown.reduce((all, link) => all + (link[end] === name ? link.value : 0), 0);
  return Math.max(sum("source"), sum("target"));
}
