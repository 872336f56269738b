// Parts of a whole by year, stacked: IT energy by place or by kind of server.
import { plain_grid, tooltip, value_axis, year_axis } from "./axes.js";
import { figure, percent } from "./figures.js";
import { with_unit } from "./trajectory.js";
import { say } from "./words.js";

// `parts`: quantities of one unit, with `name`; `first_color` sets charts apart.
export function stacked_chart(title, note, years, parts, first_color = 0) {
  return (_width, color) => {
    const unit = parts[0].unit;
    const part_color = (at) => color.series[(first_color + at) % 8];
    const total = (at) => parts.reduce((sum, part) => sum + part.central[at], 0);
    return {
      title,
      note,
      height: 300,
      legend: parts.map((part, at) => ({ name: part.name, color: part_color(at) })),
      option: {
        grid: plain_grid,
        xAxis: year_axis(years, color),
        yAxis: value_axis(unit, color),
        tooltip: tooltip(color, ([{ dataIndex }]) => ({
          title: String(years[dataIndex]),
          rows: [
            ...parts.map((part, at) => [
              part.name,
              say("{figure}, {share}", {
                figure: with_unit(figure(part.central[dataIndex]), unit),
                share: percent(part.central[dataIndex] / total(dataIndex)),
              }),
              part_color(at),
            ]),
            [say("Together"), with_unit(figure(total(dataIndex)), unit)],
          ],
        })),
        series: parts.map((part, at) => ({
          type: "bar",
          stack: "whole",
          barMaxWidth: 56,
          name: part.name,
          data: part.central,
          color: part_color(at),
          itemStyle: { borderColor: color.panel, borderWidth: 1 },
        })),
      },
    };
  };
}
