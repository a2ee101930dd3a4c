/*
 * A folder of models that something is to be written to, and what must hold of it whatever happens meanwhile: each file has its
 * old content or its new one, its mode, and is a link if it was one; and what else lies there is what later runs sweep up.
 */
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";

/** What is written, and by which command. */
export interface Job {
  readonly args: readonly string[];
  /** The content of a file before and after; the number is that of the file. */
  readonly before: (number: number) => string;
  readonly after: (number: number) => string;
}

/** Of more than one page, so that a disk can be full in the middle of a file. */
const members = (number: number, from: string, to: string): string =>
  Array.from({ length: 300 }, (_, index) => `${from}operation o${number}_${index}${to}`).join("");

/** Loose on one side, laid out on the other. */
export const layingOut: Job = {
  args: ["fmt", "models"],
  before: (number) => `machine m${number} {\n\n\n   code a/b\n${members(number, "      ", "\n\n\n")}}\n`,
  after: (number) =>
    `machine m${number} {\n  code a / b\n${members(number, "  ", "\n\n")}`.replace(/\n\n$/, "\n}\n"),
};

/** A sign of another alphabet, and the one that is meant. */
export const mending: Job = {
  args: ["check", "--fix", "--quiet", "models"],
  before: (number) => `machine m${number} {\n  code a ／ b\n${members(number, "  ", "\n")}}\n`,
  after: (number) => `machine m${number} {\n  code a / b\n${members(number, "  ", "\n")}}\n`,
};

const modes = [0o644, 0o600, 0o755, 0o640];

export class Ward {
  readonly folder: string;
  readonly models: string;
  private readonly job: Job;
  private readonly names: readonly string[];

  /** So many models, a fifth of which are links to files elsewhere. */
  constructor(folder: string, job: Job, count: number) {
    this.folder = folder;
    this.models = join(folder, "models");
    this.job = job;
    this.names = Array.from({ length: count }, (_, number) => `m${number}.sys`);
    mkdirSync(this.models);
    mkdirSync(join(folder, "elsewhere"));
    writeFileSync(join(folder, "niklas.json"), "{}");
    this.names.forEach((name, number) => {
      writeFileSync(this.real(number), this.job.before(number));
      chmodSync(this.real(number), modes[number % modes.length] ?? 0o644);
      if (isLink(number)) symlinkSync(this.real(number), join(this.models, name));
    });
  }

  private real(number: number): string {
    return join(isLink(number) ? join(this.folder, "elsewhere") : this.models, `m${number}.sys`);
  }

  /** What is not as it must be; and how many files are new, and how many were left half written beside them. */
  state(): { readonly faults: readonly string[]; readonly done: number; readonly left: number } {
    const faults: string[] = [];
    let done = 0;
    this.names.forEach((name, number) => {
      try {
        const content = readFileSync(this.real(number), "utf8");
        if (content === this.job.after(number)) done += 1;
        else if (content !== this.job.before(number))
          faults.push(`${name} has ${content.length} other signs`);
        if ((statSync(this.real(number)).mode & 0o777) !== modes[number % modes.length])
          faults.push(`${name}: mode`);
        if (lstatSync(join(this.models, name)).isSymbolicLink() !== isLink(number))
          faults.push(`${name}: link`);
      } catch (error) {
        faults.push(`${name}: ${String(error)}`);
      }
    });
    const others = this.others();
    for (const path of others) {
      if (!/\/\.m\d+\.sys\.\d+\.[0-9a-f]+\.niklas-tmp$/.test(path)) faults.push(`${path} is there`);
    }
    return { faults, done, left: others.length };
  }

  /** Whether what was left behind is gone after the command has been let run to its end, once it is old enough. */
  settle(run: () => void): readonly string[] {
    const old = new Date(Date.now() - 7_200_000);
    for (const path of this.others()) utimesSync(path, old, old);
    run();
    const { faults, done, left } = this.state();
    return [
      ...faults,
      ...(done < this.names.length ? [`${this.names.length - done} files are not done`] : []),
      ...(left > 0 ? [`${left} files are left behind`] : []),
    ];
  }

  /** Everything as it was at first. */
  reset(): void {
    for (const path of this.others()) unlinkSync(path);
    this.names.forEach((_, number) => {
      if (readFileSync(this.real(number), "utf8") !== this.job.before(number))
        writeFileSync(this.real(number), this.job.before(number));
    });
  }

  private others(): readonly string[] {
    const named = new Set(this.names);
    return [this.models, join(this.folder, "elsewhere")].flatMap((folder) =>
      readdirSync(folder)
        .filter((name) => !named.has(name))
        .map((name) => join(folder, name)),
    );
  }

  /** Whether a name, or a line with names, is of a file that is being written. */
  static isHalfWritten(text: string): boolean {
    return text.includes(".niklas-tmp");
  }
}

function isLink(number: number): boolean {
  return number % 5 === 4;
}
