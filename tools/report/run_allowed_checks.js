// Checks of rules as the page reads them: grouped by rule, those that are missed first, with their figures in
// the units that people use for them.
import { change, figure, percent, tick } from "./figures.js";
import { energy, titled } from "./run.js";
import { language, say } from "./words.js";

// A text that a file brings in both languages.
export const spoken = (text, text_zh) => (language() === "zh" && text_zh ? text_zh : text);

const shares = ["green_share", "cfe_score", "rack_occupancy", "availability", "erf"];
const better_high = [...shares, "indicators_told"];

// How an indicator is printed, and what it is multiplied by for that.
function print_of(indicator) {
  if (shares.includes(indicator)) {
    const digits = indicator === "availability" ? 6 : 4;
    return {
      by: 100,
      unit: "%",
      limit: (share) => tick(share * 100) + "\u00a0%",
      value: (share) => percent(share, digits),
      margin: (share) => say("{n} points", { n: change(share * 100, 4) }),
    };
  }
  const unit = indicator.endsWith("_ms") ? "\u00a0ms" : "";
  const digits = (number) => (Number.isInteger(number) ? String(Math.abs(number)).length : 4);
  return {
    by: 1,
    unit: unit.trim(),
    limit: (number) => tick(number) + unit,
    value: (number) => figure(number, digits(number)) + unit,
    margin: (number) => change(number, digits(number)) + unit,
  };
}

// [{rule, text, checks, missed, print, at_most}]; checks with the least room first.
export function rules_of(run) {
  const rules = new Map();
  for (const check of run.summary.compliance) {
    if (!rules.has(check.rule)) rules.set(check.rule, []);
    rules.get(check.rule).push(check);
  }
  return [...rules]
    .map(([rule, checks]) => ({
      rule,
      text: spoken(checks[0].text, checks[0].text_zh),
      checks: [...checks].sort((a, b) => a.margin - b.margin),
      missed: checks.filter(({ pass }) => !pass).length,
      print: print_of(checks[0].indicator),
      at_most: is_at_most(checks),
    }))
    .sort((a, b) => (b.missed > 0) - (a.missed > 0));
}

// Which side of its limit a rule allows: that on which its margins are positive. Where all values are the
// limit, what the figure is decides.
function is_at_most(checks) {
  const room = ({ margin }) => Math.abs(margin);
  const { limit, value, margin, indicator } = checks.reduce((a, b) => (room(b) > room(a) ? b : a));
  if (margin === 0) return !better_high.includes(indicator);
  return Math.abs(limit - value - margin) <= Math.abs(value - limit - margin);
}

// Where a check was made: a hub, a link, a service, or all hubs together.
export function place_of(run, { scope, hub: id }) {
  if (scope === "total") return say("All hubs together");
  const hub = scope === "hub" && run.summary.hubs[id];
  return hub ? titled({ id, name: hub.name }) : id;
}

// "14 hubs", in words that can be translated whole.
export function places(count, scope) {
  const n = count;
  if (scope === "total") return say("all hubs together");
  if (scope === "hub") return n === 1 ? say("one hub") : say("{n} hubs", { n });
  if (scope === "link") return n === 1 ? say("one link") : say("{n} links", { n });
  return n === 1 ? say("one service") : say("{n} services", { n });
}

// What would have to change, all of it together: "green energy to buy: 1.879 TWh".
export function changes_text(changes) {
  return (changes ?? [])
    .map(({ what, what_zh, amount, unit }) =>
      say("{what}: {amount}", { what: spoken(what, what_zh), amount: amount_text(amount, unit) }),
    )
    .join(say("; "));
}

function amount_text(amount, unit) {
  if (unit === "kWh") return energy(amount);
  if (unit === "" && Number.isInteger(amount)) return amount.toLocaleString("en-US");
  return figure(amount) + (unit === "" ? "" : "\u00a0" + unit);
}

// Not by colour alone.
export const verdict = (pass) => (pass ? "\u2713\u00a0" + say("kept") : "\u2717\u00a0" + say("missed"));

// How sure the source is; null for a platform file's own limits.
export function confidence_text(confidence) {
  const words = {
    official: say("official"),
    paper: say("paper"),
    computed: say("computed"),
    estimate: say("estimate"),
  };
  return confidence === null ? null : (words[confidence] ?? confidence);
}
