/** The marketing lane. It has no permission on anything of the mandatory lane. */
import type { Construct } from 'constructs';
import { type CellParts, sendRatePercent, tableNames } from './cell-parts.ts';
import { Lane } from './lane.ts';

export function createMarketingLane(scope: Construct, parts: CellParts): Lane {
  const { storage, mail, push, publicUrl } = parts;
  const lane = new Lane(scope, 'Marketing', {
    parts,
    name: 'marketing',
    concurrency: 10,
    reserved: false,
    errorImpact: 'A campaign stands still, or some people do not get it.',
  });
  const common = {
    LANE: 'marketing',
    ...tableNames(parts),
    KEYS_SECRET: storage.keys.secretArn,
    ...sendRatePercent(parts),
  } as const;
  lane.addExpander(
    {
      LANE: 'marketing',
      ...tableNames(parts),
      MARKETING_EXPAND_QUEUE: lane.expand.queue.queueUrl,
      MARKETING_EMAIL_QUEUE: lane.email.queue.queueUrl,
      MARKETING_PUSH_QUEUE: lane.push.queue.queueUrl,
    },
    [lane.email, lane.push],
  );
  lane.addEmailSender(
    {
      ...common,
      QUEUE: lane.email.queue.queueUrl,
      PUBLIC_URL: publicUrl,
      MARKETING_CONFIGURATION_SET: mail.marketing.configurationSetName,
      MARKETING_MEASURED_CONFIGURATION_SET: mail.marketingMeasured.configurationSetName,
    },
    [mail.marketing, mail.marketingMeasured],
  );
  lane.addPushSender({
    ...common,
    QUEUE: lane.push.queue.queueUrl,
    PLATFORM_APPLICATION_ARN: push.applicationArn,
  });
  return lane;
}
