/** The rules of SNS platform endpoints: one per token, kept in a journal so that they outlive a kill. */
import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { type Journal, openJournal } from '../journal.ts';
import { QueryError } from './query-protocol.ts';

const Endpoint = z.object({
  arn: z.string(),
  token: z.string(),
  enabled: z.boolean(),
  customUserData: z.string().optional(),
});
export type Endpoint = z.infer<typeof Endpoint>;

const Change = z.discriminatedUnion('op', [
  z.object({ op: z.literal('put'), ...Endpoint.shape }),
  z.object({ op: z.literal('delete'), arn: z.string() }),
]);
type Change = z.infer<typeof Change>;

type EndpointAttributes = Record<string, string>;

export interface Endpoints {
  create(applicationArn: string, token: string, attributes: EndpointAttributes): string;
  get(arn: string): Endpoint;
  set(arn: string, attributes: EndpointAttributes): void;
  remove(arn: string): void;
  close(): void;
}

const userDataLimit = 2048;

const notFound = () => new QueryError('NotFound', 'Endpoint does not exist', 404);

function checkAttributes(attributes: EndpointAttributes): void {
  const unknown = Object.keys(attributes).find(
    (name) => !['Token', 'Enabled', 'CustomUserData'].includes(name),
  );
  if (unknown) throw invalid('Attributes', `Invalid attribute name: ${unknown}`);
  if (attributes.Token === '') throw invalid('Token', 'must be provided');
  if ((attributes.CustomUserData?.length ?? 0) > userDataLimit) {
    throw invalid('CustomUserData', `must be at most ${userDataLimit} characters`);
  }
}

function invalid(parameter: string, reason: string): QueryError {
  return new QueryError('InvalidParameter', `Invalid parameter: ${parameter} Reason: ${reason}`);
}

/** Whether the attributes of a create call agree with the endpoint that has the token. */
function agrees(endpoint: Endpoint, attributes: EndpointAttributes): boolean {
  const { Enabled, CustomUserData } = attributes;
  const sameState = Enabled === undefined || (Enabled.toLowerCase() === 'true') === endpoint.enabled;
  return sameState && (CustomUserData === undefined || CustomUserData === (endpoint.customUserData ?? ''));
}

async function replay(journal: Journal<Change>): Promise<Map<string, Endpoint>> {
  const endpoints = new Map<string, Endpoint>();
  for await (const change of journal.entries()) {
    if (change.op === 'delete') {
      endpoints.delete(change.arn);
    } else {
      const { op: _, ...endpoint } = change;
      endpoints.set(endpoint.arn, endpoint);
    }
  }
  return endpoints;
}

/** Opens the endpoints that a journal remembers. Errors are those of SNS (SNS API reference, CreatePlatformEndpoint). */
export async function openEndpoints(path: string): Promise<Endpoints> {
  const journal = openJournal(path, Change);
  const endpoints = await replay(journal);
  const keyOf = (arn: string, token: string) => `${arn.slice(0, arn.lastIndexOf('/'))} ${token}`;
  const byToken = new Map([...endpoints.values()].map(({ arn, token }) => [keyOf(arn, token), arn]));

  const find = (arn: string): Endpoint => {
    const endpoint = endpoints.get(arn);
    if (!endpoint) throw notFound();
    return endpoint;
  };
  const put = (endpoint: Endpoint) => {
    journal.append({ op: 'put', ...endpoint });
    endpoints.set(endpoint.arn, endpoint);
    byToken.set(keyOf(endpoint.arn, endpoint.token), endpoint.arn);
  };
  return {
    create: (applicationArn, token, attributes) => {
      checkAttributes(attributes);
      if (!token) throw invalid('Token', 'must be provided');
      const arn = `${applicationArn.replace(':app/', ':endpoint/')}/${randomUUID()}`;
      const known = endpoints.get(byToken.get(keyOf(arn, token)) ?? '');
      if (!known) {
        const enabled = attributes.Enabled?.toLowerCase() !== 'false';
        put({ arn, token, enabled, customUserData: attributes.CustomUserData });
        return arn;
      }
      if (agrees(known, attributes)) return known.arn;
      throw invalid(
        'Token',
        `Endpoint ${known.arn} already exists with the same Token, but different attributes.`,
      );
    },
    get: find,
    set: (arn, attributes) => {
      checkAttributes(attributes);
      const { Token, Enabled, CustomUserData } = attributes;
      const endpoint = find(arn);
      const token = Token ?? endpoint.token;
      const owner = byToken.get(keyOf(arn, token));
      if (owner !== undefined && owner !== arn) {
        throw invalid(
          'Token',
          `Endpoint ${owner} already exists with the same Token, but different attributes.`,
        );
      }
      byToken.delete(keyOf(arn, endpoint.token));
      const enabled = Enabled === undefined ? endpoint.enabled : Enabled.toLowerCase() === 'true';
      put({ arn, token, enabled, customUserData: CustomUserData ?? endpoint.customUserData });
    },
    // Deleting what is gone succeeds (SNS API reference, DeleteEndpoint).
    remove: (arn) => {
      const endpoint = endpoints.get(arn);
      if (!endpoint) return;
      journal.append({ op: 'delete', arn });
      byToken.delete(keyOf(arn, endpoint.token));
      endpoints.delete(arn);
    },
    close: journal.close,
  };
}
