/*
 * What is typed over several lines is put into the editor here. Left to the browser, Chromium joins the lines with a `style`
 * attribute, which the policy of the page forbids: nothing would come of it but a complaint.
 */
import type { Extension } from "@codemirror/state";
import { EditorView } from "@codemirror/view";

export const typingOver: Extension = EditorView.domEventHandlers({
  beforeinput(event, view) {
    const { state } = view;
    const { from, to } = state.selection.main;
    const typed = event.data;
    if (event.inputType !== "insertText" || typed === null || view.composing) return false;
    if (state.selection.ranges.length > 1 || state.doc.lineAt(from).to >= to) return false;
    const insert = () =>
      state.update(state.replaceSelection(typed), { userEvent: "input.type", scrollIntoView: true });
    if (!state.facet(EditorView.inputHandler).some((handle) => handle(view, from, to, typed, insert)))
      view.dispatch(insert());
    event.preventDefault();
    return true;
  },
});
