/**
 * `<heard-acts data-talk>`: goes through the acts that were heard, one at hand at a time.
 *
 * j and k step, y, n and c decide the one at hand: its buttons alone carry keys. What hangs on it is asked of
 * the server when it comes to hand, for that takes two readings of the whole talk. After a decision the next
 * one is at hand.
 */
import { api, ask } from "./asking";

interface Heard {
  readonly effects: readonly string[];
}

/** Which one is at hand: its number, which outlives the part of the page. */
let hand = 0;

class HeardActs extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener("click", (event) => this.#step(event));
    document.addEventListener("focusin", this.#focused);
    document.addEventListener("htmx:after:settle", this.#settled);
    if (hand === 0) this.#take(1, false);
  }

  disconnectedCallback(): void {
    document.removeEventListener("focusin", this.#focused);
    document.removeEventListener("htmx:after:settle", this.#settled);
  }

  /** A decision was made, and its page is there: the next one comes to hand. */
  #settled = (): void => {
    if (this.isConnected && this.#cards.length > 0) this.#take(Math.min(Math.max(hand, 1), this.#cards.length), true);
  };

  get #cards(): HTMLElement[] {
    return [...document.querySelectorAll<HTMLElement>(".heard")];
  }

  #focused = (event: FocusEvent): void => {
    const card = event.target instanceof Element ? event.target.closest<HTMLElement>(".heard") : null;
    const number = Number(card?.dataset["number"] ?? 0);
    if (number && number !== hand) this.#take(number, false);
  };

  #step(event: Event): void {
    const way = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-heard-step]") : null;
    if (!way) return;
    event.preventDefault();
    const count = this.#cards.length;
    const begun = this.hasAttribute("data-begun");
    const next = way.dataset["heardStep"] === "next" ? hand + (begun ? 1 : 0) : hand - 1;
    this.#take(((next - 1 + count) % count) + 1, true);
  }

  #take(number: number, go: boolean): void {
    hand = number;
    for (const card of this.#cards) {
      const here = Number(card.dataset["number"]) === number;
      card.toggleAttribute("data-at-hand", here);
      for (const button of card.querySelectorAll<HTMLElement>("[data-heard-key]")) {
        if (here) button.dataset["key"] = button.dataset["heardKey"] ?? "";
        else delete button.dataset["key"];
      }
      if (here) void this.#effects(card);
      if (here && go) {
        this.setAttribute("data-begun", "");
        card.scrollIntoView({ block: "center" });
        card.focus({ preventScroll: true });
      }
    }
  }

  async #effects(card: HTMLElement): Promise<void> {
    const place = card.querySelector<HTMLElement>("[data-effects]");
    if (!place || !place.hidden) return;
    place.hidden = false;
    try {
      const path = `/conversations/${this.dataset["talk"]}/heard/${card.dataset["number"]}`;
      const { effects } = await ask<Heard>(api(path), { background: true });
      place.replaceChildren(...effects.map(paragraph));
    } catch {
      place.replaceChildren(paragraph(this.dataset["lost"] ?? ""));
    }
  }
}

function paragraph(text: string): HTMLElement {
  const made = document.createElement("p");
  made.textContent = text;
  return made;
}

customElements.define("heard-acts", HeardActs);
export {};
