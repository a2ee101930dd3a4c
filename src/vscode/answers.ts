/* Stories and answers as texts that can be read, searched and copied, beside the model that they are of. */
import { posix } from "node:path";
import { EventEmitter, Uri, ViewColumn, window, workspace, type Disposable } from "vscode";

/** What is shown: the story of a scenario, or why something came about in it. */
export interface Answer {
  /** The address of the model. */
  readonly model: string;
  readonly scenario: string;
  /** What was asked about; nothing for a story. */
  readonly subject?: string | undefined;
  readonly text: string;
}

export interface Answers extends Disposable {
  readonly show: (answer: Answer) => Promise<void>;
}

const scheme = "niklas-answer";

export function createAnswers(): Answers {
  const texts = new Map<string, string>();
  const changed = new EventEmitter<Uri>();
  const provider = workspace.registerTextDocumentContentProvider(scheme, {
    onDidChange: changed.event,
    provideTextDocumentContent: (uri) => texts.get(uri.toString()) ?? "This answer is gone. Ask again.",
  });
  const closing = workspace.onDidCloseTextDocument(({ uri }) => void texts.delete(uri.toString()));
  return {
    async show(answer) {
      const uri = addressOf(answer);
      texts.set(uri.toString(), answer.text);
      // If it is open from the last time, it is read anew.
      changed.fire(uri);
      const document = await workspace.openTextDocument(uri);
      const viewColumn = ViewColumn.Beside;
      await window.showTextDocument(document, { viewColumn, preserveFocus: true, preview: true });
    },
    dispose() {
      provider.dispose();
      closing.dispose();
      changed.dispose();
    },
  };
}

/** One for each question, so that a second run of a scenario takes the place of the first. Its last part is its title. */
function addressOf({ model, scenario, subject }: Answer): Uri {
  const file = posix.basename(Uri.parse(model).path);
  const title = subject === undefined ? `${scenario} in ${file}` : `why ${subject} in ${scenario}`;
  // A title may have no slash, which would begin a part.
  return Uri.from({ scheme, path: `/${title.replaceAll("/", "∕")}`, query: model });
}
