import type { Random } from '../../../resources/tooling/demo/random.ts';
import { CARRIERS, FIRMS, GIVEN, STAFF_WORK, SURNAMES } from '../../../resources/tooling/demo/words.ts';
import type { VisitDetails } from '../../../shared/entries/model.ts';
import { DAY, type Instant, MINUTE } from '../../../shared/kernel/time.ts';

/** An id that the seed decides, in the form of a UUID of version 7. */
export function idFrom(random: Random, at: Instant): string {
  const hex = (below: number, length: number): string =>
    random.below(below).toString(16).padStart(length, '0');
  const time = at.toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(4096, 3)}-8${hex(4096, 3)}-${hex(0x1000000, 6)}${hex(0x1000000, 6)}`;
}

/** Somebody at the door: two visitors and one of the staff of three, a delivery now and then. */
export function somebody(random: Random, areaIds: readonly string[]): VisitDetails {
  const [surname, surnameReading] = random.pick(SURNAMES);
  const [given, givenReading] = random.pick(GIVEN);
  const kind = random.chance(0.35) ? 'staff' : random.chance(0.15) ? 'delivery' : 'visitor';
  const firm = random.pick(kind === 'delivery' ? CARRIERS : FIRMS);
  const [purpose, area] = random.pick(kind === 'staff' ? STAFF_WORK : firm.work);
  const host = `${random.pick(SURNAMES)[0]} ${random.pick(GIVEN)[0]}`;
  return {
    kind,
    name: `${surname} ${given}`,
    reading: `${surnameReading} ${givenReading}`,
    organisation: kind === 'staff' ? '' : firm.name,
    purpose,
    host: kind === 'staff' ? '' : host,
    escort: kind === 'visitor' ? host : '',
    identity: kind === 'visitor' ? 'drivers-licence' : 'known-personally',
    areaId: areaIds[area % areaIds.length] ?? '',
    belongings: kind === 'staff' ? '' : random.pick(firm.belongings),
    workReference: random.chance(0.2) ? `W-${random.between(1000, 9999)}` : '',
    note: random.chance(0.05) ? '鍵は当直室へ返却済み。次回は西門から入ること。' : '',
  };
}

/** A visit that is over. */
export interface Past {
  readonly details: VisitDetails;
  readonly enteredAt: Instant;
  readonly exitedAt: Instant;
}

/** Ten years of a busy door. */
const SPAN = 3650 * DAY;

/** So many visits spread evenly over the ten years before `until`, in the order of their times in. */
export function* pastVisits(
  random: Random,
  count: number,
  areaIds: readonly string[],
  until: Instant,
): Generator<Past, void> {
  const step = SPAN / count;
  for (let index = 0; index < count; index += 1) {
    const enteredAt = Math.floor(until - SPAN + (index + random.below(1000) / 1000) * step);
    const exitedAt = Math.min(enteredAt + random.between(5, 240) * MINUTE, until);
    yield { details: somebody(random, areaIds), enteredAt, exitedAt };
  }
}
