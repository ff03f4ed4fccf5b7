import * as commands from '../../../main/entries/commands.ts';
import { areas, badges } from '../../../main/entries/queries.ts';
import type { Badge, VisitDetails } from '../../../shared/entries/model.ts';
import { DAY, type Instant, jstDay, jstParts, MINUTE, startOfJstDay } from '../../../shared/kernel/time.ts';
import { Book, foundSite } from './book.ts';
import { MediaPlay } from './media.ts';
import { RegisterPlay } from './register.ts';
import { type PlannedVisit, planVisits } from './plan.ts';
import { randomFrom } from './random.ts';
import { demoAreas, demoBadges, demoPassword, demoPeople, demoSite } from './site.ts';
import { CORRECTION_REASONS, EXPECTED_TODAY, EXPLANATIONS, FIRMS, UNKNOWN_EXITS } from './words.ts';

const SEED = 20261123;
const DAYS = 120;
const PER_DAY = 46;
const OFFICER = 'hayase';
const OPERATORS = ['kanzaki', 'minegishi', 'todoroki'] as const;

/** Something that happens at a time. */
interface Step {
  readonly at: Instant;
  readonly act: () => Promise<void>;
}

/** The operator on duty: three shifts of eight hours. */
function onDuty(at: Instant): string {
  return OPERATORS[Math.floor(jstParts(at).hour / 8)] ?? OPERATORS[0];
}

/** Plays the plan through the commands of the entry log. */
class Play {
  readonly #book: Book;
  readonly #areas: readonly string[];
  readonly #free: Badge[];
  readonly #random = randomFrom(SEED + 1);

  constructor(book: Book) {
    this.#book = book;
    const known = areas(book.read);
    this.#areas = demoAreas.map(({ name }) => known.find((area) => area.name === name)?.id ?? '');
    this.#free = badges(book.read).filter(({ state }) => state === 'free');
  }

  /** The steps of one visit, from its announcement to its explanation. */
  stepsOf(planned: PlannedVisit): Step[] {
    const { announcedAt, enterAt, end, corrected } = planned;
    let expected: readonly string[] = [];
    let inside: readonly { readonly visitId: string; readonly badge: Badge | undefined }[] = [];
    const steps: Step[] = [
      { at: enterAt, act: async () => void (inside = await this.#enter(planned, expected)) },
    ];
    if (announcedAt !== undefined) {
      steps.push({ at: announcedAt, act: async () => void (expected = await this.expect(planned)) });
    }
    if (end.how === 'left') steps.push({ at: end.at, act: () => this.#leave(inside) });
    if (end.how === 'unknown') {
      steps.push({ at: end.at, act: () => this.#loseSight(inside) });
      if (end.explainedAt !== undefined)
        steps.push({ at: end.explainedAt, act: () => this.#explain(inside) });
    }
    if (corrected !== undefined) {
      steps.push({
        at: corrected.at,
        act: async () => {
          const visitId = inside[0]?.visitId;
          if (visitId === undefined) return;
          const reason = this.#random.pick(CORRECTION_REASONS);
          const changes = { name: planned.people[0].name };
          await this.#do(commands.correct, { visitId, changes, reason });
        },
      });
    }
    return steps;
  }

  /** Announces a party for its planned time. */
  async expect(planned: PlannedVisit): Promise<readonly string[]> {
    const [first, ...party] = planned.people;
    const { ids } = await this.#do(commands.expect, {
      details: this.#details(planned, first),
      party,
      expectedFrom: planned.enterAt - (planned.enterAt % (30 * MINUTE)),
      expectedUntil: planned.expectedUntil,
    });
    return ids;
  }

  /** Announces somebody who will not come, and takes it back. */
  async cancelled(planned: PlannedVisit): Promise<void> {
    const ids = await this.expect(planned);
    for (const visitId of ids) await this.#do(commands.cancel, { visitId, reason: '先方の都合により延期' });
  }

  #do<I, T>(command: Parameters<typeof Book.prototype.do<I, T>>[1], input: I): Promise<T> {
    return this.#book.do(onDuty(this.#book.now), command, input);
  }

  #details(planned: PlannedVisit, who: PlannedVisit['people'][0]): VisitDetails {
    const { kind, organisation, purpose, host, escort, identity, belongings, workReference } = planned;
    return {
      kind,
      ...who,
      organisation,
      purpose,
      host,
      escort,
      identity,
      belongings,
      workReference,
      areaId: this.#areas[planned.area] ?? '',
      note: '',
    };
  }

  #badgeFor(planned: PlannedVisit): Badge | undefined {
    if (planned.kind === 'staff') return undefined;
    const level = demoAreas[planned.area]?.level ?? 3;
    const index = this.#free.findIndex((badge) => badge.level >= level);
    if (index < 0) throw new Error('the demo has too few badges');
    return this.#free.splice(index, 1)[0];
  }

  async #enter(planned: PlannedVisit, expected: readonly string[]) {
    const [first, ...rest] = planned.people;
    const lent = planned.people.map(() => this.#badgeFor(planned));
    const written = { ...first, name: planned.corrected?.wrong ?? first.name };
    const { ids } = await this.#do(commands.enter, {
      visitId: expected[0] ?? null,
      details: this.#details(planned, written),
      badgeId: lent[0]?.id ?? null,
      followIn: rest.length > 0 ? 'registered' : 'nobody',
      party: rest.map((one, index) => ({
        ...one,
        badgeId: lent[index + 1]?.id ?? null,
        visitId: expected[index + 1] ?? null,
      })),
      expectedUntil: planned.expectedUntil,
      enteredAt: null,
      lateReason: '',
      anotherPerson: false,
    });
    return ids.map((visitId, index) => ({ visitId, badge: lent[index] }));
  }

  async #leave(inside: readonly { readonly visitId: string; readonly badge: Badge | undefined }[]) {
    const visits = inside.map(({ visitId, badge }) => ({
      visitId,
      badgeReturned: badge !== undefined,
      exitedAt: null,
      lateReason: '',
    }));
    await this.#do(commands.leave, { visits });
    for (const { badge } of inside) if (badge !== undefined) this.#free.push(badge);
  }

