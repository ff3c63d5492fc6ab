/**
 * A function that answers once for the same object, and where it takes another value, for the same two: what it was made of is known by being
 * the same, so nothing it is given or gives may be changed. Answers are let go of with the first.
 */
export function once<A extends object, B extends [] | [unknown], T>(
  make: (a: A, ...b: B) => T,
): (a: A, ...b: B) => T {
  const known = new WeakMap<A, Map<unknown, { readonly answer: T }>>();
  return (a, ...b) => {
    const answers = known.get(a) ?? new Map<unknown, { readonly answer: T }>();
    known.set(a, answers);
    const before = answers.get(b[0]);
    if (before !== undefined) return before.answer;
    const answer = make(a, ...b);
    answers.set(b[0], { answer });
    return answer;
  };
}
