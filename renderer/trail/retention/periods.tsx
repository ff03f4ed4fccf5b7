import { useState } from 'react';
import { MAX_YEARS, type Period } from '../../../shared/trail/retention/model.ts';
import { useSession } from '../../app/session.ts';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/list-detail.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { ProposeDialog } from './propose-dialog.tsx';
import { useRetentionText } from './text.ts';

/** How long each kind of record is kept, who set it, and the way to propose another period. */
export function Periods({ periods }: { readonly periods: readonly Period[] }) {
  const t = useRetentionText();
  const format = useFormat();
  const { canWrite, me } = useSession();
  const [asked, setAsked] = useState<Period>();
  const mayPropose = canWrite && me.roles.includes('officer');
  return (
    <Section title={t('periods.title')}>
      <p className="mb-3 text-sm text-ink-soft">{t('periods.about')}</p>
      <ul className="border-t border-line">
        {periods.map((period) => (
          <li
            key={period.kind}
            className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line px-2 py-2"
          >
            <span className="min-w-48 flex-1">
              <strong className="block">{t(`kind.${period.kind}`)}</strong>
              <span>
                {period.years !== null
                  ? t(period.set === null ? 'periods.first' : 'periods.years', { n: period.years })
                  : t(period.set === null ? 'periods.none' : 'periods.never')}
              </span>
              {period.set === null ? null : (
                <span className="block text-sm text-ink-soft">
                  {t('periods.set', {
                    at: format.date(period.set.at),
                    proposed: period.set.proposedBy,
                    confirmed: period.set.confirmedBy,
                  })}
                </span>
              )}
            </span>
            {mayPropose ? (
              <Button
                size="sm"
                onPress={() => setAsked(period)}
                aria-label={t('periods.proposeFor', { kind: t(`kind.${period.kind}`) })}
              >
                {t('periods.propose')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {asked === undefined ? null : (
        <ProposePeriod key={asked.kind} period={asked} onClose={() => setAsked(undefined)} />
      )}
    </Section>
  );
}

function ProposePeriod({ period, onClose }: { readonly period: Period; readonly onClose: () => void }) {
  const t = useRetentionText();
  const [typed, setTyped] = useState(period.years === null ? '' : String(period.years));
  const text = typed.trim().normalize('NFKC');
  const years = text === '' ? null : Number(text);
  const wrong = years !== null && !(Number.isInteger(years) && years >= 1 && years <= MAX_YEARS);
  const { ledger, kind } = period;
  return (
    <ProposeDialog
      title={t('form.setTitle')}
      draft={{ kind: 'retention-set', retained: { ledger, kind }, years: wrong ? 0 : years }}
      problems={{ years: wrong ? 'retention-years' : undefined }}
      onClose={onClose}
    >
      {(field) => (
        <>
          <p className="font-bold">{t(`kind.${kind}`)}</p>
          <TextField
            {...field('years', t('form.years'))}
            label={t('form.years')}
            inputMode="numeric"
            autoFocus
            maxLength={3}
            value={typed}
            onChange={setTyped}
            description={t('form.yearsHint')}
          />
        </>
      )}
    </ProposeDialog>
  );
}
