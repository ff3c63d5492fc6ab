/** Where a command prints: results on standard output, progress and problems on standard error. */
export type Terminal = {
  print(text: string): void;
  /** What happens meanwhile: on a terminal one line that is overwritten, elsewhere a line each; nothing when quiet. */
  progress(line: string): void;
  /** Shown only when asked for with --verbose. */
  detail(line: string): void;
  problem(text: string): void;
};

export type Loudness = "quiet" | "normal" | "verbose";

/** The process's own terminal. */
export function openTerminal(loudness: Loudness): Terminal {
  const { stdout, stderr } = process;
  const overwrites = stderr.isTTY === true && process.env["TERM"] !== "dumb";
  let pending = false;
  const clear = (): void => {
    if (pending) stderr.write("\r\u001B[K");
    pending = false;
  };
  return {
    print: (text) => {
      clear();
      stdout.write(`${text}\n`);
    },
    progress: (line) => {
      if (loudness === "quiet") return;
      clear();
      pending = overwrites;
      stderr.write(overwrites ? line : `${line}\n`);
    },
    detail: (line) => {
      if (loudness !== "verbose") return;
      clear();
      stderr.write(`${line}\n`);
    },
    problem: (text) => {
      clear();
      stderr.write(`${text}\n`);
    },
  };
}
