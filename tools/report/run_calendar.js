// A quantity over the run as a calendar: weeks across and weekdays down, or for a short run hours across and
// days down.
import { Chart } from "./chart.js";
import { tooltip } from "./axes.js";
import { figure } from "./figures.js";
import { date_after } from "./run.js";
import { say, term } from "./words.js";

const ratio = (a, b, by = 1) => (b > 0 ? (by * a) / b : null);

// Of sums over a day or an interval.
export const calendar_quantities = {
  pue: { text: term("PUE"), of: (row) => ratio(row.facility, row.it) },
  green: {
    text: term("On-site and direct supply, % of facility energy"),
    of: (row) => ratio(row.on_site + row.direct, row.facility, 100),
  },
  load: { text: term("Facility load, MW"), of: (row, hours) => row.facility / hours / 1000 },
  price: {
    text: term("Tariff, CNY/kWh, weighted by facility energy"),
    of: (row) => ratio(row.price_by_facility, row.facility),
  },
};

export function calendar_chart(run, chosen) {
  return new Chart("calendar", (width, color) => {
    const { text, of } = calendar_quantities[chosen.quantity];
    const quantity = say(text);
    const { cells, across, down, title, named } = places_of(run, chosen, of);
    const known = cells.filter(([, , value]) => value !== null);
    const values = known.map(([, , value]) => value);
    const low = Math.min(...values),
      high = Math.max(...values);
    const wide = width < 500 ? 40 : 46;
    return {
      title,
      note:
        known.length === 0
          ? say("No figures here.")
          : say("{quantity}: from {low} to {high}.", {
              quantity,
              low: figure(low),
              high: figure(high),
            }),
      height: Math.max(down.length * Math.min(26, Math.max(14, (width - wide) / across.length)) + 70, 170),
      option: {
        grid: { left: wide, right: 4, top: 8, bottom: 62 },
        xAxis: axis(across, color, {
          axisLabel: { color: color.soft, fontSize: 11, interval: named, hideOverlap: true },
        }),
        yAxis: axis(down, color, {
          inverse: true,
          axisLabel: { color: color.soft, fontSize: 11, hideOverlap: true },
        }),
        visualMap: {
          type: "continuous",
          min: low,
          max: high > low ? high : low + Math.abs(low || 1) * 1e-6,
          orient: "horizontal",
          left: "center",
          bottom: 0,
          itemHeight: Math.min(220, width / 2),
          itemWidth: 12,
          text: [figure(high, 3), figure(low, 3)],
          calculable: false,
          formatter: (value) => figure(Number(value), 3),
          textStyle: { color: color.soft },
          inRange: { color: [color.pale, color.series[0], color.strong] },
        },
        tooltip: tooltip(
          color,
          ({ data }) => ({ title: data.when, rows: [[quantity, figure(data.value[2])]] }),
          {
            trigger: "item",
          },
        ),
        series: [
          {
            type: "heatmap",
            data: known.map(([x, y, value, when]) => ({ value: [x, y, value], when })),
            itemStyle: { borderColor: color.panel, borderWidth: 1 },
          },
        ],
      },
    };
  });
}

function axis(data, color, more) {
  return {
    type: "category",
    data,
    axisTick: { show: false },
    axisLine: { show: false },
    splitLine: { show: false },
    ...more,
  };
}

const weekdays = [term("Mon"), term("Tue"), term("Wed"), term("Thu"), term("Fri"), term("Sat"), term("Sun")];
const months = [
  term("Jan"),
  term("Feb"),
  term("Mar"),
  term("Apr"),
  term("May"),
  term("Jun"),
  term("Jul"),
  term("Aug"),
  term("Sep"),
  term("Oct"),
  term("Nov"),
  term("Dec"),
];

// [across, down, value, when] of each cell.
function places_of(run, { place }, of) {
  const days = run.days(place);
  const hubs = place === "total" ? run.hubs.length : 1;
  const intervals = days.length <= 35 ? run.intervals(place) : null;
  const per_day = 24 / run.file.series.interval_hours;
  if (intervals && Number.isInteger(per_day) && per_day > 1 && has_facility(run, place)) {
    const count = Math.ceil(intervals.length / per_day);
    const dates = Array.from({ length: count }, (_, at) =>
      date_after(run.summary.period.start.slice(0, 10), at),
    );
    const hour = (at) =>
      (at % per_day) * run.file.series.interval_hours + Number(run.summary.period.start.slice(11, 13));
    return {
      title: say("Hour by hour"),
      across: Array.from({ length: per_day }, (_, at) => String(hour(at) % 24).padStart(2, "0")),
      down: dates.map((date) => date.slice(5)),
      named: () => true,
      cells: intervals.map((row, at) => {
        const day = Math.floor(at / per_day);
        const hours = run.file.series.interval_hours;
        return [
          at % per_day,
          day,
          of(row, hours),
          `${dates[day]}, ${String(hour(at) % 24).padStart(2, "0")}:00`,
        ];
      }),
    };
  }
  const weekday = (new Date(days[0].date + "T00:00:00Z").getUTCDay() + 6) % 7;
  const weeks = Math.ceil((weekday + days.length) / 7);
  const first_of = (week) => date_after(days[0].date, week * 7 - weekday);
  const month = (week) => first_of(week).slice(5, 7);
  return {
    title: say("Day by day"),
    across: Array.from(
      { length: weeks },
      (_, week) =>
        say(months[Number(month(week)) - 1]) + (days.length > 500 ? " " + first_of(week).slice(0, 4) : ""),
    ),
    named: (week) => week === 0 || month(week) !== month(week - 1),
    down: weekdays.map((day) => say(day)),
    cells: days.map((row, at) => [
      Math.floor((weekday + at) / 7),
      (weekday + at) % 7,
      row.hours > 0 ? of(row, row.hours / hubs) : null,
      row.date,
    ]),
  };
}

// In long runs, intervals of hubs tell supply and IT only.
const has_facility = (run, place) => run.over_time(place, "intervals")?.facility !== undefined;
