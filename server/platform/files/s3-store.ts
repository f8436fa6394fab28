import { AwsClient } from 'aws4fetch';
import { type FileStore, inDatabase } from './file-store.js';

export interface S3Settings {
  endpoint: string;
  bucket: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
}

const PATIENCE_MS = 30_000;

/** A bucket of S3, or of anything that speaks like it. What was kept in the database before is still read from there. */
export function inBucket({ endpoint, bucket, region, ...keys }: S3Settings): FileStore {
  const client = new AwsClient({ ...keys, region, service: 's3', retries: 2 });
  const send = async (
    method: 'PUT' | 'GET' | 'DELETE',
    sha256: string,
    { body, range }: { body?: Buffer; range?: string } = {},
  ) => {
    const address = `${endpoint.replace(/\/$/, '')}/${bucket}/${sha256}`;
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const answer = await client.fetch(address, {
      method,
      signal,
      ...(range && { headers: { range } }),
      ...(body && { body: new Uint8Array(body), headers: { 'x-amz-content-sha256': sha256 } }),
    });
    if (!answer.ok && answer.status !== 404)
      throw new Error(`The store of files answered ${answer.status} to ${method}.`);
    return answer;
  };
  return {
    async put(_asker, sha256, bytes) {
      const { status } = await send('PUT', sha256, { body: bytes });
      if (status === 404) throw new Error(`The store of files has no bucket ${bucket}.`);
    },
    async get(asker, sha256) {
      const here = await inDatabase.get(asker, sha256);
      if (here) return here;
      const answer = await send('GET', sha256);
      return answer.ok ? Buffer.from(await answer.arrayBuffer()) : null;
    },
    async piece(asker, sha256, from, length) {
      const here = await inDatabase.piece(asker, sha256, from, length);
      if (here) return here;
      const answer = await send('GET', sha256, { range: `bytes=${from}-${from + length - 1}` });
      if (!answer.ok) return null;
      const bytes = Buffer.from(await answer.arrayBuffer());
      // What takes no notice of the range answers the whole.
      return answer.status === 206 ? bytes : bytes.subarray(from, from + length);
    },
    async remove(_asker, sha256) {
      await send('DELETE', sha256);
    },
  };
}
