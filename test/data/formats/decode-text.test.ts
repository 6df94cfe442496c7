import { expect } from '@open-wc/testing';
import { decodeText } from '../../../src/data/formats/decode-text.js';
import { finish } from '../../../src/data/work.js';

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, littleEndian: boolean) => {
  const view = new DataView(new ArrayBuffer(2 * text.length));
  for (let i = 0; i < text.length; i++) view.setUint16(2 * i, text.charCodeAt(i), littleEndian);
  return new Uint8Array(view.buffer);
};
/** "Señor – £5", with what Windows calls a dash. */
const windows = Uint8Array.from([0x53, 0x65, 0xf1, 0x6f, 0x72, 0x20, 0x96, 0x20, 0xa3, 0x35]);
const decoded = (bytes: Uint8Array, charset?: string) =>
  finish(decodeText({ bytes, ...(charset && { charset }) }));

describe('decodeText(source)', () => {
  it('reads UTF-8 and UTF-16, with and without a byte order mark, and leaves that out', () => {
    const text = 'title,date\nAñejo 😀,2025\n';
    for (const mark of ['', '\ufeff'])
      for (const bytes of [utf8(mark + text), utf16(mark + text, true), utf16(mark + text, false)])
        expect(decoded(bytes)).to.deep.equal({ text, issues: [] });
    expect(finish(decodeText({ text: `\ufeff${text}` })).text).to.equal(text);
  });

  it('reads the charset that came with the bytes, unless a byte order mark says another', () => {
    expect(decoded(Uint8Array.from([0xcf, 0xf0]), 'windows-1251').text).to.equal('Пр');
    expect(decoded(windows, 'iso-8859-1').issues).to.deep.equal([]);
    expect(decoded(utf16('\ufeffa', true), 'utf-8').text).to.equal('a');
    const { text, issues } = decoded(utf8('ñ'), 'utf-42');
    expect([text, issues[0]!.code]).to.deep.equal(['ñ', 'unknown-encoding']);
    expect(issues[0]!.message).to.contain('"utf-42"');
  });

  it('takes what is not UTF-8 for Windows-1252 and says so', () => {
    for (const bytes of [windows, Uint8Array.from([...windows, ...utf8(' and more')])]) {
      const { text, issues } = decoded(bytes);
      expect(text.startsWith('Señor – £5')).to.equal(true);
      expect(issues.map(({ code, severity }) => `${code} ${severity}`)).to.deep.equal([
        'unknown-encoding warning',
      ]);
    }
  });

  it('keeps a text in UTF-8 of which few bytes are broken', () => {
    const { text, issues } = decoded(Uint8Array.from([...utf8('Málaga, Cádiz, León '), 0xff, ...utf8('x')]));
    expect(text).to.equal('Málaga, Cádiz, León \ufffdx');
    expect(issues[0]!.message).to.match(/^characters that are not UTF-8: 1; /);
    expect(decoded(utf8('an honest \ufffd')).issues).to.deep.equal([]);
  });

  it('reads a character that two slices share', () => {
    const text = `${'x'.repeat((1 << 19) - 1)}€${'y'.repeat(10)}`;
    expect(decoded(utf8(text)).text).to.equal(text);
  });
});
