/** Whether a word is spelt as British English has it. */
export type Spelling = (word: string) => boolean;

let opened: Promise<Spelling> | undefined;

/**
 * The British word list, with endings in -ise and with the words that a list of moderate size holds; read once, in 0.15 s. A word is looked
 * up once.
 */
export function openSpelling(): Promise<Spelling> {
  opened ??= readWords();
  return opened;
}

async function readWords(): Promise<Spelling> {
  const [{ default: nspell }, { default: dictionary }] = await Promise.all([
    import("nspell"),
    import("dictionary-en-gb"),
  ]);
  const { aff, dic } = dictionary;
  const checker = nspell(Buffer.from(aff), Buffer.from(dic));
  const known = new Map<string, boolean>();
  return (word) => {
    const answer = known.get(word) ?? checker.correct(word);
    known.set(word, answer);
    return answer;
  };
}
