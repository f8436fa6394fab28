/** What is sent of one span: names and numbers of ours, never words of people. */
export interface EndedSpan {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  kind: 'INTERNAL' | 'SERVER' | 'CLIENT';
  /** Milliseconds since 1970. */
  from: number;
  until: number;
  attributes: Record<string, string | number>;
  hasFailed: boolean;
}

export interface OtlpOptions {
  /** The collector’s own address, without `/v1/traces`. */
  endpoint: string;
  headers: Record<string, string>;
  serviceName: string;
  version: string;
  onTrouble(error: unknown): void;
}

const SEND_EVERY_MS = 2_000;
const MOST_AT_ONCE = 500;
/** Beyond that spans are dropped: watching must not cost what is watched. */
const MOST_WAITING = 5_000;
const PATIENCE_MS = 5_000;

const KINDS = { INTERNAL: 1, SERVER: 2, CLIENT: 3 } as const;
const FAILED = 2;

/**
 * Sends spans as OpenTelemetry’s OTLP over HTTP, in its JSON form, a batch at a time. By hand, since the form is small
 * and settled, and the packages that write it weigh more than all else the server depends on.
 */
export class OtlpSender {
  private waiting: EndedSpan[] = [];
  private sending: Promise<void> = Promise.resolve();
  private readonly timer: NodeJS.Timeout;

  constructor(private readonly options: OtlpOptions) {
    this.timer = setInterval(() => this.send(), SEND_EVERY_MS).unref();
  }

  take(span: EndedSpan): void {
    if (this.waiting.length < MOST_WAITING) this.waiting.push(span);
    if (this.waiting.length === MOST_AT_ONCE) this.send();
  }

  /** Sends what still waits, and nothing after. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    this.send();
    await this.sending;
  }

  private send(): void {
    this.sending = this.sending.then(async () => {
      while (this.waiting.length > 0) await this.post(this.waiting.splice(0, MOST_AT_ONCE));
    });
  }

  private async post(spans: readonly EndedSpan[]): Promise<void> {
    const { endpoint, headers, onTrouble } = this.options;
    try {
      const response = await fetch(`${endpoint.replace(/\/+$/, '')}/v1/traces`, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify(otlp(spans, this.options)),
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      await response.arrayBuffer();
      if (!response.ok) onTrouble(new Error(`the collector answered ${response.status}`));
    } catch (error) {
      onTrouble(error);
    }
  }
}

function otlp(spans: readonly EndedSpan[], { serviceName, version }: OtlpOptions) {
  const resource = { attributes: attributesOf({ 'service.name': serviceName, 'service.version': version }) };
  const scope = { name: 'accord', version };
  return { resourceSpans: [{ resource, scopeSpans: [{ scope, spans: spans.map(spanOf) }] }] };
}

function spanOf({ kind, from, until, attributes, hasFailed, ...span }: EndedSpan) {
  return {
    ...span,
    kind: KINDS[kind],
    startTimeUnixNano: nanoseconds(from),
    endTimeUnixNano: nanoseconds(until),
    attributes: attributesOf(attributes),
    status: hasFailed ? { code: FAILED } : {},
  };
}

const nanoseconds = (ms: number): string => String(BigInt(Math.round(ms * 1_000)) * 1_000n);

const attributesOf = (attributes: Record<string, string | number>) =>
  Object.entries(attributes).map(([key, value]) => ({
    key,
    value: typeof value === 'number' ? { intValue: String(value) } : { stringValue: value },
  }));
