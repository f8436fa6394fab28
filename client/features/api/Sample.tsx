import { useState } from 'react';
import { Button } from '../../platform/ui/Button';
import { copyText } from '../../platform/ui/copyText';
import { showToast } from '../../platform/ui/toasts';

interface SampleProps {
  readonly eyebrow?: string;
  readonly label: string;
  readonly text: string;
}

/** A piece of code with its name, to be read and copied. */
export function Sample({ eyebrow, label, text }: SampleProps) {
  const [isCopied, setCopied] = useState(false);
  const copy = (): void => {
    copyText(text).then(
      () => setCopied(true),
      () =>
        showToast({
          tone: 'danger',
          message: 'The browser did not let it be copied. Mark it and copy it by hand.',
        }),
    );
  };
  return (
    <figure className="sample">
      <figcaption className="sample-head">
        <span>
          {eyebrow !== undefined && <span className="eyebrow">{eyebrow}</span>}
          <span className="sample-label">{label}</span>
        </span>
        <Button look="quiet" size="sm" aria-label={`Copy: ${label}`} onPress={copy}>
          {isCopied ? 'Copied' : 'Copy'}
        </Button>
      </figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard */}
      <section className="sample-code" tabIndex={0} aria-label={label}>
        <pre>
          <code>{text}</code>
        </pre>
      </section>
    </figure>
  );
}
