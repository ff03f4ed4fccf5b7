import { useMemo } from 'react';
import type { TemplateRef } from '../../../shared/media/templates/ref.ts';
import { useQueryOf } from '../../api/queries.ts';
import { useSession } from '../../app/session.ts';
import type { FormTemplate } from '../requests/form/problems.ts';
import { inUseOf } from './in-use.ts';

/** The template that a form names, as it stands now; undefined while it is read, and where the form names none. */
export function useFormTemplate(named: TemplateRef | null): FormTemplate | undefined {
  const { me } = useSession();
  const read = useQueryOf('media', 'template', { id: named?.id ?? '' }, { enabled: named !== null });
  const template = named === null ? undefined : read.data?.template;
  return useMemo(
    () => template && { template: inUseOf(template), user: { id: me.accountId, roles: me.roles } },
    [template, me],
  );
}
