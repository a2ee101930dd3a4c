/* The page: what it begins with, and how its parts hear of each other. */
import type { Checked } from "../protocol.ts";
import { workOf, type Work } from "../work.ts";
import { createAsking, type Asking } from "./asking.ts";
import { createChecking } from "./checking.ts";
import { createEditor, type Editor } from "./editor.ts";
import { fill, part } from "./elements.ts";
import { createFiles, type Files } from "./files.ts";
import { countText, markFindings, showFindings } from "./findings.ts";
import { offerHandingOut } from "./handing_out.ts";
import { createMap } from "./map.ts";
import { markdown } from "./markdown.ts";
import { notice } from "./notice.ts";
import { examplesOfPage, offerOthers } from "./opening.ts";
import { offerReport } from "./reporting.ts";
import { createRunPanel } from "./run_panel.ts";
import { createSaying, type Saying } from "./saying.ts";
import { createKeeper } from "./storage.ts";
import { createTabs } from "./tabs.ts";
import { createViewer } from "./viewer.ts";

startPage();

function startPage(): void {
  const examples = examplesOfPage();
  const asking: Asking = createAsking("worker");
  const viewer = createViewer();
  const saying = createSaying();
  const keeper = createKeeper();
  const work = (): Work => files.work();
  let last: { readonly checked: Checked; readonly work: Work } | undefined;

  const editor = createEditor({
    asking,
    situation: () => ({ work: work(), file: files.current() }),
    changed: () => files.edited(),
    run: () => panel.run(),
  });
  const files: Files = createFiles({
    editor,
    begin: keeper.kept() ?? examples[0]?.work ?? workOf(""),
    changed() {
      panel.outdated();
      keeper.keep(work());
      check();
    },
    shown,
  });
  const findings = { view: editor.view, files, explain: (name: string) => void explain(asking, name) };
  const tabs = createTabs(files);
  const panel = createRunPanel({ asking: createAsking("worker"), work, say: saying.now, viewer });
  const map = createMap({ asking, drawing: createAsking("drawer"), viewer });
  const check = createChecking({
    asking,
    work,
    found(checked, asked) {
      last = { checked, work: asked };
      showFindings(checked.found, findings);
      tabs.mark(checked.found);
      panel.changed(checked);
      saying.soon(countText(checked.found));
      map.show(asked, checked.sound);
      document.body.dataset["checked"] = "yes";
    },
    failed: (reason) =>
      notice(`The model could not be checked: ${reason}`, [{ title: "All right", take: () => {} }]),
  });

  /** Another file is in the editor. */
  function shown(): void {
    tabs.refresh();
    part("download", HTMLButtonElement).title =
      work().length === 1 ? "" : `saves ${files.current()}, the file in the editor`;
    if (last?.work === work()) markFindings(last.checked.found, findings);
  }

  offerHandingOut(() => ({ work: work(), ...panel.chosen() }), files.current);
  offerReport({ work, seed: () => panel.chosen().seed, say: saying.now });
  part("layout", HTMLButtonElement).addEventListener(
    "click",
    () => void layOut(editor, files, asking, saying),
  );
  offerOthers({ files, examples, opened: ({ scenario, seed }) => panel.choose(scenario, seed) });
  shown();
  check();
  document.body.dataset["ready"] = "yes";
}

async function layOut({ view }: Editor, files: Files, asking: Asking, saying: Saying): Promise<void> {
  const [work, file, { doc }] = [files.work(), files.current(), view.state];
  const laid = await asking.ask("layout", { work, file }).catch(() => undefined);
  if (laid === undefined || file !== files.current() || !view.state.doc.eq(doc)) return;
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
