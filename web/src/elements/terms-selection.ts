/**
 * `<terms-selection>`: turns are chosen by ticking them, by a run with Shift, or by selecting their words.
 *
 * It works on checkboxes named `turns`; the form is the server's. `data-one` and `data-many` say what is chosen,
 * with `{first}` and `{last}`.
 */
class TermsSelection extends HTMLElement {
  #last: HTMLInputElement | null = null;
  #says = "";

  connectedCallback(): void {
    this.#says = this.#place?.textContent ?? "";
    document.addEventListener("click", this.#clicked);
    document.addEventListener("pointerup", this.#selected);
    this.querySelector("form")?.addEventListener("reset", () => setTimeout(() => this.#show()));
    this.#show();
  }

  disconnectedCallback(): void {
    document.removeEventListener("click", this.#clicked);
    document.removeEventListener("pointerup", this.#selected);
  }

  get #place(): HTMLElement | null {
    return this.querySelector<HTMLElement>("[data-selected]");
  }

  get #boxes(): HTMLInputElement[] {
    return [...document.querySelectorAll<HTMLInputElement>('input[name="turns"]')];
  }

  #clicked = (event: MouseEvent): void => {
    const box = event.target;
    if (!(box instanceof HTMLInputElement) || box.name !== "turns") return;
    if (event.shiftKey && this.#last && box.checked) this.#run(this.#last, box);
    this.#last = box;
    this.#show();
  };

  /** Words of a turn were selected: it is ticked, and so are all turns into which the selection reaches. */
  #selected = (event: PointerEvent): void => {
    const selection = getSelection();
    const within = event.target instanceof Element && event.target.closest(".turns");
    if (!selection || selection.isCollapsed || !within || selection.toString().trim() === "") return;
    const [from, to] = [boxOf(selection.anchorNode), boxOf(selection.focusNode)];
    if (!from || !to) return;
    for (const box of this.#boxes) box.checked = false;
    from.checked = true;
    this.#run(from, to);
    this.#last = to;
    this.#show();
  };

  #run(from: HTMLInputElement, to: HTMLInputElement): void {
    const boxes = this.#boxes;
    const [one, other] = [boxes.indexOf(from), boxes.indexOf(to)];
    for (const box of boxes.slice(Math.min(one, other), Math.max(one, other) + 1)) box.checked = true;
  }

  #show(): void {
    const chosen = this.#boxes.filter((box) => box.checked).map((box) => box.value);
    const [first, last] = [chosen[0] ?? "", chosen.at(-1) ?? ""];
    const words = chosen.length === 0 ? this.#says : this.dataset[chosen.length === 1 ? "one" : "many"] ?? "";
    if (this.#place) this.#place.textContent = words.replace("{first}", first).replace("{last}", last);
    this.toggleAttribute("data-any", chosen.length > 0);
    for (const button of this.querySelectorAll<HTMLButtonElement>("button")) button.disabled = chosen.length === 0;
  }
}

function boxOf(node: Node | null): HTMLInputElement | null {
  const element = node instanceof Element ? node : node?.parentElement;
  return element?.closest(".talk-turn")?.querySelector<HTMLInputElement>('input[name="turns"]') ?? null;
}

customElements.define("terms-selection", TermsSelection);
export {};
