import assert from "node:assert/strict";
import { test } from "node:test";

import { Moves, level, startOf, whyNot } from "../src/light/acts.js";
import { fold } from "../src/light/fold.js";
import { Kept } from "../src/light/kept.js";
import { answerer } from "../src/light/keys.js";
import { inForce } from "../src/light/now.js";
import { utc } from "../src/light/promise.js";
import { Queue, TAKE_BACK } from "../src/light/queue.js";
import type { Outcome, Server } from "../src/light/queue.js";
import { defined, filled, readBack } from "../src/light/read-back.js";
import { MemoryShelf } from "../src/light/shelf.js";
import type { Act, Base, Fact, LightRecord, Table } from "../src/light/shapes.js";
import { NO_TERMS } from "../src/light/shapes.js";

const AXES = { publish: ["yes", "no"], quote: ["verbatim", "no"], attribute: ["name", "description", "none"] };
const FREE = { publish: "yes", quote: "verbatim", attribute: "name" };
const SEALED = { publish: "no", quote: "no", attribute: "none" };

const TABLE: Table = {
  began: "2026-11-03T14:00:00+00:00",
  outlet: "",
  policy: "house",
  policy_title: "the house",
  parties: [
    { id: "AR", role: "reporter" },
    { id: "S1", role: "source" },
  ],
  protected: "S1",
  reader: "AR",
  side: "reporter",
  axes: AXES,
  levels: [
    levelled("on-the-record", "on the record", FREE),
    levelled("background", "on background", { ...FREE, attribute: "description" }),
    levelled("off-the-record", "off the record", SEALED),
  ],
  wording: {
    "read-back.opening": ["So, {now}:"],
    "read-back.may": ["I may {list}"],
    "read-back.may-not": ["I will not {list}"],
    "read-back.must": ["I will {list}"],
    "read-back.closing": ["Yes?"],
    "read-back.described": ["describe you as {descriptions}"],
    "read-back.publish.yes.may": ["publish it"],
    "read-back.publish.no.not": ["publish it"],
    "read-back.quote.verbatim.may": ["quote you"],
    "read-back.quote.no.not": ["quote you"],
    "read-back.attribute.description.not": ["use your name"],
    "read-back.quote-approval": ["ask before each quote"],
    "joining.and": ["and"],
    "joining.or": ["or"],
    "joining.quoted": ["“{words}”"],
  },
};

function levelled(name: string, now: string, rights: Record<string, string>): Table["levels"][number] {
  return { name, title: now, now, known: true, rights, questions: [], script: [] };
}

const moves = new Moves(TABLE);
const ASK = moves.put("S1", level("off-the-record"));
const YES = moves.answer("AR", "agree");

function facts(...doings: { kind: string; by: string; to?: string[]; terms?: Fact["terms"] }[]): Fact[] {
  return doings.map(({ kind, by, to = [], terms = null }, place) => {
    return { kind, by, to, terms, start: place * 1000, covers: [], topic: "" };
  });
}

test("it takes two: an ask alone changes nothing", () => {
  assert.deepEqual(["asked", "on-the-record"], stands(ASK));
  assert.deepEqual(["on-terms", "off-the-record"], stands(ASK, YES));
  assert.deepEqual(["asked", "on-the-record"], stands(ASK, moves.answer("S1", "agree")));
});

test("the source goes back alone, and the reporter with her yes", () => {
  const [source, reporter] = [moves.return("S1"), moves.return("AR")];
  assert.deepEqual(["on-the-record", "on-the-record"], stands(ASK, YES, source));
  assert.deepEqual(["return-asked", "off-the-record"], stands(ASK, YES, reporter));
  assert.deepEqual(["on-the-record", "on-the-record"], stands(ASK, YES, reporter, moves.acceptReturn()));
});

function stands(...doings: Parameters<typeof facts>): string[] {
  const state = fold(TABLE, facts(...doings));
  return [state.stage, state.layers.at(-1)?.level ?? ""];
}

test("since when is the instant of the act that settled it", () => {
  assert.equal(1000, fold(TABLE, facts(ASK, YES)).layers.at(-1)?.since);
  assert.equal(0, fold(TABLE, facts(ASK)).layers.at(-1)?.since);
});

