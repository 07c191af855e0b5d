/** Platform endpoints of Amazon SNS: one per push token. The algorithm is that of the SNS developer guide, "Creating an Amazon SNS platform endpoint". */
import {
  CreatePlatformEndpointCommand,
  DeleteEndpointCommand,
  GetEndpointAttributesCommand,
  InvalidParameterException,
  NotFoundException,
  SetEndpointAttributesCommand,
  SNSClient,
} from '@aws-sdk/client-sns';

interface EndpointRequest {
  platformApplicationArn: string;
  token: string;
  /** The endpoint that the device had so far. */
  knownArn?: string | undefined;
}

export interface PushEndpoints {
  /** The ARN of an endpoint that carries this token and is enabled. Throws what SNS throws when it cannot be had. */
  ensureEndpoint(request: EndpointRequest): Promise<string>;
  /** The ARN of the endpoint of a token, made if there is none; it may be disabled. */
  createEndpoint(request: NewEndpoint): Promise<string>;
  /** Deletes an endpoint; one that does not exist is no error. */
  deleteEndpoint(arn: string): Promise<void>;
}

/** The client of a function that answers a device: few attempts and short waits, so that a failing SNS does not hold the answer up. */
export function createEndpointClient(): SNSClient {
  return new SNSClient({ maxAttempts: 2, requestHandler: { connectionTimeout: 1000, requestTimeout: 3000 } });
}

/** Endpoints over a client. */
export function createPushEndpoints(client: SNSClient): PushEndpoints {
  return {
    ensureEndpoint: ({ knownArn, ...request }) => ensure(client, request, knownArn),
    createEndpoint: (request) => create(client, request),
    async deleteEndpoint(arn) {
      await client.send(new DeleteEndpointCommand({ EndpointArn: arn }));
    },
  };
}

type NewEndpoint = Omit<EndpointRequest, 'knownArn'>;

async function ensure(
  client: SNSClient,
  request: NewEndpoint,
  knownArn: string | undefined,
): Promise<string> {
  if (knownArn !== undefined && (await enable(client, knownArn, request.token))) return knownArn;
  const arn = await create(client, request);
  if (await enable(client, arn, request.token)) return arn;
  throw new Error('SNS does not keep the endpoint that it has just named');
}

/**
 * Creates without attributes: any that differed would be an error, and a disabled endpoint would stay disabled either way.
 * The error for differing attributes names the endpoint that exists.
 */
async function create(client: SNSClient, { platformApplicationArn, token }: NewEndpoint): Promise<string> {
  try {
    const answer = await client.send(
      new CreatePlatformEndpointCommand({ PlatformApplicationArn: platformApplicationArn, Token: token }),
    );
    if (answer.EndpointArn === undefined) throw new Error('SNS named no endpoint');
    return answer.EndpointArn;
  } catch (error) {
    const existing = arnOfExisting(error);
    if (existing === undefined) throw error;
    return existing;
  }
}

function arnOfExisting(error: unknown): string | undefined {
  if (!(error instanceof InvalidParameterException)) return undefined;
  return /Endpoint (arn:\S+) already exists with the same Token/.exec(error.message)?.[1];
}

/**
 * Makes an endpoint carry the token and be enabled.
 * @returns false when it is gone, or when another endpoint carries the token: the caller then creates, which finds that one
 */
async function enable(client: SNSClient, arn: string, token: string): Promise<boolean> {
  try {
    const { Attributes } = await client.send(new GetEndpointAttributesCommand({ EndpointArn: arn }));
    if (Attributes?.Token === token && Attributes.Enabled === 'true') return true;
    await client.send(
      new SetEndpointAttributesCommand({ EndpointArn: arn, Attributes: { Token: token, Enabled: 'true' } }),
    );
    return true;
  } catch (error) {
    if (error instanceof NotFoundException || error instanceof InvalidParameterException) return false;
    throw error;
  }
}
