/** Takes the framing off an upload that the SDK streams (S3 API reference, sigv4-streaming): chunks, then trailers. */
import { Transform, type TransformCallback } from 'node:stream';

const lineEnd = Buffer.from('\r\n');

/** A stream of the bytes inside the frames; trailers are dropped. */
export function decodeAwsChunked(): Transform {
  let pending = Buffer.alloc(0);
  /** Bytes that the current chunk still has; undefined: a size line comes next. */
  let remaining: number | undefined;
  let isOver = false;

  /** Consumes one size line; false where it is not complete yet. */
  const readSize = (): boolean => {
    const end = pending.indexOf(lineEnd);
    if (end < 0) return false;
    const size = Number.parseInt(pending.subarray(0, end).toString('latin1'), 16);
    if (Number.isNaN(size)) throw new Error('malformed aws-chunked body');
    pending = pending.subarray(end + 2);
    remaining = size;
    isOver = size === 0;
    return true;
  };
  /** Passes on what is there of the current chunk; false where more must come first. */
  const readChunk = (stream: Transform, left: number): boolean => {
    const taken = pending.subarray(0, left);
    stream.push(Buffer.from(taken));
    pending = pending.subarray(taken.length);
    remaining = left - taken.length;
    if (remaining > 0 || pending.length < lineEnd.length) return false;
    pending = pending.subarray(lineEnd.length);
    remaining = undefined;
    return true;
  };
  return new Transform({
    transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback) {
      try {
        pending = Buffer.concat([pending, chunk]);
        while (!isOver && (remaining === undefined ? readSize() : readChunk(this, remaining))) {
          // Each round consumes a size line or a chunk.
        }
        done();
      } catch (error) {
        done(error instanceof Error ? error : new Error(String(error)));
      }
    },
  });
}
