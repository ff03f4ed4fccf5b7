import { useQueryOf } from '../api/queries.ts';
import { useSession } from '../app/session.ts';
import { LinkButton } from '../ui/link-button.tsx';
import { Card } from '../ui/list-detail.tsx';
import { QueryStates } from '../ui/states.tsx';
import { HealthList } from './health-lights.tsx';
import { useVaultText } from './text.ts';

/** How old the newest backup is, and how the ledger's place is, on the first page. */
export function VaultCard() {
  const t = useVaultText();
  const { may } = useSession();
  const health = useQueryOf('vault', 'health', {}, { every: 60_000 });
  return (
    <Card>
      <h2 className="mb-3 text-lg font-bold">{t('home.title')}</h2>
      <QueryStates query={health}>{(data) => <HealthList health={data} />}</QueryStates>
      {may('vault.backups') ? (
        <div className="mt-4">
          <LinkButton to="/backups">{t('home.open')}</LinkButton>
        </div>
      ) : null}
    </Card>
  );
}
