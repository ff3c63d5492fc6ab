import { contentSecurityPolicy } from "../document/site/contentSecurity.ts";
import type { SiteFile } from "./site.ts";

/** What the web server says with every file. Who may frame a page cannot be said in a meta tag, so it stands here only. */
const everywhere: Readonly<Record<string, string>> = {
  "Content-Security-Policy": `${contentSecurityPolicy}; frame-ancestors 'none'`,
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cache-Control": "public, max-age=300",
};

/** Kinds of file that web servers often get wrong. */
const types: Readonly<Record<string, string>> = {
  csv: "text/csv; charset=utf-8; header=present",
  atom: "application/atom+xml; charset=utf-8",
  ics: "text/calendar; charset=utf-8",
};

/** What nginx packs, and says the letters of; of HTML it does so unasked. */
const texts = [
  "text/css",
  "text/csv",
  "text/calendar",
  "text/javascript",
  "application/javascript",
  "application/json",
  "application/atom+xml",
  "image/svg+xml",
];

/** `_headers` in the site's root, which Netlify and Cloudflare Pages read. */
export function headersFile(): SiteFile {
  const lines = [
    "/*",
    ...Object.entries(everywhere).map(([name, value]) => `  ${name}: ${value}`),
    ...Object.entries(types).flatMap(([ending, type]) => [`/*.${ending}`, `  Content-Type: ${type}`]),
  ];
  return { path: "_headers", bytes: Buffer.from(`${lines.join("\n")}\n`) };
}

/**
 * The same for nginx, as docs/website.md shows it: put it into the `server` block, with `root` set to the site's folder.
 * `add_header` of a `location` takes the place of those above it, so types are set by `types` instead. What `mime.types` has is not said
 * again, of which nginx would warn; older ones call scripts `application/javascript`. Redirects name no server, since nginx may stand behind
 * one that has another name or speaks TLS.
 */
export const nginxSample = (): string =>
  [
    ...Object.entries(everywhere).map(([name, value]) => `add_header ${name} "${value}" always;`),
    "include mime.types;",
    "types {",
    ...Object.entries(types)
      .filter(([ending]) => ending !== "atom")
      .map(([ending, type]) => `  ${type.split(";")[0]} ${ending};`),
    "}",
    "charset utf-8;",
    `charset_types ${texts.join(" ")};`,
    "gzip on;",
    "gzip_vary on;",
    `gzip_types ${texts.join(" ")};`,
    "absolute_redirect off;",
    "error_page 404 /404.html;",
    "location = /404.html { internal; }",
    "location = /_headers { return 404; }",
    "location / { index index.html; try_files $uri $uri/ =404; }",
  ].join("\n");
