/**
 * `data-confirm="What happens, in a sentence."` on a form, a button or a link: a second step before it acts.
 *
 * The layout has `<dialog id="confirm">` with `#confirm-text` and, in a `<form method="dialog">`, a button of
 * value `no`, which comes first and so has the focus, and one of value `yes`, whose words `data-confirm-yes`
 * replaces. Without that dialog nothing happens: it fails closed.
 */
import { answered, fill } from "./dialogs";

const confirmed = new WeakSet<Element>();

document.addEventListener("click", (event) => {
  const element = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-confirm]") : null;
  if (element && !(element instanceof HTMLFormElement)) hold(event, element, () => element.click());
}, true);

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || form.dataset["confirm"] === undefined) return;
  hold(event, form, () => form.requestSubmit(event.submitter));
}, true);

document.addEventListener("htmx:confirm", (event) => {
  const { ctx, issueRequest, dropRequest } = event.detail;
  event.preventDefault(); // never window.confirm
  const { confirm } = ctx as typeof ctx & { readonly confirm: string };
  void agreed({ confirm }).then((yes) => (yes ? issueRequest() : dropRequest()));
});

function hold(event: Event, element: HTMLElement, act: () => void): void {
  if (confirmed.delete(element)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  void agreed(element.dataset).then((yes) => {
    if (!yes || !element.isConnected) return;
    confirmed.add(element);
    act();
    confirmed.delete(element); // where the browser found a field wrong, nothing was submitted
  });
}

async function agreed(words: DOMStringMap): Promise<boolean> {
  const dialog = document.querySelector<HTMLDialogElement>("dialog#confirm");
  if (!dialog || dialog.open) return false;
  fill(dialog, "#confirm-text", words["confirm"]);
  fill(dialog, 'button[value="yes"]', words["confirmYes"]);
  return (await answered(dialog)) === "yes";
}
