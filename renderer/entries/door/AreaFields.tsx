import { BadgeInfo } from 'lucide-react';
import { IDENTITY_KINDS } from '../../../shared/entries/model.ts';
import { requirements } from '../../../shared/entries/rules.ts';
import { type Option, Select } from '../../ui/select.tsx';
import { useText } from '../text.ts';
import { fittingBadges } from './badges.ts';
import type { BadgeChoice } from './draft.ts';
import { Field, type FieldWidth } from './fields.tsx';
import type { Door } from './use-door.ts';

/** The kind of identity document seen, and the area entered. */
export function IdentityField({ door, required }: { readonly door: Door; readonly required: boolean }) {
  const t = useText();
  return (
    <Field path="details.identity">
      <Select
        label={t('field.identity')}
        name="details.identity"
        required={required}
        value={door.draft.identity}
        onChange={(identity) => door.set('identity', identity)}
        onBlur={() => door.leave('details.identity')}
        options={IDENTITY_KINDS.map((id) => ({ id, label: t(`identity.${id}`) }))}
        error={door.errorOf('details.identity')}
      />
    </Field>
  );
}

export function AreaField({ door }: { readonly door: Door }) {
  const t = useText();
  const inUse = door.areas.filter((area) => !area.retired);
  return (
    <Field path="details.areaId">
      <Select
        label={t('field.area')}
        name="details.areaId"
        required
        value={door.draft.areaId}
        onChange={(areaId) => door.set('areaId', areaId)}
        onBlur={() => door.leave('details.areaId')}
        options={inUse.map((area) => ({
          id: area.id,
          label: area.name,
          description: t('area.level', { level: area.level }),
        }))}
        error={door.errorOf('details.areaId')}
      />
    </Field>
  );
}

/** What the area demands of whoever enters, in words, as soon as it is chosen. */
export function AreaRules({ door }: { readonly door: Door }) {
  const t = useText();
  const { area, draft } = door;
  if (area === undefined) return null;
  const needs = requirements(area, draft.kind);
  const asked = (['escort', 'badge', 'identity'] as const)
    .filter((need) => needs[need])
    .map((need) => t(`rule.${need}`));
  return (
    <div
      aria-live="polite"
      className="col-span-full flex items-start gap-2 rounded-6 bg-info-soft px-3 py-2 text-sm"
    >
      <BadgeInfo aria-hidden size={18} className="mt-0.5 shrink-0 text-info" />
      <p>
        <strong>{t('rule.of', { area: area.name, level: area.level })}</strong>{' '}
        {asked.length === 0 ? t('rule.none') : t('rule.needs', { list: asked.join(t('list.comma')) })}
        {area.guidance === '' ? null : <span className="block whitespace-pre-line">{area.guidance}</span>}
      </p>
    </div>
  );
}

interface BadgeProps {
  readonly door: Door;
  /** The field, and the place of its wearer: 0 is the person, 1 the first of the party. */
  readonly path: string;
  readonly place: number;
  readonly value: BadgeChoice;
  readonly onChange: (choice: BadgeChoice) => void;
  readonly label: string;
  readonly width?: FieldWidth;
}

/** The badge lent: the next free one that fits is proposed. */
export function BadgeField({ door, path, place, value, onChange, label, width = 'own' }: BadgeProps) {
  const t = useText();
  const id = door.badgeIds[place] ?? null;
  const proposed = door.badges.find((badge) => badge.id === id);
  const elsewhere = new Set(door.badgeIds.filter((_, other) => other !== place));
  const free = fittingBadges(door.badges, door.area).filter((badge) => !elsewhere.has(badge.id));
  const options: Option[] = free.map((badge) => ({
    id: badge.id,
    label: badge.label,
    description: t('badge.level', { level: badge.level }),
  }));
  if (proposed !== undefined && !free.includes(proposed))
    options.unshift({ id: proposed.id, label: proposed.label });
  options.push({ id: 'none', label: t('badge.none') });
  const required = door.area === undefined ? undefined : requirements(door.area, door.draft.kind).badge;
  return (
    <Field path={path} width={width}>
      <Select
        label={label}
        name={path}
        required={required}
        value={id ?? 'none'}
        onChange={onChange}
        onBlur={() => door.leave(path)}
        options={options}
        description={
          value === 'auto' && place === 0 && proposed !== undefined ? t('badge.proposed') : undefined
        }
        error={door.errorOf(path)}
      />
    </Field>
  );
}
