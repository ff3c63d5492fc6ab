// Fetches veraPDF, the validator of PDF/UA and PDF/A, from Maven Central into the cache, and judges PDFs with it. Only the tests use it.
import { execFile, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const version = "1.28.2";
const sha256 = "687d4d8bcfec48c9f7e931cf78ed061f1eeccfba55d4cdc000ba9b4d8aa46ce6";
const artifact = `org.verapdf.apps:greenfield-apps:${version}`;
const folder = fileURLToPath(new URL("../.cache/verapdf", import.meta.url));
const jar = join(folder, `greenfield-apps-${version}.jar`);

/** The validator's jar, or why it cannot run on this machine, in a few words. */
type VeraPdf = { readonly jar: string } | { readonly missing: string };

/** What veraPDF says of a file by one standard. */
type Verdict = {
  readonly file: string;
  readonly compliant: boolean;
  readonly checks: number;
  /** The rules that were broken, as lines. */
  readonly failures: readonly string[];
};

/** The parts of its report in JSON that are read here. */
type Report = {
  readonly report: {
    readonly jobs: readonly {
      readonly itemDetails: { readonly name: string };
      readonly validationResult?: readonly {
        readonly compliant: boolean;
        readonly details: {
          readonly passedChecks: number;
          readonly failedChecks: number;
          readonly ruleSummaries: readonly {
            readonly ruleStatus: string;
            readonly clause: string;
            readonly testNumber: number;
            readonly failedChecks: number;
            readonly description: string;
          }[];
        };
      }[];
    }[];
  };
};

/**
 * Finds veraPDF in the cache, or fetches it.
 *
 * @throws Error when what was found is not the version that is pinned here
 */
export function findVeraPdf(): VeraPdf {
  if (!starts("java", ["-version"])) return { missing: "there is no Java" };
  if (existsSync(jar)) {
    check(jar);
    return { jar };
  }
  if (!starts("mvn", ["-version"])) return { missing: "there is no Maven to fetch it with" };
  const beside = `${folder}.${process.pid}.tmp`;
  mkdirSync(beside, { recursive: true });
  try {
    const args = ["-q", "-B", "dependency:copy", `-Dartifact=${artifact}`, `-DoutputDirectory=${beside}`];
    const { status } = spawnSync("mvn", args, { cwd: beside, stdio: "ignore", timeout: 120_000 });
    const fetched = join(beside, `greenfield-apps-${version}.jar`);
    if (status !== 0 || !existsSync(fetched)) return { missing: "Maven could not fetch it" };
    check(fetched);
    mkdirSync(folder, { recursive: true });
    renameSync(fetched, jar);
    return { jar };
  } finally {
    rmSync(beside, { recursive: true, force: true });
  }
}

/**
 * Judges all files in one start, in their order.
 *
 * @param flavour `ua1` for PDF/UA-1, `2a` for PDF/A-2a
 * @throws Error when veraPDF does not run, or cannot read a file
 */
export async function judge(
  veraPdf: string,
  flavour: "ua1" | "2a",
  files: readonly string[],
): Promise<Verdict[]> {
  const main = "org.verapdf.apps.GreenfieldCliWrapper";
  const args = ["-cp", veraPdf, main, "-f", flavour, "--format", "json", ...files];
  const { report } = JSON.parse(await outputOf("java", args)) as Report;
  return report.jobs.map(({ itemDetails, validationResult }) => {
    const result = validationResult?.[0];
    if (!result) throw new Error(`veraPDF could not read ${itemDetails.name}`);
    const { passedChecks, failedChecks, ruleSummaries } = result.details;
    const failures = ruleSummaries
      .filter(({ ruleStatus }) => ruleStatus === "FAILED")
      .map((rule) => `${rule.clause}-${rule.testNumber}, ${rule.failedChecks} times: ${rule.description}`);
    return {
      file: itemDetails.name,
      compliant: result.compliant,
      checks: passedChecks + failedChecks,
      failures,
    };
  });
}

/** What a program prints; veraPDF ends with 1 when a file does not comply, and reports all the same. */
function outputOf(program: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(program, args, { maxBuffer: 2 ** 28 }, (error, out) => {
      if (error && error.code !== 1) reject(error);
      else resolve(out);
    });
  });
}

function check(file: string): void {
  const found = createHash("sha256").update(readFileSync(file)).digest("hex");
  if (found !== sha256) throw new Error(`${file} is not veraPDF ${version}: its SHA-256 is ${found}`);
}

const starts = (command: string, args: readonly string[]): boolean =>
  spawnSync(command, args, { stdio: "ignore" }).status === 0;
