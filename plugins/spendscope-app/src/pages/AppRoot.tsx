import type { AppRootProps } from '@grafana/data';
import type { JSX } from 'react';
import { Navigate, Route, Routes } from 'react-router';
import { AppPage } from './AppPage';
import { NotFoundPage } from './NotFoundPage';
import { AnomaliesPage } from './anomalies/AnomaliesPage';
import { AuditPage } from './audit/AuditPage';
import { BenefitsPage } from './benefits/BenefitsPage';
import { CustomersPage } from './customers/CustomersPage';
import { FeedbackPage } from './feedback/FeedbackPage';
import { InterventionsPage } from './interventions/InterventionsPage';
import { JobsPage } from './jobs/JobsPage';
import { ModelsPage } from './models/ModelsPage';
import { OverviewPage } from './overview/OverviewPage';
import { pagePaths } from './pagePaths';
import { PersonasPage } from './personas/PersonasPage';
import { PolicyPage } from './policy/PolicyPage';
import { PrivacyPage } from './privacy/PrivacyPage';
import { SegmentsPage } from './segments/SegmentsPage';
import { ThresholdsPage } from './thresholds/ThresholdsPage';

/** The app's pages. Each is guarded by its right here, by Grafana in plugin.json, and by the API. */
export function AppRoot(_props: AppRootProps): JSX.Element {
  return (
    <Routes>
      <Route path="overview" element={<AppPage right="data:read" page={OverviewPage} />} />
      <Route path="segments" element={<AppPage right="data:read" page={SegmentsPage} />} />
      <Route path="personas" element={<AppPage right="data:read" page={PersonasPage} />} />
      <Route path="benefits" element={<AppPage right="data:read" page={BenefitsPage} />} />
      <Route path="customers" element={<AppPage right="data:read" page={CustomersPage} />} />
      <Route path="anomalies" element={<AppPage right="data:read" page={AnomaliesPage} />} />
      <Route path="thresholds" element={<AppPage right="data:read" page={ThresholdsPage} />} />
      <Route path="interventions" element={<AppPage right="data:read" page={InterventionsPage} />} />
      <Route path="models" element={<AppPage right="data:read" page={ModelsPage} />} />
      <Route path="feedback" element={<AppPage right="data:read" page={FeedbackPage} />} />
      <Route path="jobs" element={<AppPage right="data:read" page={JobsPage} />} />
      <Route path="policy" element={<AppPage right="data:read" page={PolicyPage} />} />
      <Route path="audit" element={<AppPage right="audit:read" page={AuditPage} />} />
      <Route path="privacy" element={<AppPage right="pii:reveal" page={PrivacyPage} />} />
      <Route path="" element={<Navigate to={pagePaths.overview} replace />} />
      <Route path="*" element={<NotFoundPage />} />
    </Routes>
  );
}
