// Columns of numbers as the page's data holds them; tools/packed_numbers.hpp tells the layout.
const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const places = new Map([...letters].map((letter, at) => [letter, at]));

export function unpacked_numbers(text) {
  const [digits, lowest, packed] = text.split(",");
  const least = 10 ** (digits - 1);
  const number_of = (rank) => {
    if (rank === 0) return 0;
    const above = Math.abs(rank) - 1;
    const whole = Math.sign(rank) * (least + (above % (9 * least)));
    const shift = Number(lowest) + Math.floor(above / (9 * least)) - (digits - 1);
    return shift >= 0 ? whole * 10 ** shift : whole / 10 ** -shift;
  };
  const out = [];
  let rank = 0;
  let [distance, weight] = [0, 1];
  for (const letter of packed) {
    const place = places.get(letter);
    distance += (place % 32) * weight;
    weight *= 32;
    if (place >= 32) continue;
    rank += distance % 2 === 1 ? -(distance - 1) / 2 : distance / 2;
    out.push(number_of(rank));
    [distance, weight] = [0, 1];
  }
  return out;
}
