/**
 * CodeMirror's styles as constructed style sheets, which a content security policy of `style-src 'self'` allows.
 *
 * By itself it writes them into a `<style>` of the document, for which the policy would have to be weakened.
 * As there, what stands later in the list of an editor is stronger, whenever it came.
 */
import { StyleModule } from "style-mod";

const sheets = new Map<StyleModule, CSSStyleSheet>();
let order: StyleModule[] = [];

StyleModule.mount = (root: Document | ShadowRoot | DocumentOrShadowRoot, given): void => {
  const modules = [given].flat() as StyleModule[];
  if (modules.every((module) => sheets.has(module))) return;
  for (const module of modules) if (!sheets.has(module)) sheets.set(module, sheetOf(module));
  order = [...order.filter((module) => !modules.includes(module)), ...modules];
  const ours = new Set(sheets.values());
  const others = root.adoptedStyleSheets.filter((sheet) => !ours.has(sheet));
  root.adoptedStyleSheets = [...order.flatMap((module) => sheets.get(module) ?? []), ...others];
};

function sheetOf(module: StyleModule): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(module.getRules());
  return sheet;
}
