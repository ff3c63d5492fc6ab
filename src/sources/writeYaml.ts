import { stringify } from "yaml";

/** Plain data as YAML text that `readYaml` reads back as it was; long lists of numbers stay on one line. */
export function writeYaml(comment: string, value: unknown): string {
  const body = stringify(value, { lineWidth: 0, collectionStyle: "any", flowCollectionPadding: false });
  return `${comment
    .split("\n")
    .map((line) => `# ${line}`)
    .join("\n")}\n${body}`;
}
