import { expect } from '@open-wc/testing';
import { fold, needleOf } from '../../src/index/fold.js';

describe('fold(text)', () => {
  it('leaves out case, accents, points and punctuation', () => {
    expect(fold('  L’Été – à São Paulo, “Łódź” (ŒUVRE)!  ')).to.equal('l ete a sao paulo lodz oeuvre');
    expect(fold('שָׁלוֹם كِتَابٌ')).to.equal(fold('שלום كتاب'));
    expect(fold('Ὀδυσσεύς')).to.equal('οδυσσευσ');
  });
  it('reads German and Turkish letters as they may be typed', () => {
    expect(fold('Straße STRASSE STRAẞE')).to.equal('strasse strasse strasse');
    expect(fold('ISPARTA Işık İstanbul')).to.equal('isparta isik istanbul');
  });
  it('keeps symbols, marks that are part of a letter, and widths apart from nothing', () => {
    expect(fold('C++ 5 € 🎉')).to.equal('c++ 5 € 🎉');
    expect(fold('हिन्दी')).to.equal('हिन्दी');
    expect(fold('がん')).to.not.equal(fold('かん'));
    expect(fold('ＡＢＣ１')).to.equal('abc1');
  });
  it('parts scripts that write no spaces from those that do', () => {
    expect(fold('2025年10月Memo公開')).to.equal('2025 年 10 月 memo 公開');
  });
  it('folds no text that is folded any further', () => {
    for (const text of ['Éa b', '東京 2025', 'a--b', 'ﬁn ½ ǅ'])
      expect(fold(fold(text)), text).to.equal(fold(text));
  });
});

describe('needleOf(text, whole)', () => {
  it('begins at a word, and ends at one where it is whole; where words have no spaces it does neither', () => {
    expect(needleOf('Mémo', false)).to.equal(' memo');
    expect(needleOf('the memo.', true)).to.equal(' the memo ');
    expect(needleOf('東京', true)).to.equal('東京');
    expect(needleOf('—', false)).to.equal('');
  });
});
