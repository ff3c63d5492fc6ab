// Adds to package-lock.json the optional packages made for other systems that its optionalDependencies name but the
// registry at hand could not give, so that `npm ci` accepts the lock. Usage: node complete-lock.mjs package-lock.json
import { readFileSync, writeFileSync } from "node:fs";

const file = process.argv[2];
const lock = JSON.parse(readFileSync(file, "utf8"));
const packages = lock.packages;
/** As Node resolves: in the package's own node_modules, then in those around it. */
const resolves = (path, name) => {
  for (let at = path; ; at = at.slice(0, Math.max(0, at.lastIndexOf("/node_modules/")))) {
    if (packages[`${at === "" ? "" : `${at}/`}node_modules/${name}`]) return true;
    if (at === "") return false;
    if (!at.includes("/node_modules/")) at = "";
    if (at === "" && packages[`node_modules/${name}`]) return true;
    if (at === "") return false;
  }
};
const systems = [
  "aix",
  "android",
  "darwin",
  "freebsd",
  "linux",
  "linuxmusl",
  "netbsd",
  "openbsd",
  "openharmony",
  "sunos",
  "win32",
  "wasm32",
];
const entry = (name, version, parent) => {
  const words = name.split("/").pop().split("-");
  const at = words.findIndex((word) => systems.includes(word));
  if (at < 0) throw new Error(`${name}: which system?`);
  const [os, cpu, abi = ""] = words.slice(at);
  const musl = os === "linuxmusl" || /musl/.test(abi);
  return {
    version,
    ...(os === "wasm32" ? { cpu: ["wasm32"] } : { cpu: [cpu] }),
    ...(parent.dev ? { dev: true } : {}),
    ...(os.startsWith("linux") && abi !== "gnueabihf" ? { libc: [musl ? "musl" : "glibc"] } : {}),
    optional: true,
    ...(os === "wasm32" ? {} : { os: [os === "linuxmusl" ? "linux" : os] }),
  };
};
const added = [];
for (const [path, parent] of Object.entries(packages)) {
  for (const [name, range] of Object.entries(parent.optionalDependencies ?? {})) {
    if (resolves(path, name)) continue;
    const version = /^[\^~]?(\d+\.\d+\.\d+\S*)$/.exec(range)?.[1];
    if (!version) throw new Error(`${path}: ${name}@${range}`);
    packages[`node_modules/${name}`] = entry(name, version, parent);
    added.push(`${name}@${version}`);
  }
}
lock.packages = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => a.localeCompare(b, "en")));
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(added.length, `added\n${added.join("\n")}`);
