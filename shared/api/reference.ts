/** Routes of what staff look up: the offices and the country rules. */
import * as z from 'zod';
import { CountryRule } from '../domain/rules/country-rule.ts';
import type { Contracts } from './contract.ts';
import { pageOf } from './fields.ts';

const OfficeView = z
  .looseObject({
    id: z.string(),
    name: z.string(),
    legalName: z.string(),
    countries: z.array(z.string()),
    languages: z.array(z.string()),
    timezone: z.string(),
    cell: z.string(),
    postalAddress: z.object({ lines: z.array(z.string()), sample: z.boolean() }),
    phone: z.string().optional(),
    policyLinks: z.record(z.string(), z.string()),
  })
  .meta({ id: 'Office' });

const Rule = z.looseObject(CountryRule.shape).meta({ id: 'CountryRule' });

const staff = { auth: 'staff' } as const;

export const referenceContracts = {
  'GET /offices': {
    ...staff,
    summary: 'The directory of offices',
    responses: { 200: { description: 'All offices', body: pageOf(OfficeView) } },
  },
  'GET /rules': {
    ...staff,
    summary: 'The country rules in force, with sources and versions',
    responses: { 200: { description: 'All rules in force', body: pageOf(Rule) } },
  },
  'GET /rules/{country}': {
    ...staff,
    summary: 'The rule that holds in a country',
    params: z.object({
      country: z.string().regex(/^[A-Z]{2}(-[A-Z0-9]{1,3})?$/, 'must be an ISO 3166 code in capitals'),
    }),
    responses: { 200: { description: 'The rule in force', body: Rule } },
  },
} as const satisfies Contracts;
