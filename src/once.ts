/**
 * A function of two that answers once for the same two: what it was made of is known by being the same object, so nothing it is given or
 * gives may be changed. Answers are let go of with the first.
 */
export function once<A extends object, B, T>(make: (a: A, b: B) => T): (a: A, b: B) => T {
  const known = new WeakMap<A, Map<B, { readonly answer: T }>>();
  return (a, b) => {
    const answers = known.get(a) ?? new Map<B, { readonly answer: T }>();
    known.set(a, answers);
    const before = answers.get(b);
    if (before !== undefined) return before.answer;
    const answer = make(a, b);
    answers.set(b, { answer });
    return answer;
  };
}
