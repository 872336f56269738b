// Why a projection changes: the part of the page that takes its change apart.
import { drivers_chart } from "./drivers_chart.js";
import { section } from "./elements.js";
import { per_quantity } from "./per_quantity.js";
import * as tables from "./tables.js";

export function causes(trajectory) {
  const drivers = per_quantity(
    "drivers",
    trajectory.file.attribution,
    trajectory,
    drivers_chart,
    tables.attribution_figures,
  );
  return drivers && section("why", "Why does it change?", drivers);
}
