import { FileDown } from 'lucide-react';
import { useState } from 'react';
import { LIST_FORMATS, type ListExported, type ListFormat } from '../../../shared/media/lists/model.ts';
import type { MediumFilter } from '../../../shared/media/register/contract.ts';
import type { RequestFilter } from '../../../shared/media/requests/contract.ts';
import { useCommand } from '../../api/queries.ts';
import { useRefusalText } from '../../app/i18n.ts';
import { usePreferences } from '../../app/preferences.ts';
import { useSession } from '../../app/session.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorText } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { notify } from '../../ui/toast.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { NotesTable } from './notes-table.tsx';
import { useListText } from './text.ts';

/** The list that goes out, as it is narrowed on screen. */
export type WhatGoesOut =
  | { readonly list: 'register'; readonly filter: MediumFilter }
  | { readonly list: 'requests'; readonly filter: RequestFilter };

/** Writes the list on screen out as a file; nothing for those who may not, and where nothing can be recorded. */
export function ExportButton({ what }: { readonly what: WhatGoesOut }) {
  const t = useListText();
  const { may, canWrite } = useSession();
  const [open, setOpen] = useState(false);
  if (!may('media.exportList') || !canWrite) return null;
  return (
    <>
      <Button size="sm" icon={FileDown} onPress={() => setOpen(true)}>
        {t('out.open')}
      </Button>
      {open ? (
        <Dialog title={t(`out.title.${what.list}`)} isOpen onClose={() => setOpen(false)}>
          <ExportForm what={what} onClose={() => setOpen(false)} />
        </Dialog>
      ) : null}
    </>
  );
}

function ExportForm({ what, onClose }: { readonly what: WhatGoesOut; readonly onClose: () => void }) {
  const t = useListText();
  const format = useFormat();
  const refusal = useRefusalText();
  const language = usePreferences((kept) => kept.language);
  const [form, setForm] = useState<ListFormat>('xlsx');
  const [lacking, setLacking] = useState<Extract<ListExported, { state: 'lacking' }>>();
  const command = useCommand('media', 'exportList');
  const words = refusal(command.error);
  const write = (): void => {
    setLacking(undefined);
    command.mutate(
      { what, format: form, language },
      {
        onSuccess: (exported) => {
          if (exported.state === 'lacking') setLacking(exported);
          if (exported.state !== 'saved') return;
          notify(t('out.done', { file: exported.file, rows: format.number(exported.rows) }));
          onClose();
        },
      },
    );
  };
  return (
    <Form onSubmit={write} className="flex flex-col gap-4">
      <p className="text-sm">{t('out.why')}</p>
      <RadioGroup
        label={t('out.format')}
        value={form}
        orientation="vertical"
        onChange={(chosen) => {
          setForm(chosen);
          setLacking(undefined);
        }}
        options={LIST_FORMATS.map((id) => ({
          id,
          label: t(`out.format.${id}`),
          ...(id === 'csv-cp932' ? { description: t('out.format.csv-cp932.text') } : {}),
        }))}
      />
      {lacking === undefined ? null : (
        <div role="alert" className="flex flex-col gap-2">
          <ErrorText>{t('out.lacking', { count: format.number(lacking.count) })}</ErrorText>
          <NotesTable
            label={t('out.lacking.list')}
            heads={[
              t('in.problem.row'),
              t('in.problem.column'),
              t('out.lacking.character'),
              t('in.problem.text'),
            ]}
            rows={lacking.lacking.map(({ row, column, character, text }) => ({
              key: `${row.toString()} ${column} ${character}`,
              cells: [format.number(row), column, character, text],
            }))}
          />
        </div>
      )}
      {words === undefined ? null : (
        <div role="alert">
          <ErrorText>{words}</ErrorText>
        </div>
      )}
      <div className="flex justify-end gap-3">
        <Button onPress={onClose}>{t('out.back')}</Button>
        <Button type="submit" variant="solid" icon={FileDown} pending={command.isPending}>
          {t('out.do')}
        </Button>
      </div>
    </Form>
  );
}
