// Where the energy comes from and goes to: a Sankey of the ledger, which closes.
import { choice, section } from "./elements.js";
import { Chart } from "./chart.js";
import { tooltip } from "./axes.js";
import { percent } from "./figures.js";
import { energy } from "./run.js";
import { say, sentences, term } from "./words.js";

// In the order they stand, from the top.
const nodes = {
  grid: [term("Grid"), 7],
  on_site: [term("On site"), 2],
  direct: [term("Direct line"), 5],
  generators: [term("Generators"), 6],
  battery_discharge: [term("Battery out"), 3],
  site: [term("Site"), 0],
  it: [term("IT equipment"), 0],
  "it.idle": [term("Idle, background"), 7],
  "it.jobs": [term("Jobs"), 0],
  "it.services": [term("Services"), 2],
  "it.fans": [term("Server fans"), 5],
  cooling: [term("Cooling"), 5],
  power_chain_loss: [term("Power chain"), 1],
  other: [term("Other"), 7],
  battery_charge: [term("Battery in"), 3],
  curtailed: [term("Curtailed"), 4],
};

const name_of = (node) => say(nodes[node][0]);

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
    const shown = links(found);
    const used = new Set(shown.flatMap(({ source, target }) => [source, target]));
    return {
      title: say("Electricity from sources to sinks"),
      note: sentences(
        books_sentence(found),
        found.it.not_served < 0
          ? say("{energy} of IT load could not be served.", { energy: energy(-found.it.not_served) })
          : "",
      ),
      height: width < 500 ? 420 : 440,
      option: {
        tooltip: tooltip(
          color,
          ({ dataType, data }) => ({
            title:
              dataType === "edge"
                ? `${name_of(data.source)} \u2192 ${name_of(data.target)}`
                : name_of(data.name),
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
            bottom: width < 500 ? 16 : 8,
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
                name_of(name) + (width < 500 ? "\n" : "  ") + energy(through(shown, name), 3),
            },
          },
        ],
      },
    };
  });
  return section(
    "flow",
    say("Where does the energy come from, and where does it go?"),
    choice(say("Hub"), places, (value) => {
      place = value;
      chart.draw();
    }),
    chart.element,
  );
}

function books_sentence({ sources, sinks, error }) {
  const total = (part) => Object.values(part).reduce((sum, kwh) => sum + kwh, 0);
  const values = {
    sources: energy(total(sources), 6),
    sinks: energy(total(sinks), 6),
    error: percent(error),
  };
  return error < 1e-6
    ? say("Sources {sources}, sinks {sinks}; the books of every hub close.", values)
    : say("Sources {sources}, sinks {sinks}; a hub\u2019s books are off by {error}.", values);
}

function through(shown, name) {
  const sum = (end) => shown.reduce((all, link) => all + (link[end] === name ? link.value : 0), 0);
  return Math.max(sum("source"), sum("target"));
}
