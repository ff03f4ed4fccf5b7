import { fold } from '../../kernel/folding/fold.ts';
import type { Area, AreaDetails } from '../model.ts';
import { refusal } from '../refusals.ts';
import { type EntriesDecision, firstRefusal, type Refused } from './decision.ts';

function checkName(
  details: AreaDetails,
  areas: readonly Area[],
  self: string | undefined,
): Refused | undefined {
  const taken = areas.some(
    (area) => !area.retired && area.id !== self && fold(area.name) === fold(details.name),
  );
  const field = self === undefined ? 'name' : 'details.name';
  return taken ? refusal('area-name-taken', { field, detail: { area: details.name } }) : undefined;
}

function checkInUse(area: Area | undefined): Refused | undefined {
  if (area === undefined) return refusal('area-missing', { field: 'areaId' });
  return area.retired ? refusal('area-retired', { field: 'areaId', detail: { area: area.name } }) : undefined;
}

function sameDetails(area: Area, details: AreaDetails): boolean {
  return (Object.keys(details) as (keyof AreaDetails)[]).every((key) => area[key] === details[key]);
}

/** Defines a secure area. Two areas in use never bear the same name. */
export function decideDefineArea(
  details: AreaDetails,
  facts: { readonly areas: readonly Area[]; readonly id: string },
): EntriesDecision<{ readonly id: string }> {
  return (
    checkName(details, facts.areas, undefined) ?? {
      events: [{ type: 'area.defined', version: 1, subject: `area:${facts.id}`, data: details }],
      value: { id: facts.id },
    }
  );
}

/** Changes an area's name, level or rules. They hold for whoever enters from now on. */
export function decideChangeArea(
  command: { readonly areaId: string; readonly details: AreaDetails; readonly reason: string },
  facts: { readonly areas: readonly Area[] },
): EntriesDecision<null> {
  const { areaId, details, reason } = command;
  const area = facts.areas.find((candidate) => candidate.id === areaId);
  const refused = firstRefusal([
    checkInUse(area),
    checkName(details, facts.areas, areaId),
    area !== undefined && sameDetails(area, details)
      ? refusal('nothing-changed', { field: 'details' })
      : undefined,
  ]);
  if (refused !== undefined) return refused;
  return {
    events: [{ type: 'area.changed', version: 1, subject: `area:${areaId}`, data: { details, reason } }],
    value: null,
  };
}

/** Takes an area out of use. Not while somebody is inside or expected there. */
export function decideRetireArea(
  command: { readonly areaId: string; readonly reason: string },
  facts: { readonly area: Area | undefined; readonly inside: number; readonly expected: number },
): EntriesDecision<null> {
  const { areaId, reason } = command;
  const refused = firstRefusal([
    checkInUse(facts.area),
    facts.inside > 0
      ? refusal('area-occupied', { field: 'areaId', detail: { count: facts.inside } })
      : undefined,
    facts.expected > 0
      ? refusal('area-expected', { field: 'areaId', detail: { count: facts.expected } })
      : undefined,
  ]);
  if (refused !== undefined) return refused;
  return {
    events: [{ type: 'area.retired', version: 1, subject: `area:${areaId}`, data: { reason } }],
    value: null,
  };
}
