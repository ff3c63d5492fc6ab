import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, expect, test } from "@jest/globals";
import { sourceFiles, sourceFilesWithExempt } from "../../src/disk.ts";
import { refuseLeaks } from "../../src/leaks.ts";
import { load } from "../../src/load.ts";
import { panelpack } from "../support/cli.ts";
import { people } from "../support/papers.ts";
import { onDisk, problemsOf } from "../support/project.ts";
import { measure } from "../support/register.ts";

const statement = "statement: { prepared: 2020-01-14, reviewed: 2020-01-14, tested: 2020-01-14 }\n";
const project = onDisk(people, ...measure("theft", ["period,value", "2019-10,9", "2019-11,3"]), {
  file: "data/publishing.yaml",
  text: statement,
});
afterAll(() => project.remove());
const write = (file: string, text: string): void => {
  mkdirSync(dirname(join(project.root, file)), { recursive: true });
  writeFileSync(join(project.root, file), text);
};
const site = join(project.root, "output", "site");

test("what nobody has accepted stops the website, and says what to write", async () => {
  const { status, err } = await panelpack(project.root, "publish");
  expect({ status, err }).toMatchObject({
    status: 1,
    err: expect.stringContaining(
      "theft: Theft: 1 count below 5, the last of them in Marlshire, November 2019",
    ),
  });
  expect(err).toContain(
    '{ kind: small-numbers, subject: "theft", upTo: LAST DAY, by: NAME, on: DAY, reason: WHY }',
  );
  expect(existsSync(site)).toBe(false);
  expect(existsSync(join(site, "..", ".site.new"))).toBe(false);
});

test("what a named person has accepted goes out and is shown, with a list of all files", async () => {
  write(
    "data/publishing.yaml",
    `${statement}acceptances:\n  - { kind: small-numbers, subject: theft, upTo: 2019-11-30, by: Ada North, on: 2020-01-14, reason: They were in court. }\n`,
  );
  const { status, err } = await panelpack(project.root, "publish");
  expect({ status, err: status === 0 ? "" : err }).toEqual({ status: 0, err: "" });
  const shown = readFileSync(join(site, "corrections", "index.html"), "utf8");
  for (const words of ["Ada North", "14 January 2020", "They were in court."]) expect(shown).toContain(words);
  const { files } = JSON.parse(readFileSync(join(site, "manifest.json"), "utf8")) as {
    files: { path: string; sha256: string }[];
  };
  expect(files.length).toBeGreaterThan(20);
  for (const { path, sha256 } of files)
    expect(
      createHash("sha256")
        .update(readFileSync(join(site, path)))
        .digest("hex"),
    ).toBe(sha256);
});

test("what is wrong with the finished website leaves the one that is there as it was, and nothing beside it", async () => {
  const manifest = readFileSync(join(site, "manifest.json"), "utf8");
  const list = (page: string): string =>
    [
      "title: What must be published",
      "instruments: [{ citation: The Order, url: https://example.org/order, what: Lists it. }]",
      "groups:",
      "  - title: Who they are",
      "    entries:",
      "      - paragraph: 1(a)",
      "        what: The name of the commissioner",
      "        owner: The office",
      `        links: [{ title: Here, page: ${page} }]`,
      "",
    ].join("\n");
  write("data/specified-information.yaml", list("/nowhere/"));
  const { status, err } = await panelpack(project.root, "publish");
  expect({ status, err }).toMatchObject({
    status: 1,
    err: expect.stringContaining("paragraph 1(a): the website has no page /nowhere/"),
  });
  expect(readFileSync(join(site, "manifest.json"), "utf8")).toBe(manifest);
  expect(readdirSync(join(site, "..")).filter((name) => name.startsWith(".site"))).toEqual([]);
  write("data/specified-information.yaml", list("/measures/"));
  const mended = await panelpack(project.root, "publish");
  expect({ status: mended.status, err: mended.status === 0 ? "" : mended.err }).toEqual({
    status: 0,
    err: "",
  });
  expect(readFileSync(join(site, "manifest.json"), "utf8")).not.toBe(manifest);
});

test("an exempt paper leaves no trace in any file of the website", async () => {
  write(
    "data/meetings/2019-12-03-panel/meeting.yaml",
    'body: panel\nkind: panel\ndate: 2019-12-03\nitems:\n  - { label: "1", title: Sale, paper: exempt/sale, exempt: { paragraphs: [3], reason: Prices., publicInterest: The sale would fail. } }\n',
  );
  write(
    "data/meetings/2019-12-03-panel/exempt/sale.md",
    "---\nkind: appendix\ntitle: Sale\ndate: 2019-12-01\nbody: opcc\nappendix: { letter: A, to: Sale }\n---\n\nThe buyer is Heron Quillfeather Brayshaw of Moorside.\n",
  );
  const { status, err } = await panelpack(project.root, "publish");
  expect({ status, err: status === 0 ? "" : err }).toEqual({ status: 0, err: "" });
  const { files } = JSON.parse(readFileSync(join(site, "manifest.json"), "utf8")) as {
    files: { path: string }[];
  };
  expect(files.map(({ path }) => path)).toContain("meetings/2019-12-03-panel/index.html");
  const traces = files.filter(({ path }) =>
    /exempt\/|quillfeather/i.test(path + readFileSync(join(site, path), "utf8")),
  );
  expect(traces).toEqual([]);
});

test("a file of the website in which something exempt shows stops it, accepted or not", async () => {
  const loaded = await load("data", sourceFiles(project.root));
  const output = (text: string) => [{ path: "data/measures/theft.csv", bytes: Buffer.from(text) }];
  const effects = {
    files: sourceFiles(project.root),
    exemptFiles: sourceFilesWithExempt(project.root),
    progress: () => undefined,
    cacheFolder: join(project.root, "cache"),
  };
  await refuseLeaks(output("measure,reason\ntheft,Late records.\n"), [], loaded, effects);
  const told = await problemsOf(() =>
    refuseLeaks(output("measure,reason\ntheft,As Heron QUILLFEATHER said.\n"), [], loaded, effects),
  );
  expect(told.map(({ place, message }) => `${place.file} ${message}`).join("\n")).toContain(
    "data/measures/theft.csv",
  );
});
