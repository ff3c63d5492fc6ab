import { describe, expect, test } from "@jest/globals";
import { paperFile, people, problemsIn, scrutinyHead } from "../../support/papers.ts";
import { factsOf } from "../../support/register.ts";

/** Problems of a scrutiny report whose only text, on line 11, is this. */
async function told(text: string): Promise<string[]> {
  const facts = await factsOf(people, paperFile("scrutiny", scrutinyHead, [text]));
  return problemsIn(facts, "scrutiny");
}

describe("what cannot stand in a paper is refused at its place", () => {
  test.each([
    ["Some <b>bold</b> words.", ["11:6 HTML cannot stand in a paper", "11:13 HTML cannot stand in a paper"]],
    [
      "<script>alert(1)</script>",
      ["11:1 HTML cannot stand in a paper", "11:17 HTML cannot stand in a paper"],
    ],
    ["See <iframe src=x>", ["11:5 HTML cannot stand in a paper"]],
    ["[a](javascript:alert(1))", ["11:5 a link cannot lead to javascript:"]],
    ["[a](<JavaScript:alert(1)>)", ["11:6 a link cannot lead to JavaScript:"]],
    [
      "[a](paper:2019-20-q3/performance-sumary#rape)",
      ["11:5 there is no paper `2019-20-q3/performance-sumary`"],
    ],
    ["[a](data:text/html,x)", ["11:5 a link cannot lead to data:"]],
    ["[a]: vbscript:x", ["11:6 a link cannot lead to vbscript:"]],
    ["[a](file:///etc/passwd)", ["11:5 a link cannot lead to file:"]],
    ["![a](../../secret.png)", ["11:1 a paper cannot hold a picture of its own: say in words what it shows"]],
    [
      '{{picture ../secret.svg "A" alt="b" credit="c"}}',
      ["11:11 there is no picture `../secret.svg` in the folder pictures/ beside this paper"],
    ],
  ])("%s", async (text, problems) => {
    expect(await told(text)).toEqual(problems);
  });

  test.each([
    "From 3 < 4 and 5 > 2, a<b.",
    "[The page](https://www.example.org/a:b) and <https://www.example.org>.",
    "[Write](mailto:opcc@example.org) or <opcc@example.org>.",
    "At 10:00 [the panel](#part-1) met.",
  ])("%s stays", async (text) => {
    expect(await told(text)).toEqual([]);
  });
});
