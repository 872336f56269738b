// The piece of the plane that a map of hubs shows: kilometres are as long in either direction at its middle.
const margins = { left: 46, right: 24, top: 12, bottom: 30 };

export function box_of(points, width) {
  const range = (values, least) => {
    const low = Math.min(...values),
      high = Math.max(...values);
    const around = Math.max(0.12 * (high - low), (least - (high - low)) / 2);
    return { min: low - around, max: high + around };
  };
  const longitude = range(
    points.map((point) => point.longitude),
    4,
  );
  const latitude = range(
    points.map((point) => point.latitude),
    3,
  );
  const shrunk = Math.cos((((latitude.min + latitude.max) / 2) * Math.PI) / 180);
  const inner = width - margins.left - margins.right;
  const wanted = (inner * (latitude.max - latitude.min)) / ((longitude.max - longitude.min) * shrunk);
  const tall = Math.min(Math.max(wanted, 240), 700);
  // Where the height is bounded the other side shows more of the plane, so that the shape stays true.
  if (tall < wanted) widen(longitude, wanted / tall);
  if (tall > wanted) widen(latitude, tall / wanted);
  const shown = { longitude: rounded(longitude), latitude: rounded(latitude) };
  const part = (value, { min, max }) => (value - min) / (max - min);
  return {
    ...shown,
    wide: inner,
    tall,
    pixel: (point) => ({
      x: inner * part(point.longitude, shown.longitude),
      y: tall * (1 - part(point.latitude, shown.latitude)),
    }),
    height: tall + margins.top + margins.bottom,
    grid: margins,
  };
}

function widen(range, by) {
  const more = ((range.max - range.min) * (by - 1)) / 2;
  range.min -= more;
  range.max += more;
}

function rounded({ min, max }) {
  return { min: Math.floor(min * 2) / 2, max: Math.ceil(max * 2) / 2 };
}

// 115 -> "115° E"
export function degrees(value, [positive, negative]) {
  const size = Math.abs(value);
  return (
    (Number.isInteger(size) ? size : size.toFixed(1)) + "\u00b0\u00a0" + (value < 0 ? negative : positive)
  );
}
