/** The templates of an office: content that its campaigns begin with. */
import { useState } from 'preact/hooks';
import { removeTemplate, type TemplateLine } from '../api/templates.ts';
import { useList } from '../api/use-list.ts';
import type { Page as PageOf } from '../api/views.ts';
import { useApp, useRole } from '../ui/app-context.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { ask } from '../ui/confirm.tsx';
import { TextField } from '../ui/fields.tsx';
import { ListView } from '../ui/list-view.tsx';
import { linkTo } from '../ui/match-route.ts';
import { Page } from '../ui/page.tsx';
import { Empty } from '../ui/states.tsx';
import { type Column, Table } from '../ui/table.tsx';
import { useAction } from '../ui/use-action.ts';
import { useLater } from '../ui/use-later.ts';
import { RenameDialog } from './template-rename.tsx';

export function TemplateListPage() {
  const { text, api, office } = useApp();
  const { templates } = text;
  const mayWrite = useRole('marketer', 'approver');
  const [search, setSearch] = useState('');
  const q = useLater(search.trim());
  const list = useList<TemplateLine>(
    async (cursor, signal) =>
      (await api.get<PageOf<TemplateLine>>('/templates', { query: { office: office.id, q, cursor }, signal }))
        .body,
    [api, office.id, q],
  );
  return (
    <Page
      title={templates.title}
      lead={templates.lead(office.name)}
      actions={
        mayWrite && (
          <ButtonLink look="primary" href={linkTo('/templates/new')}>
            {templates.create}
          </ButtonLink>
        )
      }
    >
      <search class="filters">
        <TextField
          type="search"
          label={templates.search}
          value={search}
          maxLength={200}
          onChange={setSearch}
        />
      </search>
      <ListView
        list={list}
        empty={
          <Empty title={q ? templates.nothingFound : templates.emptyTitle}>
            {!q && <p>{templates.emptyBody}</p>}
          </Empty>
        }
      >
        {(items) => <TemplateTable items={items} mayWrite={mayWrite} onChange={list.change} />}
      </ListView>
    </Page>
  );
}

interface TemplateTableProps {
  items: readonly TemplateLine[];
  mayWrite: boolean;
  onChange: (change: (items: readonly TemplateLine[]) => readonly TemplateLine[]) => void;
}

function TemplateTable({ items, mayWrite, onChange }: TemplateTableProps) {
  const { text, format, api } = useApp();
  const { templates, frame } = text;
  const [renamed, setRenamed] = useState<TemplateLine>();
  const [isBusy, run] = useAction();
  const remove = async ({ id, name }: TemplateLine) => {
    const answer = await ask({
      title: templates.removeTitle(name),
      body: templates.removeBody,
      action: frame.remove,
      danger: true,
    });
    if (!answer.confirmed) return;
    const done = await run(async () => {
      await removeTemplate(api, id);
      return true;
    }, templates.removed);
    if (done) onChange((before) => before.filter((one) => one.id !== id));
  };
  const columns: Column<TemplateLine>[] = [
    {
      name: templates.name,
      heading: true,
      cell: ({ id, name }) => <a href={linkTo(`/templates/${id}`)}>{name}</a>,
    },
    { name: templates.changed, cell: ({ updatedAt }) => format.dateTime(updatedAt) },
  ];
  if (mayWrite) {
    columns.push({
      name: frame.actions,
      hiddenName: true,
      cell: (template) => (
        <span class="steps">
          <Button look="quiet" label={templates.renameOf(template.name)} onClick={() => setRenamed(template)}>
            {templates.rename}
          </Button>
          <Button
            look="quiet"
            busy={isBusy}
            label={templates.removeOf(template.name)}
            onClick={() => void remove(template)}
          >
            {frame.remove}
          </Button>
        </span>
      ),
    });
  }
  return (
    <>
      <Table caption={templates.title} columns={columns} rows={items} keyOf={({ id }) => id} />
      {renamed && (
        <RenameDialog
          template={renamed}
          onDone={(changed) => {
            setRenamed(undefined);
            if (changed) onChange((before) => before.map((one) => (one.id === changed.id ? changed : one)));
          }}
        />
      )}
    </>
  );
}
