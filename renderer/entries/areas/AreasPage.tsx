import { LinkButton } from '../../ui/link-button.tsx';
import { Page } from '../../ui/list-detail.tsx';
import { useText } from '../text.ts';
import { AreasPanel } from './AreasPanel.tsx';
import { BadgesPanel } from './BadgesPanel.tsx';

/** 区域・入館証: the officer defines areas and registers badges; everybody else reads. */
export function AreasPage() {
  const t = useText();
  return (
    <Page
      title={t('areas.title')}
      actions={
        <LinkButton size="sm" to="/entries">
          {t('board.back')}
        </LinkButton>
      }
    >
      <div className="bg-surface">
        <AreasPanel />
        <BadgesPanel />
      </div>
    </Page>
  );
}