  async #loseSight(inside: readonly { readonly visitId: string }[]) {
    const reason = this.#random.pick(UNKNOWN_EXITS);
    for (const { visitId } of inside) await this.#do(commands.exitUnknown, { visitId, reason });
  }

  async #explain(inside: readonly { readonly visitId: string; readonly badge: Badge | undefined }[]) {
    const [explanation, source] = this.#random.pick(EXPLANATIONS);
    for (const { visitId, badge } of inside) {
      await this.#do(commands.explain, { visitId, explanation, source, exitedAt: null });
      if (badge === undefined) continue;
      await this.#do(commands.returnBadge, { badgeId: badge.id });
      this.#free.push(badge);
    }
  }
}

/** Who is expected today: later than now as long as the day allows. */
function expectedToday(now: Instant): PlannedVisit[] {
  const endOfDay = startOfJstDay(jstDay(now) + 1) - MINUTE;
  return EXPECTED_TODAY.map(([name, reading], index) => {
    const firm = FIRMS[index];
    const [purpose, area] = firm?.work[0] ?? ['打合せ', 5];
    const enterAt = Math.min(now + (index + 1) * 45 * MINUTE, endOfDay);
    return {
      kind: 'visitor',
      people: [{ name, reading }],
      organisation: firm?.name ?? '',
      purpose,
      host: '神崎 悠斗',
      escort: '',
      identity: 'not-seen',
      area,
      belongings: '',
      workReference: '',
      enterAt,
      expectedUntil: null,
      end: { how: 'inside' },
    };
  });
}

/** Opening and closing of the operators' sessions at each change of shift. */
function shifts(book: Book, from: Instant, until: Instant): Step[] {
  const steps: Step[] = [];
  const eight = DAY / 3;
  const first = startOfJstDay(jstDay(from) + 1);
  for (let at = first; at < until; at += eight) {
    if (at > first) steps.push({ at, act: () => book.session(onDuty(at - 1), 'closed') });
    steps.push({ at, act: () => book.session(onDuty(at), 'opened') });
  }
  return steps;
}

export interface DemoSize {
  readonly days: number;
  /** Visits on a working day. */
  readonly perDay: number;
}

/**
 * Makes the demo's site in an empty folder: accounts, areas, badges, the visits and the media requests of the days before `now`, all made from
 * one seed and written by the program's own commands. Answers how many visits there are.
 */
export async function seedDemo(
  folder: string,
  now: Instant,
  { days, perDay }: DemoSize = { days: DAYS, perDay: PER_DAY },
): Promise<{ readonly visits: number }> {
  const from = now - (days + 2) * DAY;
  await foundSite(folder, demoSite, demoPeople, demoPassword, from);
  const book = await Book.open(folder, OFFICER, demoPassword, from);
  try {
    for (const area of demoAreas) await book.do(OFFICER, commands.defineArea, area);
    await book.do(OFFICER, commands.registerBadges, { badges: demoBadges });
    const play = new Play(book);
    const planned = planVisits(SEED, now, days, perDay);
    const today = expectedToday(now);
    const steps = [
      ...shifts(book, from, now),
      ...planned.flatMap((visit) => play.stepsOf(visit)),
      ...new RegisterPlay(book, now).steps(),
      ...new MediaPlay(book, now).steps(),
    ];
    for (const visit of today) {
      steps.push({ at: now - 3 * MINUTE, act: async () => void (await play.expect(visit)) });
    }
    for (const visit of today.slice(0, 2)) {
      const earlier = { ...visit, enterAt: now - 20 * DAY };
      steps.push({ at: now - 22 * DAY, act: () => play.cancelled(earlier) });
    }
    steps.sort((one, other) => one.at - other.at);
    for (const { at, act } of steps) {
      book.now = at;
      await act();
    }
    book.now = now;
    return { visits: planned.reduce((sum, { people }) => sum + people.length, 0) + today.length };
  } finally {
    await book.close();
  }
}

/** Makes the demo's site with its accounts and nothing else: no area, no badge, no visit. */
export async function seedEmpty(folder: string, now: Instant): Promise<void> {
  await foundSite(folder, demoSite, demoPeople, demoPassword, now - DAY);
}
