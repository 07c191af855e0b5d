/** The report as a file. */
import { useApp } from '../ui/app-context.ts';
import { Button } from '../ui/button.tsx';
import { download, downloadCsv } from '../ui/download.ts';
import { useDownload } from '../ui/use-download.ts';
import { campaignPath } from './use-campaign.ts';

export function ExportButtons({ id }: { id: string }) {
  const { text, api } = useApp();
  const words = text.report;
  const [busy, run] = useDownload<'csv' | 'json'>();
  const csv = async () => {
    downloadCsv(`${id}.csv`, (await api.getText(campaignPath(id, '/report.csv'))).body);
    return true;
  };
  const json = async () => {
    const { body } = await api.get<unknown>(campaignPath(id, '/report'));
    download(`${id}.json`, 'application/json', `${JSON.stringify(body, null, 2)}\n`);
    return true;
  };
  return (
    <>
      <Button busy={busy === 'csv'} onClick={() => void run('csv', csv)}>
        {words.csv}
      </Button>
      <Button busy={busy === 'json'} onClick={() => void run('json', json)}>
        {words.json}
      </Button>
    </>
  );
}
