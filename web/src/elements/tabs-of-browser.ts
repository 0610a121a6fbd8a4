/**
 * What the tabs of one browser tell each other: somebody is there, a lock is coming, it has come.
 *
 * Nothing but these words goes over the channel.
 */
export type Word = "active" | "locking" | "unsaved" | "saved" | "locked";

const channel = new BroadcastChannel("groundrules");

export function tell(word: Word): void {
  channel.postMessage(word);
}

/** Hear a word until what is answered is called. */
export function hear(heard: (word: Word) => void): () => void {
  const listener = (event: MessageEvent<Word>): void => heard(event.data);
  channel.addEventListener("message", listener);
  return () => channel.removeEventListener("message", listener);
}
