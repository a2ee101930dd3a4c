/* A name for a file, asked for. */
import { fill, part } from "./elements.ts";

export interface NameAsked {
  readonly title: string;
  /** What the button says. */
  readonly done: string;
  /** What stands there to begin with. */
  readonly name: string;
  /** Why a name cannot be had. */
  readonly wrong: (name: string) => string | undefined;
  readonly take: (name: string) => void;
}

export function askName({ title, done, name, wrong, take }: NameAsked): void {
  const dialog = part("naming", HTMLDialogElement);
  const form = part("naming-form", HTMLFormElement);
  const field = part("naming-name", HTMLInputElement);
  const place = part("naming-wrong", HTMLElement);
  fill(part("naming-title", HTMLElement), title);
  fill(part("naming-done", HTMLButtonElement), done);
  fill(place);
  field.value = name;
  // Each asking puts its own in the place of the one before.
  form.onsubmit = (event) => {
    event.preventDefault();
    const typed = field.value.trim().normalize("NFC");
    // A word alone is the name of a model.
    const wanted = typed === "" || typed.includes(".") ? typed : `${typed}.sys`;
    const reason = wrong(wanted);
    fill(place, reason);
    if (reason !== undefined) {
      field.focus();
      return;
    }
    dialog.close();
    take(wanted);
  };
  part("naming-cancel", HTMLButtonElement).onclick = () => dialog.close();
  dialog.showModal();
  field.select();
}
