/** Templates of an office: content that is checked like a campaign's, and kept for the next one. */
import { newUlid } from '../../shared/adapters/identifiers.ts';
import type { TemplateStore } from '../../shared/adapters/template-store.ts';
import { checkCampaignContent } from '../../shared/content/check-content.ts';
import { requireOffice, type StaffActor } from '../../shared/domain/actor.ts';
import {
  type ContentTemplate,
  officeOfTemplate,
  type TemplateDraft,
  templateId,
} from '../../shared/domain/content-template.ts';
import { InvalidInput, NotFound, Unprocessable } from '../../shared/domain/faults.ts';
import { officeById } from '../../shared/domain/offices.ts';
import type { Instant } from '../../shared/domain/vocabulary.ts';
import { requireVersion } from '../../shared/use-cases/if-match.ts';
import { onceFor } from '../../shared/use-cases/step-message.ts';
import { untilSaved } from '../../shared/use-cases/until-saved.ts';

interface WriteRequest {
  actor: StaffActor;
  now: Instant;
  headers: { 'if-match'?: string | undefined };
}

/** The id names the office, so that nothing of another one is even read. @throws NotFound, Forbidden */
export async function loadTemplate(
  templates: Pick<TemplateStore, 'load'>,
  id: string,
  actor: StaffActor,
): Promise<ContentTemplate> {
  const office = officeOfTemplate(id);
  if (office !== undefined) requireOffice(actor, office);
  const template = office === undefined ? undefined : await templates.load({ office, id });
  if (!template) throw new NotFound('There is no template of this id.');
  return template;
}

/** A new template; the one made before when the idempotency key was used already. */
export async function createTemplate(
  templates: TemplateStore,
  draft: TemplateDraft,
  { actor, now, idempotencyKey }: { actor: StaffActor; now: Instant; idempotencyKey: string | undefined },
): Promise<ContentTemplate> {
  requireOffice(actor, draft.office);
  checkTemplateDraft(draft);
  const id = templateId(draft.office, newUlid());
  const by = { createdBy: actor.user, createdAt: now, updatedBy: actor.user, updatedAt: now };
  const template: ContentTemplate = { id, ...draft, ...by, version: 1 };
  const key = idempotencyKey && `template ${idempotencyKey}`;
  const made = await templates.create(template, onceFor(actor, key, draft, now));
  return made === id ? template : loadTemplate(templates, made, actor);
}

/** Replaces what a template says. @throws PreconditionFailed when `If-Match` names another version than the current one */
export async function changeTemplate(
  templates: TemplateStore,
  id: string,
  change: Omit<TemplateDraft, 'office'> & { office?: string | undefined },
  { actor, now, headers }: WriteRequest,
): Promise<ContentTemplate> {
  return untilSaved(async () => {
    const known = await loadTemplate(templates, id, actor);
    requireVersion(headers['if-match'], known.version);
    if (change.office !== undefined && change.office !== known.office)
      throw invalid('office', 'is that of the template, and cannot change');
    const draft = { ...change, office: known.office };
    checkTemplateDraft(draft);
    const { createdBy, createdAt, version } = known;
    const next = {
      id,
      ...draft,
      createdBy,
      createdAt,
      updatedBy: actor.user,
      updatedAt: now,
      version: version + 1,
    };
    return (await templates.save(next, version)) ? next : undefined;
  });
}

/** Deletes a template. @throws PreconditionFailed when `If-Match` names another version than the current one */
export async function deleteTemplate(
  templates: TemplateStore,
  id: string,
  { actor, headers }: WriteRequest,
): Promise<void> {
  await untilSaved(async () => {
    const known = await loadTemplate(templates, id, actor);
    requireVersion(headers['if-match'], known.version);
    return (await templates.remove(known)) || undefined;
  });
}

function checkTemplateDraft(draft: TemplateDraft): void {
  const office = officeById(draft.office);
  if (!office) throw invalid('office', `There is no office "${draft.office}".`);
  const errors = checkCampaignContent({ ...draft, channels: [] }, office);
  if (errors.length > 0) throw new Unprocessable('The content cannot be sent as it is.', { errors });
}

function invalid(field: string, message: string): InvalidInput {
  return new InvalidInput('The template is not valid.', { errors: [{ field, message }] });
}
