// What the page does with what is dropped on it. What is proved is for the verifier above to say.
"use strict";

(() => {
  const at = (id) => document.getElementById(id);
  const OUTCOMES = {
    holds: "This receipt holds.",
    unproved: "This receipt fits together, but nobody knows yet who made it.",
    refused: "This receipt does not hold.",
  };
  let dropped = null; // the bytes of a file: a text field would hide a change of its line endings

  async function take(file) {
    if (!file) return;
    dropped = new Uint8Array(await file.arrayBuffer());
    at("receipt").value = new TextDecoder().decode(dropped);
    at("name").textContent = file.name;
    at("answer").hidden = true;
  }

  function list(id, words) {
    at(id).replaceChildren(
      ...words.map((one) => {
        const item = document.createElement("li");
        item.textContent = one;
        return item;
      }),
    );
  }

  function show(found) {
    at("answer").className = found.outcome;
    at("outcome").textContent = OUTCOMES[found.outcome];
    at("reason").textContent = found.message && reason(found);
    at("what").hidden = !found.statement || found.outcome === "refused";
    if (found.statement) {
      at("outlet").textContent = found.statement.outlet;
      at("handle").textContent = found.statement.handle;
      at("agreed").textContent = found.statement.agreed;
      list("terms", found.statement.terms);
    }
    list("proved", found.proved.map((one) => one.words));
    list("unproved", found.unproved);
    at("shown").hidden = !found.proved.length;
    at("open").hidden = !found.unproved.length;
    at("answer").hidden = false;
  }

  const reason = ({ message, line }) => (line ? `Line ${line}: ${message}.` : `${message}.`);

  async function verify(event) {
    event.preventDefault();
    const keys = at("keys").value.split("\n").filter((line) => line.trim());
    try {
      if (!globalThis.crypto || !crypto.subtle)
        throw new Error("this browser gives a page that is opened from a file no cryptography");
      const kinds = await Promise.all(keys.map(groundrulesReceipts.readKey));
      const names = kinds.filter((key) => key.kind === groundrulesReceipts.COSIGNATURE);
      const all = new Set(names.map((key) => `${key.name} ${key.id}`)).size;
      const wanted = at("wanted").value === "" ? all : Number(at("wanted").value);
      const content = dropped ?? new TextEncoder().encode(at("receipt").value);
      show(await groundrulesReceipts.verify(content, keys, wanted));
    } catch (error) {
      show({ outcome: "refused", statement: null, proved: [], unproved: [], message: error.message });
      at("outcome").textContent = "It could not be verified.";
    }
    at("answer").scrollIntoView({ block: "nearest" });
  }

  at("form").addEventListener("submit", verify);
  at("file").addEventListener("change", () => take(at("file").files[0]));
  at("receipt").addEventListener("input", () => {
    dropped = null;
    at("name").textContent = "";
  });
  at("receipt").addEventListener("dragover", (event) => {
    event.preventDefault();
    at("receipt").classList.add("over");
  });
  at("receipt").addEventListener("dragleave", () => at("receipt").classList.remove("over"));
  at("receipt").addEventListener("drop", (event) => {
    event.preventDefault();
    at("receipt").classList.remove("over");
    take(event.dataTransfer.files[0]);
  });
})();
