/**
 * `<undo-toast seconds="10">` around a sentence and a form that takes the act back: gone after some seconds.
 *
 * Time stands still while the pointer or the focus is on it. What it offers is honest only where the act has
 * gone nowhere yet; the page that shows it knows that.
 */
class UndoToast extends HTMLElement {
  #left = 0;
  #timer: ReturnType<typeof setInterval> | undefined;

  connectedCallback(): void {
    this.#left = Number(this.getAttribute("seconds") ?? 10);
    this.#timer = setInterval(() => this.#tick(), 1000);
  }

  disconnectedCallback(): void {
    clearInterval(this.#timer);
  }

  #tick(): void {
    if (this.matches(":hover, :focus-within")) return;
    this.#left -= 1;
    if (this.#left <= 0) this.remove();
  }
}

customElements.define("undo-toast", UndoToast);
