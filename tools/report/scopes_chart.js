// Facility energy as this projection and those beside it count it.
import { end_label_shifts, plain_grid, tooltip, value_axis, year_axis } from "./axes.js";
import { figure } from "./figures.js";
import { say } from "./words.js";

// `counts`: [{name, years, values}], values null where none is told.
export function scopes_chart(counts) {
  return (width, color) => {
    const years = [...new Set(counts.flatMap((count) => count.years))].sort();
    const at_year = (count, year) => count.values[count.years.indexOf(year)] ?? null;
    const height = width < 500 ? 300 : 340;
    const told = counts.map(({ values }) => values.filter((value) => typeof value === "number"));
    const shifts = end_label_shifts(
      told.map((values) => values.at(-1) ?? 0),
      (height - 70) / Math.max(1, ...told.flat()),
    );
    return {
      title: say("Facility energy in TWh, by who counts what"),
      height,
      note: say("Central values. The table says why they differ."),
      legend: counts.map((count, at) => ({ name: count.name, color: color.series[at % 8], shape: "line" })),
      option: {
        grid: { ...plain_grid, right: 64 },
        xAxis: { ...year_axis(years, color), boundaryGap: false },
        yAxis: value_axis("TWh", color),
        tooltip: tooltip(color, ([{ axisValue }]) => ({
          title: axisValue,
          rows: counts.map((count, at) => [
            count.name,
            figure(at_year(count, Number(axisValue))) || "\u2013",
            color.series[at % 8],
          ]),
        })),
        series: counts.map((count, at) => ({
          type: "line",
          name: count.name,
          data: years.map((year) => at_year(count, year)),
          symbol: "circle",
          symbolSize: 5,
          color: color.series[at % 8],
          lineStyle: { width: at === 0 ? 3 : 2 },
          endLabel: {
            show: true,
            formatter: ({ value }) => figure(value, 3),
            color: color.series[at % 8],
            fontWeight: 600,
            offset: [0, shifts[at]],
          },
        })),
      },
    };
  };
}
