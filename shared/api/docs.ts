/** Routes of the API's own description. */
import * as z from 'zod';
import type { Contracts } from './contract.ts';

export const docsContracts = {
  'GET /openapi.json': {
    auth: 'public',
    summary: 'This API as an OpenAPI 3.1 document',
    responses: {
      200: {
        description: 'The document',
        body: z.looseObject({ openapi: z.string() }).meta({ id: 'OpenApi' }),
      },
    },
  },
  'GET /docs': {
    auth: 'public',
    summary: 'This API as a page',
    responses: { 200: { description: 'The page', type: 'text/html' } },
  },
} as const satisfies Contracts;