test("what would change nothing says why", () => {
  assert.equal("", whyNot(TABLE, facts(ASK), YES));
  assert.equal("nothing-to-answer", whyNot(TABLE, [], YES));
  assert.equal("on-the-record-already", whyNot(TABLE, [], moves.return("S1")));
  assert.equal("in-force-already", whyNot(TABLE, facts(ASK, YES), ASK));
  assert.equal("no-return-asked", whyNot(TABLE, facts(ASK, YES), moves.acceptReturn()));
});

test("whoever has not put the terms answers", () => {
  const at = (...doings: Parameters<typeof facts>): string => {
    const found = facts(...doings);
    const state = fold(TABLE, found);
    return answerer({ table: TABLE, facts: found, state, closed: false, acts: found.length });
  };
  assert.equal("AR", at(ASK));
  assert.equal("S1", at(moves.put("AR", level("background"))));
  assert.equal("", at(ASK, YES));
  assert.equal("S1", at(ASK, YES, moves.return("AR")));
});

test("terms with an end hold until then, and those below them again after it", () => {
  const limited = moves.put("S1", level("background", { until: 60_000 }));
  const state = fold(TABLE, facts(ASK, YES, limited, YES));
  assert.equal("background", inForce(state, 59_999).level);
  assert.equal("off-the-record", inForce(state, 60_000).level);
  assert.equal("background", inForce(state, null).level);
});

test("a read-back says every axis and every condition", () => {
  const terms = defined(TABLE, level("background", { descriptions: ["an official"], quote_approval: true }));
  const expected =
    "So, on background: I may publish it, quote you and describe you as “an official”; " +
    "I will not use your name; I will ask before each quote. Yes?";
  assert.equal(expected, readBack(TABLE, terms));
  assert.equal("Off. Off, off.", filled("{a}. {a}, {a}.", { a: "off" }));
});

test("an instant is one text however it was written", () => {
  assert.equal("2026-11-05T11:00:00+00:00", utc("2026-11-05T06:00:00-05:00"));
  assert.equal("2026-11-05T11:00:00+00:00", utc("2026-11-05T11:00:00+00:00"));
  assert.equal("", utc(""));
});

test("times count from the beginning and stay within the talk", () => {
  assert.equal(1500, startOf(TABLE, "2026-11-03T14:00:01.500Z"));
  assert.equal(0, startOf(TABLE, "2020-01-01T00:00:00.000Z"));
  assert.equal(99 * 3_600_000, startOf(TABLE, "2030-01-01T00:00:00.000Z"));
  assert.equal(null, startOf({ ...TABLE, began: "" }, "2026-11-03T14:00:01.500Z"));
});

/** A server that keeps a record as the real one does, and can be made to fail. */
class Shelved implements Server {
  readonly acts: Act[] = [];
  outcome: "fair" | "away" | "deaf" = "fair";
  posts = 0;

  record(): LightRecord {
    const done: Fact[] = this.acts.map(({ kind, by, to, terms, at }) => {
      return { kind, by, to, terms, start: startOf(TABLE, at), covers: [], topic: "" };
    });
    const closed = this.acts.some((act) => act.kind === "close");
    const ids = this.acts.map((act) => act.id);
    const state = fold(TABLE, done);
    return { version: this.acts.length + 1, facts: done, acts: ids, turns: ids.length, closed, state };
  }

  base(): Promise<Outcome<Base>> {
    if (this.outcome !== "fair") return Promise.resolve({ is: "away" });
    return Promise.resolve({ is: "answered", answer: { table: TABLE, record: this.record() } });
  }

  post(acts: Act[]): Promise<Outcome<LightRecord>> {
    this.posts += 1;
    if (this.outcome === "away") return Promise.resolve({ is: "away" });
    for (const act of acts) if (!this.acts.some((one) => one.id === act.id)) this.acts.push(act);
    if (this.outcome === "deaf") return Promise.resolve({ is: "away" });
    return Promise.resolve({ is: "answered", answer: this.record() });
  }
}

let clock = Date.parse("2026-11-03T14:10:00Z");

async function opened(server: Shelved, shelf = new MemoryShelf()): Promise<Queue> {
  const queue = await Queue.open("talk", await Kept.on(shelf), server, () => clock);
  await queue.refresh();
  return queue;
}

test("an act waits a while, and is sent then", async () => {
  const server = new Shelved();
  const queue = await opened(server);
  const act = await queue.add(ASK);
  await queue.send();
  assert.deepEqual([0, act.id], [server.acts.length, queue.slip?.id]);
  clock += TAKE_BACK;
  await queue.send();
  assert.deepEqual([1, null, 0], [server.acts.length, queue.slip, queue.unsent.length]);
});

