import type { RequestPaper } from '../../../shared/media/paper/contract.ts';
import type { SheetPart } from '../../ui/sheet/content.ts';
import { useFormat } from '../../ui/use-format.ts';
import { useEnding } from '../quarantine/facts.tsx';
import { Lines } from './asked-parts.tsx';
import { usePaperText } from './text.ts';

/** Where the medium was put in quarantine, and how an officer ended that: the decision on what was found. None where it never was. */
export function useQuarantineParts({ inspection: { quarantines } }: RequestPaper): readonly SheetPart[] {
  const t = usePaperText();
  const format = useFormat();
  const endingFacts = useEnding();
  if (quarantines.length === 0) return [];
  const rows = quarantines.map(({ at, putBy, place, seal, from, keeper, ended }) => [
    <Lines key="since" text={`${format.dateTime(at)}\n${putBy}`} />,
    <Lines key="kept" text={[place, seal, from, keeper].join('\n')} />,
    <Lines
      key="end"
      text={
        ended === null
          ? t('quarantine.held')
          : [
              ...endingFacts(ended.ending).flatMap(({ value }) => (typeof value === 'string' ? [value] : [])),
              ended.reason,
              `${format.dateTime(ended.at)} ${ended.officerName}`,
            ]
              .filter((line) => line !== '')
              .join('\n')
      }
    />,
    ended === null ? '' : t(ended.signatureHolds ? 'signature.holds' : 'signature.fails'),
  ]);
  return [
    {
      kind: 'table',
      title: t('part.quarantine'),
      columns: [
        { title: t('col.since'), width: '34mm' },
        { title: t('col.kept') },
        { title: t('col.end') },
        { title: t('col.signature'), width: '24mm', align: 'center' },
      ],
      rows,
    },
  ];
}
