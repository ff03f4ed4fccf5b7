import { BadgeCheck, ShieldX } from 'lucide-react';
import type { PutOff, Reminder } from '../../../shared/media/reminders/model.ts';
import type { Request } from '../../../shared/media/requests/model.ts';
import { type Fact, FactList } from '../../ui/fact-list.tsx';
import { Section } from '../../ui/list-detail.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { useReminderText } from './text.ts';

function PutOffLine({ one }: { readonly one: PutOff }) {
  const t = useReminderText();
  const format = useFormat();
  return (
    <li>
      <p className="flex flex-wrap items-center gap-x-2 tabular-nums">
        <strong>
          {t('putOff.line', { before: format.dateTime(one.before), due: format.dateTime(one.due) })}
        </strong>
        <span className="text-sm text-ink-soft">
          {t('putOff.by', { name: one.officerName, at: format.dateTime(one.at) })}
        </span>
        {one.signatureHolds ? (
          <StateBadge tone="good" icon={BadgeCheck}>
            {t('holds')}
          </StateBadge>
        ) : (
          <StateBadge tone="danger" icon={ShieldX}>
            {t('broken')}
          </StateBadge>
        )}
      </p>
      <p className="text-sm whitespace-pre-line">{one.reason}</p>
    </li>
  );
}

function useReminded(): (reminded: Reminder | null) => readonly Fact[] {
  const t = useReminderText();
  const format = useFormat();
  return (reminded) => {
    if (reminded === null) return [{ label: t('last'), value: t('none') }];
    const { at, whom, how, by, said, next } = reminded;
    const value = t('last.value', { at: format.dateTime(at), whom, how: t(`how.${how}`), by });
    return [
      { label: t('last'), value, wide: true },
      { label: t('said'), value: <span className="whitespace-pre-line">{said}</span>, wide: true },
      ...(next === null ? [] : [{ label: t('next'), value: format.shortDate(next) }]),
    ];
  };
}

/** When a medium has to be back or out, the last reminder of it, and how that time was put off; nothing where neither was done. */
export function DueSection({ request: { due, reminded, putOffs } }: { readonly request: Request }) {
  const t = useReminderText();
  const format = useFormat();
  const facts = useReminded();
  if (reminded === null && putOffs.length === 0) return null;
  return (
    <Section title={t('section')}>
      <FactList facts={[{ label: t('due'), value: format.dateTime(due) }, ...facts(reminded)]} />
      {putOffs.length === 0 ? null : (
        <>
          <h3 className="mt-3 text-sm text-ink-soft">{t('putOffs')}</h3>
          <ul className="flex flex-col gap-2">
            {putOffs.map((one) => (
              <PutOffLine key={one.seq} one={one} />
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}
