import { expect, test } from "@jest/globals";
import { formatDiagnostic } from "../../../src/diagnostic.ts";
import { leakProblem, leaksIn, type ReadFile } from "../../../src/pack/leaks/leaks.ts";
import { noMemory, type PlaceHits } from "../../../src/pack/leaks/memory.ts";

const exempt = (text: string, file = "data/meetings/m/exempt/paper.md"): ReadFile => ({ file, text });
const page = (text: string): ReadFile => ({ file: "m/pack.html", text: `<main><p>${text}</p></main>` });
const source = (text: string, file = "data/meetings/m/paper.md"): ReadFile => ({ file, text });

/** What is found, as `kind: words`. */
async function found(output: ReadFile, secret: string, ...sources: ReadFile[]): Promise<string[]> {
  const leaks = await leaksIn([output], [exempt(secret)], sources);
  return leaks.map(({ kind, words }) => `${kind}: ${words}`);
}

test.each([
  [
    "words",
    "the sale is agreed in principle",
    "now the sale is agreed, they say",
    "words: the sale is agreed",
  ],
  ["name", "They met Harriet Quillfeather.", "from H. Harriet Quillfeather", "name: Harriet Quillfeather"],
  ["name", "the report to Quillfeather was late", "seen by quillfeather", "name: Quillfeather"],
  ["reference", "see WP/2020/117 there", "file WP/2020/117", "reference: WP/2020/117"],
  ["reference", "see URN 204-17 there", "urn 20417", "reference: 204-17"],
  ["reference", "claim 0417/2231", "0417/2231", "reference: 0417/2231"],
  ["address", "at CV34 4RL", "cv344rl", "address: CV34 4RL"],
  ["address", "at 14 Mill Lane", "14 Mill Lane", "address: 14 Mill Lane"],
  ["address", "by a.b@example.org", "a.b@example.org", "address: a.b@example.org"],
  ["address", "ring 01926 555012", "+44 1926 555 012", "address: 01926 555012"],
  [
    "address",
    "see https://www.example.org/lease",
    "example.org/lease",
    "address: https://www.example.org/lease",
  ],
  [
    "address",
    "see [it](https://example.org/lease)",
    "example.org/lease",
    "address: https://example.org/lease",
  ],
  ["sum of money", "for £450", "it cost £450.00", "sum of money: £450"],
  ["number", "of 4,567 cases", "all 4567", "number: 4,567"],
])("a leaked %s is found: %s", async (_, secret, output, expected) => {
  expect(await found(page(output), secret)).toContain(expected);
  expect(await found(page("nothing of it is here"), secret)).toEqual([]);
  expect(await found(page(output), secret, source(output))).toEqual([]);
});

const sentence = "the price for the lease is settled";
test.each([
  ["case", "THE PRICE FOR THE LEASE"],
  ["compatibility forms", "ｔｈｅ ｐｒｉｃｅ 𝐟𝐨𝐫 the lease"],
  ["accents", "thé prïce for the leáse"],
  ["soft hyphens", "the pr&shy;ice for the le\u00ADase"],
  ["characters without width", "the pri\u200Bce f\u2060or the lea\uFEFFse"],
  ["hyphens at line ends", "the pri-\nce for the lea-\n  se"],
  ["non-breaking spaces", "the&nbsp;price\u202Ffor&#160;the&#xA0;lease"],
  ["marks", "the *price* — “for” (the) lease"],
  ["elements within words", "the pr<b>i</b>ce f<i>or</i> the lease"],
  ["cells", "<table><tr><td>the</td><td>price</td></tr><tr><td>for</td><td>the lease</td></tr></table>"],
  ["lines", "the<br>price\nfor\n\n\nthe"],
  ["letter by letter", "t h e p r i c e f o r t h e l e a s e"],
  ["no spaces", "underthepriceforthelease"],
  ["attributes", 'see <img alt="the price for the lease">'],
  ["comments", "<!-- the price for the lease -->"],
  ["percent codes", '<a href="?q=the%20price%20for%20the%20lease">x</a>'],
  [
    "files in addresses",
    `<img src="data:image/svg+xml;base64,${Buffer.from("<svg><text>the price for the lease").toString("base64")}">`,
  ],
])("words are found in spite of %s", async (_, output) => {
  expect(await found(page(output), sentence)).not.toEqual([]);
});

test("ligatures and curly quotes are what they stand for", async () => {
  expect(await found(page("O’Quinney’s oﬃce"), "by O'Quinney's office")).toEqual(["name: O'Quinney's"]);
  expect(await found(page("the oﬃce is to be let"), "the office is to be let")).not.toEqual([]);
});

test("marks of Markdown in the exempt source part no words", async () => {
  expect(await found(page("the price for the lease"), "the **pri**ce [for](x.md) the\n> lease")).not.toEqual(
    [],
  );
});

