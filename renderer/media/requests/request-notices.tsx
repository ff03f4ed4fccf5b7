import { Clock4, CornerDownLeft, type LucideIcon, Siren } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Request } from '../../../shared/media/requests/model.ts';
import { useFormat } from '../../ui/use-format.ts';
import { useNow } from '../../ui/use-now.ts';
import { useRequestsText } from './text.ts';
import { UsbNotice } from './words.tsx';

function Notice({
  icon: Icon,
  grave = false,
  children,
}: {
  readonly icon: LucideIcon;
  readonly grave?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <div
      className={`flex items-start gap-3 rounded-8 border-2 p-3 text-sm ${grave ? 'border-danger bg-danger-soft text-danger' : 'border-warn bg-warn-soft text-warn'}`}
    >
      <Icon aria-hidden size={20} className="mt-0.5 shrink-0" />
      <div className="min-w-0 break-words">{children}</div>
    </div>
  );
}

function Emergency({ request }: { readonly request: Request }) {
  const t = useRequestsText();
  const format = useFormat();
  const now = useNow();
  const { emergency, state, decideBy } = request;
  if (emergency === null) return null;
  const open = state === 'emergency';
  return (
    <Notice icon={Siren} grave={open}>
      {open ? (
        <p className="font-bold">
          {t('detail.emergency')}
          {decideBy === null
            ? ''
            : t(decideBy < now ? 'detail.emergencyLate' : 'detail.emergencyBy', {
                at: format.dateTime(decideBy),
              })}
        </p>
      ) : null}
      <p className="whitespace-pre-line">{t('detail.emergencyWhy', { reason: emergency.reason })}</p>
      <p>{t('detail.emergencyAllowed', { name: emergency.allowedBy })}</p>
    </Notice>
  );
}

function Overdue({ request }: { readonly request: Request }) {
  const t = useRequestsText();
  const format = useFormat();
  const now = useNow();
  const { whereabouts, state, due } = request;
  if (whereabouts !== 'inside' && whereabouts !== 'outside') return null;
  const inside = whereabouts === 'inside';
  const words =
    state === 'withdrawn'
      ? t(inside ? 'detail.withdrawnIn' : 'detail.withdrawnOut')
      : state === 'refused'
        ? t('detail.refusedIn')
        : due < now
          ? t(inside ? 'detail.overdueIn' : 'detail.overdueOut', { at: format.dateTime(due) })
          : undefined;
  if (words === undefined) return null;
  return (
    <Notice icon={Clock4} grave>
      <p className="font-bold">{words}</p>
    </Notice>
  );
}

/** What has to be known before anything else about a request: an emergency, what is overdue, a return, the plain truth about USB ports. */
export function RequestNotices({ request }: { readonly request: Request }) {
  const t = useRequestsText();
  const { state, kind, whereabouts } = request;
  const admits = kind === 'carry-in' && whereabouts !== 'done';
  return (
    <div className="flex flex-col gap-2 px-4 pt-3 empty:hidden">
      <Emergency request={request} />
      <Overdue request={request} />
      {state === 'returned' ? (
        <Notice icon={CornerDownLeft}>
          <p className="font-bold">{t('detail.returnedDo')}</p>
          <p>{request.decisions.findLast(({ decision }) => decision === 'return')?.reason}</p>
        </Notice>
      ) : null}
      {admits && !['returned', 'refused', 'withdrawn', 'retracted'].includes(state) ? <UsbNotice /> : null}
    </div>
  );
}
