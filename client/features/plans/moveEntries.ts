import type { MenuEntry } from '../../platform/ui/Menu';
import { type Placed, stepsOf } from './placing';

interface Moves {
  readonly all: readonly Placed[];
  readonly moved: Placed;
  /** One step, right after this neighbour or before all. */
  readonly onStep: (afterId: string | null, how: 'up' | 'down') => void;
  /** Asks for the place. */
  readonly onElsewhere: () => void;
}

/** The ways of moving something, for the menu of it. */
export function moveEntries({ all, moved, onStep, onElsewhere }: Moves): readonly MenuEntry[] {
  const { up, down } = stepsOf(all, moved);
  const step = (afterId: string | null | undefined, how: 'up' | 'down'): MenuEntry => ({
    id: `move-${how}`,
    label: `Move ${how}`,
    icon: `arrow-${how}`,
    isDisabled: afterId === undefined,
    onAction: () => afterId !== undefined && onStep(afterId, how),
  });
  return [
    step(up, 'up'),
    step(down, 'down'),
    { id: 'move', label: 'Move to another place', icon: 'arrow-right', onAction: onElsewhere },
  ];
}
