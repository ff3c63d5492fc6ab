import type { ReadPaper } from "../sources/paperText/paper.ts";
import { claimsOf } from "./claims/claims.ts";
import type { AuditedPaper, OwnPaper } from "./rule.ts";

/** A paper that was read, with what each of its parts claims. */
export const auditedPaper = (read: ReadPaper, own: OwnPaper | null): AuditedPaper => ({
  file: read.file,
  read,
  parts: read.parts.map((part) => ({ part, claims: claimsOf(part) })),
  own,
});
