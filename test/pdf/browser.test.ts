import { describe, expect, test } from "@jest/globals";
import { MachineError } from "../../src/diagnostic.ts";
import { explainBrowser, resolveBrowser } from "../../src/pdf/browser.ts";
import { type Machine, type Probe, thisMachine } from "../../src/pdf/machine.ts";

type Invented = Partial<Omit<Machine, "isFile" | "probe" | "list">> & {
  readonly files?: readonly string[];
  readonly broken?: readonly string[];
};

/** A machine that has just these files, all of which start unless they are named as broken. */
function machine({ files = [], broken = [], ...rest }: Invented = {}): Machine {
  const probe = async (path: string): Promise<Probe> =>
    broken.includes(path) ? { starts: false, why: "it is a stub" } : { starts: true, version: "150.0.1.2" };
  const inside = (folder: string): string[] =>
    files
      .filter((file) => file.startsWith(`${folder}/`))
      .map((file) => file.slice(folder.length + 1).split("/")[0] ?? "");
  return {
    platform: "linux",
    arch: "x64",
    variables: { PATH: "/usr/local/bin:/usr/bin" },
    home: "/base",
    isFile: async (path) => files.includes(path),
    list: async (folder) => [...new Set(inside(folder))],
    probe,
    packedBrowser: async () => null,
    cacheFolder: async () => "/nowhere",
    ...rest,
  };
}

const path = async (invented: Invented): Promise<string> => (await resolveBrowser(machine(invented))).path;

describe("resolveBrowser", () => {
  test("takes the one that PANELPACK_BROWSER names before any other", async () => {
    const files = ["/opt/my/chrome-headless-shell", "/usr/bin/chromium"];
    const browser = await resolveBrowser(
      machine({ files, variables: { PANELPACK_BROWSER: "/opt/my/chrome-headless-shell", PATH: "/usr/bin" } }),
    );
    expect(browser).toMatchObject({
      path: "/opt/my/chrome-headless-shell",
      kind: "shell",
      origin: "PANELPACK_BROWSER",
    });
  });

  test.each([
    [[], "there is no such file"],
    [["/opt/wrong"], "does not start: it is a stub"],
  ])("does not take another when PANELPACK_BROWSER is wrong (%j)", async (wrong, why) => {
    const variables = { PANELPACK_BROWSER: "/opt/wrong", PATH: "/usr/bin" };
    const found = resolveBrowser(
      machine({ files: [...wrong, "/usr/bin/chromium"], broken: ["/opt/wrong"], variables }),
    );
    await expect(found).rejects.toThrow(MachineError);
    await expect(found).rejects.toThrow(`PANELPACK_BROWSER: ${why}`);
  });

  test("prefers puppeteer's cache to installed browsers, its shell to its Chrome, and the newest", async () => {
    const cache = "/base/.cache/puppeteer";
    const shell = (version: string): string =>
      `${cache}/chrome-headless-shell/linux-${version}/chrome-headless-shell-linux64/chrome-headless-shell`;
    const chrome = `${cache}/chrome/linux-151.0.0.0/chrome-linux64/chrome`;
    const files = ["/usr/bin/chromium", chrome, shell("99.0.1.0"), shell("150.0.1.0")];
    expect(await path({ files })).toBe(shell("150.0.1.0"));
    expect(await path({ files: ["/usr/bin/chromium", chrome] })).toBe(chrome);
  });

  test("prefers an installed headless shell to a full browser, and passes over a stub", async () => {
    const files = ["/usr/bin/chromium", "/usr/bin/google-chrome", "/usr/bin/chromium-headless-shell"];
    expect(await path({ files })).toBe("/usr/bin/chromium-headless-shell");
    const broken = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"];
    expect(await path({ files, broken })).toBe("/usr/bin/google-chrome");
  });

  test("finds browsers at their usual places on macOS and Windows", async () => {
    const mac = "/base/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";
    expect(await path({ platform: "darwin", arch: "arm64", files: [mac] })).toBe(mac);
    const edge = "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe";
    const variables = { "ProgramFiles(x86)": "C:\\Program Files (x86)" };
    expect(await path({ platform: "win32", files: [edge], variables })).toBe(edge);
  });

  test("says in one line what was tried and the way out when there is none", async () => {
    const found = resolveBrowser(machine({ platform: "darwin", arch: "arm64" }));
    await expect(found).rejects.toThrow(
      "No browser can print here: install Chrome, Chromium or Edge, or set PANELPACK_BROWSER to the path of one " +
        "(PANELPACK_BROWSER: not set; the headless shell of @sparticuz/chromium: made for Linux on x64, this is darwin " +
        "on arm64; puppeteer's cache: none found; installed on this machine: none found).",
    );
  });

  test("goes on to the next place when the packed shell cannot be unpacked", async () => {
    const trials = await explainBrowser(
      machine({
        files: ["/usr/bin/chromium"],
        packedBrowser: async () => ({ folder: "/nowhere", version: "1" }),
        cacheFolder: async () => {
          throw new MachineError("Nothing can be written");
        },
      }),
    );
    expect(trials.map(({ outcome, used }) => [outcome, used])).toEqual([
      ["not set", false],
      ["it could not be unpacked: Nothing can be written", false],
      ["none found", false],
      ["used, version 150.0.1.2", true],
    ]);
  });
});

describe("the packed shell on this machine", () => {
  const here = process.platform === "linux" && process.arch === "x64" ? test : test.skip;

  here("is used, seeing only the font that came with it", async () => {
    const browser = await resolveBrowser({ ...thisMachine, variables: {} });
    expect(browser).toMatchObject({ kind: "shell", fallbackFont: "OpenSans" });
    expect(browser.version).toMatch(/^\d+\.\d+\.\d+\.\d+$/);
    expect(browser.variables["FONTCONFIG_FILE"]).toMatch(/fonts\.conf$/);
  });

  here("takes the libraries that came with it where the system has none", async () => {
    const probe: Machine["probe"] = async (program, variables) =>
      variables["LD_LIBRARY_PATH"]
        ? thisMachine.probe(program, variables)
        : { starts: false, why: "libnss3.so: not found" };
    const browser = await resolveBrowser({
      ...thisMachine,
      variables: { LD_LIBRARY_PATH: "/their/own" },
      probe,
    });
    expect(browser.variables["LD_LIBRARY_PATH"]).toMatch(/\/lib:\/their\/own$/);
  });
});
