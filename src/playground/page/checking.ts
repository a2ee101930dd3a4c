/* The work is checked while it is written. What is typed while an answer is awaited is asked about together. */
import type { Checked } from "../protocol.ts";
import type { Work } from "../work.ts";
import { NoAnswer, type Asking } from "./asking.ts";

export interface CheckingOptions {
  readonly asking: Asking;
  readonly work: () => Work;
  /** Called with what was found in the work as it is. */
  readonly found: (checked: Checked, work: Work) => void;
  readonly failed: (reason: string) => void;
}

/** Gives what to call when the work has changed. */
export function createChecking({ asking, work, found, failed }: CheckingOptions): () => void {
  let busy = false;
  let again = false;
  const check = async (): Promise<void> => {
    if (busy) {
      again = true;
      return;
    }
    busy = true;
    const asked = work();
    try {
      const checked = await asking.ask("check", { work: asked });
      if (work() === asked) found(checked, asked);
    } catch (error) {
      failed(error instanceof NoAnswer ? error.message : String(error));
    } finally {
      busy = false;
      if (again) {
        again = false;
        void check();
      }
    }
  };
  return () => void check();
}
