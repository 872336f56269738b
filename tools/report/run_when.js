// When: the year as a calendar, the mean day, and a week of supply against demand.
import { choice, el, section } from "./elements.js";
import { calendar_chart, calendar_quantities } from "./run_calendar.js";
import { day_charts } from "./run_day.js";
import { week_charts, weeks } from "./run_week.js";
import { say, term } from "./words.js";

const no_series = term(
  "The directory of this run holds no series.csv (its scenario can switch it off under `output`), so " +
    "nothing is known of when.",
);

export function when(run) {
  if (!run.file.series) return section("when", say("When?"), el("p", { class: "note" }, say(no_series)));
  const places = run.places();
  const known_weeks = weeks(run);
  const chosen = { place: places[0].value, quantity: "pue", week: known_weeks[0].value };
  const calendar = calendar_chart(run, chosen);
  const days = day_charts(run, chosen);
  const week = week_charts(run, chosen);
  const draw = (charts) => charts.forEach((chart) => chart.draw());
  const by_week = el(
    "div",
    {},
    week.map(({ element }) => element),
  );
  const too_many = el(
    "p",
    { class: "note", hidden: true },
    say("A page has no room for every hour of so many hubs; choose all hubs to see a week."),
  );
  return section(
    "when",
    say("When?"),
    el(
      "div",
      { class: "choices" },
      choice(say("Hub"), places, (value) => {
        chosen.place = value;
        const known = run.intervals(value) !== null;
        by_week.hidden = !known;
        too_many.hidden = known;
        draw(known ? [calendar, ...days, ...week] : [calendar, ...days]);
      }),
      choice(
        say("Quantity"),
        Object.entries(calendar_quantities).map(([value, { text }]) => ({ value, text: say(text) })),
        (value) => {
          chosen.quantity = value;
          draw([calendar]);
        },
      ),
    ),
    calendar.element,
    el(
      "div",
      { class: "pair" },
      days.map(({ element }) => element),
    ),
    choice(say("Week"), known_weeks, (value) => {
      chosen.week = Number(value);
      draw(week);
    }),
    by_week,
    too_many,
  );
}
