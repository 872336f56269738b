// Whether a printed figure ("1,235", "0.0123", "−4.5e−5") is `value` rounded to the digits it shows. Written
// apart from the page's own printing.
export function printed_says(text, value) {
  const plain = text.replaceAll(",", "").replaceAll("\u2212", "-").replace("+", "");
  if (!/^-?\d+(\.\d+)?(e-?\d+)?$/.test(plain)) return false;
  const [mantissa, exponent = "0"] = plain.split("e");
  const decimals = (mantissa.split(".")[1] ?? "").length;
  const half_a_digit = 0.5 * 10 ** (Number(exponent) - decimals);
  return Math.abs(Number(plain) - value) <= half_a_digit * (1 + 1e-6);
}
