import { useState } from 'react';
import type { OverdueList } from '../../../shared/media/reminders/model.ts';
import { daysOver } from '../../../shared/media/reminders/rules.ts';
import { useQueryOf } from '../../api/queries.ts';
import { useSession } from '../../app/session.ts';
import { Dialog } from '../../ui/dialog.tsx';
import type { SheetPart } from '../../ui/sheet/content.ts';
import { SheetFacts } from '../../ui/sheet/page.tsx';
import { Sheet } from '../../ui/sheet/sheet.tsx';
import { QueryStates } from '../../ui/states.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { useReminderText } from './text.ts';

function Two({ one, other }: { readonly one: string; readonly other: string }) {
  return (
    <>
      {one}
      {other === '' ? null : (
        <>
          <br />
          {other}
        </>
      )}
    </>
  );
}

function useTable({ at, rows }: OverdueList): SheetPart {
  const t = useReminderText();
  const format = useFormat();
  return {
    kind: 'table',
    columns: [
      { title: t('col.no'), width: '18mm', align: 'end' },
      { title: t('col.medium') },
      { title: t('col.bearer') },
      { title: t('col.due'), width: '28mm' },
      { title: t('col.over'), width: '14mm', align: 'end' },
      { title: t('col.last'), width: '31mm' },
      { title: t('col.next'), width: '24mm' },
    ],
    rows: rows.map((row) => {
      const { reminded, whereabouts, bearer, organisation } = row;
      const over = daysOver(row.due, at);
      return [
        row.no,
        <Two key="medium" one={row.mediumName} other={t(whereabouts === 'inside' ? 'inside' : 'outside')} />,
        <Two key="bearer" one={bearer} other={organisation} />,
        format.dateTime(row.due),
        over === 0 ? t('overToday') : t('over', { n: over }),
        reminded === null ? (
          ''
        ) : (
          <Two
            key="last"
            one={format.dateTime(reminded.at)}
            other={`${reminded.whom} ${t(`how.${reminded.how}`)}`}
          />
        ),
        reminded?.next == null ? '' : format.shortDate(reminded.next),
      ];
    }),
  };
}

function Loaded({ list, onClose }: { readonly list: OverdueList; readonly onClose: () => void }) {
  const t = useReminderText();
  const format = useFormat();
  const { site } = useSession().me;
  const { at, rows, size, head } = list;
  const table = useTable(list);
  const about = (
    <>
      <SheetFacts
        facts={[
          { label: t('sheet.at'), value: format.dateTime(at) },
          { label: t('sheet.count'), value: t('sheet.n', { n: format.number(rows.length) }) },
        ]}
      />
      <p className="mt-[2mm] text-[8.5pt]">{t(rows.length === 0 ? 'sheet.none' : 'sheet.limit')}</p>
    </>
  );
  return (
    <Sheet
      title={t('sheet.title')}
      office={`${site.name} ${site.room}`}
      number={`${site.code}-${format.shortDate(at)}`}
      issued={format.dateTime(at)}
      stamps={[t('stamp.made'), t('stamp.officer')]}
      checkpoint={t('sheet.checkpoint', { size: format.number(size), head: head.slice(0, 16) })}
      parts={[{ kind: 'block', content: about }, ...(rows.length === 0 ? [] : [table])]}
      onClose={onClose}
    />
  );
}

/** 督促一覧 on paper: what is inside or outside past its time, with its bearer and its last reminder, as it stands now. */
export default function OverdueSheet({ onClose }: { readonly onClose: () => void }) {
  const t = useReminderText();
  const [opened] = useState(() => Date.now());
  const list = useQueryOf('media', 'overdue', {});
  // An answer kept from an earlier sheet is not how things stand now.
  if (list.data !== undefined && list.dataUpdatedAt >= opened)
    return <Loaded list={list.data} onClose={onClose} />;
  if (list.error === null) return null;
  return (
    <Dialog title={t('sheet.failed')} isOpen onClose={onClose}>
      <QueryStates query={list}>{() => null}</QueryStates>
    </Dialog>
  );
}
