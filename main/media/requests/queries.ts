/** What requests answer. All of it reads views alone, but story and signatures, which the chain tells. */
export { requests } from './queries/list.ts';
export { mediumOfRequest, requestById, requestFacts, requestWithStory } from './queries/request.ts';
export { suggest } from './queries/suggest.ts';
export { carried, counts, inbox, mediaInsideOf, ofVisit, ready } from './queries/waiting.ts';
