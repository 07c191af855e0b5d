/** Stands in for EventBridge: takes what is put on the buses of the template. Rules with patterns are their subscribers' own, so there are none here. */
import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import * as z from 'zod';
import type { LocalClock } from '../clock.ts';
import type { Journal } from '../journal.ts';
import type { EventEntry } from '../outbox/entries.ts';
import { type Resolve, refOf } from '../read-properties.ts';
import { sendJson } from '../respond.ts';
import { resourcesOf, type Template } from '../template.ts';

const callLimit = 10;
/** All entries of a call together (EventBridge guide, "PutEvents event entry size"). */
const byteLimit = 1024 * 1024;

const PutEvents = z.object({
  Entries: z.array(
    z.object({
      EventBusName: z.string().default('default'),
      Source: z.string().optional(),
      DetailType: z.string().optional(),
      Detail: z.string().optional(),
      Time: z.number().optional(),
    }),
  ),
});
type Entry = z.infer<typeof PutEvents>['Entries'][number];

export interface EventBuses {
  names: ReadonlySet<string>;
  outbox: Pick<Journal<EventEntry>, 'append'>;
  clock: Pick<LocalClock, 'iso'>;
}

/** The names of the buses of the template. */
export function readBuses(template: Template, resolve: Resolve): Set<string> {
  return new Set(resourcesOf(template, 'AWS::Events::EventBus').map(([id]) => refOf(id, resolve)));
}

/** The detail as the object that it must be; undefined for anything else. */
function parseDetail(text: string): Record<string, unknown> | undefined {
  try {
    return z.record(z.string(), z.unknown()).safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

function put({ outbox, clock }: EventBuses, { Source, DetailType, Detail }: Entry) {
  const refuse = (ErrorCode: string, ErrorMessage: string) => ({ ErrorCode, ErrorMessage });
  if (!Source || !DetailType || !Detail)
    return refuse('InvalidArgument', 'Parameter Source, DetailType or Detail is not valid.');
  const detail = parseDetail(Detail);
  if (!detail) return refuse('MalformedDetail', 'Detail is malformed.');
  const EventId = randomUUID();
  outbox.append({ id: EventId, source: Source, detailType: DetailType, detail, at: clock.iso() });
  return { EventId };
}

/** What is wrong with a call as a whole: its code and words. */
function faultOf(
  { names }: EventBuses,
  body: string,
  entries: readonly Entry[],
): [string, string] | undefined {
  if (entries.length === 0 || entries.length > callLimit)
    return ['ValidationException', 'Member entries must have length between 1 and 10.'];
  if (Buffer.byteLength(body) > byteLimit)
    return ['ValidationException', 'Total size of the entries in the request is over the limit.'];
  const unknown = entries.find(({ EventBusName }) => !names.has(EventBusName));
  return unknown && ['ResourceNotFoundException', `Event bus ${unknown.EventBusName} does not exist.`];
}

/** Answers `PutEvents` in AWS JSON 1.1; one entry may fail and the others be taken. */
export function answerEvents(
  buses: EventBuses,
  target: string,
  body: string,
  response: ServerResponse,
): void {
  if (target !== 'AWSEvents.PutEvents') {
    const message = `The local EventBridge does not know ${target}.`;
    sendJson(response, 400, { __type: 'InvalidAction', message });
    return;
  }
  const { Entries: entries } = PutEvents.parse(JSON.parse(body));
  const fault = faultOf(buses, body, entries);
  if (fault) {
    sendJson(response, 400, { __type: fault[0], message: fault[1] });
    return;
  }
  const results = entries.map((entry) => put(buses, entry));
  const FailedEntryCount = results.filter((result) => 'ErrorCode' in result).length;
  sendJson(response, 200, { FailedEntryCount, Entries: results });
}
