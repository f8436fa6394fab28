import { refusedByLimit } from './document-refused.js';
import type { Limits } from './limit-values.js';

type VariableLimits = Pick<Limits, 'variables' | 'variableValues' | 'listItems' | 'nesting'>;

/** Bounds what is sent beside the document: how much of it, how long its lists, how deep. */
export function checkVariables(
  variables: Record<string, unknown> | null | undefined,
  limits: VariableLimits,
): void {
  if (!variables) return;
  // Not by recursion: a deep enough value would otherwise end the walk by exhausting the stack.
  const waiting: { value: object; depth: number; name: string }[] = [];
  let seen = 0;
  for (const [name, value] of Object.entries(variables)) {
    seen++;
    if (isObject(value)) waiting.push({ value, depth: 1, name });
  }
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const children: unknown[] = Array.isArray(next.value) ? next.value : Object.values(next.value);
    seen += children.length;
    refuseIf(
      Array.isArray(next.value) && children.length > limits.listItems,
      next.name,
      'its list is too long',
    );
    refuseIf(seen > limits.variableValues, next.name, 'it holds too many values');
    refuseIf(next.depth > limits.nesting, next.name, 'it is nested too deeply');
    for (const child of children) {
      if (isObject(child)) waiting.push({ value: child, depth: next.depth + 1, name: next.name });
    }
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function refuseIf(condition: boolean, name: string, reason: string): void {
  if (!condition) return;
  const message = `Variable "$${name}" was refused: ${reason}.`;
  throw refusedByLimit(message, [{ field: name, message }]);
}
