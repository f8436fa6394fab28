import { createCipheriv, createDecipheriv, createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

/** Where a reader of the log stands: which partnership’s, up to which number, in which position. */
export interface Place {
  partnershipId: string;
  seq: number;
  positionKey: string;
}

/**
 * Cursors are sealed: a bare number would let a reader count what is restricted. Sealing is deterministic (the
 * nonce is a MAC of the text), so that the same place is the same cursor whoever asks and whenever.
 */
export class CursorSeal {
  private readonly cipherKey: Buffer;
  private readonly macKey: Buffer;

  constructor(secret: string) {
    this.cipherKey = Buffer.from(hkdfSync('sha256', secret, '', 'cursor cipher', 32));
    this.macKey = Buffer.from(hkdfSync('sha256', secret, '', 'cursor nonce', 32));
  }

  seal({ partnershipId, seq, positionKey }: Place): string {
    // One length for every number, so that the length tells nothing either.
    const text = `${partnershipId}|${String(seq).padStart(16, '0')}|${positionKey}`;
    const nonce = this.nonce(text);
    const cipher = createCipheriv('aes-256-gcm', this.cipherKey, nonce);
    return Buffer.concat([nonce, cipher.update(text), cipher.final(), cipher.getAuthTag()]).toString(
      'base64url',
    );
  }

  /** The place, or null for anything that was not sealed here. */
  open(cursor: string): Place | null {
    try {
      const bytes = Buffer.from(cursor, 'base64url');
      const nonce = bytes.subarray(0, 12);
      const decipher = createDecipheriv('aes-256-gcm', this.cipherKey, nonce);
      decipher.setAuthTag(bytes.subarray(-16));
      const text = Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]).toString();
      const [partnershipId, seq, positionKey] = text.split('|');
      if (!partnershipId || !seq || positionKey === undefined || !timingSafeEqual(nonce, this.nonce(text)))
        return null;
      return { partnershipId, seq: Number(seq), positionKey };
    } catch {
      return null;
    }
  }

  private nonce(text: string): Buffer {
    return createHmac('sha256', this.macKey).update(text).digest().subarray(0, 12);
  }
}

let seal: CursorSeal | undefined;

/** Set once at start-up; sealing is needed wherever a cursor is read. */
export function sealCursorsWith(secret: string): void {
  seal = new CursorSeal(secret);
}

export function cursorSeal(): CursorSeal {
  if (!seal) throw new Error('sealCursorsWith() was not called');
  return seal;
}
