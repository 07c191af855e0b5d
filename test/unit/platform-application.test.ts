/** The custom resource of the push application: every device's endpoint hangs on it. */
import { describe, expect, it } from '@jest/globals';
import {
  type Applications,
  applyRequest,
  ResourceRequest,
} from '../../functions/platform-application/apply-request.ts';

const arn = 'arn:aws:sns:eu-west-1:111122223333:app/GCM/xperia-notify-dev';
const topic = 'arn:aws:sns:eu-west-1:111122223333:push-events';
const properties = {
  ServiceToken: 'arn:aws:lambda:eu-west-1:111122223333:function:provider',
  Name: 'xperia-notify-dev',
  PlatformApplicationArn: arn,
  EventDeliveryFailure: topic,
  CredentialRevision: '1',
};

function createRequest(request: Record<string, unknown>): ResourceRequest {
  return ResourceRequest.parse({
    ResponseURL: 'https://cloudformation.test/answer',
    StackId: 'stack',
    RequestId: 'request',
    LogicalResourceId: 'Application',
    ...request,
  });
}

function recordCalls(fault?: Error): { calls: unknown[]; applications: Applications } {
  const calls: unknown[] = [];
  const put = async (application: unknown) => {
    calls.push(application);
    if (fault) throw fault;
  };
  return { calls, applications: { put } };
}

describe('a request for the push application', () => {
  it.each(['Create', 'Update'])(
    '%s puts it, with the topic for dead tokens, and gives its ARN (N-26)',
    async (kind) => {
      const { calls, applications } = recordCalls();
      const request = createRequest({ RequestType: kind, ResourceProperties: properties });
      expect(await applyRequest(applications, request)).toEqual({
        Status: 'SUCCESS',
        PhysicalResourceId: arn,
        Data: { PlatformApplicationArn: arn },
      });
      expect(calls).toEqual([{ arn, name: 'xperia-notify-dev', deliveryFailureTopic: topic }]);
    },
  );

  it('Delete keeps it, because SNS would delete the endpoint of every device with it', async () => {
    const { calls, applications } = recordCalls();
    const request = createRequest({
      RequestType: 'Delete',
      PhysicalResourceId: arn,
      ResourceProperties: properties,
    });
    expect(await applyRequest(applications, request)).toEqual({ Status: 'SUCCESS', PhysicalResourceId: arn });
    expect(calls).toEqual([]);
  });

  it('that fails is answered with the reason, so that the deployment does not wait an hour', async () => {
    const { applications } = recordCalls(new Error('Credential is not valid'));
    const request = createRequest({ RequestType: 'Create', ResourceProperties: properties });
    expect(await applyRequest(applications, request)).toEqual({
      Status: 'FAILED',
      PhysicalResourceId: arn,
      Reason: 'Error: Credential is not valid',
    });
  });
});
