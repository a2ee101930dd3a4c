/* Completion and hover in the editor, asked of the worker. */
import type { Completion, CompletionContext, CompletionResult } from "@codemirror/autocomplete";
import type { Extension } from "@codemirror/state";
import { hoverTooltip, type EditorView } from "@codemirror/view";
import type { ItemKind } from "../../editor/completion.ts";
import type { ProposedItem } from "../protocol.ts";
import type { Work } from "../work.ts";
import type { Asking } from "./asking.ts";
import { element } from "./elements.ts";
import { markdown } from "./markdown.ts";

export interface Help {
  readonly completion: (context: CompletionContext) => Promise<CompletionResult | null>;
  readonly hover: Extension;
}

/** What is in the editor, of what. */
export interface Situation {
  readonly work: Work;
  readonly file: string;
}

export function helpFrom(asking: Asking, situation: () => Situation): Help {
  return {
    async completion(context) {
      const proposed = await asking
        .ask("complete", { ...situation(), offset: context.pos })
        .catch(() => undefined);
      if (proposed === undefined || proposed.items.length === 0) return null;
      const empty = proposed.from === proposed.to;
      // Nobody who has typed a space wants a list at every one.
      const before = context.state.sliceDoc(Math.max(0, context.pos - 1), context.pos);
      if (empty && !context.explicit && (before === "" || !".>(".includes(before))) return null;
      return {
        from: proposed.from,
        options: proposed.items.map((item) => optionFor(item)),
        validFor: /^[\p{L}\p{N}_]*$/u,
      };
    },
    hover: hoverTooltip(async (_view, offset) => {
      const found = await asking.ask("hover", { ...situation(), offset }).catch(() => undefined);
      if (found === undefined) return null;
      return {
        pos: found.from,
        end: found.to,
        above: true,
        create: () => ({ dom: element("div", { class: "nk-hover" }, ...markdown(found.text)) }),
      };
    }),
  };
}

function optionFor(item: ProposedItem): Completion {
  const { label, kind, detail, documentation, insert, changes } = item;
  return {
    label,
    detail: detail ?? words[kind],
    ...(documentation !== undefined && {
      info: () => element("div", { class: "nk-hover" }, ...markdown(documentation)),
    }),
    apply: (view: EditorView, _: Completion, from: number, to: number) => {
      const all = [{ from, to, insert }, ...changes];
      const made = view.state.changes(all);
      view.dispatch({
        changes: made,
        selection: { anchor: made.mapPos(to, 1) },
        userEvent: "input.complete",
      });
    },
  };
}

const words: Readonly<Record<ItemKind, string>> = {
  keyword: "",
  system: "system",
  environment: "environment",
  coupling: "coupling",
  declaration: "",
  part: "",
  value: "value",
  parameter: "parameter",
  check: "check",
  key: "source",
  file: "",
};
