import { exportJWK, type GenerateKeyPairResult, generateKeyPair, importJWK, type JWK } from 'jose';
import { makeOnce } from '../run/make-once';

/** What signs tokens in the suites of this run: a pair is made once, since that takes longer than many a suite. */
export async function readSigningPair(): Promise<GenerateKeyPairResult> {
  const made = await makeOnce('signing-keys', async () => {
    const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
    return { privateKey: await exportJWK(privateKey), publicKey: await exportJWK(publicKey) };
  });
  const read = async (key: JWK) => (await importJWK(key, 'RS256', { extractable: true })) as CryptoKey;
  return { privateKey: await read(made.privateKey), publicKey: await read(made.publicKey) };
}
