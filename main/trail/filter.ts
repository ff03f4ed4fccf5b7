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
 * index in the order wanted; an actor alone from the few groups side by side, and with all of them the few entries that
 * still wait (`waiting.ts`).
 */
export function placesOf(filter: TrailFilter, { from, until }: Stretch, limit: number): Places {
  const within = [from, until, limit];
  const parts = [...sorted(filter, within), ...waiting(filter, within)];
  if (parts.length === 0) return { sql: `SELECT place FROM chain_entry WHERE ${WITHIN}`, values: within };
  return {
    sql: `${parts.map(({ sql }) => `SELECT place FROM (${sql})`).join(' UNION ALL ')} ORDER BY place DESC LIMIT ?`,
    values: [...parts.flatMap(({ values }) => values), limit],
  };
}

/** Among the entries that wait: a block of them at most, so they are looked through. */
function waiting({ group, actor, subject }: TrailFilter, within: readonly number[]): readonly Places[] {
  const wanted = [
    ...(group === undefined ? [] : [{ sql: 'grp = ?', value: GROUPS[group] }]),
    ...(actor === undefined ? [] : [{ sql: 'actor = ?', value: actorKey(actor) }]),
    ...(subject === undefined ? [] : [{ sql: 'subject = ?', value: subject }]),
  ];
  if (wanted.length === 0) return [];
  const sql = wanted.map((condition) => `${condition.sql} AND `).join('');
  return [
    {
      sql: `SELECT place FROM trail_wait WHERE ${sql}${WITHIN}`,
      values: [...wanted.map(({ value }) => value), ...within],
    },
  ];
}

/** Among all others. */
function sorted({ group, actor, subject }: TrailFilter, within: readonly number[]): readonly Places[] {
  if (subject !== undefined) {
    const grouped =
      group === undefined
        ? ''
        : ' AND EXISTS (SELECT 1 FROM trail_group g WHERE g.grp = ? AND g.place = t.place)';
    const acted =
      actor === undefined
        ? ''
        : ` AND EXISTS (SELECT 1 FROM trail_actor a WHERE a.actor = ? AND a.grp IN (${Object.values(GROUPS).join(', ')}) AND a.place = t.place)`;
    return [
      {
        sql: `SELECT t.place FROM trail_subject t WHERE t.subject = ?${grouped}${acted} AND t.place >= ? AND t.place < ? ORDER BY t.place DESC LIMIT ?`,
        values: [
          subject,
          ...(group === undefined ? [] : [GROUPS[group]]),
          ...(actor === undefined ? [] : [actorKey(actor)]),
          ...within,
        ],
      },
    ];
  }
  if (actor !== undefined) {
    const key = actorKey(actor);
    return (group === undefined ? Object.values(GROUPS) : [GROUPS[group]]).map((number) => ({
      sql: `SELECT place FROM trail_actor WHERE actor = ? AND grp = ${number} AND ${WITHIN}`,
      values: [key, ...within],
    }));
  }
  if (group === undefined) return [];
  return [
    { sql: `SELECT place FROM trail_group WHERE grp = ? AND ${WITHIN}`, values: [GROUPS[group], ...within] },
  ];
}
