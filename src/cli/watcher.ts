/* The library that watches files, in a file of its own: only who watches needs it. */
export { watch } from "chokidar";
