/** The way out for push: FCM v1 through SNS. An endpoint is made at the first send; one that is disabled is not tried again. */
import type { Keyring } from '../adapters/keyring.ts';
import type { PeopleStore } from '../adapters/people-store.ts';
import type { Publish } from '../adapters/pusher.ts';
import { chooseText } from '../content/choose-text.ts';
import { labelFor } from '../content/country-label.ts';
import { pickLocale } from '../content/pick-locale.ts';
import type { PushPublication } from '../content/push-publication.ts';
import { renderMarketingPush, renderNoticePush } from '../content/render-push.ts';
import { genericValues, noticeValues, personalisedValues } from '../content/variables.ts';
import { askedBy } from '../domain/answer.ts';
import { contentOf } from '../domain/experiment.ts';
import type { Campaign, Notice } from '../domain/lifecycle.ts';
import { officeById } from '../domain/offices.ts';
import type { Contact, PushContact } from '../domain/person.ts';
import { ruleBook } from '../domain/rules/rule-book.ts';
import type { Instant } from '../domain/vocabulary.ts';
import { type AddressClaims, type ChangeStore, changePerson } from './change-person.ts';
import { findClaim } from './find-claim.ts';
import type { Addressed, Chosen, Gateway, HandOver } from './hand-over.ts';
import { affectedDevices } from './notice-devices.ts';
import type { NoticeLink } from './notice-link.ts';

export interface PushGatewayDeps {
  publish: Publish;
  /** The ARN of the endpoint for a token, made if there is none. One that SNS has disabled stays so, and its push says it. */
  createEndpoint: (token: string) => Promise<string>;
  people: ChangeStore & Pick<PeopleStore, 'findByHashes'>;
  keyring: Pick<Keyring, 'hashAddress'>;
  /** Of the mandatory lane alone. */
  noticeLink?: NoticeLink | undefined;
  clock: () => Instant;
}

const secondsPerDay = 86_400;
/** Marketing is stale after a day; a notice waits for the phone as long as FCM keeps it. */
const ttlSeconds = { marketing: secondsPerDay, notice: 28 * secondsPerDay } as const;

/** A push gateway. A message without content for push has failed. */
export function createPushGateway(deps: PushGatewayDeps): Gateway {
  return {
    sendMarketing: async (_permit, to) => dispatch(deps, to.contact, marketingPush(deps, to)),
    sendMandatory: async (_permit, to) => dispatch(deps, to.contact, noticePush(deps, to)),
  };
}

function marketingPush(
  { clock }: PushGatewayDeps,
  { record, contact, variant, arm, expressGrant }: Addressed<Campaign> & Chosen,
): PushPublication | undefined {
  const office = officeById(record.office);
  if (!office) return undefined;
  const chosen = chooseText(contentOf(record.draft, arm), 'push', {
    variant,
    language: contact.language,
    officeLanguages: office.languages,
  });
  if (!chosen) return undefined;
  const { locale, text: content, personalised } = chosen;
  const rule = ruleBook.ruleFor(contact, clock());
  const facts = { office, country: contact.country, language: contact.language, locale };
  return renderMarketingPush({
    messageId: record.id,
    office,
    content,
    locale,
    ttlSeconds: ttlSeconds.marketing,
    label: rule && labelFor(rule, expressGrant),
    values: personalised
      ? personalisedValues({ ...facts, devices: contact.devices, interests: contact.interests })
      : genericValues(facts),
  });
}

/** @throws Error in the marketing lane, which makes no links to notices */
function noticePush(
  { noticeLink }: PushGatewayDeps,
  { record, contact }: Addressed<Notice>,
): PushPublication | undefined {
  if (!noticeLink) throw new Error('This lane has no links to notices');
  const office = officeById(contact.office);
  if (!office) return undefined;
  const { content: contents, kind, reference, audience } = record.draft;
  const locale = pickLocale(contents, 'push', {
    language: contact.language,
    officeLanguages: office.languages,
  });
  const content = locale === undefined ? undefined : contents.locales[locale]?.push;
  if (locale === undefined || !content) return undefined;
  const devices = affectedDevices(audience, contact.devices);
  const values = noticeValues({ office, devices, reference, locale });
  return renderNoticePush({
    messageId: record.id,
    office,
    content,
    locale,
    kind,
    values,
    noticeUrl: noticeLink(record, contact),
    asks: askedBy(record.draft),
    ttlSeconds: ttlSeconds.notice,
  });
}

async function dispatch(
  deps: PushGatewayDeps,
  contact: Contact,
  publication: PushPublication | undefined,
): Promise<HandOver> {
  if (!publication || contact.channel !== 'push') return { kind: 'failed' };
  const endpointArn = contact.endpointArn ?? (await findEndpoint(deps, contact));
  if (endpointArn === undefined) return { kind: 'retry' };
  const { Message, MessageStructure, MessageAttributes } = publication;
  const result = await deps.publish({
    TargetArn: endpointArn,
    Message,
    MessageStructure,
    MessageAttributes: { ...MessageAttributes },
  });
  if (result.kind === 'disabled') await markDisabled(deps, contact, endpointArn);
  return result;
}

/** Makes the endpoint and keeps its ARN, findable by the events that SNS sends about it. Undefined: SNS did not answer, so try later. */
async function findEndpoint(deps: PushGatewayDeps, contact: PushContact): Promise<string | undefined> {
  const endpointArn = await deps.createEndpoint(contact.token).catch(() => undefined);
  if (endpointArn === undefined) return undefined;
  const { hash, holder } = await findClaim(deps, 'endpoint', endpointArn);
  const claims = holder ? [] : [{ hash, contactId: contact.id }];
  await editDevice(deps, contact, claims, (device) => ({ ...device, endpointArn }));
  return endpointArn;
}

/** Only while the device still has the token and the endpoint that were sent to: it may have got a new token in the meantime. */
async function markDisabled(deps: PushGatewayDeps, contact: PushContact, endpointArn: string): Promise<void> {
  await editDevice(deps, contact, [], (device) =>
    device.endpointArn === endpointArn ? { ...device, undeliverable: 'endpoint-disabled' } : device,
  );
}

async function editDevice(
  { people, clock }: PushGatewayDeps,
  { personId, id, token }: PushContact,
  claims: AddressClaims['claims'],
  edit: (device: PushContact) => PushContact,
): Promise<void> {
  const context = { now: clock(), source: 'system', actor: { kind: 'system' } } as const;
  await changePerson(people, personId, context, (record) => {
    const contacts = record.contacts.map((known) =>
      known.channel === 'push' && known.id === id && known.token === token ? edit(known) : known,
    );
    const isSame = contacts.every((known, index) => known === record.contacts[index]);
    if (isSame) return { edited: record, answers: [] };
    return { edited: { ...record, contacts }, answers: [], addresses: { claims } };
  });
}
