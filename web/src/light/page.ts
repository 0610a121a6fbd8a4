/** The page of the light: keys and taps become acts, and acts go into the record. */

import { Moves, newAct } from "./acts.js";
import type { Doing } from "./acts.js";
import { fillLevels, part, settled, sheet } from "./dialogs.js";
import { Kept } from "./kept.js";
import { answerer, keysOf, spokenOf } from "./keys.js";
import { Notices } from "./notices.js";
import { inForce } from "./now.js";
import { Queue } from "./queue.js";
import { readBack } from "./read-back.js";
import { HttpServer } from "./server.js";
import { amended } from "./promise.js";
import { BrowserShelf, MemoryShelf } from "./shelf.js";
import { Stage } from "./stage.js";
import type { Around } from "./stage.js";
import { Tape } from "./tape.js";
import { Texts } from "./texts.js";
import { level } from "./acts.js";

/** Milliseconds between two looks at what is due, and between two questions what is new. */
const LOOK = 1000;
const ASK = 5000;

export class Page {
  readonly #stage: Stage;
  readonly #notices: Notices;
  readonly #tape: Tape;
  #queue!: Queue;
  #asked = 0;
  #patience = ASK;
  #over = false;
  #filled = false;

  private constructor(
    readonly talk: string,
    readonly texts: Texts,
    readonly kept: Kept,
    readonly memory: boolean,
  ) {
    this.#stage = new Stage(texts);
    this.#notices = new Notices(texts);
    this.#tape = new Tape(talk, kept, new HttpServer(talk), () => this.show());
  }

