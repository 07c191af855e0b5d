/** The service's clock: the machine's clock plus an offset that only grows, shared with the workers and kept between starts. */
import * as z from 'zod';
import { readJsonFile, writeJsonFile } from './json-file.ts';

export interface LocalClock {
  /** Milliseconds since 1970. */
  now(): number;
  iso(): string;
  /** Sets the clock forward; false, and nothing happens, for an instant that has passed. */
  moveTo(time: number): boolean;
  /** One 64-bit float: the offset in milliseconds. */
  shared: SharedArrayBuffer;
}

export function openClock(path: string): LocalClock {
  const shared = new SharedArrayBuffer(Float64Array.BYTES_PER_ELEMENT);
  const offset = new Float64Array(shared);
  offset[0] = readJsonFile(path, z.object({ offsetMs: z.number().min(0) }))?.offsetMs ?? 0;
  const now = () => Date.now() + (offset[0] ?? 0);
  return {
    now,
    iso: () => new Date(now()).toISOString(),
    moveTo: (time) => {
      if (time < now()) return false;
      const offsetMs = time - Date.now();
      writeJsonFile(path, { offsetMs });
      offset[0] = offsetMs;
      return true;
    },
    shared,
  };
}
