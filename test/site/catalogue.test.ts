import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { Ajv } from "ajv";
import formats from "ajv-formats";
import { parse } from "csv-parse/sync";
import { dataFilesOf, sampleFacts, textOf } from "./siteInput.ts";

type Resource = {
  readonly name: string;
  readonly path: string;
  readonly bytes: number;
  readonly hash: string;
  readonly schema: { readonly fields: readonly { readonly name: string; readonly type: string }[] };
};

const files = sampleFacts.then(dataFilesOf);
const catalogue = async (): Promise<{ readonly resources: readonly Resource[] }> =>
  JSON.parse(textOf(await files, "data/datapackage.json"));

/** The schema says that it is of draft 4, of which it uses nothing that later drafts read otherwise; `textarea` is for editors. */
function validator() {
  const text = readFileSync(
    join(import.meta.dirname, "..", "fixtures", "catalogue", "tabular-data-package.json"),
    "utf8",
  );
  const { $schema, ...schema } = JSON.parse(text);
  expect($schema).toBe("http://json-schema.org/draft-04/schema#");
  const ajv = new Ajv({ strict: false, allErrors: true, formats: { textarea: true } });
  formats.default(ajv);
  return ajv.compile(schema);
}

test("the catalogue is a Tabular Data Package", async () => {
  const validate = validator();
  validate(await catalogue());
  expect(validate.errors ?? []).toEqual([]);
});

test("a catalogue with a wrong name is found out", async () => {
  const validate = validator();
  const { resources } = await catalogue();
  expect(validate({ ...(await catalogue()), resources: [{ ...resources[0], name: "No Name" }] })).toBe(false);
});

test("it names every CSV file, each by a name of its own, with its size, hash, columns and types", async () => {
  const { resources } = await catalogue();
  const csv = (await files).filter(({ path }) => path.endsWith(".csv"));
  expect(resources.map(({ path }) => `data/${path}`).sort()).toEqual(csv.map(({ path }) => path).sort());
  expect(new Set(resources.map(({ name }) => name)).size).toBe(resources.length);
  for (const { path, bytes, hash, schema } of resources) {
    const file = csv.find((one) => one.path === `data/${path}`);
    if (file === undefined) throw new Error(path);
    expect(file.bytes.byteLength).toBe(bytes);
    expect(`sha256:${createHash("sha256").update(file.bytes).digest("hex")}`).toBe(hash);
    const [head = [], ...rows] = parse(Buffer.from(file.bytes), { bom: true }) as string[][];
    expect(head).toEqual(schema.fields.map(({ name }) => name));
    const misfits = rows.flatMap((row) => row.filter((cell, i) => !fits(cell, schema.fields[i]?.type ?? "")));
    expect({ path, misfits }).toEqual({ path, misfits: [] });
  }
});

/** Whether a cell is of a type of Table Schema, or missing. */
function fits(cell: string, type: string): boolean {
  if (cell === "" || type === "string") return true;
  if (type === "number") return /^-?\d+(\.\d+)?$/.test(cell);
  if (type === "boolean") return cell === "true" || cell === "false";
  return type === "date" && /^\d{4}-\d{2}-\d{2}$/.test(cell);
}