  /** Open the page of a talk: first with what is kept here, then with what the record holds. */
  static async open(talk: string, texts: Texts, memory: boolean): Promise<Page> {
    const { kept, safe } = await keeping(memory);
    const page = new Page(talk, texts, kept, memory || !safe);
    const server = new HttpServer(talk);
    page.#queue = await Queue.open(talk, kept, server, Date.now, () => page.show());
    if (!safe && !memory) page.#notices.put("bad", "not-kept", texts.of("not-kept"));
    page.#begin();
    const asked = page.#queue.refresh();
    if (!page.#queue.base) await asked; // with what is kept here it goes on at once
    return page;
  }

  get #around(): Around {
    return { recordingSince: this.#tape.since, memory: this.memory, over: this.#over };
  }

  show(): void {
    const queue = this.#queue;
    this.#stage.show(queue, this.#around);
    const at = Stage.at(queue);
    if (!at) {
      if (this.#asked) this.#notices.put("bad", "nothing", this.texts.of("nothing-here"));
      return;
    }
    this.#notices.drop("nothing");
    if (!this.#filled) fillLevels(at.table, this.texts);
    this.#filled = true;
    this.#notices.show(queue, this.#around, () => void this.#look(true));
    this.#stage.tick(queue, this.#around);
    const memory = part<HTMLInputElement>("memory");
    memory.checked = this.memory;
    memory.disabled = queue.unsent.length > 0 || this.#over;
    const why = part("memory-why");
    why.hidden = !queue.unsent.length;
    why.textContent = this.texts.of("memory-unsent");
  }

  #begin(): void {
    this.show();
    document.addEventListener("click", (event) => {
      const button = event.target instanceof Element && event.target.closest<HTMLElement>("[data-do]");
      if (button) void this.#do(button.dataset["do"] ?? "");
    });
    part("memory").addEventListener("change", () => void this.#changeKeeping());
    window.addEventListener("online", () => void this.#look(true));
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "visible") void this.#look(true);
    });
    setInterval(() => void this.#look(false), LOOK);
    keepAwake();
  }

  async #do(name: string): Promise<void> {
    const queue = this.#queue;
    const at = Stage.at(queue);
    if (!at || this.#over) return;
    if (name === "slip") return this.#takeBack();
    if (name === "record" && this.#tape.since !== null) return this.#stopRecording();
    const key = keysOf(at, this.texts)[name];
    if (key?.why) return;
    const doing = key?.doing ?? (await this.#askedMore(name));
    if (doing) await this.#act(doing);
  }

  async #act(doing: Doing): Promise<void> {
    await this.#queue.add(doing);
    this.#tape.mark(doing.kind);
    if (doing.kind === "close") await this.#tape.stop();
    window.scrollTo(0, 0);
  }

  /** Ask the one thing more that some keys need; null where it was left. */
  async #askedMore(name: string): Promise<Doing | null> {
    const at = Stage.at(this.#queue);
    if (!at) return null;
    const moves = new Moves(at.table);
    if (name === "ask" || name === "other") return this.#chosen(name === "other", moves);
    if (name === "define") {
      const top = inForce(at.state, null);
      const put = spokenOf(at);
      const terms = await settled(at.table, put, top);
      if (!terms) return null;
      return moves.define(at.table.reader, terms, readBack(at.table, amended(put, terms), top));
    }
    if (name === "record") return this.#record(moves);
    const { value, form } = await sheet(name);
    if (!value) return null;
    const text = (field: string): string => String(form.get(field) ?? "").trim();
    if (name === "return") return moves.return(value === "source" ? moves.source : moves.reporter);
    if (name === "grace") return moves.grace(value === "all", text("reason"));
    if (name === "wrong") return moves.correct(text("note"));
    return name === "close" ? moves.close(moves.reporter) : null;
  }

  async #chosen(counters: boolean, moves: Moves): Promise<Doing | null> {
    const at = Stage.at(this.#queue);
    part("ask-sides").hidden = counters;
    const { value, form } = await sheet("ask");
    if (!value || !at) return null;
    if (counters) return moves.counter(answerer(at), level(value));
    return moves.put(form.get("asker") === "reporter" ? moves.reporter : moves.source, level(value));
  }

  async #record(moves: Moves): Promise<null> {
    const { value } = await sheet("record");
    if (!value) return null;
    const doing = moves.recording("recording-agreed", part("record-words").textContent ?? "");
    try {
      await this.#tape.start(newAct(doing, new Date()).id);
    } catch {
      this.#notices.put("bad", "microphone", this.texts.of("record-failed"));
      return null;
    }
    this.#notices.drop("microphone");
    await this.#queue.add(doing);
    return null;
  }

  async #stopRecording(): Promise<void> {
    const at = Stage.at(this.#queue);
    await this.#tape.stop();
    if (at) await this.#queue.add(new Moves(at.table).recording("recording-stopped", ""));
  }

  async #takeBack(): Promise<void> {
    const slip = this.#queue.slip;
    if (!slip || !(await this.#queue.takeBack(slip.id))) return;
    const says = document.querySelector("#says");
    if (says) says.textContent = this.texts.of("taken-back");
  }

  /** Send what is due; ask now and then what is new; forget all when all is done. */
  async #look(now: boolean): Promise<void> {
    if (this.#over) return;
    const queue = this.#queue;
    this.#stage.tick(queue, this.#around);
    const answers = queue.outcome === "answered";
    const due = Date.now() - this.#asked >= this.#patience;
    if (!answers && !due && !now) return;
    if (due || now) this.#asked = Date.now();
    await queue.send({ all: queue.closed });
    if ((due || now) && document.visibilityState === "visible") await queue.refresh();
    this.#patience = queue.outcome === "answered" ? ASK : Math.min(this.#patience * 1.5, 15000);
    const sent = answers && (await this.#tape.send());
    if (queue.base?.record.closed && !queue.unsent.length && sent) await this.#forget();
  }

  /** All is in the record, and the talk is over: this device keeps nothing of it. */
  async #forget(): Promise<void> {
    this.#over = true;
    await this.kept.erase(`${this.talk}/`);
    this.show();
    this.#notices.put("good", "over", this.texts.of("over"));
  }

  async #changeKeeping(): Promise<void> {
    const wanted = part<HTMLInputElement>("memory").checked;
    if (this.#queue.unsent.length || this.#tape.since !== null) return this.show();
    await this.kept.erase(`${this.talk}/`);
    await forgetWorker(wanted);
    location.replace(`/light/${this.talk}?keeps=${wanted ? "memory" : "device"}`);
  }
}

async function keeping(memory: boolean): Promise<{ kept: Kept; safe: boolean }> {
  if (!memory && window.isSecureContext && "indexedDB" in window) {
    try {
      return { kept: await Kept.on(new BrowserShelf()), safe: true };
    } catch {
      // A private window of some browsers keeps nothing: memory is what is left.
    }
  }
  return { kept: await Kept.on(new MemoryShelf()), safe: memory };
}

/** The screen stays on for as long as the page is seen. */
function keepAwake(): void {
  const ask = (): void => {
    if (document.visibilityState === "visible") {
      void navigator.wakeLock?.request("screen").catch(() => undefined);
    }
  };
  document.addEventListener("visibilitychange", ask);
  ask();
}

/** On a device that is not one's own, the page is not kept for a time without a network, either. */
export async function forgetWorker(really: boolean): Promise<void> {
  if (!really || !("serviceWorker" in navigator)) return;
  for (const one of await navigator.serviceWorker.getRegistrations()) {
    if (new URL(one.scope).pathname === "/light/") await one.unregister();
  }
  for (const name of await caches.keys()) {
    if (name.startsWith("groundrules-light")) await caches.delete(name);
  }
}
