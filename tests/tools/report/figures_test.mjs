// What the page prints of a number says that number to the printed digits, and a CSV holds all of it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { change, figure, fixed, listing, typed } from "../../../tools/report/figures.js";
import { csv } from "../../../tools/report/table.js";
import { printed_says } from "./printed.mjs";

// A linear congruential generator: the same numbers on every machine.
function* numbers(count) {
  let state = 1;
  for (let at = 0; at < count; ++at) {
    state = (state * 48271) % 2147483647;
    const exponent = (state % 24) - 10;
    yield (state / 2147483647 - 0.5) * 10 ** exponent;
  }
}

test("a figure says its number to the digits printed", () => {
  for (const value of numbers(20000))
    for (const digits of [2, 3, 4]) {
      const text = figure(value, digits);
      assert.ok(printed_says(text, value), `${text} for ${value}`);
      assert.ok(Math.abs(Number(value.toPrecision(digits)) - value) <= Math.abs(value) * 10 ** (1 - digits));
    }
});

test("a figure has the digits asked for", () => {
  assert.equal(figure(384.02), "384.0");
  assert.equal(figure(1234.5), "1,235");
  assert.equal(figure(1853.4, 3), "1,853");
  assert.equal(figure(0.012344), "0.01234");
  assert.equal(figure(9.9996), "10.00");
  assert.equal(figure(-81.92, 3), "\u221281.9");
  assert.equal(figure(0), "0");
  assert.equal(figure(0.00001234), "1.234e\u22125");
  assert.equal(figure(null), "");
  assert.equal(change(217.9), "+218");
  assert.equal(fixed(-0.001, 2), "0.00");
  assert.equal(fixed(-1.814, 2), "\u22121.81");
  assert.equal(typed("0.033675444 kg/kWh"), "0.03368 kg/kWh");
  assert.equal(typed("1e-05 GJ"), "0.00001 GJ");
  assert.equal(typed("five"), "five");
  assert.equal(listing(["a", "b", "c"]), "a, b and c");
});

test("the comparison of print and number can fail", () => {
  assert.ok(printed_says("384.0", 384.04));
  assert.ok(!printed_says("384.0", 384.06));
  assert.ok(!printed_says("384", 385));
  assert.ok(!printed_says("", 1));
  assert.ok(!printed_says("81.9", -81.9));
});

test("a CSV keeps numbers whole and text a text", () => {
  const columns = [{ name: "input" }, { name: "p05" }];
  assert.equal(
    csv(columns, [
      ["a,b", 0.1 + 0.2],
      ['say "x"', null],
      ["=1+1", -5],
    ]),
    'input,p05\r\n"a,b",0.30000000000000004\r\n"say ""x""",\r\n\'=1+1,-5\r\n',
  );
});
