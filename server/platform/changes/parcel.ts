/**
 * What is told at once, in order, as messages of `graphql-transport-ws`. Made into bytes once for all who listen under
 * the same operation id, so that telling one more listener is one write of bytes that are there already.
 */
export class Parcel {
  private readonly made = new Map<string, Buffer>();
  private readonly payloads: readonly Buffer[];

  constructor(payloads: readonly string[]) {
    this.payloads = payloads.map((payload) => Buffer.from(payload));
  }

  get size(): number {
    return this.payloads.length;
  }

  under(id: string): Buffer {
    let bytes = this.made.get(id);
    if (!bytes) {
      const start = Buffer.from(`{"id":${JSON.stringify(id)},"type":"next","payload":`);
      bytes = Buffer.concat(this.payloads.flatMap((payload) => textFrame(start, payload, CLOSING)));
      this.made.set(id, bytes);
    }
    return bytes;
  }
}

const CLOSING = Buffer.from('}');

/** One whole text message from a server: final, not masked (RFC 6455, section 5.2). */
function textFrame(...parts: Buffer[]): Buffer[] {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const size = length < 126 ? 2 : length < 65_536 ? 4 : 10;
  const header = Buffer.alloc(size);
  header[0] = 0x81;
  if (size === 2) header[1] = length;
  else if (size === 4) {
    header[1] = 126;
    header.writeUInt16BE(length, 2);
  } else {
    header[1] = 127;
    header.writeBigUInt64BE(BigInt(length), 2);
  }
  return [header, ...parts];
}
