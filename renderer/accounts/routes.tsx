import { lazy, Suspense } from 'react';
import { Route, Routes } from 'react-router';
import { For } from '../app/for-channel.tsx';
import { LoadingState } from '../ui/states.tsx';
import { AccountsPage } from './people/accounts-page.tsx';
import { CreatePage } from './people/create-page.tsx';
import { PolicyPage } from './policy/policy-page.tsx';
import { ProposalsPage } from './proposals/proposals-page.tsx';

const KeysPage = lazy(async () => ({ default: (await import('./keys/keys-page.tsx')).KeysPage }));
const CheckPage = lazy(async () => ({ default: (await import('./check/check-page.tsx')).CheckPage }));
const ClosePage = lazy(async () => ({ default: (await import('./people/close-page.tsx')).ClosePage }));

/** The pages of account work, under `/accounts`. Registering and closing are an administrator's, as signing the check is. */
export default function AccountsRoutes() {
  return (
    <Suspense fallback={<LoadingState />}>
      <Routes>
        <Route index element={<AccountsPage />} />
        <Route path="people/:id" element={<AccountsPage />} />
        <Route path="new" element={<For channel="accounts.check" page={<CreatePage />} />} />
        <Route path="close" element={<For channel="accounts.check" page={<ClosePage />} />} />
        <Route path="proposals" element={<ProposalsPage />} />
        <Route path="proposals/:id" element={<ProposalsPage />} />
        <Route path="policy" element={<PolicyPage />} />
        <Route path="keys" element={<For channel="accounts.keys" page={<KeysPage />} />} />
        <Route path="check" element={<For channel="accounts.toCheck" page={<CheckPage />} />} />
      </Routes>
    </Suspense>
  );
}
