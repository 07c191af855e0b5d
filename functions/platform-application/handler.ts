/** Provider of the custom resource `Custom::PlatformApplication`, called by CloudFormation during a deployment. */
import { createPlatformApplications } from '../../shared/adapters/platform-application.ts';
import { loadEnv } from '../../shared/middleware/env.ts';
import { applyRequest, ResourceRequest } from './apply-request.ts';
import { env } from './env.ts';

const { PLATFORM_CREDENTIAL_SECRET } = loadEnv(env);
const applications = createPlatformApplications({ credentialSecret: PLATFORM_CREDENTIAL_SECRET });

/** Answers at the address that CloudFormation gave. @throws Error when the answer does not arrive; Lambda then calls again */
export async function handler(event: unknown): Promise<void> {
  const request = ResourceRequest.parse(event);
  const { StackId, RequestId, LogicalResourceId, ResponseURL } = request;
  const answer = await applyRequest(applications, request);
  const response = await fetch(ResponseURL, {
    method: 'PUT',
    body: JSON.stringify({ StackId, RequestId, LogicalResourceId, ...answer }),
  });
  if (!response.ok) throw new Error(`CloudFormation did not take the answer: ${response.status}`);
}
