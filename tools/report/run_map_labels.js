// Where the names of hubs stand on a map: right, left, above or below their bubble, where least is covered. A
// name that would cover another is left out; the tooltip of the bubble still tells it.

// `bubbles`: [{x, y, radius, text}] in pixels, in the order in which they choose; a side for each, or null.
export function label_sides(bubbles, { width, height, font }) {
  const taken = [];
  return bubbles.map((bubble) => {
    const options = ["right", "left", "top", "bottom"].map((side) => {
      const box = label_box(bubble, side, font);
      const outside = box.left < 0 || box.top < 0 || box.right > width || box.bottom > height;
      const on_labels = taken.reduce((sum, other) => sum + overlap(box, other), 0);
      const on_bubbles = bubbles.reduce((sum, other) => sum + overlap(box, square(other)), 0);
      return { side, box, cost: outside ? Infinity : 100 * on_labels + on_bubbles, on_labels };
    });
    const best = options.reduce((a, b) => (b.cost < a.cost ? b : a));
    if (best.cost === Infinity || best.on_labels > 0) return null;
    taken.push(best.box);
    return best.side;
  });
}

function label_box({ x, y, radius, text }, side, font) {
  const wide = font * [...text].reduce((sum, letter) => sum + (letter > "\u2e80" ? 1 : 0.58), 0),
    tall = font * 1.2,
    gap = radius + 4;
  const middle = {
    right: [x + gap + wide / 2, y],
    left: [x - gap - wide / 2, y],
    top: [x, y - gap - tall / 2],
    bottom: [x, y + gap + tall / 2],
  };
  const [at_x, at_y] = middle[side];
  return { left: at_x - wide / 2, right: at_x + wide / 2, top: at_y - tall / 2, bottom: at_y + tall / 2 };
}

function square({ x, y, radius }) {
  return { left: x - radius, right: x + radius, top: y - radius, bottom: y + radius };
}

function overlap(a, b) {
  const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const tall = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return wide > 0 && tall > 0 ? wide * tall : 0;
}
