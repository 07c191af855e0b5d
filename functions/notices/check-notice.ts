/** What is wrong with a notice while it is being written: the same rules that refuse it when it is saved, for as much of it as can be read. */
import * as z from 'zod';
import { checkStoredSize } from '../../shared/adapters/message-item.ts';
import type { MessageStore } from '../../shared/adapters/message-store.ts';
import type { NoticeChecks } from '../../shared/api/notice-drafting.ts';
import { checkNoticeContent } from '../../shared/content/check-content.ts';
import type { StaffActor } from '../../shared/domain/actor.ts';
import type { FieldError } from '../../shared/domain/faults.ts';
import {
  EmailContent,
  type MandatoryContent,
  NoticeDraft,
  PushContent,
  SmsContent,
} from '../../shared/domain/message.ts';
import { offices } from '../../shared/domain/offices.ts';
import { findPromotion } from '../../shared/domain/promotion-guard.ts';
import { toFieldErrors } from '../../shared/middleware/field-errors.ts';
import { checkFields, findUnrelated } from './check-draft.ts';

/** Errors and findings. Marketing is not read for it: what is copied from there is refused when the notice is saved. */
export async function checkNotice(
  deps: { messages: Pick<MessageStore, 'load'> },
  draft: Readonly<Record<string, unknown>>,
  actor: StaffActor,
): Promise<NoticeChecks> {
  const whole = NoticeDraft.safeParse(draft);
  const parts = Parts.parse(draft);
  const texts = Texts.parse(draft['content']);
  const content = texts && finished(texts);
  const { kind = 'safety', channels = [] } = parts;
  return {
    errors: withoutRepeats([
      ...(whole.success ? [] : toFieldErrors(whole.error.issues, draft, 'draft')),
      ...checkFields(parts, actor),
      ...(await findUnrelated(deps, parts, actor)),
      ...(content ? checkNoticeContent({ kind, channels, content }, offices) : []),
      ...checkStoredSize(draft),
    ]),
    findings: texts ? findPromotion(texts, kind) : [],
  };
}

const { kind, legalReason, reference, audience, channels, acceptance, supersedes, followUpOf } =
  NoticeDraft.shape;

/** What of a draft can be read; the rest is as if it were not there. */
const Parts = z.object({
  kind: kind.optional().catch(undefined),
  legalReason: legalReason.optional().catch(undefined),
  reference: reference.optional().catch(undefined),
  audience: audience.optional().catch(undefined),
  channels: channels.optional().catch(undefined),
  acceptance: acceptance.catch(undefined),
  supersedes: supersedes.catch(undefined),
  followUpOf: followUpOf.catch(undefined),
});

const text = z.string().catch('');
const optionalText = z.string().optional().catch(undefined);

/** Every text that is there, however far it is. */
const Texts = z
  .object({
    defaultLocale: text,
    locales: z
      .record(
        z.string(),
        z
          .object({
            email: z.object({ subject: text, html: text, text: optionalText }).optional().catch(undefined),
            push: z
              .object({ title: text, body: text, link: optionalText, image: optionalText })
              .optional()
              .catch(undefined),
            sms: z.object({ text }).optional().catch(undefined),
          })
          .catch({}),
      )
      .catch({}),
  })
  .optional()
  .catch(undefined);

/** The texts that could be sent as they are; undefined before the first language. */
function finished({
  defaultLocale,
  locales,
}: NonNullable<z.infer<typeof Texts>>): MandatoryContent | undefined {
  const [first] = Object.keys(locales);
  if (first === undefined) return undefined;
  const entries = Object.entries(locales).map(([locale, { email, push, sms }]) => [
    locale,
    {
      email: EmailContent.safeParse(email).data,
      push: PushContent.safeParse(push).data,
      sms: SmsContent.safeParse(sms).data,
    },
  ]);
  return { defaultLocale: defaultLocale || first, locales: Object.fromEntries(entries) };
}

function withoutRepeats(errors: readonly FieldError[]): FieldError[] {
  const known = new Map(errors.map((error) => [`${error.field}\n${error.message}`, error]));
  return [...known.values()];
}
