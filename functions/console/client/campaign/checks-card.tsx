/** What the service would warn of if the campaign were written now. Writers and approvers may ask; others see nothing of it. */
import { useLoad } from '../api/use-load.ts';
import { fieldLabel } from '../composer/field-label.ts';
import { useApp } from '../ui/app-context.ts';
import { knownWords } from '../ui/finding-words.ts';
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
  return (
    <section class="card">
      <h2>{words.warnings}</h2>
      {checks.errors.length > 0 && (
        <div class="notice bad">
          <p class="notice-title">{words.checkError}</p>
          <ul>
            {checks.errors.map(({ field, message }) => (
              <li key={`${field} ${message}`}>
                {fieldLabel(field, text, format)}: <Words message={message} />
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
              {fieldLabel(field, text, format)}: <Words message={message} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** In the words of the composer; what it has none for is English. */
function Words({ message }: { message: string }) {
  const { text, format } = useApp();
  const known = knownWords(message, text, format);
  return known === undefined ? <span lang="en">{message}</span> : <span>{known}</span>;
}
