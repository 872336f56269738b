// The same thing for several quantities: a choice, a chart and its table. `kind` names the chart.
import { choice, el } from "./elements.js";
import { Chart } from "./chart.js";
import { say } from "./words.js";

export function per_quantity(kind, entries, trajectory, describe, data) {
  if (entries.length === 0) return null;
  const label = (entry) => trajectory.quantity(entry.quantity)?.label ?? entry.quantity;
  let entry = entries[0];
  const chart = new Chart(kind, (width, color) => describe(entry, label(entry))(width, color));
  const behind = el("details", { class: "data" });
  const fill = () =>
    behind.replaceChildren(el("summary", {}, say("Figures of this chart")), data(entry, label(entry)));
  fill();
  return el(
    "div",
    { class: "block" },
    choice(
      say("Quantity"),
      entries.map((each, value) => ({ value, text: label(each) })),
      (at) => {
        entry = entries[at];
        fill();
        chart.draw();
      },
    ),
    chart.element,
    behind,
  );
}
