import { FileSearch } from 'lucide-react';
import { useState } from 'react';
import { RefusalError } from '../../api/client.ts';
import { useCommand } from '../../api/queries.ts';
import { codeOf, useCodeText, useRefusalText } from '../../app/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorText } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import { Section } from '../../ui/list-detail.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { FileResult } from './file-result.tsx';
import { SlipResult } from './slip-result.tsx';
import { useCompareText } from './text.ts';

/** Compares checkpoints that were kept elsewhere with this chain: a slip of paper, typed, or a file of signed ones. */
export default function ComparePanel() {
  return (
    <>
      <Slip />
      <File />
    </>
  );
}

function Slip() {
  const t = useCompareText();
  const code = useCodeText('trail');
  const words = useRefusalText();
  const compare = useCommand('trail', 'compareSlip');
  const [size, setSize] = useState('');
  const [head, setHead] = useState('');
  const refusal = compare.error instanceof RefusalError ? compare.error.refusal : undefined;
  const refused = (field: string): string | undefined =>
    refusal?.field === field ? code(codeOf(refusal), refusal.detail) : undefined;
  const edit = (set: (text: string) => void) => (text: string) => {
    compare.reset();
    set(text);
  };
  const elsewhere = refusal?.field === 'size' || refusal?.field === 'head' ? undefined : words(compare.error);
  return (
    <Section title={t('slip.title')}>
      <p className="mb-3 text-sm text-ink-soft">{t('slip.about')}</p>
      <Form
        label={t('slip.title')}
        onSubmit={() => compare.mutate({ size, head })}
        className="flex flex-col gap-3"
      >
        <TextField
          name="size"
          label={t('slip.size')}
          required
          inputMode="numeric"
          value={size}
          onChange={edit(setSize)}
          maxLength={40}
          error={refused('size')}
          className="max-w-60"
        />
        <TextField
          name="head"
          label={t('slip.head')}
          required
          description={t('slip.headHint')}
          value={head}
          onChange={edit(setHead)}
          maxLength={400}
          error={refused('head')}
        />
        <div>
          <Button type="submit" variant="solid" pending={compare.isPending}>
            {t('slip.compare')}
          </Button>
        </div>
      </Form>
      <div aria-live="polite" className="mt-3">
        {compare.data === undefined ? null : <SlipResult found={compare.data} />}
        {elsewhere === undefined ? null : <ErrorText>{elsewhere}</ErrorText>}
      </div>
    </Section>
  );
}

function File() {
  const t = useCompareText();
  const words = useRefusalText();
  const compare = useCommand('trail', 'compareFile');
  const problem = words(compare.error);
  return (
    <Section title={t('file.title')}>
      <p className="mb-3 text-sm text-ink-soft">{t('file.about')}</p>
      <Button icon={FileSearch} pending={compare.isPending} onPress={() => compare.mutate({})}>
        {t('file.choose')}
      </Button>
      <div aria-live="polite" className="mt-3">
        {compare.data === undefined || compare.data === null ? null : <FileResult found={compare.data} />}
        {problem === undefined ? null : <ErrorText>{problem}</ErrorText>}
      </div>
    </Section>
  );
}
