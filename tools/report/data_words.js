// Texts that a trajectory brings, in the reader's language: known as a whole, else piece by piece. Names of
// its author stay as they are.
import { say } from "./words.js";

// "Demand, inference, internet": a quantity, and of what.
export function label_of(text) {
  const [quantity, ...members] = text.split(", ");
  const whole = say(text);
  if (whole !== text || members.length === 0) return whole;
  return say("{quantity}, {members}", {
    quantity: say(quantity),
    members: members.map((member) => say(member)).join(say(", ")),
  });
}

// "FP16, shipped devices, at the year's end"
export function definition_of(text) {
  const whole = say(text);
  if (whole !== text) return whole;
  return text
    .split(", ")
    .map((piece) => say(piece))
    .reduce((first, next) => say("{first}, {next}", { first, next }));
}

// Drivers of a change as people write them.
export function driver_name(driver) {
  return driver === "pue" ? "PUE" : say(driver);
}

// "triangular 5 .. 6 .. 8"
export function distribution_of(text) {
  return text.replace(/^[a-z]+/, (kind) => say(kind));
}
