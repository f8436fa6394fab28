import type { ReactNode } from 'react';
import { Tooltip as AriaTooltip, Focusable, TooltipTrigger } from 'react-aria-components';

interface TooltipProps {
  readonly text: string;
  /** A button or link of ours: it already takes focus and hover. */
  readonly children: ReactNode;
  readonly placement?: 'top' | 'bottom' | 'left' | 'right';
}

/** Only ever repeats or adds to what can be had otherwise: touch and print never see a tooltip. */
export function Tooltip({ text, children, placement = 'bottom' }: TooltipProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={0}>
      {children}
      <AriaTooltip className="tooltip" offset={6} placement={placement}>
        {text}
      </AriaTooltip>
    </TooltipTrigger>
  );
}

interface HintProps {
  readonly text: string;
  /** Words that the hint explains. */
  readonly children: string;
}

/** Words with an explanation behind them, such as a status and its definition. */
export function Hint({ text, children }: HintProps) {
  return (
    <TooltipTrigger delay={200} closeDelay={0}>
      <Focusable>
        <button type="button" className="hint">
          {children}
        </button>
      </Focusable>
      <AriaTooltip className="tooltip" offset={6}>
        {text}
      </AriaTooltip>
    </TooltipTrigger>
  );
}
