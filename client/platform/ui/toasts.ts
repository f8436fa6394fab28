/** Short messages about what has just been done. Kept outside React so that any code can speak. */

export interface Toast {
  readonly id: number;
  readonly tone: 'info' | 'success' | 'danger';
  readonly message: string;
  /** The way back, where there is one: 'Undo'. */
  readonly action?: { readonly label: string; readonly run: () => void };
}

export type ToastRequest = Omit<Toast, 'id' | 'tone'> & { readonly tone?: Toast['tone'] };

let toasts: readonly Toast[] = [];
let nextId = 1;
const listeners = new Set<() => void>();

function replace(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}

/** Shows a message; beyond four the oldest gives way. Answers with its id, to take it back. */
export function showToast(request: ToastRequest): number {
  const id = nextId;
  nextId += 1;
  replace([...toasts.slice(-3), { tone: 'info', ...request, id }]);
  return id;
}

export function dismissToast(id: number): void {
  replace(toasts.filter((toast) => toast.id !== id));
}

export const currentToasts = (): readonly Toast[] => toasts;

export function onToastsChanged(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}