test.each([
  ["1234567", "1,234,567"],
  ["1,234,567", "1 234 567"],
  ["1 234 567", "1234567.50"],
  ["4512", "４５１２"],
  ["£12.5m", "£12,500,000"],
  ["£12,500,000", "£12.5 million"],
  ["£12.5m", "12,500,000"],
  ["12,500,000", "£12.5m"],
  ["4567", "12,4567,8"],
  ["4567", "4567m²"],
  ["£3k", "£3,000.00"],
  ["2,019 pounds", "£2019"],
  ["8675309", "8 6 7 5 3 0 9"],
])("%s is found as %s", async (secret, output) => {
  expect(await found(page(output), `x ${secret} y`)).not.toEqual([]);
});

test.each([
  ["a longer number", "4567", "24567 45671 4567890"],
  ["a year", "in 2020", "in 2020"],
  ["a date", "on 3 February 2020, 2020-02-03 and 03/02/2020", "3 February 2020, 2020-02-03, 03/02/2020"],
  ["a financial year", "in 2019/20", "2019/20"],
  ["numbers in cells", "4567", "<td>45</td><td>67</td><td>4</td><td>567</td>"],
  ["small numbers in cells", "12 of 34, 56 of 78 and 90", "12 34 56 78 90"],
  ["a decimal", "4567", "0.4567 and 12.4567"],
  ["a colour", "456789", '<b style="color:#456789">x</b>'],
  ["a word in a word", "told Forman", "for man, performance, formant"],
  ["places and sizes in a drawing", "4567", '<svg><path d="M4567 4567" x="4567"/></svg>'],
])("%s is no leak", async (_, secret, output) => {
  expect(await found(page(output), secret)).toEqual([]);
});

test("all kinds of outputs are read, and their names", async () => {
  const outputs: ReadFile[] = [
    { file: "m/a.json", text: '{"documents":[{"title":"the price for the lease"}],"Quillfeather":1}' },
    { file: "m/b.csv", text: "measure,value\nthe price,for the lease\n" },
    { file: "m/c.svg", text: "<svg><title>Quill<tspan>feather</tspan></title></svg>" },
    { file: "m/quillfeather-lease.pdf.txt", text: "" },
    { file: "m/Quill%66eather.png", bytes: new Uint8Array([1, 2, 3]) },
    { file: "m/d.txt", bytes: Buffer.from("to Quillfeather") },
  ];
  const leaks = await leaksIn(outputs, [exempt(`${sentence}, says Quillfeather`)], []);
  expect(leaks.map(({ output, where }) => `${output}: ${where}`)).toEqual([
    "m/a.json: keys",
    "m/a.json: documents.title",
    "m/b.csv: text",
    "m/c.svg: text",
    "m/quillfeather-lease.pdf.txt: file name",
    "m/Quill%66eather.png: file name",
    "m/d.txt: text",
  ]);
});

test("outputs that are read one after the other are searched as they are read, with the same result", async () => {
  const outputs = ["to Quillfeather", "nothing", "from Quillfeather"].map(
    (text, i): ReadFile => ({ file: `${i}.txt`, text }),
  );
  const events: string[] = [];
  const memory = noMemory();
  const watched = {
    ...memory,
    hits: {
      get: memory.hits.get.bind(memory.hits),
      set: (key: string, value: readonly PlaceHits[]) => {
        events.push("searched");
        memory.hits.set(key, value);
      },
    },
  };
  async function* reading(): AsyncGenerator<ReadFile> {
    for (const output of outputs) {
      events.push("read");
      yield output;
    }
  }
  const leaks = await leaksIn(reading(), [exempt("To Quillfeather.")], [], watched);
  expect(leaks).toEqual(await leaksIn(outputs, [exempt("To Quillfeather.")], []));
  expect(leaks).toHaveLength(2);
  expect(events).toEqual(["read", "searched", "read", "searched", "read", "searched"]);
});

test("a hash is no number", async () => {
  const json = JSON.stringify({ sha256: `4567${"a".repeat(60)}`, other: "4567" });
  const leaks = await leaksIn([{ file: "build.json", text: json }], [exempt("4567")], []);
  expect(leaks.map(({ where }) => where)).toEqual(["other"]);
});

test("every kind of exempt source is read: front matter, YAML, CSV, text, and of pictures the name", async () => {
  const sources = [
    exempt("---\nauthor: Ada Quillfeather\n---\nText.", "exempt/a.md"),
    exempt("rent: 45678\n", "exempt/b.yaml"),
    exempt("site,rent\nBramblecote Yard,98765\n", "exempt/c.csv"),
    exempt("to Thistlewick\n", "exempt/d.txt"),
    { file: "exempt/plan-of-gorsefield.png", bytes: new Uint8Array([0]) },
  ];
  const output = page("Quillfeather 45678 98765 Bramblecote thistlewick plan of gorsefield");
  const leaks = await leaksIn([output], sources, []);
  expect(leaks.map(({ file, line, kind }) => `${file}:${line} ${kind}`)).toEqual([
    "exempt/a.md:2 name",
    "exempt/b.yaml:1 number",
    "exempt/c.csv:2 name",
    "exempt/c.csv:2 number",
    "exempt/d.txt:1 name",
    "exempt/plan-of-gorsefield.png:1 file name",
  ]);
});

