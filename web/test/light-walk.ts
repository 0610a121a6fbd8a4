/**
 * The page's part of the random walks: the same queue and fold, without a screen.
 *
 * It reads one command a line from standard input and answers each with one line. What it wants of
 * the server it asks for in a line of its own, and the walk, which has the real desk, answers.
 */

import { createInterface } from "node:readline";

import type { Doing } from "../src/light/acts.js";
import { fold } from "../src/light/fold.js";
import { Kept } from "../src/light/kept.js";
import { Queue } from "../src/light/queue.js";
import type { Outcome, Server } from "../src/light/queue.js";
import { defined, readBack } from "../src/light/read-back.js";
import { MemoryShelf } from "../src/light/shelf.js";
import type { Change } from "../src/light/shelf.js";
import type { Act, Base, Fact, LightRecord, Table, Terms } from "../src/light/shapes.js";

type Command = { do: string } & Record<string, unknown>;

/** Outlives the page as a database does; the power may fail before anything is on the disk. */
class Disk extends MemoryShelf {
  failing = false;

  override write(changes: Change[]): Promise<void> {
    if (this.failing) return Promise.reject(new Error("the power failed"));
    return super.write(changes);
  }
}

/** Asks the walk, over standard output. */
class Asked implements Server {
  #answer: ((text: string) => void) | null = null;

  base(): Promise<Outcome<Base>> {
    return this.#ask({ ask: "base" });
  }

  post(acts: Act[]): Promise<Outcome<LightRecord>> {
    return this.#ask({ ask: "post", acts });
  }

  answered(text: string): void {
    this.#answer?.(text);
    this.#answer = null;
  }

  #ask<T>(question: unknown): Promise<Outcome<T>> {
    const answer = new Promise<string>((resolve) => (this.#answer = resolve));
    say(question);
    return answer.then((text) => JSON.parse(text) as Outcome<T>);
  }
}

let clock = 0;
let disk = new Disk();
let server = new Asked();
let queue: Queue;

const DONE: Record<string, (command: Command) => Promise<unknown>> = {
  /** Open the page: again, where something is kept; on an empty disk, where the walk says so. */
  async open(command) {
    if (command["fresh"]) disk = new Disk();
    disk.failing = false;
    server = new Asked();
    queue = await Queue.open("talk", await Kept.on(disk), server, () => clock);
    return ids();
  },
  async add(command) {
    disk.failing = command["power"] === "fails";
    const act = await queue.add(command["doing"] as Doing).catch(() => null);
    disk.failing = false;
    return { id: act?.id ?? "", shown: ids() };
  },
  async takeBack() {
    const slip = queue.slip;
    return { id: slip && (await queue.takeBack(slip.id)) ? slip.id : "" };
  },
  async send(command) {
    await queue.send({ all: command["all"] === true });
    return { outcome: queue.outcome, unsent: ids() };
  },
  async refresh() {
    await queue.refresh();
    return { outcome: queue.outcome, unsent: ids() };
  },
  state(command) {
    const table = queue.base?.table;
    if (!table) return Promise.resolve(null);
    return Promise.resolve(fold(table, command["lawless"] ? lawless(queue.facts) : queue.facts));
  },
  fold(command) {
    return Promise.resolve(fold(command["table"] as Table, command["facts"] as Fact[], String(command["party"])));
  },
  readBack(command) {
    const table = command["table"] as Table;
    return Promise.resolve(readBack(table, defined(table, command["terms"] as Terms)));
  },
};

/** The control: a fold for which one side is enough, as if law 2 were not there. */
function lawless(facts: Fact[]): Fact[] {
  return facts.flatMap((fact) => {
    const agreed = { ...fact, kind: "agree", by: "AR", to: [], terms: null };
    return fact.kind === "ask" ? [fact, agreed] : [fact];
  });
}

function ids(): string[] {
  return queue.unsent.map((act) => act.id);
}

function say(what: unknown): void {
  process.stdout.write(`${JSON.stringify(what)}\n`);
}

createInterface({ input: process.stdin }).on("line", (line) => {
  const command = JSON.parse(line) as Command;
  if (command.do === "answer") {
    server.answered(JSON.stringify(command["outcome"]));
    return;
  }
  clock = Number(command["clock"] ?? clock);
  const done = DONE[command.do];
  if (!done) throw new Error("there is no such command");
  void done(command).then((answer) => say({ answer }));
});
