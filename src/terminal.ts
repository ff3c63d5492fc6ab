/** Where a command prints: results on standard output, progress and problems on standard error. */
export type Terminal = {
  print(text: string): void;
  /** What was done: printed unless quiet. */
  done(text: string): void;
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
  const print = (text: string): void => {
    clear();
    stdout.write(`${text}\n`);
  };
  return {
    print,
    done: (text) => {
      if (loudness !== "quiet") print(text);
    },
    progress: (line) => {
      if (loudness === "quiet") return;
      clear();
      pending = overwrites;
      const told = loudness === "verbose" ? `${(performance.now() / 1000).toFixed(2)} s  ${line}` : line;
      stderr.write(overwrites ? told : `${told}\n`);
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
