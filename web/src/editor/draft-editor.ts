/**
 * `<draft-editor action="/drafts/ID/check" data-save="/drafts/ID">` around a `<textarea name>` of a form.
 *
 * Without script it is that textarea. With it: an editor that sends the text as one types, marks the findings and
 * fills `<ol data-findings>` (or what `data-cards` selects). What is unsaved is in memory alone: leaving asks,
 * Mod-S keeps it, and so does a lock that is coming. F8 leads to the next finding, Mod-. mends the one in hand,
 * Mod-Shift-M lists them all. `data-state` says which: saved, unsaved, saving or failed;
 * `data-checks` counts the checks, `data-latency` is the last time from key to cards, in milliseconds.
 */
import { Text } from "@codemirror/state";
import { EditorView, type ViewUpdate } from "@codemirror/view";
import { api, Refused } from "../elements/asking";
import { LOCKED, LOCKING, type Locking } from "../elements/locked";
import { say } from "../elements/say";
import { Cards } from "./cards";
import { type Answer, Checking } from "./checking";
import { editorFor } from "./codemirror";
import { showing } from "./diagnostics";
import { shownSince } from "./latency";
import { placeCards } from "./margin";
import { phrases, showTally } from "./page-words";
import { save } from "./saving";
import { linkedOf, linkFinding, findingsOf, remedyOf } from "./shown-findings";

type State = "saved" | "unsaved" | "saving" | "failed";

class DraftEditor extends HTMLElement {
  #view: EditorView | undefined;
  #field: HTMLTextAreaElement | undefined;
  #form: HTMLFormElement | null = null;
  #cards: Cards | undefined;
  #checking: Checking | undefined;
  #saved: Text | undefined;
  #version = 0;
  #isLeaving = false;
  #end = new AbortController();

  connectedCallback(): void {
    const field = this.querySelector("textarea");
    if (!field || this.#view) return;
    [this.#field, this.#form, this.#end] = [field, field.form, new AbortController()];
    this.#version = Number(this.getAttribute("version") ?? 0);
    const view = editorFor(field, phrases(), {
      updated: (update) => this.#updated(update),
      save: () => void this.#save(),
      mend: () => this.#mend(view, linkedOf(view.state)),
      over: (id) => this.#link(id),
    });
    const wasRefused = field.form?.querySelector("[data-refused]") ?? null; // what is written here is kept nowhere
    [this.#view, this.#saved] = [view, wasRefused ? Text.empty : view.state.doc];
    field.hidden = true;
    field.required = false; // a field that nobody sees cannot be mended
    field.after(view.dom);
    this.#state(this.#isUnsaved ? "unsaved" : "saved");
    this.#makeCards(view);
    this.#listen(field);
    const address = this.dataset["check"] ?? this.getAttribute("action");
    if (!address) return;
    const wait = Number(this.dataset["wait"] ?? NaN);
    this.#checking = new Checking(
      view,
      api(address),
      () => this.#version,
      (answer) => this.#answered(answer),
      () => (this.dataset["checked"] = "failed"),
      Number.isNaN(wait) ? undefined : wait,
    );
    this.#checking.now();
  }

  disconnectedCallback(): void {
    if (this.isConnected) return; // it was moved
    this.#end.abort();
    this.#checking?.stop();
    this.#view?.destroy();
    [this.#view, this.#checking, this.#cards] = [undefined, undefined, undefined];
  }

  /** The text as it stands. */
  get value(): string {
    return this.#view?.state.doc.toString() ?? this.#field?.value ?? "";
  }

  get #isUnsaved(): boolean {
    return this.#view !== undefined && this.#saved !== undefined && !this.#view.state.doc.eq(this.#saved);
  }

  #makeCards(view: EditorView): void {
    const list = document.querySelector<HTMLElement>(this.dataset["cards"] ?? "[data-findings]");
    const template = document.querySelector<HTMLTemplateElement>("template[data-finding]");
    if (!list || !template) return;
    this.#cards = new Cards(list, template, {
      mend: (id) => this.#mend(view, id),
      go: (id) => this.#go(view, id),
      link: (id) => this.#link(id),
    }, this.#end.signal);
    window.addEventListener("resize", () => this.#place(), { signal: this.#end.signal });
  }

  #listen(field: HTMLTextAreaElement): void {
    const { signal } = this.#end;
    this.#form?.addEventListener("formdata", (event) => event.formData.set(field.name, this.value), { signal });
    this.#form?.addEventListener("submit", () => {
      this.#isLeaving = true;
      setTimeout(() => (this.#isLeaving = false), 3000); // still here: it was refused
    }, { signal });
    window.addEventListener("beforeunload", (event) => {
      if (this.#isUnsaved && !this.#isLeaving) event.preventDefault();
    }, { signal });
    window.addEventListener(LOCKING, (event) => {
      if (this.#isUnsaved) (event as CustomEvent<Locking>).detail.kept.push(this.#save());
    }, { signal });
    window.addEventListener(LOCKED, (event) => {
      if (this.#isUnsaved) event.preventDefault();
      this.toggleAttribute("data-locked", this.#isUnsaved);
    }, { signal });
  }

  #updated(update: ViewUpdate): void {
    if (update.docChanged) {
      this.#checking?.changed(update);
      if (this.dataset["state"] !== "saving") this.#state(this.#isUnsaved ? "unsaved" : "saved");
    }
    if (update.selectionSet) this.#linkAt(update.state.selection.main.head);
    if (update.geometryChanged || update.viewportChanged) this.#place();
  }

  #answered({ checked, shown, typed }: Answer): void {
    const view = this.#view;
    if (!view) return;
    view.dispatch({ effects: [...showing(view.state, shown)] });
    this.#cards?.show(shown);
    this.#place();
    showTally(checked.tally);
    this.dataset["checked"] = "yes";
    const told = (): string => (this.dataset["checks"] = String(Number(this.dataset["checks"] ?? 0) + 1));
    if (typed === null) return void told();
    shownSince(typed, (milliseconds) => {
      this.dataset["latency"] = milliseconds.toFixed(1);
      told();
    });
  }

  #place(): void {
    if (this.#view && this.#cards) placeCards(this.#view, this.#cards);
  }

  #linkAt(place: number): void {
    const view = this.#view;
    const at = view && findingsOf(view.state).find(({ finding }) => finding.from <= place && place <= finding.to);
    // Not from within an update of the view.
    queueMicrotask(() => this.#link(at?.id ?? ""));
  }

  #link(id: string): void {
    if (!this.#view || linkedOf(this.#view.state) === id) return;
    this.#view.dispatch({ effects: linkFinding.of(id) });
    this.#cards?.link(id);
    this.#place();
  }

  #mend(view: EditorView, id: string): void {
    const remedy = remedyOf(view.state, id);
    if (!remedy) return this.#checking?.now(); // the text is another one by now
    const { from, to, insert } = remedy;
    const selection = { anchor: from, head: from + insert.length };
    view.dispatch({ changes: { from, to, insert }, selection, userEvent: "input.remedy", scrollIntoView: true });
    view.focus();
  }

  #go(view: EditorView, id: string): void {
    const finding = findingsOf(view.state).find((shown) => shown.id === id)?.finding;
    if (!finding) return;
    view.dispatch({ selection: { anchor: finding.from, head: finding.to }, scrollIntoView: true });
    view.focus();
  }

