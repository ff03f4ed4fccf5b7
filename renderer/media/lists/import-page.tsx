import { FileUp, Library } from 'lucide-react';
import { useState } from 'react';
import type { ListMapping, ListPreview } from '../../../shared/media/lists/model.ts';
import { useRefusalText } from '../../app/i18n.ts';
import { useSession } from '../../app/session.ts';
import { Button } from '../../ui/button.tsx';
import { FactList } from '../../ui/fact-list.tsx';
import { ImportSteps } from '../../ui/import-steps.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Page } from '../../ui/list-detail.tsx';
import { EmptyState, LoadingState } from '../../ui/states.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { Columns } from './columns.tsx';
import { Findings } from './findings.tsx';
import { Given, KindWords } from './given.tsx';
import { useListText } from './text.ts';
import { type ListState, useListImport } from './use-list-import.ts';

/** Takes an office's list of media into the register: choose, check, put right, take in, see what came of it. */
export function ListImportPage() {
  const t = useListText();
  const refusal = useRefusalText();
  const { canWrite } = useSession();
  const { state, choose, change, run, cancel, leave } = useListImport();
  const { step, preview, mapping, checking, progress, error } = state;
  return (
    <Page
      title={t('in.title')}
      actions={
        <>
          {step === 'mapping' ? (
            <Button size="sm" icon={FileUp} onPress={choose} isDisabled={checking}>
              {t('in.chooseOther')}
            </Button>
          ) : null}
          <LinkButton size="sm" to="/media/register" icon={Library}>
            {t('in.toRegister')}
          </LinkButton>
        </>
      }
    >
      <ImportSteps
        step={step}
        progress={progress}
        checking={checking}
        refused={refusal(error)}
        mayChoose={canWrite}
        words={{
          title: t('in.start.title'),
          text: t('in.start.text'),
          choose: t('in.choose'),
          running: t('in.running'),
        }}
        onChoose={choose}
        onCancel={cancel}
      >
        {step === 'mapping' && preview !== null && mapping !== null ? (
          <Mapping
            preview={preview}
            mapping={mapping}
            checking={checking}
            change={change}
            run={run}
            leave={leave}
          />
        ) : null}
        {step === 'done' ? <Outcome outcome={state.outcome} choose={choose} /> : null}
      </ImportSteps>
    </Page>
  );
}

interface MappingProps {
  readonly preview: ListPreview;
  readonly mapping: ListMapping;
  readonly checking: boolean;
  readonly change: ReturnType<typeof useListImport>['change'];
  readonly run: (reason: string) => Promise<void>;
  readonly leave: () => void;
}

function Mapping({ preview, mapping, checking, change, run, leave }: MappingProps) {
  const t = useListText();
  const format = useFormat();
  const [reason, setReason] = useState('');
  const ready = preview.faults.length === 0 && preview.problemCount === 0;
  const count = preview.fresh + preview.changed;
  const wanting = preview.changed > 0 && reason.trim() === '';
  return (
    <>
      <div className="p-4">
        <Summary preview={preview} />
        {preview.remembered ? <p className="mt-2 text-sm text-ink-soft">{t('in.remembered')}</p> : null}
      </div>
      <div className="sticky top-0 z-10 flex flex-wrap items-end gap-3 border-y border-line bg-surface px-4 py-2">
        {preview.changed === 0 ? null : (
          <TextField
            label={t('in.reason')}
            required
            value={reason}
            onChange={setReason}
            maxLength={500}
            className="min-w-80 flex-1"
          />
        )}
        <Button
          variant="solid"
          onPress={() => void run(reason)}
          isDisabled={!ready || checking || count === 0 || wanting}
        >
          {t('in.run', { count: format.number(count) })}
        </Button>
        <Button onPress={leave}>{t('in.stop')}</Button>
        <p className="pb-2.5 text-sm" role="status">
          {checking ? t('in.checking') : ready ? (count === 0 ? t('in.nothing') : '') : t('in.blocked')}
        </p>
      </div>
      <Findings preview={preview} />
      <Columns preview={preview} mapping={mapping} onChange={change} />
      <KindWords preview={preview} mapping={mapping} onChange={change} />
      <Given key={preview.file} mapping={mapping} onChange={change} />
    </>
  );
}

function Summary({ preview }: { readonly preview: ListPreview }) {
  const t = useListText();
  const format = useFormat();
  const { name, text } = preview;
  const size = format.number(Math.ceil(preview.size / 1024));
  const file =
    text === null
      ? t('in.size.book', { name, size })
      : t('in.size.text', { name, size, encoding: text.encoding.toUpperCase() });
  return (
    <FactList
      columns={3}
      facts={[
        { label: t('in.file'), value: file, wide: true },
        { label: t('in.rows'), value: format.number(preview.rows) },
        { label: t('in.fresh'), value: format.number(preview.fresh) },
        { label: t('in.changed'), value: format.number(preview.changed) },
        { label: t('in.unchanged'), value: format.number(preview.unchanged) },
        { label: t('in.problems'), value: format.number(preview.problemCount) },
        { label: t('in.warnings'), value: format.number(preview.warningCount) },
      ]}
    />
  );
}

function Outcome({
  outcome,
  choose,
}: {
  readonly outcome: ListState['outcome'];
  readonly choose: () => void;
}) {
  const t = useListText();
  const format = useFormat();
  if (outcome === null) return <LoadingState />;
  const { cancelled, registered, changed, unchanged } = outcome;
  return (
    <div role="status">
      <EmptyState
        title={
          cancelled
            ? t('in.cancelled')
            : t('in.done', { registered: format.number(registered), changed: format.number(changed) })
        }
        action={
          <div className="mt-2 flex gap-3">
            <LinkButton to="/media/register" icon={Library}>
              {t('in.toRegister')}
            </LinkButton>
            <Button icon={FileUp} onPress={choose}>
              {t('in.chooseOther')}
            </Button>
          </div>
        }
      >
        {cancelled
          ? t('in.cancelled.text')
          : unchanged === 0
            ? undefined
            : t('in.done.text', { unchanged: format.number(unchanged) })}
      </EmptyState>
    </div>
  );
}
