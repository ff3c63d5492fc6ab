// Makes a fresh clone ready: installs the packages once and finds the Node that the project is pinned to.
// Plain JavaScript without dependencies, for any Node from 20 on.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, realpathSync, rmSync, statSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { basename, delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const lockFile = join(root, "package-lock.json");
const modules = join(root, "node_modules");
const stamp = join(modules, ".panelpack-installed");
const neededNode = 24;

/**
 * Installs the packages when they are missing or older than package-lock.json.
 *
 * @returns the path of the Node to run everything with; the process ends with status 3 when there is none
 */
export function bootstrap() {
  if (!isInstalled()) alone(() => isInstalled() || install());
  return projectNode() ?? giveUp(noNode());
}

/**
 * The Node that the project is pinned to, or the running one when that is missing but this one is new enough.
 *
 * @returns null when there is neither
 */
export function projectNode() {
  const pinned = join(modules, "node", "bin", process.platform === "win32" ? "node.exe" : "node");
  if (existsSync(pinned)) return pinned;
  return isNewEnough() ? process.execPath : null;
}

/** True when the Node that runs this can run the project itself. */
export const isNewEnough = () => Number.parseInt(process.versions.node, 10) >= neededNode;

/** What to do when there is no Node that can run the project. */
export function noNode() {
  const why = existsSync(modules)
    ? "npm did not run its install script. Run `npm rebuild node --ignore-scripts=false`, or install Node 24."
    : "the packages are not installed. Run `npm ci`, or `npm start`, which does.";
  return `This needs Node ${neededNode}, and the one that comes with the packages is not there: ${why}`;
}

/** Says what is wrong and what to do, in one line, and ends with the status that means: this machine lacks something. */
export function giveUp(message) {
  console.error(message);
  process.exit(3);
}

const readJson = (file) => JSON.parse(readFileSync(file, "utf8"));
const lockHash = () => createHash("sha256").update(readFileSync(lockFile)).digest("hex");

/** By the stamp of an earlier run; else by npm's own list of what it installed (after a bare `npm ci`). */
function isInstalled() {
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === lockHash()) return true;
  const npmsList = join(modules, ".package-lock.json");
  if (!existsSync(npmsList) || !matches(readJson(lockFile).packages, readJson(npmsList).packages))
    return false;
  writeFileSync(stamp, lockHash());
  return true;
}

/** True when everything that is wanted is there in its version; optional packages may be made for other systems. */
function matches(wanted, installed) {
  return Object.entries(wanted).every(
    ([path, { version, optional, devOptional }]) =>
      path === "" || optional || devOptional || installed[path]?.version === version,
  );
}

function install() {
  console.log("Installing the packages, once; this takes a minute or two …");
  const npm = findNpm() ?? giveUp("npm was not found. Install it (it comes with Node) and run this again.");
  const options = ["--include=dev", "--include=optional", "--no-audit", "--no-fund", "--loglevel=error"];
  const { status, error } = spawnSync(process.execPath, [npm, "ci", ...options], {
    cwd: root,
    stdio: "inherit",
  });
  if (status !== 0) {
    giveUp(
      `The packages could not be installed${error ? ` (${error.message})` : ""}. See npm's message above; then run this again.`,
    );
  }
  writeFileSync(stamp, lockHash());
  console.log("The packages are installed.");
}

/** npm's own JavaScript: the npm that runs this script, or the one that came with this Node, or one on the PATH. */
function findNpm() {
  const given = process.env.npm_execpath;
  const folder = dirname(process.execPath);
  const besideNode = [join(folder, "node_modules"), join(folder, "..", "lib", "node_modules")];
  const candidates = [
    ...(given && basename(given) === "npm-cli.js" ? [given] : []),
    ...besideNode.map((modulesOfNode) => join(modulesOfNode, "npm", "bin", "npm-cli.js")),
    ...(process.env.PATH ?? "").split(delimiter).flatMap(npmIn),
  ];
  return candidates.find((candidate) => existsSync(candidate));
}

/** On POSIX `npm` links to its JavaScript; on Windows that stands in a folder beside it. */
function npmIn(folder) {
  const program = join(folder, "npm");
  const beside = join(folder, "node_modules", "npm", "bin", "npm-cli.js");
  if (!existsSync(program)) return [beside];
  const target = realpathSync(program);
  return target.endsWith(".js") ? [target, beside] : [beside];
}

const staleMs = 15 * 60_000;

/** Runs `work` while no other process does: two `npm ci` at once would wreck what they install. */
function alone(work) {
  const lock = join(root, ".cache", "install.lock");
  mkdirSync(dirname(lock), { recursive: true });
  for (let told = false; !take(lock); told = true) {
    if (!told) console.log("Another process is installing the packages; waiting for it …");
    if (isAbandoned(lock)) takeAway(lock);
    else pause(200);
  }
  // Also after process.exit(), which runs no `finally`.
  const free = () => rmSync(lock, { force: true });
  process.once("exit", free);
  work();
  process.off("exit", free);
  free();
}

function take(lock) {
  try {
    writeFileSync(lock, `${hostname()} ${process.pid}`, { flag: "wx" });
    return true;
  } catch (error) {
    if (error.code === "EEXIST") return false;
    return giveUp(`${lock} cannot be written (${error.code}). Make the project's folder writable.`);
  }
}

/** Of several that find a lock abandoned only one may remove it, or it would remove the next owner's. */
function takeAway(lock) {
  const turn = `${lock}.takeover`;
  if (take(turn)) {
    if (isAbandoned(lock)) rmSync(lock, { force: true });
    rmSync(turn, { force: true });
  } else if (isAbandoned(turn)) rmSync(turn, { force: true });
  else pause(10);
}

function isAbandoned(lock) {
  try {
    const [host, pid] = readFileSync(lock, "utf8").split(" ");
    const ageMs = Date.now() - statSync(lock).mtimeMs;
    return ageMs > staleMs || (host === hostname() && pid !== undefined && !isRunning(Number(pid)));
  } catch {
    return false;
  }
}

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code !== "ESRCH";
  }
}

const pause = (ms) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
