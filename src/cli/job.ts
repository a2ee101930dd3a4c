/* What a process of the command line does, from its first to its last moment. */
import { reportThrown, statuses, type Status } from "./errors.ts";

/** Does the job of this process; its status is that with which the process ends, by itself, so that nothing is cut off. */
export async function doJob(job: () => Promise<Status>): Promise<void> {
  // Whatever ends the process before its time, an unfinished job is not a job well done.
  process.exitCode = statuses.failed;
  process.on("uncaughtException", (error) => {
    process.exitCode = reportThrown(error);
  });
  try {
    process.exitCode = await job();
  } catch (error) {
    process.exitCode = reportThrown(error);
  }
}
