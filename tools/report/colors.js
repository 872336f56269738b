// The colours of page.css as the scheme in force gives them.

const names = [
  "text",
  "soft",
  "line",
  "page",
  "panel",
  "series-1",
  "series-2",
  "series-3",
  "series-4",
  "series-5",
  "series-6",
  "series-7",
  "series-8",
  "lack",
  "pale",
  "strong",
];

export function colors() {
  const style = getComputedStyle(document.documentElement);
  const color = Object.fromEntries(names.map((name) => [name, style.getPropertyValue("--" + name).trim()]));
  color.series = names.filter((name) => name.startsWith("series-")).map((name) => color[name]);
  return color;
}

// "#rrggbb" with so much of it let through.
export function faded(color, opacity) {
  return (
    color +
    Math.round(opacity * 255)
      .toString(16)
      .padStart(2, "0")
  );
}

// A driver has the same colour in every chart.
const drivers = ["stock", "activity", "hardware", "place", "pue", "grid", "load"];
export function driver_color(color, driver) {
  const order = [0, 1, 2, 4, 5, 6, 3];
  const at = drivers.indexOf(driver);
  return color.series[at < 0 ? 7 : order[at]];
}
