/** The way out for tests: to staff, from the office's own sender, through a configuration set and without tags that any counter would hear of. */
import type { SendMail } from '../adapters/mailer.ts';
import type { Publish } from '../adapters/pusher.ts';
import { unlessUnusable } from '../content/mime.ts';
import { prepareTestEmail } from '../content/render-email.ts';
import { renderTestPush } from '../content/render-push.ts';
import { sampleLinks } from '../content/sample-links.ts';
import type { Values } from '../content/template.ts';
import type { Permit } from '../domain/decide.ts';
import type { EmailContent, PushContent } from '../domain/message.ts';
import type { Office } from '../domain/offices.ts';
import type { HandOver } from './hand-over.ts';

interface TestText {
  readonly office: Office;
  /** BCP 47, of the content. */
  readonly locale: string;
  readonly values: Values;
  readonly label: string | undefined;
}

/** A message with the address that it goes to. */
export type TestMessage = TestText &
  (
    | { readonly channel: 'email'; readonly to: string; readonly content: EmailContent }
    | { readonly channel: 'push'; readonly token: string; readonly content: PushContent }
  );

/** The door for tests: the permit of no lane opens it, and its own permit opens no lane. */
export interface TestGateway {
  sendTest(permit: Permit<'test'>, message: TestMessage): Promise<HandOver>;
}

export interface TestGatewayDeps {
  send: SendMail;
  publish: Publish;
  /** The ARN of the endpoint for a token, made if there is none. */
  createEndpoint: (token: string) => Promise<string>;
  configurationSet: string;
  publicUrl: string;
}

/** A gateway for tests. A mail to what is no mailbox has failed; a push whose endpoint cannot be had was not taken. */
export function createTestGateway(deps: TestGatewayDeps): TestGateway {
  return {
    sendTest: async (_permit, message) =>
      message.channel === 'email' ? mail(deps, message) : push(deps, message),
  };
}

async function mail(
  { send, configurationSet, publicUrl }: TestGatewayDeps,
  { office, locale, content, to, label, values }: Extract<TestMessage, { channel: 'email' }>,
): Promise<HandOver> {
  const { reconfirmUrl, ...links } = sampleLinks(publicUrl);
  const render = prepareTestEmail({ office, content, locale });
  const reader = { to, language: locale, label, values: { ...values, reconfirmUrl }, ...links };
  const raw = unlessUnusable(() => render(reader));
  if (!raw) return { kind: 'failed' };
  return send({ raw, from: office.sender.address, to, configurationSet, tags: {} });
}

/** A test is for now: a phone that is off for longer does not need it. */
const ttlSeconds = 3600;

async function push(
  { publish, createEndpoint }: TestGatewayDeps,
  { office, locale, content, token, label, values }: Extract<TestMessage, { channel: 'push' }>,
): Promise<HandOver> {
  const endpointArn = await createEndpoint(token).catch(() => undefined);
  if (endpointArn === undefined) return { kind: 'retry' };
  const { Message, MessageStructure, MessageAttributes } = renderTestPush({
    office,
    content,
    locale,
    values,
    label,
    ttlSeconds,
  });
  return publish({
    TargetArn: endpointArn,
    Message,
    MessageStructure,
    MessageAttributes: { ...MessageAttributes },
  });
}
