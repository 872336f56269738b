// What made each year differ from the one before it: drivers that add stand above nought, those that take off
// below.
import { plain_grid, tooltip, value_axis, year_axis } from "./axes.js";
import { driver_color } from "./colors.js";
import { driver_name } from "./data_words.js";
import { change } from "./figures.js";
import { with_unit } from "./trajectory.js";
import { say, term } from "./words.js";

export function drivers_chart(attribution, label) {
  return (width, color) => {
    const years = attribution.by_year.map((step) => step.year);
    const drivers = attribution.parts.map((part) => part.driver);
    const net = attribution.by_year.map((step) => step.parts.reduce((sum, part) => sum + part.change, 0));
    const of_year = (at) =>
      drivers.map((driver, index) => [
        driver_name(driver),
        with_unit(change(attribution.by_year[at].parts[index].change), attribution.unit),
        driver_color(color, driver),
      ]);
    return {
      title: say("{quantity}: change from the year before in {unit}", {
        quantity: label,
        unit: attribution.unit,
      }),
      note: say("Parts by {method}; they add up to the change of each year.", {
        method: named(attribution.method),
      }),
      height: width < 500 ? 300 : 340,
      legend: [
        ...drivers.map((driver) => ({ name: driver_name(driver), color: driver_color(color, driver) })),
        { name: say("net change"), color: color.text, shape: "dot" },
      ],
      option: {
        grid: plain_grid,
        xAxis: year_axis(years, color),
        yAxis: value_axis(attribution.unit, color),
        tooltip: tooltip(color, (params) => ({
          title: say("{from} to {to}", {
            from: years[params[0].dataIndex] - 1,
            to: years[params[0].dataIndex],
          }),
          rows: [
            [say("net change"), with_unit(change(net[params[0].dataIndex]), attribution.unit), color.text],
            ...of_year(params[0].dataIndex),
          ],
        })),
        series: [
          ...drivers.map((driver, index) => ({
            type: "bar",
            name: driver,
            stack: "change",
            barMaxWidth: 56,
            color: driver_color(color, driver),
            data: attribution.by_year.map((step) => step.parts[index].change),
          })),
          {
            type: "scatter",
            name: say("net change"),
            data: net,
            symbol: "circle",
            symbolSize: 9,
            z: 5,
            itemStyle: { color: color.text, borderColor: color.panel, borderWidth: 2 },
          },
        ],
      },
    };
  };
}

const methods = {
  shapley: term("Shapley values"),
  lmdi: term("logarithmic mean Divisia index"),
  sequential: term("one driver after another"),
};
function named(method) {
  return say(methods[method] ?? method);
}
