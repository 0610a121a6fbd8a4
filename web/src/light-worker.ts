/**
 * The light without a network: the page itself is kept, and never a word of a talk.
 *
 * What is kept are files of the program and `/light/shell`, which has no talk in it. Everything else
 * goes past here untouched.
 */

interface Fetching extends Event {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}

interface Waiting extends Event {
  waitUntil(done: Promise<unknown>): void;
}

interface Worker_ {
  addEventListener(kind: "install" | "activate" | "message", heard: (event: Waiting) => void): void;
  addEventListener(kind: "fetch", heard: (event: Fetching) => void): void;
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
}

const worker = self as unknown as Worker_;

const SHELVES = "groundrules-light-1";
const SHELL = "/light/shell";
const KEPT = [SHELL, "/static/app.css", "/static/light.css", "/static/light.js", "/static/icon.svg"];

/** Milliseconds after which a network that does not answer counts as none. */
const PATIENCE = 3000;

worker.addEventListener("install", (event) => event.waitUntil(keep().then(() => worker.skipWaiting())));
worker.addEventListener("activate", (event) => event.waitUntil(worker.clients.claim()));
worker.addEventListener("message", (event) => event.waitUntil(keep()));

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const path = new URL(request.url).pathname;
  if (request.method !== "GET") return;
  if (request.mode === "navigate" && path.startsWith("/light/")) {
    event.respondWith(fromNetwork(request).catch(() => fromShelf(SHELL)));
  } else if (KEPT.includes(path) && path !== SHELL) {
    event.respondWith(fromNetwork(request).catch(() => fromShelf(path)));
  }
});

/** Take a fresh copy of each of them; what does not come stays as it was. */
async function keep(): Promise<void> {
  const shelf = await caches.open(SHELVES);
  const fetched = KEPT.map(async (path) => {
    const response = await fetch(path, { cache: "no-cache", redirect: "error" });
    if (response.ok) await shelf.put(path, response);
  });
  await Promise.allSettled(fetched);
}

async function fromShelf(path: string): Promise<Response> {
  const found = await (await caches.open(SHELVES)).match(path);
  return found ?? Response.error();
}

function fromNetwork(request: Request): Promise<Response> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error("nobody answers")), PATIENCE);
    fetch(request).then(resolve, reject).finally(() => clearTimeout(late));
  });
}
