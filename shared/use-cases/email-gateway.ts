/** The way out for email: the office's own identity, the reader's language, the country's label, and links that only this service can make. */
import type { Keyring } from '../adapters/keyring.ts';
import type { SendMail } from '../adapters/mailer.ts';
import { chooseText } from '../content/choose-text.ts';
import { labelFor } from '../content/country-label.ts';
import { pickLocale } from '../content/pick-locale.ts';
import { prepareMarketingEmail, prepareNoticeEmail } from '../content/render-email.ts';
import { genericValues, noticeValues, personalisedValues } from '../content/variables.ts';
import { askedBy } from '../domain/answer.ts';
import { latestGrant } from '../domain/consent.ts';
import { contentOf } from '../domain/experiment.ts';
import type { Campaign, Notice } from '../domain/lifecycle.ts';
import { type Office, officeById } from '../domain/offices.ts';
import type { Contact, EmailContact } from '../domain/person.ts';
import { ruleBook } from '../domain/rules/rule-book.ts';
import type { Instant } from '../domain/vocabulary.ts';
import type { Addressed, Chosen, Gateway, HandOver } from './hand-over.ts';
import { affectedDevices } from './notice-devices.ts';
import { createNoticeLink } from './notice-link.ts';

/** Renderers by message and language, kept as long as the gateway. */
interface Renderers {
  marketing: Cache<ReturnType<typeof prepareMarketingEmail>>;
  notice: Cache<ReturnType<typeof prepareNoticeEmail>>;
}

export interface EmailGatewayDeps {
  send: SendMail;
  keyring: Pick<Keyring, 'signLink'>;
  configurationSet: string;
  /** The one that has SES count opens and clicks too: for marketing to people who agree to profiling (policy P-17). */
  measuredConfigurationSet?: string | undefined;
  publicUrl: string;
  clock: () => Instant;
}

/** An email gateway. A mail that cannot be made (unusable address, missing content) has failed; it is not tried again. */
export function createEmailGateway(deps: EmailGatewayDeps): Gateway {
  const renderers: Renderers = { marketing: createCache(), notice: createCache() };
  return {
    sendMarketing: async (_permit, to) => {
      const configurationSet = marketingSet(deps, to);
      const mail = marketingMail(deps, renderers, to);
      return mail ? dispatch({ ...deps, configurationSet }, to, mail) : { kind: 'failed' };
    },
    sendMandatory: async (_permit, to) => {
      const mail = noticeMail(deps, renderers, to);
      return mail ? dispatch(deps, to, mail) : { kind: 'failed' };
    },
  };
}

/** @throws Error when a mail is to be measured and no configuration set does that */
function marketingSet(
  { configurationSet, measuredConfigurationSet }: EmailGatewayDeps,
  { measured }: Addressed<Campaign>,
): string {
  if (!measured) return configurationSet;
  if (measuredConfigurationSet === undefined) throw new Error('No configuration set counts opens and clicks');
  return measuredConfigurationSet;
}

interface Mail {
  raw: Buffer;
  office: Office;
  contact: EmailContact;
}

function marketingMail(
  { keyring, publicUrl, clock }: EmailGatewayDeps,
  renderers: Renderers,
  { record, contact, variant, arm, expressGrant, measured = false }: Addressed<Campaign> & Chosen,
): Mail | undefined {
  const office = officeById(record.office);
  if (!office || contact.channel !== 'email') return undefined;
  const chosen = chooseText(contentOf(record.draft, arm), 'email', {
    variant,
    language: contact.language,
    officeLanguages: office.languages,
  });
  if (!chosen) return undefined;
  const { locale, text: content, personalised } = chosen;
  const facts = { office, country: contact.country, language: contact.language, locale };
  const rule = ruleBook.ruleFor(contact, clock());
  const whose = { personId: contact.personId, contactId: contact.id };
  const { topic } = record.draft;
  const token = keyring.signLink({ ...whose, purpose: 'preferences', messageId: record.id, topic });
  const render = renderers.marketing(
    `${record.id}#${record.version}#${arm}#${locale}#${personalised}#${measured}`,
    () => prepareMarketingEmail({ office, content, locale, measured }),
  );
  return rendered(office, contact, () =>
    render({
      to: contact.address,
      language: contact.language ?? locale,
      label: rule && labelFor(rule, expressGrant),
      unsubscribeUrl: `${publicUrl}/u/${token}`,
      preferencesUrl: `${publicUrl}/p/${token}`,
      values: {
        ...(personalised
          ? personalisedValues({ ...facts, devices: contact.devices, interests: contact.interests })
          : genericValues(facts)),
        reconfirmUrl: reconfirmLink(keyring, publicUrl, contact),
      },
    }),
  );
}

/** Where the reader renews the consent that the mail rests on; undefined where it rests on none that could end. */
function reconfirmLink(
  keyring: EmailGatewayDeps['keyring'],
  publicUrl: string,
  { personId, id: contactId, marketing }: Contact,
): string | undefined {
  const eventId = latestGrant(marketing);
  return (
    eventId && `${publicUrl}/c/${keyring.signLink({ purpose: 'reconfirm', personId, contactId, eventId })}`
  );
}

function noticeMail(
  { keyring, publicUrl }: EmailGatewayDeps,
  renderers: Renderers,
  { record, contact }: Addressed<Notice>,
): Mail | undefined {
  const office = officeById(contact.office);
  if (!office || contact.channel !== 'email') return undefined;
  const { content: contents, kind, reference, audience } = record.draft;
  const locale = pickLocale(contents, 'email', {
    language: contact.language,
    officeLanguages: office.languages,
  });
  const content = locale === undefined ? undefined : contents.locales[locale]?.email;
  if (locale === undefined || !content) return undefined;
  const devices = affectedDevices(audience, contact.devices);
  const render = renderers.notice(`${record.id}#${record.version}#${office.id}#${locale}`, () =>
    prepareNoticeEmail({ office, content, locale, kind, reference, asks: askedBy(record.draft) }),
  );
  return rendered(office, contact, () =>
    render({
      to: contact.address,
      language: contact.language ?? locale,
      noticeUrl: createNoticeLink(keyring, publicUrl)(record, contact),
      values: noticeValues({ office, devices, reference, locale }),
    }),
  );
}

const rememberedRenders = 64;

type Cache<Render> = (key: string, make: () => Render) => Render;

/** Compiled content of the last few messages: it is the same for all recipients. */
function createCache<Render>(): Cache<Render> {
  const renders = new Map<string, Render>();
  return (key, make) => {
    const known = renders.get(key);
    if (known) return known;
    if (renders.size >= rememberedRenders) renders.clear();
    const render = make();
    renders.set(key, render);
    return render;
  };
}

/** Rendering refuses an address that is not one mailbox; that person's mail has failed, the others go on. */
function rendered(office: Office, contact: EmailContact, render: () => Buffer): Mail | undefined {
  try {
    return { raw: render(), office, contact };
  } catch {
    return undefined;
  }
}

async function dispatch(
  { send, configurationSet }: EmailGatewayDeps,
  { record, wave, office: batchOffice }: Addressed<Campaign> | Addressed<Notice>,
  { raw, office, contact }: Mail,
): Promise<HandOver> {
  return send({
    raw,
    from: office.sender.address,
    to: contact.address,
    configurationSet,
    tags: { message: record.id, person: contact.personId, contact: contact.id, office: batchOffice, wave },
  });
}
