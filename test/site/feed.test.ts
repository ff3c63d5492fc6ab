import { expect, test } from "@jest/globals";
import type { Facts } from "../../src/model/facts.ts";
import { stableUuid } from "../../src/site/data/stableId.ts";
import { atomFeed } from "../../src/site/feed.ts";
import { type News, newsOf } from "../../src/site/news.ts";
import { factsOf, measure } from "../support/register.ts";
import { readXml, type XmlElement } from "../support/xml.ts";
import { sampleFacts, siteInputOf } from "./siteInput.ts";

const feedOf = (facts: Pick<Facts, "organisation" | "publishing">, news: readonly News[]): XmlElement =>
  readXml(Buffer.from(atomFeed(facts, news, "2020-01-31").bytes).toString("utf8"));
const all = (element: XmlElement, name: string): XmlElement[] =>
  element.children.filter((child) => child.name === name);
const only = (element: XmlElement, name: string): XmlElement => {
  const [first, ...more] = all(element, name);
  if (first === undefined || more.length > 0)
    throw new Error(`${more.length + 1} ${name} in ${element.name}`);
  return first;
};
const timestamp = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;

/** What RFC 4287 asks of a feed and its entries (sections 4.1.1 and 4.1.2). */
function expectAtom(feed: XmlElement): void {
  expect(feed.name).toBe("feed");
  expect(feed.attributes.get("xmlns")).toBe("http://www.w3.org/2005/Atom");
  const entries = all(feed, "entry");
  for (const element of [feed, ...entries]) {
    expect(only(element, "id").text).toMatch(
      /^urn:uuid:[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/,
    );
    expect(only(element, "title").text.trim()).not.toBe("");
    expect(only(element, "updated").text).toMatch(timestamp);
  }
  only(only(feed, "author"), "name");
  const links = all(feed, "link").map(({ attributes }) => attributes.get("rel"));
  expect(links.sort()).toEqual(["alternate", "self"]);
  for (const entry of entries) {
    expect(all(entry, "link")).toHaveLength(1);
    expect(only(entry, "published").text).toMatch(timestamp);
    expect(["text", "html"]).toContain(only(entry, "summary").attributes.get("type"));
  }
  const ids = entries.map((entry) => only(entry, "id").text);
  expect(new Set(ids).size).toBe(ids.length);
}

test("the sample's feed is Atom, the latest first, with links that hold in any folder", async () => {
  const facts = await sampleFacts;
  const feed = feedOf(facts, newsOf(siteInputOf(facts)));
  expectAtom(feed);
  const entries = all(feed, "entry");
  const dates = entries.map((entry) => only(entry, "updated").text);
  expect(dates).toEqual([...dates].sort().reverse());
  const hrefs = entries.map((entry) => only(entry, "link").attributes.get("href"));
  expect(hrefs).toContain("quarters/2019-20-q3/performance-summary/");
  expect(only(feed, "updated").text).toBe(dates[0]);
});

const hostile: News = {
  key: "k",
  on: "2020-02-14",
  kind: "revised",
  title: "Fish & chips ]]> <script>alert(1)</script>\u0000\u{ffff}",
  address: "/measures/fish/",
  sentences: ['<b onclick="x">5 < 6 & 7</b> ]]>'],
};

test("whatever titles and reasons hold, the feed stays well-formed and its words stay words", async () => {
  const facts = await factsOf({
    file: "data/organisation.yaml",
    from: "force: Marlshire Police",
    to: 'force: "Mar & <Shire> Police"',
  });
  const feed = feedOf(facts, [hostile]);
  expectAtom(feed);
  expect(only(feed, "title").text).toBe("Mar & <Shire> Police performance: what was published and corrected");
  const [entry] = all(feed, "entry");
  if (entry === undefined) throw new Error("no entry");
  expect(only(entry, "title").text).toBe("Fish &amp; chips ]]&gt; &lt;script&gt;alert(1)&lt;/script&gt;");
  expect(only(entry, "summary").text).toBe('<p>&lt;b onclick="x"&gt;5 &lt; 6 &amp; 7&lt;/b&gt; ]]&gt;</p>');
});

test("where the website's address is known links are whole, and identifiers do not change", async () => {
  const facts = await factsOf();
  const moved = { ...facts, publishing: { address: "https://example.org/police/", acceptances: [] } };
  const [here, there] = [feedOf(facts, [hostile]), feedOf(moved, [hostile])].map((feed) =>
    only(feed, "entry"),
  );
  if (here === undefined || there === undefined) throw new Error("no entry");
  expect(only(there, "link").attributes.get("href")).toBe("https://example.org/police/measures/fish/");
  expect(only(there, "id").text).toBe(only(here, "id").text);
});

test("a feed without news bears the day that the data are of", async () => {
  const feed = feedOf(await factsOf(), []);
  expectAtom(feed);
  expect(only(feed, "updated").text).toBe("2020-01-31T00:00:00.000Z");
});

const released = (reason: string) => ({
  file: "data/quarters/2019-20-q3/released.yaml",
  text: `releases:
  - { document: performance-summary, by: Ada North, on: 2019-12-10, pages: 1, plan: {}, outputs: [] }
  - { document: performance-summary, by: Ada North, on: 2019-12-12, reason: ${reason}, pages: 9, plan: {}, outputs: [] }
`,
});

test("a second release is a correction with its reason; revisions of a day are one piece of news; nothing is told before its day", async () => {
  const facts = await factsOf(
    released("A wrong month."),
    ...measure("theft", [
      "period,value,status,reason,was,revised",
      "2019-09,8,revised,Late records.,7,2019-12-11",
      "2019-10,10,revised,,9,2019-12-11",
    ]),
  );
  const news = (today: string) => newsOf(siteInputOf(facts, { today, cutOff: "2019-12-31" }));
  expect(news("2019-12-31").map(({ on, kind, title }) => `${on} ${kind} ${title}`)).toEqual([
    "2019-12-12 corrected Correction: Performance Summary, November 2019",
    "2019-12-11 revised Theft: 2 values revised",
    "2019-12-10 published Performance Summary, November 2019",
  ]);
  expect(news("2019-12-31")[0]?.sentences).toEqual([
    "Published again, corrected on 12 December 2019, released by Ada North: 9 pages.",
    "Reason: A wrong month.",
  ]);
  expect(news("2019-12-31")[1]?.sentences).toEqual([
    "Marlshire, September 2019: 8, was 7. Late records.",
    "Marlshire, October 2019: 10, was 9.",
  ]);
  expect(news("2019-12-10")).toHaveLength(1);
});

test("an identifier is a UUID of the eighth kind, and another for another name", () => {
  expect(stableUuid("a")).toMatch(/^[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
  expect(stableUuid("a")).not.toBe(stableUuid("b"));
});
