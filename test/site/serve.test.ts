import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { get, type IncomingMessage } from "node:http";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { MachineError } from "../../src/diagnostic.ts";
import { type SiteServer, serveSite } from "../../src/siteServer.ts";

const scratch = mkdtempSync(join(tmpdir(), "panelpack-serve-"));
let server: SiteServer;

beforeAll(async () => {
  const page = "<html><body><p>Home</p></body></html>";
  const write = (file: string, text: string): void => {
    mkdirSync(dirname(join(scratch, file)), { recursive: true });
    writeFileSync(join(scratch, file), text);
  };
  write("site/index.html", page);
  write("site/measures/theft/index.html", page);
  write("beside/secret.txt", "secret");
  server = await serveSite(join(scratch, "site"), 0, true);
});
afterAll(async () => {
  await server.close();
  rmSync(scratch, { recursive: true, force: true });
});

type Answer = {
  readonly status: number | undefined;
  readonly text: string;
  readonly headers: IncomingMessage["headers"];
};

/** Asks as no browser would: the path goes out as it stands. */
const ask = (path: string, host?: string): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(server.address);
    const headers = host === undefined ? {} : { host };
    get({ hostname, port, path, headers }, (response: IncomingMessage) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("end", () =>
        resolve({
          status: response.statusCode,
          text: Buffer.concat(parts).toString("utf8"),
          headers: response.headers,
        }),
      );
    }).on("error", reject);
  });

test("a page is shown on the loopback address, with the script that loads it anew", async () => {
  expect(server.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
  const { status, text } = await ask("/?q=1");
  expect(status).toBe(200);
  expect(text).toContain("<p>Home</p>");
  expect(text).toContain('<script src="/.panelpack/reload.js"></script>');
  expect((await ask("/.panelpack/reload.js")).text).toContain("EventSource");
});

test("who asks for it under another name gets nothing: a page elsewhere cannot read it by a name of its own", async () => {
  const { port } = new URL(server.address);
  expect((await ask("/", `evil.example:${port}`)).status).toBe(421);
  expect((await ask("/", "127.0.0.1")).status).toBe(421);
  expect((await ask("/", `localhost:${port}`)).status).toBe(200);
});

test("nothing outside the site is shown", async () => {
  for (const path of [
    "/../beside/secret.txt",
    "/%2e%2e/beside/secret.txt",
    "/..%5cbeside%5csecret.txt",
    "/%",
  ]) {
    const { status, text } = await ask(path);
    expect(status).toBe(400);
    expect(text).not.toContain("secret.txt\nsecret");
  }
  expect((await ask("/none/")).status).toBe(404);
});

test("a page's address without its last slash leads to the page, and never to another server", async () => {
  for (const path of ["/measures/theft", "//measures/theft"]) {
    const { status, headers } = await ask(path);
    expect({ status, location: headers.location }).toEqual({ status: 301, location: "/measures/theft/" });
  }
  expect((await ask("/measures/theft/")).headers["content-length"]).toBeDefined();
  expect((await ask("/measures/other")).status).toBe(404);
});

test("pages that are open hear of a change", async () => {
  const heard = new Promise<string>((resolve, reject) => {
    get(`${server.address}.panelpack/changes`, (response) => {
      response.once("data", (part: Buffer) => {
        resolve(part.toString("utf8"));
        response.destroy();
      });
      setTimeout(() => server.reload(), 50);
    }).on("error", reject);
  });
  expect(await heard).toBe("event: change\ndata: site\n\n");
});

test("a port that is taken is told in one line", async () => {
  const port = Number(new URL(server.address).port);
  const second = serveSite(scratch, port, false);
  await expect(second).rejects.toBeInstanceOf(MachineError);
  await expect(second).rejects.toThrow(`Port ${port} is taken: name another with --port.`);
});
