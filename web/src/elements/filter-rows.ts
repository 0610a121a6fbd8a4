/**
 * `<filter-rows>` around a search field and a list: rows without all the words that were typed are hidden.
 *
 * What is typed stays in the page: the field has no name and no form. `[data-row]` is what a row is found by;
 * `data-none` and `data-some` (with `{count}`) say what is left, in the `aria-live` part.
 */
class FilterRows extends HTMLElement {
  connectedCallback(): void {
    this.#field?.addEventListener("input", () => this.#filter());
    this.#filter();
  }

  get #field(): HTMLInputElement | null {
    return this.querySelector<HTMLInputElement>('input[type="search"]');
  }

  #filter(): void {
    const words = folded(this.#field?.value ?? "").split(" ").filter(Boolean);
    const rows = [...this.querySelectorAll<HTMLElement>("[data-row]")];
    let count = 0;
    for (const row of rows) {
      const text = folded(row.dataset["row"] ?? "");
      row.hidden = !words.every((word) => text.includes(word));
      if (!row.hidden) count += 1;
    }
    const says = this.querySelector("[aria-live]");
    if (!says || words.length === 0) return;
    says.textContent = count ? (this.dataset["some"] ?? "").replace("{count}", String(count)) : (this.dataset["none"] ?? "");
  }
}

/** A text without case, accents and double blanks. */
function folded(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/\s+/g, " ").trim();
}

customElements.define("filter-rows", FilterRows);
export {};
