import { FolderOpen, HardDriveDownload, TriangleAlert } from 'lucide-react';
import type { BackupsView, ChosenFolder } from '../../shared/vault/model.ts';
import { useCommand } from '../api/queries.ts';
import { useRefusalText } from '../app/i18n.ts';
import { Button } from '../ui/button.tsx';
import { ErrorText } from '../ui/field.tsx';
import { Section } from '../ui/list-detail.tsx';
import { useFormat } from '../ui/use-format.ts';
import { Well } from './backup-story.tsx';
import { useVaultText } from './text.ts';
import { WorkProgress } from './work-progress.tsx';

/** Makes a backup at once: into the scheduled folder, or into one that is chosen. */
export function MakePanel({ view }: { readonly view: BackupsView }) {
  const t = useVaultText();
  const words = useRefusalText();
  const choose = useCommand('vault', 'chooseFolder');
  const make = useCommand('vault', 'backup');
  const cancel = useCommand('vault', 'cancel');
  const chosen = choose.data ?? undefined;
  const problem = words(make.error ?? choose.error);
  const going = make.isPending || view.running === 'backup';
  return (
    <Section title={t('make.title')}>
      <div className="flex flex-col gap-3">
        {going ? (
          <>
            <WorkProgress work="backup" onCancel={() => cancel.mutate({})} />
            <p className="text-sm text-ink-soft">{t('make.goesOn')}</p>
          </>
        ) : (
          <>
            <div className="flex flex-wrap gap-2">
              {view.schedule === null ? null : (
                <Button
                  variant="solid"
                  icon={HardDriveDownload}
                  onPress={() => make.mutate({ folder: null })}
                  isDisabled={view.running !== null}
                >
                  {t('make.toSchedule')}
                </Button>
              )}
              <Button
                variant={view.schedule === null && chosen === undefined ? 'solid' : 'outline'}
                icon={FolderOpen}
                onPress={() => {
                  make.reset();
                  choose.mutate({});
                }}
                isDisabled={view.running !== null}
              >
                {t('make.choose')}
              </Button>
            </div>
            {chosen === undefined ? null : (
              <Chosen folder={chosen} onMake={() => make.mutate({ folder: chosen.id })} />
            )}
          </>
        )}
        <div aria-live="polite">
          {going || make.data === undefined ? null : make.data === null ? (
            <p className="text-sm">{t('make.cancelled')}</p>
          ) : (
            <Well>{t('make.done', { name: make.data.name })}</Well>
          )}
        </div>
        {problem === undefined ? null : (
          <div role="alert">
            <ErrorText>{problem}</ErrorText>
          </div>
        )}
      </div>
    </Section>
  );
}

function Chosen({ folder, onMake }: { readonly folder: ChosenFolder; readonly onMake: () => void }) {
  const t = useVaultText();
  return (
    <div className="flex flex-col gap-2 rounded-8 border border-line p-3">
      <ChosenPlace folder={folder} />
      <div>
        <Button variant="solid" icon={HardDriveDownload} onPress={onMake} autoFocus>
          {t('make.run')}
        </Button>
      </div>
    </div>
  );
}

/** A folder that was chosen, how much room it has, and a warning if it would be lost with the ledger. */
export function ChosenPlace({ folder }: { readonly folder: ChosenFolder }) {
  const t = useVaultText();
  const format = useFormat();
  return (
    <div>
      <p className="text-xs text-ink-soft">{t('make.chosen')}</p>
      <p className="break-all">
        {folder.path}{' '}
        <span className="text-sm text-ink-soft">({t('make.free', { free: format.bytes(folder.free) })})</span>
      </p>
      {folder.sameDisk ? (
        <p className="mt-1 flex items-start gap-1 text-sm text-warn">
          <TriangleAlert aria-hidden size={16} className="mt-0.5 shrink-0" />
          {t('make.sameDisk')}
        </p>
      ) : null}
    </div>
  );
}
