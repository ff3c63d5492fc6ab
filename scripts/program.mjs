// The program as a few files of JavaScript instead of a thousand modules, which start in half the time. It is made when a clone is set up, kept
// in the cache, and taken only as long as every file that it was made of is as it was; else the modules themselves run.
import { readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const project = fileURLToPath(new URL("..", import.meta.url));

/** Packages that are wanted at nearly every start. All others stay what they are, and are loaded when they are needed. */
const packedIn = [
  "@cantoo/pdf-lib",
  "csv-parse",
  "fastest-levenshtein",
  "gray-matter",
  "handlebars",
  "markdown-it",
  "puppeteer",
  "uqr",
  "yaml",
  "zod",
];

/** The one file that pdf-lib comes as, too, instead of the 340 that its name stands for; for the program and for modules. */
export const wholePdfLib = {
  name: "@cantoo/pdf-lib",
  fileIn: (root) => join(root, "node_modules/@cantoo/pdf-lib/dist/pdf-lib.esm.js"),
};

const folderOf = (root) => join(root, ".cache", "program");

/**
 * The file that runs the program.
 *
 * @returns null where none was made, or one of its files has changed since
 */
export function currentProgram(root = project) {
  try {
    const { name, inputs } = JSON.parse(readFileSync(join(folderOf(root), "current.json"), "utf8"));
    const isSame = inputs.every(([path, stamp]) => stampOf(join(root, path)) === stamp);
    return isSame ? join(folderOf(root), name, "cli.js") : null;
  } catch {
    return null;
  }
}

/** Size, and the moment of the last change of any kind, which nobody can set. */
function stampOf(file) {
  const { size, ctimeNs } = statSync(file, { bigint: true });
  return `${size} ${ctimeNs}`;
}

/**
 * Makes the program of `src/cli.ts` anew, unless it is current; where it cannot be made, says so, and the modules run.
 *
 * @param root the project, or a smaller one
 */
export async function makeProgram(root = project) {
  if (currentProgram(root) !== null) return;
  try {
    await make(root);
  } catch (error) {
    console.warn(`Commands start slower than they could, for no program could be made: ${error.message}`);
  }
}

async function make(root) {
  const { build } = await import("esbuild");
  const folder = folderOf(root);
  const started = Date.now();
  const name = `${started}-${process.pid}`;
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: { cli: join(root, "src/cli.ts") },
    outdir: join(folder, name),
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node24",
    sourcemap: "external",
    sourcesContent: false,
    metafile: true,
    logLevel: "error",
    // Packages that are CommonJS ask for Node's own modules by `require`.
    banner: {
      js: 'import { createRequire as toRequire } from "node:module"; const require = toRequire(import.meta.url);',
    },
    plugins: [atHome, somePackages(root)],
  });
  const paths = [...Object.keys(metafile.inputs), "package-lock.json"];
  if (paths.some((path) => statSync(join(root, path)).ctimeMs >= started))
    throw new Error("a file was changed meanwhile");
  const inputs = paths.map((path) => [path, stampOf(join(root, path))]);
  const beside = join(folder, `current.${process.pid}.tmp`);
  writeFileSync(beside, JSON.stringify({ name, inputs }));
  renameSync(beside, join(folder, "current.json"));
  removeOthers(folder, name);
}

/** Modules find templates, workers and the cache from where they stand: each is told its own place instead of that of the whole. */
const atHome = {
  name: "at-home",
  setup: ({ onLoad }) =>
    onLoad({ filter: /\.ts$/ }, ({ path }) => ({
      loader: "ts",
      contents: readFileSync(path, "utf8")
        .replaceAll("import.meta.dirname", JSON.stringify(dirname(path)))
        .replaceAll("import.meta.url", JSON.stringify(pathToFileURL(path).href)),
    })),
};

const somePackages = (root) => ({
  name: "some-packages",
  setup: ({ onResolve }) =>
    onResolve({ filter: /^[^./]/ }, ({ path, importer }) => {
      if (!importer.startsWith(join(root, "src") + sep)) return;
      if (!packedIn.some((name) => path === name || path.startsWith(`${name}/`)))
        return { path, external: true };
      if (path === wholePdfLib.name) return { path: wholePdfLib.fileIn(root) };
    }),
});

/** Programs of before, but for those of the last hour, which may still run. */
function removeOthers(folder, name) {
  const hour = 3_600_000;
  for (const other of readdirSync(folder))
    if (other !== name && /^\d+-\d+$/.test(other) && Date.now() - Number.parseInt(other, 10) > hour)
      rmSync(join(folder, other), { recursive: true, force: true });
}

// `node scripts/program.mjs` makes it.
if (process.argv[1] === fileURLToPath(import.meta.url)) await makeProgram();
