import { expect, test } from "@jest/globals";
import { resolveBrowser } from "../../../src/pdf/browser.ts";
import { examineGuarded } from "../../../src/pdf/outside/examineGuarded.ts";
import { openPrinter } from "../../../src/pdf/printer.ts";
import { finish, page, tagged } from "../printing.ts";

const body = `<h1 id="top">A paper</h1><p>See <a href="https://example.org/a">the report</a>.</p>
<table><caption>Offences</caption><thead><tr><th>Area</th><th>Number</th></tr></thead>
<tbody><tr><th>North</th><td>12</td></tr></tbody></table>
<svg role="img" aria-label="A square" width="20" height="20"><rect width="20" height="20"/></svg>`;

test("our own finished prints are clean, and the same without the finishing are not", async () => {
  const printer = openPrinter({ browser: await resolveBrowser(), timeoutMs: 30_000 });
  const { pdf } = await printer.print(page(body), tagged).finally(() => printer.close());
  const metadata = { title: "A paper", author: "The office", subject: "A test", date: "2020-03-06" };
  const report = await examineGuarded(await finish(pdf, metadata));
  expect(report.findings).toEqual([]);
  expect(report.verdict).toEqual({ kind: "ready" });
  expect(report.standards.ua).toMatchObject({ claims: "1", couldClaim: true });
  expect(report.standards.a).toMatchObject({ claims: "2A", couldClaim: true });
  expect(report.paper?.structure?.roles).toMatchObject({ H1: 1, Table: 1, TH: 3, Figure: 1, Link: 1 });
  const raw = await examineGuarded(pdf);
  expect(raw.findings.map(({ rule }) => rule)).toContain("links-without-words");
  expect(raw.standards.ua.couldClaim).toBe(false);
});
