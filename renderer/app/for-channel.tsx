import type { ReactNode } from 'react';
import type { SessionChannel } from '../../shared/contracts.ts';
import { Page } from '../ui/list-detail.tsx';
import { EmptyState } from '../ui/states.tsx';
import { useText } from './i18n.ts';
import { useSession } from './session.ts';

/** A page for those who may call a channel. Main refuses the others whatever is shown. */
export function For({ channel, page }: { readonly channel: SessionChannel; readonly page: ReactNode }) {
  const t = useText();
  const { may } = useSession();
  if (may(channel)) return page;
  return (
    <Page title={t('page.notAllowed')}>
      <EmptyState title={t('page.notAllowed')}>{t('page.missingDo')}</EmptyState>
    </Page>
  );
}
