// The page in a few sentences, made from its numbers: what, why, when, how sure, what if.
import { capitalized, change, figure, in_percent, listing, percent } from "./figures.js";
import { driver_name } from "./data_words.js";
import { demands_of } from "./demand_chart.js";
import { with_unit } from "./trajectory.js";
import { say } from "./words.js";

const twh = (value) => with_unit(figure(value, 3), "TWh");

// The two that compare, where the page holds several projections.
export function short_summary(trajectory) {
  return [use(trajectory), certainty(trajectory)];
}

export function summary(trajectory) {
  return [
    use(trajectory),
    cause(trajectory),
    time(trajectory),
    certainty(trajectory),
    others(trajectory),
  ].filter((sentence) => sentence);
}

function use(trajectory) {
  const { years } = trajectory;
  const energy = trajectory.quantity("facility_energy").central;
  const carbon = trajectory.quantity("carbon_location");
  const [first, last] = [years[0], years.at(-1)];
  const times = energy.at(-1) / energy[0];
  const values = {
    first,
    last,
    from: twh(energy[0]),
    to: twh(energy.at(-1)),
    times: figure(times, 3),
    growth: in_percent(change((times ** (1 / (last - first)) - 1) * 100)),
    carbon: carbon && with_unit(figure(carbon.central.at(-1), 3), carbon.unit),
  };
  if (years.length < 2) return say("Data centers draw {from} in {first}.", values);
  return carbon
    ? say(
        "Data centers draw {from} in {first} and {to} in {last}: {times} times as much, {growth} a year, " +
          "with {carbon} of CO\u2082 at the mean of the grids.",
        values,
      )
    : say(
        "Data centers draw {from} in {first} and {to} in {last}: {times} times as much, {growth} a year.",
        values,
      );
}

function cause(trajectory) {
  const attribution = trajectory.attribution.find(({ quantity }) => quantity === "facility_energy");
  if (!attribution) return "";
  const by_size = [...attribution.parts]
    .filter((part) => Math.abs(part.change) > 0.005 * Math.abs(attribution.change))
    .sort((a, b) => Math.abs(b.change) - Math.abs(a.change));
  const amount = (part) => ({
    driver: driver_name(part.driver),
    change: with_unit(figure(Math.abs(part.change), 3), attribution.unit),
  });
  const adding = by_size.filter((part) => part.change > 0).map(amount);
  const taking = by_size.filter((part) => part.change < 0).map(amount);
  const others = (parts) => parts.slice(1).map((part) => say("{driver} {change}", part));
  const told = [
    adding.length ? listing([say("{driver} adds {change}", adding[0]), ...others(adding)]) : "",
    taking.length ? listing([say("{driver} takes off {change}", taking[0]), ...others(taking)]) : "",
  ].filter((side) => side !== "");
  if (told.length === 0) return "";
  return say("{causes}: {change} from {first} to {last}.", {
    causes: capitalized(told.join(say("; "))),
    change: with_unit(change(attribution.change), attribution.unit),
    first: attribution.from,
    last: attribution.to,
  });
}

function shortage({ name, gap, at }, years) {
  const most = Math.max(...gap.central);
  return say("{kind} since {year}, at most by {gap} in {worst}", {
    kind: name,
    year: years[at],
    gap: with_unit(figure(most, 3), gap.unit),
    worst: years[gap.central.indexOf(most)],
  });
}

// When demand outgrows the servers, else when half of the change has come.
function time(trajectory) {
  const { years } = trajectory;
  const short = demands_of(trajectory)
    .map((kind) => ({
      ...kind,
      at: kind.gap.central.findIndex((gap, at) => gap > 1e-6 * kind.demand.central[at]),
    }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at);
  if (short.length > 0)
    return say("Servers fall short of what is asked for: {kinds}.", {
      kinds: listing(short.map((kind) => shortage(kind, years))),
    });
  const energy = trajectory.quantity("facility_energy").central;
  if (years.length < 3 || energy[0] === energy.at(-1)) return "";
  const half = (energy[0] + energy.at(-1)) / 2;
  const at = energy.findIndex((value) => (energy.at(-1) - energy[0]) * (value - half) >= 0);
  return demands_of(trajectory).length > 0
    ? say("Servers deliver all that is asked for; half of the change has come by {year}.", {
        year: years[at],
      })
    : say("Half of the change has come by {year}.", { year: years[at] });
}

function certainty(trajectory) {
  const { uncertainty, years } = trajectory.file;
  const bands = trajectory.quantity("facility_energy").bands;
  if (!uncertainty || !bands)
    return say("No input is drawn here, so the page says nothing of how sure the figures are.");
  if (bands.p05.at(-1) === bands.p95.at(-1))
    return say("No input that is drawn moves the facility energy of {year}: it is given.", {
      year: years.at(-1),
    });
  const sobol = uncertainty.sobol?.find(({ quantity }) => quantity === "facility_energy");
  const most = sobol && [...sobol.groups].sort((a, b) => b.first - a.first)[0];
  const values = {
    year: years.at(-1),
    low: figure(bands.p05.at(-1), 3),
    high: twh(bands.p95.at(-1)),
    share: most && percent(most.first),
    inputs: most && listing(most.inputs),
  };
  return most
    ? say(
        "In 9 of 10 draws of the uncertain inputs, {year} lies between {low} and {high}; {share} of the " +
          "variance comes from {inputs} alone.",
        values,
      )
    : say("In 9 of 10 draws of the uncertain inputs, {year} lies between {low} and {high}.", values);
}

function others(trajectory) {
  const told = trajectory.file.beside
    .filter(({ facility_energy }) => facility_energy?.at(-1) != null)
    .map(({ name, facility_energy }) =>
      say("{name} comes to {energy}", { name, energy: twh(facility_energy.at(-1)) }),
    );
  if (told.length === 0) return "";
  return say("For {year}, {others}; why they differ stands below.", {
    year: trajectory.years.at(-1),
    others: listing(told),
  });
}
