import type { Template } from '../../../shared/media/templates/model.ts';
import { useCommand } from '../../api/queries.ts';
import { useRefusalText } from '../../app/i18n.ts';
import { ReasonDialog } from '../../ui/dialog.tsx';
import { notify } from '../../ui/toast.tsx';
import { useTemplatesText } from './text.ts';

/** Takes back what waits for an officer, with the reason. */
export function DiscardDialog({
  template,
  onClose,
}: {
  readonly template: Template;
  readonly onClose: () => void;
}) {
  const t = useTemplatesText();
  const refusalText = useRefusalText();
  const discard = useCommand('media', 'discardTemplate');
  const version = template.draft ?? 0;
  return (
    <ReasonDialog
      title={t('discard.title', { template: `${template.number} ${template.name}`, n: version })}
      isOpen
      onClose={onClose}
      confirm={t('discard.do')}
      explanation={<p className="text-sm">{t('discard.about')}</p>}
      pending={discard.isPending}
      error={refusalText(discard.error)}
      onConfirm={(reason) =>
        discard.mutate(
          { templateId: template.id, version, reason },
          {
            onSuccess: () => {
              notify(t('discard.done'));
              onClose();
            },
          },
        )
      }
    />
  );
}
