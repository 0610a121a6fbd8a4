/**
 * What a page says to a screen reader, and where the focus goes after a swap.
 *
 * Notes of `#says` and what is marked `data-says` are read out by a region that stays on the page: one that is
 * swapped in with its words is not read by every screen reader. Where the focus was lost with what was swapped,
 * it goes to the new part's heading, so that reading goes on there; a field keeps it.
 */
import { say } from "./say";
import { isTyping } from "./typing";

/** Announce all that a part of the page has to say. */
function sayAll(part: ParentNode): void {
  const sentences = [...part.querySelectorAll("#says .said, [data-says]")].map((element) => element.textContent?.trim() ?? "");
  say(sentences.filter(Boolean).join(" "));
}

function headTo(part: ParentNode): void {
  const within = part.querySelector("main") ?? part;
  const heading = within.querySelector<HTMLElement>("[data-focus]") ?? within.querySelector<HTMLElement>("h1, h2, h3");
  if (!heading) return;
  if (heading.tabIndex < 0) heading.setAttribute("tabindex", "-1");
  heading.focus({ preventScroll: true });
}

document.addEventListener("htmx:after:settle", (event) => {
  const { task } = event.detail as unknown as { readonly task: { readonly type: string; readonly target: Element } };
  const part = task.target;
  sayAll(part);
  const lost = document.activeElement === document.body || document.activeElement === null;
  const turned = task.type === "main" && part.matches("#main, body") && !isTyping(document.activeElement);
  const kept = !lost && part.contains(document.activeElement);
  if ((lost || turned) && !kept && !part.querySelector("[autofocus]")) headTo(part);
});

if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", () => sayAll(document));
else sayAll(document);
