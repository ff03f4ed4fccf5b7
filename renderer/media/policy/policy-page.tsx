import { PenLine } from 'lucide-react';
import { useState } from 'react';
import type { MediaPolicy } from '../../../shared/media/policy.ts';
import { useQueryOf } from '../../api/queries.ts';
import { useSession } from '../../app/session.ts';
import { Button } from '../../ui/button.tsx';
import { Card, Page } from '../../ui/list-detail.tsx';
import { QueryStates } from '../../ui/states.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { MediaPlaces } from '../places.tsx';
import { useText } from '../text.ts';
import { PolicyForm } from './policy-form.tsx';
import { useMediaPolicyText } from './text.ts';

/** 媒体の決まり: what holds for media, and the form with which an officer changes it under their signature. */
export function MediaPolicyPage() {
  const t = useMediaPolicyText();
  const policy = useQueryOf('media', 'policy', {});
  const { may, canWrite } = useSession();
  const [changing, setChanging] = useState(false);
  return (
    <Page
      title={t('title')}
      places={<MediaPlaces />}
      actions={
        <>
          {canWrite && may('media.setPolicy') && !changing ? (
            <Button size="sm" icon={PenLine} onPress={() => setChanging(true)}>
              {t('change')}
            </Button>
          ) : null}
        </>
      }
    >
      <div className="w-full max-w-3xl p-4">
        <Card>
          <p className="mb-2 text-sm">{t('about')}</p>
          <p className="mb-4 text-sm text-ink-soft">{t('usb')}</p>
          <QueryStates query={policy}>
            {(now) =>
              changing ? (
                <PolicyForm policy={now} onClose={() => setChanging(false)} />
              ) : (
                <PolicyList policy={now} />
              )
            }
          </QueryStates>
        </Card>
      </div>
    </Page>
  );
}

const FIELDS = [
  'definitionsMaxDays',
  'checkHours',
  'twoProductsFrom',
  'releaseProducts',
  'contentList',
  'emergencyHours',
  'remindDays',
] as const satisfies readonly (keyof MediaPolicy)[];

function PolicyList({ policy }: { readonly policy: MediaPolicy }) {
  const t = useMediaPolicyText();
  const words = useText();
  const format = useFormat();
  const value = (field: (typeof FIELDS)[number]): string => {
    switch (field) {
      case 'twoProductsFrom':
        return policy.twoProductsFrom === null
          ? t('twoProductsFrom.none')
          : t('twoProductsFrom.value', { level: words(`confidentiality.${policy.twoProductsFrom}`) });
      case 'contentList':
        return t(policy.contentList ? 'contentList.yes' : 'contentList.no');
      case 'remindDays':
        return policy.remindDays === 0
          ? t('remindDays.zero')
          : t('remindDays.unit', { n: policy.remindDays });
      default:
        return t(`${field}.unit`, { n: format.number(policy[field]) });
    }
  };
  return (
    <dl className="flex flex-col divide-y divide-line">
      {FIELDS.map((field) => (
        <div key={field} className="grid gap-x-6 py-2 min-[48rem]:grid-cols-[14rem_1fr]">
          <dt>{t(field)}</dt>
          <dd>
            <strong>{value(field)}</strong>
            <span className="block text-sm text-ink-soft">{t(`${field}.about`)}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
