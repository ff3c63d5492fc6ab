import type { CacheFiles } from "./cacheFiles.ts";
import type { BlockStore, StoredBlock } from "./pack/assemble.ts";

/** All of a stored block but its bytes, which follow it in the file and are so many. */
type Head = Omit<StoredBlock, "block"> & {
  readonly block: Omit<StoredBlock["block"], "bytes">;
  readonly length: number;
};

/**
 * Compiled papers of one pack, kept as files: a line of JSON, then the block's bytes.
 *
 * @param before where to look for a block, and for a proof, that this pack has not: that of the public edition, for the members'
 */
export function blockStore(files: CacheFiles, folder: string, before: BlockStore | null = null): BlockStore {
  const fileOf = (prefix: string): string => `${folder}/${prefix}.block`;
  return {
    read: async (prefix) =>
      unpacked(await files.read(fileOf(prefix))) ?? (await before?.read(prefix)) ?? null,
    write: async (prefix, { block, ...rest }) => {
      const { bytes, ...about } = block;
      const head: Head = { ...rest, block: about, length: bytes.length };
      await files.write(
        fileOf(prefix),
        Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`, "utf8"), bytes]),
      );
    },
    readProofs: async () => {
      const file = await files.read(`${folder}/proved`);
      const own = file === null ? [] : Buffer.from(file).toString("utf8").split("\n");
      return [...own, ...((await before?.readProofs()) ?? [])];
    },
    writeProofs: (proofs) => files.write(`${folder}/proved`, proofs.join("\n")),
  };
}

/** A file that was cut short or is not one of ours counts as none. */
function unpacked(file: Uint8Array | null): StoredBlock | null {
  const end = file?.indexOf(0x0a) ?? -1;
  if (file === null || end < 0) return null;
  try {
    const head = JSON.parse(Buffer.from(file.subarray(0, end)).toString("utf8")) as Head;
    const bytes = file.subarray(end + 1);
    const { length, block, ...rest } = head;
    return bytes.length === length ? { ...rest, block: { ...block, bytes } } : null;
  } catch {
    return null;
  }
}
