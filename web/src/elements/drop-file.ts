/**
 * `<drop-file>` around an `<input type="file">`: files can be dropped on it, and name and size are shown.
 *
 * Nothing is sent: the form does that. What `accept` does not name is not taken (`data-wrong` says so), and
 * what misses the field is not opened by the browser, which would leave the page.
 */
import { size } from "../pure/ages";
import { say } from "./say";

class DropFile extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener("dragover", (event) => this.#over(event, true));
    this.addEventListener("dragleave", (event) => this.#over(event, false));
    this.addEventListener("drop", (event) => this.#drop(event));
    this.addEventListener("change", () => this.#show());
    this.#show();
  }

  get #field(): HTMLInputElement | null {
    return this.querySelector<HTMLInputElement>('input[type="file"]');
  }

  #over(event: DragEvent, isOver: boolean): void {
    event.preventDefault();
    this.toggleAttribute("data-over", isOver);
  }

  #drop(event: DragEvent): void {
    this.#over(event, false);
    const field = this.#field;
    if (!field || field.disabled || !event.dataTransfer) return;
    const files = [...event.dataTransfer.files].filter((file) => fits(file, field.accept));
    if (files.length === 0) return say(this.dataset["wrong"] ?? "");
    const taken = new DataTransfer();
    for (const file of field.multiple ? files : files.slice(0, 1)) taken.items.add(file);
    field.files = taken.files;
    field.dispatchEvent(new Event("change", { bubbles: true }));
  }

  #show(): void {
    const place = this.querySelector("output") ?? this.appendChild(document.createElement("output"));
    const language = document.documentElement.lang || "en";
    const lines = [...(this.#field?.files ?? [])].map((file) => `${file.name} (${size(file.size, language)})`);
    place.textContent = lines.join(", ");
    this.toggleAttribute("data-full", lines.length > 0);
  }
}

/** Whether `accept` names a file, by its ending or its type. */
function fits(file: File, accept: string): boolean {
  const named = accept.split(",").map((part) => part.trim().toLowerCase()).filter(Boolean);
  const [name, type] = [file.name.toLowerCase(), file.type.toLowerCase()];
  return named.length === 0 || named.some((part) => {
    if (part.startsWith(".")) return name.endsWith(part);
    return part.endsWith("/*") ? type.startsWith(part.slice(0, -1)) : type === part;
  });
}

for (const kind of ["dragover", "drop"]) {
  document.addEventListener(kind, (event) => {
    if (document.querySelector("drop-file")) event.preventDefault();
  });
}

customElements.define("drop-file", DropFile);
