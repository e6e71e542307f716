// Reads Maskwire's masked values with nothing but Node: node decode.mjs vectors.json
// Written from ../token-format.md alone; not for production, where keys and originals need more care.
import { createCipheriv, createHmac, hkdfSync } from 'node:crypto';
import { readFileSync } from 'node:fs';

const hex = (text) => Buffer.from(text, 'hex');
const number = (bytes) => BigInt(`0x0${bytes.toString('hex')}`);
const bytes = (n, length) => (length ? hex(n.toString(16).padStart(2 * length, '0').slice(-2 * length)) : hex(''));
const xor = (a, b) => Buffer.from(a.map((x, i) => x ^ b[i]));
const ceil = (a, b) => Math.ceil(a / b);
const blocks = (b) => Array.from({ length: ceil(b.length, 16) }, (_, i) => b.subarray(16 * i, 16 * i + 16));
const aes = (key, block) => createCipheriv(`aes-${key.length * 8}-ecb`, key, null).setAutoPadding(false).update(block);
const lp = (text) => Buffer.concat([bytes(BigInt(Buffer.byteLength(text)), 4), Buffer.from(text)]);
const subkey = (v, purpose, extra, length) => Buffer.from(hkdfSync('sha256', v.ringKey, 'maskwire/1',
  Buffer.concat([purpose, v.kid, v.tenant, v.domain, extra].map(lp)), length));

function hashOf(v) { // mh1: HMAC cut to 16 bytes, and 4 bytes of AES over them
  const digest = createHmac('sha256', subkey(v, 'hash', v.normalizer, 32)).update(v.normalized).digest().subarray(0, 16);
  const tag = aes(subkey(v, 'tag', v.normalizer, 32), digest).subarray(0, 4);
  return `mh1.${v.kid}.${Buffer.concat([digest, tag]).toString('base64url')}`;
}

const twice = (b) => bytes((number(b) << 1n) ^ (b[0] & 0x80 ? 0x87n : 0n), 16); // of the sum the low 16 bytes
const padded = (b) => Buffer.concat([b, hex('80'), Buffer.alloc(15)]).subarray(0, 16);
function cmac(key, message) { // RFC 4493
  const subkey1 = twice(aes(key, Buffer.alloc(16)));
  const parts = message.length ? blocks(message) : [hex('')];
  const last = parts.pop();
  parts.push(last.length === 16 ? xor(last, subkey1) : xor(padded(last), twice(subkey1)));
  return parts.reduce((chain, part) => aes(key, xor(chain, part)), Buffer.alloc(16));
}

function originalOfToken(v, token) { // mw1: AES-SIV, RFC 5297; null if this key did not make the token
  const dot = token.indexOf('.', 4);
  const body = Buffer.from(token.slice(dot + 1), 'base64url');
  if (!token.startsWith('mw1.') || body.toString('base64url') !== token.slice(dot + 1) || body.length < 32) return null;
  const key = subkey({ ...v, kid: token.slice(4, dot) }, 'siv', '', 64);
  const [macKey, streamKey, siv] = [key.subarray(0, 32), key.subarray(32), body.subarray(0, 16)];
  const counter = number(siv) & ~(1n << 63n | 1n << 31n);
  const text = Buffer.concat(blocks(body.subarray(16)).map((b, i) => xor(b, aes(streamKey, bytes(counter + BigInt(i), 16)))));
  const sum = xor(twice(cmac(macKey, Buffer.alloc(16))), cmac(macKey, Buffer.from(token.slice(0, dot + 1))));
  const end = xor(text.subarray(-16), sum);
  const isOurs = text.length % 16 === 0 && cmac(macKey, Buffer.concat([text.subarray(0, -16), end])).equals(siv);
  const mark = text.lastIndexOf(0x80);
  const isPadded = isOurs && text.length - mark <= 16 && text.subarray(mark + 1).every((b) => b === 0);
  return isPadded ? new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(text.subarray(0, mark)) : null;
}

