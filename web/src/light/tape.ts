/**
 * The tape: recorded in pieces of five seconds, each kept enciphered and sent in order.
 *
 * What stands under `TALK/tape/MARK/` is sent in the order of its keys: pieces and marks. A tape
 * that a kill has ended is sent as far as it was kept; the next recording is another one.
 */

import type { Kept } from "./kept.js";
import type { Outcome } from "./queue.js";
import type { HttpServer } from "./server.js";

const PIECE = 5000;
const WISHES = ["audio/webm;codecs=opus", "audio/ogg;codecs=opus", "audio/mp4"];

interface Head {
  mime: string;
  tape: string;
}

export class Tape {
  #recorder: MediaRecorder | null = null;
  #stream: MediaStream | null = null;
  #began = 0;
  #mark = "";
  #under = "";
  #order = 0;
  #pieces = 0;
  #keeping: Promise<void> = Promise.resolve();
  #sending = false;

  constructor(
    readonly talk: string,
    readonly kept: Kept,
    readonly server: HttpServer,
    readonly changed: () => void,
  ) {}

  static get possible(): boolean {
    return typeof MediaRecorder === "function" && Boolean(navigator.mediaDevices);
  }

  get since(): number | null {
    return this.#recorder ? this.#began : null;
  }

  /** Begin to record; it fails where the microphone is not given. */
  async start(mark: string): Promise<void> {
    this.#stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    const mime = WISHES.find((one) => MediaRecorder.isTypeSupported(one)) ?? "audio/webm";
    this.#began = Date.now();
    this.#mark = this.#under = mark;
    this.#order = this.#pieces = 0;
    await this.kept.change({ [this.#headKey(mark)]: { mime, tape: "" } satisfies Head });
    const recorder = new MediaRecorder(this.#stream, { mimeType: mime });
    let from = 0;
    recorder.ondataavailable = ({ data }) => {
      const at = from;
      from = this.#now();
      if (data.size) this.#keep(async () => this.#keepPiece(at, await data.arrayBuffer()));
    };
    recorder.start(PIECE);
    this.#recorder = recorder;
    this.mark("agreed");
    this.changed();
  }

  /** Stop at once; nothing is asked. */
  async stop(): Promise<void> {
    const recorder = this.#recorder;
    if (!recorder) return;
    this.#recorder = null;
    const ended = new Promise((resolve) => recorder.addEventListener("stop", resolve, { once: true }));
    recorder.stop();
    for (const track of this.#stream?.getTracks() ?? []) track.stop();
    await ended;
    this.mark("stopped");
    await this.#keeping;
    this.#under = "";
    this.changed();
  }

  /** Mark what happens, at its place on the tape. */
  mark(name: string): void {
    if (!this.#under || (!this.#recorder && name !== "stopped")) return;
    const at = this.#now();
    this.#keep(() => this.kept.change({ [this.#key("m", name, at)]: {} }));
  }

  /** Send what is kept; whether all of it is there. */
  async send(): Promise<boolean> {
    if (this.#sending) return false;
    this.#sending = true;
    try {
      for (const key of await this.kept.keys(`${this.talk}/head/`)) {
        if (!(await this.#sendTape(key))) return false;
      }
      return !this.#under;
    } finally {
      this.#sending = false;
    }
  }

  async #sendTape(headKey: string): Promise<boolean> {
    const mark = headKey.split("/")[2] ?? "";
    const head = (await this.kept.documents<Head>(headKey))[0]?.[1];
    if (!head) return true;
    if (!head.tape) {
      const begun = await this.server.beginTape(mark, head.mime);
      if (begun.is !== "answered") return false;
      head.tape = begun.answer.tape;
      await this.kept.change({ [headKey]: head });
    }
    for (const key of await this.kept.keys(`${this.talk}/tape/${mark}/`)) {
      if ((await this.#sendOne(head.tape, key)).is !== "answered") return false;
      await this.kept.change({}, [key]);
    }
    const over = this.#under !== mark;
    if (over && !(await this.kept.keys(`${this.talk}/tape/${mark}/`)).length) {
      await this.kept.change({}, [headKey]);
    }
    return true;
  }

  async #sendOne(tape: string, key: string): Promise<Outcome<unknown>> {
    const [, , , , kind, what = "", at = "0"] = key.split("/");
    if (kind === "m") return this.server.markTape(tape, what, Number(at));
    const bytes = (await this.kept.contents(key))[0]?.[1] ?? new ArrayBuffer(0);
    return this.server.chunk(tape, Number(what), Number(at), bytes);
  }

  async #keepPiece(at: number, bytes: ArrayBuffer): Promise<void> {
    await this.kept.changeBytes(this.#key("c", String(this.#pieces), at), bytes);
    this.#pieces += 1;
  }

  #keep(work: () => Promise<void>): void {
    this.#keeping = this.#keeping.then(work, work);
  }

  #key(kind: string, what: string, at: number): string {
    this.#order += 1;
    const order = String(this.#order).padStart(8, "0");
    return `${this.talk}/tape/${this.#mark}/${order}/${kind}/${what}/${at}`;
  }

  #headKey(mark: string): string {
    return `${this.talk}/head/${mark}`;
  }

  #now(): number {
    return Date.now() - this.#began;
  }
}
