/* What goes to standard error: why the job could not be done, and what to do about it. */
import { visible } from "../base/visible.ts";
import { quoted } from "../base/words.ts";
import { guardedText } from "./ci.ts";
import { UsageError, type Failure } from "./failure.ts";
import { print } from "./terminal.ts";

/** Exit statuses. `found`: something at or above the fail level; `failed`: the job could not be done. */
export const statuses = { fine: 0, found: 1, failed: 2 } as const;
export type Status = (typeof statuses)[keyof typeof statuses];

/** Says on standard error why the job could not be done. */
export function reportFailures(failures: readonly Failure[]): void {
  const lines = failures.flatMap(({ message, help }) => [
    `niklas: ${visible(message)}`,
    ...(help === undefined ? [] : [`        ${visible(help)}`]),
  ]);
  if (lines.length > 0) print("errors", guardedText(`${lines.join("\n")}\n`, process.env));
}

/** Reports whatever has been thrown, and gives the status to end with. */
export function reportThrown(error: unknown): Status {
  if (error instanceof UsageError) reportFailures([error]);
  else reportFailures([internalError(error)]);
  return statuses.failed;
}

/** An error of ours, in words for whoever met it. `doing` is what was going on. */
export function internalError(error: unknown, doing?: string): Failure {
  if (process.env.NIKLAS_DEBUG) {
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
    print(
      "errors",
      guardedText(
        `${stack
          .split("\n")
          .map((line) => visible(line))
          .join("\n")}\n`,
        process.env,
      ),
    );
  }
  return {
    message: `this is a mistake in Niklas itself, not in the model${doing === undefined ? "" : `; it happened while ${doing}`}`,
    help: `please report it with the model; with the variable ${quoted("NIKLAS_DEBUG=1")} it shows where it happened`,
  };
}
