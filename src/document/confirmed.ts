import type { Facts, MeasureFacts } from "../model/facts.ts";

/** The facts with the averages as they were confirmed when the paper came out: a later decision changes only later papers. */
export function withBaselinesOf(facts: Facts, date: string): Facts {
  const measures = [...facts.measures].map(([id, one]): [string, MeasureFacts] => {
    const baselines = one.measure.baselines.filter((b) => b.confirmedOn <= date);
    return [id, { ...one, measure: { ...one.measure, baselines } }];
  });
  return { ...facts, measures: new Map(measures) };
}
