import { relative, resolve } from "node:path";
import type { Terminal } from "../terminal.ts";
import { refuseInside } from "./outFolder.ts";

/** What the command line asks of a publication; `today` is handed in, so that it can be tested. */
type Asked = { readonly out: string | undefined; readonly today: string };

/** Makes the website, in `output/site` unless a folder is named, and says what of it is new. */
export async function publishCommand(root: string, { out, today }: Asked, terminal: Terminal): Promise<void> {
  const built = resolve(root, "output");
  const site = out === undefined ? resolve(built, "site") : resolve(out);
  await refuseInside(resolve(root, "data"), site);
  const { withEffects } = await import("./withEffects.ts");
  const { paths, written, removed } = await withEffects(root, terminal, async (effects) => {
    const { publish } = await import("../publish.ts");
    return publish(built, site, effects, today);
  });
  const pages = paths.filter((path) => path.endsWith(".html")).length;
  const near = relative(process.cwd(), site);
  terminal.done(
    `${near.startsWith("..") ? site : near}: ${pages} pages, ${paths.length} files; ${written} new or changed, ${removed} removed`,
  );
}
