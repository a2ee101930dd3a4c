/*
 * Neovim, set up as docs/editors.md says for its version, and used as somebody uses it who types. Without Neovim it is
 * skipped; `NIKLAS_NVIM=/path/of/nvim` names another than the one on the path.
 */
import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test, type TestContext } from "vitest";
import { folderWith } from "../cli/folder.ts";
import { fencesOf } from "../support/pages.ts";
import { niklasOnPath } from "./niklas.ts";

const nvim = process.env.NIKLAS_NVIM ?? "nvim";
const version = versionOf(spawnSync(nvim, ["--version"], { encoding: "utf8" }).stdout ?? "");
const path = niklasOnPath();

/** 0.11.2 as 11. */
function versionOf(text: string): number | undefined {
  const minor = /^NVIM v0\.(\d+)/.exec(text)?.[1];
  return minor === undefined ? undefined : Number(minor);
}

/** After so many milliseconds nobody waits any longer. */
const patience = 20_000;

/** What the page says is to stand in `init.lua`: the instruction for the newest version that is not newer than this. */
function setUp(minor: number): string {
  const page = readFileSync(fileURLToPath(new URL("../../docs/editors.md", import.meta.url)), "utf8");
  const [fence] = fencesOf(page)
    .flatMap(({ words, text }) => {
      const since = /^nvim=0\.(\d+)$/.exec(words.find((word) => word.startsWith("nvim=")) ?? "")?.[1];
      return since === undefined ? [] : [{ since: Number(since), text }];
    })
    .filter(({ since }) => since <= minor)
    .sort((one, other) => other.since - one.since);
  if (fence === undefined) throw new Error(`the page says nothing about Neovim 0.${minor}`);
  return fence.text;
}

interface Neovim {
  /** Types keys, in the notation of Neovim. */
  readonly type: (keys: string) => void;
  /** The value of an expression, once it is what is waited for. */
  readonly until: <Value>(expression: string, is: (value: Value) => boolean) => Promise<Value>;
  readonly folder: string;
}

/** Opens a file of a folder. */
async function open(
  context: TestContext,
  files: Readonly<Record<string, string>>,
  file: string,
): Promise<Neovim> {
  if (version === undefined)
    return context.skip("there is no Neovim: apt-get install neovim, or NIKLAS_NVIM");
  const folder = folderWith(files);
  const home = folderWith({ "init.lua": setUp(version) });
  for (const name of ["config", "data", "state", "cache", "run"]) mkdirSync(join(home, name));
  const env = {
    ...process.env,
    PATH: `${path()}${delimiter}${process.env.PATH ?? ""}`,
    HOME: home,
    XDG_CONFIG_HOME: join(home, "config"),
    XDG_DATA_HOME: join(home, "data"),
    XDG_STATE_HOME: join(home, "state"),
    XDG_CACHE_HOME: join(home, "cache"),
    XDG_RUNTIME_DIR: join(home, "run"),
  };
  const socket = join(home, "run/socket");
  const args = ["--headless", "-n", "--listen", socket, "-u", join(home, "init.lua"), file];
  const editor = spawn(nvim, args, { cwd: folder, env, stdio: "ignore" });
  onTestFinished(() => void editor.kill("SIGKILL"));
  const remote = (...rest: readonly string[]): string => {
    // Older ones print what they are asked on what is for errors.
    const { stdout, stderr } = spawnSync(nvim, ["--headless", "--server", socket, ...rest], {
      env,
      encoding: "utf8",
    });
    return stdout === "" ? stderr : stdout;
  };
  const until: Neovim["until"] = async (expression, is) => {
    let last: unknown;
    for (const begun = Date.now(); Date.now() - begun < patience;) {
      await new Promise((done) => setTimeout(done, 50));
      try {
        last = remote("--remote-expr", `json_encode(${expression})`);
        const value: unknown = JSON.parse(String(last));
        if (is(value as never)) return value as never;
      } catch {
        // It is not there yet.
      }
    }
    throw new Error(`${expression} is ${String(last)}`);
  };
  await until<number>("1", () => true);
  return { folder, type: (keys) => void remote("--remote-send", keys), until };
}

const part = `machine engine {
  function "run"
  code on_ / off
  sensitive to key(turn: number)
  operation roar
  program start conditional on key {
    when turn > 1 -> on_ { emit roar }
    otherwise -> off
  }
}
`;
const user = (name: string) => `import engine from "./part"

machine ${name} {
  function "listen"
  code loud / still
  sensitive to noise
  operation nod
  program hear conditional on noise { otherwise -> loud { emit nod } }
}

coupling air_${name} between engine and ${name} { engine.roar -> ${name}.noise }
coupling hand_${name} between ${name} and engine { ${name}.nod -> engine.key(turn: 2) }
`;
const files = { "part.sys": part, "one.sys": user("ear"), "two.sys": user("dog") };

test("Neovim shows what is found", async (context) => {
  const { until } = await open(
    context,
    { "wrong.sys": "machine mill { code grinding / still / broken }\n" },
    "wrong.sys",
  );
  const found = await until<readonly { code: string; message: string }[]>(
    'luaeval("vim.diagnostic.get(0)")',
    (all) => all.length > 0,
  );
  expect(found.map(({ message }) => message).join()).toContain("the code of `mill` has 3 values");
});

test("Neovim completes the target of a channel", async (context) => {
  const { type, until } = await open(context, files, "one.sys");
  await until<boolean>('luaeval("next(vim.lsp.buf_get_clients(0)) ~= nil")', Boolean);
  await until<string>("&omnifunc", (name) => name !== "");
  type("Gocoupling more between engine and ear { engine.roar -> ear.");
  await until<string>("getline('.')", (line) => line.endsWith("ear."));
  type("<C-x><C-o>");
  const items = await until<readonly { word: string }[]>(
    "complete_info(['items']).items",
    (all) => all.length > 0,
  );
  expect(items.map(({ word }) => word)).toEqual(["noise"]);
  type("<Esc>");
  const line = await until<string>("getline('.')", (text) => !text.endsWith("."));
  expect(line).toBe("coupling more between engine and ear { engine.roar -> ear.noise");
});

test("Neovim renames a system in three files", async (context) => {
  const { folder, type, until } = await open(context, files, "part.sys");
  await until<boolean>('luaeval("next(vim.lsp.buf_get_clients(0)) ~= nil")', Boolean);
  type("ggw:lua vim.lsp.buf.rename('motor')<CR>");
  await until<string>("getline(1)", (line) => line.includes("motor"));
  type(":wall<CR>");
  await until<number>("len(filter(getbufinfo(), 'v:val.changed'))", (changed) => changed === 0);
  for (const [name, text] of Object.entries(files))
    expect(readFileSync(join(folder, name), "utf8"), name).toBe(text.replaceAll("engine", "motor"));
});
