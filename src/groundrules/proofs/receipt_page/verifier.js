// The second verifier of receipts: it shares no line with the first, which is in Python, and knows
// only docs/reference/receipt-format.md. It runs in a page that is opened from a file, and in node.
// It needs WebCrypto (SHA-256 and Ed25519) and sends nothing anywhere.
"use strict";

const groundrulesReceipts = (() => {
  const ABOUT = [
    "This is a receipt for an agreement with a journalist. The outlet has signed it.",
    "It can be verified without asking anybody, and without a network, with the command",
    "`groundrules receipt verify`, or with the page that `groundrules receipt page` writes.",
    "It names nobody. That you have it may still show that you have spoken with the outlet.",
  ];
  const NOTE = 1;
  const COSIGNATURE = 4;
  const LARGEST = 256 * 1024;
  const UNSEEN =
    /[\x00-\x1f\x7f-\x9f\xad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ud800-\udfff\ufeff]/u;

  class Refused extends Error {
    constructor(message, line = 0) {
      super(message);
      this.line = line;
    }
  }

  const bytesOf = (text) => new TextEncoder().encode(text);
  const sha256 = async (...pieces) =>
    new Uint8Array(await crypto.subtle.digest("SHA-256", joined(pieces)));
  const hexOf = (bytes) => Array.from(bytes, (one) => one.toString(16).padStart(2, "0")).join("");
  const base64Of = (bytes) => btoa(Array.from(bytes, (one) => String.fromCharCode(one)).join(""));
  const isSame = (left, right) => hexOf(left) === hexOf(right);

  function joined(pieces) {
    const whole = new Uint8Array(pieces.reduce((total, one) => total + one.length, 0));
    let at = 0;
    for (const one of pieces) {
      whole.set(one, at);
      at += one.length;
    }
    return whole;
  }

  // One spelling for each value: each of these answers null for every other.

  function fromBase64(text, size) {
    if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text) || text.length % 4) return null;
    const bytes = Uint8Array.from(atob(text), (one) => one.charCodeAt(0));
    return base64Of(bytes) === text && (size === undefined || bytes.length === size) ? bytes : null;
  }

  function fromHex(text, size) {
    if (text.length !== 2 * size || !/^[0-9a-f]+$/.test(text)) return null;
    return Uint8Array.from(text.match(/../g), (pair) => parseInt(pair, 16));
  }

  function fromDecimal(text) {
    if (!/^(0|[1-9][0-9]{0,15})$/.test(text)) return null;
    return BigInt(text) <= BigInt(Number.MAX_SAFE_INTEGER) ? BigInt(text) : null;
  }

  function fromDay(text) {
    if (!/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(text) || text.startsWith("0000")) return null;
    const day = new Date(`${text}T00:00:00Z`);
    return !Number.isNaN(day.getTime()) && day.toISOString().slice(0, 10) === text ? text : null;
  }

  const fromLine = (text) =>
    text !== "" && text.trim() === text && !UNSEEN.test(text) && [...text].length <= 1000
      ? text
      : null;
  const isKeyName = (text) => fromLine(text) !== null && !/[\s+]/u.test(text) && [...text].length <= 200;

  function fromSignature(row) {
    const found = /^— ([^ ]+) ([^ ]+)$/u.exec(row);
    const bytes = found && fromBase64(found[2]);
    if (!found || !isKeyName(found[1]) || !bytes || bytes.length < 5 || bytes.length > 4 + 8191)
      return null;
    return { row, name: found[1], id: hexOf(bytes.slice(0, 4)), value: bytes.slice(4) };
  }

  // Keys.

  async function readKey(text) {
    const [name, id, ...rest] = text.trim().split("+");
    const material = fromBase64(rest.join("+"), 33);
    const wrong = new Refused(`this is no verifier key: ${text.trim().slice(0, 60)}`);
    if (!isKeyName(name) || !material || ![NOTE, COSIGNATURE].includes(material[0])) throw wrong;
    const expected = (await sha256(bytesOf(`${name}\n`), material)).slice(0, 4);
    if (id !== hexOf(expected)) throw wrong;
    return { name, id, kind: material[0], key: material.slice(1) };
  }

  const isBy = (signature, key) => signature.name === key.name && signature.id === key.id;

  const stampOf = (signature) => new DataView(signature.value.buffer).getBigUint64(0);

  async function isGenuine(signature, key, text) {
    let [message, value] = [text, signature.value];
    if (key.kind === COSIGNATURE) {
      if (value.length !== 72) return false;
      const stamp = stampOf(signature);
      if (stamp < 1n || stamp > BigInt(Number.MAX_SAFE_INTEGER)) return false;
      message = `cosignature/v1\ntime ${stamp}\n${text}`;
      value = value.slice(8);
    }
    try {
      const imported = await crypto.subtle.importKey("raw", key.key, "Ed25519", false, ["verify"]);
      return await crypto.subtle.verify("Ed25519", imported, value, bytesOf(message));
    } catch (error) {
      if (error.name === "NotSupportedError")
        throw new Error("this browser does not know Ed25519 signatures: take a newer one");
      return false;
    }
  }

  // The file, line by line.

  function read(content) {
    if (content.length > LARGEST) throw new Refused("this file is larger than any receipt");
    let text;
    try {
      text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(content);
    } catch {
      throw new Refused("this is no text in UTF-8");
    }
    const rows = text.split("\n");
    let at = 0;
    const refuse = (message) => {
      throw new Refused(message, at + 1);
    };
    const exactly = (row) => {
      if (rows[at] !== row) refuse("this line is not the one that stands here in a receipt");
      at += 1;
    };
    const value = (label, from) => {
      const row = rows[at] ?? "";
      const found = row.startsWith(label) ? from(row.slice(label.length)) : null;
      if (found === null) refuse(`this is no line of the kind “${label.trim()}”`);
      at += 1;
      return found;
    };
    const values = (label, from, most) => {
      const found = [];
      while (rows[at] && rows[at].startsWith(label)) found.push(value(label, from));
      if (found.length > most) refuse("there are too many lines of one kind");
      return found;
    };

    ["groundrules receipt 1", "", ...ABOUT, ""].forEach(exactly);
    const statement = {
      agreed: "",
      handle: "",
      kind: "agreement",
      outlet: value("Outlet: ", fromLine),
      terms: [],
      v: 1,
    };
    statement.handle = value("Promised to: ", fromLine);
    statement.agreed = value("Agreed on: ", fromDay);
    exactly("Terms:");
    statement.terms = values("- ", fromLine, 64);
    if (!statement.terms.length) refuse("there are no terms");
    exactly("");

    const place = {
      ledger: hexOf(value("ledger ", (text) => fromHex(text, 16))),
      entry: hexOf(value("entry ", (text) => fromHex(text, 16))),
      written: value("written ", fromDay),
      chain: hexOf(value("chain ", (text) => fromHex(text, 32))),
    };
    const salt = value("salt ", (text) => fromHex(text, 32));
    const digests = values("digest ", fromDigest, 16);
    if (digests.some(([name], one) => name === "statement" || (one && digests[one - 1][0] >= name)))
      refuse("the digests above stand in no order, or one of them twice");
    exactly("");

    exactly("c2sp.org/tlog-proof@v1");
    const index = value("index ", fromDecimal);
    const proof = values("", (text) => fromBase64(text, 32), 63);
    exactly("");
    const checkpoint = { line: at + 1, origin: value("", (text) => (isKeyName(text) ? text : null)) };
    checkpoint.size = value("", fromDecimal);
    checkpoint.root = value("", (text) => fromBase64(text, 32));
    checkpoint.text = `${checkpoint.origin}\n${checkpoint.size}\n${base64Of(checkpoint.root)}\n`;
    exactly("");
    const signatures = values("—", (text) => fromSignature(`—${text}`), 64);
    const keys = signatures.map((one) => `${one.name} ${one.id}`);
    if (!keys.length || new Set(keys).size !== keys.length)
      refuse("the checkpoint above has no signature, or one of them twice");
    exactly("");
    const tokens = values("token ", (text) => text, Infinity);
    if (tokens.length) {
      const token = tokens.join("");
      const chunks = token.match(/.{1,76}/g) ?? [];
      if (!token || fromBase64(token) === null || chunks.join() !== tokens.join())
        refuse("the token above is spelt otherwise than tokens are");
      exactly("");
    }
    const line = at + 1;
    const signature = fromSignature(rows[at] ?? "");
    if (!signature || rows.length !== at + 2 || rows[at + 1] !== "")
      refuse("one signature stands at the end of a receipt, and here it does not");
    const signed = `${rows.slice(0, at - 1).join("\n")}\n`;
    const all = { statement, place, salt, digests, index, proof, checkpoint, signatures };
    return { ...all, hasToken: tokens.length > 0, signature, signed, line };
  }

  function fromDigest(text) {
    const found = /^([a-z][a-z0-9-]{0,31}) ([0-9a-f]{64})$/.exec(text);
    return found && [found[1], found[2]];
  }

  // The tree: RFC 9162, section 2.1.3.2.

  async function rootOf(leaf, index, size, proof) {
    if (index >= size) return null;
    let [place, end, found] = [index, size - 1n, leaf];
    for (const one of proof) {
      if (end === 0n) return null;
      if (place & 1n || place === end) {
        found = await sha256(Uint8Array.of(1), one, found);
        while (place !== 0n && !(place & 1n)) [place, end] = [place >> 1n, end >> 1n];
      } else {
        found = await sha256(Uint8Array.of(1), found, one);
      }
      [place, end] = [place >> 1n, end >> 1n];
    }
    return end === 0n ? found : null;
  }

  // JSON.stringify writes strings as RFC 8785 asks for; the keys stand in their order already.
  async function leafOf(receipt) {
    const { place, salt } = receipt;
    const digest = hexOf(await sha256(salt, bytesOf(JSON.stringify(receipt.statement))));
    const listed = [...receipt.digests, ["statement", digest]].sort(([a], [b]) => (a < b ? -1 : 1));
    const leaf = {
      chain: place.chain,
      commitment: hexOf(await sha256(bytesOf(JSON.stringify(listed)))),
      day: place.written,
      id: place.entry,
      ledger: place.ledger,
      v: 1,
    };
    return sha256(Uint8Array.of(0), bytesOf(JSON.stringify(leaf)));
  }

  const dated = (stamp) =>
    stamp < 253402300800n
      ? new Date(Number(stamp) * 1000).toISOString().slice(0, 19).replace("T", " ") + " UTC"
      : "a time beyond the calendar";

  async function prove(receipt, keys, wanted) {
    const { checkpoint, signatures, signature } = receipt;
    const [log] = signatures;
    if (log.name !== checkpoint.origin)
      throw new Refused("the first signature is not that of the log", checkpoint.line + 4);
    if (!isBy(signature, log))
      throw new Refused("another key has signed the receipt than its checkpoint", receipt.line);
    const { index, proof } = receipt;
    const root = await rootOf(await leafOf(receipt), index, checkpoint.size, proof);
    if (!root || !isSame(root, checkpoint.root))
      throw new Refused("the log at this checkpoint does not hold this agreement", checkpoint.line + 2);
    if (!keys.some((key) => key.kind === NOTE)) return [];

    const signers = [];
    for (const [at, one] of signatures.entries()) {
      const key = keys.find((known) => isBy(one, known));
      if (!key) continue;
      if (!(await isGenuine(one, key, checkpoint.text)))
        throw new Refused("this signature is not of the key that it names", checkpoint.line + 4 + at);
      signers.push([one, key]);
    }
    const owner = signers.find(([one, key]) => key.kind === NOTE && one.name === checkpoint.origin);
    if (!owner)
      throw new Refused("no outlet's key that you trust has signed this", checkpoint.line);
    if (!isBy(signature, owner[1]) || !(await isGenuine(signature, owner[1], receipt.signed)))
      throw new Refused("the outlet's key has not signed this receipt", receipt.line);
    const seen = signers.filter(([, key]) => key.kind === COSIGNATURE);
    if (seen.length < wanted)
      throw new Refused(
        `${seen.length} of the witnesses that you trust have cosigned, not ${wanted}`,
        checkpoint.line,
      );
    return [
      { point: "outlet", words: `the outlet's key, ${owner[1].name}, has signed all of it` },
      {
        point: "logged",
        words: `the agreement is entry ${index + 1n} of ${checkpoint.size} in the outlet's log`,
      },
      ...seen.map(([one, key]) => ({
        point: "witnessed",
        words: `the witness ${key.name} has seen the log at this size, on ${dated(stampOf(one))}, it says`,
      })),
    ];
  }

  function unproved(receipt, proved) {
    const points = new Set(proved.map((one) => one.point));
    const words = [];
    if (!points.has("outlet"))
      words.push(
        "who made it: anybody could have. Ask the outlet for its verifier key in another way than " +
          "you got this file, and enter it here",
      );
    if (!points.has("witnessed"))
      words.push(
        "that the outlet shows everybody the same log: no witness whose key was given has " +
          "cosigned, so the outlet could have rewritten it",
      );
    words.push(
      receipt.hasToken
        ? "when it was made: it holds a token of a time-stamping authority, which this page does " +
            "not verify; `groundrules receipt verify --tsa` does"
        : "when it was made, other than by the outlet's own word: it holds no token",
    );
    words.push("who was promised this, and that these were the words that were spoken");
    return words;
  }

  // content: a Uint8Array; keys: lines of text, those of outlets and those of witnesses;
  // wanted: how many of the witnesses must have cosigned.
  async function verify(content, keys, wanted) {
    const known = new Map();
    for (const text of keys) {
      const key = await readKey(text);
      known.set(`${key.name} ${key.id}`, key);
    }
    const trusted = [...known.values()];
    let receipt = null;
    try {
      receipt = read(content);
      const proved = await prove(receipt, trusted, wanted);
      const outcome = trusted.some((key) => key.kind === NOTE) ? "holds" : "unproved";
      const left = unproved(receipt, proved);
      return { outcome, statement: receipt.statement, proved, unproved: left, message: "", line: 0 };
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      const { message, line } = error;
      const statement = receipt && receipt.statement;
      return { outcome: "refused", statement, proved: [], unproved: [], message, line };
    }
  }

  return { verify, readKey, Refused, COSIGNATURE };
})();

if (typeof module !== "undefined") module.exports = groundrulesReceipts;
