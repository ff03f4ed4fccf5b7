import type { Health } from '../../shared/vault/model.ts';
import { useFormat } from '../ui/use-format.ts';
import { useVaultText } from './text.ts';

/** What a light of the ledger's place means, and what to do. */
export function useHealthWords(): (health: Health, name: keyof Health) => string {
  const t = useVaultText();
  const format = useFormat();
  return ({ trail, backup, clock, disk }, name) => {
    switch (name) {
      case 'trail':
        return t(`trail.${trail.reason}`, { n: format.number(trail.size) });
      case 'backup':
        return t(`backup.${backup.reason}`, {
          age: backup.at === null ? '' : format.duration(clock.now - backup.at),
        });
      case 'clock':
        return t(`clock.${clock.reason}`);
      case 'disk':
        return t(`disk.${disk.reason}`, {
          free: disk.free === null ? '' : format.bytes(disk.free),
          ledger: format.bytes(disk.ledgerBytes + disk.walBytes),
        });
    }
  };
}
