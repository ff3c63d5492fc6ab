import { posix } from "node:path";

/** What a page may load besides itself: bytes by relative address, e.g. `fonts/source-sans-3-400.woff2`. */
export type Resources = ReadonlyMap<string, Uint8Array>;

const contentTypes: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".jpeg": "image/jpeg",
  ".jpg": "image/jpeg",
  ".otf": "font/otf",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".ttf": "font/ttf",
  ".webp": "image/webp",
  ".woff": "font/woff",
  ".woff2": "font/woff2",
};

/** The content type that the address's ending stands for. */
export const contentTypeOf = (address: string): string =>
  contentTypes[posix.extname(address).toLowerCase()] ?? "application/octet-stream";

/** The made-up site a page is served from; `.invalid` belongs to nobody (RFC 2606). */
export const origin = "http://panelpack.invalid";

/** The relative address of a URL of the made-up site; null for any other URL. */
export const addressOf = (url: string): string | null =>
  url.startsWith(`${origin}/`) ? decodeURIComponent(new URL(url).pathname.slice(1)) : null;
