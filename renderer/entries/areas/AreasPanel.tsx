import { Pencil, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { Area } from '../../../shared/entries/model.ts';
import { useCommand, useQueryOf } from '../../api/queries.ts';
import { useRefusalText } from '../../app/i18n.ts';
import { useSession } from '../../app/session.ts';
import { Button } from '../../ui/button.tsx';
import { ReasonDialog } from '../../ui/dialog.tsx';
import { Section } from '../../ui/list-detail.tsx';
import { EmptyState, QueryStates } from '../../ui/states.tsx';
import { notify } from '../../ui/toast.tsx';
import { useText } from '../text.ts';
import { AreaDialog } from './AreaDialog.tsx';

function AreaRow({
  area,
  onChange,
  onRetire,
}: {
  readonly area: Area;
  readonly onChange?: (() => void) | undefined;
  readonly onRetire?: (() => void) | undefined;
}) {
  const t = useText();
  const yes = (needed: boolean): string => t(needed ? 'areas.yes' : 'areas.no');
  return (
    <tr className={`border-b border-line align-top ${area.retired ? 'text-ink-soft' : ''}`}>
      <th scope="row" className="px-2 py-2 text-left font-bold">
        {area.retired ? t('area.retiredName', { area: area.name }) : area.name}
        {area.reading === '' ? null : (
          <span className="block text-xs font-normal text-ink-soft">{area.reading}</span>
        )}
      </th>
      <td className="px-2 py-2 text-center tabular-nums">{area.level}</td>
      <td className="px-2 py-2">{t(`escort.${area.escort}`)}</td>
      <td className="px-2 py-2">{yes(area.badge)}</td>
      <td className="px-2 py-2">{yes(area.identity)}</td>
      <td className="max-w-md px-2 py-2 text-sm break-words whitespace-pre-line">{area.guidance}</td>
      <td className="px-2 py-1.5">
        <span className="flex justify-end gap-2">
          {onChange === undefined ? null : (
            <Button
              size="sm"
              icon={Pencil}
              onPress={onChange}
              aria-label={t('areas.changeTitle', { area: area.name })}
            >
              {t('areas.change')}
            </Button>
          )}
          {onRetire === undefined ? null : (
            <Button
              size="sm"
              icon={Trash2}
              onPress={onRetire}
              aria-label={t('areas.retireTitle', { area: area.name })}
            >
              {t('areas.retire')}
            </Button>
          )}
        </span>
      </td>
    </tr>
  );
}

const HEADS = [
  'areas.name',
  'areas.level',
  'areas.escort',
  'areas.badge',
  'areas.identity',
  'areas.guidance',
] as const;

/** The secure areas and their rules. */
export function AreasPanel() {
  const t = useText();
  const refusalText = useRefusalText();
  const { may, canWrite } = useSession();
  const areas = useQueryOf('entries', 'areas', {});
  const retire = useCommand('entries', 'retireArea');
  const [editing, setEditing] = useState<Area | null>(null);
  const [defining, setDefining] = useState(false);
  const [retiring, setRetiring] = useState<Area | null>(null);
  const mayDefine = canWrite && may('entries.defineArea');
  const mayChange = canWrite && may('entries.changeArea');
  const mayRetire = canWrite && may('entries.retireArea');
  const define = mayDefine ? (
    <Button size="sm" variant="solid" icon={Plus} onPress={() => setDefining(true)}>
      {t('areas.define')}
    </Button>
  ) : null;
  return (
    <Section title={t('areas.areas')} actions={define}>
      <QueryStates query={areas}>
        {(list) =>
          list.length === 0 ? (
            <EmptyState title={t('empty.areas')}>
              {t(mayDefine ? 'empty.areasDefine' : 'empty.areasAsk')}
            </EmptyState>
          ) : (
            <div className="overflow-x-auto" tabIndex={0} role="region" aria-label={t('areas.areas')}>
              <table className="w-full border-collapse text-sm">
                <thead>
                  <tr className="border-b-2 border-line-strong text-left text-xs text-ink-soft">
                    {HEADS.map((head) => (
                      <th key={head} scope="col" className="px-2 py-1 font-normal whitespace-nowrap">
                        {t(head)}
                      </th>
                    ))}
                    <td />
                  </tr>
                </thead>
                <tbody>
                  {list
                    .toSorted(
                      (one, other) => Number(one.retired) - Number(other.retired) || other.level - one.level,
                    )
                    .map((area) => (
                      <AreaRow
                        key={area.id}
                        area={area}
                        onChange={mayChange && !area.retired ? () => setEditing(area) : undefined}
                        onRetire={mayRetire && !area.retired ? () => setRetiring(area) : undefined}
                      />
                    ))}
                </tbody>
              </table>
            </div>
          )
        }
      </QueryStates>
      <AreaDialog
        isOpen={defining || editing !== null}
        area={editing}
        onClose={() => {
          setDefining(false);
          setEditing(null);
        }}
      />
      <ReasonDialog
        title={t('areas.retireTitle', { area: retiring?.name ?? '' })}
        isOpen={retiring !== null}
        onClose={() => {
          retire.reset();
          setRetiring(null);
        }}
        explanation={<p>{t('areas.retireWhy')}</p>}
        confirm={t('areas.retire')}
        pending={retire.isPending}
        error={refusalText(retire.error)}
        onConfirm={(reason) => {
          if (retiring === null) return;
          retire.mutate(
            { areaId: retiring.id, reason },
            {
              onSuccess: () => {
                notify(t('areas.retired', { area: retiring.name }));
                setRetiring(null);
              },
            },
          );
        }}
      />
    </Section>
  );
}
