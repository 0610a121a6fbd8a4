import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { Debounce } from "../src/pure/debounce";

test("it happens once, some time after the last time it was asked for", () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  let calls = 0;
  const debounce = new Debounce(120, () => (calls += 1));
  for (let round = 0; round < 5; round += 1) {
    debounce.ask();
    mock.timers.tick(119);
  }
  assert.equal(calls, 0);
  mock.timers.tick(1);
  assert.equal(calls, 1);
  debounce.ask();
  debounce.drop();
  mock.timers.tick(1000);
  assert.equal(calls, 1);
  mock.timers.reset();
});
