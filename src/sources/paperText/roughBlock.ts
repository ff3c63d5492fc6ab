import type { Marked } from "./markers.ts";
import type { Text } from "./paper.ts";
import type { PaperLine } from "./text.ts";

/** A block before its neighbours have a say in what it is. */
export type Rough = { readonly newPage: boolean; readonly strong: boolean } & (
  | { readonly kind: "table"; readonly lines: readonly PaperLine[] }
  | { readonly kind: "title"; readonly level: number; readonly number: string | null; readonly lines: Text[] }
  | { readonly kind: "item"; readonly marked: Marked; readonly lines: Text[] }
  | { readonly kind: "note"; readonly mark: string; readonly lines: Text[] }
  | { readonly kind: "quote"; readonly lines: Text[] }
  /** `asked`: the name of a question whose words these are, from a directive of our own; `caption`: `Table:` stands before it. */
  | { readonly kind: "text"; readonly lines: Text[]; readonly asked?: string; readonly caption?: true }
);
