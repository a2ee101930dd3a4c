/* Completion and hover in the editor, asked of the worker. */
import type { Completion, CompletionContext, CompletionResult } from "@codemirror/autocomplete";
import type { Extension } from "@codemirror/state";
import { hoverTooltip, type EditorView } from "@codemirror/view";
import type { ItemKind } from "../../editor/completion.ts";
import type { ProposedItem } from "../protocol.ts";
import type { Asking } from "./asking.ts";
import { element } from "./elements.ts";
import { markdown } from "./markdown.ts";

export interface Help {
  readonly completion: (context: CompletionContext) => Promise<CompletionResult | null>;
  readonly hover: Extension;
}

export function helpFrom(asking: Asking): Help {
  return {
    async completion(context) {
      const text = context.state.doc.toString();
      const proposed = await asking.ask("complete", { text, offset: context.pos }).catch(() => undefined);
      if (proposed === undefined || proposed.items.length === 0) return null;
      const empty = proposed.from === proposed.to;
      // Nobody who has typed a space wants a list at every one.
      const before = text[context.pos - 1] ?? "";
      if (empty && !context.explicit && !".>(".includes(before)) return null;
      return {
        from: proposed.from,
        options: proposed.items.map((item) => optionFor(item)),
        validFor: /^[\p{L}\p{N}_]*$/u,
      };
    },
    hover: hoverTooltip(async (view, offset) => {
      const text = view.state.doc.toString();
      const found = await asking.ask("hover", { text, offset }).catch(() => undefined);
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
