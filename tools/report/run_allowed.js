// Is it allowed? The scorecard: every rule as a row that opens, those that are missed first and open already.
import { told } from "./data_words.js";
import { el, section } from "./elements.js";
import {
  changes_text,
  confidence_text,
  place_of,
  places,
  rules_of,
  spoken,
  verdict,
} from "./run_allowed_checks.js";
import { margins } from "./run_allowed_margins.js";
import { table } from "./table.js";
import { say, term } from "./words.js";

// So many places that keep a rule stand beside those that miss it; more are folded away.
const most_kept_rows = 3;

export function allowed(run) {
  const rules = rules_of(run);
  const title = say("Is it allowed?");
  if (rules.length === 0)
    return section("allowed", title, el("p", {}, say("No rule holds for this run, so nothing is checked.")));
  return section(
    "allowed",
    title,
    el("p", {}, count_sentence(rules)),
    el(
      "div",
      { class: "rules" },
      rules.map((rule) => card(run, rule)),
    ),
    margins(run, rules),
    all_checks(run),
  );
}

function count_sentence(rules) {
  const broken = rules.filter(({ missed }) => missed > 0).length;
  const checks = rules.reduce((sum, rule) => sum + rule.checks.length, 0);
  const missed = rules.reduce((sum, rule) => sum + rule.missed, 0);
  const counts = { rules: rules.length, broken, kept: rules.length - broken, checks, missed };
  return broken === 0
    ? say("All {rules} rules are kept, in all {checks} places where they hold.", counts)
    : say(
        "{kept} of {rules} rules are kept everywhere; of {checks} checks, {missed} miss the limit. " +
          "A rule opens to its places, its source and what would have to change.",
        counts,
      );
}

function card(run, rule) {
  const { checks, missed, text } = rule;
  const failing = checks.filter(({ pass }) => !pass);
  const passing = checks.filter(({ pass }) => pass);
  const folded = missed > 0 && passing.length > most_kept_rows;
  return el(
    "details",
    { class: "rule", "data-rule": rule.rule, open: missed > 0 },
    el(
      "summary",
      {},
      el("span", { class: missed > 0 ? "verdict missed" : "verdict" }, verdict(missed === 0)),
      el("span", { class: "words" }, text),
      el("span", { class: "extent" }, extent(rule)),
      el("span", { class: "nearest" }, nearest(run, rule)),
    ),
    el("p", { class: "note" }, source(rule)),
    check_table(run, rule, folded ? failing : checks, rule.rule),
    folded
      ? el(
          "details",
          { class: "data" },
          el("summary", {}, say("Kept by {places}", { places: places(passing.length, checks[0].scope) })),
          check_table(run, rule, passing, say("{rule}: where it is kept", { rule: rule.rule })),
        )
      : null,
  );
}

// In how many places it is kept.
function extent({ checks, missed }) {
  const scope = checks[0].scope;
  if (scope === "total") return places(1, scope);
  const all = places(checks.length, scope);
  return missed === 0 ? say("kept by {all}", { all }) : say("missed by {n} of {all}", { n: missed, all });
}

// The limit, and the place with the least room.
function nearest(run, { checks, print, at_most }) {
  const limits = [...new Set(checks.map(({ limit }) => limit))].sort((a, b) => a - b);
  const range =
    limits.length === 1
      ? print.limit(limits[0])
      : say("{low} to {high}", { low: print.limit(limits[0]), high: print.limit(limits.at(-1)) });
  const figures = {
    limit: range,
    place: place_of(run, checks[0]),
    value: print.value(checks[0].value),
    margin: print.margin(checks[0].margin),
  };
  if (checks.length === 1)
    return at_most
      ? say("at most {limit}; it is {value}, margin {margin}", figures)
      : say("at least {limit}; it is {value}, margin {margin}", figures);
  return at_most
    ? say("at most {limit}; nearest {place}: {value}, margin {margin}", figures)
    : say("at least {limit}; nearest {place}: {value}, margin {margin}", figures);
}

// Limits of a platform file have no date.
function source({ rule, checks: [{ source: text, date, confidence }] }) {
  return date === null
    ? say("Rule {rule}, set by the platform file itself.", { rule })
    : say("Rule {rule}. Source: {source}, {date}; confidence: {confidence}.", {
        rule,
        source: told(text),
        date,
        confidence: confidence_text(confidence),
      });
}

function check_table(run, { print }, checks, caption) {
  const remedies = checks.some(({ to_pass }) => to_pass !== null);
  return table(
    caption,
    [
      { name: term("where") },
      { name: term("limit"), show: print.limit },
      { name: term("value"), show: print.value },
      { name: term("margin"), show: print.margin },
      { name: term("kept or missed") },
      ...(remedies ? [{ name: term("what would have to change"), wide: true }] : []),
    ],
    checks.map((check) => [
      place_of(run, check),
      check.limit,
      check.value,
      check.margin,
      verdict(check.pass),
      ...(remedies ? [changes_text(check.to_pass)] : []),
    ]),
  );
}

// Every check with its rule, as summary.json has them. On paper the rules above say it all.
function all_checks(run) {
  const { compliance } = run.summary;
  return el(
    "details",
    { class: "data screen" },
    el("summary", {}, say("All {n} checks in one table", { n: compliance.length })),
    table(
      say("Scorecard"),
      [
        { name: term("rule") },
        { name: term("where") },
        { name: term("figure") },
        { name: term("limit"), digits: 5 },
        { name: term("value"), digits: 5 },
        { name: term("margin"), digits: 5 },
        { name: term("kept or missed") },
        { name: term("what would have to change"), wide: true },
        { name: term("what the rule says"), wide: true },
        { name: term("source"), wide: true },
        { name: term("date") },
        { name: term("confidence") },
      ],
      [...compliance]
        .sort((a, b) => a.pass - b.pass)
        .map((check) => [
          check.rule,
          check.hub,
          check.indicator,
          check.limit,
          check.value,
          check.margin,
          verdict(check.pass),
          changes_text(check.to_pass),
          spoken(check.text, check.text_zh),
          told(check.source),
          check.date,
          confidence_text(check.confidence),
        ]),
    ),
  );
}
