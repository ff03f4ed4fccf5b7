import type { RequestPaper } from '../../../shared/media/paper/contract.ts';
import type { Request, RequestState } from '../../../shared/media/requests/model.ts';
import { useQueryOf } from '../../api/queries.ts';
import { useSession } from '../../app/session.ts';
import { Dialog } from '../../ui/dialog.tsx';
import type { SheetPart } from '../../ui/sheet/content.ts';
import { Sheet } from '../../ui/sheet/sheet.tsx';
import { QueryStates } from '../../ui/states.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { useNow } from '../../ui/use-now.ts';
import { useAskedPart, useConnectionParts, useInformationPart } from './asked-parts.tsx';
import { useChecksPart, useDecisionsPart, useListingParts, useMovesPart } from './course-parts.tsx';
import { useQuarantineParts } from './quarantine-part.tsx';
import { useSignatureParts } from './signature-parts.tsx';
import { Lines } from './asked-parts.tsx';
import { usePairs } from './table.ts';
import { usePaperText } from './text.ts';

/** States in which the paper allows nothing. */
const VOID: ReadonlySet<RequestState> = new Set([
  'submitted',
  'endorsed',
  'returned',
  'emergency',
  'refused',
  'withdrawn',
  'retracted',
]);

function Mark({ request: { state, emergency } }: { readonly request: Request }) {
  const t = usePaperText();
  const was = emergency !== null && state !== 'emergency';
  return (
    <div className="border-[0.8mm] border-black px-[4mm] py-[2mm] text-center">
      <p className="text-[20pt] leading-tight font-bold">
        {was ? `${t('mark.wasEmergency')} / ` : ''}
        {t(`mark.${state}`)}
      </p>
      {VOID.has(state) ? <p className="text-[10pt] font-bold">{t('mark.void')}</p> : null}
    </div>
  );
}

function useEmergencyParts({ emergency, decideBy }: Request): readonly SheetPart[] {
  const t = usePaperText();
  const pairs = usePairs();
  const format = useFormat();
  if (emergency === null) return [];
  const part = pairs(t('part.emergency'), [
    [t('emergency.reason'), <Lines key="reason" text={emergency.reason} />],
    [t('emergency.allowedBy'), emergency.allowedBy],
    [t('emergency.decideBy'), decideBy === null ? '' : format.dateTime(decideBy)],
  ]);
  return [part];
}

function useParts(paper: RequestPaper): readonly SheetPart[] {
  const { request } = paper;
  const emergency = useEmergencyParts(request);
  const asked = useAskedPart(request);
  const information = useInformationPart(request);
  const connection = useConnectionParts(request);
  const decisions = useDecisionsPart(paper);
  const checks = useChecksPart(paper);
  const quarantine = useQuarantineParts(paper);
  const listings = useListingParts(paper);
  const moves = useMovesPart(paper);
  const signatures = useSignatureParts(paper);
  return [
    { kind: 'block', content: <Mark request={request} /> },
    ...emergency,
    asked,
    information,
    ...connection,
    decisions,
    checks,
    ...quarantine,
    ...listings,
    moves,
    ...signatures,
  ];
}

function Loaded({ paper, onClose }: { readonly paper: RequestPaper; readonly onClose: () => void }) {
  const t = usePaperText();
  const format = useFormat();
  const now = useNow();
  const { site } = useSession().me;
  const { request, size, head } = paper;
  const { kind, rule, no } = request;
  const permission = rule.by === 'permission';
  const officers =
    permission && rule.officers === 2 ? [t('stamp.officer1'), t('stamp.officer2')] : [t('stamp.officer')];
  return (
    <Sheet
      title={t(`title.${rule.by}.${kind}`)}
      office={`${site.name} ${site.room}`}
      number={`${site.code}-${no}`}
      issued={format.dateTime(now)}
      stamps={[t(permission ? 'stamp.requester' : 'stamp.notifier'), ...officers, t('stamp.door')]}
      checkpoint={t('checkpoint', { size: format.number(size), head: head.slice(0, 16) })}
      parts={useParts(paper)}
      onClose={onClose}
    />
  );
}

/** The form of a request on paper as it stands now: 申請書 兼 許可証, or 届出書. */
export default function RequestSheet({
  requestId,
  onClose,
}: {
  readonly requestId: string;
  readonly onClose: () => void;
}) {
  const t = usePaperText();
  const paper = useQueryOf('media', 'requestPaper', { requestId });
  if (paper.data !== undefined) return <Loaded paper={paper.data} onClose={onClose} />;
  if (paper.error === null) return null;
  return (
    <Dialog title={t('failed')} isOpen onClose={onClose}>
      <QueryStates query={paper}>{() => null}</QueryStates>
    </Dialog>
  );
}
