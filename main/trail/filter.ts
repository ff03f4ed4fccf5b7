import { GROUPS } from '../../shared/trail/groups.ts';
import type { TrailFilter } from '../../shared/trail/model.ts';
import { actorKey } from './actor-key.ts';
import type { Stretch } from './period.ts';

/** SQL that answers places, newest first, with its values. */
export interface Places {
  readonly sql: string;
  readonly values: readonly unknown[];
}

const WITHIN = 'place >= ? AND place < ? ORDER BY place DESC LIMIT ?';

/**
 * The newest `limit` places of a stretch that a filter lets through, its period apart. Each combination is read along an
 * index in the order wanted; an actor alone from the few groups side by side.
 */
export function placesOf(
  { group, actor, subject }: TrailFilter,
  { from, until }: Stretch,
  limit: number,
): Places {
  const within = [from, until, limit];
  if (subject !== undefined) {
    const grouped =
      group === undefined
        ? ''
        : ' AND EXISTS (SELECT 1 FROM trail_group g WHERE g.grp = ? AND g.place = t.place)';
    const acted =
      actor === undefined
        ? ''
        : ` AND EXISTS (SELECT 1 FROM trail_actor a WHERE a.actor = ? AND a.grp IN (${Object.values(GROUPS).join(', ')}) AND a.place = t.place)`;
    return {
      sql: `SELECT t.place FROM trail_subject t WHERE t.subject = ?${grouped}${acted} AND t.place >= ? AND t.place < ? ORDER BY t.place DESC LIMIT ?`,
      values: [
        subject,
        ...(group === undefined ? [] : [GROUPS[group]]),
        ...(actor === undefined ? [] : [actorKey(actor)]),
        ...within,
      ],
    };
  }
  if (actor !== undefined) {
    const key = actorKey(actor);
    if (group !== undefined) {
      return {
        sql: `SELECT place FROM trail_actor WHERE actor = ? AND grp = ? AND ${WITHIN}`,
        values: [key, GROUPS[group], ...within],
      };
    }
    const parts = Object.values(GROUPS).map(
      (number) =>
        `SELECT place FROM (SELECT place FROM trail_actor WHERE actor = ? AND grp = ${number} AND ${WITHIN})`,
    );
    return {
      sql: `${parts.join(' UNION ALL ')} ORDER BY place DESC LIMIT ?`,
      values: [...parts.flatMap(() => [key, ...within]), limit],
    };
  }
  if (group !== undefined) {
    return {
      sql: `SELECT place FROM trail_group WHERE grp = ? AND ${WITHIN}`,
      values: [GROUPS[group], ...within],
    };
  }
  return { sql: `SELECT place FROM chain_entry WHERE ${WITHIN}`, values: within };
}
