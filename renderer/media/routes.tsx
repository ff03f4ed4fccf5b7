import { Navigate, Route, Routes } from 'react-router';
import { For } from '../app/for-channel.tsx';
import { ListImportPage } from './lists/import-page.tsx';
import { MediaPolicyPage } from './policy/policy-page.tsx';
import { QuarantinePage } from './quarantine/page.tsx';
import { RegisterPage } from './register/register-page.tsx';
import { StocktakePage } from './register/stocktake/stocktake-page.tsx';
import { ReportPage } from './report/report-page.tsx';
import { FormPage } from './requests/form/form-page.tsx';
import { RequestsPage } from './requests/requests-page.tsx';
import { TemplateFormPage } from './templates/form/template-form-page.tsx';
import { TemplatesPage } from './templates/templates-page.tsx';

/** The pages of the media ledger, under `/media`. The lists and a request are one page: the list stays where it is. */
export default function MediaRoutes() {
  return (
    <Routes>
      <Route element={<RequestsPage />}>
        <Route index element={null} />
        <Route path="requests/:id" element={null} />
      </Route>
      <Route path="new" element={<For channel="media.submit" page={<FormPage />} />} />
      <Route path="register" element={<RegisterPage />} />
      <Route path="register/import" element={<For channel="media.chooseList" page={<ListImportPage />} />} />
      <Route path="register/stocktake" element={<For channel="media.stocktake" page={<StocktakePage />} />} />
      <Route path="register/:id" element={<RegisterPage />} />
      <Route path="templates" element={<TemplatesPage />} />
      <Route
        path="templates/new"
        element={<For channel="media.writeTemplate" page={<TemplateFormPage />} />}
      />
      <Route path="templates/:id" element={<TemplatesPage />} />
      <Route
        path="templates/:id/change"
        element={<For channel="media.changeTemplate" page={<TemplateFormPage />} />}
      />
      <Route path="report" element={<For channel="media.report" page={<ReportPage />} />} />
      <Route path="policy" element={<MediaPolicyPage />} />
      <Route path="quarantine" element={<QuarantinePage />} />
      <Route path="carried" element={<Navigate to="/media?tab=carried" replace />} />
      <Route path="*" element={<Navigate to="/media" replace />} />
    </Routes>
  );
}
