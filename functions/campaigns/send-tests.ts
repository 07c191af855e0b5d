/** Tests of a campaign to staff whom the settings of its office name: on its record, and in no count. */
import type { TestSend } from '../../shared/api/campaigns.ts';
import { chooseText } from '../../shared/content/choose-text.ts';
import { labelFor } from '../../shared/content/country-label.ts';
import type { StaffActor } from '../../shared/domain/actor.ts';
import { mostTestSends, noteTestSend } from '../../shared/domain/campaign-record.ts';
import { decideTest } from '../../shared/domain/decide.ts';
import { contentOf, hasArm } from '../../shared/domain/experiment.ts';
import { Conflict, InvalidInput } from '../../shared/domain/faults.ts';
import type { Campaign } from '../../shared/domain/lifecycle.ts';
import { mainArm } from '../../shared/domain/message.ts';
import type { TestContact } from '../../shared/domain/office-settings.ts';
import { type Office, officeById } from '../../shared/domain/offices.ts';
import { ruleBook } from '../../shared/domain/rules/rule-book.ts';
import type { Instant, MarketingChannel } from '../../shared/domain/vocabulary.ts';
import type { HandOver } from '../../shared/use-cases/hand-over.ts';
import { mapLimited } from '../../shared/use-cases/map-limited.ts';
import { stepMessage } from '../../shared/use-cases/step-message.ts';
import type { TestMessage } from '../../shared/use-cases/test-gateway.ts';
import type { CampaignDeps } from './deps.ts';
import { loadCampaign } from './load-campaign.ts';
import { sampleCountry, sampleValues } from './sample-values.ts';

/** Tests handed over side by side: an answer within the 30 seconds of an HTTP call. */
const parallelTests = 8;

type TestDeps = Pick<CampaignDeps, 'messages' | 'settings' | 'tests'>;

export interface TestResult {
  contact: string;
  channel: MarketingChannel;
  outcome: Exclude<HandOver['kind'], 'retry'> | 'not-taken' | 'no-address' | 'no-content';
  messageId?: string;
}

/**
 * Sends on every channel of the campaign for which a contact has an address. It is noted before it is sent: what left is always on the record.
 * @throws InvalidInput for a name or arm that there is not, Conflict when there were too many tests
 */
export async function sendTests(
  deps: TestDeps,
  id: string,
  wanted: TestSend,
  { actor, now }: { actor: StaffActor; now: Instant },
): Promise<{ campaign: Campaign; sent: TestResult[] }> {
  const { office: officeId } = await loadCampaign(deps.messages, id, actor);
  const { settings } = await deps.settings.load(officeId);
  const contacts = findContacts(settings.testContacts, wanted.contacts);
  const campaign = await stepMessage(
    deps.messages,
    () => loadCampaign(deps.messages, id, actor),
    (before) => ({ kind: 'taken', message: noted(before, wanted, contacts.length, { actor, now }) }),
  );
  const jobs = contacts.flatMap((contact) =>
    campaign.draft.channels.map((channel) => ({ contact, channel })),
  );
  const sent: TestResult[] = [];
  await mapLimited([...jobs.entries()], parallelTests, async ([index, job]) => {
    sent[index] = await sendTest(deps, campaign, wanted, { ...job, now });
  });
  return { campaign, sent };
}

function findContacts(known: readonly TestContact[], names: readonly string[]): TestContact[] {
  const byName = new Map(known.map((contact) => [contact.name, contact]));
  const errors = names.flatMap((name, index) => {
    const field = `contacts.${index}`;
    if (names.indexOf(name) < index) return [{ field, message: 'is named twice' }];
    return byName.has(name) ? [] : [{ field, message: 'is no test contact in the settings of the office' }];
  });
  if (errors.length > 0) throw new InvalidInput('The test is not valid.', { errors });
  return names.flatMap((name) => byName.get(name) ?? []);
}

function noted(
  campaign: Campaign,
  { arm = mainArm }: TestSend,
  contacts: number,
  { actor, now }: { actor: StaffActor; now: Instant },
): Campaign {
  if (!hasArm(campaign.draft, arm)) {
    const errors = [{ field: 'arm', message: 'is no arm of this campaign' }];
    throw new InvalidInput('The test is not valid.', { errors });
  }
  const message = noteTestSend(campaign, contacts, actor.user, now);
  if (message) return message;
  throw new Conflict(`A campaign can be tested ${mostTestSends} times: make a copy of it for more.`);
}

interface TestJob {
  contact: TestContact;
  channel: MarketingChannel;
  now: Instant;
}

async function sendTest(
  { tests }: TestDeps,
  campaign: Campaign,
  wanted: TestSend,
  { contact, channel, now }: TestJob,
): Promise<TestResult> {
  const result = { contact: contact.name, channel };
  const decision = decideTest(campaign.id, contact, channel);
  if (decision.kind === 'skip') return { ...result, outcome: decision.reason };
  const message = messageFor(campaign, wanted, { contact, channel, now });
  if (!message) return { ...result, outcome: 'no-content' };
  const handed = await tests.sendTest(decision.permit, message);
  if (handed.kind === 'retry') return { ...result, outcome: 'not-taken' };
  return handed.kind === 'accepted'
    ? { ...result, outcome: handed.kind, messageId: handed.providerId }
    : { ...result, outcome: handed.kind };
}

/** Chosen as for a real reader. */
function messageFor(
  { draft }: Campaign,
  { locale: language, variant, arm }: TestSend,
  { contact, channel, now }: TestJob,
): TestMessage | undefined {
  const office = officeById(draft.office);
  if (!office) return undefined;
  const texts = contentOf(draft, arm);
  const reader = { variant, language, officeLanguages: office.languages };
  const common = (locale: string) => ({
    office,
    locale,
    values: sampleValues(office, locale),
    label: sampleLabel(office, now),
  });
  if (channel === 'email') {
    const chosen = chooseText(texts, channel, reader);
    return chosen && contact.email
      ? { ...common(chosen.locale), channel, to: contact.email, content: chosen.text }
      : undefined;
  }
  const chosen = chooseText(texts, channel, reader);
  return chosen && contact.deviceToken
    ? { ...common(chosen.locale), channel, token: contact.deviceToken, content: chosen.text }
    : undefined;
}

function sampleLabel(office: Office, now: Instant): string | undefined {
  const rule = ruleBook.ruleFor({ country: sampleCountry(office) }, now);
  return rule && labelFor(rule, false);
}
