/*
 * A guard before the reader of messages, which would wait for ever for a message that is announced to be endless, and
 * takes whatever stands in a header. What is no message is dropped, up to where the next one begins.
 */
import { Transform, type TransformCallback } from "node:stream";

/** Longer messages are not read. A text of the largest size that is checked fits in, escapes and all. */
const longestMessage = 64_000_000;
/** A header that goes on for longer is none. */
const longestHeader = 4096;

const headerBegin = Buffer.from("content-length:");
const headerEnd = Buffer.from("\r\n\r\n");

/** Lets whole messages pass, and nothing else; `dropped` is told how many bytes were none. */
export function wholeMessages(dropped: (bytes: number) => void): Transform {
  const chunks: Buffer[] = [];
  let held = 0;
  /** How much must be there before it is worth looking again. */
  let wanted = 0;

  function take(): Buffer | undefined {
    let rest = Buffer.concat(chunks);
    const passed: Buffer[] = [];
    for (;;) {
      const start = beginning(rest);
      if (start > 0) dropped(start);
      rest = rest.subarray(start);
      const end = rest.indexOf(headerEnd);
      if (end === -1) {
        if (rest.length <= longestHeader) break;
        rest = rest.subarray(skip(rest));
        continue;
      }
      const length = lengthIn(rest.subarray(0, end).toString("latin1"));
      if (end > longestHeader) {
        rest = rest.subarray(skip(rest));
        continue;
      }
      if (length === undefined) {
        dropped(end + headerEnd.length);
        rest = rest.subarray(end + headerEnd.length);
        wanted = 0;
        continue;
      }
      const whole = end + headerEnd.length + length;
      if (rest.length < whole) {
        wanted = whole;
        break;
      }
      passed.push(rest.subarray(0, whole));
      rest = rest.subarray(whole);
      wanted = 0;
    }
    chunks.splice(0, chunks.length, rest);
    held = rest.length;
    return passed.length > 0 ? Buffer.concat(passed) : undefined;
  }

  function skip(rest: Buffer): number {
    dropped(Math.min(rest.length, headerBegin.length));
    wanted = 0;
    return headerBegin.length;
  }

  return new Transform({
    transform(chunk: Buffer, _encoding, done: TransformCallback) {
      chunks.push(chunk);
      held += chunk.length;
      if (held < wanted) done();
      else done(null, take());
    },
  });
}

/** Where a header begins, or may begin with what is still to come. */
function beginning(bytes: Buffer): number {
  // Sliced bytes keep their offsets in Latin 1, and a header is ASCII.
  const head = bytes.subarray(0, headerBegin.length).toString("latin1").toLowerCase();
  if ("content-".startsWith(head.slice(0, 8)) || head.startsWith("content-")) return 0;
  const text = bytes.toString("latin1").toLowerCase();
  const found = text.indexOf("content-length:");
  if (found !== -1) return found;
  // It may be cut in two: what could be its first half is kept.
  for (let kept = Math.min(headerBegin.length - 1, text.length); kept > 0; kept -= 1) {
    if ("content-length:".startsWith(text.slice(text.length - kept))) return text.length - kept;
  }
  return text.length;
}

/** What a header says of the length of its message, if it says it once and sensibly. */
function lengthIn(header: string): number | undefined {
  const lengths = header.split("\r\n").flatMap((line) => {
    const found = /^content-length:\s*(\d{1,12})\s*$/i.exec(line);
    return found === null ? [] : [Number(found[1])];
  });
  const [length] = lengths;
  return lengths.length === 1 && length !== undefined && length <= longestMessage ? length : undefined;
}
