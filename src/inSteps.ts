import { setImmediate } from "node:timers/promises";

/** Milliseconds of work after which others are let in. */
const turn = 8;

let begun = performance.now();

/** Where this thread has been at work for a while: lets whatever else has come up, such as answers of the browser, be seen to. */
export async function pause(): Promise<void> {
  if (performance.now() - begun < turn) return;
  await setImmediate();
  begun = performance.now();
}

/** Does work that pauses now and then. */
export async function inSteps<T>(work: Generator<void, T, void>): Promise<T> {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
    await pause();
  }
}
