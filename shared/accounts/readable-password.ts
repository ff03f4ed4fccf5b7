/** Letters and digits that are not mistaken for each other on paper. */
const READABLE = 'abcdefghjkmnpqrstuvwxyz23456789';
const FAIR = Math.floor(256 / READABLE.length) * READABLE.length;

/** A password to be handed over on paper: four groups of four, 79 bits. `randomByte` gives a random number from 0 to 255. */
export function readablePassword(randomByte: () => number): string {
  const letters: string[] = [];
  while (letters.length < 16) {
    const value = randomByte();
    // The rest of the range would favour the first letters.
    if (value < FAIR) letters.push(READABLE.charAt(value % READABLE.length));
  }
  return letters.join('').replaceAll(/(.{4})(?=.)/gu, '$1-');
}
