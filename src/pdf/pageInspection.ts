/** An element of the page: a tag as in `<table id="x">`, its first words, and its tag as the source may write it. */
export type PageElement = { readonly tag: string; readonly words: string };

/** An element that is wider than the page area it stands in; both widths in millimetres. */
export type WideElement = PageElement & { readonly widthMm: number; readonly areaMm: number };

/** What a loaded page says about itself before it is printed. */
export type PageInspection = {
  /** Families of the fonts that the page declares. */
  readonly ownFonts: readonly string[];
  readonly brokenFonts: readonly string[];
  readonly brokenImages: readonly (PageElement & { readonly url: string })[];
  readonly tooWide: readonly WideElement[];
};

// The few parts of the browser's own objects that are used here; the compiler is not told of the others.
type PageNode = {
  readonly tagName: string;
  readonly textContent: string | null;
  readonly outerHTML: string;
  readonly children: Iterable<PageNode>;
  readonly scrollWidth: number;
  readonly dataset?: Readonly<Record<string, string | undefined>>;
  readonly style: { cssText: string; setProperty(name: string, value: string, priority: string): void };
  getBoundingClientRect(): { readonly left: number; readonly right: number };
  matches(selector: string): boolean;
  querySelector(selector: string): PageNode | null;
};
type PageImage = PageNode & { readonly src: string; decode(): Promise<void> };
declare const document: {
  readonly body: PageNode;
  readonly images: Iterable<PageImage>;
  readonly fonts: Iterable<{ readonly family: string; readonly status: string }> & {
    readonly ready: Promise<unknown>;
  };
  querySelectorAll(selector: string): Iterable<PageNode>;
};

/**
 * Runs inside the page: waits for its fonts and images and says what is wrong with it.
 *
 * Anything wider than its page area makes Chromium shrink every page of the document, without a word. So each
 * `[data-page-width]` section (its value the width of its page area in millimetres), and what stands outside
 * of any, is laid out at that width and measured. It must not use anything from outside itself: its text is sent to the browser.
 *
 * @param defaultWidthMm the page area of what stands in no section
 */
export async function inspectPage(defaultWidthMm: number): Promise<PageInspection> {
  const pxPerMm = 96 / 25.4;
  const describe = (node: PageNode): PageElement => ({
    tag: node.outerHTML.slice(0, node.outerHTML.indexOf(">") + 1),
    words: (node.textContent ?? "").trim().split(/\s+/).slice(0, 8).join(" "),
  });

  const sections = [...document.querySelectorAll("[data-page-width]")].map((node) => ({
    node,
    areaMm: Number(node.dataset?.["pageWidth"]),
  }));
  const others = [...document.body.children].filter(
    (child) =>
      !child.matches("[data-page-width], script, style") && !child.querySelector("[data-page-width]"),
  );

  /** The innermost element that reaches over the edge; a drawing counts as one element. */
  const culprit = (area: PageNode, edge: number): PageNode => {
    const over = (node: PageNode): boolean => {
      const { left, right } = node.getBoundingClientRect();
      return right > edge || left + node.scrollWidth > edge;
    };
    let found = area;
    for (let next: PageNode | undefined = area; next !== undefined; ) {
      found = next;
      next = found.tagName.toLowerCase() === "svg" ? undefined : [...found.children].find(over);
    }
    return found;
  };

  const measure = (node: PageNode, left: number, areaMm: number): WideElement[] => {
    const edge = left + areaMm * pxPerMm + 1;
    if (node.getBoundingClientRect().left + node.scrollWidth <= edge) return [];
    const wide = culprit(node, edge);
    const rect = wide.getBoundingClientRect();
    const right = rect.right > edge ? rect.right : rect.left + wide.scrollWidth;
    return [{ ...describe(wide), widthMm: (right - left) / pxPerMm, areaMm }];
  };

  const measureAll = (): WideElement[] => {
    const bodyLeft = document.body.getBoundingClientRect().left;
    return [
      ...others.flatMap((node) => measure(node, bodyLeft, defaultWidthMm)),
      ...sections.flatMap(({ node, areaMm }) => measure(node, node.getBoundingClientRect().left, areaMm)),
    ];
  };

  const findTooWide = (): WideElement[] => {
    const laidOut = [{ node: document.body, areaMm: defaultWidthMm }, ...sections];
    const styles = laidOut.map(({ node }) => node.style.cssText);
    for (const { node, areaMm } of laidOut) {
      node.style.setProperty("box-sizing", "border-box", "important");
      node.style.setProperty("width", `${areaMm}mm`, "important");
    }
    const wide = measureAll();
    laidOut.forEach(({ node }, i) => {
      node.style.cssText = styles[i] ?? "";
    });
    return wide;
  };

  await document.fonts.ready;
  const images = [...document.images];
  const decoded = await Promise.allSettled(images.map((image) => image.decode()));
  const fonts = [...document.fonts];
  return {
    ownFonts: fonts.map(({ family }) => family),
    brokenFonts: fonts.filter(({ status }) => status === "error").map(({ family }) => family),
    brokenImages: images
      .filter((_, i) => decoded[i]?.status === "rejected")
      .map((image) => ({ ...describe(image), url: image.src })),
    tooWide: findTooWide(),
  };
}
