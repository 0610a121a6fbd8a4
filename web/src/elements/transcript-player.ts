/**
 * `<transcript-player>` around `<audio data-clock>`: the tape beside the transcript, in both directions.
 *
 * A click on a word plays it; what is spoken is lit as it plays, and kept in view until somebody scrolls.
 * `data-clock` says at which millisecond of a tape the talk's clock begins. Keys as transcribers have them:
 * Esc plays and pauses, F1 and F2 go back and on, F3 and F4 slower and faster, Mod-J writes the time.
 */
import { characterAt, clock, endOf, timeOf, turnAt, wordAround, type Timed } from "../pure/tape-places";
import { say } from "./say";
import { isTyping } from "./typing";

interface Place extends Timed {
  readonly element: HTMLElement;
}

const STEP = 1500;
const SPEEDS = [0.5, 0.6, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2];
const LIT = "spoken-word";
const FOLLOWS_AGAIN = 400;

class TranscriptPlayer extends HTMLElement {
  #places: Place[] | null = null;
  #audio: HTMLAudioElement | null = null;
  #lit = -1;
  #follows = true;
  #ours = 0;
  #ends = new AbortController();

  connectedCallback(): void {
    this.#ends = new AbortController();
    const { signal } = this.#ends;
    this.#audio = this.#tapes[0] ?? null;
    for (const audio of this.#tapes) this.#listen(audio, signal);
    document.addEventListener("keydown", (event) => this.#key(event), { signal });
    document.addEventListener("click", (event) => this.#clicked(event), { signal });
    for (const kind of ["wheel", "touchmove", "scroll"]) {
      addEventListener(kind, () => this.#scrolled(), { signal, passive: true });
    }
    this.querySelector("[data-follow]")?.addEventListener("click", () => this.#follow(true), { signal });
  }

  disconnectedCallback(): void {
    this.#ends.abort();
    for (const audio of this.#tapes) audio.pause();
    CSS.highlights?.delete(LIT);
  }

  /** The turns with a time; they are looked for when they are first needed, since they may come later. */
  get #turns(): Place[] {
    this.#places ??= [...document.querySelectorAll<HTMLElement>(".talk-turn[data-start]")].map(place);
    return this.#places;
  }

  get #tapes(): HTMLAudioElement[] {
    return [...this.querySelectorAll("audio")];
  }

  #listen(audio: HTMLAudioElement, signal: AbortSignal): void {
    audio.addEventListener("timeupdate", () => this.#played(audio), { signal });
    audio.addEventListener("seeked", () => this.#played(audio), { signal });
    audio.addEventListener("play", () => this.#takes(audio), { signal });
    audio.addEventListener("loadedmetadata", () => measured(audio), { signal });
    audio.addEventListener("error", () => say(this.dataset["unplayable"] ?? ""), { signal });
  }

  /** One tape is heard at a time. */
  #takes(audio: HTMLAudioElement): void {
    for (const other of this.#tapes) if (other !== audio) other.pause();
    this.#audio = audio;
    this.#follow(true);
  }

  #played(audio: HTMLAudioElement): void {
    if (audio !== this.#audio || audio.dataset["measuring"]) return;
    const time = audio.currentTime * 1000 - clockOf(audio);
    const told = this.querySelector(".player-clock");
    if (told) told.textContent = clock(time);
    this.#light(turnAt(this.#turns, time), time);
  }

  #light(number: number, time: number): void {
    const turn = this.#turns[number];
    if (number !== this.#lit) {
      this.#turns[this.#lit]?.element.removeAttribute("data-spoken");
      this.#lit = number;
      turn?.element.setAttribute("data-spoken", "");
      if (turn && this.#follows) this.#show(turn.element);
    }
    if (turn && time <= endOf(turn)) lightWord(turn, time);
    else CSS.highlights?.delete(LIT);
  }

  #show(element: HTMLElement): void {
    this.#ours = performance.now() + FOLLOWS_AGAIN;
    element.scrollIntoView({ block: "center" });
  }

  #scrolled(): void {
    if (performance.now() > this.#ours && this.#audio && !this.#audio.paused) this.#follow(false);
  }

  #follow(follows: boolean): void {
    this.#follows = follows;
    const again = this.querySelector<HTMLElement>("[data-follow]");
    if (again) again.hidden = follows;
    const turn = this.#turns[this.#lit];
    if (follows && turn) this.#show(turn.element);
  }

  #clicked(event: MouseEvent): void {
    const target = event.target instanceof Element ? event.target : null;
    const element = target?.closest<HTMLElement>(".talk-turn[data-start]");
    if (!element || !target?.closest(".turn-words, .turn-clock") || !getSelection()?.isCollapsed) return;
    const turn = this.#turns.find((one) => one.element === element);
    if (turn) void this.#playFrom(timeOf(turn, characterUnder(event, turn.element)));
  }

  async #playFrom(time: number): Promise<void> {
    const audio = this.#holding(time);
    if (!audio) return;
    this.#takes(audio);
    audio.currentTime = Math.max((time + clockOf(audio)) / 1000, 0);
    await audio.play().catch(() => say(this.dataset["unplayable"] ?? ""));
  }

  /** The tape on which a time of the talk is: the one that was heard last, or else the last that had begun. */
  #holding(time: number): HTMLAudioElement | null {
    const begun = this.#tapes.filter((one) => time + clockOf(one) >= 0);
    const holding = begun.filter((one) => !(lasts(one) > 0) || time + clockOf(one) <= lasts(one));
    if (this.#audio && holding.includes(this.#audio)) return this.#audio;
    return holding.at(-1) ?? begun.at(-1) ?? this.#audio;
  }

  #key(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.isComposing || document.querySelector("dialog:modal")) return;
    const does = this.#does(event);
    if (!does || !this.#audio) return;
    event.preventDefault();
    does(this.#audio);
  }

  #does(event: KeyboardEvent): ((audio: HTMLAudioElement) => void) | undefined {
    const mod = event.ctrlKey || event.metaKey;
    if (mod && event.key.toLowerCase() === "j") return (audio) => this.#write(audio);
    if (mod || event.altKey) return undefined;
    return {
      Escape: (audio: HTMLAudioElement) => void (audio.paused ? audio.play() : audio.pause()),
      F1: (audio: HTMLAudioElement) => (audio.currentTime -= STEP / 1000),
      F2: (audio: HTMLAudioElement) => (audio.currentTime += STEP / 1000),
      F3: (audio: HTMLAudioElement) => this.#speed(audio, -1),
      F4: (audio: HTMLAudioElement) => this.#speed(audio, 1),
    }[event.key];
  }

  #speed(audio: HTMLAudioElement, by: number): void {
    const now = SPEEDS.reduce((near, one, at) => (one <= audio.playbackRate + 0.01 ? at : near), 0);
    audio.playbackRate = SPEEDS[Math.min(Math.max(now + by, 0), SPEEDS.length - 1)] ?? 1;
    const words = (this.dataset["speed"] ?? "").replace("{speed}", String(audio.playbackRate));
    const told = this.querySelector(".player-speed");
    if (told) told.textContent = words;
  }

  /** Write the time where somebody types, or else into the clipboard. */
  #write(audio: HTMLAudioElement): void {
    const text = `[${clock(audio.currentTime * 1000 - clockOf(audio))}] `;
    const field = document.activeElement;
    if (isTyping(field) && (field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement)) {
      field.setRangeText(text, field.selectionStart ?? 0, field.selectionEnd ?? 0, "end");
      say(this.dataset["inserted"] ?? "");
    } else {
      void navigator.clipboard.writeText(text.trim()).then(() => say(this.dataset["copied"] ?? ""));
    }
  }
}

