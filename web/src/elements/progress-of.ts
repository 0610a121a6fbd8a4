/**
 * `<progress-of action="/tasks/ID">` around a `<progress>`: how far long work is.
 *
 * The answer is `{done, of, ended}`; once it has ended the page is asked for anew and says what came of it. Where the work is not known (any more), `data-lost` is said, and nothing is asked again.
 * Asking so is no sign that anybody is there.
 */
import { api, ask, Refused } from "./asking";
import { say } from "./say";

interface Progress {
  readonly done: number;
  readonly of: number;
  readonly ended: boolean;
}

class ProgressOf extends HTMLElement {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #pause = 300;

  connectedCallback(): void {
    this.#timer = setTimeout(() => void this.#look(), this.#pause);
  }

  disconnectedCallback(): void {
    clearTimeout(this.#timer);
  }

  async #look(): Promise<void> {
    try {
      const progress = await ask<Progress>(api(this.getAttribute("action") ?? ""), { background: true });
      if (!this.isConnected) return;
      this.#show(progress);
      if (progress.ended) return location.reload();
    } catch (error) {
      if (error instanceof Refused && error.status < 500) return say(this.dataset["lost"] ?? error.message);
    }
    this.#pause = Math.min(this.#pause * 1.3, 2000);
    if (this.isConnected) this.connectedCallback();
  }

  #show({ done, of }: Progress): void {
    const bar = this.querySelector("progress");
    if (bar && of > 0) [bar.max, bar.value] = [of, done];
  }
}

customElements.define("progress-of", ProgressOf);
