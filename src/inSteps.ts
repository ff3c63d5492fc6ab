import { setImmediate } from "node:timers/promises";

/** Milliseconds of work after which others are let in. */
const turn = 8;

/** Does work that pauses now and then, and lets whatever else has come up, such as answers of the browser, be seen to in its pauses. */
export async function inSteps<T>(work: Generator<void, T, void>): Promise<T> {
  let begun = performance.now();
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
    if (performance.now() - begun < turn) continue;
    await setImmediate();
    begun = performance.now();
  }
}
