import { backendSrv } from '../services/backendSrv';
import type { DashboardModel } from './dashboardModel';

export interface DashboardHit {
  uid: string;
  title: string;
  description: string;
  url: string;
  tags: string[];
}

export const listDashboards = (tags: string[] = []): Promise<DashboardHit[]> =>
  backendSrv.get('/api/search', { type: 'dash-db', tag: tags });

/** @throws with status 404 where there is no such dashboard */
export const getDashboard = async (uid: string): Promise<DashboardModel> =>
  (
    await backendSrv.get<{ dashboard: DashboardModel }>(`/api/dashboards/uid/${uid}`, undefined, undefined, {
      showErrorAlert: false,
    })
  ).dashboard;
