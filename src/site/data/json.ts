/** Data as a JSON file: two blanks deep, so that two versions can be compared line by line. */
export const jsonFile = (value: unknown): Uint8Array => Buffer.from(`${JSON.stringify(value, null, 2)}\n`);
