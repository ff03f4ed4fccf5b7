import { CONNECTION_CHECKS, type Request } from '../../../shared/media/requests/model.ts';
import type { SheetPart } from '../../ui/sheet/content.ts';
import { useFormat } from '../../ui/use-format.ts';
import { useRequestsText } from '../requests/text.ts';
import { useText } from '../text.ts';
import { type Pair, usePairs } from './table.ts';
import { usePaperText } from './text.ts';

/** A text with its line breaks. */
export function Lines({ text }: { readonly text: string }) {
  return <span className="whitespace-pre-wrap">{text}</span>;
}

/** Leaves out what was not filled in and is not asked for on every form. */
const some = (label: string, value: string): readonly Pair[] => (value === '' ? [] : [[label, value]]);

function useMedium({ details, mediumName, mediumKind }: Request): readonly Pair[] {
  const t = useRequestsText();
  const words = useText();
  const { medium } = details;
  const kind: Pair = [t('fact.mediumKind'), words(`kind.${mediumKind}`)];
  if (medium.from === 'register') return [[t('fact.fromRegister'), mediumName], kind];
  return [
    [t('fact.medium'), medium.name],
    kind,
    [t('fact.serial'), medium.serial],
    [t('fact.owner'), medium.owner],
    [t('fact.encryption'), words(`encryption.${medium.encryption}`)],
  ];
}

/** What is asked: the medium, what for, where, by whom, when, under which rule. */
export function useAskedPart(request: Request): SheetPart {
  const t = useRequestsText();
  const p = usePaperText();
  const pairs = usePairs();
  const format = useFormat();
  const medium = useMedium(request);
  const { details, kind, rule, revision } = request;
  const by =
    rule.by === 'notification' ? 'notification' : rule.officers === 2 ? 'permission2' : 'permission1';
  const because = rule.reasons.map((reason) => t(`rule.${reason}`));
  return pairs(p('part.asked'), [
    [t('fact.requester'), `${request.requestedBy}　${format.dateTime(request.requestedAt)}`],
    ...(request.template === null
      ? []
      : [
          [
            p('asked.template'),
            p('asked.templateValue', {
              number: request.template.number,
              name: request.template.name,
              n: request.template.version,
            }),
          ] as const,
        ]),
    ...(revision > 1 ? [[p('asked.revision'), t('detail.revision', { n: revision })] as const] : []),
    ...medium,
    [t('fact.purpose'), details.purpose],
    [t('fact.asset'), details.asset],
    ...some(t('fact.workReference'), details.workReference),
    [t('fact.area'), request.areaName],
    [t('fact.bearer'), details.bearer],
    [t('fact.organisation'), details.organisation],
    [
      t('fact.period'),
      t('fact.periodValue', { from: format.dateTime(details.from), until: format.dateTime(details.until) }),
    ],
    ...some(
      t(kind === 'carry-in' ? 'fact.leaveBy' : 'fact.returnDue'),
      details.returnDue === null ? '' : format.dateTime(details.returnDue),
    ),
    ...(kind === 'carry-in' ? [] : [[t('fact.destination'), details.destination] as const]),
    ...(kind === 'transfer' ? [[t('fact.means'), details.means] as const] : []),
    [p('asked.rule'), <Lines key="rule" text={[t(`rule.${by}`), ...because].join('\n')} />],
    ...(details.note === '' ? [] : [[t('fact.note'), <Lines key="note" text={details.note} />] as const]),
    [
      p('asked.digest'),
      <code key="digest" className="font-mono text-[8pt]">
        {request.digest}
      </code>,
    ],
  ]);
}

/** What is on it, how it is classified and handled, which documents are quoted, how it is protected. */
export function useInformationPart({ details }: Request): SheetPart {
  const t = useRequestsText();
  const words = useText();
  const p = usePaperText();
  const pairs = usePairs();
  const { classification, quoted } = details;
  const named = (all: typeof classification.restrictions): string =>
    all.length === 0 ? p('none') : all.map((one) => words(`restriction.${one}`)).join(t('list.comma'));
  const grade = [
    words(`confidentiality.${classification.confidentiality}`),
    t(`fact.integrity.${classification.integrity}`),
    t(`fact.availability.${classification.availability}`),
  ].join(t('list.dot'));
  return pairs(p('part.information'), [
    [t('fact.contents'), <Lines key="contents" text={details.contents} />],
    [t('fact.classification'), grade],
    [t('fact.restrictions'), named(classification.restrictions)],
    ...quoted.map(
      (one): Pair => [
        t('fact.quoted'),
        `${one.title}　${words(`confidentiality.${one.confidentiality}`)}${t('list.dot')}${named(one.restrictions)}`,
      ],
    ),
    [t('fact.protection'), <Lines key="protection" text={details.protection} />],
  ]);
}

/** The checks before a maintenance computer is connected; none where nothing is connected. */
export function useConnectionParts({ details: { connection } }: Request): readonly SheetPart[] {
  const t = useRequestsText();
  const p = usePaperText();
  const pairs = usePairs();
  if (connection === null) return [];
  const about: readonly Pair[] = [
    [t('fact.target'), connection.target],
    ...(connection.note === ''
      ? []
      : [[t('fact.connectionNote'), <Lines key="note" text={connection.note} />] as const]),
  ];
  return [
    {
      kind: 'table',
      title: p('part.connection'),
      columns: [{ title: p('col.check') }, { title: p('col.answer'), width: '30mm', align: 'center' }],
      rows: CONNECTION_CHECKS.map((check) => [t(`check.${check}`), t(`answer.${connection.checks[check]}`)]),
    },
    pairs(p('part.connected'), about),
  ];
}
