import { parseArgs } from "node:util";
import { helpText } from "./commands/help.ts";
import { formatDiagnostic, formatDiagnostics, MachineError, SourceError, UsageError } from "./diagnostic.ts";
import { didYouMean } from "./sources/suggest.ts";
import { type Loudness, openTerminal, type Terminal } from "./terminal.ts";

const options = {
  out: { type: "string" },
  edition: { type: "string" },
  supplement: { type: "boolean" },
  format: { type: "string" },
  by: { type: "string" },
  reason: { type: "string" },
  port: { type: "string" },
  pages: { type: "boolean" },
  quiet: { type: "boolean", short: "q" },
  verbose: { type: "boolean", short: "v" },
  help: { type: "boolean", short: "h" },
  version: { type: "boolean" },
} as const;

type Values = ReturnType<typeof parse>["values"];

/** Which options each command takes besides those that all take. */
const takes: Readonly<Record<string, readonly (keyof typeof options)[]>> = {
  build: ["out", "edition", "supplement"],
  check: ["format"],
  analyse: ["format"],
  audit: ["format", "out"],
  figures: ["format"],
  release: ["by", "reason"],
  publish: ["out"],
  serve: ["port"],
  listen: ["pages"],
  doctor: [],
};

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new UsageError(
      error instanceof Error ? (error.message.split(". ")[0] ?? error.message) : String(error),
    );
  }
}

/** Runs a command line and returns the exit status. */
async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = parse(args);
  const [command, ...rest] = positionals;
  const terminal = openTerminal(loudness(values));
  if (values.version) terminal.print((await import("./version.ts")).version);
  else if (values.help || command === undefined) terminal.print(helpText());
  else return runCommand(command, rest, values, terminal);
  return values.help || values.version ? 0 : 2;
}

const loudness = (values: Values): Loudness =>
  values.quiet ? "quiet" : values.verbose ? "verbose" : "normal";

/** The commands are loaded when they are asked for, so that a mistake in the command line is told at once. */
async function runCommand(
  command: string,
  rest: readonly string[],
  values: Values,
  terminal: Terminal,
): Promise<number> {
  const allowed = Object.hasOwn(takes, command) ? takes[command] : undefined;
  if (allowed === undefined) {
    const known = Object.keys(takes);
    throw new UsageError(`there is no command ${command}. ${didYouMean(command, known, known.length)}`);
  }
  for (const name of ["out", "edition", "supplement", "format", "by", "reason", "port", "pages"] as const)
    if (values[name] !== undefined && !allowed.includes(name))
      throw new UsageError(`${command} takes no --${name}`);
  const root = process.cwd();
  const json = formatOf(values.format, formatsOf(command)) === "json";
  switch (command) {
    case "build":
      await (await import("./commands/build.ts")).buildCommand(
        root,
        rest,
        { out: values.out, edition: values.edition, supplement: values.supplement === true },
        terminal,
      );
      return 0;
    case "check":
      return (await import("./commands/check.ts")).checkCommand(
        root,
        rest,
        { json, today: today() },
        terminal,
      );
    case "analyse":
      await (await import("./commands/analyse.ts")).analyseCommand(
        rest,
        formatOf(values.format, analyseFormats),
        terminal,
      );
      return 0;
    case "audit":
      return (await import("./commands/audit.ts")).auditCommand(
        root,
        rest,
        { format: formatOf(values.format, auditFormats), out: values.out },
        terminal,
      );
    case "figures":
      await (await import("./commands/figures.ts")).figuresCommand(root, rest, json, terminal);
      return 0;
    case "release": {
      const on = today();
      const { releaseCommand } = await import("./commands/release.ts");
      await releaseCommand(root, rest, { by: values.by, reason: values.reason, on }, terminal);
      return 0;
    }
    case "publish":
      if (rest.length > 0) throw new UsageError("publish takes no target: a site is published as a whole");
      await (await import("./commands/publish.ts")).publishCommand(
        root,
        { out: values.out, today: today() },
        terminal,
      );
      return 0;
    case "serve":
      if (rest.length > 0) throw new UsageError("serve takes no target: the site is shown as a whole");
      await (await import("./commands/serve.ts")).serveCommand(
        root,
        { port: values.port, today: today() },
        terminal,
      );
      return 0;
    case "listen":
      return (await import("./commands/listen.ts")).listenCommand(rest, values.pages === true, terminal);
    default:
      if (rest.length > 0) throw new UsageError("doctor takes no target");
      await (await import("./commands/doctor.ts")).doctorCommand(terminal);
      return 0;
  }
}

/** The day, in UTC: the one place that reads the clock. */
const today = (): string => new Date().toISOString().slice(0, 10);

const textOrJson = ["text", "json"] as const;
const analyseFormats = ["text", "json", "svg"] as const;
const auditFormats = ["text", "json", "html"] as const;

const formatsOf = (command: string) =>
  command === "analyse" ? analyseFormats : command === "audit" ? auditFormats : textOrJson;

/** The format asked for, text unless told otherwise. */
function formatOf<Format extends string>(
  format: string | undefined,
  known: readonly ["text", ...Format[]],
): "text" | Format {
  const found = known.find((each) => each === (format ?? "text"));
  if (found === undefined)
    throw new UsageError(`--format takes ${known.slice(0, -1).join(", ")} or ${known.at(-1)}, not ${format}`);
  return found;
}

/** The one place that catches: a mistake in the sources or the command line never shows a stack, a bug of ours always does. */
async function main(): Promise<number> {
  try {
    return await run(process.argv.slice(2));
  } catch (error) {
    if (error instanceof SourceError) {
      const count = new Set(error.problems.map(formatDiagnostic)).size;
      process.stderr.write(
        `${formatDiagnostics(error.problems)}\n\n${count} ${count === 1 ? "problem" : "problems"}. Nothing was written.\n`,
      );
      return 1;
    }
    if (error instanceof Error && error.name === "PrintError" && "problems" in error) {
      process.stderr.write(
        `${error.message}\nThe page could not be printed as it stands. Nothing was written.\n`,
      );
      return 1;
    }
    if (error instanceof UsageError) {
      process.stderr.write(`panelpack: ${error.message}\nSee panelpack --help.\n`);
      return 2;
    }
    if (error instanceof MachineError) {
      process.stderr.write(`panelpack: ${error.message}\n`);
      return 3;
    }
    const { stackInSources } = await import("./stackInSources.ts");
    const told = error instanceof Error ? stackInSources(error.stack ?? error.message) : String(error);
    process.stderr.write(`This is a bug in panelpack, please report it:\n${told}\n`);
    return 70;
  }
}

process.exitCode = await main();
// Nothing is left to do then: ending at once spares the while in which Node gives back its memory piece by piece.
process.once("beforeExit", () => process.exit());
