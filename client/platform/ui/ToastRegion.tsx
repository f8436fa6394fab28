import { useEffect, useState, useSyncExternalStore } from 'react';
import { Button, IconButton } from './Button';
import { classes } from './classes';
import { Icon } from './Icon';
import { currentToasts, dismissToast, onToastsChanged, type Toast } from './toasts';
import './blocks.css';

/** Long enough to read; one with a way back stays longer, and an error until it is dismissed. */
function lifetime(toast: Toast): number | undefined {
  if (toast.tone === 'danger') return undefined;
  return toast.action === undefined ? 6_000 : 12_000;
}

function ToastItem({ toast, isHeld }: { readonly toast: Toast; readonly isHeld: boolean }) {
  useEffect(() => {
    const life = lifetime(toast);
    if (life === undefined || isHeld) return undefined;
    const timer = setTimeout(() => dismissToast(toast.id), life);
    return () => clearTimeout(timer);
  }, [toast, isHeld]);

  const { action } = toast;
  return (
    <li className={classes('toast', `toast-${toast.tone}`)}>
      <Icon name={toast.tone === 'success' ? 'success' : toast.tone === 'danger' ? 'risk' : 'info'} />
      <span className="toast-words">{toast.message}</span>
      {action !== undefined && (
        <Button
          look="quiet"
          onPress={() => {
            action.run();
            dismissToast(toast.id);
          }}
        >
          {action.label}
        </Button>
      )}
      <IconButton icon="close" label="Dismiss" onPress={() => dismissToast(toast.id)} />
    </li>
  );
}

/** Mounted once, by the shell. While the pointer or the focus is in it nothing disappears. */
export function ToastRegion() {
  const toasts = useSyncExternalStore(onToastsChanged, currentToasts);
  const [isHovered, setHovered] = useState(false);
  const [isFocused, setFocused] = useState(false);
  return (
    <section
      className="toast-region"
      aria-label="Messages"
      onPointerEnter={() => setHovered(true)}
      onPointerLeave={() => setHovered(false)}
      onFocus={() => setFocused(true)}
      onBlur={() => setFocused(false)}
    >
      <ol aria-live="polite" aria-relevant="additions text" className="toast-list">
        {toasts.map((toast) => (
          <ToastItem key={toast.id} toast={toast} isHeld={isHovered || isFocused} />
        ))}
      </ol>
    </section>
  );
}
