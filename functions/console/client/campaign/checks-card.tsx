/** What the service would warn of if the campaign were written now. Writers and approvers may ask; others see nothing of it. */
import { useLoad } from '../api/use-load.ts';
import { useApp } from '../ui/app-context.ts';
import { fieldName } from './field-name.ts';
import { type CampaignView, type Checks, draftOf } from './views.ts';

export function ChecksCard({ campaign }: { campaign: CampaignView }) {
  const { text, format, api } = useApp();
  const words = text.plan;
  const [loaded] = useLoad(
    async (signal) => (await api.post<Checks>('/campaigns/checks', draftOf(campaign), { signal })).body,
    [api, campaign.id, campaign.version],
  );
  const checks = loaded.value;
  if (!checks || checks.errors.length + checks.warnings.length === 0) return null;
  const named = (field: string) => fieldName(field, words.field, format.language);
  return (
    <section class="card">
      <h2>{words.warnings}</h2>
      {checks.errors.length > 0 && (
        <div class="notice bad">
          <p class="notice-title">{words.checkError}</p>
          <ul>
            {checks.errors.map(({ field, message }) => (
              <li key={`${field} ${message}`}>
                {named(field)}: <span lang="en">{message}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
      <ul class="checks">
        {checks.warnings.map(({ field, code, message }) => (
          <li key={`${field} ${code}`}>
            <p>{words.check[code]}</p>
            <p class="quiet small">
              {named(field)}: <span lang="en">{message}</span>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
