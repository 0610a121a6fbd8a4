import assert from "node:assert/strict";
import { test } from "node:test";
import { idleness } from "../src/pure/idleness";

const MINUTE = 60_000;

test("a minute before the end one is warned, and then nobody is there", () => {
  assert.deepEqual(idleness(0, 0, 15), { state: "here", seconds: 900 });
  assert.equal(idleness(14 * MINUTE - 1001, 0, 15).state, "here");
  assert.deepEqual(idleness(14 * MINUTE, 0, 15), { state: "warned", seconds: 60 });
  assert.deepEqual(idleness(15 * MINUTE, 0, 15), { state: "away", seconds: 0 });
});

test("a closed lid counts as being away", () => {
  assert.equal(idleness(600 * MINUTE, 0, 15).state, "away");
});

test("where there is but a minute, the warning takes half of it", () => {
  assert.equal(idleness(0.4 * MINUTE, 0, 1).state, "here");
  assert.equal(idleness(0.5 * MINUTE, 0, 1).state, "warned");
});
