/** Objects of S3 as files: one for the bytes and one for what is known about them. */
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32 } from 'node:zlib';
import * as z from 'zod';
import { readJsonFile, writeJsonFile } from '../json-file.ts';

const ObjectMetadata = z.object({
  key: z.string(),
  size: z.number(),
  etag: z.string(),
  lastModified: z.string(),
  /** `content-type`, `content-disposition` and `x-amz-meta-…` as they came. */
  headers: z.record(z.string(), z.string()),
});
export type ObjectMetadata = z.infer<typeof ObjectMetadata>;

export interface ObjectStore {
  /** Undefined where the bytes do not have the expected checksum (CRC32, base64): then nothing is stored. */
  write(object: {
    bucket: string;
    key: string;
    body: Readable;
    headers: Record<string, string>;
    lastModified: string;
    checksum?: string | undefined;
  }): Promise<ObjectMetadata | undefined>;
  find(bucket: string, key: string): ObjectMetadata | undefined;
  /** Bytes `start` to `end`, both included. */
  read(bucket: string, key: string, start: number, end: number): Readable;
  remove(bucket: string, key: string): void;
}

/** Measures what flows through. */
function createMeter() {
  const md5 = createHash('md5');
  const figures = { size: 0, crc: 0 };
  const meter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      md5.update(chunk);
      figures.size += chunk.length;
      figures.crc = crc32(chunk, figures.crc);
      done(null, chunk);
    },
  });
  const checksum = () => {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32BE(figures.crc);
    return bytes.toString('base64');
  };
  return { meter, size: () => figures.size, etag: () => `"${md5.digest('hex')}"`, checksum };
}

/** Opens the store over a folder. */
export function openObjectStore(root: string): ObjectStore {
  const pathOf = (bucket: string, key: string) =>
    join(root, encodeURIComponent(bucket), createHash('sha256').update(key).digest('hex'));

  return {
    write: async ({ bucket, key, body, headers, lastModified, checksum }) => {
      const path = pathOf(bucket, key);
      mkdirSync(join(root, encodeURIComponent(bucket)), { recursive: true });
      const draft = `${path}.${randomUUID()}`;
      const measured = createMeter();
      try {
        await pipeline(body, measured.meter, createWriteStream(draft));
        if (checksum !== undefined && checksum !== measured.checksum()) return undefined;
        const metadata = { key, size: measured.size(), etag: measured.etag(), lastModified, headers };
        renameSync(draft, path);
        writeJsonFile(`${path}.json`, metadata);
        return metadata;
      } finally {
        rmSync(draft, { force: true });
      }
    },
    find: (bucket, key) => {
      const path = pathOf(bucket, key);
      return existsSync(path) ? readJsonFile(`${path}.json`, ObjectMetadata) : undefined;
    },
    read: (bucket, key, start, end) => createReadStream(pathOf(bucket, key), { start, end }),
    remove: (bucket, key) => {
      rmSync(pathOf(bucket, key), { force: true });
      rmSync(`${pathOf(bucket, key)}.json`, { force: true });
    },
  };
}
