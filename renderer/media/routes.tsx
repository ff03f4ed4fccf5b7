import { Navigate, Route, Routes } from 'react-router';
import { For } from '../app/for-channel.tsx';
import { MediaPolicyPage } from './policy/policy-page.tsx';
import { RegisterPage } from './register/register-page.tsx';
import { StocktakePage } from './register/stocktake/stocktake-page.tsx';

/** The pages of the media ledger, under `/media`. */
export default function MediaRoutes() {
  return (
    <Routes>
      <Route index element={<Navigate to="/media/register" replace />} />
      <Route path="register" element={<RegisterPage />} />
      <Route path="register/stocktake" element={<For channel="media.stocktake" page={<StocktakePage />} />} />
      <Route path="register/:id" element={<RegisterPage />} />
      <Route path="policy" element={<MediaPolicyPage />} />
    </Routes>
  );
}
