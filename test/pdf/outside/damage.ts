import { degrees, PDFDict, type PDFDocument, PDFName, PDFString } from "@cantoo/pdf-lib";

const name = PDFName.of;

/** A box that is ticked, drawn by itself, which the structure holds as a field of a form. */
export function addField(document: PDFDocument): void {
  const { context, catalog } = document;
  const page = document.getPage(0);
  const ticked = context.register(
    context.stream("0 0 1 rg 0 0 20 10 re f", {
      Subtype: "Form",
      BBox: [0, 0, 20, 10],
      Matrix: [0, 1, -1, 0, 0, 0],
    }),
  );
  const widget = context.obj({
    Subtype: "Widget",
    FT: "Btn",
    AS: "Yes",
    Rect: [300, 700, 310, 720],
    F: 4,
    P: page.ref,
  });
  widget.set(name("AP"), context.obj({ N: { Yes: ticked } }));
  widget.set(name("T"), PDFString.of("agree"));
  widget.set(name("TU"), PDFString.of("I agree"));
  const ref = context.register(widget);
  page.node.addAnnot(ref);
  catalog.set(name("AcroForm"), context.obj({ Fields: [ref], NeedAppearances: true }));
  const root = catalog.lookup(name("StructTreeRoot"), PDFDict);
  const top = root.get(name("K"));
  const element = context.obj({
    Type: "StructElem",
    S: "Form",
    P: top ?? null,
    Pg: page.ref,
    K: { Type: "OBJR", Obj: ref },
  });
  const kids = context.register(context.obj([top ?? null, context.register(element)]));
  root.set(name("K"), kids);
}

/** Two layers with a square each, of which the second is hidden, and a drawing on the hidden one. */
export function addLayers(document: PDFDocument): void {
  const { context, catalog } = document;
  const page = document.getPage(0);
  const [shown, hidden] = ["Notes", "Secret"].map((title) => {
    const group = context.obj({ Type: "OCG" });
    group.set(name("Name"), PDFString.of(title));
    return context.register(group);
  });
  catalog.set(
    name("OCProperties"),
    context.obj({ OCGs: [shown ?? null, hidden ?? null], D: { OFF: [hidden ?? null] } }),
  );
  const drawing = context.register(
    context.stream("% SECRET DRAWING\n1 0 0 rg 0 0 50 50 re f", {
      Subtype: "Form",
      BBox: [0, 0, 50, 50],
      OC: hidden ?? null,
    }),
  );
  const resources = page.node.Resources();
  resources?.set(name("Properties"), context.obj({ L0: shown ?? null, L1: hidden ?? null }));
  const drawings = resources?.lookupMaybe(name("XObject"), PDFDict) ?? context.obj({});
  drawings.set(name("Hidden"), drawing);
  resources?.set(name("XObject"), drawings);
  const content =
    "/OC /L0 BDC /Artifact BMC 0 1 0 rg 400 600 30 30 re f EMC EMC /OC /L1 BDC /Artifact BMC 1 0 0 rg 100 100 77 77 re f EMC EMC q /Hidden Do Q";
  page.node.addContentStream(context.register(context.stream(content)));
}

/** A file, a script, an action at the start, and a state of drawing that is never restored. */
export async function addRunning(document: PDFDocument): Promise<void> {
  await document.attach(new TextEncoder().encode("a secret"), "budget.xlsx", {});
  document.addJavaScript("greet", "app.alert('x')");
  document.catalog.set(name("OpenAction"), document.context.obj({ S: "JavaScript", JS: "app.alert" }));
  document
    .getPage(0)
    .node.addContentStream(document.context.register(document.context.stream("q 0 0 1 1 re W n")));
}

/** Every page a quarter turn further. */
export function turn(document: PDFDocument): void {
  for (const page of document.getPages()) page.setRotation(degrees(page.getRotation().angle + 90));
}
