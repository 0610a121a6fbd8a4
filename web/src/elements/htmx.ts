/** htmx, without the means to run a text as a program, and led away from a vault that is locked. */
import htmx from "htmx.org";
import { toLocked } from "./locked";

function refused(): never {
  throw new Error("no text is run as a program here");
}

htmx.registerExtension("without-eval", {
  // Where htmx would make a function of a text (hx-on, filters of triggers, js:), it makes this one.
  init: (api: { initSecurity(policy: null, sync: unknown, async: unknown): void }) =>
    api.initSecurity(null, refused, refused),
});

document.addEventListener("htmx:before:response", (event) => {
  const status = (event as CustomEvent<{ ctx: { response: { status: number } } }>).detail.ctx.response.status;
  if (status !== 423) return;
  event.preventDefault();
  toLocked();
});
