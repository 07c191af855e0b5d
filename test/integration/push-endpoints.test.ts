/** The SNS endpoint algorithm against a scripted client: each answer is one that SNS documents. */
import {
  CreatePlatformEndpointCommand,
  DeleteEndpointCommand,
  GetEndpointAttributesCommand,
  InternalErrorException,
  InvalidParameterException,
  NotFoundException,
  SetEndpointAttributesCommand,
  SNSClient,
} from '@aws-sdk/client-sns';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { mockClient } from 'aws-sdk-client-mock';
import { createPushEndpoints } from '../../shared/adapters/push-endpoints.ts';

const platformApplicationArn = 'arn:aws:sns:eu-west-1:111122223333:app/GCM/xperia';
const arn = 'arn:aws:sns:eu-west-1:111122223333:endpoint/GCM/xperia/aaaa';
const other = 'arn:aws:sns:eu-west-1:111122223333:endpoint/GCM/xperia/bbbb';

const sns = mockClient(SNSClient);
const endpoints = createPushEndpoints(new SNSClient({ region: 'eu-west-1' }));

const invalid = (message: string) => new InvalidParameterException({ message, $metadata: {} });
const notFound = () => new NotFoundException({ message: 'Endpoint does not exist', $metadata: {} });

beforeEach(() => {
  sns.reset();
  sns.on(CreatePlatformEndpointCommand).resolves({ EndpointArn: arn });
  sns.on(GetEndpointAttributesCommand).resolves({ Attributes: { Token: 'new', Enabled: 'true' } });
  sns.on(SetEndpointAttributesCommand).resolves({});
});

describe('ensureEndpoint', () => {
  it('creates without attributes when no endpoint is known', async () => {
    expect(await endpoints.ensureEndpoint({ platformApplicationArn, token: 'new' })).toBe(arn);
    const [create] = sns.commandCalls(CreatePlatformEndpointCommand);
    expect(create?.args[0].input).toEqual({ PlatformApplicationArn: platformApplicationArn, Token: 'new' });
    expect(sns.commandCalls(SetEndpointAttributesCommand)).toHaveLength(0);
  });

  it('does not create again when the known endpoint carries the token and is enabled', async () => {
    expect(await endpoints.ensureEndpoint({ platformApplicationArn, token: 'new', knownArn: arn })).toBe(arn);
    expect(sns.commandCalls(CreatePlatformEndpointCommand)).toHaveLength(0);
    expect(sns.commandCalls(SetEndpointAttributesCommand)).toHaveLength(0);
  });

  it.each([
    ['carries another token', { Token: 'old', Enabled: 'true' }],
    ['was disabled by SNS (N-26)', { Token: 'new', Enabled: 'false' }],
  ])('sets token and Enabled when the endpoint %s', async (_, Attributes) => {
    sns.on(GetEndpointAttributesCommand).resolves({ Attributes });
    expect(await endpoints.ensureEndpoint({ platformApplicationArn, token: 'new', knownArn: arn })).toBe(arn);
    expect(sns.commandCalls(SetEndpointAttributesCommand)[0]?.args[0].input).toEqual({
      EndpointArn: arn,
      Attributes: { Token: 'new', Enabled: 'true' },
    });
  });

  it('enables an endpoint that Create gave back although it was disabled', async () => {
    sns.on(GetEndpointAttributesCommand).resolves({ Attributes: { Token: 'new', Enabled: 'false' } });
    expect(await endpoints.ensureEndpoint({ platformApplicationArn, token: 'new' })).toBe(arn);
    expect(sns.commandCalls(SetEndpointAttributesCommand)).toHaveLength(1);
  });

  it('creates a new endpoint when the known one is gone', async () => {
    sns.on(GetEndpointAttributesCommand, { EndpointArn: other }).rejects(notFound());
    expect(await endpoints.ensureEndpoint({ platformApplicationArn, token: 'new', knownArn: other })).toBe(
      arn,
    );
  });

  it('reads the ARN out of the error for differing attributes', async () => {
    const text = `Invalid parameter: Token Reason: Endpoint ${other} already exists with the same Token, but different attributes.`;
    sns.on(CreatePlatformEndpointCommand).rejects(invalid(text));
    expect(await endpoints.ensureEndpoint({ platformApplicationArn, token: 'new' })).toBe(other);
  });

  it('goes over to the endpoint that already carries the token when the known one may not take it', async () => {
    sns.on(GetEndpointAttributesCommand, { EndpointArn: other }).resolves({ Attributes: { Token: 'old' } });
    sns
      .on(SetEndpointAttributesCommand, { EndpointArn: other })
      .rejects(invalid('Invalid parameter: This endpoint is already registered with a different token.'));
    expect(await endpoints.ensureEndpoint({ platformApplicationArn, token: 'new', knownArn: other })).toBe(
      arn,
    );
  });

  it.each([
    [
      'a refused token',
      invalid('Invalid parameter: Token Reason: iOS device tokens must be no more than 400'),
    ],
    ['a failure of SNS', new InternalErrorException({ message: 'try later', $metadata: {} })],
  ])('passes %s on', async (_, error) => {
    sns.on(CreatePlatformEndpointCommand).rejects(error);
    await expect(endpoints.ensureEndpoint({ platformApplicationArn, token: 'new' })).rejects.toBe(error);
  });

  it('does not take an unreachable SNS for a missing endpoint', async () => {
    sns
      .on(GetEndpointAttributesCommand)
      .rejects(new InternalErrorException({ message: 'try later', $metadata: {} }));
    await expect(
      endpoints.ensureEndpoint({ platformApplicationArn, token: 'new', knownArn: arn }),
    ).rejects.toThrow('try later');
    expect(sns.commandCalls(CreatePlatformEndpointCommand)).toHaveLength(0);
  });
});

describe('deleteEndpoint', () => {
  it('names the endpoint of the device that leaves', async () => {
    sns.on(DeleteEndpointCommand).resolves({});
    await endpoints.deleteEndpoint(arn);
    expect(sns.commandCalls(DeleteEndpointCommand)[0]?.args[0].input).toEqual({ EndpointArn: arn });
  });
});
