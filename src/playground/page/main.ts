/* The page: what it begins with, and how its parts hear of each other. */
import type { EditorView } from "@codemirror/view";
import { createAsking, type Asking } from "./asking.ts";
import { createChecking } from "./checking.ts";
import { createEditor } from "./editor.ts";
import { fill, part } from "./elements.ts";
import { countText, showFindings } from "./findings.ts";
import { offerHandingOut } from "./handing_out.ts";
import { createMap } from "./map.ts";
import { markdown } from "./markdown.ts";
import { notice } from "./notice.ts";
import { examplesOfPage, offerOthers } from "./opening.ts";
import { createRunPanel } from "./run_panel.ts";
import { createSaying, type Saying } from "./saying.ts";
import { createKeeper } from "./storage.ts";
import { createViewer } from "./viewer.ts";

startPage();

function startPage(): void {
  const examples = examplesOfPage();
  const asking: Asking = createAsking("worker");
  const viewer = createViewer();
  const saying = createSaying();
  const keeper = createKeeper();
  const text = (): string => view.state.doc.toString();

  const view = createEditor({
    asking,
    text: keeper.kept() ?? examples[0]?.text ?? "",
    changed(now) {
      panel.outdated();
      keeper.keep(now);
      check();
    },
    run: () => panel.run(),
  });
  const panel = createRunPanel({ asking: createAsking("worker"), text, say: saying.now, viewer });
  const map = createMap({ asking, drawing: createAsking("drawer"), viewer });
  const check = createChecking({
    asking,
    view,
    found(checked, asked) {
      showFindings(checked.found, { view, explain: (name) => void explain(asking, name) });
      panel.changed(checked);
      saying.soon(countText(checked.found));
      map.show(asked, checked.sound);
      document.body.dataset["checked"] = "yes";
    },
    failed: (reason) =>
      notice(`The model could not be checked: ${reason}`, [{ title: "All right", take: () => {} }]),
  });

  offerHandingOut(() => ({ model: text(), ...panel.chosen() }));
  part("layout", HTMLButtonElement).addEventListener("click", () => void layOut(view, asking, saying));
  offerOthers({ view, examples, opened: ({ scenario, seed }) => panel.choose(scenario, seed) });
  check();
  document.body.dataset["ready"] = "yes";
}

async function layOut(view: EditorView, asking: Asking, saying: Saying): Promise<void> {
  const { doc } = view.state;
  const laid = await asking.ask("layout", { text: doc.toString() }).catch(() => undefined);
  if (laid === undefined || !view.state.doc.eq(doc)) return;
  if (laid.kind === "broken")
    notice("What cannot be read is not laid out: mend the errors first.", [
      { title: "All right", take: () => {} },
    ]);
  else {
    view.dispatch({ changes: [...laid.changes], userEvent: "format" });
    saying.now(laid.changes.length === 0 ? "The layout is as it should be." : "The model is laid out.");
  }
}

/** Shows the page of a check. */
async function explain(asking: Asking, name: string): Promise<void> {
  const page = await asking.ask("explain", { check: name }).catch(() => undefined);
  if (page === undefined) return;
  const dialog = part("page", HTMLDialogElement);
  fill(part("page-text", HTMLElement), ...markdown(page));
  dialog.showModal();
  dialog.scrollTop = 0;
}
