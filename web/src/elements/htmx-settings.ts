/**
 * What htmx may do here. It reads this once, as it is loaded, so this module stands before it.
 *
 * It keeps no page (version 4 has no cache of history), going back asks the server anew, no extension may add
 * itself, nothing is fetched from elsewhere, and its style is in ours.
 */
const SETTINGS = {
  history: "reload",
  includeIndicatorCSS: false,
  mode: "same-origin",
  extensions: "without-eval",
  transitions: false,
  implicitInheritance: false,
  noSwap: [204, 304],
};

const meta = document.createElement("meta");
meta.name = "htmx-config";
meta.content = JSON.stringify(SETTINGS);
document.head.querySelector('meta[name="htmx-config"]')?.remove();
document.head.prepend(meta);
