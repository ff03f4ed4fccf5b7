import { useState } from 'react';
import type { Area } from '../../../../shared/entries/model.ts';
import type { Refusal } from '../../../../shared/kernel/result.ts';
import { RefusalError } from '../../../api/client.ts';
import { useCommand, useQueryOf } from '../../../api/queries.ts';
import { codeOf, useCodeText } from '../../../app/i18n.ts';
import { notify } from '../../../ui/toast.tsx';
import { useNow } from '../../../ui/use-now.ts';
import type { Draft } from '../../requests/form/draft.ts';
import type { Problem } from '../../requests/form/problems.ts';
import type { RequestForm } from '../../requests/form/use-request-form.ts';
import { useTemplatesText } from '../text.ts';
import { readContent, type TemplateDraft } from './template-draft.ts';
import { fieldOf, templateProblems } from './template-problems.ts';

const NO_AREAS: readonly Area[] = [];

/** Everything that the form of templates shows and does. */
export type TemplateFormState = ReturnType<typeof useTemplateForm>;

interface Given {
  readonly initial: TemplateDraft;
  /** The template that is changed; null for a new one. */
  readonly changes: string | null;
  readonly onDone: (id: string) => void;
}

/** The state of the form of templates. */
export function useTemplateForm({ initial, changes, onDone }: Given) {
  const t = useTemplatesText();
  const words = useCodeText('media');
  const [draft, setDraft] = useState(initial);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [submitted, setSubmitted] = useState(false);
  const [refused, setRefused] = useState<Refusal | null>(null);
  const [wanted, setWanted] = useState<ReadonlySet<string> | null>(null);
  const areas = useQueryOf('entries', 'areas', {});
  const now = useNow();
  const write = useCommand('media', 'writeTemplate');
  const change = useCommand('media', 'changeTemplate');

  const known = areas.data ?? NO_AREAS;
  const found = templateProblems(draft, known, now, changes !== null);
  const shown = found.filter(({ field }) => submitted || left.has(field));
  // What main refuses of the whole has no field to stand beside.
  const placed =
    refused?.field === undefined || refused.field === 'content' || refused.field === 'templateId';
  const problems: readonly Problem[] =
    placed || refused?.field === undefined
      ? shown
      : [{ ...refused, field: fieldOf(refused.field) }, ...shown];

  const handIn = async (): Promise<void> => {
    setSubmitted(true);
    setRefused(null);
    const content = readContent(draft);
    if (found.length > 0 || content === undefined) {
      setWanted(new Set(found.map(({ field }) => field)));
      return;
    }
    try {
      const id = changes ?? (await write.mutateAsync({ content })).id;
      if (changes !== null) await change.mutateAsync({ templateId: changes, content, reason: draft.reason });
      notify(t('form.done', { number: content.number }));
      onDone(id);
    } catch (error) {
      if (!(error instanceof RefusalError)) throw error;
      setRefused(error.refusal);
      if (error.refusal.field !== undefined) setWanted(new Set([fieldOf(error.refusal.field)]));
    }
  };

  const edit = (part: Partial<TemplateDraft>): void => {
    setDraft((before) => ({ ...before, ...part }));
    setRefused(null);
  };
  const errorOf = (field: string): string | undefined => {
    const problem = problems.find((one) => one.field === field);
    return problem === undefined ? undefined : words(codeOf(problem), problem.detail);
  };
  const leave = (field: string): void =>
    setLeft((before) => (before.has(field) ? before : new Set([...before, field])));
  /** What the parts of the form of requests need. */
  const request: RequestForm = {
    draft: draft.request,
    areas: known.filter(({ id, retired }) => !retired || id === draft.request.areaId),
    errorOf,
    change: (part: Partial<Draft>) => {
      setDraft((before) => ({ ...before, request: { ...before.request, ...part } }));
      setRefused(null);
    },
    leave,
  };
  return {
    draft,
    edit,
    errorOf,
    leave,
    request,
    problems,
    submitted,
    wanted,
    handIn,
    clearWanted: () => setWanted(null),
    refusedWords: refused !== null && placed ? words(codeOf(refused), refused.detail) : undefined,
    pending: write.isPending || change.isPending,
  };
}
