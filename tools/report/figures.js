// How figures are printed: a number of significant digits, thousands apart, a real minus sign.
import { say } from "./words.js";

const minus = "\u2212";

function decimals_for(value, digits) {
  const rounded = Math.abs(Number(value.toPrecision(digits)));
  return Math.min(Math.max(digits - 1 - Math.floor(Math.log10(rounded)), 0), 100);
}

// 1234.5 -> "1,235", 384.02 -> "384.0", 0.01234 -> "0.01234" at four digits. Nothing where there is no
// number.
export function figure(value, digits = 4) {
  if (typeof value !== "number" || !Number.isFinite(value)) return "";
  if (value === 0) return "0";
  const size = Math.abs(value);
  if (size < 1e-4 || size >= 1e12) return value.toExponential(digits - 1).replaceAll("-", minus);
  const text = size.toLocaleString("en-US", {
    minimumFractionDigits: decimals_for(value, digits),
    maximumFractionDigits: decimals_for(value, digits),
  });
  return (value < 0 ? minus : "") + text;
}

// A change: the sign is always there.
export function change(value, digits = 3) {
  return (value > 0 ? "+" : "") + figure(value, digits);
}

// What an axis shows beside its ticks: as many digits as they need, no more.
export function tick(value) {
  const text = Number(value.toPrecision(6)).toLocaleString("en-US", { maximumSignificantDigits: 6 });
  return text.replace("-", minus);
}

// As many decimals as asked for: errors in percent.
export function fixed(value, decimals) {
  const text = value.toFixed(decimals);
  return (Number(text) === 0 ? text.replace("-", "") : text).replace("-", minus);
}

// A value with its unit as text ("0.05816227766 kW") to the digits that a table has room for.
export function typed(text) {
  const [, number, unit] = /^(-?[\d.]+(?:e[+-]?\d+)?)(.*)$/.exec(text) ?? [];
  return number === undefined ? text : tick(Number(Number(number).toPrecision(4))) + unit;
}

export function percent(share, digits = 2) {
  return in_percent(figure(share * 100, digits));
}

// What is in percent already.
export function in_percent(number) {
  return say("{number}\u00a0%", { number });
}

export function capitalized(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

// Names in a sentence: "a", "a and b", "a, b and c".
export function listing(names) {
  if (names.length < 2) return names.join("");
  return say("{some} and {last}", { some: names.slice(0, -1).join(say(", ")), last: names.at(-1) });
}
