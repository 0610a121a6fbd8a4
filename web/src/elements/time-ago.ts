/**
 * `<time-ago><time datetime="2026-11-22T15:04:05Z">22 Nov, 16:04</time></time-ago>`: how long ago, kept up to date.
 *
 * Counted from the server's clock (`<html data-now>`), since the browser's may be wrong. What the server wrote
 * stays as the tooltip.
 */
import { age } from "../pure/ages";

const skew = clockSkew();

class TimeAgo extends HTMLElement {
  #timer: ReturnType<typeof setInterval> | undefined;

  connectedCallback(): void {
    this.#show();
    this.#timer = setInterval(() => this.#show(), 30_000);
  }

  disconnectedCallback(): void {
    clearInterval(this.#timer);
  }

  #show(): void {
    const time = this.querySelector("time");
    const instant = Date.parse(time?.dateTime ?? "");
    if (!time || Number.isNaN(instant)) return;
    time.title ||= time.textContent?.trim() ?? "";
    time.textContent = age((instant - (Date.now() - skew)) / 1000, document.documentElement.lang || "en");
  }
}

/** How far the browser's clock is ahead of the server's, in milliseconds. */
function clockSkew(): number {
  const now = Date.parse(document.documentElement.dataset["now"] ?? "");
  return Number.isNaN(now) ? 0 : Date.now() - now;
}

customElements.define("time-ago", TimeAgo);
