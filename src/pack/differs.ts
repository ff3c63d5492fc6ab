/** A problem where what was found is not what was wanted; of lists, the first place where they part. */
export function differs(what: string, found: unknown, wanted: unknown): string[] {
  if (Array.isArray(found) && Array.isArray(wanted) && found.length === wanted.length)
    return found.flatMap((each, i) => differs(`${what}, ${i + 1}`, each, wanted[i])).slice(0, 1);
  if (Array.isArray(found) && Array.isArray(wanted)) {
    const at = found.findIndex((each, i) => JSON.stringify(each) !== JSON.stringify(wanted[i]));
    const first = at < 0 ? found.length : at;
    return [
      `${what}: ${found.length}, not ${wanted.length}; first ${JSON.stringify(found[first])}, not ${JSON.stringify(wanted[first])}`,
    ];
  }
  const [is, should] = [JSON.stringify(found), JSON.stringify(wanted)];
  return is === should ? [] : [`${what}: ${is}, not ${should}`];
}