function place(element: HTMLElement): Place {
  const number = (text: string | undefined): number => (text === undefined ? NaN : Number(text));
  let length = 0;
  for (const words of element.querySelectorAll(".turn-words")) length += words.textContent?.length ?? 0;
  return { element, start: number(element.dataset["start"]), end: number(element.dataset["end"]), length };
}

function clockOf(audio: HTMLAudioElement): number {
  return Number(audio.dataset["clock"] ?? 0);
}

/** How many milliseconds a tape lasts; 0 where that is not known yet. */
function lasts(audio: HTMLAudioElement): number {
  return Number.isFinite(audio.duration) ? audio.duration * 1000 : Number(audio.dataset["until"] ?? 0);
}

/** What a browser has recorded says not how long it is, until somebody has looked at its end. */
function measured(audio: HTMLAudioElement): void {
  if (Number.isFinite(audio.duration)) return;
  const at = audio.currentTime;
  audio.dataset["measuring"] = "yes";
  audio.addEventListener(
    "durationchange",
    () => {
      audio.currentTime = at;
      delete audio.dataset["measuring"];
    },
    { once: true },
  );
  audio.currentTime = 1e7;
}

/** Which character of a turn's words is under a click; 0 where none is. */
function characterUnder(event: MouseEvent, turn: HTMLElement): number {
  const caret = document.caretPositionFromPoint?.(event.clientX, event.clientY);
  const range = caret ? null : document.caretRangeFromPoint?.(event.clientX, event.clientY);
  const [node, offset] = [caret?.offsetNode ?? range?.startContainer, caret?.offset ?? range?.startOffset ?? 0];
  let before = 0;
  for (const words of turn.querySelectorAll(".turn-words")) {
    if (node && words.contains(node)) return before + offset;
    before += words.textContent?.length ?? 0;
  }
  return 0;
}

/** Light the word that is spoken, without touching the page: the browser draws it over the words. */
function lightWord(turn: Place, time: number): void {
  if (typeof Highlight !== "function") return;
  let at = characterAt(turn, time);
  for (const words of turn.element.querySelectorAll(".turn-words")) {
    const text = words.firstChild;
    const length = text?.textContent?.length ?? 0;
    if (text && at < length) {
      const word = wordAround(text.textContent ?? "", at);
      if (word) CSS.highlights.set(LIT, new Highlight(ranged(text, word)));
      return;
    }
    at -= length;
  }
}

function ranged(text: Node, [start, end]: readonly [number, number]): Range {
  const range = document.createRange();
  range.setStart(text, start);
  range.setEnd(text, end);
  return range;
}

customElements.define("transcript-player", TranscriptPlayer);
