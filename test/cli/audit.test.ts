import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "@jest/globals";
import { panelpack } from "../support/cli.ts";
import { onDisk } from "../support/project.ts";

const folder = mkdtempSync(join(tmpdir(), "panelpack-audit-"));
const project = onDisk();
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  project.remove();
});

const put = (name: string, content: string | Uint8Array): void => writeFileSync(join(folder, name), content);

put("wrong.md", "# Report\n\n30 of 53 offences (60%) were recent.\n\nThe panel met on 31th May.\n");
put("right.md", "# Report\n\n30 of 50 offences (60%) were recent.\n");

describe("panelpack audit", () => {
  test("writes a note: where, the words, what is wrong with them, what would settle it", async () => {
    const { status, out, err } = await panelpack(folder, "audit", "wrong.md");
    expect({ status, err }).toEqual({ status: 1, err: "" });
    expect(out).toContain("wrong.md: 2 contradictions.\nReport\n");
    expect(out).toContain("\nContradictions\n\n  line 3: “");
    expect(out).toContain("  line 5: “31th");
    expect(out).toMatch(/\(percentage-recomputes\)/);
  });

  test("says that nothing is found, and ends with 0", async () => {
    const { status, out } = await panelpack(folder, "audit", "right.md");
    expect({ status, first: out.split("\n")[0] }).toEqual({ status: 0, first: "right.md: nothing found." });
  });

  test("gives other programs what audit.md promises them", async () => {
    const { status, out } = await panelpack(folder, "audit", "wrong.md", "right.md", "--format", "json");
    const { findings } = JSON.parse(out) as { findings: Record<string, unknown>[] };
    expect(status).toBe(1);
    expect(findings.map(({ file, line, severity }) => [file, line, severity])).toEqual([
      ["wrong.md", 3, "error"],
      ["wrong.md", 5, "error"],
    ]);
    for (const finding of findings)
      expect(Object.keys(finding)).toEqual([
        "rule",
        "severity",
        "file",
        "line",
        "column",
        "message",
        "quote",
        "other",
      ]);
  });

  test("sets the paper beside its findings in one file without scripts", async () => {
    const { status } = await panelpack(folder, "audit", "wrong.md", "--format", "html", "--out", "r.html");
    const html = readFileSync(join(folder, "r.html"), "utf8");
    expect(status).toBe(1);
    expect(html).not.toMatch(/<script|<link|src="http|url\(http/);
    expect(html).toContain("<mark>31th</mark>");
    const targets = [...html.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
    expect(targets.length).toBeGreaterThan(2);
    for (const id of targets) expect(html).toContain(`id="${id}"`);
  });

  test("obeys what the front matter of a paper accepts", async () => {
    put(
      "accepted.md",
      "---\naccepted:\n  - { rule: ordinal-suffix, quote: 31th, by: A. Reader, on: 2020-01-02, reason: quoted so }\n---\n\nThe panel met on 31th May.\n",
    );
    const { status, out } = await panelpack(folder, "audit", "accepted.md");
    expect(status).toBe(0);
    expect(out).toContain("accepted.md: 1 accepted.");
    expect(out).toContain("quoted so (A. Reader, 2020-01-02)");
  });

  test("tells in a line each what it cannot read, and goes on", async () => {
    put("bytes.txt", new Uint8Array([0x41, 0xff, 0xfe, 0x00]));
    put("broken.pdf", "%PDF-1.7\n1 0 obj << /Type /Catalog >>\n");
    put("none.pdf", "no PDF at all");
    const { status, out, err } = await panelpack(
      folder,
      "audit",
      "bytes.txt",
      "broken.pdf",
      "none.pdf",
      "missing.md",
      ".",
      "right.md",
    );
    expect(status).toBe(1);
    expect(err.trim().split("\n")).toEqual([
      "bytes.txt: this file is not text (it holds a NUL)",
      "broken.pdf: this PDF is damaged and cannot be read",
      "none.pdf: this is not a PDF",
      "missing.md: there is no such file",
      ".: this is no file: name a text, a Markdown file or a PDF",
    ]);
    expect(out).toContain("right.md: nothing found.");
  });

  test("holds a paper against the data of the folder that it runs in", async () => {
    writeFileSync(join(project.root, "a.md"), "# Report\n\nIn November 2019, 55 burglaries were recorded.\n");
    const { status, out } = await panelpack(project.root, "audit", "a.md");
    expect(status).toBe(1);
    expect(out).toContain("the data has 54, not 55");
  });
});
