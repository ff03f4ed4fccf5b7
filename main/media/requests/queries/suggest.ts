import { romajiToHiragana } from '../../../../shared/kernel/folding/romaji.ts';
import { endOfPrefix } from '../../../entries/keys.ts';
import { type ReadDb, rows } from '../../../vault/db.ts';
import { type WordField, wordKey } from '../projection/words.ts';

const SHOWN = 8;
/** A prefix of one character may fit thousands: so many are looked at. */
const LOOKED_AT = 200;

/** Words used before in a field that begin with the text, or with its kana if it is romaji: often and lately used ones first. */
export function suggest(db: ReadDb, field: WordField, text: string): string[] {
  const typed = wordKey(field, text);
  const kana = romajiToHiragana(text);
  const keys = typed === '' || kana === '' ? [typed] : [typed, kana];
  const found = keys.flatMap((key) =>
    rows<{ text: string; n: number; at: number }>(
      db,
      `SELECT text, n, last_at AS at FROM media_request_word WHERE field = ? AND key >= ? AND key < ? LIMIT ${LOOKED_AT}`,
      field,
      key,
      endOfPrefix(key),
    ),
  );
  const words = new Map(found.map((word) => [word.text, word]));
  return [...words.values()]
    .toSorted((one, other) => other.n - one.n || other.at - one.at || (one.text < other.text ? -1 : 1))
    .slice(0, SHOWN)
    .map((word) => word.text);
}
