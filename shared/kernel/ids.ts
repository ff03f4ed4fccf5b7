import { z } from './zod.ts';

/** A UUID in lower case (version 7 where this program makes it, so that ids sort by the time they were made). */
export const Id = z.uuid().refine((value) => value === value.toLowerCase(), { error: 'malformed' });
export type Id = z.infer<typeof Id>;

/** What an event is about: `<kind>:<id>`, for instance `visit:0199…`. */
export type Subject = `${string}:${string}`;

/** A site's short name in the chain, fixed when the site is founded: 2 to 24 of a-z, 0-9 and hyphen. */
export const SiteCode = z.string().regex(/^[a-z0-9](?:[a-z0-9-]{0,22}[a-z0-9])$/u, { error: 'malformed' });
