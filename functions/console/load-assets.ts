/** The files of the console that lie beside the bundle, in every encoding they were written in. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** In the order of preference: the smaller one first. */
const encodings = [
  { name: 'br', end: '.br' },
  { name: 'gzip', end: '.gz' },
] as const;

const types: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
};

export interface Asset {
  readonly type: string;
  readonly plain: Uint8Array;
  readonly encoded: readonly { readonly name: string; readonly bytes: Uint8Array }[];
}

/** Name with its content hash → file, of a directory. */
export type Assets = ReadonlyMap<string, Asset>;

/** Reads the scripts and style sheets of a directory with their compressed forms. */
export function loadAssets(directory: string): Assets {
  const names = readdirSync(directory);
  return new Map(
    names.flatMap((name): [string, Asset][] => {
      const type = types[name.split('.').pop() ?? ''];
      if (type === undefined) return [];
      const encoded = encodings
        .filter(({ end }) => names.includes(name + end))
        .map((encoding) => ({
          name: encoding.name,
          bytes: readFileSync(join(directory, name + encoding.end)),
        }));
      return [[name, { type, plain: readFileSync(join(directory, name)), encoded }]];
    }),
  );
}

/** The name of the file that an entry of the bundle became. @throws Error at cold start when the bundle lacks it */
export function assetNamed(assets: Assets, entry: string, end: 'js' | 'css'): string {
  const pattern = new RegExp(`^${entry}-[A-Z0-9]+\\.${end}$`);
  const found = [...assets.keys()].find((name) => pattern.test(name));
  if (found === undefined) throw new Error(`The bundle has no ${entry}-<hash>.${end}.`);
  return found;
}
