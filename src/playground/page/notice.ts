/* What the page has to say or to ask, above everything else; one thing at a time. */
import { button, element, fill, part, phrases } from "./elements.ts";

export interface Choice {
  readonly title: string;
  readonly primary?: boolean;
  readonly take: () => void;
}

/** Says something, with what can be done about it; each choice ends it. */
export function notice(words: string, choices: readonly Choice[]): void {
  const place = part("notice", HTMLElement);
  fill(
    place,
    element("p", {}, ...phrases(words)),
    element(
      "p",
      { class: "offers" },
      ...choices.map(({ title, primary, take }) =>
        button(
          title,
          () => {
            endNotice();
            take();
          },
          { class: primary === true ? "primary" : "" },
        ),
      ),
    ),
  );
  place.hidden = false;
}

export function endNotice(): void {
  const place = part("notice", HTMLElement);
  place.hidden = true;
  fill(place);
}
