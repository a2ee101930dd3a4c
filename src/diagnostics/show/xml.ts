/* Texts in XML. */
import { visible } from "../../base/visible.ts";

/** A text as the value of an attribute. */
export function quotedXml(text: string): string {
  return `"${escapedXml(visible(text))}"`;
}

/**
 * XML text of what has been made visible: nothing is left in it that XML 1.0 cannot hold. What the log of a build
 * service could take for a command is written with character references, so that it reads the same.
 */
export function escapedXml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replace(/##(?=[\w.-]*\[)/g, "#&#35;")
    .replace(/^([^\S\n]*):(?=:)/gm, "$1&#58;");
}
