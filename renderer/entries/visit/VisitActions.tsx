import {
  BadgeCheck,
  BadgeX,
  Ban,
  CircleHelp,
  DoorOpen,
  type LucideIcon,
  LogOut,
  MessageSquareText,
  PencilLine,
} from 'lucide-react';
import { useState } from 'react';
import type { Visit, VisitRow } from '../../../shared/entries/model.ts';
import { actionsFor } from '../../../shared/entries/rules.ts';
import { useCommand } from '../../api/queries.ts';
import { useRefusalText } from '../../app/i18n.ts';
import { useSession } from '../../app/session.ts';
import { Button, type ButtonVariant } from '../../ui/button.tsx';
import { ReasonDialog } from '../../ui/dialog.tsx';
import { notify } from '../../ui/toast.tsx';
import { useShortcut } from '../../ui/use-shortcut.ts';
import { useText } from '../text.ts';
import { CorrectDialog } from './CorrectDialog.tsx';
import { ExplainDialog } from './ExplainDialog.tsx';
import { LeaveDialog } from './LeaveDialog.tsx';

type Ask = 'leave' | 'exitUnknown' | 'explain' | 'correct' | 'cancel' | 'loseBadge';

interface Offer {
  readonly id: Ask | 'enter' | 'returnBadge';
  readonly icon: LucideIcon;
  readonly variant?: ButtonVariant;
  readonly keys?: string;
  readonly offered: boolean;
  readonly act: () => void;
}

function OfferButton({ offer }: { readonly offer: Offer }) {
  const t = useText();
  const { id, icon, variant = 'outline', keys, act } = offer;
  useShortcut(keys ?? 'F24', act, { enabled: keys !== undefined });
  return (
    <Button
      size="sm"
      icon={icon}
      variant={variant}
      onPress={act}
      {...(keys === undefined ? {} : { shortcut: keys })}
    >
      {t(`action.${id}`)}
    </Button>
  );
}

interface Props {
  readonly visit: Visit;
  readonly group: readonly VisitRow[];
  readonly onArrive: () => void;
}

/** What may be done with a visit next, each with its key. F8 is always the step that comes next. */
export function VisitActions({ visit, group, onArrive }: Props) {
  const t = useText();
  const refusalText = useRefusalText();
  const { may, canWrite } = useSession();
  const [asking, setAsking] = useState<Ask | null>(null);
  const returnBadge = useCommand('entries', 'returnBadge');
  const can = actionsFor(visit);
  const close = (): void => setAsking(null);
  const { badgeId } = visit;
  const badge = visit.badgeLabel ?? '';

  const giveBack = (): void => {
    if (badgeId === null) return;
    returnBadge.mutate(
      { badgeId },
      {
        onSuccess: () => notify(t('done.returnBadge', { badge })),
        onError: (error) => notify(refusalText(error) ?? '', 'danger'),
      },
    );
  };
  const offers: readonly Offer[] = [
    {
      id: 'enter',
      icon: DoorOpen,
      variant: 'solid',
      keys: 'F8',
      offered: can.enter && may('entries.enter'),
      act: onArrive,
    },
    {
      id: 'leave',
      icon: LogOut,
      variant: 'solid',
      keys: 'F8',
      offered: can.leave && may('entries.leave'),
      act: () => setAsking('leave'),
    },
    {
      id: 'explain',
      icon: MessageSquareText,
      variant: 'solid',
      keys: 'F9',
      offered: can.explain && may('entries.explain'),
      act: () => setAsking('explain'),
    },
    {
      id: 'returnBadge',
      icon: BadgeCheck,
      variant: 'solid',
      keys: 'F8',
      offered: can.returnBadge && may('entries.returnBadge'),
      act: giveBack,
    },
    {
      id: 'exitUnknown',
      icon: CircleHelp,
      keys: 'F9',
      offered: can.exitUnknown && may('entries.exitUnknown'),
      act: () => setAsking('exitUnknown'),
    },
    {
      id: 'cancel',
      icon: Ban,
      keys: 'F9',
      offered: can.cancel && may('entries.cancel'),
      act: () => setAsking('cancel'),
    },
    {
      id: 'loseBadge',
      icon: BadgeX,
      offered: visit.badgeOpen && may('entries.loseBadge'),
      act: () => setAsking('loseBadge'),
    },
    {
      id: 'correct',
      icon: PencilLine,
      keys: 'Ctrl+E',
      offered: can.correct && may('entries.correct'),
      act: () => setAsking('correct'),
    },
  ];
  const shown = canWrite ? offers.filter(({ offered }) => offered) : [];
  if (shown.length === 0) return null;
  return (
    <div role="group" aria-label={t('detail.actions')} className="flex flex-wrap gap-2 px-4 py-3">
      {shown.map((offer) => (
        <OfferButton key={offer.id} offer={offer} />
      ))}
      <LeaveDialog
        isOpen={asking === 'leave'}
        visit={visit}
        group={group}
        onClose={close}
        onLost={() => setAsking('loseBadge')}
      />
      <ExplainDialog isOpen={asking === 'explain'} visit={visit} onClose={close} />
      <CorrectDialog isOpen={asking === 'correct'} visit={visit} onClose={close} />
      <Asked channel="exitUnknown" visit={visit} isOpen={asking === 'exitUnknown'} onClose={close} />
      <Asked channel="cancel" visit={visit} isOpen={asking === 'cancel'} onClose={close} />
      <Asked channel="loseBadge" visit={visit} isOpen={asking === 'loseBadge'} onClose={close} />
    </div>
  );
}

type Reasoned = 'exitUnknown' | 'cancel' | 'loseBadge';

/** Asks for a reason, with the words of what it is for. */
function Asked({
  channel,
  visit,
  isOpen,
  onClose,
}: {
  readonly channel: Reasoned;
  readonly visit: Visit;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}) {
  const t = useText();
  const refusalText = useRefusalText();
  const exitUnknown = useCommand('entries', 'exitUnknown');
  const cancel = useCommand('entries', 'cancel');
  const loseBadge = useCommand('entries', 'loseBadge');
  const command = { exitUnknown, cancel, loseBadge }[channel];
  const detail = { name: visit.name, badge: visit.badgeLabel ?? '' };
  const done = {
    onSuccess: () => {
      notify(t(`done.${channel}`, detail));
      onClose();
    },
  };
  const send = (reason: string): void => {
    if (channel === 'loseBadge') loseBadge.mutate({ badgeId: visit.badgeId ?? '', reason }, done);
    else if (channel === 'cancel') cancel.mutate({ visitId: visit.id, reason }, done);
    else exitUnknown.mutate({ visitId: visit.id, reason }, done);
  };
  return (
    <ReasonDialog
      title={t(`ask.${channel}`, detail)}
      isOpen={isOpen}
      onClose={() => {
        command.reset();
        onClose();
      }}
      explanation={<p>{t(`ask.${channel}Why`, detail)}</p>}
      confirm={t(`action.${channel}`)}
      pending={command.isPending}
      error={refusalText(command.error)}
      onConfirm={send}
    />
  );
}
