// Demand against supply: what is served of each kind of computing, and above it what is not.
import { plain_grid, tooltip, value_axis, year_axis } from "./axes.js";
import { figure } from "./figures.js";
import { with_unit } from "./trajectory.js";

export function demand_chart(trajectory) {
  return (_width, color) => {
    const served = trajectory.family("served"),
      gaps = trajectory.family("gap"),
      demands = trajectory.family("demand");
    const unit = served[0].unit;
    const pattern = (at) => ({
      color: color.series[at % 8],
      opacity: 0.85,
      decal: { color: color.panel, dashArrayX: [1, 0], dashArrayY: [3, 4], rotation: -Math.PI / 4 },
    });
    const bars = [
      ...served.map((quantity, at) => ({ quantity, itemStyle: { color: color.series[at % 8] } })),
      ...gaps.map((quantity, at) => ({ quantity, itemStyle: pattern(at) })),
    ].filter((bar) => bar.quantity.central.some((value) => value !== 0));
    const lacking = bars.some((bar) => bar.quantity.key.startsWith("gap."));
    return {
      title: `Computing asked for and served in ${unit}`,
      note:
        "Means over the year, in FP32 equivalents. " +
        (lacking
          ? "Hatched: asked for, but beyond what the servers can deliver."
          : "All that is asked for is served."),
      height: 320,
      legend: bars.map(({ quantity, itemStyle }) => ({
        name: quantity.label,
        color: itemStyle.color,
        shape: quantity.key.startsWith("gap.") ? "hatch" : "box",
      })),
      option: {
        grid: plain_grid,
        xAxis: year_axis(trajectory.years, color),
        yAxis: value_axis(unit, color),
        tooltip: tooltip(color, ([{ dataIndex }]) => ({
          title: String(trajectory.years[dataIndex]),
          rows: [...demands, ...served, ...gaps].map((quantity) => [
            quantity.label,
            with_unit(figure(quantity.central[dataIndex]), unit),
          ]),
        })),
        series: bars.map(({ quantity, itemStyle }) => ({
          type: "bar",
          stack: "computing",
          barMaxWidth: 56,
          name: quantity.label,
          data: quantity.central,
          itemStyle,
        })),
      },
    };
  };
}
