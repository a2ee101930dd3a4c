/* The types of the library: what its users can come upon, and nothing that they would have to install. */
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";

/** What users of the package can import, as `exports` in package.json says. */
const entries = [
  "index",
  "model/bibliography",
  "checks/explain",
  "cli/files",
  "format/format",
  "format/prettier_plugin",
  "codemirror/mode",
  "embedding/pictures",
  "embedding/report",
];

/** Writes the declarations that the entries lead to into the folder `types` of `dist`. */
export function buildTypes(project: string, dist: string): void {
  const types = join(dist, "types");
  const configuration = join(dist, "tsconfig.json");
  const compilerOptions = {
    noEmit: false,
    declaration: true,
    emitDeclarationOnly: true,
    rootDir: join(project, "src"),
    outDir: types,
    typeRoots: [join(project, "node_modules/@types")],
  };
  const files = [...entries.map((entry) => `${entry}.ts`), "model/citation-js.d.ts"].map((name) =>
    join(project, "src", name),
  );
  writeFileSync(
    configuration,
    JSON.stringify({
      extends: join(project, "tsconfig.json"),
      compilerOptions,
      include: [],
      files,
    }),
  );
  execFileSync(process.execPath, [join(project, "node_modules/typescript/bin/tsc"), "-p", configuration], {
    stdio: "inherit",
  });
  rmSync(configuration);
  const reached = reachedFrom(entries.map((entry) => join(types, `${entry}.d.ts`)));
  for (const name of readdirSync(types, { recursive: true, encoding: "utf8" })) {
    if (name.endsWith(".d.ts") && !reached.has(join(types, name))) rmSync(join(types, name));
  }
  closeTo(reached, types);
}

const importing = /\bfrom "([^"]+)"|\bimport\("([^"]+)"\)/g;

/** The declarations that some files lead to, themselves among them. */
function reachedFrom(starts: readonly string[]): ReadonlySet<string> {
  const reached = new Set(starts);
  for (const file of reached) {
    for (const [, specifier = "", dynamic = ""] of readFileSync(file, "utf8").matchAll(importing)) {
      const target = specifier || dynamic;
      if (target.startsWith(".")) reached.add(resolve(dirname(file), target.replace(/\.ts$/, ".d.ts")));
    }
  }
  return reached;
}

/** Whoever uses the entry that imports from one of these has it. */
const given = /^(?:@codemirror\/|@lezer\/|prettier$)/;

/**
 * Types of packages that are bundled stand for nothing that a user of the library handles: `unknown` takes their place,
 * so that the package need not be there.
 */
function closeTo(files: ReadonlySet<string>, types: string): void {
  const names = new Set<string>();
  const opaque = join(types, "bundled.d.ts");
  for (const file of files) {
    const text = readFileSync(file, "utf8");
    const closed = text.replace(
      /import (?:type )?\{([^}]*)\} from "(?!\.)([^"]+)"/g,
      (whole, imported: string, from: string) => {
        if (given.test(from)) return whole;
        const plain = imported.replace(/\btype /g, "");
        for (const name of plain.split(",")) names.add(name.trim().split(" as ")[0] ?? "");
        const path = relative(dirname(file), opaque).replace(/\.d\.ts$/, ".ts");
        return `import type {${plain}} from "${path.startsWith(".") ? path : `./${path}`}"`;
      },
    );
    if (closed !== text) writeFileSync(file, closed);
  }
  const declared = [...names].filter(Boolean).sort();
  if (declared.length > 0)
    writeFileSync(opaque, declared.map((name) => `export type ${name} = unknown;\n`).join(""));
}
