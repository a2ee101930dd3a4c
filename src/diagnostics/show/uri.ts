/** Where an artifact is: relative to the root of the sources wherever the name of the file allows it. */
export interface ArtifactLocation {
  readonly uri: string;
  readonly uriBaseId?: "%SRCROOT%";
}

/**
 * A file's name as a URI reference (RFC 3986), every part percent-encoded. Relative names are relative to
 * `%SRCROOT%`; an absolute one becomes a `file:` URI. Halves of surrogate pairs, which no URI can carry, become U+FFFD.
 */
export function artifactLocation(file: string): ArtifactLocation {
  const wellFormed = file.replace(/\p{Surrogate}/gu, "\uFFFD");
  const drive = /^[A-Za-z]:[\\/]/.test(wellFormed);
  const parts = (drive ? wellFormed.replaceAll("\\", "/") : wellFormed).split("/");
  if (drive) return { uri: `file:///${parts.map(encoded).join("/")}` };
  if (wellFormed.startsWith("/")) return { uri: `file:///${parts.filter(Boolean).map(encoded).join("/")}` };
  const named = parts.filter((part) => part !== "" && part !== ".");
  return { uri: named.map(encoded).join("/") || "%20", uriBaseId: "%SRCROOT%" };
}

function encoded(part: string): string {
  return encodeURIComponent(part).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
