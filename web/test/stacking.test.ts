import assert from "node:assert/strict";
import { test } from "node:test";
import { stacked } from "../src/pure/stacking";

test("cards with room stand at their lines", () => {
  assert.deepEqual(stacked([0, 100, 300], [50, 50, 50], 10), [0, 100, 300]);
});

test("cards without room are pushed down, none over another", () => {
  assert.deepEqual(stacked([0, 10, 20], [50, 50, 50], 10), [0, 60, 120]);
});

test("the card in hand stands at its line, and those above make room", () => {
  assert.deepEqual(stacked([200, 210, 215], [50, 50, 50], 10, 2), [95, 155, 215]);
});

test("where there is no room above, the card in hand gives way", () => {
  assert.deepEqual(stacked([0, 5, 10], [50, 50, 50], 10, 2), [0, 60, 120]);
});

test("no cards, and cards above the list", () => {
  assert.deepEqual(stacked([], [], 10), []);
  assert.deepEqual(stacked([-40], [50], 10), [0]);
});
