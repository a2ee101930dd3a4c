/*
 * The settings of a project file, in one table: what each means (for the schema) and how it is read.
 * Reading and schema are beside each other so that they say the same; a test holds them to it.
 */
import { nearest } from "../base/near.ts";
import { listed, quoted } from "../base/words.ts";
import { levelsOf, readLevel, type KnownCheck } from "./check_levels.ts";
import { failLevels, formats, oneOf, type FailLevel, type Format, type Level } from "./levels.ts";

/** What a project file says; undefined is what it does not say. */
export interface ProjectSettings {
  readonly paths?: readonly string[] | undefined;
  readonly exclude?: readonly string[] | undefined;
  readonly severity?: ReadonlyMap<string, Level> | undefined;
  readonly failLevel?: FailLevel | undefined;
  readonly format?: Format | undefined;
  readonly output?: ReadonlyMap<Format, string> | undefined;
  readonly markdown?: boolean | undefined;
}

/** Something in the file that is not as it should be: which setting, and what about it. */
export interface SettingProblem {
  readonly setting: string;
  readonly message: string;
  readonly help?: string | undefined;
}

/** A setting: its place in the schema, and how it is read. */
interface Setting<Value> {
  readonly schema: (checks: readonly KnownCheck[]) => object;
  readonly read: (value: unknown, reader: Reader) => Value | undefined;
}

interface Reader {
  readonly checks: readonly KnownCheck[];
  /** Reports a problem with the setting, or with a part of it. */
  readonly problem: (message: string, help?: string, part?: string) => undefined;
}

const pathList = (description: string, fewest = 0): Setting<readonly string[]> => ({
  schema: () => ({
    description,
    type: "array",
    ...(fewest > 0 && { minItems: fewest }),
    items: { type: "string", minLength: 1, not: { pattern: "[*]" } },
  }),
  read(value, { problem }) {
    if (!isListOfText(value) || value.includes("")) return problem("it is a list of files and folders");
    if (value.length < fewest)
      return problem("it names nothing", "without the setting, the folder of this file is meant");
    const pattern = value.find((path) => path.includes("*"));
    if (pattern === undefined) return value;
    return problem(`${quoted(pattern)} is a pattern`, "name the folder; all models in it are meant");
  },
});

const choice = <Word extends string>(description: string, words: readonly Word[]): Setting<Word> => ({
  schema: () => ({ description, enum: words }),
  read: (value, { problem }) => oneOf(words, value) ?? problem(`it is ${listed(words.map(quoted), "or")}`),
});

const severity: Setting<ReadonlyMap<string, Level>> = {
  schema: (checks) => ({
    description: "How seriously the findings of a check are taken, by the name of the check.",
    type: "object",
    additionalProperties: false,
    properties: Object.fromEntries(
      checks.map((check) => [
        check.name,
        { description: `${check.summary} (default: ${check.severity})`, enum: levelsOf(check) },
      ]),
    ),
  }),
  read(value, { checks, problem }) {
    if (!isObject(value)) return problem("it gives a level for names of checks");
    const found = new Map<string, Level>();
    for (const [name, level] of Object.entries(value)) {
      const read = readLevel(name, level, checks);
      if (read.kind === "level") found.set(name, read.level);
      else problem(read.message, read.help, name);
    }
    return found;
  },
};

const output: Setting<ReadonlyMap<Format, string>> = {
  schema: () => ({
    description: "Files to write the findings to, by format; relative to the folder of this file.",
    type: "object",
    additionalProperties: false,
    properties: Object.fromEntries(formats.map((format) => [format, { type: "string", minLength: 1 }])),
  }),
  read(value, { problem }) {
    if (!isObject(value)) return problem("it gives a file for names of formats");
    const found = new Map<Format, string>();
    for (const [name, file] of Object.entries(value)) {
      const format = oneOf(formats, name);
      if (format === undefined) {
        problem("there is no such format", `a format is ${listed(formats.map(quoted), "or")}`, name);
      } else if (typeof file !== "string" || file === "") {
        problem("it is the name of a file", undefined, name);
      } else {
        found.set(format, file);
      }
    }
    return found;
  },
};

const yesOrNo = (description: string): Setting<boolean> => ({
  schema: () => ({ description, type: "boolean" }),
  read: (value, { problem }) =>
    typeof value === "boolean" ? value : problem("it is `true` or `false`, without quotes"),
});

const settings = {
  paths: pathList("What to check if the command line names nothing; relative to the folder of this file.", 1),
  exclude: pathList(
    "Files and folders to pass over when folders are checked; relative to the folder of this file.",
  ),
  severity,
  failLevel: choice(
    "From which severity on a finding makes the check fail; `error` if not said.",
    failLevels,
  ),
  format: choice("The form of what is printed; `text` if not said.", formats),
  output,
  markdown: yesOrNo(
    "Whether the blocks marked `sys` in Markdown files are checked when folders are; `false` if not said.",
  ),
} as const satisfies {
  readonly [Key in keyof ProjectSettings]-?: Setting<NonNullable<ProjectSettings[Key]>>;
};

const schemaKey = "$schema";
const names = [schemaKey, ...Object.keys(settings)];

/** The JSON schema (draft 7, which editors know best) of the project file. */
export function projectSchema(checks: readonly KnownCheck[]): object {
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "niklas.json",
    description: "How Niklas checks the models of a project. What is said on the command line wins.",
    type: "object",
    additionalProperties: false,
    properties: {
      [schemaKey]: { description: "Where this schema is, for editors.", type: "string" },
      ...Object.fromEntries(
        Object.entries(settings).map(([name, setting]) => [name, setting.schema(checks)]),
      ),
    },
  };
}

/** Reads the settings out of parsed JSON; whatever is not understood is a problem and is left out. */
export function readProjectSettings(
  document: unknown,
  checks: readonly KnownCheck[],
): { readonly settings: ProjectSettings; readonly problems: readonly SettingProblem[] } {
  const problems: SettingProblem[] = [];
  if (!isObject(document)) {
    return { settings: {}, problems: [{ setting: "", message: "it is not an object with settings" }] };
  }
  const values = new Map(Object.entries(document));
  for (const [name, value] of values) {
    if (!names.includes(name)) problems.push(unknownSetting(name));
    else if (name === schemaKey && typeof value !== "string") {
      problems.push({ setting: name, message: "it is the address of a schema" });
    }
  }

  function read<Value>(name: string, setting: Setting<Value>): Value | undefined {
    if (!values.has(name)) return undefined;
    return setting.read(values.get(name), {
      checks,
      problem(message, help, part) {
        problems.push({ setting: part === undefined ? name : `${name}.${part}`, message, help });
        return undefined;
      },
    });
  }

  return {
    settings: {
      paths: read("paths", settings.paths),
      exclude: read("exclude", settings.exclude),
      severity: read("severity", settings.severity),
      failLevel: read("failLevel", settings.failLevel),
      format: read("format", settings.format),
      output: read("output", settings.output),
      markdown: read("markdown", settings.markdown),
    },
    problems,
  };
}

function unknownSetting(name: string): SettingProblem {
  const near = nearest(name, names);
  const known = near.length > 0 ? `a setting with a name like it: ` : "the settings are ";
  const proposed = near.length > 0 ? near : names;
  return {
    setting: name,
    message: "there is no such setting",
    help: known + listed(proposed.map(quoted), near.length > 0 ? "or" : "and"),
  };
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isListOfText(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === "string");
}
