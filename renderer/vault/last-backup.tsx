import { OctagonAlert } from 'lucide-react';
import type { BackupsView } from '../../shared/vault/model.ts';
import { Hash } from '../trail/hash.tsx';
import { FactList } from '../ui/fact-list.tsx';
import { Section } from '../ui/list-detail.tsx';
import { useFormat } from '../ui/use-format.ts';
import { useNow } from '../ui/use-now.ts';
import { useVaultText } from './text.ts';

/** The newest backup: when, where, and up to which entry. */
export function LastBackup({ last }: Pick<BackupsView, 'last'>) {
  const t = useVaultText();
  const format = useFormat();
  const now = useNow();
  return (
    <Section title={t('last.title')}>
      {last === null ? (
        <p className="flex items-start gap-2 rounded-8 border-2 border-danger bg-danger-soft p-3 font-bold text-danger">
          <OctagonAlert aria-hidden size={22} className="shrink-0" />
          {t('last.none')}
        </p>
      ) : (
        <FactList
          facts={[
            {
              label: t('last.at'),
              value: `${format.dateTime(last.at)} (${t('last.age', { age: format.duration(now - last.at) })})`,
              wide: true,
            },
            { label: t('last.where'), value: last.folder, wide: true },
            { label: t('last.name'), value: last.name, wide: true },
            { label: t('last.size'), value: t('last.sizeValue', { n: format.number(last.size) }) },
            { label: t('last.bytes'), value: format.bytes(last.bytes) },
            { label: t('last.head'), value: <Hash value={last.head} />, wide: true },
          ]}
        />
      )}
    </Section>
  );
}

/** What a backup is, and what it is not enough for. */
export function AboutBackups() {
  const t = useVaultText();
  return (
    <Section title={t('about.title')}>
      <p>{t('about')}</p>
      <p className="mt-2">{t('secret')}</p>
    </Section>
  );
}
