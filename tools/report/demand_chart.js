// Demand against supply: of each kind of computing what is served, and above it what is not. Kinds stand side by
// side and are never added: they may count in different precisions.
import { plain_grid, tooltip, value_axis, year_axis } from "./axes.js";
import { capitalized, figure } from "./figures.js";
import { with_unit } from "./trajectory.js";
import { say, sentences } from "./words.js";

// The kinds of a trajectory: [{name, demand, gap, served}], sectors of a kind left out.
export function demands_of(trajectory) {
  return trajectory
    .family("demand")
    .filter(({ member }) => !member.includes(".") && trajectory.quantity("gap." + member))
    .map((demand) => {
      const gap = trajectory.quantity("gap." + demand.member);
      return {
        name: demand.name,
        demand,
        gap,
        served: demand.central.map((asked, at) => asked - gap.central[at]),
      };
    });
}

export function demand_chart(trajectory) {
  return (_width, color) => {
    const kinds = demands_of(trajectory).map((kind, at) => ({ ...kind, color: color.series[at % 8] }));
    const { unit, definition } = kinds[0].demand;
    const short = kinds.filter(({ gap }) => gap.central.some((value) => value > 0));
    const hatched = { color: color.panel, dashArrayX: [1, 0], dashArrayY: [3, 4], rotation: -Math.PI / 4 };
    const bar = ({ name }, data, itemStyle) => ({
      type: "bar",
      stack: name,
      barMaxWidth: 40,
      barGap: "8%",
      name,
      data,
      itemStyle,
    });
    return {
      title: say("Computing asked for and served in {unit}", { unit }),
      note: sentences(
        say("{definition}; in the precision of the servers that serve it.", {
          definition: capitalized(definition),
        }),
        short.length > 0
          ? say("Hatched: beyond what the servers can deliver.")
          : say("All that is asked for is served."),
      ),
      height: 320,
      legend: [
        ...kinds.map((kind) => ({ name: say("{kind}, served", { kind: kind.name }), color: kind.color })),
        ...short.map((kind) => ({
          name: say("{kind}, not served", { kind: kind.name }),
          color: kind.color,
          shape: "hatch",
        })),
      ],
      option: {
        grid: plain_grid,
        xAxis: year_axis(trajectory.years, color),
        yAxis: value_axis(unit, color),
        tooltip: tooltip(color, ([{ dataIndex }]) => ({
          title: String(trajectory.years[dataIndex]),
          rows: kinds.flatMap(({ demand, gap }) =>
            [demand, gap].map((quantity) => [
              quantity.label,
              with_unit(figure(quantity.central[dataIndex]), unit),
            ]),
          ),
        })),
        series: kinds.flatMap((kind) => [
          bar(kind, kind.served, { color: kind.color }),
          bar(kind, kind.gap.central, { color: kind.color, opacity: 0.85, decal: hatched }),
        ]),
      },
    };
  };
}
