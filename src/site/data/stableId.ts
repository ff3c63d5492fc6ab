import { createHash } from "node:crypto";

/**
 * An identifier that stays the same wherever the site stands and whenever it is made: a UUID of the eighth kind, made of a hash.
 *
 * Source: RFC 9562, section 5.8.
 */
export function stableUuid(name: string): string {
  const hash = createHash("sha256").update(name).digest("hex");
  const variant = "89ab"[Number.parseInt(hash[16] ?? "0", 16) % 4];
  const parts = [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `${variant}${hash.slice(17, 20)}`,
  ];
  return [...parts, hash.slice(20, 32)].join("-");
}
