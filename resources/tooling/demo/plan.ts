import type { IdentityKind, VisitKind } from '../../../shared/entries/model.ts';
import { DAY, type Instant, jstDay, jstParts, MINUTE, startOfJstDay } from '../../../shared/kernel/time.ts';
import { type Random, randomFrom } from './random.ts';
import {
  CARRIERS,
  EXPECTED_TODAY,
  type Firm,
  FIRMS,
  GIVEN,
  LONG_NAMES,
  STAFF_WORK,
  SURNAMES,
} from './words.ts';

const HOUR = 60 * MINUTE;

export interface Named {
  readonly name: string;
  readonly reading: string;
}

/** A visit as it will have been, before it is played through the rules. */
export interface PlannedVisit {
  readonly kind: VisitKind;
  /** The visitor, and whoever came along. */
  readonly people: readonly [Named, ...Named[]];
  readonly organisation: string;
  readonly purpose: string;
  readonly host: string;
  readonly escort: string;
  readonly identity: IdentityKind;
  /** Index in the list of areas. */
  readonly area: number;
  readonly belongings: string;
  readonly workReference: string;
  /** When it was announced; undefined for a walk-in. */
  readonly announcedAt?: Instant;
  readonly enterAt: Instant;
  readonly expectedUntil: Instant | null;
  /** How it ended: left at that time; nobody saw it, noticed at that time; still inside. */
  readonly end:
    | { readonly how: 'left'; readonly at: Instant }
    | { readonly how: 'unknown'; readonly at: Instant; readonly explainedAt: Instant | undefined }
    | { readonly how: 'inside' };
  /** The name was first written down wrongly; put right at that time. */
  readonly corrected?: { readonly at: Instant; readonly wrong: string };
}

interface Crew {
  readonly firm: Firm;
  readonly people: readonly Named[];
}

/** Draws people, no two of whom share a reading: the log would take them for one person. */
class Register {
  readonly #random: Random;
  readonly #taken = new Set<string>(EXPECTED_TODAY.map(([, reading]) => reading));

  constructor(random: Random) {
    this.#random = random;
  }

  people(count: number): Named[] {
    const found: Named[] = [];
    while (found.length < count) {
      const [surname, surnameReading] = this.#random.pick(SURNAMES);
      const [given, givenReading] = this.#random.pick(GIVEN);
      const reading = `${surnameReading} ${givenReading}`;
      if (this.#taken.has(reading)) continue;
      this.#taken.add(reading);
      found.push({ name: `${surname} ${given}`, reading });
    }
    return found;
  }

  /** So many people of each firm; some firms have one more, whose name is long. */
  crews(firms: readonly Firm[], size: number): Crew[] {
    return firms.map((firm, index) => {
      const long = LONG_NAMES[index - 4];
      const some = this.people(size);
      return { firm, people: long === undefined ? some : [...some, { name: long[0], reading: long[1] }] };
    });
  }
}

const IDENTITIES: readonly IdentityKind[] = [
  'drivers-licence',
  'drivers-licence',
  'employee-card',
  'my-number-card',
  'known-personally',
];

/** Makes up visits; remembers who is where until when, so that nobody is in two places. */
class Planner {
  readonly #random: Random;
  readonly #staff: readonly Named[];
  readonly #crews: readonly Crew[];
  readonly #carriers: readonly Crew[];
  readonly #busyUntil = new Map<Named, Instant>();

  constructor(random: Random) {
    this.#random = random;
    const register = new Register(random);
    this.#staff = register.people(26);
    this.#crews = register.crews(FIRMS, 9);
    this.#carriers = register.crews(CARRIERS, 5);
  }

