import type { CDPSession, Page, Protocol } from "puppeteer";

/** How many pieces of text one message lists at most. */
const enough = 5;

/**
 * Pieces of the page's text that are set in a font which the page did not bring along, innermost elements first.
 * Slow (it asks for each element); for the case that something is known to be wrong.
 */
export async function findForeignText(page: Page): Promise<string[]> {
  const session = await page.createCDPSession();
  try {
    await session.send("DOM.enable");
    await session.send("CSS.enable");
    const { root } = await session.send("DOM.getDocument", { depth: -1 });
    const found: string[] = [];
    await search(session, root, found);
    return found;
  } finally {
    await session.detach();
  }
}

/** True when the node or something in it was added to `found`. */
async function search(session: CDPSession, node: Protocol.DOM.Node, found: string[]): Promise<boolean> {
  let within = false;
  for (const child of node.children ?? []) {
    if (found.length < enough && (await search(session, child, found))) within = true;
  }
  const text = ownText(node);
  if (within || text === "" || found.length >= enough) return within;
  const { fonts } = await session.send("CSS.getPlatformFontsForNode", { nodeId: node.nodeId });
  if (fonts.every((font) => font.isCustomFont)) return false;
  found.push(text);
  return true;
}

const elementNode = 1;
const textNode = 3;

function ownText({ nodeType, children = [] }: Protocol.DOM.Node): string {
  if (nodeType !== elementNode) return "";
  return children
    .filter((child) => child.nodeType === textNode)
    .map((child) => child.nodeValue)
    .join("")
    .trim();
}
