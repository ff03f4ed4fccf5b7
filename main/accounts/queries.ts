/** What the views of accounts answer. */
export * from './queries/keys.ts';
export * from './queries/people.ts';
export * from './queries/proposals.ts';
export * from './queries/story.ts';
