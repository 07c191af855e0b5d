/** Routes of templates: content that an office keeps for its next campaigns. */
import * as z from 'zod';
import { ContentTemplate, TemplateDraft } from '../domain/content-template.ts';
import type { Contracts } from './contract.ts';
import { IdParams, IfMatchHeader, NameQuery, OfficeQuery, PageQuery, pageOf } from './fields.ts';

const TemplateView = z.looseObject(ContentTemplate.shape).meta({ id: 'Template' });

const TemplateLine = z
  .looseObject(ContentTemplate.pick({ id: true, office: true, name: true, updatedAt: true }).shape)
  .meta({ id: 'TemplateLine', description: 'A template without its content.' });

const readers = ['marketer', 'approver', 'auditor'] as const;

const write = { auth: 'staff', roles: ['marketer', 'approver'], maxBodyBytes: 1024 * 1024 } as const;
const shown = {
  description: 'The template',
  body: TemplateView,
  headers: { ETag: 'The version, for `If-Match` of the next change' },
} as const;

const example = {
  name: 'Offers of the week',
  content: {
    defaultLocale: 'de',
    locales: {
      de: {
        email: { subject: 'Angebote der Woche', html: '<p>Guten Tag, die Angebote dieser Woche.</p>' },
        push: { title: 'Angebote der Woche', body: 'Nur bis Sonntag' },
      },
    },
  },
} as const;

export const templateContracts = {
  'GET /templates': {
    auth: 'staff',
    roles: readers,
    summary: 'List the templates of an office, newest first',
    query: PageQuery.extend({ ...OfficeQuery.shape, ...NameQuery.shape }),
    responses: { 200: { description: 'One page', body: pageOf(TemplateLine) } },
  },
  'POST /templates': {
    ...write,
    summary: 'Keep content as a template',
    body: TemplateDraft.meta({ id: 'TemplateDraft' }),
    example: { office: 'de', ...example },
    faults: [422],
    responses: { 201: { ...shown, description: 'The new template' } },
  },
  'GET /templates/{id}': {
    auth: 'staff',
    roles: readers,
    params: IdParams,
    summary: 'Read a template',
    responses: { 200: shown },
  },
  'PUT /templates/{id}': {
    ...write,
    params: IdParams,
    headers: IfMatchHeader,
    summary: 'Change a template; with If-Match, only the version that was read',
    body: TemplateDraft.partial({ office: true }).meta({ id: 'TemplateChange' }),
    example,
    faults: [409, 412, 422],
    responses: { 200: shown },
  },
  'DELETE /templates/{id}': {
    auth: 'staff',
    roles: write.roles,
    params: IdParams,
    headers: IfMatchHeader,
    summary: 'Delete a template; with If-Match, only the version that was read',
    faults: [409, 412],
    responses: { 204: { description: 'It is gone' } },
  },
} as const satisfies Contracts;
