const files = import.meta.glob<string>('../../resources/manual/ja/*.md', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** The chapters' Markdown by file name without `.md`, as they were built in. */
export const TEXTS: ReadonlyMap<string, string> = new Map(
  Object.entries(files).map(([path, text]) => [path.replace(/^.*\/|\.md$/gu, ''), text]),
);

/** What a chapter is called: its first heading. */
export function titleOf(file: string): string {
  return /^# (?<title>.+)$/mu.exec(TEXTS.get(file) ?? '')?.groups?.['title'] ?? file;
}
