/** Bundles every function with one run of esbuild: quick, and the same bytes for the same sources. */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { bundleConsole } from './bundle-console.ts';
import { writeChanged } from './write-changed.ts';

const functionFolders = [
  'account',
  'api-docs',
  'campaigns',
  'console',
  'deliver-email',
  'deliver-letters',
  'deliver-push',
  'deliver-sms',
  'devices',
  'expand-audience',
  'import-people',
  'notices',
  'pages',
  'people',
  'platform-application',
  'publish-changes',
  'record-feedback',
  'tick',
] as const;
export type FunctionFolder = (typeof functionFolders)[number];

/** Absolute directory of the bundle of a function folder; it holds `index.mjs`, and for the console also the files of its page. */
export type BundleOf = (folder: FunctionFolder) => string;

const repositoryRoot = resolve(import.meta.dirname, '..');

/** CommonJS libraries in an ES module ask for `require`. */
const requireBanner =
  "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);";

/**
 * Bundles `<source>/<folder>/handler.ts` to `<target>/<folder>/index.mjs` for the Lambda runtime, which brings the AWS SDK with it.
 * @throws Error that names the folders without a handler, or the error of esbuild
 */
export async function bundleFolders(
  folders: readonly string[],
  source: string,
  target: string,
): Promise<void> {
  const missing = folders.filter((folder) => !existsSync(join(source, folder, 'handler.ts')));
  if (missing.length > 0) throw new Error(`These functions have no handler.ts: ${missing.join(', ')}.`);
  const { outputFiles } = await build({
    entryPoints: folders.map((folder) => ({
      in: join(source, folder, 'handler.ts'),
      out: `${folder}/index`,
    })),
    absWorkingDir: repositoryRoot,
    outdir: target,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    minify: true,
    legalComments: 'none',
    // Text of seventeen languages stays as it is; escaped it would be twice as long.
    charset: 'utf8',
    external: ['@aws-sdk/*', '@smithy/*'],
    banner: { js: requireBanner },
    write: false,
    logLevel: 'silent',
  });
  await Promise.all(outputFiles.map(writeChanged));
}

/** Bundles all functions into `build/functions`. @throws Error as `bundleFolders` */
export async function bundleFunctions(): Promise<BundleOf> {
  const target = join(repositoryRoot, 'build', 'functions');
  const source = join(repositoryRoot, 'functions');
  await Promise.all([
    bundleFolders(functionFolders, source, target),
    bundleConsole(join(source, 'console', 'client'), join(target, 'console')),
  ]);
  return (folder) => join(target, folder);
}
