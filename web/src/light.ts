/** The light: the entry of its page. */

import "../styles/light.css";
import "./elements/keys";

import { Page, forgetWorker } from "./light/page.js";
import { Texts } from "./light/texts.js";

const talk = /^\/light\/([0-9a-f]{32})$/.exec(location.pathname)?.[1];
const template = document.querySelector<HTMLTemplateElement>("#light-texts");
const memory = new URLSearchParams(location.search).get("keeps") === "memory";

if (talk && template) {
  void Page.open(talk, new Texts(template), memory).then(() => {
    document.documentElement.dataset["light"] = "lit";
    performance.mark("lit");
    return memory ? forgetWorker(true) : keepShell();
  });
}

/** Have the browser keep the page itself, without a word of any talk, for a time without network. */
async function keepShell(): Promise<void> {
  if (!("serviceWorker" in navigator)) return;
  await navigator.serviceWorker.register("/static/light-worker.js", { scope: "/light/" });
  const worker = (await navigator.serviceWorker.ready).active;
  worker?.postMessage("keep");
}
