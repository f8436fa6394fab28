import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createMemoryRouter } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { ControlsSection } from './gallery/ControlsSection';
import { OverlaysSection } from './gallery/OverlaysSection';
import { PlanSection } from './gallery/PlanSection';
import { StatesSection } from './gallery/StatesSection';
import { StatusSection } from './gallery/StatusSection';
import { Page } from './platform/routing/Page';
import { RootLayout } from './platform/routing/RootLayout';
import { ShellProvider } from './platform/routing/shell-context';
import { Badge } from './platform/ui/Badge';
import { Button } from './platform/ui/Button';
import { showToast } from './platform/ui/toasts';
import './gallery/gallery.css';

/** Every widget in every state, for looking at and for the accessibility checks. Not part of the product's build. */
function Gallery() {
  return (
    <Page
      title="Cumbria CQC local system review: action plan"
      trail={[
        { label: 'Plans', to: '/plans' },
        { label: 'Health and Wellbeing Board', to: '/boards/hwb' },
      ]}
      lead={
        <>
          <Badge look="accent">Adopted</Badge> Nine workstreams, owned by eleven organisations.
        </>
      }
      actions={
        <>
          <Button icon="export">Export</Button>
          <Button
            look="primary"
            icon="plus"
            onPress={() => showToast({ message: 'An action would open here' })}
          >
            New action
          </Button>
        </>
      }
    >
      <PlanSection />
      <StatusSection />
      <ControlsSection />
      <OverlaysSection />
      <StatesSection />
    </Page>
  );
}

const router = createMemoryRouter(
  [{ path: '*', Component: RootLayout, children: [{ path: '*', Component: Gallery }] }],
  { initialEntries: ['/plans'] },
);

const root = document.getElementById('root');
if (!root) throw new Error('gallery.html has no #root');
createRoot(root).render(
  <StrictMode>
    <ShellProvider
      value={{
        partnership: 'Cumbria Health and Care Partnership',
        viewer: {
          name: 'Aisha Khan',
          organisation: 'Cumbria County Council',
          organisationShortName: 'CCC',
        },
        connection: { state: 'live' },
        onSignOut: () => showToast({ message: 'Signed out' }),
      }}
    >
      <RouterProvider router={router} />
    </ShellProvider>
  </StrictMode>,
);
