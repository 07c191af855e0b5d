/** The API document and its page: complete, whole, and the same as what is served. */
import { readdirSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { buildDocument } from '../../functions/api-docs/build-document.ts';
import { pagePolicy, renderPage } from '../../functions/api-docs/render-page.ts';
import { contractAreas } from '../../shared/api/all-contracts.ts';
import type { Contract } from '../../shared/api/contract.ts';
import type { Route } from '../../shared/api/route.ts';
import { problemKinds } from '../../shared/middleware/problem.ts';
import { httpEvent, lambdaContext } from '../support/http-event.ts';
import { quietTelemetry } from '../support/http-service.ts';

const document = buildDocument('https://notify.example.com');
const operations = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
  Object.entries(item).map(([method, operation]) => ({
    key: `${method.toUpperCase()} ${path}`,
    path,
    operation,
  })),
);
const contracts: Map<string, Contract> = new Map(
  Object.values(contractAreas).flatMap((area) => Object.entries(area)),
);

let served: Route[] = [];

beforeAll(async () => {
  const folder = new URL('../../functions/', import.meta.url);
  const modules = await Promise.all(
    readdirSync(folder).map((name) => import(`../../functions/${name}/env.ts`)),
  );
  served = modules.flatMap(({ routes = [] }: { routes?: Route[] }) => routes);
});

describe('the document', () => {
  it('has every route that a function serves, and no other; HEAD is answered by the GET of the same path', () => {
    const keys = new Set(served.map(({ key }) => key.replace(/^HEAD /, 'GET ')));
    expect(operations.map(({ key }) => key).sort()).toEqual([...keys].sort());
  });

  it('asks for the token that stands in front of the route', () => {
    for (const { key, auth } of served) {
      expect([key, contracts.get(key.replace(/^HEAD /, 'GET '))?.auth]).toEqual([key, auth]);
    }
  });

  it('names every parameter of a path, once', () => {
    for (const { key, path, operation } of operations) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const named = (operation.parameters ?? []).filter(
        (parameter: { in?: string }) => parameter.in === 'path',
      );
      expect([key, named.map(({ name }: { name: string }) => name)]).toEqual([key, inPath]);
    }
  });

  it('has no reference that leads nowhere', () => {
    const references = [
      ...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g),
    ].map(([, name]) => name);
    expect(references.length).toBeGreaterThan(50);
    const known = Object.keys(document.components?.schemas ?? {});
    expect(known).toEqual(expect.arrayContaining([...new Set(references)]));
  });

  it('gives every operation its own id, answers with descriptions, and known ways to sign in', () => {
    const ids = operations.map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(operations.length);
    const schemes = Object.keys(document.components?.securitySchemes ?? {});
    for (const { operation } of operations) {
      const answers = Object.entries<{ description: string }>(operation.responses);
      expect(answers.some(([status]) => status.startsWith('2'))).toBe(true);
      for (const [status, { description }] of answers)
        expect([/^[2-5]\d\d$/.test(status), description !== '']).toEqual([true, true]);
      for (const way of operation.security) expect(schemes).toEqual(expect.arrayContaining(Object.keys(way)));
    }
  });

  it('says which problems a route can answer with', () => {
    const submit = document.paths?.['/campaigns/{id}/submit']?.post?.responses ?? {};
    expect(Object.keys(submit)).toEqual([
      '200',
      '400',
      '401',
      '403',
      '404',
      '409',
      '412',
      '413',
      '415',
      '422',
    ]);
    expect(submit['409']).toMatchObject({
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    });
  });

  it('shows what the schemas hold: closed objects, lists of words, needed headers', () => {
    expect(document.openapi).toBe('3.1.0');
    expect(document.components?.schemas?.DeviceRegistration).toMatchObject({
      additionalProperties: false,
      properties: { source: { enum: ['setup-wizard', 'app', 'settings'] } },
    });
    expect(document.paths?.['/people/{id}']?.get?.parameters).toContainEqual(
      expect.objectContaining({ in: 'header', name: 'X-Purpose', required: true }),
    );
  });
});

describe('the function', () => {
  it('gives the document and the page, to anybody, for the address it runs at', async () => {
    quietTelemetry();
    process.env.PUBLIC_URL = 'https://notify.example.com';
    const { handler } = await import('../../functions/api-docs/handler.ts');
    const json = await handler(httpEvent('GET /openapi.json'), lambdaContext);
    expect(json).toMatchObject({ statusCode: 200, headers: { 'content-type': 'application/json' } });
    expect(JSON.parse(json.body ?? '')).toMatchObject({
      openapi: '3.1.0',
      servers: [{ url: 'https://notify.example.com' }],
    });
    const page = await handler(httpEvent('GET /docs'), lambdaContext);
    expect(page).toMatchObject({ statusCode: 200, headers: { 'content-security-policy': pagePolicy } });
    expect(page.body).toMatch(/^<!doctype html>/);
  });
});

describe('the page', () => {
  const page = renderPage(document);

  it('shows every route with a link from the contents', () => {
    for (const { key, operation } of operations) {
      expect(page).toContain(`<code>${key}</code></a>`);
      expect(page).toContain(`<article id="${operation.operationId}">`);
    }
  });

  it('has the address that each problem names as its type', () => {
    expect(problemKinds).toHaveLength(11);
    for (const { slug } of problemKinds) expect(page).toContain(`id="${slug}"`);
  });

  it('has no link within it that leads nowhere, and no id twice', () => {
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const targets = [...page.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
    expect(ids).toEqual(expect.arrayContaining([...new Set(targets)]));
  });

  it('runs no script and loads nothing (P-20)', () => {
    expect(page).not.toMatch(/<script|<link|<img|<iframe| src=| on\w+=|@import|url\(/);
    expect(pagePolicy).toMatch(/^default-src 'none'; style-src 'sha256-[A-Za-z0-9+/=]+';/);
  });

  it('escapes what it shows', () => {
    expect(page).toContain('&lt;p&gt;Guten Tag');
    expect(page).not.toContain('<p>Guten Tag');
  });
});
