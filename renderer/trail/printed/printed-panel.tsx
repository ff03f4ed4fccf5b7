import { Eraser } from 'lucide-react';
import { useRef, useState } from 'react';
import { RefusalError } from '../../api/client.ts';
import { useCommand } from '../../api/queries.ts';
import { codeOf, useCodeText, useRefusalText } from '../../app/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorText } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import { Section } from '../../ui/list-detail.tsx';
import { TextArea } from '../../ui/text-field.tsx';
import { PrintedResult } from './printed-result.tsx';
import { usePrintedText } from './text.ts';

/** The last line of a block, however a scanner typed it: then nobody has to press anything. */
const WHOLE = /-----ENDSIGNEDDATA-----$/u;

/** Reads the signature block of a printed form back in and holds it against this ledger. */
export default function PrintedPanel() {
  const t = usePrintedText();
  const code = useCodeText('trail');
  const words = useRefusalText();
  const check = useCommand('trail', 'checkPrinted');
  const [text, setText] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  const refusal = check.error instanceof RefusalError ? check.error.refusal : undefined;
  const atField = refusal?.field === 'text' ? code(codeOf(refusal), refusal.detail) : undefined;
  const edit = (next: string): void => {
    check.reset();
    setText(next);
    if (WHOLE.test(next.normalize('NFKC').replaceAll(/\s/gu, ''))) check.mutate({ text: next });
  };
  const clear = (): void => {
    check.reset();
    setText('');
    field.current?.focus();
  };
  return (
    <Section title={t('title')}>
      <p className="mb-3 text-sm text-ink-soft">{t('about')}</p>
      <Form label={t('title')} onSubmit={() => check.mutate({ text })} className="flex flex-col gap-3">
        <TextArea
          ref={field}
          name="text"
          label={t('text')}
          description={t('hint')}
          required
          rows={9}
          maxLength={40_000}
          value={text}
          onChange={edit}
          error={atField}
          className="[&_textarea]:font-mono [&_textarea]:text-sm"
        />
        <div className="flex flex-wrap gap-3">
          <Button type="submit" variant="solid" pending={check.isPending}>
            {t('check')}
          </Button>
          {text === '' ? null : (
            <Button icon={Eraser} onPress={clear}>
              {t('clear')}
            </Button>
          )}
        </div>
      </Form>
      <div aria-live="polite" className="mt-3">
        {check.data === undefined ? null : <PrintedResult found={check.data} />}
        {check.error === null || atField !== undefined ? null : (
          <ErrorText>{words(check.error) ?? ''}</ErrorText>
        )}
      </div>
    </Section>
  );
}
