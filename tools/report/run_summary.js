// A run in five sentences, made from its figures.
import { capitalized, figure, listing, percent } from "./figures.js";
import { energy, mass, money, power, titled } from "./run.js";

export function run_sentences(run) {
  return [use(run), allowed(run), why(run), where(run), when(run)].filter((sentence) => sentence);
}

function length_of(hours) {
  return hours >= 48
    ? figure(hours / 24, hours % 24 === 0 ? String(hours / 24).length : 4) + " days"
    : figure(hours) + " hours";
}

function use({ name, total, summary, hubs }) {
  const pue =
    total.pue === null
      ? ""
      : `, at ${total.pue_kind === "PUE" ? "a PUE" : "an interim PUE"} of ${figure(total.pue)}`;
  const places = hubs.length === 1 ? "one hub" : `${hubs.length} hubs`;
  return (
    `In ${length_of(summary.period.hours)} ${name} with ${places} used ${energy(total.facility_energy_kwh)}${pue}; that cost ` +
    `${money(total.cost_cny)} and caused ${mass(total.carbon_location_kg)} of CO\u2082 at the grid\u2019s own factor.`
  );
}

const spoken = (rule) => rule.replaceAll("_", " ").replace(/^pue\b/, "PUE");

function allowed({ summary }) {
  const rules = summary.compliance;
  if (rules.length === 0) return "The platform file sets no limits, so nothing is checked against any.";
  const broken = rules.filter(({ pass }) => !pass);
  if (rules.length === 1)
    return `The only limit, ${spoken(rules[0].rule)}, is ${broken.length ? "missed" : "kept"}.`;
  if (broken.length === 0) return `All ${rules.length} limits are kept.`;
  const kinds = [...new Set(broken.map(({ rule }) => rule))].map(
    (rule) => `${spoken(rule)} (${broken.filter((each) => each.rule === rule).length})`,
  );
  const kept = `${rules.length - broken.length} of ${rules.length} limits are kept`;
  return `${kept}; missed: ${listing(kinds)}.`;
}

function why({ total }) {
  const parts = [
    ["cooling", total.cooling_energy_kwh],
    ["losses of the power chain", total.power_chain_loss_kwh],
    ["lighting and the rest", total.other_energy_kwh],
  ].sort((a, b) => b[1] - a[1]);
  const beside = parts.reduce((sum, [, kwh]) => sum + kwh, 0);
  if (!(beside > 0)) return "";
  return (
    `${energy(beside)} went beside the IT equipment: ` +
    `${listing(parts.map(([name, kwh]) => `${percent(kwh / beside, 3)} to ${name}`))}` +
    (total.green_share === null
      ? "."
      : `; green attributes cover ${percent(total.green_share, 3)} of all energy.`)
  );
}

function where({ hubs, total }) {
  const running = hubs.filter(({ kpis }) => kpis.pue !== null);
  if (running.length === 0) return "";
  if (running.length === 1)
    return (
      `${capitalized(titled(running[0]))} is the only hub that runs; carbon-free supply of its own covers ` +
      `${percent(total.cfe_score_without_grid, 3)} of its energy hour by hour.`
    );
  const by = (key) => [...running].sort((a, b) => a.kpis[key] - b.kpis[key]);
  const most = by("facility_energy_kwh").at(-1);
  const pues = by("pue");
  return (
    `${capitalized(titled(most))} uses most, ${percent(most.kpis.facility_energy_kwh / total.facility_energy_kwh, 3)} of all; ` +
    `PUE is lowest at ${titled(pues[0])}, ${figure(pues[0].kpis.pue)}, ` +
    `and highest at ${titled(pues.at(-1))}, ${figure(pues.at(-1).kpis.pue)}.`
  );
}

function when(run) {
  const { total } = run;
  const peak =
    `Power peaks at ${power(total.peak_power_kw)}` +
    (total.load_factor === null ? "" : `, and on average runs at ${percent(total.load_factor, 3)} of that`);
  const days = run.days("total");
  if (!days || days.length < 28) return peak + ".";
  const known = days.filter(({ it, hours }) => it > 0 && hours > 0);
  const by_pue = known.sort((a, b) => a.facility / a.it - b.facility / b.it);
  return known.length === 0
    ? peak + "."
    : `${peak}; the day of the highest PUE is ${by_pue.at(-1).date} (${figure(by_pue.at(-1).facility / by_pue.at(-1).it)}), ` +
        `that of the lowest ${by_pue[0].date} (${figure(by_pue[0].facility / by_pue[0].it)}).`;
}
