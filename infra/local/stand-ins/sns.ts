/** Stands in for the SNS API: platform endpoints, pushes, text messages, and topics. */
import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { LocalClock } from '../clock.ts';
import type { Journal } from '../journal.ts';
import type { PushEntry, SmsEntry } from '../outbox/entries.ts';
import { entriesOf, escapeXml, QueryError, xmlMap } from './query-protocol.ts';
import type { Endpoint, Endpoints } from './sns-endpoints.ts';
import type { Topics } from './sns-topics.ts';

export interface PlatformApplication {
  arn: string;
  /** Topic for permanent failures of a push. */
  failureTopicArn?: string | undefined;
}

export interface SnsOptions {
  applications: readonly PlatformApplication[];
  endpoints: Endpoints;
  topics: Topics;
  pushes: Journal<PushEntry>;
  texts: Journal<SmsEntry>;
  clock: LocalClock;
}

const messageLimitBytes = 262_144;
/** FCM finds out later than SNS answers. */
const failureDelayMs = 100;
/** A token that FCM does not know: the first push to it succeeds, then its endpoint is disabled. */
const invalidToken = /^invalid-/;
const phonePattern = /^\+[1-9]\d{4,14}$/;

const Message = z.looseObject({ default: z.string() });

const invalid = (message: string) => new QueryError('InvalidParameter', `Invalid parameter: ${message}`);

function parseJson(text: string, complaint: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw invalid(complaint);
  }
}

/** The message of a push with its FCM part parsed; without a message structure it is plain text. */
function payloadOf(form: URLSearchParams): unknown {
  const message = form.get('Message') ?? '';
  if (form.get('MessageStructure') !== 'json') return message;
  const parsed = parseJson(message, 'Message Structure - JSON message body failed to parse');
  const checked = Message.safeParse(parsed);
  if (!checked.success) throw invalid('Message Structure - No default entry in JSON message body');
  const { GCM } = checked.data;
  if (typeof GCM !== 'string') return checked.data;
  return { ...checked.data, GCM: parseJson(GCM, 'Message Reason: the GCM payload is not JSON') };
}

/** The event of a platform application about a token that FCM refused (SNS guide, application-event-notifications). */
function deliveryFailure(endpoint: Endpoint, application: string, messageId: string, at: string) {
  return {
    DeliveryAttempts: 1,
    EndpointArn: endpoint.arn,
    EventType: 'DeliveryFailure',
    FailureMessage: 'Platform token associated with the endpoint is not valid',
    FailureType: 'InvalidPlatformToken',
    MessageId: messageId,
    Resource: application,
    Service: 'SNS',
    Time: at,
  };
}

/** The actions of the SNS API that the service uses. */
export function createSns(options: SnsOptions): (action: string, form: URLSearchParams) => string {
  const { applications, endpoints, topics, pushes, texts, clock } = options;
  const required = (form: URLSearchParams, name: string): string => {
    const value = form.get(name);
    if (value) return value;
    throw invalid(`${name} Reason: no value for required parameter`);
  };
  const applicationOf = (endpointArn: string) =>
    applications.find(({ arn }) => endpointArn.startsWith(`${arn.replace(':app/', ':endpoint/')}/`));

  const refuse = (endpoint: Endpoint, messageId: string) => {
    const application = applicationOf(endpoint.arn);
    endpoints.set(endpoint.arn, { Enabled: 'false' });
    if (!application?.failureTopicArn) return;
    const event = deliveryFailure(endpoint, application.arn, messageId, clock.iso());
    topics.publish(application.failureTopicArn, JSON.stringify(event), 'DeliveryFailure event');
  };
  const push = (endpointArn: string, form: URLSearchParams): string => {
    const endpoint = endpoints.get(endpointArn);
    if (!endpoint.enabled) throw new QueryError('EndpointDisabled', 'Endpoint is disabled');
    const payload = payloadOf(form);
    const messageId = randomUUID();
    pushes.append({ messageId, endpointArn, token: endpoint.token, payload, at: clock.iso() });
    if (invalidToken.test(endpoint.token))
      setTimeout(() => refuse(endpoint, messageId), failureDelayMs).unref();
    return messageId;
  };
  const text = (phoneNumber: string, message: string): string => {
    if (!phonePattern.test(phoneNumber))
      throw invalid(`PhoneNumber Reason: ${phoneNumber} is not valid to publish to`);
    const messageId = randomUUID();
    texts.append({ messageId, phoneNumber, message, at: clock.iso() });
    return messageId;
  };
  const publish = (form: URLSearchParams): string => {
    const message = form.get('Message') ?? '';
    if (message === '') throw invalid('Empty message');
    if (Buffer.byteLength(message) > messageLimitBytes) throw invalid('Message too long');
    const phoneNumber = form.get('PhoneNumber');
    if (phoneNumber) return text(phoneNumber, message);
    const target = form.get('TargetArn') ?? form.get('TopicArn') ?? '';
    if (target.includes(':endpoint/')) return push(target, form);
    if (topics.has(target)) return topics.publish(target, message, form.get('Subject') ?? undefined);
    throw new QueryError('NotFound', 'Topic does not exist', 404);
  };
  const create = (form: URLSearchParams): string => {
    const application = required(form, 'PlatformApplicationArn');
    if (!applications.some(({ arn }) => arn === application)) {
      throw new QueryError('NotFound', 'PlatformApplication does not exist', 404);
    }
    const attributes = { ...entriesOf(form, 'Attributes') };
    const userData = form.get('CustomUserData');
    if (userData !== null) attributes.CustomUserData = userData;
    return endpoints.create(application, required(form, 'Token'), attributes);
  };
  const attributesXml = (form: URLSearchParams): string => {
    const { token, enabled, customUserData } = endpoints.get(required(form, 'EndpointArn'));
    const attributes: Record<string, string> = { Enabled: String(enabled), Token: token };
    if (customUserData !== undefined) attributes.CustomUserData = customUserData;
    return xmlMap('Attributes', attributes);
  };
  const actions: Record<string, (form: URLSearchParams) => string> = {
    Publish: (form) => `<MessageId>${publish(form)}</MessageId>`,
    CreatePlatformEndpoint: (form) => `<EndpointArn>${escapeXml(create(form))}</EndpointArn>`,
    GetEndpointAttributes: attributesXml,
    SetEndpointAttributes: (form) => {
      endpoints.set(required(form, 'EndpointArn'), entriesOf(form, 'Attributes'));
      return '';
    },
    DeleteEndpoint: (form) => {
      endpoints.remove(required(form, 'EndpointArn'));
      return '';
    },
  };
  return (action, form) => {
    const act = actions[action];
    if (!act) throw new QueryError('InvalidAction', `The local SNS does not know ${action}.`);
    return act(form);
  };
}
