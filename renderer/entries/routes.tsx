import { lazy, Suspense } from 'react';
import { Route, Routes } from 'react-router';
import { LoadingState } from '../ui/states.tsx';
import { AreasPage } from './areas/AreasPage.tsx';
import { BoardPage } from './board/BoardPage.tsx';
import { EntriesPage } from './log/EntriesPage.tsx';

const ImportPage = lazy(() => import('./import/ImportPage.tsx'));

/** The pages of the entry log, under `/entries`. The log and a visit are one page: what stands in its form stays. */
export default function EntriesRoutes() {
  return (
    <Suspense fallback={<LoadingState />}>
      <Routes>
        <Route element={<EntriesPage />}>
          <Route index element={null} />
          <Route path="visits/:id" element={null} />
        </Route>
        <Route path="board" element={<BoardPage />} />
        <Route path="areas" element={<AreasPage />} />
        <Route path="import" element={<ImportPage />} />
      </Routes>
    </Suspense>
  );
}
