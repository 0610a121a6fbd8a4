/**
 * `<button data-copy="words">` or `<button data-copy-from="#id">` copies to the clipboard, and says so with
 * `data-copied`. What is copied leaves the page: the button's label has to say what it takes.
 */
import { say } from "./say";

document.addEventListener("click", (event) => {
  const button = event.target instanceof Element
    ? event.target.closest<HTMLElement>("[data-copy], [data-copy-from]")
    : null;
  if (button) void copy(button);
});

async function copy(button: HTMLElement): Promise<void> {
  const from = button.dataset["copyFrom"];
  const text = from ? document.querySelector(from)?.textContent?.trim() : button.dataset["copy"];
  if (!text) return;
  await navigator.clipboard.writeText(text);
  button.dataset["state"] = "copied";
  say(button.dataset["copied"] ?? "");
  setTimeout(() => delete button.dataset["state"], 2000);
}
