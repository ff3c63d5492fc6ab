import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, test } from "@jest/globals";
import { documentAddress, fileOf, pdfAddress } from "../../src/document/site/addresses.ts";
import type { SiteDocument, SiteInput } from "../../src/site/site.ts";
import { siteFiles } from "../../src/site/siteFiles.ts";
import { lazyInputOf, sampleFacts, undrawnStyle } from "./siteInput.ts";

/** The sample's input; `told` learns of each document that is made. */
async function watched(told: (one: SiteDocument) => void): Promise<SiteInput> {
  const input = lazyInputOf(await sampleFacts);
  return {
    ...input,
    documents: async function* () {
      for await (const one of input.documents()) {
        told(one);
        yield one;
      }
    },
  };
}

test("a document is asked for when all files of the last have been taken, and what needs all of them comes after the last", async () => {
  const meetings = new Set((await sampleFacts).meetings.keys());
  const steps: string[] = [];
  const own = new Map<string, string>();
  const input = await watched((one) => {
    const name = `${one.path}/${one.document}`;
    steps.push(`document ${name}`);
    for (const address of [documentAddress(one, meetings), pdfAddress(one)]) own.set(fileOf(address), name);
  });
  for await (const { path } of siteFiles(input, await undrawnStyle())) steps.push(path);
  const turns: { name: string; paths: string[] }[] = [];
  for (const step of steps)
    if (step.startsWith("document ")) turns.push({ name: step.replace("document ", ""), paths: [] });
    else turns.at(-1)?.paths.push(step);
  expect(turns.length).toBeGreaterThan(20);
  for (const { name, paths } of turns.slice(0, -1)) {
    expect(paths.filter((path) => own.get(path) === name)).toHaveLength(2);
    const others = paths.filter(
      (path) => own.get(path) !== name && !path.startsWith(`data/`) && !path.endsWith("/figures/index.html"),
    );
    expect({ name, others }).toEqual({ name, others: [] });
    for (const path of paths.filter((one) => one.startsWith("data/"))) expect(path).toContain(`/${name}`);
  }
  const last = turns.at(-1)?.paths ?? [];
  expect(last).toEqual(expect.arrayContaining(["index.html", "search/index.json", "data/datapackage.json"]));
  expect(last.at(-1)).toBe("manifest.json");
});

test("a document is let go when its turn is over: one or two are there at a time", async () => {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  const made: WeakRef<object>[] = [];
  const input = await watched(({ view, told, register }) => {
    for (const part of [view, told, register]) made.push(new WeakRef(part));
  });
  let most = 0;
  let documents = 0;
  for await (const _ of siteFiles(input, await undrawnStyle())) {
    if (made.length === documents) continue;
    documents = made.length;
    // What a reference was made to is kept until the turn of the event loop is over.
    await new Promise((resolve) => setImmediate(resolve));
    collect();
    most = Math.max(most, made.filter((one) => one.deref() !== undefined).length);
  }
  expect(documents).toBeGreaterThan(60);
  expect(most).toBeLessThanOrEqual(2 * 3);
});

test("packs and papers from outside are read when it is their turn", async () => {
  const order: string[] = [];
  const pdf = (name: string) => async (): Promise<Uint8Array> => {
    order.push(`read ${name}`);
    return Buffer.from(name);
  };
  const meeting = [...(await sampleFacts).meetings.keys()][0] ?? "";
  const input: SiteInput = {
    ...lazyInputOf(await sampleFacts),
    documents: async function* () {},
    packs: [
      { meeting, name: "agenda-pack", pdf: pdf("pack"), pages: 2, inaccessible: [] },
      { meeting, name: "supplement-1", pdf: pdf("supplement"), pages: 1, inaccessible: [] },
    ],
    outside: [
      { meeting, file: "papers/plan.pdf", title: "Plan", pdf: pdf("plan"), pages: 1, inaccessible: null },
    ],
  };
  for await (const { path } of siteFiles(input, await undrawnStyle()))
    if (path.endsWith(".pdf")) order.push(path);
  expect(order).toEqual([
    "read pack",
    `pdf/${meeting}/agenda-pack.pdf`,
    "read supplement",
    `pdf/${meeting}/supplement-1.pdf`,
    "read plan",
    `meetings/${meeting}/papers/plan.pdf`,
  ]);
});
