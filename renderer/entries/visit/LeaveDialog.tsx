import { lazy, Suspense, useState } from 'react';
import type { Visit, VisitRow } from '../../../shared/entries/model.ts';
import type { Instant } from '../../../shared/kernel/time.ts';
import { useCommand } from '../../api/queries.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { DateTimeField } from '../../ui/date-time-field.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorText } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { notify } from '../../ui/toast.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { useText, useWords } from '../text.ts';

const MediaInside = lazy(() => import('../../media/door/media-inside.tsx'));

type Leaver = Pick<VisitRow, 'id' | 'name' | 'badgeLabel' | 'badgeOpen'>;

interface Props {
  readonly visit: Visit;
  readonly group: readonly VisitRow[];
  readonly onClose: () => void;
  /** The badge cannot be given back. */
  readonly onLost: () => void;
}

/** Somebody leaves, with those of the same group who go along; each badge is asked back before. */
export function LeaveDialog({ isOpen, ...props }: Props & { readonly isOpen: boolean }) {
  const t = useText();
  return (
    <Dialog title={t('leave.title', { name: props.visit.name })} isOpen={isOpen} onClose={props.onClose}>
      <LeaveForm {...props} />
    </Dialog>
  );
}

const toggled = (set: ReadonlySet<string>, id: string, on: boolean): ReadonlySet<string> => {
  const next = new Set(set);
  if (on) next.add(id);
  else next.delete(id);
  return next;
};

function LeaveForm({ visit, group, onClose, onLost }: Props) {
  const t = useText();
  const words = useWords();
  const format = useFormat();
  const leave = useCommand('entries', 'leave');
  const together: readonly Leaver[] = group.filter(
    (member) => member.id !== visit.id && member.state === 'inside',
  );
  const [leaving, setLeaving] = useState<ReadonlySet<string>>(new Set([visit.id]));
  const [returned, setReturned] = useState<ReadonlySet<string>>(new Set());
  const [late, setLate] = useState(false);
  const [exitedAt, setExitedAt] = useState<Instant | null | undefined>(null);
  const [lateReason, setLateReason] = useState('');
  const [tried, setTried] = useState(false);

  const leavers = [visit, ...together].filter(({ id }) => leaving.has(id));
  const badgeOut = leavers.find(({ id, badgeOpen }) => badgeOpen && !returned.has(id));
  const refused = leave.error?.refusal;
  const errorAt = (field: string): string | undefined =>
    refused?.field?.endsWith(field) === true ? words(refused.code, refused.detail) : undefined;
  const missing = (wrong: boolean, code: string): string | undefined =>
    tried && wrong ? words(code) : undefined;

  const submit = (): void => {
    setTried(true);
    if (
      badgeOut !== undefined ||
      (late && (exitedAt === null || exitedAt === undefined || lateReason.trim() === ''))
    )
      return;
    const at = late ? (exitedAt ?? null) : null;
    leave.mutate(
      {
        visits: leavers.map(({ id }) => ({
          visitId: id,
          badgeReturned: returned.has(id),
          exitedAt: at,
          lateReason: late ? lateReason : '',
        })),
      },
      {
        onSuccess: () => {
          const who =
            leavers.length === 1 ? visit.name : t('door.party', { name: visit.name, n: leavers.length });
          notify(t('leave.done', { who, at: format.time(at ?? Date.now()) }));
          onClose();
        },
      },
    );
  };

  const badgeQuestion = (leaver: Leaver, first: boolean) =>
    leaver.badgeOpen ? (
      <Checkbox
        isSelected={returned.has(leaver.id)}
        onChange={(on) => setReturned(toggled(returned, leaver.id, on))}
        autoFocus={first}
      >
        {t('leave.returned', { badge: leaver.badgeLabel ?? '' })}
      </Checkbox>
    ) : (
      <p className="text-sm text-ink-soft">{t('leave.noBadge')}</p>
    );

  return (
    <Form onSubmit={submit} className="flex flex-col gap-3">
      {badgeQuestion(visit, true)}
      {together.length === 0 ? null : (
        <fieldset className="rounded-8 border border-line p-3">
          <legend className="px-1 text-sm font-bold">{t('leave.together')}</legend>
          <ul className="flex flex-col gap-1">
            {together.map((member) => (
              <li key={member.id} className="flex flex-wrap items-center justify-between gap-x-4">
                <Checkbox
                  isSelected={leaving.has(member.id)}
                  onChange={(on) => setLeaving(toggled(leaving, member.id, on))}
                >
                  {member.name}
                </Checkbox>
                {leaving.has(member.id) ? badgeQuestion(member, false) : null}
              </li>
            ))}
          </ul>
        </fieldset>
      )}
      {tried && badgeOut !== undefined ? (
        <div role="alert" className="rounded-6 border border-danger bg-danger-soft p-3">
          <ErrorText>
            {words('badge-open', { badge: badgeOut.badgeLabel ?? '', name: badgeOut.name }) ?? ''}
          </ErrorText>
          {badgeOut.id === visit.id ? (
            <div className="mt-2">
              <Button size="sm" onPress={onLost}>
                {t('action.loseBadge')}
              </Button>
            </div>
          ) : null}
        </div>
      ) : null}
      <div>
        <Button variant="text" size="sm" onPress={() => setLate(!late)}>
          {t(late ? 'leave.notLate' : 'leave.late')}
        </Button>
      </div>
      {late ? (
        <div className="grid grid-cols-2 gap-3">
          <DateTimeField
            label={t('field.exitedAt')}
            required
            value={exitedAt}
            onChange={setExitedAt}
            error={missing(exitedAt === null, 'required') ?? errorAt('exitedAt')}
          />
          <TextField
            label={t('field.lateReason')}
            required
            value={lateReason}
            onChange={setLateReason}
            error={missing(lateReason.trim() === '', 'late-reason-required') ?? errorAt('lateReason')}
          />
        </div>
      ) : null}
      {refused === undefined ||
      errorAt('exitedAt') !== undefined ||
      errorAt('lateReason') !== undefined ? null : (
        <div role="alert">
          <ErrorText>{words(refused.code, refused.detail) ?? ''}</ErrorText>
          {refused.code === 'media-inside' ? (
            <Suspense fallback={null}>
              <MediaInside visitIds={leavers.map(({ id }) => id)} />
            </Suspense>
          ) : null}
        </div>
      )}
      <div className="mt-2 flex justify-end gap-3">
        <Button onPress={onClose}>{t('action.back')}</Button>
        <Button
          type="submit"
          variant="solid"
          pending={leave.isPending}
          shortcut="Enter"
          autoFocus={!visit.badgeOpen}
        >
          {leavers.length === 1 ? t('action.leave') : t('leave.submitAll', { n: leavers.length })}
        </Button>
      </div>
    </Form>
  );
}
