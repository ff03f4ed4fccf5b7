import { useState } from 'react';
import type { Area } from '../../../../shared/entries/model.ts';
import type { Refusal } from '../../../../shared/kernel/result.ts';
import { RequestDetails } from '../../../../shared/media/requests/model.ts';
import { call, RefusalError } from '../../../api/client.ts';
import { useCommand, useQueryOf } from '../../../api/queries.ts';
import { codeOf, useCodeText } from '../../../app/i18n.ts';
import { notify } from '../../../ui/toast.tsx';
import { useNow } from '../../../ui/use-now.ts';
import { useFormTemplate } from '../../templates/use-form-template.ts';
import { type Draft, detailsFrom } from './draft.ts';
import { type Problem, problemsOf } from './problems.ts';
import { useFormText } from './text.ts';
import { useKeptDraft } from './use-kept-draft.ts';

const NO_AREAS: readonly Area[] = [];

/** Everything that the form of requests shows and does. */
export type RequestFormState = ReturnType<typeof useRequestForm>;

/** What the parts of the form need of it. */
export type RequestForm = Pick<RequestFormState, 'draft' | 'areas' | 'errorOf' | 'change' | 'leave'>;

interface Given {
  readonly id: string;
  readonly initial: Draft;
  readonly kept: string | null;
  /** It was handed in: the request that it is now. */
  readonly onDone: (requestId: string) => void;
}

/** The state of the form of requests. */
export function useRequestForm({ id, initial, kept, onDone }: Given) {
  const t = useFormText();
  const words = useCodeText('media');
  const { draft, setDraft, failed, drop } = useKeptDraft(id, initial, kept);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [submitted, setSubmitted] = useState(false);
  const [refused, setRefused] = useState<Refusal | null>(null);
  const [wanted, setWanted] = useState<ReadonlySet<string> | null>(null);
  const areas = useQueryOf('entries', 'areas', {});
  const time = useNow();
  const from = useFormTemplate(draft.template);
  const submit = useCommand('media', 'submit');
  const resubmit = useCommand('media', 'resubmit');
  const emergency = useCommand('media', 'emergency');

  const known = areas.data ?? NO_AREAS;
  const found = problemsOf(draft, known, time, from);
  const shown = found.filter(({ field }) => submitted || left.has(field));
  const problems: readonly Problem[] =
    refused?.field === undefined ? shown : [{ ...refused, field: refused.field }, ...shown];

  const send = async (details: RequestDetails): Promise<string> => {
    if (draft.emergency) {
      const { reason, allowedBy, seal, visitId } = draft;
      return (await emergency.mutateAsync({ details, reason, allowedBy, seal, visitId })).id;
    }
    if (draft.revises === null) return (await submit.mutateAsync({ details })).id;
    await resubmit.mutateAsync({ requestId: draft.revises, details });
    return draft.revises;
  };

  const handIn = async (): Promise<void> => {
    setSubmitted(true);
    setRefused(null);
    const details = RequestDetails.safeParse(detailsFrom(draft));
    if (found.length > 0 || !details.success) {
      setWanted(new Set(found.map(({ field }) => field)));
      return;
    }
    try {
      const requestId = await send(details.data);
      await drop();
      const { request } = await call('media', 'request', { id: requestId });
      notify(t(draft.emergency ? 'form.done.emergency' : `form.done.${request.rule.by}`));
      onDone(requestId);
    } catch (error) {
      if (!(error instanceof RefusalError)) throw error;
      setRefused(error.refusal);
      if (error.refusal.field !== undefined) setWanted(new Set([error.refusal.field]));
    }
  };

  return {
    id,
    draft,
    failed,
    drop,
    from,
    areas: known.filter(({ id: area, retired }) => !retired || area === draft.areaId),
    problems,
    submitted,
    /** Why main refused it as a whole, in words. */
    refusedWords:
      refused === null || refused.field !== undefined ? undefined : words(codeOf(refused), refused.detail),
    pending: submit.isPending || resubmit.isPending || emergency.isPending,
    wanted,
    clearWanted: () => setWanted(null),
    errorOf: (field: string): string | undefined => {
      const problem = problems.find((one) => one.field === field);
      return problem === undefined ? undefined : words(codeOf(problem), problem.detail);
    },
    change: (part: Partial<Draft>): void => {
      setDraft((now) => ({ ...now, ...part }));
      setRefused(null);
    },
    leave: (field: string): void => setLeft((now) => (now.has(field) ? now : new Set([...now, field]))),
    handIn,
  };
}
