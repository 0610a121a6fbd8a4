/** The sentences of the page, which the server has put into it in the language that is wanted. */

export class Texts {
  readonly #words = new Map<string, string>();

  constructor(template: HTMLTemplateElement) {
    for (const one of template.content.querySelectorAll<HTMLElement>("[data-text]")) {
      this.#words.set(one.dataset["text"] ?? "", one.textContent ?? "");
    }
  }

  /** A sentence with its places filled; the key itself where there is none, so that it is seen. */
  of(key: string, values: Record<string, string | number> = {}): string {
    const text = this.#words.get(key) ?? key;
    return text.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ""));
  }

  has(key: string): boolean {
    return this.#words.has(key);
  }
}
