// Builds every page's script and style into the package, so that nobody who runs it needs Node.
//
//   node build.mjs           writes them
//   node build.mjs --check   writes nothing, and fails with the names that differ
//
// Every src/*.ts is an entry and becomes a script of that name; styles/app.css is the one style; what
// lies in public/ is taken as it is. Folders below src/ are parts of entries.
import { build } from "esbuild";
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";

const here = import.meta.dirname;
const out = join(here, "../src/groundrules/faces/web/static");

const wanted = await everything();
const there = existsSync(out) ? readdirSync(out) : [];
const missing = [...wanted].filter(([name, content]) => !content.equals(read(join(out, name))));
const foreign = there.filter((name) => !wanted.has(name));
if (process.argv.includes("--check")) {
  for (const [name] of missing) console.error(`static/${name} is not what the source builds: run node build.mjs`);
  if (missing.length > 0) process.exitCode = 1;
} else {
  mkdirSync(out, { recursive: true });
  for (const [name, content] of missing) writeFileSync(join(out, name), content);
}
for (const name of foreign) {
  console.error(`static/${name} is built by nothing: remove it, or put it into public/`);
  process.exitCode = 1;
}

/** Every file that belongs into static/, by its name. */
async function everything() {
  const bundled = await bundle();
  const files = new Map(bundled.outputFiles.map((file) => [basename(file.path), Buffer.from(file.contents)]));
  for (const name of listed("public")) files.set(name, read(join(here, "public", name)));
  files.set("LICENSES.txt", Buffer.from(licences(Object.keys(bundled.metafile.inputs))));
  return files;
}

/** The scripts and the style; the same source gives the same bytes on every machine. */
function bundle() {
  const entries = listed("src").filter((name) => name.endsWith(".ts")).map((name) => join("src", name));
  if (existsSync(join(here, "styles/app.css"))) entries.push("styles/app.css");
  return build({
    absWorkingDir: here,
    entryPoints: entries,
    entryNames: "[name]",
    outdir: out,
    bundle: true,
    write: false,
    metafile: true,
    minify: true,
    charset: "utf8",
    format: "iife",
    target: ["chrome120", "firefox120", "safari17.4"],
    legalComments: "none",
    banner: { js: "/* groundrules: built from web/; licences in LICENSES.txt */" },
    external: ["/static/*"],
    loader: { ".svg": "dataurl" },
    logLevel: "warning",
  });
}

/** The licences of what was bundled, each package once, in the order of their names. */
function licences(inputs) {
  const packages = inputs.map((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1]);
  const texts = [...new Set(packages.filter(Boolean))].sort().map(licence);
  return `The scripts of this folder hold code of these packages, under their licences.\n\n${texts.join("\n")}`;
}

function licence(name) {
  const folder = join(here, "node_modules", name);
  const about = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  if (!file) throw new Error(`${name} comes without the text of its licence`);
  const text = readFileSync(join(folder, file), "utf8").replaceAll("\r\n", "\n").trim();
  return `${"=".repeat(72)}\n${name} ${about.version} (${about.license})\n${"=".repeat(72)}\n${text}\n`;
}

function listed(folder) {
  return existsSync(join(here, folder)) ? readdirSync(join(here, folder)).sort() : [];
}

function read(path) {
  return existsSync(path) ? readFileSync(path) : Buffer.alloc(0);
}
