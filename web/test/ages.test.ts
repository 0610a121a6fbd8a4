import assert from "node:assert/strict";
import { test } from "node:test";
import { age, size } from "../src/pure/ages";

test("how long ago, in the page's language", () => {
  assert.equal(age(-10, "en"), "now");
  assert.equal(age(-300, "en"), "5 minutes ago");
  assert.equal(age(-3599, "en"), "59 minutes ago");
  assert.equal(age(3 * 86_400, "en"), "in 3 days");
  assert.equal(age(-86_400, "de"), "gestern");
});

test("sizes for people", () => {
  assert.equal(size(640, "en"), "640 byte");
  assert.equal(size(12_300, "en"), "12 kB");
  assert.equal(size(3_400_000, "en"), "3.4 MB");
  assert.equal(size(34_000_000, "en"), "34 MB");
});
