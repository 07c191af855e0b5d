/** The adapter of the push application against the answers of SNS and Secrets Manager. */
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import {
  AuthorizationErrorException,
  CreatePlatformApplicationCommand,
  NotFoundException,
  SetPlatformApplicationAttributesCommand,
  SNSClient,
} from '@aws-sdk/client-sns';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { mockClient } from 'aws-sdk-client-mock';
import { createPlatformApplications } from '../../shared/adapters/platform-application.ts';

const sns = mockClient(SNSClient);
const secrets = mockClient(SecretsManagerClient);
const application = {
  arn: 'arn:aws:sns:eu-west-1:1:app/GCM/a',
  name: 'a',
  deliveryFailureTopic: 'arn:topic',
};
const attributes = { PlatformCredential: '{"type":"service_account"}', EventDeliveryFailure: 'arn:topic' };
const put = () => createPlatformApplications({ credentialSecret: 'fcm' }).put(application);

beforeEach(() => {
  sns.reset();
  secrets.reset();
  secrets
    .on(GetSecretValueCommand, { SecretId: 'fcm' })
    .resolves({ SecretString: attributes.PlatformCredential });
});

describe('putting the push application', () => {
  it('updates the one that exists with the credential of today, and creates none', async () => {
    sns.on(SetPlatformApplicationAttributesCommand).resolves({});
    await put();
    const [call] = sns.commandCalls(SetPlatformApplicationAttributesCommand);
    expect(call?.args[0].input).toEqual({ PlatformApplicationArn: application.arn, Attributes: attributes });
    expect(sns.commandCalls(CreatePlatformApplicationCommand)).toEqual([]);
  });

  it('creates it for FCM where SNS knows none', async () => {
    sns
      .on(SetPlatformApplicationAttributesCommand)
      .rejects(new NotFoundException({ message: 'PlatformApplication does not exist', $metadata: {} }));
    sns.on(CreatePlatformApplicationCommand).resolves({});
    await put();
    const [call] = sns.commandCalls(CreatePlatformApplicationCommand);
    expect(call?.args[0].input).toEqual({ Name: 'a', Platform: 'GCM', Attributes: attributes });
  });

  it('creates nothing when SNS fails in another way', async () => {
    sns
      .on(SetPlatformApplicationAttributesCommand)
      .rejects(new AuthorizationErrorException({ message: 'not authorized', $metadata: {} }));
    await expect(put()).rejects.toThrow('not authorized');
    expect(sns.commandCalls(CreatePlatformApplicationCommand)).toEqual([]);
  });

  it('stops with the name of a secret that holds no text', async () => {
    secrets.on(GetSecretValueCommand, { SecretId: 'fcm' }).resolves({});
    await expect(put()).rejects.toThrow('The secret fcm holds no text.');
  });
});
