/**
 * `<name-shown seconds="60" to="/sources/CODE">`: a name that was opened, gone from the screen after a while.
 *
 * The words leave the page before it is left, and leaving replaces it in the history. A page that comes back out
 * of the browser's memory is emptied at once. Its `[role="timer"]` says `data-left` with `{seconds}`.
 */
class NameShown extends HTMLElement {
  #until = 0;
  #timer: ReturnType<typeof setInterval> | undefined;

  connectedCallback(): void {
    this.#until = Date.now() + Number(this.getAttribute("seconds") ?? 60) * 1000;
    this.#timer = setInterval(() => this.#look(), 500);
    window.addEventListener("pagehide", this.#empty);
  }

  disconnectedCallback(): void {
    clearInterval(this.#timer);
    window.removeEventListener("pagehide", this.#empty);
  }

  #look(): void {
    const left = Math.ceil((this.#until - Date.now()) / 1000);
    const timer = this.querySelector<HTMLElement>('[role="timer"]');
    if (timer) timer.textContent = (timer.dataset["left"] ?? "").replace("{seconds}", String(Math.max(0, left)));
    if (left > 0) return;
    this.#empty();
    location.replace(this.getAttribute("to") ?? "/sources");
  }

  readonly #empty = (): void => {
    clearInterval(this.#timer);
    this.replaceChildren();
  };
}

customElements.define("name-shown", NameShown);
export {};
