// Before the first paint, so that a reader who chose dark never sees a white flash. The rest is in platform/ui/theme.ts.
try {
  const chosen = localStorage.getItem('accord.theme');
  if (chosen === 'light' || chosen === 'dark') document.documentElement.dataset.theme = chosen;
} catch {
  // Storage is blocked: the page follows the system.
}
