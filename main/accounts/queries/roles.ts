import { Role } from '../../../shared/accounts/model.ts';
import { z } from '../../../shared/kernel/zod.ts';

const Roles = z.array(Role);

/** The roles as the views keep them. */
export function rolesOf(json: string): readonly Role[] {
  return Roles.parse(JSON.parse(json));
}
