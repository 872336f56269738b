// The tornado: one input at a time goes from its p05 to its p95 while all others stay at their central value.
import { broken_path, tooltip, value_axis } from "./axes.js";
import { change, figure, tick } from "./figures.js";
import { with_unit } from "./trajectory.js";
import { say, sentences, term } from "./words.js";

export function tornado_chart(tornado, label) {
  return (width, color) => {
    const narrow = width < 500;
    const spread = ({ at_p05, at_p95 }) => Math.abs(at_p95 - at_p05);
    const least = 0.01 * Math.max(...tornado.bars.map(spread));
    const bars = tornado.bars
      .slice(0, 12)
      .filter((bar, at) => at === 0 || (spread(bar) > 0 && spread(bar) >= least));
    const others = tornado.bars.length - bars.length;
    const low = color.series[0],
      high = color.series[1];
    const name = (bar) => broken_path(bar.input, narrow ? 18 : 34);
    const row = Math.max(...bars.map((bar) => Math.max(30, 16 * name(bar).split("\n").length + 8)));
    const side = (end, at) => ({
      type: "bar",
      name: end,
      barWidth: 18,
      barGap: "-100%",
      color: at,
      data: bars.map((bar) => bar[end] - tornado.central),
      label: {
        show: true,
        fontSize: 11,
        color: color.soft,
        position: "right",
        formatter: ({ dataIndex }) => figure(bars[dataIndex][end], 3),
      },
    });
    const sides = [side("at_p05", low), side("at_p95", high)];
    for (const each of sides)
      each.data = each.data.map((value) => ({ value, label: { position: value < 0 ? "left" : "right" } }));
    const reach = Math.max(...sides.flatMap((each) => each.data.map(({ value }) => Math.abs(value)))) || 1;
    return {
      title: title(tornado, label),
      note: sentences(
        say("Around the central {figure}; widest first.", {
          figure: with_unit(figure(tornado.central), tornado.unit),
        }),
        others > 0 ? say("The table holds {n} more, narrower ones.", { n: others }) : "",
      ),
      height: 50 + row * bars.length,
      legend: [
        { name: say("input at its p05"), color: low },
        { name: say("input at its p95"), color: high },
      ],
      option: {
        grid: {
          left: 4,
          right: 8,
          top: 10,
          bottom: 4,
          outerBoundsMode: "same",
          outerBoundsContain: "axisLabel",
        },
        xAxis: value_axis("", color, {
          min: -reach * 1.3,
          max: reach * 1.3,
          splitNumber: narrow ? 2 : 4,
          axisLabel: {
            color: color.soft,
            showMinLabel: false,
            showMaxLabel: false,
            hideOverlap: true,
            formatter: (value) => (value > 0 ? "+" : "") + tick(value),
          },
        }),
        yAxis: {
          type: "category",
          inverse: true,
          data: bars.map(name),
          axisTick: { show: false },
          axisLabel: { color: color.text, fontSize: 12, lineHeight: 15, interval: 0, margin: 10 },
          axisLine: { show: false },
        },
        tooltip: tooltip(
          color,
          ([{ dataIndex }]) => ({
            title: bars[dataIndex].input,
            rows: [
              ["at_p05", term("at its p05"), low],
              ["at_p95", term("at its p95"), high],
            ].map(([end, text, mark]) => [
              say(text),
              say("{figure} ({change})", {
                figure: with_unit(figure(bars[dataIndex][end]), tornado.unit),
                change: change(bars[dataIndex][end] - tornado.central),
              }),
              mark,
            ]),
          }),
          { axisPointer: { type: "shadow" } },
        ),
        series: sides,
      },
    };
  };
}

function title({ year, unit }, quantity) {
  return unit === ""
    ? say("{quantity} of {year}: one input at a time", { quantity, year })
    : say("{quantity} of {year} in {unit}: one input at a time", { quantity, year, unit });
}
