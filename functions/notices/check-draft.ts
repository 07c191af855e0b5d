/** What is wrong with a notice as written: its audience, its texts, and any promotion in it. */
import type { MessageStore } from '../../shared/adapters/message-store.ts';
import { checkNoticeContent } from '../../shared/content/check-content.ts';
import { mayActFor, type StaffActor } from '../../shared/domain/actor.ts';
import { type FieldError, InvalidInput, Unprocessable } from '../../shared/domain/faults.ts';
import { reasonsOf } from '../../shared/domain/legal-reasons.ts';
import type { NoticeDraft } from '../../shared/domain/message.ts';
import { officeOf, offices } from '../../shared/domain/offices.ts';
import { findPromotion } from '../../shared/domain/promotion-guard.ts';
import { headquarters } from './load-notice.ts';

/** @throws InvalidInput for an audience that cannot be; Unprocessable with one entry per finding in the texts; Forbidden for other offices' people */
export async function checkDraft(deps: RelatedDeps, draft: NoticeDraft, actor: StaffActor): Promise<void> {
  const findings = [
    ...checkReason(draft),
    ...checkAudience(draft, actor),
    ...checkChannels(draft),
    ...checkAcceptance(draft),
  ];
  if (findings.length > 0) throw new InvalidInput('The notice is not valid.', { errors: findings });
  await checkRelated(deps, draft, actor);
  const content = [...checkNoticeContent(draft, offices), ...findPromotion(draft.content)];
  if (content.length > 0) throw new Unprocessable('The notice cannot be sent as it is.', { errors: content });
}

interface RelatedDeps {
  messages: Pick<MessageStore, 'load'>;
}

/** @throws InvalidInput for a notice to replace or to follow up that does not exist, or that was never released */
export async function checkRelated(
  { messages }: RelatedDeps,
  related: Pick<NoticeDraft, 'supersedes' | 'followUpOf'>,
  actor: StaffActor,
): Promise<void> {
  for (const field of ['supersedes', 'followUpOf'] as const) {
    const id = related[field];
    if (id === undefined) continue;
    const record = await messages.load(id);
    const isOwn = record?.type === 'notice' && mayActFor(actor, record.office ?? headquarters);
    if (isOwn && record.startedAt !== undefined) continue;
    throw new InvalidInput('The notice is not valid.', {
      errors: [{ field, message: `${id} is no notice of yours that has been released.` }],
    });
  }
}

function checkReason({ kind, legalReason }: NoticeDraft): FieldError[] {
  if (reasonsOf[kind].includes(legalReason)) return [];
  return [
    { field: 'legalReason', message: `A ${kind} notice rests on one of: ${reasonsOf[kind].join(', ')}.` },
  ];
}

/** Countries that do not exist, a region beside its own country (it would leave nobody else out), and people of other offices. */
function checkAudience({ audience }: NoticeDraft, { office }: StaffActor): FieldError[] {
  const countries = audience.countries ?? [];
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

function checkAcceptance({ kind, acceptance }: NoticeDraft): FieldError[] {
  if (acceptance === undefined || kind === 'terms') return [];
  return [
    { field: 'acceptance', message: `A ${kind} notice asks for no acceptance: only one of kind terms does.` },
  ];
}

function checkChannels({ channels }: NoticeDraft): FieldError[] {
  return new Set(channels).size === channels.length
    ? []
    : [{ field: 'channels', message: 'Name each channel once.' }];
}