test("what is taken back is never sent, and what was sent is not taken back", async () => {
  const server = new Shelved();
  const queue = await opened(server);
  const one = await queue.add(ASK);
  assert.equal(true, await queue.takeBack(one.id));
  const two = await queue.add(ASK);
  server.outcome = "deaf";
  await queue.send({ all: true });
  assert.equal(false, await queue.takeBack(two.id));
  server.outcome = "fair";
  await queue.send();
  assert.deepEqual([two.id], server.acts.map((act) => act.id));
});

test("only the last act can be taken back", async () => {
  const queue = await opened(new Shelved());
  const one = await queue.add(ASK);
  await queue.add(YES);
  assert.equal(false, await queue.takeBack(one.id));
  assert.equal(2, queue.unsent.length);
});

test("an answer that is lost leaves the act here, and it is written once", async () => {
  const server = new Shelved();
  const queue = await opened(server);
  await queue.add(ASK);
  server.outcome = "deaf";
  await queue.send({ all: true });
  assert.deepEqual([1, 1], [queue.unsent.length, server.acts.length]);
  server.outcome = "fair";
  await queue.send();
  assert.deepEqual([0, 1], [queue.unsent.length, server.acts.length]);
});

test("a page that opens again has what the last one kept, in order", async () => {
  const [server, shelf] = [new Shelved(), new MemoryShelf()];
  const first = await opened(server, shelf);
  server.outcome = "away";
  const made = [await first.add(ASK), await first.add(YES), await first.add(moves.return("S1"))];
  const second = await opened(server, shelf);
  const ids = made.map((act) => act.id);
  assert.deepEqual(ids, second.unsent.map((act) => act.id));
  assert.equal("on-the-record", fold(TABLE, second.facts).stage);
  assert.equal(null, second.slip);
  server.outcome = "fair";
  await second.send();
  assert.deepEqual(ids, server.acts.map((act) => act.id));
});

test("acts can be done while an answer is waited for", async () => {
  const server = new Shelved();
  const queue = await opened(server);
  await queue.add(ASK);
  let answer = (): void => undefined;
  const post = server.post.bind(server);
  server.post = async (acts) => {
    await new Promise<void>((resolve) => (answer = resolve));
    return post(acts);
  };
  const sending = queue.send({ all: true });
  await new Promise((resolve) => setTimeout(resolve, 5));
  await queue.add(YES);
  assert.equal(2, queue.unsent.length);
  answer();
  await sending;
  assert.deepEqual([1, 1], [queue.unsent.length, server.acts.length]);
});

test("an older answer does not undo a newer one", async () => {
  const server = new Shelved();
  const queue = await opened(server);
  const old = server.record();
  await queue.add(ASK);
  await queue.send({ all: true });
  server.base = () => Promise.resolve({ is: "answered", answer: { table: TABLE, record: old } });
  await queue.refresh();
  assert.equal("asked", fold(TABLE, queue.facts).stage);
});

test("what is kept is enciphered, and opens in its own place alone", async () => {
  const shelf = new MemoryShelf();
  const kept = await Kept.on(shelf);
  await kept.change({ "talk/act/1": { words: "marigold" } });
  const [[key, sealed] = ["", null]] = await shelf.read("talk/");
  assert.ok(sealed);
  assert.equal(false, new TextDecoder("latin1").decode(sealed.bytes).includes("marigold"));
  assert.deepEqual([[key, { words: "marigold" }]], await kept.documents("talk/"));
  await shelf.write([{ key: "talk/act/2", sealed }]);
  await assert.rejects(kept.documents("talk/act/2"));
  assert.equal(false, kept.secret.extractable);
});

test("what is erased is gone, and with the last talk the key", async () => {
  const shelf = new MemoryShelf();
  const kept = await Kept.on(shelf);
  await kept.change({ "one/act/1": 1, "two/act/1": 2 });
  const secret = await shelf.secret();
  await kept.erase("one/");
  assert.deepEqual(["two/act/1"], await kept.keys(""));
  assert.equal(secret, await shelf.secret());
  await kept.erase("two/");
  assert.notEqual(secret, await shelf.secret());
});

test("no terms are no terms", () => {
  assert.equal("on-the-record", fold(TABLE, facts({ kind: "ask", by: "S1", terms: { ...NO_TERMS } })).stage);
});
