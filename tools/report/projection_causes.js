// Why a projection changes: the part of the page that takes its change apart.
import { drivers_chart } from "./drivers_chart.js";
import { section } from "./elements.js";
import { per_quantity } from "./per_quantity.js";
import * as tables from "./tables.js";
import { say } from "./words.js";

export function causes(trajectory) {
  const drivers = per_quantity(
    "drivers",
    trajectory.attribution,
    trajectory,
    drivers_chart,
    tables.attribution_figures,
  );
  return drivers && section("why", say("Why does it change?"), drivers);
}
