/** What is read out by a screen reader, and seen by nobody. Every script of a page uses the same region. */
const ID = "read-out";

/** Announce a sentence; the same one again is announced again. */
export function say(sentence: string): void {
  if (!sentence) return;
  const region = document.getElementById(ID) ?? made();
  region.textContent = "";
  setTimeout(() => (region.textContent = sentence), 100); // a region that is there, and then changes, is read
}

function made(): HTMLElement {
  const region = document.createElement("div");
  region.id = ID;
  region.className = "unseen";
  region.setAttribute("role", "status");
  document.body.append(region);
  return region;
}
