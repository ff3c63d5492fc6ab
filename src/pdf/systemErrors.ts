// `instanceof Error` would fail for errors made in another realm, as the system's are for code that jest runs.

/** True when `error` is one of the system's errors with that code, e.g. `ENOENT`. */
export const hasCode = (error: unknown, code: string): boolean =>
  typeof error === "object" && error !== null && "code" in error && error.code === code;

/** The first line of what an error says. */
export function messageOf(error: unknown): string {
  const message =
    typeof error === "object" && error !== null && "message" in error ? String(error.message) : String(error);
  return message.split("\n")[0] ?? "";
}
