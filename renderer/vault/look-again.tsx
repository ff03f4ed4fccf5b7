import { RotateCw } from 'lucide-react';
import { useCommand } from '../api/queries.ts';
import { useRefusalText } from '../app/i18n.ts';
import { Button } from '../ui/button.tsx';
import { notify } from '../ui/toast.tsx';
import { useVaultText } from './text.ts';

/** Tries whether the trail can be written again, and says what came of it. */
export function LookAgain() {
  const t = useVaultText();
  const words = useRefusalText();
  const look = useCommand('vault', 'lookAgain');
  const problem = words(look.error);
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <Button
        size="sm"
        icon={RotateCw}
        pending={look.isPending}
        onPress={() => look.mutate({}, { onSuccess: () => notify(t('lookAgain.done')) })}
      >
        {t('lookAgain.do')}
      </Button>
      <span role="status">{problem}</span>
    </span>
  );
}
