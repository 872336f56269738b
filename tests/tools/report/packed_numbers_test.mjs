// The page reads columns of numbers as packed_numbers_test.cpp tells that the program writes them.
import assert from "node:assert/strict";
import { test } from "node:test";
import { unpacked_numbers } from "../../../tools/report/packed_numbers.js";

for (const [text, numbers] of [
  ["4,0,", []],
  ["4,0,AA", [0, 0]],
  ["4,3,CCD", [1000, 1001, 1000]],
  ["4,-2,i6HgrblqmC6itE", [0.05, 1, -1, 12350]],
  ["4,1,iljBzyRxyR", [1000, 99.99, 0]],
])
  test(`${text} is read as ${JSON.stringify(numbers)}`, () => assert.deepEqual(unpacked_numbers(text), numbers));
