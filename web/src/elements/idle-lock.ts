/**
 * `<idle-lock minutes="15" action="/lock" data-warns="..." data-stay="Stay">`: the vault is locked when nobody is
 * there any more.
 *
 * In the last minute it warns. What is done in one tab counts for all, and a lock in one locks all; so does a
 * form that posts to `action`. Before it locks, every tab keeps the text that is in no version yet. `still`, or
 * /health, is asked for at most once a minute while somebody does something that sends nothing, so that the server
 * knows it, too. It leads to `unlock`, or /unlock.
 */
import { idleness } from "../pure/idleness";
import { ask } from "./asking";
import { LOCKING, type Locking, toLocked } from "./locked";
import { hear, tell, type Word } from "./tabs-of-browser";

/** How long other tabs may take to say that they have something to keep, and to keep it, in milliseconds. */
const [TO_SAY, TO_KEEP] = [150, 3000];
const SIGNS = ["pointerdown", "keydown", "wheel", "touchstart"] as const;

class IdleLock extends HTMLElement {
  #last = Date.now();
  #told = 0;
  #timer: ReturnType<typeof setInterval> | undefined;
  #dialog: HTMLDialogElement | undefined;
  #deaf: () => void = () => undefined;
  #lockState: "open" | "coming" | "done" = "open";

  connectedCallback(): void {
    for (const sign of SIGNS) document.addEventListener(sign, this.#sign, { passive: true, capture: true });
    document.addEventListener("visibilitychange", this.#look);
    document.addEventListener("submit", this.#form);
    this.#deaf = hear((word) => this.#heard(word));
    this.#timer = setInterval(this.#look, 1000);
  }

  disconnectedCallback(): void {
    for (const sign of SIGNS) document.removeEventListener(sign, this.#sign, { capture: true });
    document.removeEventListener("visibilitychange", this.#look);
    document.removeEventListener("submit", this.#form);
    this.#deaf();
    clearInterval(this.#timer);
  }

  readonly #sign = (): void => {
    const now = Date.now();
    if (this.#lockState === "coming") return; // too late
    this.#lockState = "open";
    this.#last = now;
    if (now - this.#told < 5000) return;
    const still = this.getAttribute("still") ?? "/health";
    if (Math.floor(now / 60_000) !== Math.floor(this.#told / 60_000)) void ask(still).catch(() => undefined);
    this.#told = now;
    tell("active");
  };

  readonly #form = (event: Event): void => {
    if (!(event.target instanceof HTMLFormElement) || event.target.getAttribute("action") !== this.#action) return;
    event.preventDefault();
    void this.#lock();
  };

  readonly #look = (): void => {
    const { state, seconds } = this.#idleness();
    if (state === "away") return void this.#lock();
    if (state === "here") return this.#dialog?.close();
    this.#dialog ??= this.#warning();
    const left = this.#dialog.querySelector("output");
    if (left) left.textContent = String(seconds);
    if (!this.#dialog.open) this.#dialog.showModal();
  };

  /** `<dialog><p>sentence</p><p><output>59</output></p><form method="dialog"><button>Stay</button></form></dialog>` */
  #warning(): HTMLDialogElement {
    const [dialog, sentence, left, form, stay] = [
      document.createElement("dialog"),
      document.createElement("p"),
      document.createElement("output"),
      document.createElement("form"),
      document.createElement("button"),
    ];
    sentence.textContent = this.dataset["warns"] ?? "";
    left.setAttribute("aria-live", "off"); // the sentence is read once, and not every second
    left.className = "idle-left";
    [form.method, stay.className, stay.textContent] = ["dialog", "button button-primary", this.dataset["stay"] ?? ""];
    form.append(stay);
    dialog.ariaLabel = sentence.textContent;
    dialog.append(sentence, left, form);
    this.append(dialog);
    return dialog;
  }

  get #minutes(): number {
    return Number(this.getAttribute("minutes") || 15);
  }

  get #action(): string {
    return this.getAttribute("action") ?? "/lock";
  }

  #idleness(): ReturnType<typeof idleness> {
    return idleness(Date.now(), this.#last, this.#minutes);
  }

  #heard(word: Word): void {
    if (word === "active") this.#last = Date.now();
    if (word === "locked") toLocked();
    if (word === "locking") {
      const kept = keep();
      if (kept.length === 0) return;
      tell("unsaved");
      void Promise.allSettled(kept).then(() => tell("saved"));
    }
  }

  async #lock(): Promise<void> {
    if (this.#lockState !== "open") return;
    this.#lockState = "coming";
    const others = othersKeep();
    tell("locking");
    await Promise.race([Promise.allSettled([...keep(), others]), pause(TO_KEEP)]);
    await fetch(this.#action, { method: "POST", mode: "same-origin", redirect: "manual" }).catch(() => undefined);
    this.#lockState = "done";
    tell("locked");
    toLocked(); // where the server is gone, too: then nothing is open, and nothing shall be seen
  }
}

/** Everything in this tab that is kept before the vault is locked. */
function keep(): Promise<unknown>[] {
  const kept: Promise<unknown>[] = [];
  window.dispatchEvent(new CustomEvent<Locking>(LOCKING, { detail: { kept } }));
  return kept;
}

/** Done when every other tab that had something to keep has kept it. */
async function othersKeep(): Promise<void> {
  let open = 0;
  let done: () => void = () => undefined;
  const deaf = hear((word) => {
    open += { unsaved: 1, saved: -1 }[word as string] ?? 0;
    if (open === 0) done();
  });
  await pause(TO_SAY);
  if (open > 0) await Promise.race([new Promise<void>((resolve) => (done = resolve)), pause(TO_KEEP)]);
  deaf();
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

customElements.define("idle-lock", IdleLock);
