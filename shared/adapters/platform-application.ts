/** The push application in Amazon SNS, which holds the credential of FCM and tells a topic about dead tokens. */
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import {
  CreatePlatformApplicationCommand,
  NotFoundException,
  SetPlatformApplicationAttributesCommand,
  SNSClient,
} from '@aws-sdk/client-sns';

export interface PlatformApplication {
  arn: string;
  name: string;
  /** ARN of the topic that hears of permanent failures. */
  deliveryFailureTopic: string;
}

/** `credentialSecret`: name or ARN of the secret whose text is the service account file of FCM (SNS guide, sns-fcm-authentication-methods). */
export function createPlatformApplications({ credentialSecret }: { credentialSecret: string }) {
  const sns = new SNSClient({});
  const secrets = new SecretsManagerClient({});

  /** Updates the application, or creates it. The credential never leaves this function. @throws Error when the secret has no text */
  async function put({ arn, name, deliveryFailureTopic }: PlatformApplication): Promise<void> {
    const secret = await secrets.send(new GetSecretValueCommand({ SecretId: credentialSecret }));
    if (!secret.SecretString) throw new Error(`The secret ${credentialSecret} holds no text.`);
    const attributes = {
      PlatformCredential: secret.SecretString,
      EventDeliveryFailure: deliveryFailureTopic,
    };
    try {
      await sns.send(
        new SetPlatformApplicationAttributesCommand({ PlatformApplicationArn: arn, Attributes: attributes }),
      );
    } catch (error) {
      if (!(error instanceof NotFoundException)) throw error;
      await sns.send(
        new CreatePlatformApplicationCommand({ Name: name, Platform: 'GCM', Attributes: attributes }),
      );
    }
  }
  return { put };
}
