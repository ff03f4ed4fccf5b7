import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Gate } from '../../../shared/accounts/model.ts';
import { call, RefusalError } from '../../api/client.ts';
import { codeOf, useRefusalText, useText } from '../../app/i18n.ts';
import { Outside } from '../../app/outside.tsx';
import { Button } from '../../ui/button.tsx';
import { ErrorText } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import { Creating } from './creating.tsx';
import { Done } from './done.tsx';
import { foundingOf } from './people.ts';
import { StepBar } from './step-bar.tsx';
import { StepContent } from './step-content.tsx';
import { STEPS, type Step, whereRefused } from './steps.ts';
import { useWizardText } from './text.ts';
import { type Draft, useDraft } from './use-draft.ts';

/** The first run: what this is, the site, its people, and its making. */
export default function Wizard({
  folder,
  onDone,
}: {
  readonly folder: string;
  readonly onDone: (gate: Gate) => void;
}) {
  const t = useWizardText();
  const app = useText();
  const words = useRefusalText();
  const draft = useDraft();
  // Not `useCommand`: that would ask anew where the program stands and take this page, with the passwords to hand over, away.
  const found = useMutation({
    mutationFn: (people: Draft['people']) => call('accounts', 'found', foundingOf(draft.site, people)),
  });
  const [step, setStep] = useState<Step>('intro');
  const [made, setMade] = useState<Gate>();
  const at = STEPS.indexOf(step);

  const go = (by: number): void => {
    const next = STEPS[at + by];
    if (next !== undefined) setStep(next);
  };
  const create = (): void => {
    found.mutate(draft.people, {
      onSuccess: setMade,
      onError: (error) => {
        if (!(error instanceof RefusalError)) return;
        const { step: where, person, field } = whereRefused(error.refusal);
        const owner = where === 'site' ? 'site' : draft.people[person ?? -1]?.key;
        if (owner === undefined || where === 'review') return;
        draft.refuse(`${owner}.${field}`, codeOf(error.refusal));
        setStep(where);
      },
    });
  };
  const submit = (): void => {
    if (step === 'review') {
      if (!found.isPending) create();
    } else if (draft.complete(step)) go(1);
  };

  if (made !== undefined) {
    return (
      <Outside wide>
        <Done people={draft.people} onFinish={() => onDone(made)} />
      </Outside>
    );
  }
  const problem = step === 'review' ? words(found.error) : undefined;
  return (
    <Outside wide>
      <h1 className="text-2xl font-bold">{t('title')}</h1>
      <StepBar step={step} />
      <Form key={step} label={t(`step.${step}`)} onSubmit={submit} className="mt-5 flex flex-col gap-5">
        <h2 className="text-xl font-bold">{t(`step.${step}`)}</h2>
        <StepContent step={step} folder={folder} draft={draft} onEdit={setStep} />
        {problem === undefined ? null : (
          <div role="alert">
            <ErrorText>{problem}</ErrorText>
          </div>
        )}
        {found.isPending ? (
          <Creating people={draft.people.length} />
        ) : (
          <div className="flex justify-between gap-3 border-t border-line pt-4">
            {at > 0 ? <Button onPress={() => go(-1)}>{app('action.back')}</Button> : <span />}
            <Button type="submit" variant="solid" autoFocus={step === 'intro' || step === 'review'}>
              {step === 'review' ? t('review.create') : app('action.next')}
            </Button>
          </div>
        )}
      </Form>
    </Outside>
  );
}
