/** Whatever arrives over HTTP is answered: never with a 500, and never by a handler that it was not made for. */
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import * as z from 'zod';
import { campaignContracts } from '../../shared/api/campaigns.ts';
import type { Contracts, Reply } from '../../shared/api/contract.ts';
import { deviceContracts } from '../../shared/api/devices.ts';
import { noticeContracts } from '../../shared/api/notices.ts';
import { pageContracts } from '../../shared/api/pages.ts';
import { peopleContracts } from '../../shared/api/people.ts';
import { Role } from '../../shared/domain/vocabulary.ts';
import { type HttpFunction, httpHandler } from '../../shared/middleware/http-handler.ts';
import { httpEvent, lambdaContext } from '../support/http-event.ts';
import { quietTelemetry } from '../support/http-service.ts';

const areas = { campaignContracts, deviceContracts, noticeContracts, pageContracts, peopleContracts };

beforeEach(() => {
  quietTelemetry();
});
afterEach(() => {
  jest.restoreAllMocks();
});

function serve(contracts: Contracts): HttpFunction {
  const accept = async (): Promise<Reply> => ({ status: 204 });
  return httpHandler(z.object({}), contracts, () =>
    Object.fromEntries(Object.keys(contracts).map((key) => [key, accept])),
  );
}

/** Parts of a valid body with something replaced, removed or added: gets past the first check. */
function bodiesNear(example: unknown): fc.Arbitrary<unknown> {
  if (typeof example !== 'object' || example === null) return fc.oneof(fc.constant(example), fc.jsonValue());
  const members = Object.entries(example).map(([name, value]) => [name, bodiesNear(value)] as const);
  const near = fc.record(Object.fromEntries(members), { requiredKeys: [] });
  return fc.oneof({ weight: 6, arbitrary: near }, { weight: 1, arbitrary: fc.jsonValue() });
}

const contentTypes = fc.constantFrom(
  'application/json',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'text/csv',
  'x',
  '',
);

describe.each(Object.entries(areas))('%s', (_name, contracts: Contracts) => {
  it('a body of any kind gets an answer below 500', async () => {
    const handler = serve(contracts);
    const keys = Object.keys(contracts);
    const request = fc.constantFrom(...keys).chain((routeKey) =>
      fc.record({
        routeKey: fc.constant(routeKey),
        contentType: contentTypes,
        body: fc.oneof(
          bodiesNear(contracts[routeKey]?.example),
          fc.string({ unit: 'binary' }),
          fc.uint8Array(),
          fc.json(),
        ),
        query: fc.oneof(fc.webQueryParameters(), fc.constant('')),
        id: fc.string({ minLength: 1 }),
      }),
    );
    await fc.assert(
      fc.asyncProperty(request, async ({ routeKey, contentType, body, query, id }) => {
        const event = httpEvent(routeKey, {
          body,
          query,
          params: { id, token: id, country: id },
          claims: { sub: 's', 'cognito:groups': Role.options },
          headers: { 'content-type': contentType, authorization: 'Bearer c', 'x-purpose': 'p' },
        });
        const { statusCode, body: text } = await handler(event, lambdaContext);
        expect(statusCode).toBeLessThan(500);
        if (statusCode === 400) expect(JSON.parse(text ?? '').errors.length).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
  });

  it('every documented example is taken', async () => {
    for (const [routeKey, { example, bodyType = 'json' }] of Object.entries(contracts)) {
      if (example === undefined) continue;
      const form = bodyType === 'form' && new URLSearchParams(Object(example)).toString();
      const types = {
        json: 'application/json',
        form: 'application/x-www-form-urlencoded',
        'text/csv': 'text/csv',
      };
      const event = httpEvent(routeKey, {
        body: form || example,
        params: { id: 'i', token: 't' },
        claims: { sub: 's', 'cognito:groups': Role.options },
        headers: { 'content-type': types[bodyType], authorization: 'Bearer c', 'x-purpose': 'p' },
      });
      expect([routeKey, await serve(contracts)(event, lambdaContext)]).toMatchObject([
        routeKey,
        { statusCode: 204 },
      ]);
    }
  });
});
