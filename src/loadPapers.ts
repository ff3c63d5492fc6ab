import type { Checked } from "./diagnostic.ts";
import { check } from "./model/check.ts";
import type { MeetingFacts, PaperSource } from "./model/facts.ts";
import { Meeting } from "./model/meeting.ts";
import { type PaperHead, PaperKindHead, paperHeads } from "./model/papers.ts";
import { Released } from "./model/released.ts";
import { type Reading, readChecked, readPage } from "./reading.ts";
import type { YamlSource } from "./sources/yaml.ts";

/** The papers that lie in the folders of quarters, beside their Performance Summary. */
export async function loadQuarterPapers(folder: string, reading: Reading): Promise<PaperSource[]> {
  const quarters = await reading.files.list(folder);
  return (await Promise.all(quarters.map((id) => papersIn(`${folder}/${id}`, id, reading)))).flat();
}

/** Every meeting, and the papers of its folder; what lies in `exempt/` is not asked for. */
export async function loadMeetings(
  folder: string,
  reading: Reading,
): Promise<{ readonly meetings: Map<string, MeetingFacts>; readonly papers: PaperSource[] }> {
  const meetings = new Map<string, MeetingFacts>();
  const papers: PaperSource[] = [];
  for (const id of await reading.files.list(folder)) {
    const read = await readChecked(Meeting, `${folder}/${id}/meeting.yaml`, reading);
    const outside = pdfsOf(await reading.files.list(`${folder}/${id}/papers`));
    const released = await loadReleased(`${folder}/${id}`, reading);
    if (read !== null)
      meetings.set(id, { id, meeting: read.value, outside, released, placeOf: read.yaml.placeOf });
    papers.push(
      ...(await papersIn(`${folder}/${id}`, id, reading)),
      ...(await papersIn(`${folder}/${id}/papers`, id, reading)),
    );
  }
  return { meetings, papers };
}

/** What lies in a meeting's folder `exempt/`: its Markdown papers, as `<meeting>/exempt/<name>`, and the names of its PDFs. */
export async function loadExemptPapers(
  folder: string,
  id: string,
  reading: Reading,
): Promise<{ readonly papers: PaperSource[]; readonly outside: readonly string[] }> {
  const exempt = `${folder}/${id}/exempt`;
  const papers = await papersIn(exempt, `${id}/exempt`, reading);
  return { papers, outside: pdfsOf(await reading.files.list(exempt)) };
}

/** What of a quarter or meeting has gone out; null before the first release. */
export async function loadReleased(folder: string, reading: Reading): Promise<Released | null> {
  const names = await reading.files.list(folder);
  if (!names.includes("released.yaml")) return null;
  return (await readChecked(Released, `${folder}/released.yaml`, reading))?.value ?? null;
}

const pdfsOf = (names: readonly string[]): string[] => names.filter((name) => /\.pdf$/i.test(name));

/** Letters, each in a folder of its own. */
export async function loadCorrespondence(folder: string, reading: Reading): Promise<PaperSource[]> {
  const letters = await reading.files.list(folder);
  const read = letters.map((id) => papersIn(`${folder}/${id}`, `correspondence/${id}`, reading));
  return (await Promise.all(read)).flat();
}

async function papersIn(folder: string, path: string, reading: Reading): Promise<PaperSource[]> {
  const names = (await reading.files.list(folder)).filter((name) => name.endsWith(".md"));
  for (const name of names)
    if (!/^[a-z0-9]+(-[a-z0-9]+)*\.md$/.test(name))
      reading.problems.push({
        place: { file: `${folder}/${name}`, line: 1, column: 1 },
        message: "name a paper by words in small letters, e.g. 02-5-rural-crime-team.md",
      });
  const pictures = await picturesIn(`${folder}/pictures`, reading);
  const papers: PaperSource[] = [];
  for (const name of names) {
    const paper = await loadPaper(folder, name, path, pictures, reading);
    if (paper !== null) papers.push(paper);
  }
  return papers;
}

async function picturesIn(folder: string, reading: Reading): Promise<Map<string, Uint8Array>> {
  const names = (await reading.files.list(folder)).filter((name) => /\.(svg|png|jpe?g)$/i.test(name));
  const read = await Promise.all(
    names.map(async (name) => [name, await reading.files.read(`${folder}/${name}`)] as const),
  );
  return new Map(read);
}

async function loadPaper(
  folder: string,
  name: string,
  path: string,
  pictures: PaperSource["pictures"],
  reading: Reading,
): Promise<PaperSource | null> {
  const page = await readPage(`${folder}/${name}`, reading, headOf);
  return page === null ? null : { path, document: name.replace(/\.md$/, ""), ...page, pictures };
}

/** What the front matter of a paper says, which depends on what kind of paper it is. */
function headOf(frontMatter: YamlSource): Checked<PaperHead> {
  const kind = check(PaperKindHead, frontMatter);
  return kind.ok ? check(paperHeads[kind.value.kind], frontMatter) : kind;
}
