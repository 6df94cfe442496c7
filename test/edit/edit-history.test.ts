import { expect } from '@open-wc/testing';
import { carryOver, EditHistory, type Edit } from '../../src/edit/edit-history.js';

const edit = (id: string, before: object | null, after: object | null): Edit => ({
  id,
  before: before as Edit['before'],
  after: after as Edit['after'],
});

describe('EditHistory', () => {
  it('steps back and forward, and forgets what was undone when something else is done', () => {
    const history = new EditHistory();
    const [a, b, c] = ['a', 'b', 'c'].map(id => edit(id, {}, {})) as [Edit, Edit, Edit];
    history.push(a, '', 0);
    history.push(b, '', 0);
    history.stepBack();
    expect([history.last, history.next]).to.deep.equal([a, b]);
    history.stepForward();
    expect([history.last, history.next]).to.deep.equal([b, undefined]);
    history.stepBack();
    history.push(c, '', 0);
    expect([history.last, history.next]).to.deep.equal([c, undefined]);
  });

  it('joins steps of one kind and event that follow each other at once', () => {
    const history = new EditHistory();
    const [one, two, three, four] = [1, 2, 3, 4].map(n => ({ n })) as unknown as [
      object,
      object,
      object,
      object,
    ];
    history.push(edit('a', one, two), 'whole', 0);
    history.push(edit('a', two, three), 'whole', 500);
    expect(history.last).to.deep.equal(edit('a', one, three));
    history.push(edit('a', three, four), 'whole', 2000);
    expect(history.last).to.deep.equal(edit('a', three, four));
    history.push(edit('b', one, two), 'whole', 2100);
    history.push(edit('b', two, three), 'end', 2200);
    expect(history.last).to.deep.equal(edit('b', two, three));
    history.stepBack();
    history.push(edit('b', two, four), 'end', 2300);
    expect(history.last, 'what was undone is joined to nothing').to.deep.equal(edit('b', two, four));
  });

  it('keeps the last hundred', () => {
    const history = new EditHistory();
    for (let i = 0; i < 150; i++) history.push(edit(String(i), {}, {}), '', i);
    let count = 0;
    for (; history.last; count++) history.stepBack();
    expect([count, history.next!.id]).to.deep.equal([100, '50']);
    history.clear();
    expect([history.last, history.next]).to.deep.equal([undefined, undefined]);
  });
});

describe('carryOver', () => {
  it('is the record itself where nobody has changed it since', () => {
    const [from, to] = [{ date: '1' }, { date: '2' }];
    expect(carryOver(from, from, to)).to.equal(to);
  });

  it('takes over what an edit changed, added and took away, and leaves the rest', () => {
    const from = { date: '1985', title: 'a', status: 'alleged' };
    const to = { date: '1986', title: 'a', end: '1987' };
    expect(carryOver({ ...from, title: 'b', tags: ['c'] }, from, to)).to.deep.equal({
      date: '1986',
      end: '1987',
      title: 'b',
      tags: ['c'],
    });
  });

  it('takes a date for one, however many fields it has', () => {
    const from = { title: 'a', date: '1985' };
    const stretched = { title: 'a', start: '1990', end: '1991' };
    expect(carryOver(stretched, from, { title: 'a', date: '1986' })).to.deep.equal({
      title: 'a',
      date: '1986',
    });
    expect(carryOver(stretched, from, { ...from, title: 'b' })).to.deep.equal({ ...stretched, title: 'b' });
  });
});
