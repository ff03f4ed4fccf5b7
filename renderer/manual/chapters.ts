/** A chapter of the manual, and the screens that F1 opens it from. */
export interface Chapter {
  /** The file below `resources/manual/ja`, without `.md`. */
  readonly file: string;
  /** The beginnings of the addresses of its screens, the address's query included where a screen is a tab. */
  readonly screens: readonly string[];
}

/** The one list of chapters, in the order in which they are read. A new chapter is a file and a line here. */
export const CHAPTERS: readonly Chapter[] = [
  { file: '01-hajimeni', screens: ['/', '/password'] },
  { file: '02-nyutaishitsu', screens: ['/entries'] },
  { file: '03-shouseki', screens: ['/trail'] },
  { file: '04-shouseki-kensa', screens: ['/trail?tab=export'] },
  { file: '05-riyousha', screens: ['/accounts'] },
  { file: '06-kagi', screens: ['/accounts/keys'] },
  { file: '07-hikae', screens: ['/backups'] },
  { file: '08-hozon-kikan', screens: ['/trail?tab=retention'] },
  { file: '09-baitai', screens: ['/media', '/trail?tab=printed'] },
  { file: '10-kanri-daichou', screens: ['/media/register', '/media/policy'] },
];

/** The chapter about a screen: the one whose screen's address agrees for the longest. */
export function chapterFor(address: string): string {
  const fits = CHAPTERS.flatMap(({ file, screens }) =>
    screens.filter((screen) => address.startsWith(screen)).map((screen) => ({ file, length: screen.length })),
  ).toSorted((a, b) => b.length - a.length);
  return (fits[0] ?? CHAPTERS[0])?.file ?? '';
}
