import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { lineHtml, proseHtml } from "../../src/html/markdown.ts";

describe("prose", () => {
  test.each([
    ["One.\n\nTwo.", "<p>One.</p>\n<p>Two.</p>"],
    ["**bold** and *slanted*", "<p><strong>bold</strong> and <em>slanted</em></p>"],
    ["- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"],
    [
      "As said.[^2:note-rape-2]",
      '<p>As said.<sup lang="en-GB-x-noteref"><a href="#note-rape-2"><span role="img" aria-label=" note 2">2</span></a></sup></p>',
    ],
    [
      "[Heddlu *Gwent*]{lang=cy}, [[a link](https://example.org/)]{lang=cy}",
      '<p><span role="generic" lang="cy">Heddlu <em>Gwent</em></span>, <span role="generic" lang="cy"><a href="https://example.org/">a link</a></span></p>',
    ],
    ["[a link](https://example.org/)", '<p><a href="https://example.org/">a link</a></p>'],
  ])("%j is HTML", (text, html) => {
    expect(proseHtml(text)).toBe(html);
  });

  test.each([
    ["<b>bold</b>", "<p>&lt;b&gt;bold&lt;/b&gt;</p>"],
    ["<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"],
    ['<img src="x" onerror="alert(1)">', "<p>&lt;img src=&quot;x&quot; onerror=&quot;alert(1)&quot;&gt;</p>"],
    ["[x](javascript:alert(1))", "<p>[x](javascript:alert(1))</p>"],
    ["A line\n---", "<p>A line</p>\n<hr>"],
    ["5 < 6 & 7 > 6", "<p>5 &lt; 6 &amp; 7 &gt; 6</p>"],
    ["[^x]", "<p>[^x]</p>"],
    ["[x]{lang=c}", "<p>[x]{lang=c}</p>"],
    ["\\[x]{lang=cy}", "<p>[x]{lang=cy}</p>"],
    ['[x]{lang=cy" onclick="x}', "<p>[x]{lang=cy&quot; onclick=&quot;x}</p>"],
    ["[x]{lang=x-notes}", "<p>[x]{lang=x-notes}</p>"],
  ])("%j is shown as text, not obeyed", (text, html) => {
    expect(proseHtml(text)).toBe(html);
  });

  test("of a line has no paragraph round it", () => {
    expect(lineHtml("**One** of three[^1:note-a-1]")).toBe(
      '<strong>One</strong> of three<sup lang="en-GB-x-noteref"><a href="#note-a-1"><span role="img" aria-label=" note 1">1</span></a></sup>',
    );
  });

  test("never lets a tag of the author's through, whatever is written", () => {
    const piece = fc.constantFrom(
      "<",
      ">",
      "script",
      "b",
      "/",
      "img",
      " ",
      "`",
      "\n",
      "*",
      "[",
      "](",
      ")",
      "!",
      '"',
      "&",
      "javascript:",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const tags = [...proseHtml(pieces.join("")).matchAll(/<\/?([a-z0-9]+)/g)].map(([, name]) => name);
        expect(tags.filter((name) => name === "script" || name === "b")).toEqual([]);
        expect(proseHtml(pieces.join(""))).not.toMatch(/(href|src)="javascript:/);
      }),
    );
  });
});
