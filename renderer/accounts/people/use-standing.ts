import { useMemo } from 'react';
import { type AccountRow, SIGNING_ROLES } from '../../../shared/accounts/model.ts';
import type { Directory } from '../../../shared/accounts/proposal-rules.ts';
import type { Proposal } from '../../../shared/accounts/proposals.ts';
import { useQueryOf } from '../../api/queries.ts';

/** The most proposals that are read: the open ones come first. */
export const PROPOSALS_READ = 200;

/** The accounts listed, as the rules on proposals take them. */
export function directoryOf(rows: readonly AccountRow[]): Directory {
  return rows.map(({ id, identifier, name, roles, state }) => ({
    id,
    identifier,
    name,
    roles,
    state,
    signs: roles.some((role) => SIGNING_ROLES.includes(role)),
  }));
}

export interface Standing {
  readonly rows: readonly AccountRow[];
  readonly directory: Directory;
  readonly proposals: readonly Proposal[];
  /** Those that wait. */
  readonly open: readonly Proposal[];
}

/** Everybody there is and what is proposed: what the window greys its buttons by. Undefined until both have been read. */
export function useStanding(): Standing | undefined {
  const list = useQueryOf('accounts', 'list', {});
  const proposals = useQueryOf('accounts', 'proposals', { limit: PROPOSALS_READ });
  return useMemo(
    () =>
      list.data === undefined || proposals.data === undefined
        ? undefined
        : {
            rows: list.data,
            directory: directoryOf(list.data),
            proposals: proposals.data,
            open: proposals.data.filter(({ state }) => state === 'open'),
          },
    [list.data, proposals.data],
  );
}
