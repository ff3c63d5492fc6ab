import { hash } from "node:crypto";
import { once } from "./once.ts";

/** The SHA-256 of a text or of bytes, in hexadecimal digits. */
export const sha256 = (content: string | Uint8Array): string => hash("sha256", content, "hex");

/** That of bytes which are not changed any more: several ask for the hash of one file. */
export const sha256Of = once((bytes: Uint8Array): string => sha256(bytes));
