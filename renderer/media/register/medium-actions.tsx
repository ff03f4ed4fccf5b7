import { Eraser, type LucideIcon, OctagonAlert, PencilLine, SearchCheck, Tag, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { SessionChannel } from '../../../shared/contracts.ts';
import type { Medium } from '../../../shared/media/register/model.ts';
import { mayMove } from '../../../shared/media/register/rules.ts';
import { useSession } from '../../app/session.ts';
import { Button, type ButtonVariant } from '../../ui/button.tsx';
import { useShortcut } from '../../ui/use-shortcut.ts';
import { FindDialog, LoseDialog } from './course-dialogs.tsx';
import { LabelsDialog } from './labels/labels-dialog.tsx';
import { MediumDialog } from './medium-form.tsx';
import { useRegisterText } from './text.ts';
import { WitnessedDialog } from './witnessed-dialog.tsx';

type Ask = 'find' | 'change' | 'label' | 'lose' | 'erase' | 'destroy';

interface Offer {
  readonly id: Ask;
  readonly icon: LucideIcon;
  readonly channel: SessionChannel;
  readonly variant?: ButtonVariant;
  readonly keys?: string;
}

/** In the order in which they are shown: what comes next first, what cannot be undone last. */
const offers: readonly Offer[] = [
  { id: 'find', icon: SearchCheck, channel: 'media.findMedium', variant: 'solid', keys: 'F8' },
  { id: 'change', icon: PencilLine, channel: 'media.changeMedium', keys: 'Ctrl+E' },
  { id: 'label', icon: Tag, channel: 'media.medium', keys: 'Ctrl+P' },
  { id: 'lose', icon: OctagonAlert, channel: 'media.loseMedium', keys: 'F9' },
  { id: 'erase', icon: Eraser, channel: 'media.eraseMedium' },
  { id: 'destroy', icon: Trash2, channel: 'media.destroyMedium' },
];

function OfferButton({ offer, onPress }: { readonly offer: Offer; readonly onPress: () => void }) {
  const t = useRegisterText();
  const { id, icon, variant = 'outline', keys } = offer;
  useShortcut(keys ?? 'F24', onPress, { enabled: keys !== undefined });
  return (
    <Button
      size="sm"
      icon={icon}
      variant={variant}
      onPress={onPress}
      {...(keys === undefined ? {} : { shortcut: keys })}
    >
      {t(`action.${id}`)}
    </Button>
  );
}

/** What may be done with a medium next, by the table that main refuses by. A label changes nothing and can be had always. */
export function MediumActions({ medium }: { readonly medium: Medium }) {
  const t = useRegisterText();
  const { may, canWrite } = useSession();
  const [asking, setAsking] = useState<Ask | null>(null);
  const close = (): void => setAsking(null);
  const shown = offers.filter(({ id, channel }) =>
    id === 'label' ? medium.state !== 'destroyed' : canWrite && may(channel) && mayMove(id, medium.state),
  );
  if (shown.length === 0) return null;
  return (
    <div role="group" aria-label={t('detail.actions')} className="flex flex-wrap gap-2 px-4 py-3">
      {shown.map((offer) => (
        <OfferButton key={offer.id} offer={offer} onPress={() => setAsking(offer.id)} />
      ))}
      {asking === 'change' ? <MediumDialog medium={medium} onClose={close} /> : null}
      {asking === 'lose' ? <LoseDialog medium={medium} onClose={close} /> : null}
      {asking === 'find' ? <FindDialog medium={medium} onClose={close} /> : null}
      {asking === 'erase' || asking === 'destroy' ? (
        <WitnessedDialog what={asking} medium={medium} onClose={close} />
      ) : null}
      {asking === 'label' ? <LabelsDialog media={[medium]} onClose={close} /> : null}
    </div>
  );
}
