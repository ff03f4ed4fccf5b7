import { CircleAlert, CircleCheck, type LucideIcon, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import type { Health, Light } from '../../shared/vault/model.ts';
import { useQueryOf } from '../api/queries.ts';
import { useSession } from '../app/session.ts';
import { Dialog } from '../ui/dialog.tsx';
import { LinkButton } from '../ui/link-button.tsx';
import { useVaultText } from './text.ts';
import { useHealthWords } from './use-health-words.ts';

export const LIGHT_LOOKS: Readonly<Record<Light, { readonly icon: LucideIcon; readonly tone: string }>> = {
  ok: { icon: CircleCheck, tone: 'text-good' },
  warn: { icon: TriangleAlert, tone: 'text-warn font-bold' },
  bad: { icon: CircleAlert, tone: 'bg-danger-soft text-danger font-bold' },
};

/** How often the state is asked for, ms. */
const EVERY = 60_000;

/** Lights with words in the bar: backup, clock, disk, and the trail for those whom the trail's own light does not tell. */
export function HealthLights({ withTrail }: { readonly withTrail: boolean }) {
  const t = useVaultText();
  const { data, error } = useQueryOf('vault', 'health', {}, { every: EVERY });
  const [open, setOpen] = useState(false);
  if (data === undefined) {
    return error === null ? null : <span className="px-1.5 text-sm text-danger">{t('light.unread')}</span>;
  }
  const names = withTrail
    ? (['trail', 'backup', 'clock', 'disk'] as const)
    : (['backup', 'clock', 'disk'] as const);
  return (
    <>
      <button
        type="button"
        className="focus-ring inline-flex min-h-9 items-center rounded-6 whitespace-nowrap hover:bg-hover"
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        {names.map((name) => {
          const { light } = data[name];
          const { icon: Icon, tone } = LIGHT_LOOKS[light];
          return (
            <span key={name} className={`inline-flex items-center gap-0.5 rounded-4 px-[0.1875rem] ${tone}`}>
              <Icon aria-hidden size={14} />
              {t(`light.${name}`)}
              <span className="sr-only">{t(`light.${light}`)}</span>
            </span>
          );
        })}
      </button>
      {open ? <HealthDialog health={data} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function HealthDialog({ health, onClose }: { readonly health: Health; readonly onClose: () => void }) {
  const t = useVaultText();
  const { may } = useSession();
  return (
    <Dialog title={t('light.title')} isOpen onClose={onClose}>
      <HealthList health={health} />
      {may('vault.backups') ? (
        <div className="mt-4" onClickCapture={onClose}>
          <LinkButton to="/backups">{t('light.more')}</LinkButton>
        </div>
      ) : null}
    </Dialog>
  );
}

/** Each light with what it means and what to do. */
export function HealthList({ health }: { readonly health: Health }) {
  const t = useVaultText();
  const words = useHealthWords();
  return (
    <ul className="flex flex-col gap-2">
      {(['trail', 'backup', 'clock', 'disk'] as const).map((name) => {
        const { light } = health[name];
        const { icon: Icon, tone } = LIGHT_LOOKS[light];
        return (
          <li key={name} className="flex items-start gap-2">
            <span className={`inline-flex w-24 shrink-0 items-center gap-1 rounded-4 px-1 ${tone}`}>
              <Icon aria-hidden size={18} />
              {t(`light.${name}`)}
              <span className="sr-only">{t(`light.${light}`)}</span>
            </span>
            <span>{words(health, name)}</span>
          </li>
        );
      })}
    </ul>
  );
}
