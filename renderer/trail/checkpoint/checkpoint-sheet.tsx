import type { CheckpointSlip } from '../../../shared/trail/model.ts';
import { QrCode } from '../../ui/sheet/codes.tsx';
import type { SheetPart } from '../../ui/sheet/content.ts';
import { SheetFacts } from '../../ui/sheet/page.tsx';
import { Sheet } from '../../ui/sheet/sheet.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { useNow } from '../../ui/use-now.ts';
import { useCheckpointText } from './text.ts';

/** Lines for comparisons to be written in by hand. */
const COMPARISONS = 3;

/** A checkpoint on paper, to be kept away from this machine (検証点の控え). */
export default function CheckpointSheet({
  slip,
  onClose,
}: {
  readonly slip: CheckpointSlip;
  readonly onClose: () => void;
}) {
  const t = useCheckpointText();
  const format = useFormat();
  const now = useNow();
  const { site, size, head } = slip;
  return (
    <Sheet
      title={t('title')}
      office={`${site.name} ${site.room}`}
      number={`${site.code}-${size}`}
      issued={format.dateTime(now)}
      stamps={[t('stamp.made'), t('stamp.officer'), t('stamp.keeper')]}
      checkpoint={t('checkpoint', { size: format.number(size), head: head.slice(0, 16) })}
      parts={useParts(slip)}
      onClose={onClose}
    />
  );
}

function useParts({ site, at, size, head, note }: CheckpointSlip): readonly SheetPart[] {
  const t = useCheckpointText();
  const format = useFormat();
  return [
    { kind: 'block', content: <p>{t('about')}</p> },
    {
      kind: 'block',
      content: (
        <SheetFacts
          facts={[
            { label: t('site'), value: `${site.name} ${site.room} (${site.code})` },
            { label: t('size'), value: format.number(size) },
            { label: t('at'), value: format.dateTime(at) },
            { label: t('head'), value: <Groups of={head} /> },
          ]}
        />
      ),
    },
    { kind: 'block', content: <SignedNote note={note} /> },
    {
      kind: 'block',
      content: (
        <>
          <p className="font-bold">{t('use')}</p>
          <ol className="list-decimal pl-6">
            <li>{t('use.1')}</li>
            <li>{t('use.2')}</li>
            <li>{t('use.3')}</li>
          </ol>
        </>
      ),
    },
    {
      kind: 'block',
      content: (
        <SheetFacts
          facts={[
            { label: t('kept'), value: '' },
            { label: t('keptAt'), value: '' },
          ]}
        />
      ),
    },
    {
      kind: 'table',
      title: t('compared'),
      columns: [
        { title: t('compared.date'), width: '35mm' },
        { title: t('compared.who') },
        { title: t('compared.result'), width: '55mm' },
      ],
      rows: Array.from({ length: COMPARISONS }, () => []),
      rowHeight: '9mm',
    },
  ];
}

/** A hash in groups of four, eight to a line, to be compared by eye. */
function Groups({ of }: { readonly of: string }) {
  const groups = of.match(/.{1,4}/gu) ?? [];
  return (
    <span className="grid grid-cols-8 font-mono">
      {groups.map((group, place) => (
        // The same group can stand twice in a hash.
        <span key={`${place} ${group}`}>{group}</span>
      ))}
    </span>
  );
}

function SignedNote({ note }: { readonly note: string }) {
  const t = useCheckpointText();
  return (
    <div className="flex gap-[6mm]">
      <QrCode text={note} label={t('note')} size={45} />
      <div className="min-w-0 flex-1">
        <p className="font-bold">{t('note')}</p>
        <p className="text-[9pt]">{t('noteAbout')}</p>
        <pre className="mt-[2mm] border border-line p-[2mm] font-mono text-[8.5pt] break-all whitespace-pre-wrap">
          {note}
        </pre>
      </div>
    </div>
  );
}
