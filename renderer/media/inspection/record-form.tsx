import { PenLine } from 'lucide-react';
import { useState } from 'react';
import type { Instant } from '../../../shared/kernel/time.ts';
import type { Finding, Inspection, Way } from '../../../shared/media/inspection/model.ts';
import { RefusalError } from '../../api/client.ts';
import { useCommand } from '../../api/queries.ts';
import { codeOf, useCodeText, useRefusalText } from '../../app/i18n.ts';
import { useSession } from '../../app/session.ts';
import { Button } from '../../ui/button.tsx';
import { DateTimeField } from '../../ui/date-time-field.tsx';
import { ErrorText } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { TextArea, TextField } from '../../ui/text-field.tsx';
import { readFindings } from './findings-text.ts';
import { openWays } from './parts.tsx';
import { useInspectionText } from './text.ts';
import { WayField } from './work.tsx';

type Date = Instant | null | undefined;
type Line = 'machine' | 'product' | 'version' | 'by' | 'exception';

/** Records a check that was made elsewhere, in the order of the paper form. */
export function RecordForm({
  requestId,
  inspection,
  onDone,
  onClose,
}: {
  readonly requestId: string;
  readonly inspection: Inspection;
  readonly onDone: (words: string) => void;
  readonly onClose: () => void;
}) {
  const t = useInspectionText();
  const code = useCodeText('media');
  const words = useRefusalText();
  const { me, canWrite } = useSession();
  const record = useCommand('media', 'recordCheck');
  const ways = openWays(inspection);
  const [way, setWay] = useState<Way>(ways[0] ?? 'entry');
  const [lines, setLines] = useState<Readonly<Record<Line, string>>>({
    machine: '',
    product: '',
    version: '',
    by: me.name,
    exception: '',
  });
  const [definitionsAt, setDefinitionsAt] = useState<Date>(null);
  const [checkedAt, setCheckedAt] = useState<Date>(null);
  const [result, setResult] = useState<'clean' | 'found' | null>(null);
  const [findings, setFindings] = useState('');
  const [tried, setTried] = useState(false);

  const refusal = record.error instanceof RefusalError ? record.error.refusal : undefined;
  const refused = (field: string): string | undefined =>
    refusal?.field === `check.${field}` || refusal?.field?.startsWith(`check.${field}.`) === true
      ? code(codeOf(refusal), refusal.detail)
      : undefined;
  const FIELDS = [
    'machine',
    'product',
    'version',
    'by',
    'exception',
    'definitionsAt',
    'checkedAt',
    'result',
    'findings',
  ];
  const atField = FIELDS.some((field) => refused(field) !== undefined);
  const missing = (empty: boolean): string | undefined => (tried && empty ? code('required') : undefined);
  const read = readFindings(findings);
  const wrongLine =
    result === 'found' && 'line' in read ? t('record.findingsForm', { n: read.line }) : undefined;

  const line = (name: Line, label: string, required: boolean, maxLength: number, description?: string) => (
    <TextField
      name={name}
      label={label}
      required={required}
      maxLength={maxLength}
      description={description}
      value={lines[name]}
      onChange={(text) => {
        record.reset();
        setLines((now) => ({ ...now, [name]: text }));
      }}
      error={refused(name) ?? missing(required && lines[name].trim() === '')}
    />
  );

  const submit = (): void => {
    setTried(true);
    if (definitionsAt === null || definitionsAt === undefined) return;
    if (checkedAt === null || checkedAt === undefined || result === null || wrongLine !== undefined) return;
    if ([lines.machine, lines.product, lines.by].some((text) => text.trim() === '')) return;
    const found: readonly Finding[] = result === 'found' && 'findings' in read ? read.findings : [];
    record.mutate(
      { requestId, check: { way, ...lines, definitionsAt, checkedAt, result, findings: [...found] } },
      { onSuccess: () => onDone(t('record.done')) },
    );
  };

  return (
    <Form label={t('record.title')} onSubmit={submit} className="flex flex-col gap-3">
      <p className="text-sm text-ink-soft">{t('record.about')}</p>
      <WayField ways={ways} value={way} onChange={setWay} />
      <div className="grid gap-3 sm:grid-cols-2">
        {line('machine', t('record.machine'), true, 100)}
        {line('by', t('record.by'), true, 100)}
        {line('product', t('record.product'), true, 100)}
        {line('version', t('record.version'), false, 60)}
        <DateTimeField
          name="definitionsAt"
          label={t('record.definitions')}
          required
          precision="day"
          value={definitionsAt}
          onChange={setDefinitionsAt}
          error={refused('definitionsAt') ?? missing(definitionsAt === null)}
        />
        <DateTimeField
          name="checkedAt"
          label={t('record.at')}
          required
          value={checkedAt}
          onChange={setCheckedAt}
          error={refused('checkedAt') ?? missing(checkedAt === null)}
        />
      </div>
      <RadioGroup
        name="result"
        label={t('record.result')}
        required
        value={result}
        onChange={setResult}
        options={(['clean', 'found'] as const).map((id) => ({ id, label: t(`check.${id}`) }))}
        error={refused('result') ?? missing(result === null)}
      />
      {result === 'found' ? (
        <TextArea
          name="findings"
          label={t('record.findings')}
          description={t('record.findingsHint')}
          required
          value={findings}
          onChange={setFindings}
          error={refused('findings') ?? (tried ? wrongLine : undefined) ?? missing(findings.trim() === '')}
        />
      ) : null}
      {line(
        'exception',
        t('record.exception'),
        false,
        500,
        t('record.exceptionHint', { max: inspection.policy.definitionsMaxDays }),
      )}
      {record.error === null || atField ? null : <ErrorText>{words(record.error) ?? ''}</ErrorText>}
      <div className="flex flex-wrap gap-3">
        <Button
          type="submit"
          variant="solid"
          icon={PenLine}
          pending={record.isPending}
          isDisabled={!canWrite}
        >
          {t('record.do')}
        </Button>
        <Button onPress={onClose}>{t('work.close')}</Button>
      </div>
    </Form>
  );
}
