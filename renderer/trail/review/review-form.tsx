import { PenLine, RotateCw } from 'lucide-react';
import { useState } from 'react';
import type { ReviewDraft } from '../../../shared/trail/model.ts';
import { RefusalError } from '../../api/client.ts';
import { useCommand } from '../../api/queries.ts';
import { codeOf, useCodeText, useRefusalText } from '../../app/i18n.ts';
import { useSession } from '../../app/session.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorText } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import { TextArea, TextField } from '../../ui/text-field.tsx';
import { LookedAt } from './looked-at.tsx';
import { useReviewText } from './text.ts';

/** What was looked at, what was found, what was done about it, and the signature under it (pattern 3). */
export function ReviewForm({
  newest,
  onDone,
}: {
  /** The range as it is now: it grows while somebody reads. */
  readonly newest: ReviewDraft;
  readonly onDone: (seq: number) => void;
}) {
  const t = useReviewText();
  const code = useCodeText('trail');
  const words = useRefusalText();
  const { canWrite, me } = useSession();
  const review = useCommand('trail', 'review');
  // What is signed is what was on screen, whatever is recorded meanwhile.
  const [draft, setDraft] = useState(newest);
  const [findings, setFindings] = useState('');
  const [measures, setMeasures] = useState('');
  const [password, setPassword] = useState('');
  const [left, setLeft] = useState(false);
  const refusal = review.error instanceof RefusalError ? review.error.refusal : undefined;
  const atField =
    refusal?.field === 'password' || refusal?.field === 'findings' || refusal?.field === 'measures';
  const refused = (field: string): string | undefined =>
    refusal?.field === field ? code(codeOf(refusal), refusal.detail) : undefined;
  // A password that was refused is emptied, and is not to be called missing.
  const error = (field: string, value: string): string | undefined =>
    refused(field) ?? (left && value.trim() === '' ? code('required') : undefined);
  const edit = (set: (text: string) => void) => (text: string) => {
    review.reset();
    set(text);
  };
  const submit = (): void => {
    setLeft(true);
    if (findings.trim() === '' || password === '') return;
    const { first, last, head } = draft;
    review.mutate(
      { first, last, head, findings, measures, password },
      { onSuccess: ({ seq }) => onDone(seq), onSettled: () => setPassword('') },
    );
  };

  return (
    <Form label={t('form')} onSubmit={submit} className="flex flex-col gap-3">
      <LookedAt draft={draft} />
      <TextArea
        name="findings"
        label={t('findings')}
        description={t('findingsHint')}
        required
        rows={3}
        maxLength={2000}
        value={findings}
        onChange={edit(setFindings)}
        error={error('findings', findings)}
      />
      <TextArea
        name="measures"
        label={t('measures')}
        required={false}
        rows={2}
        maxLength={2000}
        value={measures}
        onChange={edit(setMeasures)}
        error={refused('measures')}
      />
      <TextField
        type="password"
        name="password"
        label={t('password', { name: me.name })}
        description={t('signs')}
        required
        autoComplete="current-password"
        value={password}
        onChange={edit(setPassword)}
        error={error('password', password)}
        className="max-w-80"
      />
      {review.error === null || atField ? null : <ErrorText>{words(review.error) ?? ''}</ErrorText>}
      <div className="flex flex-wrap gap-3">
        <Button
          type="submit"
          variant="solid"
          icon={PenLine}
          pending={review.isPending}
          isDisabled={!canWrite}
        >
          {t('sign')}
        </Button>
        {newest.last === draft.last ? null : (
          <Button variant="text" icon={RotateCw} onPress={() => setDraft(newest)}>
            {t('again', { n: newest.last - draft.last })}
          </Button>
        )}
      </div>
    </Form>
  );
}
