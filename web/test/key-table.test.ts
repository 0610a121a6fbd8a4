import assert from "node:assert/strict";
import { test } from "node:test";
import { KeyTable, keyName, sequence, shownKeys } from "../src/pure/key-table";

const press = (key: string, more: object = {}) =>
  keyName({ key, ctrlKey: false, metaKey: false, altKey: false, ...more });
const WRITTEN = ["a", "g i", "g c", "?", "Mod-k", "i"];

test("one key acts at once", () => {
  assert.equal(new KeyTable().press("a", 0, WRITTEN), "a");
  assert.equal(new KeyTable().press("x", 0, WRITTEN), "");
});

test("two keys act in their order", () => {
  const table = new KeyTable();
  assert.equal(table.press("g", 0, WRITTEN), "");
  assert.equal(table.press("i", 500, WRITTEN), "g i");
  assert.equal(table.press("i", 600, WRITTEN), "i");
});

test("the first of two is forgotten after a while, or when told to", () => {
  const table = new KeyTable();
  table.press("g", 0, WRITTEN);
  assert.equal(table.press("i", 1501, WRITTEN), "i");
  table.press("g", 2000, WRITTEN);
  table.forget();
  assert.equal(table.press("c", 2100, WRITTEN), "");
});

test("a key that begins nothing breaks the pair", () => {
  const table = new KeyTable();
  table.press("g", 0, WRITTEN);
  table.press("x", 1, WRITTEN);
  assert.equal(table.press("c", 2, WRITTEN), "");
});

test("names of presses", () => {
  assert.equal(press("k", { ctrlKey: true }), "Mod-k");
  assert.equal(press("K", { metaKey: true }), "Mod-k");
  assert.equal(press("?"), "?");
  assert.equal(press(" "), "Space");
  assert.equal(press("a", { altKey: true }), "");
  assert.equal(press("Shift"), "");
  assert.equal(press("k", { ctrlKey: true, metaKey: true }), "");
});

test("as they are written and shown", () => {
  assert.deepEqual(sequence("  g   i "), ["g", "i"]);
  assert.deepEqual(shownKeys("Mod-k", false), ["Ctrl", "K"]);
  assert.deepEqual(shownKeys("Mod-k", true), ["⌘", "K"]);
  assert.deepEqual(shownKeys("g i", false), ["g", "i"]);
});