  async #save(): Promise<void> {
    const [view, field, address] = [this.#view, this.#field, this.dataset["save"]];
    if (!view || !field) return;
    if (!address) return this.#form?.requestSubmit();
    const text = view.state.doc;
    this.#state("saving");
    try {
      this.#version = await save(api(address), this.#form, field.name, text.toString());
      this.#saved = text;
      this.#state(this.#isUnsaved ? "unsaved" : "saved");
      say(this.dataset["saysSaved"] ?? "");
    } catch (error) {
      this.dataset["why"] = error instanceof Error ? error.message : "";
      this.#state("failed");
      say(this.#words("failed"));
      if (error instanceof Refused) this.#showNewer();
    }
  }

  #state(state: State): void {
    this.dataset["state"] = state;
    for (const place of document.querySelectorAll<HTMLElement>("[data-save-state]")) {
      place.textContent = this.#words(state);
      place.toggleAttribute("data-failed", state === "failed");
    }
  }

  /** What is said of a state: of a refusal the reason, too. */
  #words(state: State): string {
    const words = this.dataset[`says${state.charAt(0).toUpperCase()}${state.slice(1)}`] ?? "";
    return state === "failed" ? `${words} ${this.dataset["why"] ?? ""}`.trim() : words;
  }

  /** Beside a refusal: the way to what is kept, in a tab of its own, since the text here is kept nowhere. */
  #showNewer(): void {
    const [href, words] = [this.dataset["save"], this.dataset["saysNewer"]];
    if (!href || !words) return;
    for (const place of document.querySelectorAll("[data-save-state]")) {
      const link = Object.assign(document.createElement("a"), { href, target: "_blank", rel: "noopener" });
      link.textContent = words;
      place.append(" ", link);
    }
  }
}

customElements.define("draft-editor", DraftEditor);
