import { readFile, stat } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import { MachineError } from "./diagnostic.ts";
import { fileOf } from "./document/site/addresses.ts";

/** A website that is shown on this machine alone. */
export type SiteServer = {
  /** "http://127.0.0.1:8000/" */
  readonly address: string;
  /** Has every page that is open loaded anew. */
  reload(): void;
  close(): Promise<void>;
};

const loopback = "127.0.0.1";
const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".svg": "image/svg+xml",
  ".pdf": "application/pdf",
  ".woff2": "font/woff2",
  ".atom": "application/atom+xml; charset=utf-8",
  ".ics": "text/calendar; charset=utf-8",
};

/** What the server adds to each page so that it loads anew; it lies outside the site, under a name that no page has. */
const changes = "/.panelpack/changes";
const reloader = "/.panelpack/reload.js";
const reloadScript = `new EventSource("${changes}").addEventListener("change", () => location.reload());`;

/**
 * Shows a folder's website on 127.0.0.1: to nobody else, and only to who asks for it by that name, so that no page of another site can
 * read it by a name of its own.
 *
 * @param port 0 for any that is free
 * @param live whether pages load anew at `reload()`
 * @throws MachineError when the port is taken
 */
export async function serveSite(folder: string, port: number, live: boolean): Promise<SiteServer> {
  const listeners = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    void answer(request, response, { folder, live, listeners, server });
  });
  await listen(server, port);
  const address = `http://${loopback}:${portOf(server)}/`;
  return {
    address,
    reload: () => {
      for (const listener of listeners) listener.write("event: change\ndata: site\n\n");
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const portOf = (server: Server): number => (server.address() as AddressInfo).port;

const listen = (server: Server, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once("error", (error) => {
      const taken = "code" in error && error.code === "EADDRINUSE";
      reject(
        taken
          ? new MachineError(`Port ${port} is taken: name another with --port.`, { cause: error })
          : error,
      );
    });
    server.listen(port, loopback, resolve);
  });

type Serving = {
  readonly folder: string;
  readonly live: boolean;
  readonly listeners: Set<ServerResponse>;
  readonly server: Server;
};

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { folder, live, listeners, server }: Serving,
): Promise<void> {
  const host = request.headers.host;
  const port = portOf(server);
  if (host !== `${loopback}:${port}` && host !== `localhost:${port}`)
    return say(response, 421, "This is another site.");
  if (request.method !== "GET" && request.method !== "HEAD")
    return say(response, 405, "Pages can only be read.");
  const path = pathOf(request.url ?? "/");
  if (path === null) return say(response, 400, "This is no address.");
  if (live && path === changes) return subscribe(response, listeners);
  if (live && path === reloader) return send(response, ".js", Buffer.from(reloadScript));
  const file = fileOf(path);
  const bytes = await readFile(join(folder, file)).catch(() => null);
  if (bytes === null) {
    if (await isPage(folder, path)) return lead(response, path);
    return say(response, 404, `There is nothing at ${path}.`);
  }
  const type = extname(file);
  send(response, type, live && type === ".html" ? withReloader(bytes) : bytes);
}

/** The path of a request, decoded; null where it is none or would leave the folder. */
function pathOf(url: string): string | null {
  try {
    const path = decodeURIComponent(url.split("?")[0] ?? "/");
    return !path.startsWith("/") || path.includes("\0") || path.split(/[\\/]/).includes("..") ? null : path;
  } catch {
    return null;
  }
}

/** True for a page's address without its last slash, which people type. */
const isPage = (folder: string, path: string): Promise<boolean> =>
  stat(join(folder, path, "index.html")).then(
    (found) => found.isFile(),
    () => false,
  );

/** To the address with its slash, as web servers do. One slash at the start: two would name another server. */
function lead(response: ServerResponse, path: string): void {
  const location = `${encodeURI(path.replace(/^[\\/]+/, "/"))}/`;
  response.writeHead(301, { location, "cache-control": "no-store" });
  response.end();
}

function subscribe(response: ServerResponse, listeners: Set<ServerResponse>): void {
  response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
  response.flushHeaders();
  listeners.add(response);
  response.on("close", () => listeners.delete(response));
}

const withReloader = (page: Buffer): Buffer =>
  Buffer.from(page.toString("utf8").replace("</body>", `<script src="${reloader}"></script>\n</body>`));

function send(response: ServerResponse, type: string, bytes: Uint8Array): void {
  response.writeHead(200, {
    "content-type": types[type] ?? "application/octet-stream",
    "content-length": bytes.length,
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
  });
  response.end(bytes);
}

function say(response: ServerResponse, status: number, words: string): void {
  response.writeHead(status, { "content-type": "text/plain; charset=utf-8" });
  response.end(`${words}\n`);
}
