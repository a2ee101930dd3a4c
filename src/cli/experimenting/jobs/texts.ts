/* The files of jobs. What has to fit the place where they run stands at the head, in words. */
import type { Engine } from "./engines.ts";
import { mergeCommand, partCommand, plainName, type Job } from "./job.ts";

/** GitHub runs no more jobs of one matrix. */
export const mostOfMatrix = 256;

export const jobTexts: Readonly<Record<Engine, (job: Job) => string>> = {
  parallel: parallelJob,
  slurm: slurmJob,
  kubernetes: kubernetesJob,
  github: githubJob,
};

function parallelJob(job: Job): string {
  const { shards } = job;
  return `#!/usr/bin/env bash
# Carries out an experiment in ${shards} parts, by GNU parallel, and merges them. Run it with bash, in the folder that the paths start from.
# After an interruption, run it again: every part goes on where it was.
#
# JOBS says how many parts are carried out at once; without it, one for each core. On other machines too: add
# --sshloginfile FILE --workdir . to the options of parallel, where all of them have niklas and this folder (by a network disk).
set -euo pipefail

part() {
  niklas ${partCommand(job, "$1", " --workers 1")}
}
export -f part

PARALLEL_SHELL="$(command -v bash)" parallel --env part --jobs "\${JOBS:-100%}" --halt soon,fail=1 part ::: $(seq ${shards})
niklas ${mergeCommand(job)}
`;
}

function slurmJob(job: Job): string {
  const { shards, name } = job;
  return `#!/bin/bash
#SBATCH --job-name=niklas-${plainName(name)}
#SBATCH --array=1-${shards}
#SBATCH --cpus-per-task=4
#SBATCH --time=01:00:00
#SBATCH --requeue
# Carries out an experiment in ${shards} parts. Submit it with sbatch in the folder that the paths start from, a folder that all nodes
# have. A part that was ended (by its time, or by another job) goes on where it was when it is submitted again. Time and cores are
# to be fitted to your experiment, and to what your site asks for.
#
# When all parts are done:
#   niklas ${mergeCommand(job)}
# or, submitted right away with the number that sbatch has told:
#   sbatch --dependency=afterok:NUMBER --wrap=${shellQuoted(`niklas ${mergeCommand(job)}`)}
set -eu
niklas ${partCommand(job, "$SLURM_ARRAY_TASK_ID", ' --workers "${SLURM_CPUS_PER_TASK:-1}"')}
`;
}

/** In single quotes, as one word. */
function shellQuoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

function kubernetesJob(job: Job): string {
  const { shards, name, version } = job;
  // Kubernetes replaces $(NAME) before a shell sees it, and takes $$ for $.
  const command = partCommand(job, "$PART", " --workers 1").replaceAll("$(", () => "$$(");
  return `# Carries out an experiment in ${shards} parts, each a pod; one that was ended goes on where it was.
#
# image: one with Node.js and Niklas in it, such as of a Dockerfile with the two lines
#   FROM node:22
#   RUN npm install --global niklas@${version}
# claimName: a volume that all pods can write to (ReadWriteMany), with the model in it. When all parts are done
# (kubectl wait --for=condition=complete --timeout=-1s job/niklas-${plainName(name)}), there:
#   niklas ${mergeCommand(job)}
apiVersion: batch/v1
kind: Job
metadata:
  name: niklas-${plainName(name)}
spec:
  completions: ${shards}
  parallelism: ${Math.min(shards, 16)}
  completionMode: Indexed
  backoffLimit: ${shards + 6}
  template:
    spec:
      restartPolicy: Never
      containers:
        - name: part
          image: niklas:${version}
          workingDir: /models
          command:
            - sh
            - -c
            - |
              set -eu
              PART=\`expr "$JOB_COMPLETION_INDEX" + 1\`
              niklas ${indented(command, 14)}
          resources:
            requests:
              cpu: "1"
              memory: 512Mi
          volumeMounts:
            - name: models
              mountPath: /models
      volumes:
        - name: models
          persistentVolumeClaim:
            claimName: models
`;
}

function githubJob(job: Job): string {
  const { shards, name } = job;
  const plain = plainName(name);
  const numbers = Array.from({ length: shards }, (_, index) => index + 1).join(", ");
  return `# Carries out an experiment in ${shards} parts, each a job of a matrix, and merges them: its results are an artifact of the run.
# The file belongs into .github/workflows/. Niklas is to be among the dependencies of the repository (npm install --save-dev niklas).
name: niklas ${plain}
on: workflow_dispatch
permissions:
  contents: read
jobs:
  part:
    runs-on: ubuntu-latest
    strategy:
      fail-fast: false
      matrix:
        part: [${numbers}]
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with:
          node-version: 22
      - run: npm ci
      - env:
          PART: \${{ matrix.part }}
        run: |
          npx niklas ${indented(withoutExpressions(partCommand(job, "$PART")), 10)}
      - uses: actions/upload-artifact@v4
        with:
          name: ${plain}-\${{ matrix.part }}
          path: ${plain}-\${{ matrix.part }}-of-${shards}.part
  merge:
    needs: part
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with:
          node-version: 22
      - run: npm ci
      - uses: actions/download-artifact@v4
        with:
          pattern: ${plain}-*
          merge-multiple: true
      - run: |
          npx niklas ${indented(withoutExpressions(mergeCommand(job)), 10)}
      - uses: actions/upload-artifact@v4
        with:
          name: results of ${plain}
          path: |
            ${job.results.map((file) => withoutExpressions(indented(file, 12))).join("\n            ")}
`;
}

/** Within a block of lines in YAML each line stands as far in. */
function indented(text: string, columns: number): string {
  return text.replaceAll("\n", `\n${" ".repeat(columns)}`);
}

/** GitHub replaces what stands between these signs before a shell sees it; the signs themselves are had so. */
function withoutExpressions(text: string): string {
  return text.replaceAll("${{", () => "${{ '${{' }}");
}
