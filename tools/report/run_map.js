// Hubs on a plane of longitude and latitude: a bubble's area is the hub's energy, its colour a class of PUE
// or green share, lines are the links that carried anything.
import { LinesChart } from "echarts/charts";
import { use } from "echarts/core";
import { choice, section } from "./elements.js";
import { Chart } from "./chart.js";
import { tooltip } from "./axes.js";
import { figure, percent } from "./figures.js";
import { energy, hub_label } from "./run.js";
import { links, link_rows } from "./run_links.js";
import { box_of, degrees } from "./run_map_box.js";
import { label_sides } from "./run_map_labels.js";
import { say, term } from "./words.js";

use([LinesChart]);

// Classes from their least value up, with a colour of the series.
const colourings = {
  pue: {
    text: term("PUE"),
    classes: [
      { from: 0, name: term("below 1.15"), color: 2 },
      { from: 1.15, name: term("1.15 to 1.20"), color: 5 },
      { from: 1.2, name: term("1.20 to 1.25"), color: 0 },
      { from: 1.25, name: term("1.25 to 1.50"), color: 1 },
      { from: 1.5, name: term("1.50 and more"), color: 4 },
    ],
  },
  green_share: {
    text: term("Green share"),
    classes: [
      { from: -1, name: term("below 20 %"), color: 4 },
      { from: 0.2, name: term("20 to 40 %"), color: 1 },
      { from: 0.4, name: term("40 to 60 %"), color: 0 },
      { from: 0.6, name: term("60 to 80 %"), color: 5 },
      { from: 0.8, name: term("80 % and more"), color: 2 },
    ],
  },
};

export function places(run) {
  const located = run.hubs.filter(({ kpis }) => kpis.location);
  const parts = [located.length > 1 ? map(run, located) : null, links(run)].filter((part) => part);
  return parts.length > 0
    ? section("places", say("Where do the hubs lie, and what do links carry?"), parts)
    : null;
}

function map(run, located) {
  let by = "pue";
  const chart = new Chart("map", (width, color) => describe(run, located, by, width, color));
  return [
    choice(
      say("Colour by"),
      Object.entries(colourings).map(([value, { text }]) => ({ value, text: say(text) })),
      (value) => {
        by = value;
        chart.draw();
      },
    ),
    chart.element,
  ];
}

const at = ({ longitude, latitude }) => [longitude, latitude];

function describe(run, located, by, width, color) {
  const { text, classes } = colourings[by];
  const class_of = (kpis) => classes.findLast(({ from }) => kpis[by] >= from);
  const carrying = link_rows(run).filter((link) => link.gb > 0 && link.points);
  const points = [...located.map(({ kpis }) => kpis.location), ...carrying.flatMap((link) => link.points)];
  const box = box_of(points, width);
  const greatest = Math.max(...located.map(({ kpis }) => kpis.facility_energy_kwh), 1e-9);
  const most = Math.max(...carrying.map(({ gb }) => gb));
  const by_size = [...located].sort((a, b) => b.kpis.facility_energy_kwh - a.kpis.facility_energy_kwh);
  const diameter = (kpis) => 8 + (width < 500 ? 30 : 46) * Math.sqrt(kpis.facility_energy_kwh / greatest);
  const axis = (range, suffixes) => ({
    type: "value",
    ...range,
    axisLabel: {
      color: color.soft,
      fontSize: 12,
      formatter: (value) => degrees(value, suffixes),
      hideOverlap: true,
      showMinLabel: false,
      showMaxLabel: false,
    },
    splitLine: { lineStyle: { color: color.line } },
    axisLine: { show: false },
  });
  return {
    title: say("Hubs by {quantity} and energy, and the links they used", { quantity: say(text) }),
    note: say(
      "Area of a bubble: facility energy. Width of a line: data carried; its figures stand in the table of " +
        "links.",
    ),
    height: box.height,
    legend: [
      ...classes
        .filter((each) => located.some(({ kpis }) => class_of(kpis) === each))
        .map((each) => ({
          name: say(each.name),
          color: color.series[each.color],
          shape: "dot",
        })),
      ...(carrying.length > 0 ? [{ name: say("data carried"), color: color.series[3], shape: "line" }] : []),
    ],
    option: {
      grid: box.grid,
      xAxis: axis(box.longitude, "EW"),
      yAxis: axis(box.latitude, "NS"),
      tooltip: tooltip(color, (params) => params.data.told, { trigger: "item" }),
      series: [
        {
          type: "lines",
          coordinateSystem: "cartesian2d",
          z: 1,
          data: carrying.map((link) => ({
            coords: link.points.map(at),
            lineStyle: {
              width: 1 + 5 * (link.gb / most),
              color: color.series[3],
              opacity: 0.75,
              curveness: 0.12,
            },
            told: {
              title: link.id,
              rows: [
                [say("data carried"), figure(link.gb / 1000) + "\u00a0TB"],
                [say("mean load"), percent(link.mean, 3)],
                [say("peak load"), percent(link.peak, 3)],
              ],
            },
          })),
        },
        {
          type: "scatter",
          z: 2,
          data: by_size.map(({ id, name, kpis }) => ({
            value: at(kpis.location),
            name: id,
            symbolSize: diameter(kpis),
            itemStyle: {
              color: color.series[class_of(kpis)?.color ?? 7],
              borderColor: color.panel,
              borderWidth: 1.5,
              opacity: 0.85,
            },
            told: {
              title: say("{name} ({id})", { name, id }),
              rows: [
                [say("facility energy"), energy(kpis.facility_energy_kwh)],
                [kpis.pue_kind, kpis.pue === null ? "\u2013" : figure(kpis.pue)],
                [say("green share"), kpis.green_share === null ? "\u2013" : percent(kpis.green_share, 4)],
              ],
            },
          })),
        },
        names_of(by_size, box, diameter, width, color),
      ],
    },
  };
}

// Names over the bubbles, as a series of its own.
function names_of(hubs, box, diameter, width, color) {
  const font = width < 500 ? 10 : 12;
  const sides = label_sides(
    hubs.map((hub) => ({
      ...box.pixel(hub.kpis.location),
      radius: diameter(hub.kpis) / 2,
      text: hub_label(hub),
    })),
    { width: box.wide, height: box.tall, font },
  );
  return {
    type: "scatter",
    z: 3,
    silent: true,
    data: hubs.map((hub, index) => ({
      value: at(hub.kpis.location),
      name: hub_label(hub),
      symbolSize: diameter(hub.kpis),
      itemStyle: { color: "transparent" },
      label: { show: sides[index] !== null, position: sides[index] ?? "right" },
    })),
    label: {
      formatter: ({ name }) => name,
      color: color.text,
      fontSize: font,
      distance: 4,
      textBorderColor: color.panel,
      textBorderWidth: 2,
    },
  };
}
