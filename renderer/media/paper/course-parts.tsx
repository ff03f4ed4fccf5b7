import type { RequestPaper } from '../../../shared/media/paper/contract.ts';
import type { SheetPart } from '../../ui/sheet/content.ts';
import { useFormat } from '../../ui/use-format.ts';
import { useRequestsText } from '../requests/text.ts';
import { useStoryWords } from '../requests/request-story.tsx';
import { Lines } from './asked-parts.tsx';
import { orBlank } from './table.ts';
import { usePaperText } from './text.ts';

/** What officers or whoever asked did to a request otherwise than by a decision on it. */
const ENDED: ReadonlySet<string> = new Set(['request.putOff', 'request.withdrawn', 'request.retracted']);

/** Every decision with its conditions, void ones marked, then due times put off, a withdrawal or a retraction; empty lines where there is none yet. */
export function useDecisionsPart({ request, story, signatures }: RequestPaper): SheetPart {
  const t = usePaperText();
  const words = useRequestsText();
  const told = useStoryWords();
  const format = useFormat();
  const decisions = request.decisions.map((one) => [
    words(`decision.${one.decision}`),
    one.officerName,
    format.dateTime(one.at),
    <Lines
      key="said"
      text={[
        t(one.counts ? 'decision.counts' : 'decision.void', { n: one.revision }),
        ...(one.conditions === '' ? [] : [words('decision.conditions', { text: one.conditions })]),
        ...(one.reason === '' ? [] : [words('decision.reason', { text: one.reason })]),
      ].join('\n')}
    />,
    t(one.signatureHolds ? 'signature.holds' : 'signature.fails'),
  ]);
  const ended = story.flatMap((line) => {
    const one = ENDED.has(line.type) ? told(line) : undefined;
    if (one === undefined) return [];
    const signature = signatures.find(({ seq }) => seq === line.seq);
    return [
      [
        line.type === 'request.putOff'
          ? t('putOff')
          : words(line.type === 'request.withdrawn' ? 'state.withdrawn' : 'state.retracted'),
        line.actorName,
        format.dateTime(line.at),
        <Lines key="said" text={(one.said ?? []).join('\n')} />,
        signature === undefined ? '' : t(`signature.${signature.state}`),
      ],
    ];
  });
  const rows = [...decisions, ...ended];
  return {
    kind: 'table',
    title: t('part.decisions'),
    columns: [
      { title: t('col.decision'), width: '24mm' },
      { title: t('col.officer'), width: '34mm' },
      { title: t('col.at'), width: '34mm' },
      { title: t('col.said') },
      { title: t('col.signature'), width: '24mm', align: 'center' },
    ],
    ...orBlank(rows, request.rule.officers),
  };
}

/** What was looked at against malware, and what officers decided on what was found. */
export function useChecksPart({ inspection }: RequestPaper): SheetPart {
  const t = usePaperText();
  const format = useFormat();
  const last = (way: 'entry' | 'exit'): number | undefined => {
    const found = inspection.findings[way];
    return found.state === 'none' ? undefined : found.check;
  };
  const rows = inspection.checks.map((check) => {
    const state = inspection.findings[check.way].state;
    const judged = check.seq === last(check.way) && state !== 'none' ? [t(`findings.${state}`)] : [];
    return [
      t(`way.${check.way}`),
      <Lines
        key="product"
        text={`${check.product} ${check.version}\n${t('check.definitions', { date: format.shortDate(check.definitionsAt) })}`}
      />,
      <Lines key="checked" text={`${format.dateTime(check.checkedAt)}\n${check.machine}\n${check.by}`} />,
      <Lines
        key="result"
        text={[
          check.result === 'clean'
            ? t('check.clean')
            : t('check.found', { n: check.findings.length + check.more }),
          ...(check.counts || check.result === 'found' ? [] : [t('check.notCounted')]),
          ...judged,
        ].join('\n')}
      />,
    ];
  });
  return {
    kind: 'table',
    title: t('part.checks'),
    columns: [
      { title: t('col.way'), width: '22mm' },
      { title: t('col.product') },
      { title: t('col.checked') },
      { title: t('col.result'), width: '44mm' },
    ],
    ...orBlank(rows, 2),
  };
}

function useDifferences({ inspection: { compared } }: RequestPaper): readonly string[] {
  const t = usePaperText();
  const format = useFormat();
  if (compared === null) return [];
  const { added, removed, changed, erased, settled } = compared;
  if (added + removed + changed === 0 && !erased) return [t('differences.none')];
  const counted = t('differences.count', {
    added: format.number(added),
    removed: format.number(removed),
    changed: format.number(changed),
  });
  const count = erased ? t('differences.erased') : counted;
  if (settled === null) return [count, t('differences.open')];
  if (!settled.signatureHolds) return [count, t('differences.broken')];
  const at = format.dateTime(settled.at);
  return [count, t('differences.settled', { name: settled.officerName, at, reason: settled.reason })];
}

/** Content lists by their counts, bytes and digests, and how the last one out differs; none for a computer, which has no list. */
export function useListingParts(paper: RequestPaper): readonly SheetPart[] {
  const t = usePaperText();
  const format = useFormat();
  const differences = useDifferences(paper);
  const { inspection } = paper;
  if (!inspection.listed && inspection.listings.length === 0) return [];
  const after = inspection.compared?.after.id;
  const rows = inspection.listings.map((list) => [
    t(`way.${list.way}`),
    <Lines
      key="files"
      text={[
        format.number(list.files),
        ...(list.problems === 0 ? [] : [t('listing.problems', { n: format.number(list.problems) })]),
        ...(list.erased ? [t('listing.erased')] : []),
      ].join('\n')}
    />,
    format.number(list.bytes),
    <span key="digest">
      <code className="font-mono text-[8pt]">{list.digest}</code>
      {list.id === after ? <Lines text={`\n${differences.join('\n')}`} /> : null}
    </span>,
    <Lines key="listed" text={`${format.dateTime(list.at)}\n${list.listedBy}`} />,
  ]);
  return [
    {
      kind: 'table',
      title: t('part.listings'),
      columns: [
        { title: t('col.way'), width: '22mm' },
        { title: t('col.files'), width: '22mm', align: 'end' },
        { title: t('col.bytes'), width: '30mm', align: 'end' },
        { title: t('col.digest') },
        { title: t('col.listed'), width: '36mm' },
      ],
      ...orBlank(rows, 1),
    },
  ];
}

const MOVES: ReadonlySet<string> = new Set([
  'request.emergency',
  'request.carriedIn',
  'request.takenOut',
  'request.handedOver',
  'request.carriedOut',
  'request.givenBack',
  'request.delivered',
]);

/** What happened at the door: in, out, handed over, back. */
export function useMovesPart({ request, story }: RequestPaper): SheetPart {
  const t = usePaperText();
  const words = useStoryWords();
  const format = useFormat();
  const rows = story.flatMap((line) => {
    const told = MOVES.has(line.type) ? words(line) : undefined;
    if (told === undefined) return [];
    const said = <Lines key="said" text={(told.said ?? []).join('\n')} />;
    return [[told.what, format.dateTime(line.at), line.actorName, said]];
  });
  return {
    kind: 'table',
    title: t('part.moves', { due: format.dateTime(request.due) }),
    columns: [
      { title: t('col.moved'), width: '34mm' },
      { title: t('col.at'), width: '36mm' },
      { title: t('col.by'), width: '36mm' },
      { title: t('col.details') },
    ],
    ...orBlank(rows, 2),
  };
}
