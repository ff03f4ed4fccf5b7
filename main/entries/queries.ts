/** What the entry log answers. All of it reads views alone, but the story of one visit, which the chain tells. */
export { board, counts, expected, groupmates, namesakes, occupants } from './queries/board.ts';
export { history } from './queries/history.ts';
export { closedVisits, oldestVisit, visitCount } from './queries/retention.ts';
export { areaById, areas, badgeById, badgeLabels, badges, visitById } from './queries/rows.ts';
export { search } from './queries/search.ts';
export { repeatable, suggestVisitors, suggestWords } from './queries/suggest.ts';
export { visitWithStory } from './queries/visit.ts';
