import assert from "node:assert/strict";
import { test } from "node:test";
import { NewestWins } from "../src/pure/newest-wins";

/** Work that ends when it is told to. */
function slow(): { work: (asked: number) => Promise<void>; begun: number[]; end: (error?: Error) => Promise<void> } {
  const begun: number[] = [];
  let settle: [() => void, (error: Error) => void] = [() => undefined, () => undefined];
  return {
    begun,
    work: (asked) => {
      begun.push(asked);
      return new Promise((resolve, reject) => (settle = [resolve, reject]));
    },
    end: async (error) => {
      if (error) settle[1](error);
      else settle[0]();
      await new Promise((resolve) => setTimeout(resolve));
    },
  };
}

test("one at a time, and of those that wait only the newest", async () => {
  const { work, begun, end } = slow();
  const queue = new NewestWins(work, () => assert.fail("nothing fails here"));
  for (const asked of [1, 2, 3, 4]) queue.ask(asked);
  assert.deepEqual(begun, [1]);
  await end();
  assert.deepEqual(begun, [1, 4]);
  assert.equal(queue.busy, true);
  await end();
  assert.deepEqual(begun, [1, 4]);
  assert.equal(queue.busy, false);
});

test("a failure is told, and the next is done all the same", async () => {
  const { work, begun, end } = slow();
  const failures: unknown[] = [];
  const queue = new NewestWins(work, (error) => failures.push(error));
  queue.ask(1);
  queue.ask(2);
  const lost = new Error("lost");
  await end(lost);
  assert.deepEqual(failures, [lost]);
  assert.deepEqual(begun, [1, 2]);
  await end();
  assert.equal(queue.busy, false);
});

test("what waits can be dropped", async () => {
  const { work, begun, end } = slow();
  const queue = new NewestWins(work, () => assert.fail("nothing fails here"));
  queue.ask(1);
  queue.ask(2);
  queue.drop();
  await end();
  assert.deepEqual(begun, [1]);
});
