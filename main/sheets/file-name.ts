/** What no file system of the three kinds takes in a name, and direction characters that could make one read as another. */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\\/:*?"<>|]+/gu;
/** Names that Windows keeps for devices, with or without an ending. */
const RESERVED = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?$/iu;
/** In characters: with four bytes each, the ending and `.new` it still fits the 255 bytes that file systems allow. */
const LONGEST = 60;

/**
 * The name proposed for a sheet's file: its title as one name without a path, valid on Windows, macOS and Linux, with the
 * ending `.pdf`. A title of which nothing is left is called `sheet`.
 */
export function fileNameFor(title: string): string {
  const cleaned = title.normalize('NFC').replaceAll(UNSAFE, '_').replaceAll(/\s+/gu, ' ');
  const short = [...cleaned].slice(0, LONGEST).join('');
  // Windows drops dots and blanks at the end of a name; a dot in front hides a file elsewhere.
  const name = short.replaceAll(/^[\s.]+|[\s.]+$/gu, '');
  if (/^_*$/u.test(name)) return 'sheet.pdf';
  return RESERVED.test(name) ? `_${name}.pdf` : `${name}.pdf`;
}
