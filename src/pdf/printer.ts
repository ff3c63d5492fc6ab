import type { Browser } from "./browser.ts";
import { launch, type RunningBrowser, type Sandbox } from "./launch.ts";
import { PrintError } from "./printError.ts";
import type { Resources } from "./resources.ts";
import { messageOf } from "./systemErrors.ts";
import { openTab, type PrintJob, type Tab } from "./tab.ts";

/** How one document is printed. */
export type PrintOptions = {
  /** The document's name in messages, e.g. `2019-20-q3/performance-summary.html`. */
  readonly file: string;
  /** With structure tags and an outline, or without both, which takes half the time. */
  readonly tagged: boolean;
  /** What the HTML may load, by the address it uses. Everything else is refused, and fails the print. */
  readonly resources?: Resources;
  /** Page area in millimetres of what stands in no `[data-page-width]` section; 170 when not given. */
  readonly defaultWidthMm?: number;
};

/** Prints HTML to PDF with one browser, which is started when it is first needed. */
export type Printer = {
  /**
   * @returns the PDF as Chromium writes it, with its dates and ids (see `openPrint`)
   * @throws PrintError when the page cannot be printed as it stands
   * @throws MachineError when the browser does not start
   * @throws Error when the browser crashed or hung twice
   */
  print(html: string, options: PrintOptions): Promise<{ readonly pdf: Uint8Array }>;
  /** Begins to start the browser, and a tab in it, so that they are there when they are needed; that it does not start is told then. */
  start(): void;
  /** Starts the browser now, and says whether it runs in its sandbox. */
  sandbox(): Promise<Sandbox>;
  /** Ends the browser and removes what it wrote. */
  close(): Promise<void>;
};

/** The browser to print with, and how long one document may take before it counts as hung. */
export type PrinterOptions = {
  readonly browser: Browser;
  readonly timeoutMs?: number;
  /** Starts a browser; tests pass their own. */
  readonly start?: (browser: Browser) => Promise<RunningBrowser>;
};

/** A running browser, and its tabs that are free or about to be. */
type Session = { readonly running: RunningBrowser; readonly idle: Promise<Tab>[] };

/** Opens a printer; several documents may be printed at the same time, each in a tab of its own. */
export function openPrinter({ browser, timeoutMs = 60_000, start = launch }: PrinterOptions): Printer {
  let session: Promise<Session> | undefined;
  const current = (): Promise<Session> => {
    if (session) return session;
    const starting = start(browser).then((running) => ({ running, idle: [] }));
    session = starting;
    starting.catch(() => {
      session = undefined;
    });
    return starting;
  };
  /** Only the first of several prints that saw this browser fail ends it. */
  const discard = async (failed: Promise<Session>): Promise<void> => {
    if (session === failed) session = undefined;
    const { running } = await failed;
    await running.stop();
  };
  const attempt = async (job: PrintJob): Promise<Outcome> => {
    const used = current();
    const { running, idle } = await used;
    try {
      return { pdf: await within(timeoutMs, printIn(running, idle, job)) };
    } catch (error) {
      if (error instanceof PrintError) throw error;
      await discard(used);
      return { failure: error };
    }
  };
  return {
    print: async (html, { file, tagged, resources = new Map(), defaultWidthMm = 170 }) => {
      const { fallbackFont } = browser;
      const job = { source: { file, html }, tagged, resources, defaultWidthMm, fallbackFont };
      const first = await attempt(job);
      const last = "pdf" in first ? first : await attempt(job);
      if ("pdf" in last) return last;
      throw new Error(`The browser failed twice while printing ${file}: ${messageOf(last.failure)}`, {
        cause: last.failure,
      });
    },
    start: () => {
      current().then(
        ({ running, idle }) => {
          const tab = openTab(running.puppet);
          tab.catch(() => undefined);
          idle.push(tab);
        },
        () => undefined,
      );
    },
    sandbox: async () => (await current()).running.sandbox,
    close: async () => {
      if (session) await discard(session);
    },
  };
}

type Outcome = { readonly pdf: Uint8Array } | { readonly failure: unknown };

/** Prints in a free tab, which is free again afterwards; a tab that has seen a failure is closed. */
async function printIn({ puppet }: RunningBrowser, idle: Promise<Tab>[], job: PrintJob): Promise<Uint8Array> {
  const tab = await (idle.pop() ?? openTab(puppet));
  try {
    const pdf = await tab.print(job);
    idle.push(Promise.resolve(tab));
    return pdf;
  } catch (error) {
    if (error instanceof PrintError) await tab.close();
    throw error;
  }
}

/** The result, or an error when it takes longer. */
async function within<T>(timeoutMs: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`it did not finish within ${timeoutMs / 1000} s`)), timeoutMs);
  });
  try {
    return await Promise.race([work, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
