/** The bucket `files`: uploads by presigned address, and streaming reads. */
import {
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { InvalidInput } from '../domain/faults.ts';

export interface Upload {
  url: string;
  /** To be sent with the PUT: they are part of the signature. */
  headers: Readonly<Record<string, string>>;
}

export interface StoredFile {
  bytes: number;
  /** Names the content. */
  etag: string;
}

export type Files = ReturnType<typeof createFiles>;

/**
 * The client of the bucket. Path-style addresses work at every endpoint, as names of buckets are host names at AWS only.
 * Checksums only where S3 asks for them: a presigned upload would otherwise carry that of an empty body.
 */
export function createFilesClient(): S3Client {
  return new S3Client({
    forcePathStyle: true,
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
}

/** Files of the bucket. */
export function createFiles(client: S3Client, bucket: string) {
  return {
    /** An address that takes a PUT of this content type until it expires. */
    async presignUpload(
      key: string,
      options: { contentType: string; expiresSeconds: number },
    ): Promise<Upload> {
      const { contentType, expiresSeconds } = options;
      const command = new PutObjectCommand({ Bucket: bucket, Key: key, ContentType: contentType });
      const signableHeaders = new Set(['host', 'content-type']);
      const url = await getSignedUrl(client, command, { expiresIn: expiresSeconds, signableHeaders });
      return { url, headers: { 'content-type': contentType } };
    },

    /** An address that gives the file until it expires. */
    async presignDownload(key: string, expiresSeconds: number): Promise<string> {
      return getSignedUrl(client, new GetObjectCommand({ Bucket: bucket, Key: key }), {
        expiresIn: expiresSeconds,
      });
    },

    /** Stores a text under a key, in place of what was there. */
    async write(key: string, text: string, contentType: string): Promise<void> {
      await client.send(
        new PutObjectCommand({ Bucket: bucket, Key: key, Body: text, ContentType: contentType }),
      );
    },

    /** What is stored under a key. Throws what S3 throws when there is nothing. */
    async describe(key: string): Promise<StoredFile> {
      const { ContentLength: bytes, ETag: etag } = await client.send(
        new HeadObjectCommand({ Bucket: bucket, Key: key }),
      );
      if (bytes === undefined || etag === undefined)
        throw new Error('S3 told neither size nor content of a file');
      return { bytes, etag };
    },

    /**
     * The bytes of a file from an offset on, as they arrive.
     * @throws InvalidInput when the file is no longer the one of that etag
     */
    async *read(key: string, file: StoredFile, fromByte: number): AsyncGenerator<Uint8Array> {
      if (fromByte >= file.bytes) return;
      const command = { Bucket: bucket, Key: key, IfMatch: file.etag, Range: `bytes=${fromByte}-` };
      const { Body } = await client.send(new GetObjectCommand(command)).catch(explainReplaced);
      if (Body) yield* toBytes(Body.transformToWebStream());
    },
  };
}

/** 412: the condition on the etag did not hold (RFC 9110, 15.5.13). */
function explainReplaced(error: unknown): never {
  const isReplaced = error instanceof S3ServiceException && error.$metadata.httpStatusCode === 412;
  throw isReplaced
    ? new InvalidInput('The file was replaced while it was being imported.', { cause: error })
    : error;
}

async function* toBytes(stream: AsyncIterable<unknown>): AsyncGenerator<Uint8Array> {
  for await (const chunk of stream) {
    if (!(chunk instanceof Uint8Array)) throw new Error('S3 gave something other than bytes');
    yield chunk;
  }
}
