import { StrictMode } from 'react';
import { createBrowserRouter, type RouteObject } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { SessionProvider } from './platform/auth/SessionProvider';
import { ViewerProvider } from './platform/auth/ViewerProvider';
import { RootLayout } from './platform/routing/RootLayout';
import { RouteError } from './platform/routing/RouteError';
import { LoadingState } from './platform/ui/LoadingState';

/**
 * One line a page, each its own file for the browser:
 * { path: 'plans', lazy: async () => ({ Component: (await import('./features/plans/PlansPage')).PlansPage }) }
 */
const pages: RouteObject[] = [
  { index: true, lazy: async () => ({ Component: (await import('./features/home/HomePage')).HomePage }) },
  {
    path: 'sign-in',
    lazy: async () => ({ Component: (await import('./features/sign-in/SignInPage')).SignInPage }),
  },
  {
    path: 'account',
    lazy: async () => ({ Component: (await import('./features/account/AccountPage')).AccountPage }),
  },
  {
    path: 'plans',
    lazy: async () => ({ Component: (await import('./features/plans/PlansPage')).PlansPage }),
  },
  {
    path: 'plans/:planId',
    lazy: async () => ({ Component: (await import('./features/plans/PlanPage')).PlanPage }),
    children: [
      {
        path: 'actions/:actionId',
        lazy: async () => ({ Component: (await import('./features/actions/ActionPanel')).ActionPanel }),
      },
      {
        path: 'workstreams/:workstreamId',
        lazy: async () => ({
          Component: (await import('./features/workstreams/WorkstreamPanel')).WorkstreamPanel,
        }),
      },
      {
        path: 'priorities',
        children: [
          {
            path: ':priorityId',
            lazy: async () => ({ Component: (await import('./features/plans/PriorityPanel')).PriorityPanel }),
          },
        ],
      },
    ],
  },
  {
    path: 'map',
    lazy: async () => ({ Component: (await import('./features/cross-references/MapPage')).MapPage }),
  },
  {
    path: 'plans/:planId/map',
    lazy: async () => ({ Component: (await import('./features/cross-references/MapPage')).MapPage }),
  },
  {
    path: 'meetings/:meetingId/papers',
    lazy: async () => ({ Component: (await import('./features/meetings/PublishPage')).PublishPage }),
  },
  {
    path: 'maps/:frozenMapId',
    lazy: async () => ({
      Component: (await import('./features/cross-references/FrozenMapPage')).FrozenMapPage,
    }),
  },
  {
    path: 'health',
    lazy: async () => ({ Component: (await import('./features/health/HealthPage')).HealthPage }),
  },
  {
    path: 'plans/:planId/health',
    lazy: async () => ({ Component: (await import('./features/health/HealthPage')).HealthPage }),
  },
  {
    path: 'external-dependencies',
    lazy: async () => ({
      Component: (await import('./features/cross-references/AllDependenciesPage')).AllDependenciesPage,
    }),
  },
  {
    path: 'plans/:planId/external-dependencies',
    lazy: async () => ({
      Component: (await import('./features/cross-references/ExternalDependenciesPage'))
        .ExternalDependenciesPage,
    }),
  },
  {
    path: 'partnership',
    lazy: async () => ({
      Component: (await import('./features/organisations/PartnershipPage')).PartnershipPage,
    }),
  },
  {
    path: 'organisations',
    lazy: async () => ({
      Component: (await import('./features/organisations/OrganisationsPage')).OrganisationsPage,
    }),
  },
  {
    path: 'organisations/:id',
    lazy: async () => ({
      Component: (await import('./features/organisations/OrganisationPage')).OrganisationPage,
    }),
  },
  {
    path: 'boards',
    lazy: async () => ({ Component: (await import('./features/boards/BoardsPage')).BoardsPage }),
  },
  {
    path: 'boards/:id',
    lazy: async () => ({ Component: (await import('./features/boards/BoardPage')).BoardPage }),
  },
  {
    path: 'boards/:id/forward-plan',
    lazy: async () => ({
      Component: (await import('./features/meetings/ForwardPlanPage')).ForwardPlanPage,
    }),
  },
  {
    path: 'boards/:id/report-template',
    lazy: async () => ({
      Component: (await import('./features/boards/ReportTemplatePage')).ReportTemplatePage,
    }),
  },
  {
    path: 'boards/:id/year',
    lazy: async () => ({ Component: (await import('./features/meetings/YearPage')).YearPage }),
  },
  {
    path: 'meetings/year',
    lazy: async () => ({ Component: (await import('./features/meetings/YearPage')).YearPage }),
  },
  {
    path: 'meetings',
    lazy: async () => ({ Component: (await import('./features/meetings/MeetingsPage')).MeetingsPage }),
  },
  {
    path: 'abus/:id',
    lazy: async () => ({ Component: (await import('./features/boards/AbuPage')).AbuPage }),
  },
  {
    path: 'meetings/:meetingId',
    lazy: async () => ({ Component: (await import('./features/meetings/MeetingPage')).MeetingPage }),
  },
  {
    path: 'import',
    lazy: async () => ({ Component: (await import('./features/imports/ImportPage')).ImportPage }),
  },
  {
    path: 'api',
    lazy: async () => ({ Component: (await import('./features/api/ApiPage')).ApiPage }),
  },
  {
    path: 'risks',
    lazy: async () => ({ Component: (await import('./features/risks/RisksPage')).RisksPage }),
    children: [
      {
        path: ':riskId',
        lazy: async () => ({ Component: (await import('./features/risks/RiskPanel')).RiskPanel }),
      },
    ],
  },
  {
    path: 'reports/:reportId',
    lazy: async () => ({ Component: (await import('./features/reports/ReportPage')).ReportPage }),
  },
  {
    path: '*',
    lazy: async () => ({ Component: (await import('./platform/routing/NotFoundPage')).NotFoundPage }),
  },
];

const router = createBrowserRouter([
  {
    path: '/',
    Component: RootLayout,
    HydrateFallback: () => <LoadingState what="Accord" />,
    children: [{ ErrorBoundary: RouteError, children: pages }],
  },
]);

export function App() {
  return (
    <StrictMode>
      <SessionProvider>
        <ViewerProvider>
          <RouterProvider router={router} />
        </ViewerProvider>
      </SessionProvider>
    </StrictMode>
  );
}
