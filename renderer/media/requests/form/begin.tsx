import { useEffect, useEffectEvent } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { REQUEST_KINDS } from '../../../../shared/media/requests/model.ts';
import { call } from '../../../api/client.ts';
import { notify } from '../../../ui/toast.tsx';
import { LoadingState } from '../../../ui/states.tsx';
import { draftFromTemplate } from '../../templates/from-template.ts';
import { copyOf, type Draft, draftOf, emptyDraft } from './draft.ts';
import { useFormText } from './text.ts';

/** What the address of a new form may ask for: a template, a copy, a request to hand in again, an emergency, with a visit, of a kind. */
async function beginning(params: URLSearchParams): Promise<Draft> {
  const from = params.get('copy') ?? params.get('revise');
  const template = params.get('template');
  if (template !== null)
    return draftFromTemplate((await call('media', 'template', { id: template })).template);
  const emergency = params.has('emergency');
  const visitId = params.get('visit');
  const kind = REQUEST_KINDS.find((one) => one === params.get('kind')) ?? 'carry-in';
  if (from !== null) {
    const { request } = await call('media', 'request', { id: from });
    const { details, mediumName } = request;
    return params.has('revise')
      ? { ...draftOf(details, mediumName), revises: from }
      : copyOf(details, mediumName);
  }
  const empty = { ...emptyDraft(kind), emergency };
  if (visitId === null) return empty;
  const { visit } = await call('entries', 'visit', { id: visitId });
  return {
    ...empty,
    visitId,
    bearer: visit.name,
    organisation: visit.organisation,
    owner: visit.organisation === '' ? visit.name : visit.organisation,
    areaId: visit.areaId,
    purpose: visit.purpose,
    workReference: visit.workReference,
    from: emergency ? Date.now() : null,
    until: visit.expectedUntil,
  };
}

/** Opens a new draft filled as the address asks (one component for each address), and leads to it, so that a lock or a step back does not begin another. */
export function Begin() {
  const t = useFormText();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const begin = useEffectEvent(async (stands: () => boolean) => {
    const draft = await beginning(params).catch(() => undefined);
    if (!stands()) return;
    if (draft === undefined) notify(t('page.gone'), 'warn');
    void navigate(`/media/new?draft=${crypto.randomUUID()}`, {
      replace: true,
      state: { draft: JSON.stringify(draft ?? emptyDraft()) },
    });
  });
  useEffect(() => {
    let here = true;
    void begin(() => here);
    return () => {
      here = false;
    };
  }, []);
  return <LoadingState />;
}
