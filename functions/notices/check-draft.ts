/** What is wrong with a notice as written: its audience, its texts, and any promotion in it. */
import type { MessageStore } from '../../shared/adapters/message-store.ts';
import { checkNoticeContent } from '../../shared/content/check-content.ts';
import { mayActFor, type StaffActor } from '../../shared/domain/actor.ts';
import { type FieldError, InvalidInput, Unprocessable } from '../../shared/domain/faults.ts';
import { reasonsOf } from '../../shared/domain/legal-reasons.ts';
import type { NoticeDraft } from '../../shared/domain/message.ts';
import { officeOf, offices } from '../../shared/domain/offices.ts';
import { findCopies } from '../../shared/domain/promotion/marketing-copies.ts';
import { findPromotion, findPromotionIn } from '../../shared/domain/promotion-guard.ts';
import { headquarters } from './load-notice.ts';
import { type MarketingDeps, readMarketing } from './read-marketing.ts';

/** @throws InvalidInput for an audience that cannot be; Unprocessable with one entry per finding in the texts, each with its place; Forbidden for other offices' people */
export async function checkDraft(deps: CheckDeps, draft: NoticeDraft, actor: StaffActor): Promise<void> {
  const fields = checkFields(draft, actor);
  if (fields.length > 0) throw new InvalidInput('The notice is not valid.', { errors: fields });
  await checkRelated(deps, draft, actor);
  const { known } = await readMarketing(deps, actor.office);
  const errors = [
    ...checkNoticeContent(draft, offices),
    ...findPromotion(draft.content, draft.kind),
    ...findCopies(draft.content, known),
  ];
  if (errors.length > 0) throw new Unprocessable('The notice cannot be sent as it is.', { errors });
}

type CheckDeps = RelatedDeps & MarketingDeps;

/** What is wrong beside the texts, in as much of a draft as is there. */
export function checkFields(draft: Partial<NoticeDraft>, actor: StaffActor): FieldError[] {
  return [
    ...checkReference(draft),
    ...checkReason(draft),
    ...checkAudience(draft, actor),
    ...checkChannels(draft),
    ...checkAcceptance(draft),
  ];
}

interface RelatedDeps {
  messages: Pick<MessageStore, 'load'>;
}

/** @throws InvalidInput for a notice to replace or to follow up that does not exist, or that was never released */
export async function checkRelated(deps: RelatedDeps, related: Related, actor: StaffActor): Promise<void> {
  const errors = await findUnrelated(deps, related, actor);
  if (errors.length > 0) throw new InvalidInput('The notice is not valid.', { errors });
}

type Related = Pick<NoticeDraft, 'supersedes' | 'followUpOf'>;

/** Those that are named and cannot be. */
export async function findUnrelated(
  { messages }: RelatedDeps,
  related: Related,
  actor: StaffActor,
): Promise<FieldError[]> {
  const errors: FieldError[] = [];
  for (const field of ['supersedes', 'followUpOf'] as const) {
    const id = related[field];
    if (id === undefined) continue;
    const record = await messages.load(id);
    const isOwn = record?.type === 'notice' && mayActFor(actor, record.office ?? headquarters);
    if (!isOwn || record.startedAt === undefined)
      errors.push({ field, message: `${id} is no notice of yours that has been released.` });
  }
  return errors;
}

/** Every reader sees it on the page and under the mail, so it may say no more than the texts. */
function checkReference({ reference: text = '' }: Partial<NoticeDraft>): FieldError[] {
  return findPromotionIn({ field: 'reference', locale: '', kind: 'heading', text }).map(
    ({ field, message }) => ({ field, message }),
  );
}

function checkReason({ kind, legalReason }: Partial<NoticeDraft>): FieldError[] {
  if (!kind || !legalReason || reasonsOf[kind].includes(legalReason)) return [];
  return [
    { field: 'legalReason', message: `A ${kind} notice rests on one of: ${reasonsOf[kind].join(', ')}.` },
  ];
}

/** Countries that do not exist, a region beside its own country (it would leave nobody else out), and people of other offices. */
function checkAudience({ audience }: Partial<NoticeDraft>, { office }: StaffActor): FieldError[] {
  const countries = audience?.countries ?? [];
  return countries.flatMap((country, index): FieldError[] => {
    const field = `audience.countries.${index}`;
    const own = officeOf(country.slice(0, 2));
    if (!own) return [{ field, message: `${country} is not a country.` }];
    if (countries.indexOf(country) < index) return [{ field, message: `${country} is named twice.` }];
    if (country.length > 2 && countries.includes(country.slice(0, 2)))
      return [
        {
          field,
          message: `${country} lies in ${country.slice(0, 2)}, which is named as a whole: name one of them.`,
        },
      ];
    if (office !== undefined && own.id !== office)
      return [
        {
          field,
          message: `The people of ${country} belong to another office: notices across offices are for headquarters.`,
        },
      ];
    return [];
  });
}

function checkAcceptance({ kind, acceptance }: Partial<NoticeDraft>): FieldError[] {
  if (acceptance === undefined || kind === undefined || kind === 'terms') return [];
  return [
    { field: 'acceptance', message: `A ${kind} notice asks for no acceptance: only one of kind terms does.` },
  ];
}

function checkChannels({ channels = [] }: Partial<NoticeDraft>): FieldError[] {
  return new Set(channels).size === channels.length
    ? []
    : [{ field: 'channels', message: 'Name each channel once.' }];
}
