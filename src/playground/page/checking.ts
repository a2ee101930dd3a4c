/* The text is checked while it is written. What is typed while an answer is awaited is asked about together. */
import type { EditorView } from "@codemirror/view";
import type { Checked } from "../protocol.ts";
import { NoAnswer, type Asking } from "./asking.ts";

export interface CheckingOptions {
  readonly asking: Asking;
  readonly view: EditorView;
  /** Called with what was found in the text that is in the editor. */
  readonly found: (checked: Checked, text: string) => void;
  readonly failed: (reason: string) => void;
}

/** Gives what to call when the text has changed. */
export function createChecking({ asking, view, found, failed }: CheckingOptions): () => void {
  let busy = false;
  let again = false;
  const check = async (): Promise<void> => {
    if (busy) {
      again = true;
      return;
    }
    busy = true;
    const asked = view.state.doc;
    const text = asked.toString();
    try {
      const checked = await asking.ask("check", { text });
      if (view.state.doc.eq(asked)) found(checked, text);
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
