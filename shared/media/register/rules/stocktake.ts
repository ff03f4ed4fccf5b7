import type { NewMediaEvent } from '../../events.ts';
import { refusal } from '../../refusals.ts';
import type { MediaDecision } from '../../rules.ts';
import type { StocktakeLine } from '../contract.ts';
import type { Medium } from '../model.ts';
import { movable } from './register.ts';

/**
 * Records a stocktake 棚卸: what was seen and what was not, each medium once, all or none. Only what ought to be at its place is
 * taken stock of: what is out comes back with its request, what is lost is found first. Missing is not lost yet: somebody says so.
 */
export function decideStocktake(
  { lines }: { readonly lines: readonly StocktakeLine[] },
  facts: { readonly media: ReadonlyMap<string, Medium>; readonly id: string },
): MediaDecision<null> {
  const here = new Set<string>();
  const events: NewMediaEvent[] = [];
  for (const [index, { mediumId, ...line }] of lines.entries()) {
    const field = `lines.${index}.mediumId`;
    const found = movable({ medium: facts.media.get(mediumId) }, 'stocktake', field);
    if ('refusal' in found) return found;
    if (here.has(mediumId))
      return refusal('stocktake-twice', { field, detail: { number: found.medium.number } });
    here.add(mediumId);
    events.push({
      type: 'medium.stocktaken',
      version: 1,
      subject: `medium:${mediumId}`,
      data: { stocktake: facts.id, ...line },
    });
  }
  return { events, value: null };
}
