/** All events: what goes through the queues of the service, and what it publishes for others. */
import * as z from 'zod';
import { CampaignFinished } from './campaign-finished.ts';
import { ContinueImport } from './continue-import.ts';
import { DeliverBatch } from './deliver-batch.ts';
import { DeliverLetter } from './deliver-letter.ts';
import { DeviceReceipt } from './device-receipt.ts';
import { DeviceRegistered } from './device-registered.ts';
import { ExpandSlice } from './expand-slice.ts';
import { PreferenceChanged } from './preference-changed.ts';

/** `source` of every published event on the bus. */
export const eventSource = 'xperia-notify';

/** What others can subscribe to; `name` is the detail type on the bus. */
export const PublishedEvent = z.discriminatedUnion('name', [CampaignFinished, PreferenceChanged]);
export type PublishedEvent = z.infer<typeof PublishedEvent>;

/** Messages of the service to itself. */
export const QueueEvent = z.discriminatedUnion('name', [
  ContinueImport,
  DeliverBatch,
  DeliverLetter,
  DeviceReceipt,
  DeviceRegistered,
  ExpandSlice,
]);
