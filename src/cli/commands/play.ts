/* `niklas play`: the playground, for the browsers of this machine. */
import { existsSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { quoted } from "../../base/words.ts";
import { statuses, type Status } from "../errors.ts";
import { reasonOf, systemCode, UsageError } from "../failure.ts";
import { loopback, playServer } from "../play_server.ts";
import { print } from "../terminal.ts";

export interface PlayArguments {
  readonly port?: number | undefined;
}

/** Serves until somebody ends it. */
export async function playCommand({ port = 0 }: PlayArguments): Promise<Status> {
  const folder = playgroundFolder();
  const server = playServer(folder);
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error) => reject(refusal(error, port)));
    server.listen(port, loopback, resolve);
  });
  const { port: taken } = addressOf(server.address());
  print("output", `the playground is at http://${loopback}:${taken}/\nCtrl-C ends it\n`);
  await new Promise<void>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, resolve);
  });
  server.close();
  server.closeAllConnections();
  return statuses.fine;
}

function refusal(error: Error, port: number): Error {
  const code = systemCode(error);
  if (code === "EADDRINUSE")
    return new UsageError(`port ${port} is taken`, `without ${quoted("--port")} a free one is found`);
  if (code === "EACCES")
    return new UsageError(
      `port ${port} cannot be used: ${reasonOf(error)}`,
      "ports from 1024 on are free to all",
    );
  return error;
}

function addressOf(address: AddressInfo | string | null): AddressInfo {
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  return address;
}

/** It lies beside the command line in the package; from the sources, where the last build has put it. */
function playgroundFolder(): string {
  const places = ["../playground", "../../dist/playground", "../../../dist/playground"];
  const folder = places
    .map((place) => join(import.meta.dirname, place))
    .find((candidate) => existsSync(join(candidate, "index.html")));
  if (folder !== undefined) return folder;
  throw new UsageError("the playground is missing from this installation", "`npm run build` makes it");
}
