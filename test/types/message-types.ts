/**
 * The two kinds of message cannot be turned into each other, and a permit has one source. Compiled by `npm run check:types`:
 * each line under `@ts-expect-error` must be refused, or the compiler reports the mark itself as an error.
 */
import { decide, decideTest, type Permit, type PersonFacts } from '../../shared/domain/decide.ts';
import type { Campaign, Notice } from '../../shared/domain/lifecycle.ts';
import { toMandatoryMessage, toMarketingMessage } from '../../shared/domain/lifecycle.ts';
import type {
  CampaignDraft,
  MandatoryMessage,
  MarketingMessage,
  NoticeDraft,
} from '../../shared/domain/message.ts';
import type { TestContact } from '../../shared/domain/office-settings.ts';
import type { Contact } from '../../shared/domain/person.ts';
import type { RuleBook } from '../../shared/domain/rules/rule-book.ts';
import type { Addressed, Gateway } from '../../shared/use-cases/hand-over.ts';
import type { TestGateway, TestMessage } from '../../shared/use-cases/test-gateway.ts';

/** A campaign is no notice, and cannot be made one by changing its type. */
export function campaignIsNoNotice(campaign: MarketingMessage, draft: CampaignDraft): void {
  // @ts-expect-error a campaign is not a notice
  const notice: MandatoryMessage = campaign;
  // @ts-expect-error nor with the other mark
  const marked: MandatoryMessage = { ...campaign, type: 'mandatory' };
  // @ts-expect-error nor as a draft
  const body: NoticeDraft = draft;
  use(notice, marked, body);
}

/** A notice is no campaign. */
export function noticeIsNoCampaign(notice: MandatoryMessage, draft: NoticeDraft): void {
  // @ts-expect-error a notice is not a campaign
  const campaign: MarketingMessage = notice;
  // @ts-expect-error nor with the other mark
  const marked: MarketingMessage = { ...notice, type: 'marketing' };
  // @ts-expect-error nor as a draft
  const body: CampaignDraft = draft;
  use(campaign, marked, body);
}

/** The record of one kind does not become the message of the other. */
export function recordsStayApart(campaign: Campaign, notice: Notice): void {
  // @ts-expect-error a campaign on record gives no notice
  toMandatoryMessage(campaign);
  // @ts-expect-error a notice on record gives no campaign
  toMarketingMessage(notice);
  // @ts-expect-error a campaign cannot be put in the place of a notice
  const record: Notice = { ...campaign, type: 'notice' };
  use(record);
}

/** Nothing but a decision makes a permit: an object that looks like one is none. */
export function permitHasOneSource(known: Permit<'marketing'>): void {
  const looks = { lane: 'mandatory', messageId: 'ntc_1', contactKey: 'per_1#con_1' } as const;
  // @ts-expect-error the seal is missing
  const forged: Permit<'mandatory'> = looks;
  // @ts-expect-error a symbol of one's own is not the seal
  const sealed: Permit<'mandatory'> = { ...looks, [Symbol('permit')]: true };
  // @ts-expect-error a permit of one lane cannot be copied into the other
  const moved: Permit<'mandatory'> = { ...known, lane: 'mandatory' as const };
  // @ts-expect-error a permit is not changed afterwards
  known.contactKey = 'per_2#con_2';
  use(forged, sealed, moved);
}

interface Given {
  campaign: MarketingMessage;
  notice: MandatoryMessage;
  contact: Contact;
  facts: PersonFacts;
  rules: RuleBook;
}

/** Each lane has its own door, and only its own permit opens it. */
export async function doorsStayApart(
  gateway: Gateway,
  { campaign, notice, contact, facts, rules }: Given,
  to: { marketing: Addressed<Campaign> & { variant: 'generic' }; mandatory: Addressed<Notice> },
): Promise<void> {
  const marketing = decide(campaign, contact, facts, rules, '');
  const mandatory = decide(notice, contact, facts, rules, '');
  if (marketing.kind === 'skip' || mandatory.kind === 'skip') return;
  await gateway.sendMarketing(marketing.permit, to.marketing);
  await gateway.sendMandatory(mandatory.permit, to.mandatory);
  // @ts-expect-error a marketing permit does not open the mandatory door
  await gateway.sendMandatory(marketing.permit, to.mandatory);
  // @ts-expect-error a mandatory permit does not open the marketing door
  await gateway.sendMarketing(mandatory.permit, to.marketing);
  // @ts-expect-error no permit opens no door
  await gateway.sendMandatory(undefined, to.mandatory);
  // @ts-expect-error a campaign does not pass the mandatory door
  await gateway.sendMandatory(mandatory.permit, to.marketing);
}

/** A test has a door of its own, which no lane's permit opens; its permit opens no door of a lane. */
export async function testsStayApart(
  doors: { gateway: Gateway; tests: TestGateway },
  known: Permit<'marketing'>,
  to: {
    marketing: Addressed<Campaign> & { variant: 'generic' };
    mandatory: Addressed<Notice>;
    test: TestMessage;
    contact: TestContact;
    person: Contact;
  },
): Promise<void> {
  const decision = decideTest('cmp_1', to.contact, 'email');
  if (decision.kind === 'skip') return;
  await doors.tests.sendTest(decision.permit, to.test);
  // @ts-expect-error a test permit does not open the marketing door
  await doors.gateway.sendMarketing(decision.permit, to.marketing);
  // @ts-expect-error nor the mandatory one
  await doors.gateway.sendMandatory(decision.permit, to.mandatory);
  // @ts-expect-error a marketing permit does not open the door for tests
  await doors.tests.sendTest(known, to.test);
  // @ts-expect-error no permit opens no door
  await doors.tests.sendTest(undefined, to.test);
  // @ts-expect-error a person of the lists is no test contact
  decideTest('cmp_1', to.person, 'email');
}

/** A refused message has no permit to hand on. */
export function skipHasNoPermit({ campaign, contact, facts, rules }: Given): void {
  const decision = decide(campaign, contact, facts, rules, '');
  // @ts-expect-error only a `send` has one
  use(decision.permit);
}

/** A message whose kind is not known cannot be decided: the caller must say which lane it is in. */
export function kindMustBeKnown({ campaign, notice, contact, facts, rules }: Given, pick: boolean): void {
  // @ts-expect-error one of the two, and not either
  decide(pick ? campaign : notice, contact, facts, rules, '');
}

function use(..._values: readonly unknown[]): void {}
