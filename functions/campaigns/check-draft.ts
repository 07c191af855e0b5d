/** What is wrong with a campaign as written, found when it is saved: office, audience, times and texts. */
import { checkCampaignContent } from '../../shared/content/check-content.ts';
import { type FieldError, InvalidInput, Unprocessable } from '../../shared/domain/faults.ts';
import { isTimezone } from '../../shared/domain/local-time.ts';
import type { CampaignDraft } from '../../shared/domain/message.ts';
import { type Office, officeById } from '../../shared/domain/offices.ts';
import { firstDueAt, lastDueAt } from '../../shared/domain/timing.ts';
import type { Instant } from '../../shared/domain/vocabulary.ts';

/** What is wrong with a draft of the right shape: the schema's findings are not among them. */
export interface DraftFindings {
  /** Office, audience, channels, arms and times. */
  readonly fields: readonly FieldError[];
  readonly content: readonly FieldError[];
}

/** @throws InvalidInput for an office, audience or time that cannot be; Unprocessable for texts that cannot be sent */
export function checkDraft(draft: CampaignDraft, now: Instant): void {
  const { fields, content } = findingsIn(draft, now);
  if (fields.length > 0) throw new InvalidInput('The campaign is not valid.', { errors: fields });
  if (content.length > 0)
    throw new Unprocessable('The content cannot be sent as it is.', { errors: content });
}

/** Everything that keeps the draft from being saved. */
export function findingsIn(draft: CampaignDraft, now: Instant): DraftFindings {
  const office = officeById(draft.office);
  if (!office)
    return { fields: [{ field: 'office', message: `There is no office "${draft.office}".` }], content: [] };
  return {
    fields: [
      ...checkAudience(draft, office),
      ...checkChannels(draft),
      ...checkArms(draft),
      ...checkTimes(draft, office, now),
    ],
    content: checkCampaignContent(draft, office),
  };
}

function checkArms({ arms = [] }: CampaignDraft): FieldError[] {
  const names = arms.map(({ name }) => name);
  const shares = arms.reduce((sum, { percent }) => sum + percent, 0);
  return [
    ...(new Set(names).size === names.length ? [] : [{ field: 'arms', message: 'Name each arm once.' }]),
    ...(shares < 100
      ? []
      : [
          {
            field: 'arms',
            message: `The arms take ${shares} %: nobody is left for the campaign's own content.`,
          },
        ]),
  ];
}

/** @throws InvalidInput for an office that does not exist, countries that are not its own, and a channel named twice */
export function checkPlaces(question: Pick<CampaignDraft, 'office' | 'audience' | 'channels'>): void {
  const office = officeById(question.office);
  const errors = office
    ? [...checkAudience(question, office), ...checkChannels(question)]
    : [{ field: 'office', message: `There is no office "${question.office}".` }];
  if (errors.length > 0) throw new InvalidInput('The question is not valid.', { errors });
}

function checkAudience({ audience }: Pick<CampaignDraft, 'audience'>, office: Office): FieldError[] {
  return (audience.countries ?? []).flatMap((country, index) =>
    office.countries.includes(country.slice(0, 2))
      ? []
      : [
          {
            field: `audience.countries.${index}`,
            message: `${country} does not belong to the office "${office.id}".`,
          },
        ],
  );
}

function checkChannels({ channels }: Pick<CampaignDraft, 'channels'>): FieldError[] {
  return new Set(channels).size === channels.length
    ? []
    : [{ field: 'channels', message: 'Name each channel once.' }];
}

function checkTimes(
  { schedule, expiresAt, audience }: CampaignDraft,
  office: Office,
  now: Instant,
): FieldError[] {
  const { at, timezone } = schedule;
  if (timezone !== 'recipient' && !isTimezone(timezone)) {
    return [{ field: 'schedule.timezone', message: `"${timezone}" is not an IANA time zone.` }];
  }
  const startsAt = timeOf(() => firstDueAt(schedule, now));
  if (startsAt === undefined) return [{ field: 'schedule.at', message: 'There is no such time.' }];
  const ends = expiresAt && new Date(expiresAt).toISOString();
  return [
    ...(at !== 'now' && lastDueAt(schedule, audience.countries ?? office.countries, now) < now
      ? [{ field: 'schedule.at', message: 'The time has passed.' }]
      : []),
    ...(ends && ends <= startsAt
      ? [{ field: 'expiresAt', message: 'It would expire before it starts.' }]
      : []),
  ];
}

/** Text such as 2026-02-31T10:00 has the right shape and is no time. */
function timeOf(read: () => Instant): Instant | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
