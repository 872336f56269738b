// What if it is counted or goes otherwise: other scopes, contradictions of the sources, economic claims.
import { el, section } from "./elements.js";
import { Chart } from "./chart.js";
import { scopes_chart } from "./scopes_chart.js";
import * as tables from "./tables.js";
import { say } from "./words.js";

// Each once, where several projections say the same.
function unlike(entries) {
  return [...new Map(entries.map((entry) => [JSON.stringify(entry), entry])).values()];
}

// Projections side by side, those given and those that each names, and what sources claim would follow.
export function what_if(trajectories) {
  const counts = [];
  const add = (count) => {
    if (!counts.some(({ name }) => name === count.name)) counts.push(count);
  };
  for (const each of trajectories)
    add({
      name: each.name,
      years: each.years,
      scope: each.file.scope,
      values: each.quantity("facility_energy").central,
    });
  for (const { years, file } of trajectories)
    for (const beside of file.beside)
      add({ name: beside.name, years, scope: beside.scope, values: beside.facility_energy, why: beside.why });
  const claims = unlike(trajectories.flatMap(({ file }) => file.economy));
  const contradictions = unlike(trajectories.flatMap(({ file }) => file.contradictions));
  if (counts.length < 2 && claims.length === 0 && contradictions.length === 0) return null;
  return section(
    "what-if",
    say("What if it is counted or goes otherwise?"),
    counts.length < 2 ? null : [new Chart("scopes", scopes_chart(counts)).element, tables.scopes(counts)],
    contradictions.length === 0 ? null : tables.contradictions(contradictions),
    claims.length === 0
      ? null
      : [
          el("h3", {}, say("Economic claims")),
          el(
            "p",
            { class: "note" },
            say(
              "What the sources named claim, applied to this trajectory: their correlations and models, " +
                "not results of hubwatt.",
            ),
          ),
          tables.claims(claims),
        ],
  );
}
