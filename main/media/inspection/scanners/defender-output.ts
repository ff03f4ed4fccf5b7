import type { Finding } from '../../../../shared/media/inspection/model.ts';
import { safeLine } from '../safe-path.ts';
import { FINDINGS_MAX } from './clamav-output.ts';
import type { ScanOutcome } from './scanner.ts';

const THREAT = /^Threat\s*:\s*(\S.*)$/u;
const RESOURCE = /^\s+(?:file|containerfile)\s*:\s*(\S.*)$/u;

/**
 * What `MpCmdRun.exe -Scan -DisableRemediation` came to: exit code 0 nothing found, 2 found or failed, told apart by what it printed.
 * Threats are listed with the files they are in.
 */
export function readDefender(lines: readonly string[], code: number | null, root: string): ScanOutcome {
  const findings: Finding[] = [];
  let threat = '';
  for (const line of lines) {
    const named = THREAT.exec(line);
    if (named?.[1] !== undefined) threat = safeLine(named[1], 200);
    const path = RESOURCE.exec(line)?.[1];
    if (path !== undefined && threat !== '') findings.push({ path: below(path, root), name: threat });
  }
  const said = lines.filter((line) => line.trim() !== '').at(-1) ?? `exit ${String(code)}`;
  if (findings.length > 0) {
    const kept = findings.slice(0, FINDINGS_MAX);
    return { end: 'scanned', findings: kept, more: findings.length - kept.length, files: null };
  }
  if (lines.some((line) => /found [1-9]\d* threats?/u.test(line)))
    return { end: 'scanned', findings: [{ path: '?', name: '?' }], more: 0, files: null };
  if (code === 0) return { end: 'scanned', findings: [], more: 0, files: null };
  return { end: 'failed', why: safeLine(said, 300) };
}

function below(path: string, root: string): string {
  const own = path.toLowerCase().startsWith(root.toLowerCase()) ? path.slice(root.length) : path;
  return safeLine(own.replaceAll('\\', '/').replace(/^\/+/u, ''), 4096);
}

/** What PowerShell says of Microsoft Defender: `<version>|<definitions>|<time of the definitions, ISO 8601>`. */
export function readDefenderStatus(
  text: string,
): { readonly version: string; readonly definitionsAt: number | null } | undefined {
  const [version = '', definitions = '', time = ''] = text.trim().split('|');
  if (!/^[\d.]+$/u.test(version)) return undefined;
  const at = Date.parse(time);
  return {
    version: safeLine(/^[\d.]+$/u.test(definitions) ? `${version}/${definitions}` : version, 60),
    definitionsAt: Number.isNaN(at) ? null : at,
  };
}
