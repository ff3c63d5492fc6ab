import type { TableView } from "../views.ts";

/** A table with its title, a sentence with the finding, and what was measured. */
export type Titled = { readonly title: string; readonly what: string; readonly table: TableView };
