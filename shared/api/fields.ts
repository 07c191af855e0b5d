/** Parameters, headers and small bodies that several routes share. */
import * as z from 'zod';
import { isLanguageTag } from '../domain/language-tag.ts';
import { isTimezone } from '../domain/local-time.ts';
import { isIsoCountry } from '../domain/rules/iso-countries.ts';
import { decodeHeaderText } from './header-text.ts';

export const IdParams = z.object({ id: z.string().min(1).max(100) });

/** The query of a list. `cursor` is the one that the page before gave. */
export const PageQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z.string().min(1).max(2000).optional(),
});

/** The query of an NDJSON answer: `cursor` is the `X-Next-Cursor` of the part before. */
export const LinesQuery = z.strictObject({ cursor: z.string().min(1).max(2000).optional() });

export const DryRunQuery = z.strictObject({
  dryRun: z
    .enum(['true', 'false'])
    .default('false')
    .transform((text) => text === 'true'),
});

/** Why staff look a person up: kept in the access log (policy P-20). A header is ASCII, so other letters come encoded (RFC 8187): `UTF-8''%E7%85%A7`. */
export const PurposeHeader = z.object({
  'x-purpose': z
    .string()
    .max(2000)
    .overwrite((text) => decodeHeaderText(text).trim())
    .min(1)
    .max(200)
    .meta({ example: 'ticket 4711: asks where we have the address from' }),
});

/** `ETag` of the version that a change starts from. Each route says where it can be left out: a refusal needs none. */
export const IfMatchHeader = z.object({
  'if-match': z.string().max(100).optional().meta({ example: '"3"' }),
});

/** The office of a list: staff of an office may leave it out. */
export const OfficeQuery = z.strictObject({ office: z.string().min(1).max(20).optional() });

/** Part of a name, in capitals or not. */
export const NameQuery = z.strictObject({ q: z.string().trim().min(1).max(200).optional() });

/** Steps that take no words: an empty body or `{}`. */
export const EmptyBody = z.strictObject({}).default({});

/** Steps that may say why. */
export const ReasonBody = z
  .strictObject({ reason: z.string().trim().min(1).max(500).optional() })
  .default({});

/** ISO 3166-1 alpha-2, in capitals. */
export const Country = z
  .string()
  .regex(/^[A-Z]{2}$/, 'must be an ISO 3166 country code in capitals')
  .refine(isIsoCountry, 'is not a country of ISO 3166')
  .meta({ example: 'DE' });

const notALanguage = 'must be a BCP 47 language such as "de" or "pt-BR"';

/** BCP 47, such as `de` or `zh-Hant-TW`. */
export const Language = z
  .string()
  .max(35)
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, { error: notALanguage, abort: true })
  .refine(isLanguageTag, notALanguage)
  .meta({ example: 'de' });

export const Timezone = z
  .string()
  .max(64)
  .refine(isTimezone, 'is not an IANA time zone')
  .meta({ example: 'Europe/Berlin' });

/** One page of a list. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), cursor: z.string().optional() });
}

/** RFC 9457, with the members that every problem of this API has. */
export const Problem = z
  .looseObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    errors: z.array(z.looseObject({ field: z.string(), message: z.string() })),
    requestId: z.string(),
    state: z.string().optional(),
  })
  .meta({
    id: 'Problem',
    description:
      'What went wrong (RFC 9457). `state` comes with a 409: the current one. Promotion in a notice comes with its place: the members of `NoticeFinding`.',
  });
