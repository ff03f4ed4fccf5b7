import { useState } from 'react';
import type { Instant } from '../../../shared/kernel/time.ts';
import type { RequestRow } from '../../../shared/media/requests/model.ts';
import type { Movement } from '../../../shared/media/requests/rules.ts';
import { codeOf, useCodeText, useRefusalText, useText } from '../../app/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { DateTimeField } from '../../ui/date-time-field.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorText } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import { TextArea, TextField } from '../../ui/text-field.tsx';
import { notify } from '../../ui/toast.tsx';
import { UsbNotice } from '../requests/words.tsx';
import { LookedOver } from './looked-over.tsx';
import { useDoorText } from './text.ts';
import { useMovement } from './use-movements.ts';
import { VisitField } from './visit-field.tsx';

type Named = Pick<RequestRow, 'id' | 'mediumName' | 'bearer' | 'organisation' | 'seal'>;

interface Props {
  readonly request: Named;
  readonly movement: Movement;
  /** The visit it comes in with, where that is known already. */
  readonly visitId?: string;
  readonly onClose: () => void;
}

/** Records what happens to a medium at the door: now, or earlier with the reason why it is recorded late. */
export function MovementDialog({
  isOpen,
  movement,
  ...props
}: Omit<Props, 'movement'> & { readonly movement: Movement | null; readonly isOpen: boolean }) {
  const t = useDoorText();
  return (
    <Dialog
      title={movement === null ? '' : t(`title.${movement}`, { medium: props.request.mediumName })}
      isOpen={isOpen && movement !== null}
      onClose={props.onClose}
    >
      {movement === null ? null : <MovementForm key={movement} {...props} movement={movement} />}
    </Dialog>
  );
}

const PLACED: ReadonlySet<string> = new Set([
  'at',
  'lateReason',
  'seal',
  'to',
  'reason',
  'holder',
  'visitId',
]);

/** What has a seal to be compared with: it has been past the door once. */
const CARRIED: ReadonlySet<Movement> = new Set(['takeOut', 'giveBack', 'handOver', 'deliver']);

/** The fields of a movement and its button. */
export function MovementForm({ request, movement, visitId, onClose }: Props) {
  const t = useDoorText();
  const app = useText();
  const code = useCodeText('media');
  const refusalText = useRefusalText();
  const { send, pending, error, reset } = useMovement(movement);
  const [typed, setTyped] = useState({
    seal: '',
    lateReason: '',
    to: '',
    reason: '',
    holder: movement === 'carryOut' ? request.bearer : '',
  });
  const [visit, setVisit] = useState<string | null>(visitId ?? null);
  const [late, setLate] = useState(false);
  const [at, setAt] = useState<Instant | null | undefined>(null);
  const [tried, setTried] = useState(false);

  const asks = {
    to: movement === 'handOver' || movement === 'deliver',
    reason: movement === 'handOver',
    holder: movement === 'carryOut',
    lateReason: late,
  };
  const missing = (['to', 'reason', 'holder', 'lateReason'] as const).filter(
    (field) => asks[field] && typed[field].trim() === '',
  );
  const untimed = late && (at === null || at === undefined);
  const refusal = error?.refusal;
  const errorAt = (field: string): string | undefined => {
    if (refusal?.field === field) return code(codeOf(refusal), refusal.detail);
    return tried && (missing as readonly string[]).includes(field) ? code('required') : undefined;
  };
  const shownAtField =
    refusal?.field !== undefined &&
    PLACED.has(refusal.field) &&
    (late || (refusal.field !== 'at' && refusal.field !== 'lateReason')) &&
    (visitId === undefined || refusal.field !== 'visitId');
  const edit = (field: keyof typeof typed) => (text: string) => {
    reset();
    setTyped((now) => ({ ...now, [field]: text }));
  };
  const submit = async (): Promise<void> => {
    setTried(true);
    if (missing.length > 0 || untimed) return;
    await send({
      requestId: request.id,
      ...typed,
      at: late ? (at ?? null) : null,
      lateReason: late ? typed.lateReason : '',
      visitId: visit,
    });
    notify(t(`done.${movement}`, { medium: request.mediumName, to: typed.to.trim() }));
    onClose();
  };

  return (
    <Form
      onSubmit={() => {
        // A refusal stands in `error`.
        void submit().catch(() => undefined);
      }}
      className="flex flex-col gap-3"
    >
      <p className="text-sm">{t(`about.${movement}`)}</p>
      {CARRIED.has(movement) ? (
        <p className="rounded-lg bg-sunken px-3 py-2">
          {request.seal === '' ? t('seal.none') : t('seal.before', { seal: request.seal })}
        </p>
      ) : null}
      <LookedOver requestId={request.id} movement={movement} />
      {movement === 'carryIn' ? <UsbNotice /> : null}
      {movement === 'carryIn' && visitId === undefined ? (
        <VisitField
          request={request}
          value={visit}
          onChange={(id) => {
            reset();
            setVisit(id);
          }}
          error={errorAt('visitId')}
        />
      ) : null}
      {asks.to ? (
        <TextField
          name="to"
          label={t(movement === 'deliver' ? 'field.to.deliver' : 'field.to.handOver')}
          required
          maxLength={100}
          autoFocus
          value={typed.to}
          onChange={edit('to')}
          error={errorAt('to')}
        />
      ) : null}
      {asks.holder ? (
        <TextField
          name="holder"
          label={t('field.holder')}
          required
          maxLength={100}
          value={typed.holder}
          onChange={edit('holder')}
          error={errorAt('holder')}
        />
      ) : null}
      {asks.reason ? (
        <TextArea
          name="reason"
          label={t('field.reason')}
          required
          rows={2}
          maxLength={500}
          value={typed.reason}
          onChange={edit('reason')}
          error={errorAt('reason')}
        />
      ) : null}
      <TextField
        name="seal"
        label={t('field.seal')}
        required={false}
        maxLength={100}
        autoFocus={!asks.to}
        description={t('field.sealHint')}
        value={typed.seal}
        onChange={edit('seal')}
        error={errorAt('seal')}
      />
      <div>
        <Button variant="text" size="sm" onPress={() => setLate(!late)}>
          {t(late ? 'late.close' : 'late.open')}
        </Button>
      </div>
      {late ? (
        <div className="grid grid-cols-2 gap-3">
          <DateTimeField
            name="at"
            label={t('field.at')}
            required
            value={at}
            onChange={(next) => {
              reset();
              setAt(next);
            }}
            error={errorAt('at') ?? (tried && untimed ? code('required') : undefined)}
          />
          <TextField
            name="lateReason"
            label={t('field.lateReason')}
            required
            maxLength={200}
            value={typed.lateReason}
            onChange={edit('lateReason')}
            error={errorAt('lateReason')}
          />
        </div>
      ) : null}
      {error === null || shownAtField ? null : (
        <div role="alert">
          <ErrorText>{refusalText(error) ?? ''}</ErrorText>
        </div>
      )}
      <div className="mt-2 flex justify-end gap-3">
        <Button onPress={onClose}>{app('action.cancel')}</Button>
        <Button type="submit" variant="solid" shortcut="Enter" pending={pending}>
          {t(`action.${movement}`)}
        </Button>
      </div>
    </Form>
  );
}
