// A run in five sentences, made from its figures.
import { capitalized, figure, listing, percent } from "./figures.js";
import { energy, mass, money, power, titled } from "./run.js";
import { say, term } from "./words.js";

export function run_sentences(run) {
  return [use(run), allowed(run), why(run), where(run), when(run)].filter((sentence) => sentence);
}

function length_of(hours) {
  return hours >= 48
    ? say("{n} days", { n: figure(hours / 24, hours % 24 === 0 ? String(hours / 24).length : 4) })
    : say("{n} hours", { n: figure(hours) });
}

function use({ name, total, summary, hubs }) {
  const values = {
    length: length_of(summary.period.hours),
    name,
    hubs: hubs.length === 1 ? say("one hub") : say("{n} hubs", { n: hubs.length }),
    energy: energy(total.facility_energy_kwh),
    pue: figure(total.pue),
    cost: money(total.cost_cny),
    carbon: mass(total.carbon_location_kg),
  };
  if (total.pue === null)
    return say(
      "In {length} {name} with {hubs} used {energy}; that cost {cost} and caused {carbon} of CO\u2082 at " +
        "the grid\u2019s own factor.",
      values,
    );
  return total.pue_kind === "PUE"
    ? say(
        "In {length} {name} with {hubs} used {energy}, at a PUE of {pue}; that cost {cost} and caused " +
          "{carbon} of CO\u2082 at the grid\u2019s own factor.",
        values,
      )
    : say(
        "In {length} {name} with {hubs} used {energy}, at an interim PUE of {pue}; that cost {cost} and " +
          "caused {carbon} of CO\u2082 at the grid\u2019s own factor.",
        values,
      );
}

// Those of the platform file and of the catalogue; rules of other files go by their own name.
const rules = {
  pue_limit: term("PUE limit of the hub"),
  green_share_target: term("green-share target of the hub"),
  "eu-2024-1364": term("reporting after EU 2024/1364"),
  "gb-40879-2021": term("GB 40879-2021"),
  "hub-availability": term("availability between hubs"),
  "hub-latency": term("latency between hubs"),
  "hub-rack-occupancy": term("rack occupancy of the hub"),
  "mean-pue": term("mean PUE"),
  "mean-rack-occupancy": term("mean rack occupancy"),
  "national-latency": term("latency of the national network"),
};
const name_of = (rule) => (Object.hasOwn(rules, rule) ? say(rules[rule]) : rule);

function allowed({ summary }) {
  const limits = summary.compliance;
  if (limits.length === 0) return say("The platform file sets no limits, so nothing is checked against any.");
  const missed = limits.filter(({ pass }) => !pass);
  if (limits.length === 1)
    return missed.length
      ? say("The only limit, {rule}, is missed.", { rule: name_of(limits[0].rule) })
      : say("The only limit, {rule}, is kept.", { rule: name_of(limits[0].rule) });
  if (missed.length === 0) return say("All {n} limits are kept.", { n: limits.length });
  const kinds = [...new Set(missed.map(({ rule }) => rule))].map((rule) =>
    say("{rule} ({n})", { rule: name_of(rule), n: missed.filter((each) => each.rule === rule).length }),
  );
  return say("{kept} of {n} limits are kept; missed: {rules}.", {
    kept: limits.length - missed.length,
    n: limits.length,
    rules: listing(kinds),
  });
}

function why({ total }) {
  const beside = total.cooling_energy_kwh + total.power_chain_loss_kwh + total.other_energy_kwh;
  if (!(beside > 0)) return "";
  const [first, second, third] = [
    [term("{share} to cooling"), total.cooling_energy_kwh],
    [term("{share} to losses of the power chain"), total.power_chain_loss_kwh],
    [term("{share} to lighting and the rest"), total.other_energy_kwh],
  ]
    .sort((a, b) => b[1] - a[1])
    .map(([text, kwh]) => say(text, { share: percent(kwh / beside, 3) }));
  const values = { energy: energy(beside), first, second, third };
  if (total.green_share === null)
    return say("{energy} went beside the IT equipment: {first}, {second} and {third}.", values);
  return say(
    "{energy} went beside the IT equipment: {first}, {second} and {third}; green attributes cover {green} " +
      "of all energy.",
    { ...values, green: percent(total.green_share, 3) },
  );
}

function where({ hubs, total }) {
  const running = hubs.filter(({ kpis }) => kpis.pue !== null);
  if (running.length === 0) return "";
  if (running.length === 1)
    return say(
      "{hub} is the only hub that runs; carbon-free supply of its own covers {share} of its energy hour by " +
        "hour.",
      { hub: capitalized(titled(running[0])), share: percent(total.cfe_score_without_grid, 3) },
    );
  const by = (key) => [...running].sort((a, b) => a.kpis[key] - b.kpis[key]);
  const most = by("facility_energy_kwh").at(-1);
  const pues = by("pue");
  return say(
    "{hub} uses most, {share} of all; PUE is lowest at {lowest}, {low}, and highest at {highest}, {high}.",
    {
      hub: capitalized(titled(most)),
      share: percent(most.kpis.facility_energy_kwh / total.facility_energy_kwh, 3),
      lowest: titled(pues[0]),
      low: figure(pues[0].kpis.pue),
      highest: titled(pues.at(-1)),
      high: figure(pues.at(-1).kpis.pue),
    },
  );
}

// The days of the lowest and the highest PUE, where there are enough of them to tell.
function days_of_pue(run) {
  const days = run.days("total");
  if (!days || days.length < 28) return {};
  const pue = ({ facility, it }) => facility / it;
  const known = days.filter(({ it, hours }) => it > 0 && hours > 0).sort((a, b) => pue(a) - pue(b));
  if (known.length === 0) return {};
  const [low, high] = [known[0], known.at(-1)];
  const whole = ({ date }) => date.replaceAll("-", "\u2011"); // on one line
  return { low_day: whole(low), low: figure(pue(low)), high_day: whole(high), high: figure(pue(high)) };
}

function when(run) {
  const { peak_power_kw, load_factor } = run.total;
  const values = { peak: power(peak_power_kw), ...days_of_pue(run) };
  if (load_factor === null)
    return values.low
      ? say(
          "Power peaks at {peak}; the day of the highest PUE is {high_day} ({high}), that of the lowest " +
            "{low_day} ({low}).",
          values,
        )
      : say("Power peaks at {peak}.", values);
  values.share = percent(load_factor, 3);
  return values.low
    ? say(
        "Power peaks at {peak}, and on average runs at {share} of that; the day of the highest PUE is " +
          "{high_day} ({high}), that of the lowest {low_day} ({low}).",
        values,
      )
    : say("Power peaks at {peak}, and on average runs at {share} of that.", values);
}