const toNumber = (numerals, radix) => numerals.reduce((n, d) => n * BigInt(radix) + BigInt(d), 0n);
const toNumerals = (n, radix, length) => Array.from({ length }, (_, i) => Number(n / BigInt(radix) ** BigInt(length - 1 - i) % BigInt(radix)));
function ff1(key, radix, tweak, text, round, step) { // SP 800-38G; rounds 0 to 9 encrypt, 9 to 0 decrypt
  const [u, n] = [text.length >> 1, text.length];
  const power = [u, n - u].map((m) => BigInt(radix) ** BigInt(m)); // even rounds change the left half, odd ones the right
  const b = ceil((power[1] - 1n).toString(2).length, 8);
  const d = 4 * ceil(b, 4) + 4;
  const halves = [toNumber(text.slice(0, u), radix), toNumber(text.slice(u), radix)];
  const p = Buffer.concat([hex('010201'), bytes(BigInt(radix), 3), hex('0a'), bytes(BigInt(u % 256), 1), bytes(BigInt(n), 4), bytes(BigInt(tweak.length), 4)]);
  for (let i = round; i >= 0 && i < 10; i += step) {
    const q = Buffer.concat([p, tweak, Buffer.alloc((1600000 - tweak.length - b - 1) % 16), bytes(BigInt(i), 1), bytes(halves[1 - i % 2], b)]);
    const r = blocks(q).reduce((chain, part) => aes(key, xor(chain, part)), Buffer.alloc(16));
    const s = Buffer.concat([r, ...Array.from({ length: ceil(d, 16) }, (_, j) => aes(key, xor(r, bytes(BigInt(j + 1), 16))))]);
    const m = power[i % 2];
    halves[i % 2] = (((halves[i % 2] + BigInt(step) * number(s.subarray(0, d))) % m) + m) % m;
  }
  return [...toNumerals(halves[0], radix, u), ...toNumerals(halves[1], radix, n - u)];
}

const luhn = (digits) => (10 - digits.reduceRight((sum, d, i) => sum + ((digits.length - i) % 2 ? (2 * d > 9 ? 2 * d - 9 : 2 * d) : d), 0) % 10) % 10;
function originalOfPreserved(v, masked) {
  const alphabet = [...v.alphabet];
  const symbols = [...masked].filter((c) => !v.separators.includes(c)).map((c) => alphabet.indexOf(c));
  const end = symbols.length - v.keepLast - (v.luhn === 'none' ? 0 : 1);
  const kept = (from, to) => Buffer.from(symbols.slice(from, to).map((i) => alphabet[i]).join(''));
  const tweak = Buffer.concat([kept(0, v.keepFirst), hex('ff'), kept(symbols.length - v.keepLast)]);
  symbols.splice(v.keepFirst, end - v.keepFirst,
    ...ff1(subkey(v, 'ff1', v.alphabet, 32), alphabet.length, tweak, symbols.slice(v.keepFirst, end), 9, -1));
  if (v.luhn !== 'none') symbols[end] = luhn(symbols.slice(0, -1));
  return [...masked].map((c) => (v.separators.includes(c) ? c : alphabet[symbols.shift()])).join('');
}

function originalOfMoved(v) { // the subject's days, taken off again
  const code = createHmac('sha256', subkey(v, 'shift', String(v.days), 32)).update(v.subject).digest();
  const place = Number(number(code.subarray(0, 8)) % BigInt(2 * v.days)) - v.days;
  const day = new Date(Date.parse(`${v.masked.slice(0, 10)}T00:00:00Z`) - 86400000 * (place < 0 ? place : place + 1));
  return day.toISOString().slice(0, 10) + v.masked.slice(10);
}

const vectors = JSON.parse(readFileSync(process.argv[2], 'utf8'));
let [right, wrong] = [0, 0];
const check = (name, expected, actual) => {
  if (JSON.stringify(actual) === JSON.stringify(expected)) return right++;
  wrong++;
  return console.error(`${name}: expected ${JSON.stringify(expected)}, but found ${JSON.stringify(actual)}`);
};
const withKey = (v) => ({ ...v, ringKey: hex(vectors.ring[v.kid]) });
vectors.subkeys.map(withKey).forEach((v) => check('subkey', v.subkey, subkey(v, v.purpose, v.extra, v.subkey.length / 2).toString('hex')));
vectors.hashes.map(withKey).forEach((v) => check('hash', v.hash, hashOf(v)));
vectors.tokens.map(withKey).forEach((v) => check('token', v.original, originalOfToken(v, v.token)));
vectors.refusedTokens.map(withKey).forEach((v) => check(`refused token (${v.because})`, null, originalOfToken(v, v.token)));
vectors.ff1.forEach((v) => check('ff1', v.plaintext, ff1(hex(v.key), v.radix, hex(v.tweak), v.ciphertext, 9, -1)));
vectors.ff1.forEach((v) => check('ff1', v.ciphertext, ff1(hex(v.key), v.radix, hex(v.tweak), v.plaintext, 0, 1)));
vectors.preserved.map(withKey).forEach((v) => check('preserved', v.original, originalOfPreserved(v, v.masked)));
vectors.moved.map(withKey).forEach((v) => check('moved', v.original, originalOfMoved(v)));
console.log(`${right} right, ${wrong} wrong`);
process.exit(wrong || !right ? 1 : 0);
