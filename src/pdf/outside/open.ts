import { type PDFContext, type PDFDict, PDFDocument } from "@cantoo/pdf-lib";
import { dictOf, numberIn } from "./objects.ts";
import type { Encryption } from "./paper.ts";

/** An outside file whose objects can be asked for. */
export type Opened = {
  readonly document: PDFDocument;
  readonly catalog: PDFDict;
  readonly encryption: Encryption | null;
  /** The objects before they were decrypted. What is never encrypted (trailer, cross-reference) pdf-lib decrypts by mistake. */
  readonly asFound: PDFContext;
};

/** Why a file cannot be opened: there is nothing in it, it is something else, it is broken, or its password is not known. */
export type NotOpened = "empty" | "not a PDF" | "damaged" | "password";

/**
 * Opens a PDF that somebody else made, as far as it can be.
 *
 * @param passwords tried, after the empty one, where the file is encrypted
 */
export async function openOutside(
  bytes: Uint8Array,
  passwords: readonly string[],
): Promise<Opened | NotOpened> {
  if (bytes.length === 0) return "empty";
  if (!Buffer.from(bytes.subarray(0, 1024)).includes("%PDF-")) return "not a PDF";
  const plain = await parse(bytes);
  if (plain === null) return "damaged";
  const lock = dictOf(plain.context.lookup(plain.context.trailerInfo.Encrypt));
  if (lock === null) return opened(plain, null, plain.context);
  for (const password of ["", ...passwords]) {
    const document = await parse(bytes, password);
    if (document !== null && !document.isEncrypted)
      return opened(document, encryptionOf(lock, password), plain.context);
  }
  return "password";
}

/** pdf-lib reads object after object, whatever the cross-reference says; it throws errors of many kinds, null here. */
async function parse(bytes: Uint8Array, password?: string): Promise<PDFDocument | null> {
  try {
    return await PDFDocument.load(bytes, {
      updateMetadata: false,
      ignoreEncryption: true,
      parseSpeed: Number.POSITIVE_INFINITY,
      ...(password === undefined ? {} : { password }),
    });
  } catch {
    return null;
  }
}

function opened(
  document: PDFDocument,
  encryption: Encryption | null,
  asFound: PDFContext,
): Opened | NotOpened {
  const catalog = dictOf(document.context.lookup(asFound.trailerInfo.Root));
  return catalog === null ? "damaged" : { document, catalog, encryption, asFound };
}

/** What the author's protection forbids (ISO 32000-1:2008, table 22: bits count from 1). */
function encryptionOf(lock: PDFDict, password: string): Encryption {
  const permissions = numberIn(lock, "P") ?? -1;
  const allows = (bit: number): boolean => (permissions & (1 << (bit - 1))) !== 0;
  return {
    needsPassword: password !== "",
    forbidsListening: !allows(10) && !allows(5),
    forbidsAccessibilityBit: !allows(10),
    forbidsChanging: !allows(4) || !allows(11),
  };
}
