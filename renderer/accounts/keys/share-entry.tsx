import { useId, useState } from 'react';
import { RefusalError } from '../../api/client.ts';
import { codeOf, useCodeText, useRefusalText } from '../../app/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorText } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import { TextArea } from '../../ui/text-field.tsx';
import { useKeysText } from './text.ts';

const LETTERS = 72;

/** Where two custodians stand: whose sheet is being typed, or that they are to change places. */
export type ShareStep =
  | { readonly step: 'first' }
  | { readonly step: 'pass'; readonly pair: number; readonly half: 'A' | 'B' }
  | { readonly step: 'second' };

/** How many letters of a share stand in what was typed. */
function lettersIn(typed: string): number {
  return typed.replace(/^\s*SUIMON-RECOVERY-1:/iu, '').replaceAll(/[^0-9a-z]/giu, '').length;
}

/**
 * Takes the sheets of two custodians, one after the other; neither sees what the other typed. `enter` gives a sheet to main; what is
 * typed is wiped once it was taken. A row that was mistyped is named.
 */
export function ShareEntry({
  at,
  pending,
  error,
  onEnter,
  onNext,
  onCancel,
  cancelLabel,
}: {
  readonly at: ShareStep;
  readonly pending: boolean;
  readonly error: Error | null;
  readonly onEnter: (share: string) => void;
  readonly onNext: () => void;
  readonly onCancel: () => void;
  readonly cancelLabel: string;
}) {
  const t = useKeysText();
  if (at.step === 'pass') {
    return (
      <Form label={t('share.next')} onSubmit={onNext} className="flex flex-col gap-4">
        <p role="status" className="rounded-8 border border-good bg-good-soft p-3 font-bold text-good">
          {t('share.entered', { pair: at.pair, half: at.half })}
        </p>
        <p className="text-lg font-bold">{t('share.pass')}</p>
        <div className="flex flex-wrap gap-3">
          <Button type="submit" variant="solid" autoFocus>
            {t('share.next')}
          </Button>
          <Button onPress={onCancel}>{cancelLabel}</Button>
        </div>
      </Form>
    );
  }
  return (
    <Typing
      // The second custodian begins with an empty field.
      key={at.step}
      title={t(at.step === 'first' ? 'share.first' : 'share.second')}
      pending={pending}
      error={error}
      onEnter={onEnter}
      onCancel={onCancel}
      cancelLabel={cancelLabel}
    />
  );
}

function Typing({
  title,
  pending,
  error,
  onEnter,
  onCancel,
  cancelLabel,
}: {
  readonly title: string;
  readonly pending: boolean;
  readonly error: Error | null;
  readonly onEnter: (share: string) => void;
  readonly onCancel: () => void;
  readonly cancelLabel: string;
}) {
  const t = useKeysText();
  const code = useCodeText('accounts');
  const words = useRefusalText();
  const id = useId();
  const [typed, setTyped] = useState('');
  const refusal = error instanceof RefusalError ? error.refusal : undefined;
  const atField = refusal?.field === 'share' ? code(codeOf(refusal), refusal.detail) : undefined;
  return (
    <Form label={title} onSubmit={() => onEnter(typed)} className="flex flex-col gap-4">
      <h2 id={id} className="text-lg font-bold">
        {title}
      </h2>
      <TextArea
        label={t('share.field')}
        required
        autoFocus
        rows={6}
        maxLength={400}
        description={`${t('share.hint')} ${t('share.count', { n: Math.min(LETTERS, lettersIn(typed)) })}`}
        value={typed}
        onChange={setTyped}
        error={atField}
      />
      {error === null || atField !== undefined ? null : (
        <div role="alert">
          <ErrorText>{words(error) ?? ''}</ErrorText>
        </div>
      )}
      <div className="flex flex-wrap gap-3">
        <Button type="submit" variant="solid" pending={pending}>
          {t('share.enter')}
        </Button>
        <Button onPress={onCancel}>{cancelLabel}</Button>
      </div>
    </Form>
  );
}
