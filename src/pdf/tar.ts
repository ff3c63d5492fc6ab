/** A file of a tar archive; folders and links are left out. */
export type TarFile = { readonly path: string; readonly bytes: Uint8Array };

const block = 512;

/**
 * The files of an uncompressed tar archive, in its order.
 *
 * @throws Error when a path leads out of the archive's own folder, or the archive is cut short
 *
 * Source: POSIX.1-2017, pax, "ustar Interchange Format".
 */
export function readTar(archive: Uint8Array): TarFile[] {
  const files: TarFile[] = [];
  for (let at = 0; at + block <= archive.length && archive[at] !== 0; ) {
    const header = archive.subarray(at, at + block);
    const size = Number.parseInt(text(header, 124, 12), 8);
    const start = at + block;
    if (!(start + size <= archive.length)) throw new Error("The archive is cut short");
    if (isFile(header)) files.push({ path: pathOf(header), bytes: archive.subarray(start, start + size) });
    at = start + Math.ceil(size / block) * block;
  }
  return files;
}

/** Type flag `0`, or NUL in old archives. */
const isFile = (header: Uint8Array): boolean => header[156] === 0x30 || header[156] === 0;

function pathOf(header: Uint8Array): string {
  const prefix = text(header, 345, 155);
  const path = prefix === "" ? text(header, 0, 100) : `${prefix}/${text(header, 0, 100)}`;
  if (/^\/|\\|(^|\/)\.\.(\/|$)/.test(path))
    throw new Error(`The archive holds a path that leads outside: ${path}`);
  return path;
}

/** A field of the header up to its first NUL. */
function text(header: Uint8Array, at: number, length: number): string {
  return Buffer.from(header.subarray(at, at + length))
    .toString("latin1")
    .replace(/\0.*$/s, "")
    .trim();
}
