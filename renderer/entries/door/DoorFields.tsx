import { VISIT_KINDS } from '../../../shared/entries/model.ts';
import { requirements } from '../../../shared/entries/rules.ts';
import { DateTimeField } from '../../ui/date-time-field.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useText } from '../text.ts';
import { AreaField, AreaRules, BadgeField, IdentityField } from './AreaFields.tsx';
import { Field, type FieldWidth, Line, Lines, WordLine } from './fields.tsx';
import { NameField, SamePerson } from './NameField.tsx';
import { FollowInField, PartyField } from './PartyField.tsx';
import type { Door } from './use-door.ts';

function KindField({ door }: { readonly door: Door }) {
  const t = useText();
  return (
    <Field path="details.kind" width="whole">
      <RadioGroup
        label={t('field.kind')}
        name="details.kind"
        value={door.draft.kind}
        onChange={(kind) => door.set('kind', kind)}
        options={VISIT_KINDS.map((id) => ({ id, label: t(`kind.${id}`) }))}
      />
    </Field>
  );
}

const hints = {
  expectedFrom: 'door.fromHint',
  expectedUntil: 'door.timeHint',
  enteredAt: 'door.enteredHint',
} as const;
type TimeName = keyof typeof hints;

function TimeField({
  door,
  name,
  required,
  width = 'half',
}: {
  readonly door: Door;
  readonly name: TimeName;
  readonly width?: FieldWidth;
  readonly required: boolean;
}) {
  const t = useText();
  return (
    <Field path={name} width={width}>
      <DateTimeField
        label={t(`field.${name}`)}
        name={name}
        required={required}
        value={door.draft[name]}
        onChange={(at) => door.set(name, at)}
        onBlur={() => door.leave(name)}
        error={door.errorOf(name)}
        description={t(hints[name])}
      />
    </Field>
  );
}

/** It happened earlier and is recorded now: folded away until it is needed. */
function LateFields({ door }: { readonly door: Door }) {
  const t = useText();
  const { late, lateReason } = door.draft;
  return (
    <>
      <div className="col-span-full">
        <Button
          variant="text"
          size="sm"
          onPress={() => {
            door.set('late', !late);
            if (!late) door.focus('enteredAt');
          }}
        >
          {t(late ? 'door.notLate' : 'door.late')}
        </Button>
      </div>
      {late ? (
        <>
          <TimeField door={door} name="enteredAt" required />
          <Field path="lateReason">
            <TextField
              label={t('field.lateReason')}
              name="lateReason"
              required
              value={lateReason}
              onChange={(text) => door.set('lateReason', text)}
              onBlur={() => door.leave('lateReason')}
              error={door.errorOf('lateReason')}
            />
          </Field>
        </>
      ) : null}
    </>
  );
}

/** The fields in the order of the paper form. */
export function DoorFields({
  door,
  onShow,
}: {
  readonly door: Door;
  readonly onShow: (visitId: string) => void;
}) {
  const t = useText();
  const { draft, area } = door;
  const entering = draft.mode === 'enter';
  const needs = requirements(area, draft.kind);
  return (
    <div className="grid grid-cols-6 gap-x-3 gap-y-2">
      <KindField door={door} />
      <NameField door={door} />
      <Line door={door} name="reading" required={false} />
      <SamePerson door={door} onShow={onShow} />
      <WordLine door={door} name="organisation" required={false} />
      <WordLine door={door} name="purpose" required={needs.purpose} />
      <WordLine door={door} name="host" required={needs.host} />
      <WordLine door={door} name="escort" required={entering && needs.escort} />
      {entering ? <IdentityField door={door} required={needs.identity} /> : null}
      <AreaField door={door} />
      <AreaRules door={door} />
      {entering ? (
        <BadgeField
          door={door}
          path="badgeId"
          place={0}
          value={draft.badge}
          width="third"
          onChange={(badge) => door.set('badge', badge)}
          label={t('field.badge')}
        />
      ) : (
        <TimeField door={door} name="expectedFrom" required />
      )}
      <Line door={door} name="belongings" required={false} width={entering ? 'third' : 'half'} />
      <Line door={door} name="workReference" required={false} width={entering ? 'third' : 'half'} />
      <TimeField door={door} name="expectedUntil" required={false} />
      <PartyField door={door} />
      {entering ? <FollowInField door={door} /> : null}
      {entering ? <LateFields door={door} /> : null}
      <Lines door={door} name="note" required={false} />
    </div>
  );
}
