/** Reads from the template what the stand-ins of SES and SNS need: configuration sets, event destinations, push applications. */
import * as z from 'zod';
import { attributeOf, type Resolve, readProperties, refOf } from '../read-properties.ts';
import { resourcesOf, type Template } from '../template.ts';
import type { EventDestination } from './ses-publisher.ts';
import type { PlatformApplication } from './sns.ts';

const DestinationProperties = z.object({
  ConfigurationSetName: z.string(),
  EventDestination: z.object({
    Enabled: z.boolean().default(true),
    MatchingEventTypes: z.array(z.string()),
    SnsDestination: z.object({ TopicARN: z.string() }, { error: 'only SNS destinations are supported' }),
  }),
});

const ApplicationProperties = z.object({ EventDeliveryFailure: z.string().optional() });

export function readConfigurationSets(template: Template, resolve: Resolve): string[] {
  return resourcesOf(template, 'AWS::SES::ConfigurationSet').map(([id]) => refOf(id, resolve));
}

export function readEventDestinations(template: Template, resolve: Resolve): EventDestination[] {
  return resourcesOf(template, 'AWS::SES::ConfigurationSetEventDestination').flatMap((resource) => {
    const { ConfigurationSetName, EventDestination: destination } = readProperties(
      DestinationProperties,
      resource,
      resolve,
    );
    if (!destination.Enabled) return [];
    return [
      {
        configurationSet: ConfigurationSetName,
        eventTypes: destination.MatchingEventTypes,
        topicArn: destination.SnsDestination.TopicARN,
      },
    ];
  });
}

export function readPlatformApplications(template: Template, resolve: Resolve): PlatformApplication[] {
  return resourcesOf(template, 'Custom::PlatformApplication').map((resource) => ({
    arn: attributeOf(resource[0], 'PlatformApplicationArn', resolve),
    failureTopicArn: readProperties(ApplicationProperties, resource, resolve).EventDeliveryFailure,
  }));
}

export function readBuckets(template: Template, resolve: Resolve): string[] {
  return resourcesOf(template, 'AWS::S3::Bucket').map(([id]) => refOf(id, resolve));
}
