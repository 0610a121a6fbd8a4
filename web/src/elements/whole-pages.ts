/**
 * What was asked for as a part of a page, and led to another page, is shown as that page.
 *
 * A form that swaps `#main` alone is answered by the page it stands on, or it is sent on (303) to another one:
 * then everything is swapped, with the places and the lock of that page, its scripts are loaded, and its address
 * is the one that is shown.
 */
document.addEventListener("htmx:after:request", (event) => {
  const ctx = event.detail.ctx as unknown as Asked;
  const { raw } = ctx.response;
  if (!ctx.text.includes("<html")) return;
  takeHead(ctx.text);
  if (!raw.redirected) return;
  const { pathname } = new URL(raw.url);
  if (pathname === location.pathname) {
    ctx.replace = "true";
    return;
  }
  Object.assign(ctx, { push: "true", select: null, target: document.body, swap: "outerHTML" });
});

interface Asked {
  readonly text: string;
  readonly response: { readonly raw: Response };
  replace: string;
}

/** The language and the theme of a page, and those of its scripts and styles that are not here yet. */
function takeHead(text: string): void {
  const page = new DOMParser().parseFromString(text, "text/html");
  const [ours, theirs] = [document.documentElement, page.documentElement];
  ours.lang = theirs.lang;
  if (theirs.dataset["theme"]) ours.dataset["theme"] = theirs.dataset["theme"];
  else delete ours.dataset["theme"];
  for (const one of page.head.querySelectorAll("script[src], link[rel=stylesheet]")) {
    if ([...document.head.children].some((there) => addressOf(there) === addressOf(one))) continue;
    const copy = document.createElement(one.localName); // a parsed script is dead: this one is loaded
    for (const { name, value } of one.attributes) copy.setAttribute(name, value);
    document.head.append(copy);
  }
}

function addressOf(element: Element): string {
  return element.getAttribute("src") ?? element.getAttribute("href") ?? "";
}
export {};
