import type { Finding } from '../../../shared/media/inspection/model.ts';

/** Reads findings as they are typed, one a line: `file | name`. Answers the first line that is not of that form, from 1. */
export function readFindings(
  text: string,
): { readonly findings: readonly Finding[] } | { readonly line: number } {
  const findings: Finding[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    // The last bar divides: names of files may hold one, names of what is found do not. Japanese keyboards give the wide one.
    const at = Math.max(line.lastIndexOf('|'), line.lastIndexOf('｜'));
    const path = line.slice(0, Math.max(at, 0)).trim();
    const name = line.slice(at + 1).trim();
    if (at === -1 || path === '' || name === '') return { line: index + 1 };
    findings.push({ path, name });
  }
  return { findings };
}
