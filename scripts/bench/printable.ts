import { readFile } from "node:fs/promises";

/** The HTML of a paper as it was printed: links to other papers as the print takes them. */
export const printable = async (file: string): Promise<string> =>
  (await readFile(file, "utf8")).replaceAll(/href="(?:\.\.\/)+([^"#]+)\.html/g, 'href="paper:$1');
