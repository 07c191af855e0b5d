/** Templates: content that an office keeps for its next campaigns. */
import type { MarketingContent } from '../../../../shared/domain/message.ts';
import type { Api } from './client.ts';
import { createOnce } from './create-once.ts';

export interface TemplateLine {
  readonly id: string;
  readonly office: string;
  readonly name: string;
  readonly updatedAt: string;
}

export interface TemplateView extends TemplateLine {
  readonly content: MarketingContent;
  readonly personalised?: MarketingContent;
}

export interface TemplateDraft {
  readonly office: string;
  readonly name: string;
  readonly content: MarketingContent;
  readonly personalised?: MarketingContent;
}

/** What is sent; whether its content is whole, the API says. */
type TemplateBody = Pick<TemplateDraft, 'office' | 'name'>;

export interface VersionedTemplate {
  readonly template: TemplateView;
  readonly etag: string | undefined;
}

const pathOf = (id: string) => `/templates/${encodeURIComponent(id)}`;

export async function loadTemplate(api: Api, id: string, signal?: AbortSignal): Promise<VersionedTemplate> {
  const { body, etag } = await api.get<TemplateView>(pathOf(id), signal ? { signal } : {});
  return { template: body, etag };
}

/** What creates one template, however often it is tried. */
export function templateCreator(api: Api): (draft: TemplateBody) => Promise<VersionedTemplate> {
  return createOnce(
    async (draft, idempotencyKey) => {
      const { body, etag } = await api.post<TemplateView>('/templates', draft, { idempotencyKey });
      return { template: body, etag };
    },
    ({ template, etag }, draft) => changeTemplate(api, template.id, { draft, etag }),
  );
}

/** @throws ApiProblem 412 when somebody else has changed it since */
export async function changeTemplate(
  api: Api,
  id: string,
  { draft, etag }: { draft: TemplateBody; etag: string | undefined },
): Promise<VersionedTemplate> {
  const answer = await api.put<TemplateView>(pathOf(id), draft, { ifMatch: etag });
  return { template: answer.body, etag: answer.etag };
}

export async function removeTemplate(api: Api, id: string): Promise<void> {
  await api.remove(pathOf(id));
}
