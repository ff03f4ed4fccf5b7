import { Archive, FilePlus2, PenLine, PencilLine, Undo2 } from 'lucide-react';
import { useState } from 'react';
import type { Template } from '../../../shared/media/templates/model.ts';
import { templateActionsFor } from '../../../shared/media/templates/rules.ts';
import { useSession } from '../../app/session.ts';
import { Button } from '../../ui/button.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { useShortcut } from '../../ui/use-shortcut.ts';
import { DiscardDialog } from './discard-dialog.tsx';
import { EnforceDialog } from './enforce-dialog.tsx';
import { RetireDialog } from './retire-dialog.tsx';
import { useTemplatesText } from './text.ts';

type Ask = 'enforce' | 'discard' | 'retire';

/** What may be done with a template next, by the rules that main refuses by; what waits, and for whom, is said above. */
export function TemplateActions({ template }: { readonly template: Template }) {
  const t = useTemplatesText();
  const { me, may, canWrite } = useSession();
  const [asking, setAsking] = useState<Ask | null>(null);
  const can = templateActionsFor(template, { id: me.accountId, roles: me.roles });
  const shows = {
    use: canWrite && template.usable && may('media.submit'),
    change: canWrite && can.change && may('media.changeTemplate'),
    enforce: canWrite && can.enforce && may('media.enforceTemplate'),
    discard: canWrite && can.discard && may('media.discardTemplate'),
    retire: canWrite && can.retire && may('media.retireTemplate'),
  };
  useShortcut('F8', () => setAsking('enforce'), { enabled: shows.enforce });
  const close = (): void => setAsking(null);
  const own = may('media.enforceTemplate') && template.draftAuthors.includes(me.accountId);
  return (
    <div className="flex flex-col gap-2 px-4 py-3 empty:hidden">
      {template.draft === null ? null : (
        <p role="status" className="rounded-6 border-l-4 border-warn bg-warn-soft px-3 py-2 text-sm">
          {t('action.waits', { n: template.draft })} {own ? t('action.own') : ''}
        </p>
      )}
      {Object.values(shows).includes(true) ? (
        <div role="group" aria-label={t('action.label')} className="flex flex-wrap gap-2">
          {shows.use ? (
            <LinkButton size="sm" variant="solid" icon={FilePlus2} to={`/media/new?template=${template.id}`}>
              {t('action.use')}
            </LinkButton>
          ) : null}
          {shows.enforce ? (
            <Button
              size="sm"
              variant="solid"
              icon={PenLine}
              shortcut="F8"
              onPress={() => setAsking('enforce')}
            >
              {t('action.enforce')}
            </Button>
          ) : null}
          {shows.change ? (
            <LinkButton size="sm" icon={PencilLine} to={`/media/templates/${template.id}/change`}>
              {t('action.change')}
            </LinkButton>
          ) : null}
          {shows.discard ? (
            <Button size="sm" icon={Undo2} onPress={() => setAsking('discard')}>
              {t('action.discard')}
            </Button>
          ) : null}
          {shows.retire ? (
            <Button size="sm" icon={Archive} onPress={() => setAsking('retire')}>
              {t('action.retire')}
            </Button>
          ) : null}
        </div>
      ) : null}
      {asking === 'enforce' ? <EnforceDialog template={template} onClose={close} /> : null}
      {asking === 'discard' ? <DiscardDialog template={template} onClose={close} /> : null}
      {asking === 'retire' ? <RetireDialog template={template} onClose={close} /> : null}
    </div>
  );
}
