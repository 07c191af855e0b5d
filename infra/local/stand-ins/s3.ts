/** Stands in for S3 over a folder: objects are streamed, presigned links run out, and new objects are announced. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { LocalClock } from '../clock.ts';
import { wordsOf } from '../problem.ts';
import type { PublicHandler } from '../public-server.ts';
import { decodeAwsChunked } from './aws-chunked.ts';
import type { ObjectMetadata, ObjectStore } from './object-store.ts';
import { escapeXml } from './query-protocol.ts';
import type { ObjectCreated } from './s3-notifications.ts';

export interface S3Options {
  buckets: readonly string[];
  store: ObjectStore;
  created: ObjectCreated;
  clock: LocalClock;
  /** The part of the path before the bucket. */
  basePath: string;
}

interface S3Request {
  request: IncomingMessage;
  response: ServerResponse;
  url: URL;
  bucket: string;
  key: string;
}

const keptHeader = /^(content-type|content-disposition|cache-control|x-amz-meta-.+)$/;
const operations: Record<string, string> = {
  PUT: 'PutObject',
  GET: 'GetObject',
  HEAD: 'HeadObject',
  DELETE: 'DeleteObject',
};

class S3Error extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/** `20261123T184513Z` in milliseconds since 1970. */
function parseAmzDate(text: string): number {
  return Date.parse(text.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));
}

/** A request is signed by a header, or by its link; of a link the operation and the time are checked, not the signature. */
function checkSigned(request: IncomingMessage, url: URL, now: number): void {
  if (request.headers.authorization?.startsWith('AWS4-HMAC-SHA256 ')) return;
  const query = url.searchParams;
  if (!query.has('X-Amz-Signature')) throw new S3Error(403, 'AccessDenied', 'Access Denied');
  const end = parseAmzDate(query.get('X-Amz-Date') ?? '') + Number(query.get('X-Amz-Expires')) * 1000;
  if (!(now <= end)) throw new S3Error(403, 'AccessDenied', 'Request has expired');
  const operation = query.get('x-id');
  if (operation !== null && operation !== operations[request.method ?? '']) {
    throw new S3Error(403, 'SignatureDoesNotMatch', 'The link was signed for another operation.');
  }
}

/** First and last byte of a `Range` header (RFC 9110, 14.1.2); undefined: the whole object. */
function parseRange(header: string | undefined, size: number): { start: number; end: number } | undefined {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '');
  if (!match || (match[1] === '' && match[2] === '')) return undefined;
  if (match[1] === '') return { start: Math.max(0, size - Number(match[2])), end: size - 1 };
  const start = Number(match[1]);
  const end = match[2] === '' ? size - 1 : Math.min(Number(match[2]), size - 1);
  if (start >= size || start > end)
    throw new S3Error(416, 'InvalidRange', 'The requested range is not satisfiable');
  return { start, end };
}

function describe(response: ServerResponse, object: ObjectMetadata): void {
  response.setHeader('etag', object.etag);
  response.setHeader('last-modified', new Date(object.lastModified).toUTCString());
  response.setHeader('accept-ranges', 'bytes');
  for (const [name, value] of Object.entries(object.headers)) response.setHeader(name, value);
}

function fail(request: IncomingMessage, response: ServerResponse, error: unknown): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const { status, code, message } =
    error instanceof S3Error ? error : new S3Error(500, 'InternalError', wordsOf(error));
  const xml = `<Error><Code>${code}</Code><Message>${escapeXml(message)}</Message></Error>`;
  // The rest of a refused upload is not read.
  response.writeHead(status, { 'content-type': 'application/xml', connection: 'close' });
  response.end(request.method === 'HEAD' ? undefined : xml);
}

/** A handler for everything under `basePath`. */
export function createS3(options: S3Options): PublicHandler {
  const { store, clock } = options;

  const put = async ({ request, response, url, bucket, key }: S3Request) => {
    if (url.searchParams.has('uploadId'))
      throw new S3Error(501, 'NotImplemented', 'No multipart uploads here');
    const isChunked = String(request.headers['x-amz-content-sha256']).startsWith('STREAMING-');
    const kept = Object.entries(request.headers).filter(([name]) => keptHeader.test(name));
    const object = await store.write({
      bucket,
      key,
      body: isChunked ? request.pipe(decodeAwsChunked()) : request,
      headers: Object.fromEntries(kept.map(([name, value]) => [name, String(value)])),
      lastModified: clock.iso(),
      checksum:
        request.headers['x-amz-checksum-crc32']?.toString() ??
        url.searchParams.get('x-amz-checksum-crc32') ??
        undefined,
    });
    if (!object)
      throw new S3Error(400, 'BadDigest', 'The CRC32 you specified did not match the calculated checksum.');
    response.setHeader('etag', object.etag).end();
    options.created(bucket, object);
  };
  const find = ({ request, url, bucket, key }: S3Request): ObjectMetadata => {
    if (url.searchParams.has('list-type')) throw new S3Error(501, 'NotImplemented', 'No listing here');
    const object = store.find(bucket, key);
    if (!object) throw new S3Error(404, 'NoSuchKey', 'The specified key does not exist.');
    const wanted = request.headers['if-match'];
    if (wanted === undefined || wanted === object.etag) return object;
    throw new S3Error(412, 'PreconditionFailed', 'The object has changed.');
  };
  const get = async (call: S3Request) => {
    const { request, response, bucket, key } = call;
    const object = find(call);
    const range = parseRange(request.headers.range, object.size);
    const { start, end } = range ?? { start: 0, end: object.size - 1 };
    describe(response, object);
    response.statusCode = range ? 206 : 200;
    response.setHeader('content-length', end - start + 1);
    if (range) response.setHeader('content-range', `bytes ${start}-${end}/${object.size}`);
    if (request.method === 'HEAD' || object.size === 0) response.end();
    else await pipeline(store.read(bucket, key, start, end), response);
  };
  const remove = async ({ response, bucket, key }: S3Request) => {
    store.remove(bucket, key);
    response.writeHead(204).end();
  };
  const handlers: Record<string, (request: S3Request) => Promise<void>> = {
    PUT: put,
    GET: get,
    HEAD: get,
    DELETE: remove,
  };

  const answer = async (request: IncomingMessage, response: ServerResponse, url: URL) => {
    const [bucket = '', ...rest] = url.pathname.slice(options.basePath.length + 1).split('/');
    const key = decodeURIComponent(rest.join('/'));
    const handle = handlers[request.method ?? ''];
    if (!options.buckets.includes(bucket))
      throw new S3Error(404, 'NoSuchBucket', 'The bucket does not exist');
    if (!handle || key === '') throw new S3Error(501, 'NotImplemented', 'The local S3 knows objects only');
    checkSigned(request, url, clock.now());
    await handle({ request, response, url, bucket, key });
  };
  return async (request, response, url) => {
    // The SDK corrects its own clock by this header; without it, a moved clock would look like a wrong one.
    response.setHeader('date', new Date(clock.now()).toUTCString());
    await answer(request, response, url).catch((error: unknown) => fail(request, response, error));
  };
}
