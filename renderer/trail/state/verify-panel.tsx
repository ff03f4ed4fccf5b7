import { CircleStop, OctagonAlert, ShieldCheck } from 'lucide-react';
import { useCallback, useState } from 'react';
import type { TrailProgress, Verification } from '../../../shared/trail/model.ts';
import { useCommand, usePush } from '../../api/queries.ts';
import { useRefusalText } from '../../app/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorText } from '../../ui/field.tsx';
import { Section } from '../../ui/list-detail.tsx';
import { ProgressBar } from '../../ui/progress.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { Hash } from '../hash.tsx';
import { useTrailText } from '../text.ts';

/** Verifies the whole chain at a press, shows how far it is, and says in words what came of it. */
export function VerifyPanel() {
  const t = useTrailText();
  const words = useRefusalText();
  const verify = useCommand('trail', 'verify');
  const cancel = useCommand('trail', 'cancelVerify');
  const [progress, setProgress] = useState<TrailProgress>();
  const heard = useCallback((message: TrailProgress) => setProgress(message), []);
  usePush('trail', 'progress', heard);
  const problem = words(verify.error);

  return (
    <Section title={t('verify.title')}>
      <div className="flex flex-col gap-3">
        <p className="text-sm text-ink-soft">{t('verify.about')}</p>
        {verify.isPending ? (
          <ProgressBar
            label={t(`verify.${progress?.step ?? 'chain'}`)}
            value={progress?.done ?? 0}
            max={progress?.total ?? 0}
            onCancel={() => cancel.mutate({})}
          />
        ) : (
          <div>
            <Button
              variant="solid"
              icon={ShieldCheck}
              onPress={() => {
                setProgress(undefined);
                verify.mutate({});
              }}
            >
              {t('verify.start')}
            </Button>
          </div>
        )}
        <div aria-live="polite">
          {verify.data === undefined || verify.isPending ? null : <Result found={verify.data} />}
          {problem === undefined ? null : <ErrorText>{`${t('verify.failed')}: ${problem}`}</ErrorText>}
        </div>
      </div>
    </Section>
  );
}

function Result({ found }: { readonly found: Verification }) {
  const t = useTrailText();
  const { number } = useFormat();
  switch (found.state) {
    case 'verified':
      return (
        <div className="rounded-8 border-2 border-good bg-good-soft p-3">
          <p className="flex items-start gap-2 font-bold text-good">
            <ShieldCheck aria-hidden size={22} className="shrink-0" />
            {t('verify.good', { size: number(found.size) })}
          </p>
          <p className="mt-2 text-sm">
            {t('verify.goodHead', { head: '' })}
            <Hash value={found.head} />
          </p>
          <p className="mt-1 text-sm">{t('verify.goodCheckpoints', { n: number(found.checkpoints) })}</p>
          <p className="mt-1 text-sm">{t(found.viewsCompared ? 'verify.goodViews' : 'verify.viewsNot')}</p>
        </div>
      );
    case 'cancelled':
      return (
        <p className="flex items-start gap-2 rounded-8 border border-line-strong p-3">
          <CircleStop aria-hidden size={22} className="shrink-0" />
          {t('verify.cancelled', { n: number(found.verifiedUpTo) })}
        </p>
      );
    case 'broken':
      return (
        <div className="rounded-8 border-2 border-danger bg-danger-soft p-3">
          <p className="flex items-start gap-2 font-bold text-danger">
            <OctagonAlert aria-hidden size={22} className="shrink-0" />
            {t('verify.broken', { seq: number(found.first.seq) })}
          </p>
          <p className="mt-2">{t(`break.${found.first.kind}`, { table: found.first.table ?? '' })}</p>
          <p className="mt-2 text-sm">{t('verify.brokenUpTo', { n: number(found.verifiedUpTo) })}</p>
          <p className="mt-2 text-sm font-bold">{t('verify.brokenDo')}</p>
        </div>
      );
  }
}
