// The page in a few sentences, made from its numbers: what, why, when, how sure, what if.
import { change, figure, listing, percent } from "./figures.js";
import { demands_of } from "./demand_chart.js";
import { driver_name } from "./colors.js";
import { with_unit } from "./trajectory.js";

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
  const times = energy.at(-1) / energy[0];
  const growth = times ** (1 / (years.at(-1) - years[0])) - 1;
  const carbon = trajectory.last("carbon_location");
  const start = `Data centers draw ${twh(energy[0])} in ${years[0]}`;
  if (years.length < 2) return start + ".";
  return (
    `${start} and ${twh(energy.at(-1))} in ${years.at(-1)}: ${figure(times, 3)} times as much, ` +
    `${change(growth * 100)}\u00a0% a year` +
    (carbon === undefined
      ? "."
      : `, with ${with_unit(figure(carbon, 3), "Mt")} of CO\u2082 at the mean of the grids.`)
  );
}

function cause(trajectory) {
  const attribution = trajectory.file.attribution.find(({ quantity }) => quantity === "facility_energy");
  if (!attribution) return "";
  const by_size = [...attribution.parts]
    .filter((part) => Math.abs(part.change) > 0.005 * Math.abs(attribution.change))
    .sort((a, b) => Math.abs(b.change) - Math.abs(a.change));
  const adding = by_size.filter((part) => part.change > 0),
    taking = by_size.filter((part) => part.change < 0);
  const side = (parts, verb) =>
    parts.map(
      (part, at) =>
        `${driver_name(part.driver)} ${at === 0 ? verb + " " : ""}` +
        with_unit(figure(Math.abs(part.change), 3), attribution.unit),
    );
  const text = [side(adding, "adds"), side(taking, "takes off")]
    .filter((told) => told.length)
    .map(listing)
    .join("; ");
  return text === ""
    ? ""
    : `${text[0].toUpperCase()}${text.slice(1)}: ` +
        `${with_unit(change(attribution.change), attribution.unit)} from ${attribution.from} to ${attribution.to}.`;
}

function shortage({ name, gap, at }, years) {
  const most = Math.max(...gap.central);
  const when = years[gap.central.indexOf(most)];
  return `${name} since ${years[at]}, at most by ${with_unit(figure(most, 3), gap.unit)} in ${when}`;
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
    return `Servers fall short of what is asked for: ${listing(short.map((kind) => shortage(kind, years)))}.`;
  const energy = trajectory.quantity("facility_energy").central;
  const half = (energy[0] + energy.at(-1)) / 2;
  const at = energy.findIndex((value) => (energy.at(-1) - energy[0]) * (value - half) >= 0);
  const served = demands_of(trajectory).length > 0 ? "Servers deliver all that is asked for; half" : "Half";
  return years.length < 3 || energy[0] === energy.at(-1)
    ? ""
    : `${served} of the change has come by ${years[at]}.`;
}

function certainty(trajectory) {
  const { uncertainty, years } = trajectory.file;
  const bands = trajectory.quantity("facility_energy").bands;
  if (!uncertainty || !bands)
    return "No input is drawn here, so the page says nothing of how sure the figures are.";
  if (bands.p05.at(-1) === bands.p95.at(-1))
    return `No input that is drawn moves the facility energy of ${years.at(-1)}: it is given.`;
  const sobol = uncertainty.sobol?.find(({ quantity }) => quantity === "facility_energy");
  const most = sobol && [...sobol.groups].sort((a, b) => b.first - a.first)[0];
  return (
    `In 9 of 10 draws of the uncertain inputs, ${years.at(-1)} lies between ${figure(bands.p05.at(-1), 3)} and ` +
    twh(bands.p95.at(-1)) +
    (most ? `; ${percent(most.first)} of the variance comes from ${listing(most.inputs)} alone.` : ".")
  );
}

function others(trajectory) {
  const year = trajectory.years.at(-1);
  const told = trajectory.file.beside
    .filter(({ facility_energy }) => facility_energy?.at(-1) != null)
    .map((beside) => `${beside.name} comes to ${twh(beside.facility_energy.at(-1))}`);
  return told.length === 0 ? "" : `For ${year}, ${listing(told)}; why they differ stands below.`;
}
