import assert from "node:assert/strict";
import { test } from "node:test";
import { Offsets, sendable } from "../src/pure/offsets";

/** Every boundary of a text, in both units, counted the slow way. */
function boundaries(text: string): [number, number][] {
  const found: [number, number][] = [[0, 0]];
  let [points, units] = [0, 0];
  for (const character of text) {
    points += 1;
    units += character.length;
    found.push([points, units]);
  }
  return found;
}

const TEXTS: Record<string, string> = {
  empty: "",
  plain: "The budget is late.",
  astral: "a\u{1F600}b\u{20BB7}\u{1F600}c",
  astralAtBothEnds: "\u{1F600}between\u{1F600}",
  combining: "cafe\u0301 n\u0303 \u1112\u1161\u11ab",
  joined: "\u{1F468}\u200D\u{1F469}\u200D\u{1F467} family",
  rightToLeft: "\u05d4\u05d5\u05d0 \u05d0\u05de\u05e8 \u{1F600} \u0642\u0627\u0644",
  crlf: "one\r\ntwo\r\n\u{1F600}\r\n",
};

for (const [name, text] of Object.entries(TEXTS)) {
  test(`both units agree at every boundary: ${name}`, () => {
    const offsets = new Offsets(text);
    for (const [points, units] of boundaries(text)) {
      assert.equal(offsets.units(points), units);
      assert.equal(offsets.points(units), points);
    }
  });
}

test("they agree on texts drawn at random", () => {
  const letters = ["a", "\u0301", "\u{1F600}", "\u05d0", "\n", "\u{20BB7}"];
  let seed = 8;
  const next = (below: number): number => (seed = (seed * 48271) % 2147483647) % below;
  for (let round = 0; round < 200; round += 1) {
    const text = Array.from({ length: next(60) }, () => letters[next(letters.length)]).join("");
    const offsets = new Offsets(text);
    for (const [points, units] of boundaries(text)) {
      assert.equal(offsets.units(points), units);
      assert.equal(offsets.points(units), points);
    }
  }
});

test("counting units as points is wrong behind an emoji: the control", () => {
  assert.notEqual(new Offsets("\u{1F600}x").units(1), 1);
});

test("a place inside a character is the place behind it", () => {
  assert.equal(new Offsets("\u{1F600}x").points(1), 1);
});

test("what is sent ends its lines with LF and keeps every place of a text that does", () => {
  assert.equal(sendable("a\r\nb\rc\nd"), "a\nb\nc\nd");
  assert.equal(sendable("x\uD83Dy\uDE00\u{1F600}"), "x\uFFFDy\uFFFD\u{1F600}");
  assert.equal(sendable("x\uD83Dy").length, 3);
});
