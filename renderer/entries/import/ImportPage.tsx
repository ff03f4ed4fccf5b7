import { FileUp, ListChecks } from 'lucide-react';
import { useQueryOf } from '../../api/queries.ts';
import { useRefusalText } from '../../app/i18n.ts';
import { useSession } from '../../app/session.ts';
import { Button } from '../../ui/button.tsx';
import { ImportSteps } from '../../ui/import-steps.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Page } from '../../ui/list-detail.tsx';
import { EmptyState, LoadingState } from '../../ui/states.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { AllRows } from './AllRows.tsx';
import { AreaWords } from './AreaWords.tsx';
import { Columns } from './Columns.tsx';
import { Problems } from './Problems.tsx';
import { Summary } from './Summary.tsx';
import { useImportText } from './text.ts';
import { type ImportState, useImport } from './use-import.ts';

/** Takes in the records of an access-control system or a visitor log: choose, check, put right, import, see what came of it. */
export default function ImportPage() {
  const t = useImportText();
  const session = useSession();
  if (!session.may('entries.chooseImport')) {
    return (
      <Page title={t('import.title')}>
        <EmptyState title={t('import.notAllowed')} />
      </Page>
    );
  }
  return <Import canWrite={session.canWrite} />;
}

function Import({ canWrite }: { readonly canWrite: boolean }) {
  const t = useImportText();
  const refusal = useRefusalText();
  const { state, choose, change, run, cancel, leave } = useImport();
  const { step, preview, mapping, checking, progress, error } = state;

  return (
    <Page
      title={t('import.title')}
      actions={
        step === 'mapping' ? (
          <Button icon={FileUp} onPress={choose} isDisabled={checking}>
            {t('import.chooseOther')}
          </Button>
        ) : null
      }
    >
      <ImportSteps
        step={step}
        progress={progress}
        checking={checking}
        refused={refusal(error)}
        mayChoose={canWrite}
        words={{
          title: t('import.start.title'),
          text: t('import.start.text'),
          choose: t('import.choose'),
          running: t('import.running'),
        }}
        onChoose={choose}
        onCancel={cancel}
      >
        {step === 'mapping' && preview !== null && mapping !== null ? (
          <Mapping state={{ ...state, preview, mapping }} change={change} run={run} leave={leave} />
        ) : null}
        {step === 'done' ? <Outcome state={state} choose={choose} /> : null}
      </ImportSteps>
    </Page>
  );
}

interface MappingProps {
  readonly state: ImportState & {
    readonly preview: NonNullable<ImportState['preview']>;
    readonly mapping: NonNullable<ImportState['mapping']>;
  };
  readonly change: ReturnType<typeof useImport>['change'];
  readonly run: () => Promise<void>;
  readonly leave: () => void;
}

function Mapping({ state: { preview, mapping, checking }, change, run, leave }: MappingProps) {
  const t = useImportText();
  const format = useFormat();
  const areas = useQueryOf('entries', 'areas', {}).data ?? [];
  const ready = preview.faults.length === 0 && preview.problemCount === 0;
  return (
    <>
      <div className="p-4">
        <Summary preview={preview} />
        {preview.remembered ? <p className="mt-2 text-sm text-ink-soft">{t('import.remembered')}</p> : null}
      </div>
      <div className="sticky top-0 z-10 flex flex-wrap items-center gap-3 border-y border-line bg-surface px-4 py-2">
        <Button
          variant="solid"
          onPress={() => void run()}
          isDisabled={!ready || checking || preview.importable === 0}
        >
          {t('import.run', { count: format.number(preview.importable) })}
        </Button>
        <Button onPress={leave}>{t('import.stop')}</Button>
        <p className="text-sm" role="status">
          {checking
            ? t('import.checking')
            : ready
              ? preview.importable === 0
                ? t('import.nothing')
                : ''
              : t('import.blocked')}
        </p>
      </div>
      <Problems preview={preview} />
      <Columns preview={preview} mapping={mapping} onChange={change} />
      <AreaWords preview={preview} mapping={mapping} areas={areas} onChange={change} />
      <AllRows key={preview.file} mapping={mapping} areas={areas} onChange={change} />
    </>
  );
}

function Outcome({
  state: { outcome },
  choose,
}: {
  readonly state: ImportState;
  readonly choose: () => void;
}) {
  const t = useImportText();
  const format = useFormat();
  if (outcome === null) return <LoadingState />;
  const { cancelled, imported, doubled } = outcome;
  const doubledText = doubled === 0 ? undefined : t('import.done.text', { doubled: format.number(doubled) });
  return (
    <div role="status">
      <EmptyState
        title={cancelled ? t('import.cancelled') : t('import.done', { count: format.number(imported) })}
        action={
          <div className="mt-2 flex gap-3">
            <LinkButton to="/entries" icon={ListChecks}>
              {t('import.toLog')}
            </LinkButton>
            <Button icon={FileUp} onPress={choose}>
              {t('import.chooseOther')}
            </Button>
          </div>
        }
      >
        {cancelled ? t('import.cancelled.text') : doubledText}
      </EmptyState>
    </div>
  );
}
