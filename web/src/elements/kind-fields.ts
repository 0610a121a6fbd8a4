/**
 * `<kind-fields>` around a select of kinds: of what follows, only what the chosen kind takes is shown.
 *
 * `[data-kinds="release grace"]` says for which kinds a part is. Without a script everything is shown, and the
 * server leaves out what a kind does not take.
 */
class KindFields extends HTMLElement {
  connectedCallback(): void {
    this.#kind?.addEventListener("change", () => this.#show());
    this.#show();
  }

  get #kind(): HTMLSelectElement | null {
    return this.querySelector<HTMLSelectElement>('select[name="kind"]');
  }

  #show(): void {
    const kind = this.#kind?.value ?? "";
    for (const part of this.querySelectorAll<HTMLElement>("[data-kinds]")) {
      part.hidden = !(part.dataset["kinds"] ?? "").split(" ").includes(kind);
    }
    this.#choose(OF_THE_NEWSROOM.has(kind));
  }

  /** Put forward somebody who may do it: what the newsroom does is a reporter's to note. */
  #choose(bound: boolean): void {
    const by = this.querySelector<HTMLSelectElement>('select[name="by"]');
    if (!by || by.dataset["chosen"]) return;
    const fitting = [...by.options].find((option) => option.dataset["bound"] === String(bound));
    if (fitting) by.value = fitting.value;
    by.addEventListener("change", () => (by.dataset["chosen"] = "yes"), { once: true });
  }
}

const OF_THE_NEWSROOM = new Set(["grace", "corroborate", "sign-off", "knows", "waive", "hold", "unhold"]);

customElements.define("kind-fields", KindFields);
export {};
