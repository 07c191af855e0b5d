/** What is wrong with the content of a campaign or a notice, found when it is saved and not when it is sent. */
import type { ArmContent } from '../domain/experiment.ts';
import type { FieldError } from '../domain/faults.ts';
import { isKnownLanguage } from '../domain/language-tag.ts';
import type {
  EmailContent,
  MandatoryContent,
  MarketingContent,
  PushContent,
  SmsContent,
} from '../domain/message.ts';
import type { Office } from '../domain/offices.ts';
import type { Channel, MarketingChannel, NoticeKind } from '../domain/vocabulary.ts';
import { localesFor } from './pick-locale.ts';
import { checkPushSize } from './render-push.ts';
import { type HtmlToken, scanHtml } from './scan-html.ts';
import { checkTemplate } from './template.ts';
import { genericVariables, mailVariables, noticeVariables, personalisedVariables } from './variables.ts';

interface Context {
  readonly allowed: readonly string[];
  readonly kind: NoticeKind | 'marketing';
  /** The offices that may send it: the longest name counts. */
  readonly offices: readonly Office[];
}

/** Findings in a campaign's generic and personalised content, as paths into the body of `POST /campaigns`. */
export function checkCampaignContent(
  campaign: {
    readonly channels: readonly MarketingChannel[];
    readonly arms?: readonly ArmContent[] | undefined;
  } & ArmContent,
  office: Office,
): FieldError[] {
  const { channels, arms = [] } = campaign;
  return [
    ...checkArm('', campaign, channels, office),
    ...arms.flatMap((arm, index) => checkArm(`arms.${index}.`, arm, channels, office)),
  ];
}

function checkArm(
  path: string,
  { content, personalised }: ArmContent,
  channels: readonly MarketingChannel[],
  office: Office,
): FieldError[] {
  const context = { kind: 'marketing', offices: [office] } as const;
  const own = `${path}personalised`;
  return [
    ...checkDefaults(`${path}content`, content, channels),
    ...checkLocales(`${path}content`, content, { ...context, allowed: genericVariables }),
    ...(personalised ? checkDefaults(own, personalised, []) : []),
    ...(personalised ? checkLocales(own, personalised, { ...context, allowed: personalisedVariables }) : []),
  ];
}

/** Findings in a notice's content, as paths into the body of `POST /notices`. @param offices those whose people can be affected */
export function checkNoticeContent(
  notice: {
    readonly kind: NoticeKind;
    readonly channels: readonly Channel[];
    readonly content: MandatoryContent;
  },
  offices: readonly Office[],
): FieldError[] {
  const { kind, channels, content } = notice;
  return [
    ...checkDefaults('content', content, channels),
    ...checkLocales('content', content, { kind, offices, allowed: noticeVariables }),
  ];
}

type AnyContent = MarketingContent | MandatoryContent;

function checkDefaults(field: string, content: AnyContent, channels: readonly Channel[]): FieldError[] {
  const { defaultLocale, locales } = content;
  if (!Object.hasOwn(locales, defaultLocale))
    return [{ field: `${field}.defaultLocale`, message: `There is no content for ${defaultLocale}` }];
  return channels
    .filter((channel) => !localesFor(content, channel).includes(defaultLocale))
    .map((channel) => ({
      field: `${field}.locales.${defaultLocale}.${channel}`,
      message: `The default language has no text for the channel ${channel}`,
    }));
}

interface LocaleContent {
  readonly email?: EmailContent | undefined;
  readonly push?: PushContent | undefined;
  readonly sms?: SmsContent | undefined;
}

function checkLocales(field: string, content: AnyContent, context: Context): FieldError[] {
  const entries = Object.entries<LocaleContent>(content.locales);
  return entries.flatMap(([locale, { email, push, sms }]) => {
    const path = `${field}.locales.${locale}`;
    if (!isKnownLanguage(locale)) return [{ field: path, message: `${locale} is not a language (BCP 47)` }];
    return [
      ...(email ? checkEmail(`${path}.email`, email, context) : []),
      ...(push ? checkPush(`${path}.push`, push, locale, context) : []),
      ...(sms ? checkTemplate(`${path}.sms.text`, sms.text, context.allowed) : []),
    ];
  });
}

function checkEmail(path: string, { subject, html, text }: EmailContent, context: Context): FieldError[] {
  const allowed = context.kind === 'marketing' ? [...context.allowed, ...mailVariables] : context.allowed;
  return [
    ...checkLine(`${path}.subject`, subject),
    ...checkTemplate(`${path}.subject`, subject, context.allowed),
    ...checkTemplate(`${path}.html`, html, allowed),
    ...checkClosed(`${path}.html`, html),
    ...checkActive(`${path}.html`, html),
    ...(text === undefined ? [] : checkTemplate(`${path}.text`, text, allowed)),
  ];
}

function checkPush(path: string, content: PushContent, locale: string, context: Context): FieldError[] {
  const texts = [
    ...checkLine(`${path}.title`, content.title),
    ...checkTemplate(`${path}.title`, content.title, context.allowed),
    ...checkTemplate(`${path}.body`, content.body, context.allowed),
    ...(['link', 'image'] as const)
      .filter((name) => content[name]?.includes('{{'))
      .map((name) => ({ field: `${path}.${name}`, message: 'A link cannot hold variables' })),
  ];
  const [office] = context.offices.toSorted((one, other) => other.name.length - one.name.length);
  if (texts.length > 0 || !office) return texts;
  return checkPushSize(path, { content, locale, office, kind: context.kind });
}

function checkLine(field: string, text: string): FieldError[] {
  return /[\p{Cc}\u2028\u2029]/u.test(text)
    ? [{ field, message: 'Must be one line without control characters' }]
    : [];
}

/** The office's footer is put in at the end: an open comment, quote or style would swallow it. */
function checkClosed(field: string, source: string): FieldError[] {
  const open = scanHtml(source).find(({ kind }) => kind === 'unclosed');
  if (!open) return [];
  const line = source.slice(0, open.start).split('\n').length;
  return [{ field, message: `Line ${line}: <${open.name} is opened and never closed` }];
}

const activeTags: ReadonlySet<string> = new Set([
  'script',
  'iframe',
  'object',
  'embed',
  'base',
  'frame',
  'applet',
]);

/** Mail programs run nothing, and treat a mail that tries as spam. */
function checkActive(field: string, source: string): FieldError[] {
  const found = scanHtml(source).find((token) => token.kind === 'open' && isActive(token));
  if (!found) return [];
  const line = source.slice(0, found.start).split('\n').length;
  return [{ field, message: `Line ${line}: <${found.name}> would run something; no mail program allows it` }];
}

function isActive({ name, source }: HtmlToken): boolean {
  return (
    activeTags.has(name) ||
    (name === 'meta' && /http-equiv\s*=\s*["']?\s*refresh/i.test(source)) ||
    /\son[a-z]{3,}\s*=\s*["']/i.test(source) ||
    /=\s*["']?\s*(?:javascript|vbscript)\s*:/i.test(source)
  );
}
