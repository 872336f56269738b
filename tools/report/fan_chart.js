// The fan: 9 of 10 draws lie in the pale band, half of them in the strong one. Several projections share the
// axes.
import { begins_above_nought, end_label_shifts, plain_grid, tooltip, value_axis, year_axis } from "./axes.js";
import { faded } from "./colors.js";
import { capitalized, figure } from "./figures.js";
import { titled, with_unit } from "./trajectory.js";
import { say } from "./words.js";

export function fan_chart(trajectories, key) {
  return (width, color) => {
    const fans = trajectories
      .map((trajectory, index) => ({
        name: trajectory.name,
        quantity: trajectory.quantity(key),
        years: trajectory.years,
        color: color.series[index % 8],
      }))
      .filter((fan) => fan.quantity);
    const years = [...new Set(fans.flatMap((fan) => fan.years))].sort();
    const { unit, definition } = fans[0].quantity;
    const values = fans.flatMap(({ quantity }) => [
      ...quantity.central,
      ...(quantity.bands?.p05 ?? []),
      ...(quantity.bands?.p95 ?? []),
    ]);
    const height = width < 700 ? 320 : 380;
    const scale = begins_above_nought(values);
    const known = values.filter((value) => typeof value === "number");
    const shifts = end_label_shifts(
      fans.map(({ quantity }) => quantity.central.at(-1)),
      (height - 70) / (Math.max(...known) - (scale ? Math.min(...known) : Math.min(0, ...known)) || 1),
    );
    return {
      title: titled(fans[0].quantity),
      note:
        fans.length > 1
          ? say("{definition}. Pale: 9 of 10 draws.", { definition: capitalized(definition) })
          : capitalized(definition),
      height,
      legend: legend(fans),
      option: {
        grid: { ...plain_grid, right: 64 },
        xAxis: { ...year_axis(years, color), boundaryGap: false },
        yAxis: value_axis(unit, color, { scale }),
        tooltip: tooltip(color, (params) => tip(fans, Number(params[0].axisValue))),
        series: fans.flatMap((fan, index) => [
          ...(fans.length > 1 ? outer_band(fan, years, index) : bands(fan, years, index)),
          ...lines(fan, years, fans.length === 1, shifts[index]),
        ]),
      },
    };
  };
}

function legend(fans) {
  return fans.flatMap(({ name, quantity, color }) => {
    const line = { name: fans.length > 1 ? name : say("Central assumptions"), color, shape: "line" };
    if (!quantity.bands) return [line];
    if (fans.length > 1) return [line];
    return [
      line,
      { name: say("Median of the draws"), color, shape: "dash" },
      { name: say("p25\u2013p75: half of the draws"), color: faded(color, 0.44) },
      { name: say("p05\u2013p95: 9 of 10 draws"), color: faded(color, 0.2) },
    ];
  });
}

const at_years = (fan, years, values) => years.map((year) => values[fan.years.indexOf(year)] ?? null);

// A band is the rise from one quantile to another, stacked on the lowest one.
function layers_of(fan, years, index) {
  const quantiles = fan.quantity.bands;
  return (low, high, opacity) => ({
    type: "line",
    stack: "fan-" + index,
    stackStrategy: "all",
    symbol: "none",
    silent: true,
    data: at_years(
      fan,
      years,
      quantiles[high].map((value, at) => value - (low ? quantiles[low][at] : 0)),
    ),
    lineStyle: { opacity: 0 },
    areaStyle: low ? { color: faded(fan.color, opacity), opacity: 1 } : undefined,
  });
}

function outer_band(fan, years, index) {
  if (!fan.quantity.bands) return [];
  const layer = layers_of(fan, years, index);
  return [layer(null, "p05", 0), layer("p05", "p95", 0.16)];
}

function bands(fan, years, index) {
  if (!fan.quantity.bands) return [];
  const layer = layers_of(fan, years, index);
  return [
    layer(null, "p05", 0),
    layer("p05", "p25", 0.2),
    layer("p25", "p75", 0.44),
    layer("p75", "p95", 0.2),
  ];
}

function lines(fan, years, alone, shift) {
  const line = (values, type, more = {}) => ({
    type: "line",
    name: fan.name,
    data: at_years(fan, years, values),
    symbol: "none",
    color: fan.color,
    lineStyle: { width: type === "solid" ? 2.5 : 1.5, type },
    ...more,
  });
  const last = fan.quantity.central.at(-1);
  const labelled = {
    endLabel: {
      show: true,
      formatter: figure(last, 3),
      color: fan.color,
      fontWeight: 600,
      fontSize: 14,
      offset: [0, shift],
    },
  };
  const central = line(fan.quantity.central, "solid", labelled);
  return fan.quantity.bands && alone ? [line(fan.quantity.bands.p50, [3, 3]), central] : [central];
}

function tip(fans, year) {
  const rows = fans.flatMap(({ name, quantity, years, color }) => {
    const at = years.indexOf(year);
    if (at < 0) return [];
    const text = (values) => with_unit(figure(values[at]), quantity.unit);
    const central = [fans.length > 1 ? name : say("Central"), text(quantity.central), color];
    if (!quantity.bands) return [central];
    return [
      central,
      ...["p95", "p75", "p50", "p25", "p05"].map((name_of) => [name_of, text(quantity.bands[name_of])]),
    ];
  });
  return { title: String(year), rows };
}
