/** Route selection of an HTTP API (API Gateway guide, http-api-develop-routes). */
import { expect, it } from '@jest/globals';
import { flattenClaims } from '../../infra/local/api-event.ts';
import { createRouter } from '../../infra/local/routes.ts';

const keys = [
  '$default',
  'GET /files/{proxy+}',
  'GET /people/{id}',
  'GET /people/import',
  'ANY /people/{id}',
  'POST /people/{id}/hold',
];
const find = createRouter(keys.map((key) => ({ key, target: key })));

it.each([
  ['GET', '/people/import', 'GET /people/import', {}],
  ['GET', '/people/4711', 'GET /people/{id}', { id: '4711' }],
  ['PUT', '/people/4711', 'ANY /people/{id}', { id: '4711' }],
  ['PUT', '/people/import', 'ANY /people/{id}', { id: 'import' }],
  ['POST', '/people/a%2Fb/hold', 'POST /people/{id}/hold', { id: 'a/b' }],
  ['GET', '/files/a/b%20c', 'GET /files/{proxy+}', { proxy: 'a/b c' }],
  ['GET', '/people/', '$default', {}],
  ['GET', '/people/1/', '$default', {}],
  ['GET', '/files/', '$default', {}],
])(
  '%s %s goes to %s: text before a parameter, a method before ANY, and slashes count',
  (method, path, key, parameters) => {
    expect(find(method, path)).toEqual({ key, target: key, pathParameters: parameters });
  },
);

it('finds nothing where no route fits and there is no default', () => {
  expect(createRouter([{ key: 'GET /a', target: 1 }])('GET', '/b')).toBeUndefined();
});

it('passes claims on as text: lists in brackets, numbers as digits', () => {
  expect(flattenClaims({ groups: ['marketer', 'approver'], exp: 1, ok: true })).toEqual({
    groups: '[marketer approver]',
    exp: '1',
    ok: 'true',
  });
});
