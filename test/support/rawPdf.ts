/** The objects of a PDF by their number, each as it is written between `obj` and `endobj`; the first is the catalog. */
export type RawObjects = Readonly<Record<number, string>>;

/** A PDF of these objects, with a sound cross-reference; `trailer` is what its trailer holds besides. */
export function rawPdf(objects: RawObjects, trailer = ""): Buffer {
  let body = "%PDF-1.7\n";
  const numbers = Object.keys(objects).map(Number);
  const places = new Map<number, number>();
  for (const number of numbers) {
    places.set(number, body.length);
    body += `${number} 0 obj\n${objects[number]}\nendobj\n`;
  }
  const size = Math.max(...numbers) + 1;
  const lines = Array.from({ length: size }, (_, number) => {
    const at = places.get(number);
    return at === undefined ? "0000000000 65535 f \n" : `${String(at).padStart(10, "0")} 00000 n \n`;
  });
  const table = `xref\n0 ${size}\n${lines.join("")}trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\n`;
  return Buffer.from(`${body}${table}startxref\n${body.length}\n%%EOF\n`, "latin1");
}

export const stream = (content: string, dict = ""): string =>
  `<< /Length ${content.length} ${dict} >>\nstream\n${content}\nendstream`;

const metadata = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><dc:title><rdf:Alt><rdf:li xml:lang="x-default">A report</rdf:li></rdf:Alt></dc:title>
<pdfuaid:part>1</pdfuaid:part><pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance></x:xmpmeta>`;

/** A sound tagged paper of one page: a heading and a paragraph. Objects 20 and above are free. */
export const soundObjects: RawObjects = {
  1: `<< /Type /Catalog /Pages 2 0 R /StructTreeRoot 6 0 R /MarkInfo << /Marked true >> /Lang (en-GB) /Metadata 10 0 R
    /ViewerPreferences << /DisplayDocTitle true >> /OutputIntents [<< /S /GTS_PDFA1 >>] >>`,
  2: "<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 595.28 841.89] >>",
  3: `<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Tabs /S /StructParents 0
    /Resources << /Font << /F1 5 0 R >> >> >>`,
  4: stream("/H1 <</MCID 0>> BDC BT /F1 12 Tf (Title) Tj ET EMC /P <</MCID 1>> BDC BT (Words) Tj ET EMC"),
  5: "<< /Type /Font /Subtype /TrueType /BaseFont /ABCDEF+Arial /Encoding /WinAnsiEncoding /FontDescriptor 11 0 R >>",
  6: "<< /Type /StructTreeRoot /K 7 0 R >>",
  7: "<< /S /Document /P 6 0 R /K [8 0 R 9 0 R] >>",
  8: "<< /S /H1 /P 7 0 R /Pg 3 0 R /K 0 >>",
  9: "<< /S /P /P 7 0 R /Pg 3 0 R /K 1 >>",
  10: stream(metadata, "/Type /Metadata /Subtype /XML"),
  11: "<< /Type /FontDescriptor /FontName /ABCDEF+Arial /FontFile2 12 0 R >>",
  12: stream("not a font that could be shown"),
  13: "<< /Title (A report) >>",
};

/** The sound paper with some objects changed, as `[number, from, to]`, and some added. */
export function soundPdf(
  changes: readonly (readonly [number, string, string])[] = [],
  added: RawObjects = {},
): Buffer {
  const objects: Record<number, string> = { ...soundObjects, ...added };
  for (const [number, from, to] of changes) {
    const text = objects[number] ?? "";
    if (!text.includes(from)) throw new Error(`object ${number} does not hold ${from}`);
    objects[number] = text.replace(from, to);
  }
  return rawPdf(objects, "/Info 13 0 R /ID [<00> <00>]");
}
