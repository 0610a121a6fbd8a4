import assert from "node:assert/strict";
import { test } from "node:test";
import { fitting, isOurs } from "../src/pure/palette-filter";

const place = (title: string, hint = "") => ({ title, hint, address: `/${title.length}` });
const PLACES = [place("Drafts", "g d"), place("Inbox", "g i"), place("A new draft"), place("Überblick"), place("Ledger")];
const titles = (typed: string) => fitting(PLACES, typed).map(({ title }) => title);

test("without words everything, in its order", () => {
  assert.deepEqual(titles("  "), PLACES.map(({ title }) => title));
});

test("a beginning comes before a word inside; scattered letters do where there is nothing else", () => {
  assert.deepEqual(titles("draft"), ["Drafts", "A new draft"]);
  assert.deepEqual(titles("led"), ["Ledger"]);
  assert.deepEqual(titles("dr"), ["Drafts", "A new draft"]); // not Ledger, which has a d and an r
  assert.deepEqual(titles("ibx"), ["Inbox"]);
});

test("case and accents do not count, and every word must fit", () => {
  assert.deepEqual(titles("uber"), ["Überblick"]);
  assert.deepEqual(titles("new dra"), ["A new draft"]);
  assert.deepEqual(titles("new ledger"), []);
  assert.deepEqual(titles("zzz"), []);
});

test("only paths of this server are places", () => {
  assert.equal(isOurs("/drafts/1"), true);
  for (const address of ["//elsewhere.example", "/\\elsewhere.example", "javascript:0", "https://x.example/", "", "a b"]) {
    assert.equal(isOurs(address), false);
  }
});
