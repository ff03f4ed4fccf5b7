/** What the trail is filtered by, and its reviews. */
export const trailTables = '';
