import { expect, test } from "@jest/globals";
import { fileOf, folderAddress, relativeTo } from "../../src/document/site/addresses.ts";

test("links are relative to the page they stand on, whatever folder the site is in", () => {
  expect(relativeTo("/", "/measures/rape/")).toBe("measures/rape/");
  expect(relativeTo("/measures/rape/", "/")).toBe("../../");
  expect(relativeTo("/measures/rape/", "/measures/homicide/")).toBe("../homicide/");
  expect(relativeTo("/measures/rape/", "/measures/rape/")).toBe("./");
  expect(relativeTo("/measures/rape/", "/measures/#protecting-people")).toBe("../#protecting-people");
  expect(relativeTo("/measures/", "/assets/site.css")).toBe("../assets/site.css");
  expect(relativeTo("/a/b/", "/a/b/c.pdf")).toBe("c.pdf");
  expect(relativeTo("/a/b/c/", "/a/x/c/")).toBe("../../x/c/");
  expect(relativeTo("/", "https://example.org/")).toBe("https://example.org/");
});

test("a page is the index of its folder; quarters, meetings and letters have folders of their own", () => {
  expect(fileOf("/")).toBe("index.html");
  expect(fileOf("/measures/rape/")).toBe("measures/rape/index.html");
  expect(fileOf("/feed.atom")).toBe("feed.atom");
  const meetings = new Set(["2020-03-16-panel"]);
  expect(folderAddress("2020-03-16-panel", meetings)).toBe("/meetings/2020-03-16-panel/");
  expect(folderAddress("2019-20-q3", meetings)).toBe("/quarters/2019-20-q3/");
  expect(folderAddress("correspondence/2018-letter", meetings)).toBe("/correspondence/2018-letter/");
});
