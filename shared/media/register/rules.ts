/** The rules of the register of media: pure, asked by main before anything is written and by the window for what it offers. */
export * from './rules/course.ts';
export * from './rules/moves.ts';
export { changedFields, decideChange, decideRegister, movable, sameNumber } from './rules/register.ts';
export * from './rules/scan.ts';
export { decideStocktake } from './rules/stocktake.ts';
