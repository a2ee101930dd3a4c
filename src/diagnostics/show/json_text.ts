import { escapedJson } from "../../base/visible.ts";

/**
 * A value as a JSON document that can be printed anywhere: hidden characters are escaped, and so is the `##[` by
 * which the logs of build services would take a part of a line for a command. What is read back is the same.
 */
export function jsonText(value: unknown): string {
  return printable(JSON.stringify(value, null, 2));
}

/** The same in one line. */
export function jsonLine(value: unknown): string {
  return printable(JSON.stringify(value));
}

function printable(json: string): string {
  return escapedJson(`${json}\n`).replace(/##(?=[\w.-]*\[)/g, "#\\u0023");
}
