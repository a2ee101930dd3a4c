import { logSafe } from "./log_safe.ts";

/**
 * Output for people as it is written to the log of a GitHub workflow: between two lines that stop and resume the
 * runner's attention to commands, so that no name or text of a model can give one, and with what looks like a
 * command broken besides. The token must be unguessable and new for each use (at least 16 letters and digits): the
 * caller has randomness, the core does not. The text must have passed `visible` before, as all renderers' does.
 */
export function guarded(text: string, token: string): string {
  if (!/^[A-Za-z0-9]{16,}$/.test(token)) {
    throw new Error("the token that guards a log must be 16 or more letters and digits");
  }
  const body = logSafe(text).replaceAll(token, "…");
  const closed = body === "" || body.endsWith("\n") ? body : `${body}\n`;
  return `::stop-commands::${token}\n${closed}::${token}::\n`;
}
