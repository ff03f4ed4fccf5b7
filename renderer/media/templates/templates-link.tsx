import { Repeat } from 'lucide-react';
import { useQueryOf } from '../../api/queries.ts';
import { useSession } from '../../app/session.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { useRequestsText } from '../requests/text.ts';

/** Leads to the templates; tells an officer how many wait for a signature. */
export function TemplatesLink() {
  const t = useRequestsText();
  const { may } = useSession();
  const signs = may('media.enforceTemplate');
  const read = useQueryOf('media', 'templates', {}, { enabled: signs, staleTime: 5_000 });
  const waiting = (read.data ?? []).filter(({ draft, ownDraft }) => draft !== null && !ownDraft).length;
  return (
    <LinkButton size="sm" to="/media/templates" icon={Repeat}>
      {waiting > 0 ? t('page.templatesWait', { n: waiting }) : t('page.templates')}
    </LinkButton>
  );
}
