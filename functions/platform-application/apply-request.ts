/** What CloudFormation asks of a custom resource, and what it hears back (CloudFormation guide, crpg-ref-requesttypes). */
import * as z from 'zod';

const request = {
  ResponseURL: z.url(),
  StackId: z.string(),
  RequestId: z.string(),
  LogicalResourceId: z.string(),
};
const Properties = z.object({
  Name: z.string(),
  PlatformApplicationArn: z.string(),
  EventDeliveryFailure: z.string(),
});

export const ResourceRequest = z.discriminatedUnion('RequestType', [
  z.object({ RequestType: z.literal('Create'), ...request, ResourceProperties: Properties }),
  z.object({ RequestType: z.literal('Update'), ...request, ResourceProperties: Properties }),
  z.object({ RequestType: z.literal('Delete'), ...request, PhysicalResourceId: z.string() }),
]);
export type ResourceRequest = z.infer<typeof ResourceRequest>;

export type ResourceAnswer =
  | { Status: 'SUCCESS'; PhysicalResourceId: string; Data?: { PlatformApplicationArn: string } }
  | { Status: 'FAILED'; PhysicalResourceId: string; Reason: string };

export interface Applications {
  put(application: { arn: string; name: string; deliveryFailureTopic: string }): Promise<void>;
}

/**
 * Creates or updates the application. A deletion keeps it: SNS would delete the endpoint of every device with it.
 * Never throws: an error is the answer, because CloudFormation waits an hour for one.
 */
export async function applyRequest(
  applications: Applications,
  request: ResourceRequest,
): Promise<ResourceAnswer> {
  if (request.RequestType === 'Delete') {
    return { Status: 'SUCCESS', PhysicalResourceId: request.PhysicalResourceId };
  }
  const { Name, PlatformApplicationArn, EventDeliveryFailure } = request.ResourceProperties;
  try {
    await applications.put({
      arn: PlatformApplicationArn,
      name: Name,
      deliveryFailureTopic: EventDeliveryFailure,
    });
  } catch (error) {
    return { Status: 'FAILED', PhysicalResourceId: PlatformApplicationArn, Reason: String(error) };
  }
  return { Status: 'SUCCESS', PhysicalResourceId: PlatformApplicationArn, Data: { PlatformApplicationArn } };
}
