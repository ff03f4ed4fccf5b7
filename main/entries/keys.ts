import type { VisitKind } from '../../shared/entries/model.ts';
import { fold } from '../../shared/kernel/folding/fold.ts';
import { romajiToHiragana, withoutLongVowels } from '../../shared/kernel/folding/romaji.ts';
import { sha256 } from '../sha256.ts';

/** Words of a company's legal form, as they stand before or after its name once folded. */
const LEGAL_FORM =
  /^(?:株式会社|有限会社|合同会社|合資会社|\([株有同資]\))|(?:株式会社|有限会社|合同会社|合資会社|\([株有同資]\))$/gu;

/** An organisation's name to complete by: nobody types 株式会社 first. */
export function organisationKey(folded: string): string {
  const bare = folded.replaceAll(LEGAL_FORM, '');
  return bare === '' ? folded : bare;
}

/** A reading to complete by: kana of both kinds alike and without long vowels, so that romaji finds it. */
export function readingPrefix(reading: string): string {
  return withoutLongVowels(fold(reading));
}

/** What the reading would begin with, were the typed text romaji; undefined if it is not. */
export function romajiPrefix(text: string): string | undefined {
  const kana = romajiToHiragana(text);
  return kana === '' ? undefined : withoutLongVowels(kana);
}

/** The end (exclusive) of the keys that begin with `prefix`, in SQLite's BINARY order. */
export function endOfPrefix(prefix: string): string {
  return `${prefix}\u{10FFFF}`;
}

/**
 * Who somebody is as far as the log can tell, from kind, folded name and folded organisation: 96 bits of SHA-256, base64url. It
 * depends on nothing that came before, so what is erased leaves no gap in it.
 */
export function personKey(kind: VisitKind, nameFold: string, organisationFold: string): string {
  return sha256(`${kind}\0${nameFold}\0${organisationFold}`).toString('base64url', 0, 12);
}
