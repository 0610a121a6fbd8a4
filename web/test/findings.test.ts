import assert from "node:assert/strict";
import { test } from "node:test";
import { type Finding, placed } from "../src/pure/findings";

function finding(from: number, to: number, remedy: Finding["remedy"] = null): Finding {
  const words = { severity: "error", code: "GR101", rule: "", says: "", terms: "", statement: "", moment: "" };
  return { ...words, from, to, remedy, card: "" };
}

test("a finding behind an emoji covers the same words in code units", () => {
  const text = "\u{1F600} she said so";
  const [one] = placed([finding(2, 5)], text);
  assert.equal(text.slice(one?.from, one?.to), "she");
});

test("a remedy is placed as its finding is", () => {
  const text = "\u{1F600}\u{1F600} a senior aide";
  const [one] = placed([finding(3, 16, { label: "", from: 5, to: 11, insert: "" })], text);
  assert.equal(text.slice(one?.remedy?.from, one?.remedy?.to), "senior");
});

test("findings come in the order of the text, and none reaches beyond it", () => {
  const found = placed([finding(9, 99), finding(2, 4), finding(2, 3), finding(-5, -1)], "0123456789");
  assert.deepEqual(found.map(({ from, to }) => [from, to]), [[0, 0], [2, 3], [2, 4], [9, 10]]);
});
