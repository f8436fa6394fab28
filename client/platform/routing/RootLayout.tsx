import { Suspense } from 'react';
import { I18nProvider, RouterProvider } from 'react-aria-components';
import { Outlet, ScrollRestoration, useHref, useNavigate } from 'react-router';
import { usePutOut } from '../auth/usePutOut';
import { LoadingState } from '../ui/LoadingState';
import { Shell } from './Shell';

/** Around every page of the product: links of the widgets go through the router, dates and sorting are British. */
export function RootLayout() {
  const navigate = useNavigate();
  usePutOut();
  return (
    <I18nProvider locale="en-GB">
      <RouterProvider navigate={(to) => void navigate(to)} useHref={useHref}>
        <Shell>
          <Suspense fallback={<LoadingState what="the page" />}>
            <Outlet />
          </Suspense>
        </Shell>
        <ScrollRestoration />
      </RouterProvider>
    </I18nProvider>
  );
}
