/* The model handed out: as a link that holds it, and as a file. */
import { fragmentOf, type Shared } from "../link.ts";
import { nameOutside } from "../work.ts";
import { element, part } from "./elements.ts";
import { notice } from "./notice.ts";
import { download } from "./viewer.ts";

const understood = { title: "All right", take: () => {} } as const;

/** `shared`: what there is to hand out; `current`: the file in the editor, which is what is saved. */
export function offerHandingOut(shared: () => Shared, current: () => string): void {
  part("share", HTMLButtonElement).addEventListener("click", () => void copyLink(shared()));
  part("download", HTMLButtonElement).addEventListener("click", () => {
    const { work } = shared();
    const file = work.find(({ name }) => name === current());
    if (file !== undefined) download(file.text, "text/plain", nameOutside(work, file.name));
  });
}

async function copyLink(shared: Shared): Promise<void> {
  const fragment = fragmentOf(shared);
  if (fragment === undefined) {
    const instead =
      shared.work.length === 1 ? "Download it, and send the file" : "Download its files, and send these";
    notice(`This model is too long for a link. ${instead}.`, [understood]);
    return;
  }
  const link = location.href.replace(/#.*$/, "") + fragment;
  try {
    await navigator.clipboard.writeText(link);
    notice("The link is copied. It holds the whole model; nothing has been sent anywhere.", [understood]);
  } catch {
    // Browsers keep the clipboard from pages that came by an unsafe way, and wherever somebody forbids it.
    const field = element("input", { type: "text", readonly: true, value: link, "aria-label": "The link" });
    notice("The link holds the whole model; nothing is sent anywhere. Copy it:", [understood]);
    part("notice", HTMLElement).firstElementChild?.append(field);
    field.focus();
    field.select();
  }
}
