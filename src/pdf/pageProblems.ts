import type { ConsoleMessage } from "puppeteer";
import type { Diagnostic } from "../diagnostic.ts";
import type { PageElement, PageInspection, WideElement } from "./pageInspection.ts";
import { type PrintedSource, placeAtLine, placeOf } from "./printError.ts";
import { addressOf } from "./resources.ts";

/** A request that was refused, or failed for the given reason; named where the source writes its address. */
export function requestProblem(source: PrintedSource, url: string, reason?: string): Diagnostic {
  const shown = url.length > 120 ? `${url.slice(0, 120)}…` : url;
  const address = addressOf(url);
  if (reason !== undefined) return at(source, [url], `${shown} failed to load: ${reason}`);
  if (address === null) {
    return at(
      source,
      [url, url.replaceAll("&", "&amp;")],
      `${shown} is outside the document, where nothing may be fetched from`,
    );
  }
  return at(
    source,
    [address, new URL(url).pathname.slice(1)],
    `${address} is not among the document's resources`,
  );
}

/** An error on the browser's console. */
export function consoleProblem(source: PrintedSource, message: ConsoleMessage): Diagnostic {
  const { url = "", lineNumber = 0, columnNumber = 0 } = message.location();
  const place = isSource(url)
    ? placeAtLine(source, lineNumber + 1, columnNumber + 1)
    : placeOf(source, [addressOf(url) ?? url]);
  return { place, message: `the page reports an error: ${message.text()}` };
}

/** An error that a script of the page threw and nobody caught. */
export function scriptProblem(source: PrintedSource, error: unknown): Diagnostic {
  const { message, stack = "" } = error instanceof Error ? error : new Error(String(error));
  const [, url = "", line = "1", column = "1"] = /(https?:[^\s)]+):(\d+):(\d+)/.exec(stack) ?? [];
  const place = isSource(url)
    ? placeAtLine(source, Number(line), Number(column))
    : placeOf(source, [addressOf(url) ?? ""]);
  return { place, message: `a script of the page failed: ${message}` };
}

/** What the loaded page found wrong with itself, but for images whose failed request was `reported` already. */
export function inspectionProblems(
  source: PrintedSource,
  inspection: PageInspection,
  reported: ReadonlySet<string>,
): Diagnostic[] {
  const brokenImages = inspection.brokenImages.filter(({ url }) => !reported.has(url));
  return [
    ...inspection.brokenFonts.map((family) => at(source, [family], `the font ${family} cannot be used`)),
    ...brokenImages.map((image) =>
      at(source, textsOf(image), `the image ${image.tag.slice(0, 120)} cannot be shown`),
    ),
    ...inspection.tooWide.map((element) => tooWideProblem(source, element)),
  ];
}

function tooWideProblem(source: PrintedSource, element: WideElement): Diagnostic {
  const name = `${element.tag.slice(0, 120)}${element.words === "" ? "" : ` (“${element.words}”)`}`;
  const widths = `${Number(element.widthMm.toFixed(1))} mm where the page has ${element.areaMm} mm`;
  return at(source, textsOf(element), `${name} is too wide: it takes ${widths}`);
}

const isSource = (url: string): boolean => addressOf(url) === "";

/** What to look for in the source: the tag as the browser writes it, then its first attribute or its words. */
const textsOf = ({ tag, words }: PageElement): string[] => [
  tag,
  /[\w-]+="[^"]+"/.exec(tag)?.[0] ?? "",
  words,
];

function at(source: PrintedSource, texts: readonly string[], message: string): Diagnostic {
  return { place: placeOf(source, texts), message };
}
