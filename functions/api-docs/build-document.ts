/** The OpenAPI 3.1 document, made from the contracts that the handlers run on. */
import { createDocument, type ZodOpenApiPathsObject } from 'zod-openapi';
import { contractAreas } from '../../shared/api/all-contracts.ts';
import { describeOperation } from './describe-operation.ts';

export type ApiDocument = ReturnType<typeof createDocument>;

const bearer = (description: string, bearerFormat?: string) =>
  ({ type: 'http', scheme: 'bearer', bearerFormat, description }) as const;

/** All routes of the service under one base address. */
export function buildDocument(publicUrl: string): ApiDocument {
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Xperia Notify',
      version: '1',
      description:
        'Preferences, campaigns and mandatory notices. JSON over HTTPS. Errors are application/problem+json. Lists page with `limit` and `cursor`. Times are ISO 8601 in UTC unless named otherwise.',
    },
    servers: [{ url: publicUrl }],
    tags: Object.keys(contractAreas).map((name) => ({ name })),
    paths: describePaths(),
    components: {
      securitySchemes: {
        staff: bearer('Token of the staff pool; its groups are the roles.', 'JWT'),
        account: bearer('Token of the account pool.', 'JWT'),
        device: bearer('The credential that the registration of the device gave.'),
      },
    },
  });
}

function describePaths(): ZodOpenApiPathsObject {
  const paths: ZodOpenApiPathsObject = {};
  for (const [area, contracts] of Object.entries(contractAreas)) {
    for (const [routeKey, contract] of Object.entries(contracts)) {
      const [method = '', path = ''] = routeKey.split(' ');
      paths[path] = { ...paths[path], [method.toLowerCase()]: describeOperation(routeKey, contract, area) };
    }
  }
  return paths;
}
