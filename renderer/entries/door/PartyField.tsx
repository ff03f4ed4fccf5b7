import { UserPlus, X } from 'lucide-react';
import { Button, IconButton } from '../../ui/button.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useText } from '../text.ts';
import { BadgeField } from './AreaFields.tsx';
import type { Member } from './draft.ts';
import { Field } from './fields.tsx';
import type { Door } from './use-door.ts';

function MemberRow({
  door,
  member,
  index,
}: {
  readonly door: Door;
  readonly member: Member;
  readonly index: number;
}) {
  const t = useText();
  const path = `party.${index}`;
  const change = (part: Partial<Member>): void =>
    door.set(
      'party',
      door.draft.party.map((one, at) => (at === index ? { ...one, ...part } : one)),
    );
  return (
    <li className="flex items-start gap-2">
      <span className="w-5 pt-9 text-right text-sm tabular-nums">{index + 2}</span>
      <div className="grid flex-1 grid-cols-3 gap-2">
        {(['name', 'reading'] as const).map((part) => (
          <Field key={part} path={`${path}.${part}`} width="own">
            <TextField
              label={t(`field.${part}`)}
              name={`${path}.${part}`}
              value={member[part]}
              onChange={(text) => change({ [part]: text })}
              onBlur={() => door.leave(`${path}.${part}`)}
              error={door.errorOf(`${path}.${part}`)}
            />
          </Field>
        ))}
        {door.draft.mode === 'expect' ? null : (
          <BadgeField
            door={door}
            path={`${path}.badgeId`}
            place={index + 1}
            value={member.badge}
            onChange={(badge) => change({ badge })}
            label={t('field.badge')}
          />
        )}
      </div>
      <IconButton
        icon={X}
        label={t('party.remove', { name: member.name })}
        className="mt-7"
        onPress={() => {
          door.set(
            'party',
            door.draft.party.filter((_, at) => at !== index),
          );
          door.focus('joining');
        }}
      />
    </li>
  );
}

/** Who comes along: a name and Enter adds one; Enter on the empty field goes on. */
export function PartyField({ door }: { readonly door: Door }) {
  const t = useText();
  const { party, joining } = door.draft;
  const { companions } = door;
  return (
    <div
      role="group"
      aria-label={t('party.label')}
      className={party.length + companions.length === 0 ? 'col-span-3 self-start' : 'col-span-full'}
    >
      {party.length === 0 ? null : (
        <ol className="mb-2 flex flex-col gap-2">
          {party.map((member, index) => (
            // The rows have no names of their own before they are submitted: their place is what they are.
            <MemberRow key={index} door={door} member={member} index={index} />
          ))}
        </ol>
      )}
      {companions.length === 0 ? null : (
        <div className="mb-2 flex flex-wrap items-center gap-2 text-sm">
          {t('party.announced')}
          {companions.map((row) => (
            <Button key={row.id} size="sm" icon={UserPlus} onPress={() => door.bring(row)}>
              {row.name}
            </Button>
          ))}
        </div>
      )}
      <div className="flex items-end gap-2">
        <div className="min-w-0 flex-1">
          <Field path="joining" width="own">
            <TextField
              label={t('party.add')}
              name="joining"
              required={false}
              value={joining}
              onChange={(text) => door.set('joining', text)}
            />
          </Field>
        </div>
        <Button icon={UserPlus} isDisabled={joining.trim() === ''} onPress={door.join}>
          {t('party.join')}
        </Button>
      </div>
    </div>
  );
}

/** Whether somebody follows in: asked each time, answered by nobody but the operator. */
export function FollowInField({ door }: { readonly door: Door }) {
  const t = useText();
  return (
    <Field path="followIn" width="whole">
      <RadioGroup
        label={t('field.followIn')}
        name="followIn"
        required
        value={door.draft.followIn}
        onChange={(followIn) => door.set('followIn', followIn)}
        onBlur={() => door.leave('followIn')}
        options={[
          { id: 'nobody', label: t('followIn.nobody') },
          { id: 'registered', label: t('followIn.registered') },
        ]}
        error={door.errorOf('followIn')}
      />
    </Field>
  );
}
