import {
  ArrowLeftRight,
  CalendarPlus,
  Copy,
  LogIn,
  LogOut,
  type LucideIcon,
  PackageCheck,
  PencilLine,
  PhoneCall,
  Stamp,
  Undo2,
  UserRoundX,
} from 'lucide-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { checkPutOff, checkRemind } from '../../../shared/media/reminders/rules.ts';
import type { Request } from '../../../shared/media/requests/model.ts';
import { MOVEMENTS, type Movement, requestActionsFor } from '../../../shared/media/requests/rules.ts';
import { useCommand, useQueryOf } from '../../api/queries.ts';
import { useRefusalText } from '../../app/i18n.ts';
import { useSession } from '../../app/session.ts';
import { Button, type ButtonVariant } from '../../ui/button.tsx';
import { ReasonDialog } from '../../ui/dialog.tsx';
import { notify } from '../../ui/toast.tsx';
import { useNow } from '../../ui/use-now.ts';
import { useShortcut } from '../../ui/use-shortcut.ts';
import { WithdrawDialog } from '../decision/withdraw-dialog.tsx';
import { useDecisionText } from '../decision/text.ts';
import { MovementDialog } from '../door/movement-dialog.tsx';
import { useDoorText } from '../door/text.ts';
import { PutOffDialog } from '../reminders/put-off-dialog.tsx';
import { RemindDialog } from '../reminders/remind-dialog.tsx';
import { useReminderText } from '../reminders/text.ts';
import { useRequestsText } from './text.ts';

interface Offer {
  readonly id: string;
  readonly words: string;
  readonly icon: LucideIcon;
  readonly variant?: ButtonVariant;
  readonly keys?: string;
  readonly offered: boolean;
  readonly act: () => void;
}

const icons: Readonly<Record<Movement, LucideIcon>> = {
  carryIn: LogIn,
  takeOut: LogOut,
  handOver: ArrowLeftRight,
  carryOut: LogOut,
  giveBack: LogIn,
  deliver: PackageCheck,
};

/** F8 is always the step that comes next, F9 the other one. */
const movementKeys: Readonly<Record<Movement, 'F8' | 'F9'>> = {
  carryIn: 'F8',
  takeOut: 'F8',
  handOver: 'F9',
  carryOut: 'F8',
  giveBack: 'F9',
  deliver: 'F8',
};

function OfferButton({ offer }: { readonly offer: Offer }) {
  const { words, icon, variant = 'outline', keys, act } = offer;
  useShortcut(keys ?? 'F24', act, { enabled: keys !== undefined });
  return (
    <Button
      size="sm"
      icon={icon}
      variant={variant}
      onPress={act}
      {...(keys === undefined ? {} : { shortcut: keys })}
    >
      {words}
    </Button>
  );
}

function RetractDialog({
  request,
  isOpen,
  onClose,
}: {
  readonly request: Request;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}) {
  const t = useRequestsText();
  const refusalText = useRefusalText();
  const retract = useCommand('media', 'retract');
  return (
    <ReasonDialog
      title={t('retract.title', { no: request.no })}
      isOpen={isOpen}
      onClose={() => {
        retract.reset();
        onClose();
      }}
      explanation={<p className="text-sm">{t('retract.why')}</p>}
      confirm={t('action.retract')}
      pending={retract.isPending}
      error={refusalText(retract.error)}
      onConfirm={(reason) =>
        retract.mutate(
          { requestId: request.id, reason },
          {
            onSuccess: () => {
              notify(t('retract.done', { no: request.no }));
              onClose();
            },
          },
        )
      }
    />
  );
}

/** What may be done with a request next, each with its key; deciding leads to its form further down. */
export function RequestActions({
  request,
  deciding,
  onDecide,
}: {
  readonly request: Request;
  /** This person may decide on it. */
  readonly deciding: boolean;
  readonly onDecide: () => void;
}) {
  const t = useRequestsText();
  const door = useDoorText();
  const decision = useDecisionText();
  const reminders = useReminderText();
  const navigate = useNavigate();
  const { me, may, canWrite } = useSession();
  const [asking, setAsking] = useState<Movement | 'remind' | 'putOff' | 'retract' | 'withdraw' | null>(null);
  const close = (): void => setAsking(null);
  const can = requestActionsFor(request, { id: me.accountId, roles: me.roles });
  const now = useNow();
  const policy = useQueryOf('media', 'policy', {});
  const moves = MOVEMENTS.map(
    (movement): Offer => ({
      id: movement,
      words: door(`action.${movement}`),
      icon: icons[movement],
      keys: movementKeys[movement],
      variant: movementKeys[movement] === 'F8' ? 'solid' : 'outline',
      offered: can[movement] && may(`media.${movement}`),
      act: () => setAsking(movement),
    }),
  );
  const offers: readonly Offer[] = [
    {
      id: 'decide',
      words: t('action.toDecision'),
      icon: Stamp,
      variant: 'solid',
      // An emergency can be taken out and decided at once.
      keys: moves.some(({ offered, keys }) => offered && keys === 'F8') ? 'F7' : 'F8',
      offered: deciding,
      act: onDecide,
    },
    ...moves,
    {
      id: 'remind',
      words: reminders('remind.action'),
      icon: PhoneCall,
      offered:
        policy.data !== undefined &&
        checkRemind(request, policy.data, now) === undefined &&
        may('media.remind'),
      act: () => setAsking('remind'),
    },
    {
      id: 'putOff',
      words: reminders('putOff.action'),
      icon: CalendarPlus,
      offered: checkPutOff(request, me.accountId) === undefined && may('media.putOff'),
      act: () => setAsking('putOff'),
    },
    {
      id: 'revise',
      words: t('action.revise'),
      icon: PencilLine,
      variant: request.state === 'returned' ? 'solid' : 'outline',
      keys: 'Ctrl+E',
      offered: can.resubmit && may('media.resubmit'),
      act: () => void navigate(`/media/new?revise=${request.id}`),
    },
    {
      id: 'retract',
      words: t('action.retract'),
      icon: Undo2,
      offered: can.retract && may('media.retract'),
      act: () => setAsking('retract'),
    },
    {
      id: 'withdraw',
      words: decision('withdraw.action'),
      icon: UserRoundX,
      offered: can.withdraw && may('media.withdraw'),
      act: () => setAsking('withdraw'),
    },
    {
      id: 'copy',
      words: t('action.copy'),
      icon: Copy,
      offered: may('media.submit'),
      act: () => void navigate(`/media/new?copy=${request.id}`),
    },
  ];
  const shown = canWrite ? offers.filter(({ offered }) => offered) : [];
  const movement = MOVEMENTS.find((one) => one === asking) ?? null;
  if (shown.length === 0) return null;
  return (
    <div role="group" aria-label={t('detail.actions')} className="flex flex-wrap gap-2 px-4 pt-3">
      {shown.map((offer) => (
        <OfferButton key={offer.id} offer={offer} />
      ))}
      <MovementDialog request={request} movement={movement} isOpen={movement !== null} onClose={close} />
      {asking === 'remind' ? <RemindDialog request={request} onClose={close} /> : null}
      {asking === 'putOff' ? <PutOffDialog request={request} onClose={close} /> : null}
      <RetractDialog request={request} isOpen={asking === 'retract'} onClose={close} />
      <WithdrawDialog request={request} isOpen={asking === 'withdraw'} onClose={close} />
    </div>
  );
}