test("a whole passage is one leak, at its first line", async () => {
  const passage = "we all met\nand then agreed to buy it\nas soon as can be";
  const leaks = await leaksIn([page(passage)], [exempt(`\n\n${passage}`)], []);
  expect(leaks).toEqual([
    {
      file: "data/meetings/m/exempt/paper.md",
      line: 3,
      kind: "words",
      words: "we all met and then agreed to buy it as soon as can be",
      output: "m/pack.html",
      where: "text",
    },
  ]);
});

const wordings: ReadFile[] = [
  {
    file: "src/document/pack/sheet.ts",
    // biome-ignore lint/suspicious/noTemplateCurlyInString: code as a text
    text: 'const citation = `By virtue of paragraph ${list(`${a}`)} of Part 1 of Schedule 12A to the Local Government Act 1972`;\nconst stamp = `Agenda Item ${label}`;\nconst pages = `${from} of ${to}`;\nconst none = "To follow";',
  },
  { file: "templates/front.hbs", text: "<p class='foot'>Page {{first}} of {{last}}</p>" },
  source("items:\n  - title: Exempt Minutes\n    text: The Panel is asked to decide.\n", "meeting.yaml"),
];

test.each([
  "By virtue of paragraph 3 of Part 1 of Schedule 12A to the Local Government Act 1972.",
  "Agenda Item 10 Exempt Minutes",
  "Page 140 of 160",
  "Exempt Minutes to follow",
])("a wording of the product is no leak, whatever numbers are filled in: %s", async (said) => {
  expect(await found(page(said), said, ...wordings)).toEqual([]);
  expect(await found(page(said), said)).not.toEqual([]);
});

test("a wording with other words in its slot, or in other company, is a leak", async () => {
  const secret = "Agenda Item 10 Bramblecote lease. By virtue of paragraph five of Part 1.";
  expect(await found(page(secret), secret, ...wordings)).toEqual([
    "name: Bramblecote",
    "words: Agenda Item 10 Bramblecote lease. By virtue of paragraph five of Part 1",
  ]);
});

test("figures in public Markdown are slots, too", async () => {
  const said = "There were 12 crimes fewer than in the year";
  expect(
    await found(page(said), said, source("There were {{crimes}} crimes fewer than in the year")),
  ).toEqual([]);
});

const neighbours = [
  "The rate fell in spring",
  "Total Recorded Crime",
  "Warwickshire Police wrote",
  "A Performance Summary",
].map((text, i) => source(text, `${i}.md`));

test("two public texts that stand side by side are no leak", async () => {
  const cells = page(
    "<table><tr><td>fell in spring</td><td>Total Recorded Crime</td></tr></table>Warwickshire Police | Performance Summary",
  );
  const secret = "What fell in spring total recorded crime, of Police Performance.";
  expect(await found(cells, secret, ...neighbours)).toEqual([]);
  expect(await found(cells, secret, ...neighbours.slice(1))).not.toEqual([]);
});

test.each([
  ["in one line", "<p>fell in spring total recorded crime"],
  ["one word a cell", "<td>in<td>spring<td>total<td>recorded"],
  ["with a part that is not public", "<td>spring total</td><td>recorded crime"],
  ["as a name in one line", "of Police Performance"],
])("the same words %s are a leak", async (_, output) => {
  const secret = "What fell in spring total recorded crime, of Police Performance.";
  expect(await found(page(output), secret, ...neighbours)).toHaveLength(1);
});

test("words filled into a wording are public by themselves", async () => {
  const said = "missing person reports were recorded in";
  // biome-ignore lint/suspicious/noTemplateCurlyInString: code as a text
  const code = source("const sentence = `${what} were recorded in ${month}`;", "src/document/opening.ts");
  expect(await found(page(said), said, code, source("name: Missing person reports"))).toEqual([]);
  expect(await found(page(said), said, source("name: Missing person reports"))).not.toEqual([]);
});

test("a leak is told at its exempt source, with the output and the way out", async () => {
  const [leak] = await leaksIn([page("to Quillfeather")], [exempt("Text.\n\nTo Quillfeather.\n")], []);
  expect(leak && formatDiagnostic(leakProblem(leak))).toBe(
    "data/meetings/m/exempt/paper.md:3:1 exempt name “Quillfeather” stands in the public m/pack.html (text)\n" +
      "No public source says this. If it may be public, move it out of exempt/ into the public paper; if not, nothing of " +
      "this build may go out: please report it, it is a bug of ours.",
  );
});