  /** A visit that begins at `enterAt` and takes `minutes`, or undefined if nobody is free for it. */
  visit(
    kind: VisitKind,
    enterAt: Instant,
    minutes: number,
    end: PlannedVisit['end'],
  ): PlannedVisit | undefined {
    const random = this.#random;
    // Somebody announced for a day is not taken for another visitor of that day: one visit a day from outside.
    const since = kind === 'staff' ? enterAt - DAY / 4 : startOfJstDay(jstDay(enterAt));
    const free = (all: readonly Named[]) => all.filter((one) => (this.#busyUntil.get(one) ?? 0) < since);
    const crew = kind === 'delivery' ? random.pick(this.#carriers) : random.pick(this.#crews);
    const who = free(kind === 'staff' ? this.#staff : crew.people);
    const [purpose, area] = random.pick(kind === 'staff' ? STAFF_WORK : crew.firm.work);
    const size = kind === 'visitor' && random.chance(0.2) ? random.between(2, 4) : 1;
    const start = random.below(Math.max(1, who.length));
    const [first, ...rest] = [...who.slice(start), ...who.slice(0, start)].slice(0, size);
    if (first === undefined) return undefined;
    for (const one of [first, ...rest]) this.#busyUntil.set(one, end.how === 'left' ? end.at : enterAt + DAY);
    const host = random.pick(this.#staff);
    const escort = random.pick(this.#staff.filter((one) => one !== first));
    const outside = kind !== 'staff';
    return {
      kind,
      people: [first, ...rest],
      organisation: outside ? crew.firm.name : '運転管理係',
      purpose,
      host: kind === 'visitor' ? host.name : '',
      escort: outside || area === 4 ? escort.name : '',
      identity: outside ? random.pick(IDENTITIES) : 'not-seen',
      area,
      belongings: outside ? random.pick(crew.firm.belongings) : '',
      workReference:
        kind === 'visitor' && random.chance(0.4)
          ? `作業-${String(random.between(1, 480)).padStart(4, '0')}`
          : '',
      enterAt,
      expectedUntil: outside ? enterAt + Math.ceil(minutes / 30) * 30 * MINUTE : null,
      end,
    };
  }
}

/** A time of day at which people come: most in the morning, staff round the clock. */
function hourOf(random: Random, kind: VisitKind): number {
  if (kind === 'staff') return random.below(24);
  return random.chance(0.6) ? random.between(8, 11) : random.between(13, 15);
}

function wrongly(name: string): string {
  return name
    .replace(/髙/u, '高')
    .replace(/[邉邊]/u, '辺')
    .replace(/[齋齊斎]/u, '斉')
    .replace(/濵/u, '浜')
    .replace(/﨑/u, '崎');
}

/**
 * Plans the visits of the `days` before `now`, about `perDay` a working day and half of that at weekends, the last of them
 * two hours ago, and some who are inside now. The same seed and time give the same plan.
 */
export function planVisits(seed: number, now: Instant, days: number, perDay: number): PlannedVisit[] {
  const random = randomFrom(seed);
  const planner = new Planner(random);
  const planned: PlannedVisit[] = [];
  const today = jstDay(now);
  /** Somebody whose exit two days ago nobody has explained yet. */
  let lost = false;
  for (let day = today - days; day <= today; day += 1) {
    const midnight = startOfJstDay(day);
    const { weekday } = jstParts(midnight);
    const quiet = day < today - 2 && (weekday === 0 || weekday === 6);
    const times = Array.from({ length: Math.round(perDay * (quiet ? 0.45 : 1)) }, () => {
      const drawn = random.below(10);
      const kind: VisitKind = quiet || drawn < 5 ? 'staff' : drawn < 8 ? 'visitor' : 'delivery';
      const at = midnight + hourOf(random, kind) * HOUR + random.below(60) * MINUTE + random.below(60) * 1000;
      return { kind, at };
    }).toSorted((one, other) => one.at - other.at);
    for (const { kind, at } of times) {
      const minutes = kind === 'delivery' ? random.between(4, 25) : random.between(15, 170);
      if (at + minutes * MINUTE > now - 2 * HOUR) continue;
      const unseen: boolean = kind === 'visitor' && (random.chance(0.01) || (day === today - 2 && !lost));
      lost ||= unseen && day === today - 2;
      const noticed = midnight + 20 * HOUR;
      const end: PlannedVisit['end'] =
        unseen && noticed < now - DAY
          ? {
              how: 'unknown',
              at: noticed,
              explainedAt: noticed < now - 4 * DAY ? noticed + 14 * HOUR : undefined,
            }
          : { how: 'left', at: at + minutes * MINUTE };
      const visit = planner.visit(kind, at, minutes, end);
      if (visit === undefined) continue;
      const wrong = wrongly(visit.people[0].name);
      const announced = kind === 'visitor' && random.chance(0.5) && at - 2 * DAY > now - days * DAY;
      planned.push({
        ...visit,
        ...(announced ? { announcedAt: at - random.between(2, 40) * HOUR } : {}),
        ...(end.how === 'left' && wrong !== visit.people[0].name && random.chance(0.12)
          ? { corrected: { at: end.at + 20 * MINUTE, wrong } }
          : {}),
      });
    }
  }
  for (const [kind, ago, minutes] of INSIDE_NOW) {
    const visit = planner.visit(kind, now - ago * MINUTE, minutes, { how: 'inside' });
    if (visit !== undefined) planned.push(visit);
  }
  return planned;
}

/** Who is inside now: since how many minutes, and for how many minutes they meant to stay. The second is overdue. */
const INSIDE_NOW: readonly (readonly [VisitKind, number, number])[] = [
  ['staff', 118, 480],
  ['visitor', 112, 60],
  ['visitor', 86, 180],
  ['visitor', 52, 120],
  ['staff', 47, 60],
  ['visitor', 21, 90],
  ['delivery', 6, 30],
];
