/**
 * Light, dark, or as the system has it: `<select data-theme>` or `<input type="radio" data-theme>` in a form.
 *
 * The page changes at once, and the form is sent beside it: the server keeps the choice and says with the next
 * page which holds, so nothing is kept in the browser.
 */
import { api, ask } from "./asking";

document.addEventListener("change", (event) => {
  const control = event.target;
  if (!(control instanceof HTMLSelectElement || control instanceof HTMLInputElement)) return;
  if (control.dataset["theme"] === undefined) return;
  if (["light", "dark"].includes(control.value)) document.documentElement.dataset["theme"] = control.value;
  else delete document.documentElement.dataset["theme"];
  const form = control.form;
  if (!form) return;
  const body = Object.fromEntries(new FormData(form));
  // Where it fails the page has it all the same, and the button of the form is still there.
  ask(api(form.getAttribute("action") ?? ""), { body }).catch(() => undefined);
});
