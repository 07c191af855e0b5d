/** What a notice leaves on paper: the document for a regulator, the list for letters, and every decision. */
import { useState } from 'preact/hooks';
import type { Lacking } from '../../../../shared/api/notice-reach.ts';
import { readFile } from '../api/read-file.ts';
import { useApp } from '../ui/app-context.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { download, downloadCsv } from '../ui/download.ts';
import { FittedMail, screenWidths } from '../ui/fitted-mail.tsx';
import { useDownload } from '../ui/use-download.ts';
import { type NoticeView, noticePath } from './views.ts';

type FileName = 'document' | 'document-csv' | 'unreached' | 'decisions';

export function ReachFiles({ notice, lacking }: { notice: NoticeView; lacking: Lacking }) {
  const { text, api } = useApp();
  const words = text.reach;
  const { id, reference } = notice;
  const [busy, run] = useDownload<FileName>();
  const [shown, setShown] = useState<string>();
  /** The document; undefined while its figures are being counted. */
  const readDocument = async (format: 'html' | 'csv') => {
    const { status, body } = await api.getText(noticePath(id, '/document'), { query: { format } });
    return status === 202 ? undefined : body;
  };
  const showDocument = async () => {
    const html = await readDocument('html');
    setShown(html);
    return html !== undefined;
  };
  const saveCsv = async () => {
    const csv = await readDocument('csv');
    if (csv !== undefined) downloadCsv(`${id}.csv`, csv);
    return csv !== undefined;
  };
  const saveUnreached = async () => {
    const query = { lacking, format: 'csv' };
    downloadCsv(
      `${id}-unreached-${lacking}.csv`,
      await readFile(api, noticePath(id, '/unreached'), { query, hasHead: true }),
    );
    return true;
  };
  const saveDecisions = async () => {
    download(`${id}.ndjson`, 'application/x-ndjson', await readFile(api, noticePath(id, '/decisions')));
    return true;
  };
  return (
    <section class="card">
      <h2>{words.files}</h2>
      <p class="hint">{words.documentLead}</p>
      <div class="actions">
        <Button busy={busy === 'document'} onClick={() => void run('document', showDocument)}>
          {words.document}
        </Button>
        <Button busy={busy === 'document-csv'} onClick={() => void run('document-csv', saveCsv)}>
          {words.documentCsv}
        </Button>
        <Button busy={busy === 'unreached'} onClick={() => void run('unreached', saveUnreached)}>
          {words.csv}
        </Button>
        <Button busy={busy === 'decisions'} onClick={() => void run('decisions', saveDecisions)}>
          {words.decisions}
        </Button>
      </div>
      {shown !== undefined && (
        <Dialog
          isWide
          title={words.documentTitle(reference)}
          onClose={() => setShown(undefined)}
          onSubmit={() => setShown(undefined)}
          actions={
            <>
              <Button type="submit">{text.frame.close}</Button>
              <Button look="primary" onClick={() => download(`${id}.html`, 'text/html;charset=utf-8', shown)}>
                {words.saveDocument}
              </Button>
            </>
          }
        >
          <div class="shown-document">
            <FittedMail
              html={shown}
              title={words.documentTitle(reference)}
              width={screenWidths.desktop}
              dark={false}
            />
          </div>
        </Dialog>
      )}
    </section>
  );
}
