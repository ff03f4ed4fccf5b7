/** Entries of all sites share one integer key; a site has room for 2^40 of them and there is room for 8,191 sites. */
export const SPAN = 2 ** 40;

/** The key of entry `seq` of the site with number `site`. */
export function place(site: number, seq: number): number {
  return site * SPAN + seq;
}

/** The sequence number that a key stands for. */
export function seqOf(key: number): number {
  return key % SPAN;
}

/** Of the site whose entry this key stands for: the key before its first entry. */
export function baseOf(key: number): number {
  return key - seqOf(key);
}
