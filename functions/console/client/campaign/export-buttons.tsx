/** The report as a file. */
import { useRef, useState } from 'preact/hooks';
import { asProblem } from '../api/use-load.ts';
import { useApp } from '../ui/app-context.ts';
import { Button } from '../ui/button.tsx';
import { download } from '../ui/download.ts';
import { problemDetail, problemWords } from '../ui/problem-words.ts';
import { toast } from '../ui/toasts.tsx';
import { campaignPath } from './use-campaign.ts';

/** The browser takes it off what it reads; without it Excel takes the file for another encoding. */
const byteOrderMark = '\uFEFF';

type Kind = 'csv' | 'json';

export function ExportButtons({ id }: { id: string }) {
  const { text, api } = useApp();
  const words = text.report;
  const [busy, setBusy] = useState<Kind>();
  const isBusy = useRef(false);
  const files: Readonly<Record<Kind, () => Promise<void>>> = {
    csv: async () => {
      const table = await api.getText(campaignPath(id, '/report.csv'));
      download(`${id}.csv`, 'text/csv;charset=utf-8', `${byteOrderMark}${table}`);
    },
    json: async () => {
      const { body } = await api.get<unknown>(campaignPath(id, '/report'));
      download(`${id}.json`, 'application/json', `${JSON.stringify(body, null, 2)}\n`);
    },
  };
  const run = async (kind: Kind) => {
    if (isBusy.current) return;
    isBusy.current = true;
    setBusy(kind);
    try {
      await files[kind]();
      toast(words.downloaded);
    } catch (error) {
      const problem = asProblem(error);
      toast(problemWords(problem, text.frame), 'bad', problemDetail(problem));
    } finally {
      isBusy.current = false;
      setBusy(undefined);
    }
  };
  return (
    <>
      <Button busy={busy === 'csv'} onClick={() => void run('csv')}>
        {words.csv}
      </Button>
      <Button busy={busy === 'json'} onClick={() => void run('json')}>
        {words.json}
      </Button>
    </>
  );
}
