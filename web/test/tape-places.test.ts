import assert from "node:assert/strict";
import { test } from "node:test";
import { characterAt, clock, endOf, timeOf, turnAt, wordAround, type Timed } from "../src/pure/tape-places";

const TURNS: readonly Timed[] = [
  { start: 0, end: 4000, length: 20 },
  { start: 4000, end: 8000, length: 40 },
  { start: 8000, end: NaN, length: 30 },
];

test("a turn is spoken from its start to the next one's", () => {
  assert.deepEqual([-1, 0, 3999, 4000, 9000].map((time) => turnAt(TURNS, time)), [-1, 0, 0, 1, 2]);
  assert.equal(turnAt([], 5), -1);
});

test("a character and its time lead back to each other", () => {
  for (const turn of TURNS) {
    for (let at = 0; at < turn.length; at += 1) assert.equal(characterAt(turn, timeOf(turn, at) + 0.5), at);
  }
});

test("what is outside the words stays at their ends", () => {
  const [turn] = TURNS as [Timed];
  assert.deepEqual([timeOf(turn, -5), timeOf(turn, 99)], [0, 4000]);
  assert.deepEqual([characterAt(turn, -5), characterAt(turn, 99_000)], [0, 19]);
  assert.equal(timeOf({ start: 7, end: 9, length: 0 }, 3), 7);
});

test("a turn without an end lasts as long as its words take", () => {
  assert.equal(endOf(TURNS[2] as Timed), 8000 + 30 * 67);
});

test("a word is found around a character, and nothing in a blank", () => {
  assert.deepEqual([0, 4, 5, 7].map((at) => wordAround("seven eight", at)), [[0, 5], [0, 5], null, [6, 11]]);
  assert.equal(wordAround("", 0), null);
});

test("a time reads as a clock", () => {
  assert.deepEqual([-5, 0, 821_999, 3_600_000].map(clock), ["0:00:00", "0:00:00", "0:13:41", "1:00:00"]);
});
