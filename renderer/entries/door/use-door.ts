import { useState } from 'react';
import type { Area, Badge, KnownVisitor, VisitRow } from '../../../shared/entries/model.ts';
import { call, RefusalError } from '../../api/client.ts';
import { useCommand, useQueryOf } from '../../api/queries.ts';
import { useRefusalText } from '../../app/i18n.ts';
import { useSession } from '../../app/session.ts';
import { notify } from '../../ui/toast.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { useText, useWords } from '../text.ts';
import { badgesFor } from './badges.ts';
import {
  arrivalOf,
  type DoorMode,
  type Draft,
  emptyDraft,
  enteringOf,
  expectingOf,
  fillFromKnown,
  isBlank,
  newMember,
  partyOf,
} from './draft.ts';
import { type Problem, problemsOf } from './problems.ts';
import { useDraft } from './use-draft.ts';

const NO_AREAS: readonly Area[] = [];
const NO_BADGES: readonly Badge[] = [];

/** Everything that the door's form shows and does. */
export type Door = ReturnType<typeof useDoor>;

/** The state of the door's form. It stands above the form, so that looking at a visit in between loses nothing. */
export function useDoor() {
  const t = useText();
  const words = useWords();
  const refusalText = useRefusalText();
  const format = useFormat();
  const { may, canWrite } = useSession();
  const enabled = canWrite && may('entries.enter');
  const { draft, setDraft, restored, dismissRestored } = useDraft(enabled);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [submitted, setSubmitted] = useState(false);
  const [refused, setRefused] = useState<Problem | null>(null);
  const [companions, setCompanions] = useState<readonly VisitRow[]>([]);
  const [wanted, setWanted] = useState<ReadonlySet<string> | null>(null);

  const areas = useQueryOf('entries', 'areas', {}, { enabled });
  const badges = useQueryOf('entries', 'badges', {}, { enabled });
  const enter = useCommand('entries', 'enter');
  const expect = useCommand('entries', 'expect');

  const knownAreas = areas.data ?? NO_AREAS;
  const knownBadges = badges.data ?? NO_BADGES;
  const areaOf = (of: Draft): Area | undefined => knownAreas.find((area) => area.id === of.areaId);
  const area = areaOf(draft);
  const badgeIds = badgesFor(draft, knownBadges, area);
  const check = (of: Draft): readonly Problem[] => problemsOf(of, areaOf(of), knownBadges);
  const dirty = !isBlank(draft);
  // An untouched form is not wrong, even if the focus went through it.
  const shown = check(draft).filter(({ field }) => submitted || (dirty && left.has(field)));
  const problems = refused === null || refused.field === '' ? shown : [refused, ...shown];

  const fresh = (next: Draft, focus: ReadonlySet<string>): void => {
    setDraft(next);
    setLeft(new Set());
    setSubmitted(false);
    setRefused(null);
    setCompanions([]);
    setWanted(focus);
    dismissRestored();
  };
  /** Goes on with the first field that still has to be filled in, or with the button. */
  const goOn = (next: Draft): void => {
    const missing = check(next).map(({ field }) => field);
    fresh(next, new Set(missing.length === 0 ? ['submit'] : missing));
  };

  const done = (of: Draft): void => {
    const people = [of.name.trim(), ...partyOf(of).map(({ name }) => name.trim())];
    const who =
      people.length === 1 ? (people[0] ?? '') : t('door.party', { name: people[0] ?? '', n: people.length });
    if (of.mode === 'expect') {
      notify(t('door.expected', { who, at: format.dateTime(of.expectedFrom ?? 0) }));
    } else {
      const labels = badgeIds.flatMap((id) => knownBadges.find((badge) => badge.id === id)?.label ?? []);
      const at = format.time((of.late ? of.enteredAt : null) ?? Date.now());
      const badge =
        labels.length === 0 ? t('door.noBadge') : t('door.badges', { badges: labels.join(t('list.comma')) });
      notify(t('door.entered', { who, at, badge }));
    }
    const next = emptyDraft(of.mode);
    fresh(next, new Set(['details.name']));
  };

  const send = async (of: Draft, anotherPerson: boolean): Promise<void> => {
    const found = check(of);
    setSubmitted(true);
    setRefused(null);
    if (found.length > 0) {
      setWanted(new Set(found.map(({ field }) => field)));
      return;
    }
    try {
      if (of.mode === 'enter') await enter.mutateAsync(enteringOf(of, badgeIds, anotherPerson));
      else await expect.mutateAsync(expectingOf(of));
      done(of);
    } catch (error) {
      if (!(error instanceof RefusalError)) throw error;
      const field = error.refusal.field ?? '';
      setRefused({ ...error.refusal, field });
      if (field === '') notify(refusalText(error) ?? '', 'danger');
      else setWanted(new Set([field]));
    }
  };

  return {
    enabled,
    mayExpect: may('entries.expect'),
    draft,
    restored,
    dismissRestored,
    area,
    areas: knownAreas,
    areasRead: areas.data !== undefined,
    badges: knownBadges,
    badgeIds,
    problems,
    refused,
    /** Submitting was tried and something was wrong. */
    submitted,
    pending: enter.isPending || expect.isPending,
    wanted,
    clearWanted: () => setWanted(null),
    dirty,
    errorOf: (field: string): string | undefined => {
      const problem = problems.find((one) => one.field === field);
      return problem === undefined ? undefined : words(problem.code, problem.detail);
    },
    set: <K extends keyof Draft>(key: K, value: Draft[K]): void => {
      setDraft((now) => ({ ...now, [key]: value }));
      setRefused(null);
    },
    leave: (field: string): void => setLeft((now) => (now.has(field) ? now : new Set([...now, field]))),
    focus: (field: string): void => setWanted(new Set([field])),
    /** Makes a member of the party of what stands in the field for it. */
    join: (): void => {
      setDraft((now) => ({ ...now, party: partyOf(now).slice(), joining: '' }));
      setRefused(null);
    },
    /** Those announced together with the one who arrives and not yet in the party. */
    companions: companions.filter(({ id }) => draft.party.every((member) => member.visitId !== id)),
    /** One of those announced together came along. */
    bring: ({ id, name, reading }: VisitRow): void => {
      setDraft((now) => ({ ...now, party: [...now.party, { ...newMember(name), reading, visitId: id }] }));
      setRefused(null);
    },
    submit: (): Promise<void> => send(draft, false),
    /** The same person is inside or expected: the operator says that this is another. */
    submitAnother: (): Promise<void> => send(draft, true),
    /** The refused person is the one expected under this visit. */
    submitAs: (visitId: string): Promise<void> => {
      const member = /^party\.(\d+)\./u.exec(refused?.field ?? '')?.[1];
      const party = partyOf(draft).map((one, index) =>
        index === Number(member) ? { ...one, visitId } : one,
      );
      const next = member === undefined ? { ...draft, visitId } : { ...draft, party, joining: '' };
      setDraft(next);
      return send(next, false);
    },
    clear: (mode: DoorMode = draft.mode): void => fresh(emptyDraft(mode), new Set(['details.name'])),
    /** Goes from letting in to announcing or back; what was typed stays. */
    turnTo: (mode: DoorMode): void => fresh({ ...draft, mode, visitId: null }, new Set(['details.name'])),
    fill: (known: KnownVisitor): void => goOn(fillFromKnown(draft, known, knownAreas)),
    /** Fills the form for the arrival of an expected visitor. */
    arrive: async (visitId: string): Promise<void> => {
      const { visit, group } = await call('entries', 'visit', { id: visitId });
      goOn(arrivalOf(visit));
      setCompanions(group.filter((row) => row.id !== visitId && row.state === 'expected'));
    },
  };
}
